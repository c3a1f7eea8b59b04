# SPDX-License-Identifier: EUPL-1.2
"""Two versions of a form side by side, field by field: what you typed, and what is there now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.containers import Banner
from casus.gui.widgets.feedback import speak
from casus.gui.widgets.text import hairline, label


@dataclass(frozen=True)
class Version:
    """One version of a field: what goes in it (as `Field.raw`), and its words."""

    raw: Any
    words: str


@dataclass(frozen=True)
class Difference:
    """A field that differs; `keep_mine` is what is chosen to begin with."""

    key: str
    label: str
    mine: Version
    theirs: Version
    keep_mine: bool


class ConflictView(QFrame):
    """For every field that differs two versions to choose from; a choice is told to `choose(key, raw)` at once."""

    def __init__(self, differences: Sequence[Difference], choose: Callable[[str, Any], object]) -> None:
        super().__init__()
        self._choose = choose
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self.setAccessibleName(self.tr("Twee versies naast elkaar"))
        self._words = self.tr(
            "Dit is intussen gewijzigd. Wat je typte is er nog: kies per veld wat je wilt houden en sla opnieuw op."
        )
        notice = Banner("")
        notice.show_text(self._words, "warn")
        notice.set_closable(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(8))
        column.setSpacing(theme().px(12))
        column.addWidget(notice)
        for one in differences:
            column.addWidget(self._row(one))
        column.addWidget(hairline())

    def take_focus(self) -> None:
        """Say what this is, and put the keyboard on the first choice."""
        speak(self, self._words)
        pair = next(iter(self.choices.values()), None)
        if pair is not None:
            (pair[0] if pair[0].isChecked() else pair[1]).setFocus()

    def _row(self, one: Difference) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(label(one.label, "strong", wrap=True))
        group = QButtonGroup(box)
        sides = QHBoxLayout()
        sides.setSpacing(theme().px(16))
        pair = (
            self._side(group, sides, one, one.mine, self.tr("Wat jij invulde")),
            self._side(group, sides, one, one.theirs, self.tr("Wat er nu staat")),
        )
        pair[0 if one.keep_mine else 1].setChecked(True)
        for button, version in zip(pair, (one.mine, one.theirs), strict=True):
            button.toggled.connect(lambda on, raw=version.raw: self._choose(one.key, raw) if on else None)
        column.addLayout(sides)
        self.choices[one.key] = pair
        return box

    def _side(
        self, group: QButtonGroup, sides: QHBoxLayout, one: Difference, version: Version, name: str
    ) -> QRadioButton:
        words = version.words or self.tr("(leeg)")
        button = QRadioButton(name)
        button.setAccessibleName(f"{one.label}: {name}, {words}")
        group.addButton(button)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(button)
        text = label(words, tone="" if version.words else "muted", wrap=True)
        text.setContentsMargins(theme().px(28), 0, 0, 0)
        side.addWidget(text)
        side.addStretch(1)
        sides.addLayout(side, 1)
        return button
