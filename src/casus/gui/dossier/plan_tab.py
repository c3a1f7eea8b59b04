# SPDX-License-Identifier: EUPL-1.2
"""The plan of a case in its dossier."""

from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, Tab
from casus.gui.dossier.plan_acts import PlanActs
from casus.gui.dossier.plan_board import PlanBoard
from casus.services.dossier import Dossier


class PlanTab(Tab):
    """All versions of the plan, one at a time."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self._plan = PlanActs(acts.shell, acts.desk, self)
        self.board: PlanBoard | None = None
        self._case_id = ""
        self.area.setAccessibleName(self.tr("Plan"))

    def clear(self) -> None:
        """Take the plan out, with its board: that is gone then."""
        super().clear()
        self.board = None

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the plan, or the way to one."""
        if dossier.case is None or not dossier.plans:
            self.clear()
            self._show_none(dossier)
            return
        self._plan.case_id = dossier.case.id
        if self.board is None or self._case_id != dossier.case.id:
            self.clear()
            self.board = PlanBoard(self._plan, self.day)
            self.add(self.board)
        self._case_id = dossier.case.id
        self.board.show_plans(dossier.plans, can_write=self._acts.can_work)

    def _show_none(self, dossier: Dossier) -> None:
        if dossier.case is None:
            act = (self.tr("Casus openen"), self._acts.open_case)
            self.add_empty("list-bullets", self.tr("Een plan hoort bij een casus. Open er eerst een."), act)
            return
        self._plan.case_id = dossier.case.id
        next_step: Act | None = (self.tr("Plan schrijven"), self._plan.write) if self._acts.can_work else None
        self.add_empty("list-bullets", self.tr("Er is nog geen plan van aanpak."), next_step)
