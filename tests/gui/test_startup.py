# SPDX-License-Identifier: EUPL-1.2
"""What the window may not load before it is painted, and what Python 3.11 needs."""

import os
import subprocess
import sys

HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "cryptography", "numpy", "reportlab", "qtawesome", "odfdo")


def run(code: str) -> str:
    """Run code in a fresh interpreter and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_theme_and_shell_load_nothing_heavy_before_first_paint() -> None:
    code = (
        "import sys\nimport casus.gui.shell, casus.gui.theme, casus.gui.lists\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert run(code) == "[]"


def test_a_window_without_icons_does_not_load_the_icon_font() -> None:
    code = (
        "import sys\nimport casus.gui\nfrom PySide6.QtWidgets import QApplication\napp = QApplication([])\n"
        "from casus.gui.theme import theme\nfrom casus.gui.widgets.text_fields import PasswordField, TextField\n"
        "theme()\nTextField().show()\nPasswordField().show()\napp.processEvents()\nprint('qtawesome' in sys.modules)"
    )
    assert run(code) == "False"


def test_none_survives_a_hundred_thousand_calls_into_qt() -> None:
    code = (
        "import casus.gui\nfrom PySide6.QtWidgets import QApplication, QWidget\napp = QApplication([])\n"
        "one = QWidget()\nfor _ in range(100_000): one.parentWidget()\nprint('alive')"
    )
    assert run(code) == "alive"


def test_qt_does_not_read_the_source_of_what_is_imported_after_it() -> None:
    code = "import linecache\nimport casus.gui\nimport casus.gui.shell\nprint([name for name in linecache.cache if 'shell' in name])"
    assert run(code) == "[]"
