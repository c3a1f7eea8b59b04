# SPDX-License-Identifier: EUPL-1.2
"""A form panel that fetches what it shows by itself, so that a record id is enough to make it again."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from casus.errors import CasusError, StaleRecord
from casus.gui.corrections.words import beside_words
from casus.gui.dates_text import local_moment
from casus.gui.drafts import Payload
from casus.gui.panels import FormPanel, PanelSpec
from casus.gui.shell import Shell
from casus.gui.widgets.conflict import ConflictView, Difference, Version
from casus.gui.widgets.field import Field
from casus.gui.widgets.form import BEGAN
from casus.gui.widgets.past import PAST_KEYS, Past
from casus.gui.widgets.text import show_if
from casus.gui.widgets.timeline import Aside
from casus.services.corrections.reading import Beside, besides_about
from casus.services.desk import Desk
from casus.services.field_history import PastValue, past_values

__all__ = ["Opener", "RecordPanel", "filled"]

Opener = Callable[[Shell, str, Payload], "RecordPanel"]


class RecordPanel(FormPanel):
    """Base of forms about a record: subclasses give `fetch`, `fill`, `arrange`, `work` and `stored`.

    What `fetch` needs is set before `super().__init__`: it starts in the worker at once. A form that changes a
    record gives `about` too and sets `self._version` in `fill`: then its fields offer what stood in them before,
    and a record that changed in the meantime is never saved over but shown beside what was typed.
    """

    columns: ClassVar[Mapping[str, str]] = {}
    """Which attribute of the record a field shows, where its key is another."""
    _version: int = 0

    def __init__(
        self, shell: Shell, desk: Desk, content: Any, spec: PanelSpec, *, draft: Payload | None = None
    ) -> None:
        super().__init__(shell, content, spec, today=desk.clock.today, draft=draft)
        self.desk = desk
        self._ready = False
        self._conflict: ConflictView | None = None
        shortcut = QShortcut(QKeySequence(PAST_KEYS), self)
        shortcut.activated.connect(self.open_past)
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

    def about(self) -> tuple[str, str] | None:
        """Return kind and id of the record whose fields these are; None for a new one."""
        return None

    def save(self) -> None:
        """Store the form, once what it is about is there."""
        if self._ready:
            super().save()

    def set_subtitle(self, text: str) -> None:
        """Say under the title whom it is about."""
        self._subtitle.setText(text)
        show_if(self._subtitle, bool(text))

    @property
    def conflict(self) -> ConflictView | None:
        """The two versions side by side, while there are any."""
        return self._conflict

    def open_past(self) -> None:
        """Show what stood before in the field that has the keyboard."""
        here: QWidget | None = QApplication.focusWidget()
        while here is not None and not isinstance(here, Field):
            here = here.parentWidget()
        if here is not None and here.past is not None:
            here.past.open()

    # --- fetching ---

    def _fetched(self, found: Any) -> None:
        if not self._open:  # closed again before it came
            self.set_busy(False)
            return
        self._show(found)
        self.content.setEnabled(True)
        self.arrange()
        now, said = self._typed_raw(), self._said()
        # From here on: only what the user changes makes a draft, and a draft knows all its options.
        self.shell.drafts.register(self._key, self.form.snapshot, self.form.restore, self._draft)
        self.form.changed.connect(self.arrange)
        self.arrange()
        self._ready = True
        self.set_busy(False)
        self._begin()
        began = (self._draft or {}).get(BEGAN, {})
        if began and began.get("version") != self._version:
            self._compare(self._typed_raw(), began.get("fields", {}), now, said)
        if (about := self.about()) is not None:
            self._fetch_past(about)
            self._fetch_beside(about)

    def _show(self, found: Any) -> None:
        """Fill the form, and remember with what it began."""
        self.form.began = {}
        self.fill(found)
        if self.about() is not None:
            self.form.began = {"version": self._version, "fields": self._typed_raw()}

    def _not_fetched(self, error: CasusError) -> None:
        self.set_busy(False)
        self.shell.show_error(error)

    def _begin(self) -> None:
        """Put the keyboard where it was, else in the first field that is shown."""
        if self.begin():
            return
        fields = self.form.fields.values()
        first = next((field for field in fields if field.isVisibleTo(self.content)), None)
        if first is not None and self.isVisible():
            first.take_focus()

    # --- what the person says of what stands here ---

    def _fetch_beside(self, about: tuple[str, str]) -> None:
        desk = self.desk
        self.shell.tasks.run(
            lambda: besides_about(desk, *about),
            owner=self,
            done=self._show_beside,
            failed=lambda _error: None,  # the form works without
        )

    def _show_beside(self, found: Sequence[Beside]) -> None:
        """Say above the form what stands beside this record: their own view, or that it was corrected."""
        today = self.desk.today()
        for one in found:
            self.put_above(Aside(beside_words(one, today)))

    # --- what stood in the fields before ---

    def _fetch_past(self, about: tuple[str, str]) -> None:
        desk = self.desk
        self.shell.tasks.run(
            lambda: past_values(desk, *about),
            owner=self,
            done=self._show_past,
            failed=lambda _error: None,  # the form works without
        )

    def _show_past(self, found: Mapping[str, list[PastValue]]) -> None:
        today = self.desk.today()
        for key, field in self.form.fields.items():
            pasts = found.get(self.columns.get(key, key), [])
            field.show_past(
                [
                    Past(
                        one.value,
                        self.tr("tot {0}, {1}").format(local_moment(one.at, today), one.who or "–"),
                        one.name,
                    )
                    for one in pasts
                ]
            )

    # --- the record changed in the meantime ---

    def _failed(self, error: CasusError) -> None:
        if not isinstance(error, StaleRecord):
            super()._failed(error)
            return
        self.shell.tasks.run(self.fetch, owner=self, done=self._fetched_again, failed=self._not_fetched)

    def _fetched_again(self, found: Any) -> None:
        mine, before = self.form.snapshot(), self.form.began.get("fields", {})
        self._show(found)
        now, said = self._typed_raw(), self._said()
        self.form.restore(mine)
        self.arrange()
        self.set_busy(False)
        self._compare(self._typed_raw(), before, now, said)

    def _compare(self, mine: Payload, before: Payload, now: Payload, said: Mapping[str, str]) -> None:
        """Show both versions of every field that differs; what the user did not touch becomes what is there."""
        typed = self._said()
        differing = [key for key in mine if self.form.began and key in now and mine[key] != now[key]]
        differences = [
            Difference(
                key,
                self.form.fields[key].get_label(),
                Version(mine[key], typed[key]),
                Version(now[key], said[key]),
                keep_mine=key not in before or mine[key] != before[key],
            )
            for key in differing
        ]
        self._end_conflict()
        if not differences:
            self.show_notice(
                self.tr(
                    "Dit is intussen gewijzigd, maar niet in wat jij invulde. Kijk het na en sla opnieuw op."
                ),
                "warn",
            )
            return
        for one in differences:
            self._choose(one.key, (one.mine if one.keep_mine else one.theirs).raw)
        self._conflict = ConflictView(differences, self._choose)
        self.put_above(self._conflict)
        self._conflict.show()
        self._conflict.take_focus()
        self.show_top()

    def _choose(self, key: str, raw: Any) -> None:
        self.form.fields[key].set_raw(raw)
        self.form.changed.emit()

    def _end_conflict(self) -> None:
        if self._conflict is not None:
            self._conflict.hide()
            self._conflict.deleteLater()
            self._conflict = None

    def _typed_raw(self) -> Payload:
        return {key: value for key, value in self.form.snapshot().items() if key != BEGAN}

    def _said(self) -> dict[str, str]:
        return {key: field.words() for key, field in self.form.fields.items()}


def filled(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a form with None for what was left empty."""
    return {key: None if value == "" else value for key, value in values.items()}
