# SPDX-License-Identifier: EUPL-1.2
"""The form for the rhythm of contacts: so many days between two, per phase."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_rhythm_form import Ui_RhythmForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.text_fields import NumberField
from casus.services import rhythm
from casus.services.changes import Done
from casus.services.desk import Desk


class RhythmPanel(RecordPanel):
    """Say after how many days a case asks for a contact."""

    def __init__(self, shell: Shell, desk: Desk, _about: str = "", *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_RhythmForm()
        self.ui.setupUi(content)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("RhythmPanel", "Ritme van bezoeken"),
            translate("RhythmPanel", "Ritme opslaan"),
            "rhythm:vault",
            translate("RhythmPanel", "Dagen tussen twee contacten, per fase."),
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> dict[str, int]:
        """Return the rhythm as it is."""
        return rhythm.get_rhythm(self.desk)

    def fill(self, found: dict[str, int]) -> None:
        """Begin with what holds now."""
        for key, field in self.form.fields.items():
            if isinstance(field, NumberField):
                field.set_range(0, 9_999)
            field.set_value(found[key])

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what keeps it."""
        return lambda: rhythm.set_rhythm(self.desk, values)

    def stored(self, result: Done[dict[str, int]]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Ritme opgeslagen"))
