# SPDX-License-Identifier: EUPL-1.2
"""Keeps a draft of every open form: every few seconds while it changes, and at once before a lock."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from casus.gui.widgets.spot import Spot

_log = logging.getLogger(__name__)
INTERVAL_MS = 2_500

Payload = dict[str, Any]


class Restored(Payload):
    """A draft that comes back, with the moment (UTC) it was kept; a form takes it as any other draft.

    `spot` is where in the form the keyboard was, when it comes back by itself after a lock or a crash.
    """

    def __init__(self, payload: Payload, saved_at: datetime, spot: "Spot | None" = None) -> None:
        super().__init__(payload)
        self.saved_at, self.spot = saved_at, spot


@dataclass(slots=True)
class _Open:
    snapshot: Callable[[], Payload]
    begun: Payload
    saved: Payload
    dirty: bool = False


class DraftKeeper(QObject):
    """Asks open forms for a snapshot and hands it to `save_draft(key, payload)`.

    `save_draft` must return quickly (it starts a background job); `save_now`, used by `flush` before a
    lock, must be done when it returns. A key names the kind of form and the record it is about, by ids.

    Signals:
        saved: the key of a draft that was handed over.
        forgotten: the key of a form that closed, with or without a draft left.
    """

    saved = Signal(str)
    forgotten = Signal(str)

    def __init__(
        self,
        save_draft: Callable[[str, Payload], object],
        *,
        save_now: Callable[[str, Payload], object] | None = None,
        drop_draft: Callable[[str], object] | None = None,
        interval_ms: int = INTERVAL_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._save_draft, self._drop_draft = save_draft, drop_draft
        self._save_now = save_now or save_draft
        self._forms: dict[str, _Open] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._save_changed)

    def register(
        self,
        key: str,
        snapshot: Callable[[], Payload],
        restore: Callable[[Payload], object] | None = None,
        stored: Payload | None = None,
    ) -> Payload | None:
        """Look after a form from now on; `stored`, a draft found in the vault, is put back first.

        When the same form is open already, what was typed there is kept and goes on in this one. Returns what
        was put back.
        """
        if stored is None:
            stored = self._typed_before(key, snapshot)
        if stored is not None and restore is not None:
            restore(stored)
        begun = snapshot()
        self._forms[key] = _Open(snapshot, begun, begun)
        self._timer.start()
        return stored

    def touch(self, key: str) -> None:
        """Note that the user changed the form; connect to `Form.changed`."""
        if key in self._forms:
            self._forms[key].dirty = True

    def close(self, key: str, snapshot: Callable[[], Payload] | None = None) -> None:
        """The form closes but is not stored: hand over the last state and stop looking after it.

        With `snapshot`, only when it is still that form: another may have taken its place.
        """
        if key in self._forms and snapshot in (None, self._forms[key].snapshot):
            self._save(key, self._save_draft)
            self._forget(key)

    def discard(self, key: str, snapshot: Callable[[], Payload] | None = None) -> None:
        """The form was stored or thrown away: its draft may go. `snapshot` as in `close`."""
        if key in self._forms and snapshot in (None, self._forms[key].snapshot):
            self._forget(key)
        if self._drop_draft is not None:
            self._drop_draft(key)

    def flush(self) -> None:
        """Hand over everything that changed, now; returns when it is kept. One broken form costs no other."""
        for key in list(self._forms):
            try:
                self._save(key, self._save_now)
            except Exception as error:  # noqa: BLE001 - a lock waits for nothing and fails for nothing
                _log.warning("a form gave no draft: %s", type(error).__name__)

    def open_keys(self) -> tuple[str, ...]:
        """Return the keys of the forms that are open."""
        return tuple(self._forms)

    def _typed_before(self, key: str, snapshot: Callable[[], Payload]) -> Payload | None:
        """Return what was typed in the same form before, or None; it is kept, as when that form closes."""
        before = self._forms.get(key)
        if before is None or before.snapshot == snapshot:
            return None
        self._save(key, self._save_draft)
        return before.saved if before.saved != before.begun else None

    def _save_changed(self) -> None:
        for key, form in list(self._forms.items()):
            if form.dirty:
                self._save(key, self._save_draft)

    def _save(self, key: str, keep: Callable[[str, Payload], object]) -> None:
        form = self._forms[key]
        payload = form.snapshot()
        form.dirty = False
        if payload != form.saved:
            keep(key, payload)
            form.saved = payload
            self.saved.emit(key)

    def _forget(self, key: str) -> None:
        self._forms.pop(key, None)
        if not self._forms:
            self._timer.stop()
        self.forgotten.emit(key)
