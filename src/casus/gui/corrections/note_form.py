# SPDX-License-Identifier: EUPL-1.2
"""The form in which is written down what the person disputes, and what they say of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError
from casus.gui.corrections.value_fields import ValueFields
from casus.gui.corrections.words import WHOLE, record_words, value_words
from casus.gui.dossier.field_words import field_name
from casus.gui.drafts import Payload
from casus.gui.forms.ui_correction_form import Ui_CorrectionForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.text import label
from casus.services import corrections
from casus.services.changes import Done
from casus.services.corrections import CorrectionInput, Disputable
from casus.services.corrections.fields import FIELDS, FieldSpec
from casus.services.desk import Desk
from casus.services.records import Correction

_CORRECT, _ERASE = "correct", "erase"


class CorrectionPanel(RecordPanel):
    """Note one thing the person disputes; `record` ("contacts:<id>") is chosen already where it was pointed at."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        person_id: str,
        kind: str = "",
        record_id: str = "",
        request_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_CorrectionForm()
        self.ui.setupUi(content)
        self._person_id, self._request_id = person_id, request_id
        self._pointed_at = f"{kind}:{record_id}" if record_id else ""
        self._known: dict[str, Disputable] = {}
        self._offered = ""
        self.now = label(tone="muted", wrap=True)
        self.ui.fields.insertWidget(2, self.now)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("CorrectionPanel", "De betrokkene is het er niet mee eens"),
            translate("CorrectionPanel", "Vastleggen"),
            f"correction:{person_id}:{kind}:{record_id}:{request_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        self._value = ValueFields(self.form, "proposed")

    def fetch(self) -> list[Disputable]:
        """Return what of the dossier can be disputed."""
        return corrections.disputables(self.desk, self._person_id)

    def fill(self, found: list[Disputable]) -> None:
        """Offer the records, the one that was pointed at chosen; begin with today."""
        self._known = {f"{one.kind}:{one.id}": one for one in found}
        today = self.desk.today()
        self.ui.recordField.set_choices(
            [Choice(key, record_words(one, today)) for key, one in self._known.items()]
        )
        self.ui.recordField.set_value(self._pointed_at or next(iter(self._known), ""))
        if (edit := self.ui.recordField.combo.lineEdit()) is not None:
            edit.setCursorPosition(0)
        self.ui.wishField.set_choices(
            [Choice(_CORRECT, self.tr("Verbeteren of aanvullen")), Choice(_ERASE, self.tr("Wissen"))]
        )
        self.ui.wishField.set_value(_CORRECT)
        self.ui.throughField.set_value("conversation")
        self.ui.notedOnField.set_value(today)

    def arrange(self) -> None:
        """Offer the fields of the chosen record, and the field in which the right value is typed."""
        record = self.ui.recordField.value()
        one = self._known.get(record)
        if record != self._offered:
            self._offered = record
            before = self.ui.fieldField.value()
            self.ui.fieldField.set_choices(self._fields(one))
            self.ui.fieldField.set_value(before or self._first(one))
        field = self.ui.fieldField.value()
        whole = field == WHOLE
        if whole:
            self.ui.wishField.set_value(_ERASE)
        asks = bool(field) and not whole and self.ui.wishField.value() == _CORRECT
        self._value.show(self._spec(one, field) if asks else None)
        says = one.values.get(field, "") if one is not None else ""
        words = value_words(one.kind, field, says) if one is not None and says else ""
        self.now.setText(self.tr("Nu staat er: {0}").format(words) if words else "")
        self.now.setVisible(bool(words))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what notes it."""
        kind, _colon, record_id = values["record"].partition(":")
        whole = values["field"] == WHOLE
        data = CorrectionInput(
            self._person_id,
            kind,
            record_id,
            None if whole else values["field"],
            values["statement"],
            values["noted_on"],
            values["through"],
            self._value.text(values),
            self._request_id or None,
            values["wish"] == _ERASE,
        )
        return lambda: corrections.note_correction(self.desk, data)

    def failed(self, error: CasusError) -> bool:
        """Show what is wrong with the value where it was typed."""
        return self._value.take(error)

    def stored(self, result: Done[Correction]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Vastgelegd. Beslis erover bij Verantwoording in het dossier."))

    def _fields(self, one: Disputable | None) -> list[Choice]:
        if one is None:
            return []
        whole = [Choice(WHOLE, self.tr("Alles wat hier staat"))] if one.whole else []
        return [*(Choice(name, field_name(name)) for name in one.values), *whole]

    def _first(self, one: Disputable | None) -> str:
        """Begin with the longest: what someone disputes is mostly a text."""
        if one is None:
            return ""
        return max(one.values, key=lambda name: len(one.values[name]), default="")

    def _spec(self, one: Disputable | None, field: str) -> FieldSpec | None:
        return FIELDS[one.kind].get(field) if one is not None else None
