# SPDX-License-Identifier: EUPL-1.2
"""The forms that answer a case that came in a sealed file: it was taken over, or it is not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from casus.errors import BundleInvalid, CasusError, HandOverInvalid, NotAllowed
from casus.gui.drafts import Payload
from casus.gui.error_text import sentence
from casus.gui.forms.ui_case_answer_form import Ui_CaseAnswerForm
from casus.gui.forms.ui_case_refusal_form import Ui_CaseRefusalForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.transfers.files import FilePlace, documents_folder
from casus.services import case_exchange, exchange, transfers
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.exchange import SUFFIX, Taken
from casus.services.exchange.colleagues import UNVERIFIED

ANSWER_KIND = "case_answer"


class CaseAnswerPanel(RecordPanel):
    """Write the file that tells a colleague that their case was taken over."""

    def __init__(self, shell: Shell, desk: Desk, transfer_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_CaseAnswerForm()
        self.ui.setupUi(content)
        self._transfer_id = transfer_id
        self._place = FilePlace(self.ui.pathField, desk, ANSWER_KIND)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("CaseAnswerPanel", "Antwoord maken"),
            translate("CaseAnswerPanel", "Verzegelen en bewaren"),
            f"case_answer:{transfer_id}",
            translate("CaseAnswerPanel", "Maak het antwoord voor je collega."),
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> tuple[str, str, bool]:
        """Return whose case it is, of which colleague, and whether the words on their card were compared."""
        row = transfers.get_transfer(self.desk, self._transfer_id)
        known = [one for one in exchange.colleagues(self.desk) if one.worker_id == row.from_worker_id]
        return row.person_name, row.from_name, any(one.state == UNVERIFIED for one in known)

    def fill(self, found: tuple[str, str, bool]) -> None:
        """Say whose case it is, and who waits for the answer."""
        who, colleague, unsure = found
        words = self.tr("De casus van {0} is nu bij jou. Met dit antwoord weet {1} dat ook.")
        self.set_subtitle(words.format(who, colleague))
        self.ui.unverifiedField.setVisible(unsure)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what seals the answer."""
        path = values["path"]
        return lambda: case_exchange.send_case_answer(
            self.desk,
            self._transfer_id,
            path,
            note=values["note"],
            unverified=values["unverified"],
            overwrite=self._place.may_replace(path),
        )

    def failed(self, error: CasusError) -> bool:
        """Say at the field when the file could not be written."""
        return self._place.take(error)

    def stored(self, result: Done[Any]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Antwoord verzegeld. Geef het bestand aan je collega."))


class CaseRefusalPanel(RecordPanel):
    """Write the file that tells a colleague that their case is not taken over, and why."""

    def __init__(
        self, shell: Shell, desk: Desk, bundle: Path | None = None, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_CaseRefusalForm()
        self.ui.setupUi(content)
        self.ui.bundleField.set_value(bundle)
        self.ui.bundleField.ask = self._ask
        self.ui.unverifiedField.hide()
        self._place = FilePlace(self.ui.pathField, desk, ANSWER_KIND)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("CaseRefusalPanel", "Casus niet overnemen"),
            translate("CaseRefusalPanel", "Verzegelen en bewaren"),
            "case_refusal:new",
            translate("CaseRefusalPanel", "Er komt niets van de casus in je kluis. Je collega leest waarom."),
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what seals the answer."""
        bundle, path = values["bundle"], values["path"]
        return lambda: case_exchange.refuse_case(
            self.desk,
            bundle,
            values["reason"],
            path,
            unverified=values["unverified"],
            overwrite=self._place.may_replace(path),
        )

    def failed(self, error: CasusError) -> bool:
        """Say at the field which file is not right, or ask whether it goes to a card nobody compared."""
        if isinstance(error, NotAllowed) and error.rule == "unverified_colleague":
            self.ui.unverifiedField.show()
            self.ui.unverifiedField.set_error(sentence(error))
            self.ui.unverifiedField.take_focus()
            return True
        if isinstance(error, BundleInvalid | HandOverInvalid):
            self.ui.bundleField.set_error(sentence(error))
            self.ui.bundleField.take_focus()
            return True
        return self._place.take(error)

    def stored(self, result: Done[Any]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Antwoord verzegeld. Geef het bestand aan je collega."))

    def _ask(self) -> str:
        kinds = QCoreApplication.translate("SealPanel", "Verzegelde pakketten (*{0})").format(SUFFIX)
        field = self.ui.bundleField
        name, _ = QFileDialog.getOpenFileName(
            self, field.get_label(), field.raw() or str(documents_folder()), kinds
        )
        return name


def answer_after(shell: Shell, desk: Desk, taken: Taken) -> CaseAnswerPanel | None:
    """Return the form that follows when a case was taken over."""
    return CaseAnswerPanel(shell, desk, taken.record_id) if taken.record_id else None
