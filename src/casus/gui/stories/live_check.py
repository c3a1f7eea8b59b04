# SPDX-License-Identifier: EUPL-1.2
"""Checks a story while it is typed: a moment after the last key, in the worker, shown beside each text."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout

from casus.errors import CasusError
from casus.gui.error_text import sentence
from casus.gui.shell import Shell
from casus.gui.stories.hits import PartHits, cursor_at, mark, place_of
from casus.gui.theme import theme
from casus.gui.widgets.text import label, restyle
from casus.gui.widgets.text_fields import TextArea, TextField
from casus.services.desk import Desk
from casus.services.stories.check import Checked, Hit, check_story, replaced

PAUSE = 400
"""Milliseconds without a key before the text is checked."""


class LiveCheck(QObject):
    """The check of the text fields of a form; `fields` are named by the part of the story they hold."""

    def __init__(
        self, shell: Shell, desk: Desk, fields: Mapping[str, TextField | TextArea], column: QVBoxLayout
    ) -> None:
        super().__init__(column.parentWidget())
        self._shell, self._desk, self._fields = shell, desk, fields
        self.summary = label("", "small", "muted", wrap=True)
        self.summary.setContentsMargins(*(theme().px(side) for side in (24, 8, 24, 8)))
        self.checked = Checked(())
        self.beside: dict[str, PartHits] = {}
        self._texts: dict[str, str] = {}
        self._again = False
        self._running = False
        for part, field in fields.items():
            hits = PartHits()
            hits.replace.connect(self.take_out)
            hits.show_place.connect(self.go_to)
            column.insertWidget(column.indexOf(field) + 1, hits)
            self.beside[part] = hits
            field.changed.connect(self._typed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.check)

    def check(self) -> None:
        """Check what stands in the fields now."""
        if self._running:
            self._again = True
            return
        self._timer.stop()
        texts = {part: field.raw() for part, field in self._fields.items() if field.raw()}
        self._running = True
        self._shell.tasks.run(
            lambda: check_story(self._desk, texts),
            owner=self,
            done=partial(self._show, texts),
            failed=self._failed,
        )

    def take_out(self, hit: Hit) -> None:
        """Put the coarser word in the place of a hit, as one step that Ctrl+Z takes back."""
        field, text = self._fields[hit.part], self._texts.get(hit.part, "")
        if field.raw() != text:  # typed since: what stands there is no longer what was found
            self.check()
            return
        field.put_back(replaced(text, hit))
        field.take_focus()
        if isinstance(field, TextArea):
            cursor = field.edit.textCursor()
            cursor.setPosition(min(place_of(text, hit.start), len(field.raw())))
            field.edit.setTextCursor(cursor)
        self.check()

    def go_to(self, hit: Hit) -> None:
        """Bring the keyboard to a hit and select it."""
        field, text = self._fields[hit.part], self._texts.get(hit.part, "")
        field.take_focus()
        if field.raw() != text:
            return
        if isinstance(field, TextArea):
            field.edit.setTextCursor(cursor_at(field.edit, text, hit))
            field.edit.ensureCursorVisible()
        else:
            start = place_of(text, hit.start)
            field.edit.setSelection(start, place_of(text, hit.end) - start)

    def _typed(self) -> None:
        self._timer.start()

    def _show(self, texts: dict[str, str], checked: Checked) -> None:
        self._running = False
        self.checked, self._texts = checked, texts
        for part, field in self._fields.items():
            text = texts.get(part, "")
            if field.raw() != text:
                self._again = True
                continue
            hits = [hit for hit in checked.hits if hit.part == part]
            self.beside[part].show_hits(hits, text)
            if isinstance(field, TextArea):
                mark(field.edit, hits, text)
        self._tell(summary_words(checked), "danger" if checked.blocks else "muted")
        if self._again:
            self._again = False
            self._timer.start()

    def _failed(self, error: CasusError) -> None:
        self._running = False
        self._tell(sentence(error), "danger")

    def _tell(self, words: str, tone: str) -> None:
        self.summary.setText(words)
        restyle(self.summary, "tone", tone)


def summary_words(checked: Checked) -> str:
    """Say how a story stands: what has to go, and what to look at."""
    translate = QCoreApplication.translate
    if not checked.hits:
        return translate(
            "LiveCheck", "Niets gevonden dat iemand verraadt. Lees het zelf nog eens met andere ogen."
        )
    parts = []
    if checked.blocks:
        parts.append(translate("LiveCheck", "%n plaats(en) moeten weg", "", checked.blocks))
    if checked.warns:
        parts.append(translate("LiveCheck", "%n plaats(en) om na te kijken", "", checked.warns))
    return " · ".join(parts)
