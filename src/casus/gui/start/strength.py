# SPDX-License-Identifier: EUPL-1.2
"""How strong a password is, while it is typed: a bar of four parts, a word and one piece of advice."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from casus.errors import InvalidInput
from casus.gui.theme import theme
from casus.gui.widgets.text import label, restyle
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services import vaults

ENOUGH = 3
_PARTS = 4
_WORDS = (
    QT_TRANSLATE_NOOP("StrengthMeter", "Veel te makkelijk te raden"),
    QT_TRANSLATE_NOOP("StrengthMeter", "Te makkelijk te raden"),
    QT_TRANSLATE_NOOP("StrengthMeter", "Nog net te makkelijk te raden"),
    QT_TRANSLATE_NOOP("StrengthMeter", "Sterk genoeg"),
    QT_TRANSLATE_NOOP("StrengthMeter", "Heel sterk"),
)
_ADVICE = {
    "keyboard": QT_TRANSLATE_NOOP("StrengthMeter", "Toetsen naast elkaar zijn snel geraden."),
    "repeats": QT_TRANSLATE_NOOP("StrengthMeter", "Herhalingen helpen niet."),
    "common": QT_TRANSLATE_NOOP("StrengthMeter", "Dit gebruiken veel mensen."),
    "sequence": QT_TRANSLATE_NOOP("StrengthMeter", "Reeksen als abc of 123 zijn snel geraden."),
    "years": QT_TRANSLATE_NOOP("StrengthMeter", "Jaartallen zijn snel geraden."),
    "dates": QT_TRANSLATE_NOOP("StrengthMeter", "Datums zijn snel geraden."),
    "one_word": QT_TRANSLATE_NOOP("StrengthMeter", "Eén woord is te weinig; zet er een paar losse woorden bij."),
    "names": QT_TRANSLATE_NOOP("StrengthMeter", "Namen zijn snel geraden."),
    "add_words": QT_TRANSLATE_NOOP("StrengthMeter", "Voeg nog een of twee losse woorden toe."),
    "substitutions": QT_TRANSLATE_NOOP("StrengthMeter", "Cijfers in plaats van letters helpen weinig."),
}  # fmt: skip
_TONES = ("danger", "danger", "warn", "ok", "ok")


class _Bar(QWidget):
    """The four parts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.score = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = look.px(4)
        width = (self.width() - gap * (_PARTS - 1)) / _PARTS
        for part in range(_PARTS):
            filled = part < max(self.score, 1) and self.score >= 0
            painter.setBrush(look.color(_TONES[self.score] if filled else "line"))
            painter.setPen(look.color(_TONES[self.score] if filled else "line"))
            painter.drawRoundedRect(QRectF(part * (width + gap), 0.5, width, self.height() - 1), 2, 2)


class StrengthMeter(QWidget):
    """Judges a password; `strong_enough` is what the vault asks for (score 3 of 4)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = 0
        self._bar = _Bar(self)
        self._words = label(role="small", tone="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.judge("")

    @property
    def strong_enough(self) -> bool:
        """Whether the vault takes this password."""
        return self.score >= ENOUGH

    def judge(self, password: str, known_words: tuple[str, ...] = ()) -> None:
        """Show how strong this is; `known_words` (names of worker and organisation) are easy to guess."""
        try:
            judged = vaults.password_strength(password, known_words)
        except InvalidInput:  # too long or no text: the field says so when it is read
            self.score = 0
            self._show(-1, "")
            return
        self.score = judged.score
        advice = (
            "" if self.strong_enough else next((_ADVICE[one] for one in judged.reasons if one in _ADVICE), "")
        )
        self._show(judged.score if password else -1, advice)

    def text(self) -> str:
        """Return the word and advice shown."""
        return self._words.text()

    def _show(self, score: int, advice: str) -> None:
        self._bar.score = score
        self._bar.update()
        parts = [_WORDS[score], advice] if score >= 0 else []
        said = [QCoreApplication.translate("StrengthMeter", part) for part in parts if part]
        text = " · ".join(said) or QCoreApplication.translate(
            "StrengthMeter", "Hier zie je hoe sterk het is."
        )
        self._words.setText(text)
        restyle(self._words, "tone", _TONES[score] if score >= 0 else "muted")
        self.setAccessibleName(text)
