# SPDX-License-Identifier: EUPL-1.2
"""What has to be done for this person, and which contacts are planned."""

from functools import partial

from casus.gui.dates_text import relative_date
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, Tab, act_bar, joined, lines, row
from casus.gui.labels import label
from casus.gui.widgets.containers import Card
from casus.services.dossier import Dossier


class TasksTab(Tab):
    """Open tasks and appointments."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self.area.setAccessibleName(self.tr("Taken"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show tasks, soonest first, and appointments."""
        self.clear()
        add: Act | None = (self.tr("Taak toevoegen"), self._acts.add_task)
        if dossier.read_only:
            add = None
        if not dossier.tasks and not dossier.appointments:
            self.add_empty("check-square", self.tr("Niets te doen en niets gepland."), add)
            return
        if add is not None:
            self.add(act_bar([add]))
        if dossier.tasks:
            self.add(self._tasks(dossier))
        if dossier.appointments:
            self.add(self._appointments(dossier))

    def _tasks(self, dossier: Dossier) -> Card:
        today = self.desk.today()
        rows = []
        for task in dossier.tasks:
            late = task.due_on is not None and task.due_on < today
            acts: list[Act] = [
                (self.tr("Gereed"), partial(self._acts.complete_task, task.id)),
                (self.tr("Vervalt"), partial(self._acts.cancel_task, task.id)),
            ]
            source = label("task_source", task.source) if task.source != "own" else ""
            words = joined(relative_date(task.due_on, today) if task.due_on else "", task.owner or "", source)
            pill = (self.tr("Te laat"), "danger") if late else None
            may_work = dossier.may_do(task)
            rows.append(row(task.title, words, pill=pill, acts=acts if may_work else ()))
        card = Card(self.tr("Taken"))
        card.add(lines(rows))
        return card

    def _appointments(self, dossier: Dossier) -> Card:
        today = self.desk.today()
        rows = [
            row(
                label("contact_kind", one.kind),
                joined(relative_date(one.on, today), one.at_time or "", one.place or "", one.note or ""),
                acts=[(self.tr("Annuleren"), partial(self._acts.cancel_appointment, one.id))]
                if dossier.may_work(one.case_id)
                else (),
            )
            for one in dossier.appointments
        ]
        card = Card(self.tr("Afspraken"))
        card.add(lines(rows))
        return card
