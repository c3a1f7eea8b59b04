# SPDX-License-Identifier: EUPL-1.2
"""The forms that record what data went to whom and on what basis: one recipient, all of a meeting, a correction."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_sharing_form import Ui_SharingForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import limits, partners, sharing
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import Recipient, SharingInput
from casus.services.naming import person_name
from casus.services.records import DataSharing, Partner
from casus.services.sharing import Sharing

CORRECT, WITHDRAW = "correct", "withdraw"
_ASKED = {"other", "wpg"}


class _SharingForm(RecordPanel):
    """What the forms have in common: what a basis asks, and the fields of one entry."""

    def __init__(self, shell: Shell, desk: Desk, spec: PanelSpec, draft: Payload | None) -> None:
        content = QWidget()
        self.ui = Ui_SharingForm()
        self.ui.setupUi(content)
        self._limited = False
        super().__init__(shell, desk, content, spec, draft=draft)

    def look_at_limit(self, person_id: str, case_id: str | None) -> None:
        """Ask why it may be shared all the same, when an objection limits the case."""

        def show(limited: bool) -> None:
            self._limited = limited
            self.arrange()

        desk = self.desk
        self.shell.tasks.run(
            lambda: limits.limited(desk, person_id, case_id),
            owner=self,
            done=show,
            failed=lambda _error: None,  # saving asks it again
        )

    def offer_partners(self, found: list[Partner]) -> None:
        """Let one of the partners be chosen, or someone else be named."""
        someone = Choice("", self.tr("Iemand anders"))
        self.ui.partnerField.set_choices([*(Choice(one.id, one.name) for one in found), someone])
        self.ui.partnerField.set_optional(True)

    def arrange(self) -> None:
        """Ask words where a basis or a kind says nothing without them, and the day of consent."""
        ui = self.ui
        basis = ui.legalBasisField.value()
        ui.basisNoteField.set_optional(basis not in _ASKED)
        ui.basisNoteField.set_help(self._help(basis))
        ui.whatField.set_optional("other" not in ui.dataKindsField.value())
        away = self.away()
        for key, field in self.form.fields.items():
            field.setVisible(key not in away)

    def away(self) -> set[str]:
        """Return the keys of the fields that are not asked."""
        ui = self.ui
        found = {"mode", "recipients", "reason"}
        if ui.partnerField.value():
            found.add("recipient")
        if ui.legalBasisField.value() != "consent":
            found.add("consent_on")
        if not self._limited:
            found |= {"restriction_ground", "restriction_reason"}
        return found

    def _help(self, basis: str) -> str:
        if basis == "wpg":
            return self.tr("Politiegegevens mag je niet zomaar doorgeven: schrijf op waarom het hier mag.")
        if basis == "consent":
            return self.tr("Onder de 16: welke wettelijk vertegenwoordiger gaf toestemming?")
        return ""

    def entry(self, values: dict[str, Any], person_id: str, case_id: str | None, **more: Any) -> SharingInput:
        """Return the input these fields make."""
        given = filled(values)
        for key in ("mode", "recipients", "reason"):
            given.pop(key, None)
        if given["partner_id"]:
            given["recipient"] = None
        if given["legal_basis"] != "consent":
            given["consent_on"] = None
        return SharingInput(**given, person_id=person_id, case_id=case_id, **more)


class SharingPanel(_SharingForm):
    """Record that data of a person was shared with someone."""

    def __init__(
        self, shell: Shell, desk: Desk, person_id: str, case_id: str, *, draft: Payload | None = None
    ) -> None:
        self._person_id, self._case_id = person_id, case_id
        super().__init__(shell, desk, _spec(f"sharing:{person_id}:{case_id}"), draft)

    def fetch(self) -> list[Partner]:
        """Return the partners."""
        return partners.partners(self.desk)

    def fill(self, found: list[Partner]) -> None:
        """Begin with today."""
        self.offer_partners(found)
        self.ui.legalBasisField.set_value("public_task")
        self.ui.onField.set_value(self.desk.today())
        self.look_at_limit(self._person_id, self._case_id or None)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        data = self.entry(values, self._person_id, self._case_id or None)
        return lambda: sharing.log_sharing(self.desk, data)

    def stored(self, result: Done[DataSharing]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Verstrekking vastgelegd"))


class MeetingSharingPanel(_SharingForm):
    """Record what was shared at a meeting: with everyone who was there at once, a line for each."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        contact_id: str,
        person_id: str,
        case_id: str,
        *,
        draft: Payload | None = None,
    ) -> None:
        self._contact_id, self._person_id, self._case_id = contact_id, person_id, case_id
        self._there: dict[str, Recipient] = {}
        super().__init__(shell, desk, _spec(f"sharing_meeting:{contact_id}:{person_id}:{case_id}"), draft)

    def fetch(self) -> tuple[date, list[Recipient]]:
        """Return the day, and who was there."""
        return sharing.present_partners(self.desk, self._contact_id)

    def fill(self, found: tuple[date, list[Recipient]]) -> None:
        """Begin with everyone who was there, on that day, in that way."""
        day, there = found
        self._there = {str(at): one for at, one in enumerate(there)}
        ui = self.ui
        ui.recipientsField.set_choices([Choice(at, _name(one)) for at, one in self._there.items()])
        ui.recipientsField.set_value(tuple(self._there))
        ui.legalBasisField.set_value("public_task")
        ui.wayField.set_value("case_meeting")
        ui.onField.set_value(day)
        self.look_at_limit(self._person_id, self._case_id or None)

    def away(self) -> set[str]:
        """Ask all recipients in one field."""
        return (super().away() | {"partner_id", "recipient", "received_by"}) - {"recipients"}

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records a line for each."""
        field = self.ui.recipientsField
        chosen = [self._there[at] for at in field.value() if at in self._there]
        chosen += [Recipient(recipient=name) for name in field.free_entries()]
        data = self.entry(values, self._person_id, self._case_id or None, contact_id=self._contact_id)
        return lambda: sharing.log_sharings(self.desk, data, chosen)

    def stored(self, result: Done[tuple[DataSharing, ...]]) -> None:
        """Tell how many."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("%n verstrekking(en) vastgelegd", "", len(result.value)))


