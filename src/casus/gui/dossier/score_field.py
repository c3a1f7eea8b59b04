# SPDX-License-Identifier: EUPL-1.2
"""One life domain in a measurement: five steps, unknown or not applicable, with a note and its source."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from casus.domain.codelists import codelist
from casus.domain.progress import SCALE, level
from casus.gui.labels import choices, label
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.field import Field
from casus.gui.widgets.segments import SegmentBar
from casus.gui.widgets.text import label as text
from casus.gui.widgets.text import show_if
from casus.services.inputs import ScoreInput

_UNKNOWN, _NOT_APPLICABLE = "unknown", "not_applicable"
_NOTE_LINES = 2.6
_LONGEST = 1_000


def score_of(key: str) -> str | None:
    """Return the score a typed character stands for: 1-5, 0 or - for unknown, n for not applicable."""
    if key in ("0", "-"):
        return _UNKNOWN
    if key.lower() == "n":
        return _NOT_APPLICABLE
    found = (code.code for code in codelist(SCALE) if str(code.number("value")) == key)
    return next(found, None)


def short(score: str | None) -> str:
    """Return a score in a few characters: its step, "?" or "n.v.t."."""
    step = level(score)
    return str(step) if step else "?" if score == _UNKNOWN else label(SCALE, score).lower()


class ScoreField(Field):
    """A score with its note and source; the keys 1-5, 0 and n choose and go on to the next domain.

    Signals:
        answered: a score was chosen by its key.
    """

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = SegmentBar()
        self.bar.set_choices([Choice(one.code, short(one.code)) for one in choices(SCALE)])
        self.bar.chosen.connect(self._chosen)
        self.said = text(role="small", tone="muted", wrap=True)
        self.earlier = text(role="small", tone="muted")
        self.more = button(self.tr("Toelichting"), self._open_more, kind="link")
        self.note, self.source = QPlainTextEdit(), QLineEdit()
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        line = QHBoxLayout()
        line.addWidget(self.bar, 1)
        line.addWidget(self.more)
        column.addLayout(line)
        under = QHBoxLayout()
        under.addWidget(self.said, 1)
        under.addWidget(self.earlier)
        column.addLayout(under)
        self._words = self._make_words()
        column.addWidget(self._words)
        self.install(box, focus=self.bar)
        self._listen()

    def _make_words(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(self.tr("toelichting"))
        self.note.setFixedHeight(round(self.note.fontMetrics().lineSpacing() * _NOTE_LINES) + theme().px(12))
        self.source.setPlaceholderText(self.tr("bron: van wie of waaruit weet je dit?"))
        self.source.setMaxLength(_LONGEST)
        column.addWidget(self.note)
        column.addWidget(self.source)
        box.hide()
        return box

    def _listen(self) -> None:
        self.note.textChanged.connect(self._words_typed)
        self.source.textEdited.connect(lambda _text: self._words_typed())
        for segment in self.bar.buttons():
            segment.installEventFilter(self)

    def is_optional(self) -> bool:
        """Let the form pass an empty one: the use case names all that are missing at once."""
        return True

    def show_earlier(self, score: str | None, when: str) -> None:
        """Say what the score was in the measurement before."""
        words = self.tr("{0}: {1}").format(when, short(score)) if score else ""
        self.earlier.setText(words)
        self.earlier.setToolTip(label(SCALE, score))
        show_if(self.earlier, bool(words))
        self._name_control()

    def value(self) -> ScoreInput | None:
        """Return the score with its words; None while no score was chosen."""
        code = self.bar.code()
        if not code:
            return None
        return ScoreInput(code, self.note.toPlainText().strip() or None, self.source.text().strip() or None)

    def set_value(self, value: ScoreInput | None) -> None:
        score = value or ScoreInput("")
        self.set_raw({"score": score.score, "note": score.note, "source": score.source})

    def raw(self) -> dict[str, Any]:
        return {"score": self.bar.code(), "note": self.note.toPlainText(), "source": self.source.text()}

    def set_raw(self, raw: Mapping[str, Any] | str | None) -> None:
        given = raw if isinstance(raw, Mapping) else {"score": raw}
        self.bar.set_code(given.get("score") or "")
        self.note.blockSignals(True)
        self.note.setPlainText(given.get("note") or "")
        self.note.blockSignals(False)
        self.source.setText(given.get("source") or "")
        self._words.setVisible(bool(given.get("note") or given.get("source")))
        self._say()

    def describe(self, value: Any) -> str:
        return label(SCALE, value.score) if isinstance(value, ScoreInput) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by a typed key, and go on."""
        if isinstance(event, QKeyEvent) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            score = score_of(event.text()) if event.text() else None
            if score and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if score and event.type() == QEvent.Type.KeyPress:
                self.bar.set_code(score)
                self._chosen(score)
                self.bar.take_focus()
                self.answered.emit()
                return True
        return super().eventFilter(watched, event)

    def take_focus(self) -> None:
        self.bar.take_focus()

    def _chosen(self, _code: str) -> None:
        self._say()
        self.changed.emit()

    def _words_typed(self) -> None:
        self.changed.emit()

    def _open_more(self) -> None:
        self._words.setVisible(self._words.isHidden())
        if self._words.isVisible():
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        self.said.setText(label(SCALE, self.bar.code()))

    def _name_control(self) -> None:
        super()._name_control()
        if not hasattr(self, "earlier"):
            return
        for code, segment in zip(self.bar.options(), self.bar.buttons(), strict=True):
            segment.setAccessibleName(f"{self._label}: {label(SCALE, code)}")
            segment.setAccessibleDescription(" ".join(filter(None, (self._error, self.earlier.text()))))
            segment.setToolTip(label(SCALE, code))
        self.more.setAccessibleName(self.tr("{0}: toelichting en bron").format(self._label))
        self.note.setAccessibleName(self.tr("{0}: toelichting").format(self._label))
        self.source.setAccessibleName(self.tr("{0}: bron").format(self._label))
