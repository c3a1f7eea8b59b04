# SPDX-License-Identifier: EUPL-1.2
"""The form of a figure from elsewhere."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_context_figure_form import Ui_ContextFigureForm
from casus.gui.labels import choices
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.registers.removal import Removal
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import context_figures
from casus.services.context_figures import MOST, ContextFigureInput
from casus.services.desk import Desk
from casus.services.records import ContextFigure

FORM, NEW = "context_figure", "new"
_NONE = "none"


class ContextFigurePanel(RecordPanel):
    """A new figure, or the one with this id."""

    def __init__(
        self, shell: Shell, desk: Desk, figure_id: str = NEW, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_ContextFigureForm()
        self.ui.setupUi(content)
        for field in (self.ui.lowField, self.ui.highField):
            field.set_range(0, MOST)
        self.ui.pillarField.set_choices(
            [Choice(_NONE, QCoreApplication.translate("ContextFigurePanel", "Geen")), *choices("pillar")]
        )
        self._figure_id = "" if figure_id == NEW else figure_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("ContextFigurePanel", "Contextcijfer"),
            translate("ContextFigurePanel", "Opslaan"),
            f"{FORM}:{figure_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        if self._figure_id:
            self.add_action(Removal(self._remove, self.tr("Dit cijfer echt verwijderen?")))

    def about(self) -> tuple[str, str] | None:
        """Return the record that is changed."""
        return (context_figures.KIND, self._figure_id) if self._figure_id else None

    def fetch(self) -> ContextFigure | None:
        """Return the figure to change."""
        return context_figures.get_context_figure(self.desk, self._figure_id) if self._figure_id else None

    def fill(self, found: ContextFigure | None) -> None:
        """Begin with the figure there is."""
        if found is None:
            self.ui.pillarField.set_value(_NONE)
            return
        self._version = found.version
        for key, field in self.form.fields.items():
            field.set_value(getattr(found, key))
        self.ui.pillarField.set_value(found.pillar or _NONE)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the figure; 0 as the highest number means there is none."""
        plain: dict[str, Any] = {key: None if value == "" else value for key, value in values.items()}
        plain["pillar"] = None if plain["pillar"] == _NONE else plain["pillar"]
        plain["high"] = plain["high"] or None
        data = ContextFigureInput(
            **{**plain, **{key: plain[key] or "" for key in ("what", "unit", "source")}}
        )
        figure_id, version = self._figure_id, self._version
        if not figure_id:
            return lambda: context_figures.add_context_figure(self.desk, data)
        return lambda: context_figures.update_context_figure(self.desk, figure_id, version, data)

    def stored(self, result: Any) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Contextcijfer opgeslagen"))

    def _remove(self) -> None:
        figure_id, version = self._figure_id, self._version
        self.remove(
            lambda: context_figures.remove_context_figure(self.desk, figure_id, version),
            self.tr("Contextcijfer verwijderd"),
        )
