# SPDX-License-Identifier: EUPL-1.2
"""The half-yearly question whether working on this person is still proportionate; and who does it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.inclusion import next_review
from casus.errors import InvalidInput
from casus.gui.cases.phase_form import CLOSED, PhasePanel
from casus.gui.dates_text import day_month
from casus.gui.drafts import Payload
from casus.gui.forms.ui_assign_form import Ui_AssignForm
from casus.gui.forms.ui_review_form import Ui_ReviewForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.policy_note import fixed_words
from casus.gui.widgets.text import label
from casus.services import case_basis, cases, partners, persons
from casus.services.case_basis import SinceReview
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import Assignment, ProportionalityReview, Worker

_YES, _NO = "yes", "no"


@dataclass(frozen=True)
class _Reviewed:
    """Whose case it is, what changed since it was last judged, and that judgement."""

    name: str
    since: SinceReview
    last: ProportionalityReview | None


class ReviewPanel(RecordPanel):
    """Judge proportionality again."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ReviewForm()
        self.ui.setupUi(content)
        self._case_id = case_id
        self.since = label(tone="muted", wrap=True)
        self.ui.fields.insertWidget(0, self.since)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("ReviewPanel", "Hertoets"),
            translate("ReviewPanel", "Hertoets vastleggen"),
            f"review:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        self._proposed = ""
        self.ui.onField.changed.connect(self._day_changed)

    def fetch(self) -> _Reviewed:
        """Return whose case it is, and what changed since it was last judged."""
        name, since = _whose(self.desk, self._case_id), case_basis.since_review(self.desk, self._case_id)
        reviews = case_basis.reviews_of(self.desk, self._case_id)
        return _Reviewed(name, since, reviews[0] if reviews else None)

    def fill(self, found: _Reviewed) -> None:
        """Begin with today, and the next review in half a year."""
        self.set_subtitle(found.name)
        self.since.setText(self._since_words(found))
        self.ui.onField.set_value(self.desk.today())
        self.ui.nextField.set_value(next_review(self.desk.today(), self.desk.policy.inclusion))
        self._proposed = self.ui.nextField.raw()
        policy = self.desk.policy
        if policy.fixes("review"):
            words = self.tr("Elke {0} maanden, of eerder.").format(policy.review_months)
            self.ui.nextField.set_help(f"{words} {fixed_words(policy, 'review')}")
        self.ui.proportionateField.set_choices(
            [Choice(_YES, self.tr("Ja, we gaan door")), Choice(_NO, self.tr("Nee, de casus kan dicht"))]
        )

    def arrange(self) -> None:
        """A case that is to be closed gets no next review."""
        self.ui.nextField.setVisible(self.ui.proportionateField.value() != _NO)

    def _since_words(self, found: _Reviewed) -> str:
        one, today = found.since, self.desk.today()
        day = day_month(one.since, today)
        begin = self.tr("Sinds de hertoets van {0}:") if one.reviewed else self.tr("Sinds het begin op {0}:")
        counted = ", ".join(
            [
                self.tr("%n keer gesproken", "", one.contacts),
                self.tr("%n keer niet bereikt", "", one.not_reached),
                self.tr("%n fasewisseling(en)", "", one.phases),
                self.tr("%n meting(en)", "", one.assessments),
                self.tr("%n taak (taken) gedaan", "", one.tasks_done),
                self.tr("%n nog open", "", one.tasks_open),
                self.tr("%n keer gegevens gedeeld", "", one.shared),
            ]
        )
        before = self.tr("Toen: {0}").format(found.last.reasoning) if found.last else ""
        return "\n".join(part for part in (f"{begin.format(day)} {counted}.", before) if part)

    def _day_changed(self) -> None:
        """The next review counts from the day of this one, until another day was typed."""
        try:
            day = self.ui.onField.value()
        except InvalidInput:
            return
        if day is not None and self.ui.nextField.raw() == self._proposed:
            self.ui.nextField.set_value(next_review(day, self.desk.policy.inclusion))
            self._proposed = self.ui.nextField.raw()

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the judgement."""
        proportionate = values["proportionate"] == _YES
        return lambda: cases.review_case(
            self.desk,
            self._case_id,
            on=values["on"],
            proportionate=proportionate,
            reasoning=values["reasoning"],
            next_on=values["next_on"] if proportionate else None,
        )

    def stored(self, result: Done[ProportionalityReview]) -> None:
        """Tell; a case that is no longer proportionate has to be closed."""
        self.shell.emit_changed(result.changes, self)
        if result.value.proportionate:
            self.shell.announce(self.tr("Hertoets vastgelegd"))
        else:
            self.shell.announce(self.tr("Hertoets vastgelegd: sluit de casus nu af"))
            self.shell.open_panel(PhasePanel(self.shell, self.desk, self._case_id, target=CLOSED))


@dataclass(frozen=True)
class _Team:
    """Whose case it is, and the colleagues to choose from."""

    name: str
    workers: list[Worker]


class AssignPanel(RecordPanel):
    """Give a colleague a role in a case."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_AssignForm()
        self.ui.setupUi(content)
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("AssignPanel", "Casus toewijzen"),
            translate("AssignPanel", "Toewijzen"),
            f"assign:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Team:
        """Return the colleagues."""
        return _Team(_whose(self.desk, self._case_id), partners.workers(self.desk))

    def fill(self, found: _Team) -> None:
        """Begin with the lead of the case, from today."""
        self.set_subtitle(found.name)
        self.ui.workerField.set_choices([Choice(one.id, one.name) for one in found.workers])
        self.ui.roleField.set_value("case_lead")
        self.ui.onField.set_value(self.desk.today())

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what assigns the case."""
        return lambda: cases.assign(
            self.desk, self._case_id, values["worker_id"], values["role"], values["on"]
        )

    def stored(self, result: Done[Assignment]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Casus toegewezen"))


def _whose(desk: Desk, case_id: str) -> str:
    return person_name(persons.get_person(desk, cases.get_case(desk, case_id).person_id))
