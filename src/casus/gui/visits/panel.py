# SPDX-License-Identifier: EUPL-1.2
"""The form for a contact, in the order of the visit: when, reached or not, who, what, agreements, next."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidForm
from casus.gui.drafts import Payload
from casus.gui.facilities_offered import offer_facilities
from casus.gui.forms.ui_visit_form import Ui_VisitForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.sharings.form import MeetingSharingPanel
from casus.gui.shell import Shell
from casus.gui.visits.kinds import (
    MEETINGS,
    PRISON,
    VisitKind,
    VisitSubject,
    other_kinds,
    reached_choices,
)
from casus.gui.visits.next_part import NextPart
from casus.gui.visits.who import Offer, attendee_of, code_of, words_for
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.services import facilities, partners, persons
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.contact_help import Suggestion, attendee_suggestions
from casus.services.desk import Desk
from casus.services.inputs import Attendee
from casus.services.naming import person_name
from casus.services.next_attempt import NextAttempt, next_attempt
from casus.services.records import Contact

_LAST_MINUTE = 1440


def open_visit(shell: Shell, desk: Desk, kind: VisitKind, subject: VisitSubject) -> None:
    """Show the form at the right."""
    shell.open_panel(VisitPanel(shell, desk, kind, subject))


def reopen_visit(shell: Shell, desk: Desk, kind: VisitKind, about: str, draft: Payload) -> "VisitPanel":
    """Return the form of a draft again; `about` is what stands after the kind in its key."""
    case_id, person_id, appointment_id = (*about.split(":"), "", "")[:3]
    subject = VisitSubject(person_id, case_id or None, appointment_id=appointment_id or None)
    return VisitPanel(shell, desk, kind, subject, draft=draft)


class VisitPanel(RecordPanel):
    """The form at the right, for a home visit, a prison visit or another contact."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        kind: VisitKind,
        subject: VisitSubject,
        *,
        spec: PanelSpec | None = None,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_VisitForm()
        self.ui.setupUi(content)
        self._kind, self._subject = kind, subject
        self._offered: Offer | None = None
        self._today = desk.clock.today
        self.next = NextPart(self.ui, self._ask_next, desk.clock.today, content)
        self._arrange_more()
        title = QCoreApplication.translate("VisitPanel", kind.title)
        save = QCoreApplication.translate("VisitPanel", kind.save)
        spec = spec or PanelSpec(title, save, _draft_key(kind, subject), subject.name)
        super().__init__(shell, desk, content, spec, draft=draft)
        self.ui.agreementsField.today = desk.clock.today
        self.ui.kindField.changed.connect(self._kind_changed)
        self.ui.reachedField.changed.connect(self._reached_changed)
        for one in (self.ui.dateField, self.ui.timeField):
            one.changed.connect(self._moment_changed)

    # --- filling ---

    def fetch(self) -> Any:
        """Return who may have been there, and where."""
        desk, subject = self.desk, self._subject
        places = facilities.facilities(desk) if self._kind is PRISON else []
        met = partners.partners(desk) if self._kind.chosen else []
        return Offer(
            subject.name or person_name(persons.get_person(desk, subject.person_id)),
            attendee_suggestions(desk, subject.case_id or subject.person_id),
            [Suggestion("partner", one.id, one.name, one.kind) for one in met],
            [Choice(place.id, place.name) for place in places],
        )

    def fill(self, found: Any) -> None:
        """Begin with now, reached, a fact, and the next contact the way this one is."""
        self.offer(found)
        ui, kind = self.ui, self._subject.contact_kind or self._kind.begins_as
        ui.kindField.set_value(kind if self._kind.chosen else "")
        ui.facilityField.set_value(self._subject.facility_id)
        ui.reachedField.set_choices(reached_choices(kind))
        ui.reachedField.set_value("yes")
        ui.informationKindField.set_value("fact")
        ui.initiativeField.set_value("worker")
        ui.nextKindField.set_value(kind)
        ui.dateField.set_value(self._today())
        now = self.desk.clock.now().astimezone()
        ui.timeField.set_value(time(now.hour, now.minute - now.minute % 5))

    def offer(self, found: Offer) -> None:
        """Show what can be chosen."""
        self._offered = found
        self.set_subtitle(found.name)
        ui = self.ui
        ui.kindField.set_choices(other_kinds())
        offer_facilities(ui.facilityField, found.facilities)
        ui.durationField.set_range(0, _LAST_MINUTE)
        ui.agreementsField.offer_names([one.name for one in (*found.attendees, *found.partners)])
        self._offer_attendees()

    def arrange(self) -> None:
        """Show what belongs to the kind of contact, and to whether someone was reached."""
        ui, reached = self.ui, self._reached()
        ui.kindField.setVisible(self._kind.chosen)
        ui.facilityField.setVisible(self._kind is PRISON)
        for part in (ui.attendeesField, ui.informationKindField, ui.agreementsField):
            part.setVisible(reached)
        heard = ui.informationKindField.value() == "source"
        ui.informationSourceField.setVisible(reached and heard)
        ui.reportField.set_optional(not reached)
        self.next.show_for(reached=reached)
        if ui.placeField.raw() or ui.durationField.value() or ui.initiativeField.value() != "worker":
            self._show_more()

    # --- saving ---

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the contact."""
        given = self._kind.make(**self.inputs(values))
        kind = self.contact_kind()
        return lambda: self._kind.log(self.desk, kind, given)

    def stored(self, result: Done[Any]) -> None:
        """Tell that the contact is on disk."""
        self.shell.emit_changed(result.changes, self)
        visit = not self._kind.chosen
        said = self.tr("Bezoek opgeslagen") if visit else self.tr("Contact opgeslagen")
        if result.value.kind not in MEETINGS:
            self.shell.announce(said)
            return
        contact = result.value
        self.shell.announce(
            said,
            self.tr("Wat is gedeeld?"),
            lambda: self.shell.open_panel(sharing_of(self.shell, self.desk, contact)),
        )

    def failed(self, error: CasusError) -> bool:
        """Bring the errors of an agreement's parts to the field of all agreements."""
        if not isinstance(error, InvalidForm):
            return False
        return self.form.take(
            InvalidForm(tuple(renamed(one, one.field.split(".")[0]) for one in error.errors))
        )

    def contact_kind(self) -> str:
        """Return the kind that is written down, of list contact_kind."""
        return self.ui.kindField.value() if self._kind.chosen else self._kind.code

    def inputs(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return the fields of the input."""
        given, reached = dict(values), self._reached()
        for name in ("kind", "next_pick", "instead"):
            del given[name]
        if self._kind is not PRISON:
            del given["facility_id"]
        heard = reached and values["information_kind"] == "source"
        return {
            **given,
            "person_id": self._subject.person_id,
            "case_id": self._subject.case_id,
            "appointment_id": self._subject.appointment_id,
            "at_time": _clock_text(values["at_time"]),
            "next_time": _clock_text(values["next_time"]),
            "next_kind": values["next_kind"] or None,
            "duration_minutes": values["duration_minutes"] or None,
            "information_source": values["information_source"] if heard else None,
            "attendees": self._attendees() if reached else (),
            "agreements": values["agreements"] if reached else self.next.agreements(values["next_on"]),
        }

    # --- what follows from what is chosen ---

    def _kind_changed(self) -> None:
        kind = self.contact_kind()
        self.ui.reachedField.set_choices(reached_choices(kind))
        if not self.ui.reachedField.value():
            self.ui.reachedField.set_value("yes")
        self.ui.nextKindField.set_value(kind)
        self._offer_attendees()

    def _reached_changed(self) -> None:
        """Not reached: propose when to try again."""
        if self._reached():
            self.next.reached_again()
        else:
            self.next.propose()

    def _moment_changed(self) -> None:
        if not self._reached():
            self.next.propose()

    def _ask_next(self, on: date, at_time: str | None, show: Callable[[NextAttempt], None]) -> None:
        desk, person_id, kind = self.desk, self._subject.person_id, self.contact_kind()
        self.shell.tasks.run(
            lambda: next_attempt(desk, person_id, on, at_time, kind=kind), owner=self, done=show
        )

    def _reached(self) -> bool:
        return bool(self.ui.reachedField.value() == "yes")

    def _offer_attendees(self) -> None:
        self.ui.attendeesField.set_choices([Choice(code_of(one), words_for(one)) for one in self.offered()])

    def offered(self) -> list[Suggestion]:
        """Return who is offered as present: at a meeting the partners too."""
        return self._offered.at(self.contact_kind()) if self._offered else []

    def _attendees(self) -> tuple[Attendee, ...]:
        chips = self.ui.attendeesField
        chosen = set(chips.value())
        found = [attendee_of(one) for one in self.offered() if code_of(one) in chosen]
        return tuple(found) + tuple(Attendee(name=name) for name in chips.free_entries())

    # --- what is seldom needed ---

    def _arrange_more(self) -> None:
        self.more = button(
            QCoreApplication.translate("VisitPanel", "Meer: plaats, duur en initiatief"), self._more_pressed,
            kind="link",
        )  # fmt: skip
        layout = self.ui.fields
        layout.insertWidget(layout.indexOf(self.ui.moreBox), self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.ui.moreBox.hide()

    def _more_pressed(self) -> None:
        self._show_more()
        self.ui.placeField.take_focus()

    def _show_more(self) -> None:
        self.ui.moreBox.show()
        self.more.hide()


def sharing_of(shell: Shell, desk: Desk, contact: Contact) -> MeetingSharingPanel:
    """Return the form for what was shared at a meeting."""
    return MeetingSharingPanel(shell, desk, contact.id, contact.person_id, contact.case_id or "")


def _draft_key(kind: VisitKind, subject: VisitSubject) -> str:
    parts = [kind.code, subject.case_id or "", subject.person_id, subject.appointment_id or ""]
    return ":".join(parts).rstrip(":")


def _clock_text(moment: time | None) -> str | None:
    return moment.strftime("%H:%M") if moment else None
