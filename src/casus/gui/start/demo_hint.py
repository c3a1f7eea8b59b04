# SPDX-License-Identifier: EUPL-1.2
"""What stands under the password of a demo vault: that it is one, and whose desks there are to look at."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.labels import label as words_of
from casus.gui.start.surroundings import DemoTeam
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.text import label


class DemoHint(QWidget):
    """The public password, and a button per colleague.

    Signals:
        chosen: the folder of another colleague's vault.
    """

    chosen = Signal(Path)

    def __init__(self, team: DemoTeam, folder: Path) -> None:
        super().__init__()
        words = QCoreApplication.translate(
            "DemoHint", "Dit is de demo: alle mensen zijn verzonnen. Het wachtwoord is “{0}”."
        )
        text = label(words.format(team.password), tone="muted", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(text)
        column.addWidget(label(QCoreApplication.translate("DemoHint", "Kijk mee met"), "strong"))
        self.desks = FlowBox(self)
        column.addWidget(self.desks)
        for name, role, place in team.members:
            self._offer(name, role, place, here=place == folder)

    def _offer(self, name: str, role: str, place: Path, *, here: bool) -> None:
        made = button(f"{name} · {words_of('worker_role', role)}", lambda: self.chosen.emit(place))
        made.setEnabled(not here)
        self.desks.add(made)
