# SPDX-License-Identifier: EUPL-1.2
"""The criteria under each other, each judged by itself: met, not met, or not known."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.labels import choices
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.field import Field
from casus.gui.widgets.segments import SegmentBar
from casus.gui.widgets.side_by_side import SideBySide
from casus.gui.widgets.text import label
from casus.services.intake import MET, NOT_MET, UNKNOWN


class _Criterion(SideBySide):
    """The words of one criterion, and the three answers."""

    def __init__(self, words: str, answers: list[Choice]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        text = label(words, wrap=True)
        text.setMinimumWidth(theme().px(150))
        self.bar = SegmentBar(self)
        self.bar.set_choices(answers)
        self.bar.set_code(UNKNOWN)
        self.bar.setAccessibleName(words)
        row.addWidget(text, 1)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)


class CriteriaField(Field):
    """`value()` maps each code of list inclusion_reason to its judgement."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        answers = [
            Choice(MET, self.tr("Ja")),
            Choice(NOT_MET, self.tr("Nee")),
            Choice(UNKNOWN, self.tr("Weten we niet")),
        ]
        self.bars: dict[str, SegmentBar] = {}
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        for one in choices("inclusion_reason"):
            criterion = _Criterion(one.label, answers)
            for segment in criterion.bar.buttons():
                segment.setAccessibleName(f"{one.label}: {segment.text()}")
            criterion.bar.chosen.connect(lambda _code: self.changed.emit())
            column.addWidget(criterion)
            self.bars[one.code] = criterion.bar
        self.install(box)

    def value(self) -> dict[str, str]:
        return {code: bar.code() for code, bar in self.bars.items()}

    def set_value(self, value: Mapping[str, str] | None) -> None:
        for code, bar in self.bars.items():
            bar.set_code((value or {}).get(code, UNKNOWN))

    def describe(self, value: Mapping[str, str] | None) -> str:
        met = [one.label for one in choices("inclusion_reason") if (value or {}).get(one.code) == MET]
        return ", ".join(met)

    def take_focus(self) -> None:
        next(iter(self.bars.values())).take_focus()
