# SPDX-License-Identifier: EUPL-1.2
"""The parts every tab of a dossier is made of: a scrolling column, facts, rows with what can be done."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from casus.gui.dates_text import day_month
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import EmptyState, PageScroll, clear_layout
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.side_by_side import SideBySide
from casus.gui.widgets.text import hairline, label, show_if
from casus.services.desk import Desk
from casus.services.dossier import Dossier

Act = tuple[str, Callable[[], object]]
"""Words of a button, and what it does."""

_WIDEST, _WORDS = 960, 216


class Tab(QWidget):
    """A tab that is filled anew from each dossier; subclasses give `fill` and use `add`."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.desk = desk
        look = theme()
        content, self._middle = QWidget(), QWidget()
        content.setProperty("ground", "none")
        outer = QHBoxLayout(content)
        outer.setContentsMargins(look.px(4), look.px(16), look.px(8), look.px(16))
        outer.addWidget(self._middle, 1)
        outer.addStretch()
        inner = QVBoxLayout(self._middle)
        inner.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout()
        self.column.setSpacing(look.px(16))
        inner.addLayout(self.column)
        inner.addStretch(1)
        look.changed.connect(self._fit)
        self._fit()
        self.area = PageScroll(content)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(name)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.area)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what this tab is about."""
        raise NotImplementedError

    def _fit(self) -> None:
        """Keep lines short enough to read on a wide screen."""
        self._middle.setMaximumWidth(theme().px(_WIDEST))

    def add(self, part: QWidget) -> None:
        """Put a part at the end of the column."""
        self.column.addWidget(part)

    def clear(self) -> None:
        """Take everything out."""
        clear_layout(self.column)

    def add_empty(self, icon: str, sentence: str, act: Act | None = None) -> None:
        """Say that there is nothing yet, and what to do."""
        text, run = act or ("", None)
        empty = EmptyState(icon, sentence, text, run)
        empty.setMinimumHeight(theme().px(220))
        self.add(empty)

    def day(self, day: date | None) -> str:
        """Return a day in words, "" for none."""
        return day_month(day, self.desk.today()) if day else ""


def facts(pairs: Iterable[tuple[str, str]], columns: int = 1) -> QWidget:
    """Return what is known as label and value; pairs without a value are left out."""
    box = QWidget()
    grid = QGridLayout(box)
    look = theme()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(16))
    grid.setVerticalSpacing(look.px(6))
    for at, (name, value) in enumerate((name, value) for name, value in pairs if value):
        row, column = divmod(at, columns)
        key = label(name, tone="muted", wrap=True)
        key.setMaximumWidth(look.px(200))
        key.setMinimumWidth(look.px(170))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(key, row, column * 2, top)
        grid.addWidget(label(value, wrap=True), row, column * 2 + 1, top)
    for column in range(columns):
        grid.setColumnStretch(column * 2 + 1, 1)
    return box


class Row(SideBySide):
    """Words with what can be done beside them, or under them where they would be left too little room."""

    def __init__(self, title: str, second: str, *, beside: int) -> None:
        super().__init__()
        look = theme()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(4), 0, look.px(4))
        line.setSpacing(look.px(12))
        words = QWidget()
        words.setMinimumWidth(look.px(_WORDS) if beside > 1 else 0)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(title, wrap=True))
        if second:
            column.addWidget(label(second, "small", "muted", wrap=True))
        self._beside = QWidget()
        self._acts = QHBoxLayout(self._beside)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._acts.setSpacing(look.px(12))
        self._beside.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        line.addWidget(words, 1)
        line.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        show_if(self._beside, False)

    def add(self, part: QWidget) -> None:
        """Put something behind what stands beside the words."""
        self._acts.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        show_if(self._beside, True)


def row(
    title: str,
    second: str = "",
    *,
    pill: tuple[str, str] | None = None,
    acts: Sequence[Act] = (),
    about: str = "",
) -> Row:
    """Return a line with title, muted second line, status and buttons; `about` completes their names."""
    line = Row(title, second, beside=len(acts) + (pill is not None))
    if pill is not None:
        line.add(Pill(*pill))
    for text, run in acts:
        made = button(text, run, kind="link")
        made.setAccessibleName(f"{text}: {about or title}")
        line.add(made)
    return line


def lines(rows: Sequence[QWidget]) -> QWidget:
    """Return rows under each other with hairlines between."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(4))
    for at, one in enumerate(rows):
        if at:
            column.addWidget(hairline())
        column.addWidget(one)
    return box


def act_bar(acts: Sequence[Act]) -> QWidget:
    """Return buttons in a line that wraps, with a little room above."""
    bar = FlowBox(gap=8)
    for text, run in acts:
        bar.add(button(text, run))
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, theme().px(8), 0, 0)
    column.addWidget(bar)
    return box


def joined(*parts: str) -> str:
    """Return the parts that say something with a middle dot between."""
    return " · ".join(part for part in parts if part)
