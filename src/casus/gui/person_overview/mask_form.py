# SPDX-License-Identifier: EUPL-1.2
"""The form in which a worker decides about one text: hide words, show them after all, or leave the text out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_request_mask_form import Ui_RequestMaskForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.overview import MaskInput, mask_text
from casus.services.records import AccessRequest

FORM = "request_mask"
HIDE, SHOW, WITHHOLD, RESET = "hide", "show", "withhold", "reset"


class MaskPanel(RecordPanel):
    """Decide about the text `about`: request, kind, record and column, with colons between."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        about: str,
        *,
        act: str = HIDE,
        passage: str = "",
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_RequestMaskForm()
        self.ui.setupUi(content)
        self._about = about.split(":")
        self._act, self._passage = act, passage
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("MaskPanel", "Afschermen voor inzage"),
            translate("MaskPanel", "Vastleggen"),
            f"{FORM}:{about}",
            translate("MaskPanel", "Dit geldt voor dit verzoek en staat in het logboek."),
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fill(self, _found: Any) -> None:
        """Begin with what was selected."""
        self.ui.actField.set_choices(
            [
                Choice(HIDE, self.tr("Woorden afschermen")),
                Choice(SHOW, self.tr("Woorden toch tonen")),
                Choice(WITHHOLD, self.tr("De hele tekst weglaten")),
                Choice(RESET, self.tr("Terug naar wat het programma afschermt")),
            ]
        )
        self.ui.actField.set_value(self._act)
        self.ui.passageField.set_value(self._passage)

    def arrange(self) -> None:
        """Ask what belongs to what is chosen."""
        act = self.ui.actField.value()
        self.ui.passageField.setVisible(act in (HIDE, SHOW))
        self.ui.groundField.setVisible(act == WITHHOLD)
        self.ui.reasonField.setVisible(act != RESET)
        self.ui.reasonField.set_optional(act != SHOW)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        request_id, kind, record_id, field = self._about
        data = MaskInput(request_id, kind, record_id, field, **filled(values))
        return lambda: mask_text(self.desk, data)

    def stored(self, result: Done[AccessRequest]) -> None:
        """Tell; the view shows it at once."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Vastgelegd hoe deze tekst wordt getoond"))
