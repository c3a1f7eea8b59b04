# SPDX-License-Identifier: EUPL-1.2
"""The form that offers a case to a colleague, with a note that begins with what the dossier says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_hand_over_form import Ui_HandOverForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.transfers.note import first_words
from casus.gui.widgets.choice import Choice
from casus.services import partners, transfers
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import Transfer, Worker
from casus.services.transfer_note import NoteFacts, note_facts
from casus.services.transfers import TransferInput

_NEW = "new"


@dataclass(frozen=True)
class _Found:
    """The colleagues to choose from, and what the note begins with."""

    workers: list[Worker]
    facts: NoteFacts


class OfferPanel(RecordPanel):
    """Offer a case to a colleague on file, or to one whose name is typed."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_HandOverForm()
        self.ui.setupUi(content)
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("OfferPanel", "Casus overdragen"),
            translate("OfferPanel", "Casus aanbieden"),
            f"hand_over:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Found:
        """Return the colleagues, and what the dossier says."""
        return _Found(partners.workers(self.desk), note_facts(self.desk, self._case_id))

    def fill(self, found: _Found) -> None:
        """Begin with the note; with no colleague on file a name is asked at once."""
        self.set_subtitle(found.facts.person_name)
        others = [Choice(one.id, one.name) for one in found.workers if one.id != self.desk.worker_id]
        self.ui.toWorkerField.set_choices([*others, Choice(_NEW, self.tr("Iemand anders…"))])
        if not others:
            self.ui.toWorkerField.set_value(_NEW)
        self.ui.noteField.set_value(first_words(found.facts, self.desk.today()))

    def arrange(self) -> None:
        """A name is typed for someone who is not on file."""
        self.ui.toNameField.setVisible(self.ui.toWorkerField.value() == _NEW)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what offers the case."""
        given = filled(values)
        if given["to_worker_id"] == _NEW:
            given["to_worker_id"] = None
        else:
            given["to_name"] = None
        given["note"] = values["note"]
        data = TransferInput(self._case_id, **given)
        return lambda: transfers.offer_transfer(self.desk, data)

    def stored(self, result: Done[Transfer]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Casus aangeboden"))
