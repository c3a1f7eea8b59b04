# SPDX-License-Identifier: EUPL-1.2
"""PySide6 6.12.0 on Python 3.11 uses up references to None and True; see casus.gui.immortals."""

import subprocess
import sys
import textwrap


def test_a_hundred_thousand_signals_and_calls_do_not_end_the_program() -> None:
    program = """
        import os
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        import casus.gui
        from PySide6.QtCore import QObject, Signal
        from PySide6.QtWidgets import QApplication, QWidget
        app = QApplication([])
        class Bell(QObject):
            rung = Signal(bool)
        bell, widget = Bell(), QWidget()
        bell.rung.connect(lambda on: None)
        for _ in range(100_000):
            bell.rung.emit(True)
            widget.setEnabled(False)
    """
    ran = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, timeout=120)
    assert ran.returncode == 0, ran.stderr.decode()[-500:]
