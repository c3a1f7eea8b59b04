# SPDX-License-Identifier: EUPL-1.2
"""The one plan of a family, as the plan of a case is shown; or the way to write it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.dates_text import day_month
from casus.gui.dossier.parts import act_bar
from casus.gui.dossier.plan_acts import PlanActs
from casus.gui.dossier.plan_board import PlanBoard
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label
from casus.services.desk import Desk
from casus.services.family_page import FamilyDossier


class FamilyPlan(QWidget):
    """The plan with a heading of its own; the chosen version stays while the family is shown."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self.acts = PlanActs(shell, desk, self)
        self.board = PlanBoard(self.acts, lambda day: day_month(day, desk.today()) if day else "")
        self.none = Card(self.tr("Gezinsplan"))
        self.none.add(label(self.tr("Er is nog geen plan voor dit gezin."), tone="muted", wrap=True))
        self._bar = act_bar([(self.tr("Gezinsplan schrijven"), self.acts.write)])
        self.none.add(self._bar)
        self._title = label(self.tr("Gezinsplan"), "section")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        for part in (self._title, self.board, self.none):
            column.addWidget(part)
        self.hide()

    def show_family(self, found: FamilyDossier) -> None:
        """Show the plan of this family, or that there is none."""
        running = found.record.ended_on is None
        self.acts.family_id = found.record.id
        self._title.setVisible(bool(found.plans))
        self.board.setVisible(bool(found.plans))
        self.none.setVisible(not found.plans)
        self._bar.setVisible(running)
        if found.plans:
            self.board.show_plans(found.plans, can_write=running)
        self.show()
