# SPDX-License-Identifier: EUPL-1.2
"""A side panel with a form that reads, saves in the background, shows errors and keeps its draft."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError
from casus.gui.dates_text import local_time
from casus.gui.drafts import Payload, Restored
from casus.gui.shell.page import Shell
from casus.gui.widgets.field_steps import install_steps
from casus.gui.widgets.form import Form
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.spot import go_to


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """Words and keys of a form panel; `draft_key` names kind and record by ids, as in `visit:<case id>`."""

    title: str
    save_text: str
    draft_key: str
    subtitle: str = ""


class FormPanel(SidePanel):
    """Base of the forms at the right; subclasses give `work` and `stored`."""

    def __init__(
        self,
        shell: Shell,
        content: QWidget,
        spec: PanelSpec,
        *,
        today: Callable[[], date] = date.today,
        draft: Payload | None = None,
    ) -> None:
        super().__init__(spec.title, content, save_text=spec.save_text, subtitle=spec.subtitle)
        self.shell = shell
        self.form = Form(content, today=today)
        install_steps(self, self.form)
        self._key = spec.draft_key
        self._open = True
        self._draft = shell.drafts.register(self._key, self.form.snapshot, self.form.restore, draft)
        shell.drafts.saved.connect(self._draft_saved)
        self.form.changed.connect(lambda: shell.drafts.touch(self._key))
        self.save_requested.connect(self.save)
        self.going.connect(self._keep_draft)
        self.discard_requested.connect(self.throw_away)
        if self._draft is not None:
            self.show_draft_state(self._restored_words(self._draft))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what the worker runs to store these values."""
        raise NotImplementedError

    def stored(self, result: Any) -> None:
        """Tell the world: it is on disk, the panel is closed and the draft gone."""
        raise NotImplementedError

    def failed(self, _error: CasusError) -> bool:
        """Deal with an error of one's own; True when that was done."""
        return False

    def save(self) -> None:
        """Read the form, and store it in the background when it is right."""
        self.show_notice("")
        values = self.form.read()
        if values is None:
            return
        self.set_busy(True)
        self.shell.tasks.run(self.work(values), owner=self, done=self._done, failed=self._failed)

    def begin(self) -> bool:
        spot = self._draft.spot if isinstance(self._draft, Restored) else None
        return spot is not None and go_to(self.form, spot)

    def throw_away(self) -> None:
        """Drop the draft and close."""
        self._end()

    def _done(self, result: Any) -> None:
        self._end()
        self.stored(result)

    def remove(self, work: Callable[[], Any], said: str) -> None:
        """Run what removes the record; then the panel goes and `said` is told, or the error is shown here."""
        self.set_busy(True)
        self.shell.tasks.run(
            work, owner=self, done=lambda result: self._removed(result, said), failed=self._failed
        )

    def _removed(self, result: Any, said: str) -> None:
        self._end()
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(said)

    def _failed(self, error: CasusError) -> None:
        self.set_busy(False)
        if not self.failed(error) and not self.form.take(error):
            self.shell.show_error(error)

    def _end(self) -> None:
        self._open = False
        self.shell.drafts.discard(self._key, self.form.snapshot)
        self.set_busy(False)
        if self.isVisible():
            self.shell.close_panel()

    def _keep_draft(self) -> None:
        if self._open:
            self._open = False
            self.shell.drafts.close(self._key, self.form.snapshot)

    def _restored_words(self, draft: Payload) -> str:
        if isinstance(draft, Restored):
            return self.tr("Concept hersteld van {0}").format(local_time(draft.saved_at))
        return self.tr("Concept teruggezet")

    def _draft_saved(self, key: str) -> None:
        if key == self._key:
            now = QTime.currentTime().toString("HH:mm")
            self.show_draft_state(self.tr("Concept bewaard {0}").format(now))
