# SPDX-License-Identifier: EUPL-1.2
"""What the check finds, beside the text: marked in it, and listed under it with a coarser word on a button."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from casus.domain.codelists import codelist
from casus.gui.icons import set_icon
from casus.gui.labels import label as code_label
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.text import label
from casus.services.stories.check import BLOCK, Hit

MOST_SHOWN = 12
"""Under one text; the rest is told as a number, and comes up when these are gone."""
_LONGEST = 40
_LOOKS = {BLOCK: ("x-circle", "danger"), "warn": ("warning", "warn")}


class PartHits(QWidget):
    """The hits of one part, each with its place and what to do.

    Signals:
        replace: take this hit out, or put the coarser word in its place.
        show_place: bring the text to this hit.
    """

    replace = Signal(object)
    show_place = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(4))
        self.hits: tuple[Hit, ...] = ()
        self.hide()

    def show_hits(self, hits: Sequence[Hit], text: str) -> None:
        """Show these instead of the last ones; the keyboard stays where it is unless its row went."""
        if tuple(hits) == self.hits:
            return
        self.hits = tuple(hits)
        clear_layout(self._rows)
        for hit in self.hits[:MOST_SHOWN]:
            self._rows.addWidget(self._row(hit, text))
        if len(self.hits) > MOST_SHOWN:
            more = self.tr("En nog %n plaats(en) in deze tekst", "", len(self.hits) - MOST_SHOWN)
            self._rows.addWidget(label(more, "small", "muted", wrap=True))
        self.setVisible(bool(self.hits))

    def _row(self, hit: Hit, text: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        icon, tone = _LOOKS[hit.level]
        mark = label()
        set_icon(mark, icon, tone, 16)
        line.addWidget(mark)
        words = self.tr("‘{0}’ · {1}").format(excerpt(text, hit), code_label("story_hit", hit.kind))
        said = label(words, "small", tone, wrap=True)
        said.setToolTip(f"{code_label('story_hit_level', hit.level)}: {code_label('story_match', hit.how)}")
        line.addWidget(said, 1)
        column.addLayout(line)
        acts = QHBoxLayout()
        acts.setContentsMargins(theme().px(24), 0, 0, 0)
        acts.setSpacing(theme().px(12))
        instead = button(replacement_words(hit), lambda: self.replace.emit(hit), kind="link")
        where = button(self.tr("Toon"), lambda: self.show_place.emit(hit), kind="link")
        for one in (instead, where):
            one.setAccessibleDescription(words)
            acts.addWidget(one)
        acts.addStretch(1)
        column.addLayout(acts)
        return row


def excerpt(text: str, hit: Hit) -> str:
    """Return the words of a hit, shortened."""
    words = " ".join(text[hit.start : hit.end].split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def replacement_words(hit: Hit) -> str:
    """Return what the button beside a hit says; the coarser word itself is Dutch, as the story is."""
    if not hit.proposal:
        return QCoreApplication.translate("PartHits", "Weghalen")
    words = QCoreApplication.translate("PartHits", "Vervang door ‘{0}’")
    return words.format(codelist("story_proposal").label(hit.proposal))


def mark(edit: QPlainTextEdit, hits: Sequence[Hit], text: str) -> None:
    """Underline the hits in a text: a wave for what has to go, dots for what to look at."""
    selections = []
    for hit in hits:
        one = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        blocks = hit.level == BLOCK
        style = QTextCharFormat.UnderlineStyle
        look.setUnderlineStyle(style.WaveUnderline if blocks else style.DotLine)
        look.setUnderlineColor(theme().color("danger" if blocks else "warn"))
        one.format = look
        one.cursor = cursor_at(edit, text, hit)
        selections.append(one)
    edit.setExtraSelections(selections)


def cursor_at(edit: QPlainTextEdit, text: str, hit: Hit) -> QTextCursor:
    """Return a cursor that selects a hit."""
    cursor = edit.textCursor()
    cursor.setPosition(place_of(text, hit.start))
    cursor.setPosition(place_of(text, hit.end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def place_of(text: str, at: int) -> int:
    """Return a place as Qt counts it, in units of UTF-16."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
