# SPDX-License-Identifier: EUPL-1.2
"""The form that offers a case to a colleague, with a note that begins with what the dossier says.

A colleague whose card is known gets it in a sealed file; to another one the offer is only written down.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidForm
from casus.gui.drafts import Payload
from casus.gui.forms.ui_hand_over_form import Ui_HandOverForm
from casus.gui.labels import label as code_label
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.transfers.files import FilePlace
from casus.gui.transfers.note import first_words
from casus.gui.widgets.choice import Choice
from casus.services import case_exchange, exchange, partners, transfers
from casus.services.case_exchange import OfferNotes, SealedOffer
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.desk import Desk
from casus.services.exchange import ColleagueRow
from casus.services.exchange.colleagues import UNVERIFIED
from casus.services.records import Transfer, Worker
from casus.services.transfer_note import NoteFacts, note_facts
from casus.services.transfers import TransferInput

_NEW, _CARD = "new", "card:"
_ROLES = frozenset({"pga_expert", "rio"})


@dataclass(frozen=True)
class _Found:
    """The colleagues to choose from, and what the note begins with."""

    workers: list[Worker]
    facts: NoteFacts
    cards: list[ColleagueRow]
    notes: OfferNotes


class OfferPanel(RecordPanel):
    """Offer a case to a colleague on file, or to one whose name is typed."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_HandOverForm()
        self.ui.setupUi(content)
        self._case_id = case_id
        self._place = FilePlace(self.ui.pathField, desk, "case")
        self._cards: dict[str, ColleagueRow] = {}
        self._limited = False
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("OfferPanel", "Casus overdragen"),
            translate("OfferPanel", "Casus aanbieden"),
            f"hand_over:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Found:
        """Return the colleagues, and what the dossier says."""
        cards = [one for one in exchange.colleagues(self.desk, usable=True) if one.role in _ROLES]
        return _Found(
            partners.workers(self.desk),
            note_facts(self.desk, self._case_id),
            cards,
            case_exchange.offer_notes(self.desk, self._case_id),
        )

    def fill(self, found: _Found) -> None:
        """Begin with the note; with no colleague on file a name is asked at once."""
        self.set_subtitle(found.facts.person_name)
        self._cards = {f"{_CARD}{one.id}": one for one in found.cards}
        self._limited = found.notes.limited
        sealed = [Choice(key, self._sealed_words(one)) for key, one in self._cards.items()]
        others = [Choice(one.id, one.name) for one in found.workers if one.id != self.desk.worker_id]
        self.ui.toWorkerField.set_choices([*sealed, *others, Choice(_NEW, self.tr("Iemand anders…"))])
        if not others and not sealed:
            self.ui.toWorkerField.set_value(_NEW)
        self.ui.noteField.set_value(first_words(found.facts, self.desk.today()))

    def arrange(self) -> None:
        """A name is typed for someone who is not on file; a file is asked for a colleague with a card."""
        chosen = self.ui.toWorkerField.value()
        self.ui.toNameField.setVisible(chosen == _NEW)
        card = self._cards.get(chosen or "")
        self.ui.pathField.setVisible(card is not None)
        self.ui.limitedField.setVisible(card is not None and self._limited)
        self.ui.unverifiedField.setVisible(card is not None and card.state == UNVERIFIED)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what offers the case."""
        card = self._cards.get(values["to_worker_id"] or "")
        if card is not None:
            return self._seal(card, values)
        given = {name: filled(values)[name] for name in ("to_worker_id", "to_name")}
        if given["to_worker_id"] == _NEW:
            given["to_worker_id"] = None
        else:
            given["to_name"] = None
        data = TransferInput(self._case_id, values["note"], **given)
        return lambda: transfers.offer_transfer(self.desk, data)

    def failed(self, error: CasusError) -> bool:
        """Say at the fields what is wrong with the file, and with whom it goes to."""
        if isinstance(error, InvalidForm):
            names = {"colleague_id": "to_worker_id"}
            return self.form.take(
                InvalidForm(tuple(renamed(one, names.get(one.field, one.field)) for one in error.errors))
            )
        return self._place.take(error)

    def _seal(self, card: ColleagueRow, values: dict[str, Any]) -> Callable[[], Any]:
        path = values["path"]
        data = SealedOffer(
            self._case_id,
            values["note"],
            card.id,
            although_limited=self._limited and values["although_limited"],
            unverified=card.state == UNVERIFIED and values["unverified"],
        )
        return lambda: case_exchange.send_case(self.desk, data, path, overwrite=self._place.may_replace(path))

    def _sealed_words(self, one: ColleagueRow) -> str:
        parts = [one.name, code_label("worker_role", one.role), self.tr("in een verzegeld bestand")]
        if one.state == UNVERIFIED:
            parts.append(code_label("colleague_state", one.state).lower())
        return " · ".join(parts)

    def stored(self, result: Done[Transfer]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        sealed = bool(result.changes.touches("bundle_receipts"))
        done = self.tr("Casus verzegeld. Geef het bestand aan je collega.")
        self.shell.announce(done if sealed else self.tr("Casus aangeboden"))
