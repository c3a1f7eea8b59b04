# SPDX-License-Identifier: EUPL-1.2
"""The form of a contact that was recorded: to correct it, or to delete it when it was a mistake."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication

from casus.domain.times import parse_time
from casus.gui.drafts import Payload
from casus.gui.labels import label
from casus.gui.panels import PanelSpec
from casus.gui.registers.removal import Removal
from casus.gui.shell import Shell
from casus.gui.visits.kinds import MEETINGS, VisitSubject, form_for, reached_choices
from casus.gui.visits.panel import VisitPanel, sharing_of
from casus.gui.visits.who import Offer, code_of
from casus.gui.widgets.buttons import button
from casus.gui.widgets.text import show_if
from casus.services import contact_changes
from casus.services.changes import Done
from casus.services.contact_changes import RecordedContact
from casus.services.contact_help import Suggestion
from casus.services.desk import Desk
from casus.services.inputs import Attendee, ContactInput


class CorrectPanel(VisitPanel):
    """Correct a contact; its agreements and the next appointment are tasks and appointments by now."""

    columns: ClassVar[Mapping[str, str]] = {}

    def __init__(self, shell: Shell, desk: Desk, contact_id: str, *, draft: Payload | None = None) -> None:
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("CorrectPanel", "Contact verbeteren"),
            translate("CorrectPanel", "Verbetering opslaan"),
            f"contact_edit:{contact_id}",
        )
        self._contact_id = contact_id
        self._recorded: RecordedContact | None = None
        super().__init__(shell, desk, form_for(""), VisitSubject("", None), spec=spec, draft=draft)
        self.removal = Removal(
            self._delete, translate("CorrectPanel", "Echt verwijderen? Je kunt het nog ongedaan maken.")
        )
        self.add_action(self.removal)
        words = translate("CorrectPanel", "Vastleggen wat is gedeeld")
        self.share = button(words, self._share, kind="link", icon="share-network")
        self.share.hide()
        self.ui.fields.addWidget(self.share)

    def fetch(self) -> Any:
        """Return the contact, and who may have been there."""
        found = contact_changes.recorded_contact(self.desk, self._contact_id)
        contact = found.contact
        self._kind = form_for(contact.kind)
        self._subject = VisitSubject(contact.person_id, contact.case_id, facility_id=contact.facility_id)
        offered = super().fetch()
        known = {code_of(one) for one in offered.attendees}
        there = [_suggestion(one, name) for one, name in found.attendees]
        more = [one for one in there if code_of(one) not in known]
        return replace(offered, attendees=[*offered.attendees, *more]), found

    def fill(self, found: tuple[Offer, RecordedContact]) -> None:
        """Show what was recorded."""
        offered, recorded = found
        self._recorded, contact, ui = recorded, recorded.contact, self.ui
        self._version = contact.version
        self.offer(offered)
        self.set_subtitle(self.tr("{0} · {1}").format(offered.name, label("contact_kind", contact.kind)))
        show_if(self.share, contact.kind in MEETINGS)
        ui.reachedField.set_choices(reached_choices(contact.kind))
        ui.reachedField.set_value(contact.reached)
        ui.dateField.set_value(contact.on)
        ui.timeField.set_value(parse_time(contact.at_time) if contact.at_time else None)
        ui.attendeesField.set_value([code_of(_suggestion(one, name)) for one, name in recorded.attendees])
        ui.reportField.set_value(contact.report)
        ui.informationKindField.set_value(contact.information_kind)
        ui.informationSourceField.set_value(contact.information_source)
        ui.placeField.set_value(contact.place)
        ui.durationField.set_value(contact.duration_minutes)
        ui.initiativeField.set_value(contact.initiative)

    def about(self) -> tuple[str, str] | None:
        """The contact."""
        return "contacts", self._contact_id

    def arrange(self) -> None:
        """Show what can be corrected; the rest became records of their own."""
        super().arrange()
        ui = self.ui
        for part in (
            ui.kindField, ui.facilityField, ui.agreementsField, ui.insteadField, ui.nextPickField, ui.nextRow,
            self.next.why,
        ):  # fmt: skip
            part.hide()

    def contact_kind(self) -> str:
        """Return the kind that was recorded."""
        return self._recorded.contact.kind if self._recorded else ""

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the correction."""
        given = self.inputs(values)
        given.pop("facility_id", None)
        basis = self._recorded.contact.legal_basis if self._recorded else None
        nothing_new = {"agreements": (), "next_on": None, "next_time": None, "next_kind": None}
        data = ContactInput(**{**given, **nothing_new, "legal_basis": basis})
        version = self._version
        return lambda: contact_changes.correct_contact(self.desk, self._contact_id, version, data)

    def stored(self, result: Done[Any]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Verbetering opgeslagen"))

    def _reached_changed(self) -> None:
        """A correction proposes no next attempt."""

    def _moment_changed(self) -> None:
        """A correction proposes no next attempt."""

    def _share(self) -> None:
        """Write down what was shared with those who were there."""
        if self._recorded is not None:
            self.shell.open_panel(sharing_of(self.shell, self.desk, self._recorded.contact))

    def _delete(self) -> None:
        desk, version = self.desk, self._version
        self.set_busy(True)
        self.shell.tasks.run(
            lambda: contact_changes.delete_contact(desk, self._contact_id, version),
            owner=self,
            done=self._deleted,
            failed=self._failed,
        )

    def _deleted(self, result: Done[Any]) -> None:
        self.throw_away()
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Contact verwijderd"))


def _suggestion(one: Attendee, name: str) -> Suggestion:
    if one.person_id:
        return Suggestion("person", one.person_id, name, "")
    return (
        Suggestion("partner", one.partner_id, name, "")
        if one.partner_id
        else Suggestion("name", None, name, "name")
    )
