# SPDX-License-Identifier: EUPL-1.2
"""The form for a visit, in the order of the visit: when, who, reached or not, what, agreements, next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidForm
from casus.gui.drafts import Payload
from casus.gui.forms.ui_visit_form import Ui_VisitForm
from casus.gui.labels import choices, label
from casus.gui.panels import FormPanel, PanelSpec
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services import contacts, facilities, persons
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.contact_help import Suggestion, attendee_suggestions, propose_next_attempt
from casus.services.desk import Desk
from casus.services.inputs import Attendee, ContactInput, HomeVisitInput, PrisonVisitInput
from casus.services.naming import person_name


@dataclass(frozen=True)
class VisitKind:
    """What differs between the two visits: draft key, title, input class and use case."""

    code: str  # list contact_kind
    title: str
    make: Callable[..., ContactInput]
    log: Callable[[Desk, Any], Done[Any]]


HOME = VisitKind(
    "home_visit", QT_TRANSLATE_NOOP("VisitPanel", "Huisbezoek"), HomeVisitInput, contacts.log_home_visit
)
PRISON = VisitKind(
    "prison_visit",
    QT_TRANSLATE_NOOP("VisitPanel", "Detentiebezoek"),
    PrisonVisitInput,
    contacts.log_prison_visit,
)


@dataclass(frozen=True)
class VisitSubject:
    """Whom the visit is about, by ids; "" for a name that is still to be looked up."""

    person_id: str
    case_id: str | None
    name: str = ""
    facility_id: str | None = None
    appointment_id: str | None = None


@dataclass(frozen=True)
class _Choices:
    """What the form offers and whom it is about, fetched before it opens."""

    name: str
    attendees: list[Suggestion]
    facilities: list[Choice]
    today: date


def open_visit(
    shell: Shell, desk: Desk, kind: VisitKind, subject: VisitSubject, draft: Payload | None = None
) -> None:
    """Fetch what the form offers, then show it at the right."""

    def fetch() -> _Choices:
        places = facilities.facilities(desk) if kind is PRISON else []
        return _Choices(
            subject.name or person_name(persons.get_person(desk, subject.person_id)),
            attendee_suggestions(desk, subject.case_id or subject.person_id),
            [Choice(place.id, place.name) for place in places],
            desk.today(),
        )

    def show(found: _Choices) -> None:
        shell.open_panel(VisitPanel(shell, desk, kind, subject, found, draft=draft))

    shell.tasks.run(fetch, owner=shell, done=show)  # type: ignore[arg-type]  # every Shell is a QObject


def reopen_visit(shell: Shell, desk: Desk, kind: VisitKind, about: str, draft: Payload) -> None:
    """Open the form of a draft again; `about` is what stands after the kind in its key."""
    case_id, person_id, appointment_id = (*about.split(":"), "", "")[:3]
    subject = VisitSubject(person_id, case_id or None, appointment_id=appointment_id or None)
    open_visit(shell, desk, kind, subject, draft)


class VisitPanel(FormPanel):
    """The form at the right, for a home visit or a prison visit."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        kind: VisitKind,
        subject: VisitSubject,
        offered: _Choices,
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_VisitForm()
        self.ui.setupUi(content)
        self._desk, self._kind, self._subject, self._offered = desk, kind, subject, offered
        self._fill(offered)
        spec = PanelSpec(
            QCoreApplication.translate("VisitPanel", kind.title),
            QCoreApplication.translate("VisitPanel", "Bezoek opslaan"),
            _draft_key(kind, subject),
            offered.name,
        )
        super().__init__(shell, content, spec, today=desk.clock.today, draft=draft)
        self.ui.agreementsField.today = desk.clock.today
        self.ui.reachedField.changed.connect(self._reached_changed)
        self.ui.informationKindField.changed.connect(self._show_parts)
        self.form.changed.connect(self._show_parts)
        self._show_parts()

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the visit."""
        given = self._kind.make(**self._inputs(values))
        return lambda: self._kind.log(self._desk, given)

    def stored(self, result: Done[Any]) -> None:
        """Tell that the visit is on disk."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Bezoek opgeslagen"))

    def failed(self, error: CasusError) -> bool:
        """Bring the errors of an agreement's parts to the field of all agreements."""
        if not isinstance(error, InvalidForm):
            return False
        return self.form.take(
            InvalidForm(tuple(renamed(one, one.field.split(".")[0]) for one in error.errors))
        )

    def _fill(self, offered: _Choices) -> None:
        ui = self.ui
        ui.attendeesField.set_choices([Choice(_code(one), _words_for(one)) for one in offered.attendees])
        ui.facilityField.setVisible(self._kind is PRISON)
        ui.facilityField.set_choices(offered.facilities)
        ui.facilityField.set_value(self._subject.facility_id)
        ui.reachedField.set_choices(self._reached_choices())
        ui.reachedField.set_value("yes")
        ui.informationKindField.set_value("fact")
        ui.dateField.today = self._desk.clock.today
        ui.dateField.set_value(offered.today)
        now = self._desk.clock.now().astimezone()
        ui.timeField.set_value(time(now.hour, now.minute - now.minute % 5))

    def _reached_choices(self) -> list[Choice]:
        return [one for one in choices("reached") if self._kind is HOME or one.code != "not_at_home"]

    def _reached_changed(self) -> None:
        """Not reached: propose when to try again, unless a date was already typed."""
        self._show_parts()
        if self._reached() or self.ui.nextDateField.raw():
            return
        after = self._offered.today
        self.shell.tasks.run(
            lambda: propose_next_attempt(self._desk, self._subject.person_id, after),
            owner=self,
            done=self._propose,
        )

    def _propose(self, day: date) -> None:
        if not self._reached() and not self.ui.nextDateField.raw():
            self.ui.nextDateField.set_value(day)

    def _reached(self) -> bool:
        return bool(self.ui.reachedField.value() == "yes")

    def _show_parts(self) -> None:
        ui, reached = self.ui, self._reached()
        for part in (ui.attendeesField, ui.informationKindField, ui.agreementsField):
            part.setVisible(reached)
        heard = ui.informationKindField.value() == "source"
        ui.informationSourceField.setVisible(reached and heard)
        ui.reportField.set_optional(not reached)
        ui.nextDateField.set_label(self.tr("Volgende afspraak") if reached else self.tr("Volgende poging"))

    def _inputs(self, values: dict[str, Any]) -> dict[str, Any]:
        reached = self._reached()
        inputs = {
            **values,
            "person_id": self._subject.person_id,
            "case_id": self._subject.case_id,
            "appointment_id": self._subject.appointment_id,
            "at_time": _clock_text(values["at_time"]),
            "next_time": _clock_text(values["next_time"]),
            "attendees": self._attendees() if reached else (),
            "agreements": values["agreements"] if reached else (),
        }
        if self._kind is HOME:
            del inputs["facility_id"]
        return inputs

    def _attendees(self) -> tuple[Attendee, ...]:
        field = self.ui.attendeesField
        chosen = set(field.value())
        found = [_attendee(one) for one in self._offered.attendees if _code(one) in chosen]
        return tuple(found) + tuple(Attendee(name=name) for name in field.free_entries())


def _draft_key(kind: VisitKind, subject: VisitSubject) -> str:
    parts = [kind.code, subject.case_id or "", subject.person_id, subject.appointment_id or ""]
    return ":".join(parts).rstrip(":")


def _code(one: Suggestion) -> str:
    """What stands for someone in a draft, whoever else is offered by then."""
    return f"{one.kind}:{one.record_id or one.name}"


def _attendee(one: Suggestion) -> Attendee:
    if one.kind == "person":
        return Attendee(person_id=one.record_id)
    return Attendee(partner_id=one.record_id) if one.kind == "partner" else Attendee(name=one.name)


def _words_for(one: Suggestion) -> str:
    role = label("family_relation", one.role) if one.kind == "person" else ""
    return f"{one.name} ({role.lower()})" if role and role != one.role else one.name


def _clock_text(moment: time | None) -> str | None:
    return moment.strftime("%H:%M") if moment else None
