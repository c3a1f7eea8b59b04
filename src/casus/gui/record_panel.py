# SPDX-License-Identifier: EUPL-1.2
"""A form panel that fetches what it shows by itself, so that a record id is enough to make it again."""

from collections.abc import Callable
from typing import Any

from casus.errors import CasusError
from casus.gui.drafts import Payload
from casus.gui.panels import FormPanel, PanelSpec
from casus.gui.shell import Shell
from casus.gui.widgets.text import show_if
from casus.services.desk import Desk

__all__ = ["Opener", "RecordPanel", "filled"]

Opener = Callable[[Shell, str, Payload], "RecordPanel"]


class RecordPanel(FormPanel):
    """Base of forms about a record: subclasses give `fetch`, `fill`, `arrange`, `work` and `stored`.

    What `fetch` needs is set before `super().__init__`: it starts in the worker at once.
    """

    def __init__(
        self, shell: Shell, desk: Desk, content: Any, spec: PanelSpec, *, draft: Payload | None = None
    ) -> None:
        super().__init__(shell, content, spec, today=desk.clock.today, draft=draft)
        self.desk = desk
        self._ready = False
        content.setEnabled(False)
        self.set_busy(True)
        shell.tasks.run(self.fetch, owner=self, done=self._fetched, failed=self._not_fetched)

    def fetch(self) -> Any:
        """Return what the form shows; runs in the worker."""
        return None

    def fill(self, found: Any) -> None:
        """Put what was fetched into the fields: options, and the values they begin with."""

    def arrange(self) -> None:
        """Show the fields that belong to what is chosen; called after every change."""

    def save(self) -> None:
        """Store the form, once what it is about is there."""
        if self._ready:
            super().save()

    def set_subtitle(self, text: str) -> None:
        """Say under the title whom it is about."""
        self._subtitle.setText(text)
        show_if(self._subtitle, bool(text))

    def _fetched(self, found: Any) -> None:
        if not self._open:  # closed again before it came
            self.set_busy(False)
            return
        self.fill(found)
        self.content.setEnabled(True)
        self.arrange()
        # From here on: only what the user changes makes a draft, and a draft knows all its options.
        self.shell.drafts.register(self._key, self.form.snapshot, self.form.restore, self._draft)
        self.form.changed.connect(self.arrange)
        self.arrange()
        self._ready = True
        self.set_busy(False)
        self._begin()

    def _not_fetched(self, error: CasusError) -> None:
        self.set_busy(False)
        self.shell.show_error(error)

    def _begin(self) -> None:
        """Put the keyboard in the first field that is shown."""
        fields = self.form.fields.values()
        first = next((field for field in fields if field.isVisibleTo(self.content)), None)
        if first is not None and self.isVisible():
            first.take_focus()


def filled(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a form with None for what was left empty."""
    return {key: None if value == "" else value for key, value in values.items()}