class SharingEditPanel(_SharingForm):
    """Put an entry right, or say that this was not shared after all."""

    def __init__(self, shell: Shell, desk: Desk, sharing_id: str, *, draft: Payload | None = None) -> None:
        self._sharing_id = sharing_id
        self._of: tuple[str, str | None] = ("", None)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("SharingEditPanel", "Verstrekking verbeteren"),
            translate("SharingEditPanel", "Verbetering opslaan"),
            f"sharing_edit:{sharing_id}",
        )
        super().__init__(shell, desk, spec, draft)

    def fetch(self) -> tuple[Sharing, list[Partner]]:
        """Return the entry and the partners."""
        return sharing.get_sharing(self.desk, self._sharing_id), partners.partners(self.desk)

    def fill(self, found: tuple[Sharing, list[Partner]]) -> None:
        """Show what the entry says."""
        (one, offered), ui = found, self.ui
        record = one.record
        self._version, self._of = record.version, (record.person_id, record.case_id)
        self.set_subtitle(person_name(one.person))
        self.offer_partners(offered)
        ui.modeField.set_choices(
            [
                Choice(CORRECT, self.tr("Er staat iets fout")),
                Choice(WITHDRAW, self.tr("Dit is niet gedeeld")),
            ]
        )
        ui.modeField.set_value(CORRECT)
        ui.partnerField.set_value(record.partner_id or "")
        ui.recipientField.set_value("" if record.partner_id else record.recipient)
        ui.receivedByField.set_value(record.received_by)
        ui.dataKindsField.set_value(record.data_kinds)
        ui.whatField.set_value(record.what)
        ui.wayField.set_value(record.way)
        ui.legalBasisField.set_value(record.legal_basis)
        ui.basisNoteField.set_value(record.basis_note)
        ui.consentOnField.set_value(record.consent_on)
        ui.onField.set_value(record.on)
        ui.personToldField.set_value(record.person_told)
        ui.restrictionGroundField.set_value(record.restriction_ground)
        ui.restrictionReasonField.set_value(record.restriction_reason)
        self.look_at_limit(*self._of)

    def about(self) -> tuple[str, str] | None:
        """The entry."""
        return "data_sharings", self._sharing_id

    def arrange(self) -> None:
        """Ask the reason in the words of what is done."""
        super().arrange()
        gone = self.ui.modeField.value() == WITHDRAW
        self.ui.reasonField.set_label(
            self.tr("Waarom staat dit hier ten onrechte?") if gone else self.tr("Waarom verbeter je dit?")
        )

    def away(self) -> set[str]:
        """Of what was not shared only the reason is asked."""
        if self.ui.modeField.value() == WITHDRAW:
            return set(self.form.fields) - {"mode", "reason"}
        return super().away() - {"mode", "reason"}

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what corrects or withdraws it."""
        desk, sharing_id, version = self.desk, self._sharing_id, self._version
        reason = values["reason"]
        if self.ui.modeField.value() == WITHDRAW:
            return lambda: sharing.withdraw_sharing(desk, sharing_id, version, reason)
        data = self.entry(values, *self._of)
        return lambda: sharing.correct_sharing(desk, sharing_id, version, data, reason)

    def stored(self, result: Done[DataSharing]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        gone = result.value.withdrawn_on is not None
        said = self.tr("Verstrekking vervallen verklaard") if gone else self.tr("Verstrekking verbeterd")
        self.shell.announce(said)


def _name(one: Recipient) -> str:
    return f"{one.recipient} ({one.received_by})" if one.received_by else one.recipient or ""


def _spec(key: str) -> PanelSpec:
    translate = QCoreApplication.translate
    return PanelSpec(
        translate("SharingPanel", "Gegevens gedeeld"), translate("SharingPanel", "Vastleggen"), key
    )
