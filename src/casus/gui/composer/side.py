# SPDX-License-Identifier: EUPL-1.2
"""The left of the composer: which report, its outline with what can be done, and what is still to do."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from casus.gui.composer.outline import Outline
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import button, icon_button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.text import label
from casus.services.composing import FIGURES, HEADING, STORIES, TEXT, Problem, ReportDocument, ReportLine

_WIDTH = 300
_AT = int(Qt.ItemDataRole.UserRole)
ADDABLE = (
    ("chapter", QT_TRANSLATE_NOOP("ComposerSide", "Hoofdstuk")),
    (HEADING, QT_TRANSLATE_NOOP("ComposerSide", "Focuspunt")),
    (TEXT, QT_TRANSLATE_NOOP("ComposerSide", "Tekst met cijfers")),
    (FIGURES, QT_TRANSLATE_NOOP("ComposerSide", "Tabellen en grafieken")),
    (STORIES, QT_TRANSLATE_NOOP("ComposerSide", "Verhalen")),
)


class Side(QWidget):
    """Chooses a report, shows its outline, and lists its problems.

    Signals:
        chosen: the id of another report.
        wanted: a kind of part to add.
        problem: a `Problem` to go to.
    """

    chosen = Signal(str)
    wanted = Signal(str)
    problem = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._problems: list[Problem] = []
        self.which = ChoiceField(self)
        self.which.set_key("report")
        self.which.set_label(self.tr("Verslag"))
        self.which.changed.connect(lambda: self.chosen.emit(self.which.value()))
        self.outline = Outline(self)
        self.add = button(self.tr("Voeg toe"), None, icon="plus")
        menu = QMenu(self.add)
        for kind, words in ADDABLE:
            menu.addAction(
                QCoreApplication.translate("ComposerSide", str(words)), partial(self.wanted.emit, kind)
            )
        self.add.setMenu(menu)
        self.todo = label(self.tr("Nog te doen"), "strong")
        self.problems = QListWidget(self)
        self.problems.setWordWrap(True)
        self.problems.setSpacing(4)
        self.problems.setAccessibleName(self.tr("Nog te doen"))
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problems.itemActivated.connect(self._go)
        fix_width(self, _WIDTH)
        self._lay_out()

    def show_reports(self, reports: Sequence[ReportLine], chosen: str) -> None:
        """Offer the reports; one is open."""
        self.which.set_choices([Choice(one.id, one.name) for one in reports])
        self.which.set_value(chosen or None)

    def show_document(self, document: ReportDocument | None) -> None:
        """Show the outline of a report, none when it cannot be opened."""
        for part in (self.outline, self.add, self.todo, self.problems):
            part.setEnabled(document is not None)
        if document is None:
            self.outline.clear()
            self.show_problems([])
        else:
            self.outline.show_document(document)

    def show_problems(self, problems: Sequence[tuple[Problem, str, str]]) -> None:
        """List what is still to do: problem, place and sentence; what keeps the report inside comes first."""
        ordered = sorted(problems, key=lambda one: not one[0].blocks)
        self._problems = [problem for problem, _place, _words in ordered]
        self.problems.clear()
        for at, (problem, place, words) in enumerate(ordered):
            mark = self.tr("Moet") if problem.blocks else self.tr("Kijk na")
            item = QListWidgetItem(f"{mark} · {place}\n{words}")
            item.setData(_AT, at)
            self.problems.addItem(item)
        self.problems.setVisible(bool(self._problems))
        must = sum(problem.blocks for problem in self._problems)
        if not self._problems:
            self.todo.setText(self.tr("Niets meer te doen"))
        elif must:
            self.todo.setText(
                self.tr("Nog te doen: {0} moet, {1} nakijken").format(must, len(self._problems) - must)
            )
        else:
            self.todo.setText(self.tr("Kan naar buiten; {0} nakijken").format(len(self._problems)))

    def _go(self, item: QListWidgetItem) -> None:
        self.problem.emit(self._problems[int(item.data(_AT))])

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(theme().px(4))
        acts.addWidget(self.add)
        acts.addStretch(1)
        buttons = (
            icon_button("arrow-up", self.tr("Omhoog"), partial(self._move, -1)),
            icon_button("arrow-down", self.tr("Omlaag"), partial(self._move, 1)),
            icon_button("pencil-simple", self.tr("Bewerk"), self._open),
            icon_button("trash", self.tr("Haal weg"), self._remove),
        )
        for one in buttons:
            acts.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.which)
        column.addWidget(self.outline, 3)
        column.addLayout(acts)
        column.addWidget(self.todo)
        column.addWidget(self.problems, 2)
        stops: tuple[QWidget, ...] = (self.outline, self.add, *buttons, self.problems)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _move(self, step: int) -> None:
        if self.outline.chosen():
            self.outline.moved.emit(self.outline.chosen(), step)

    def _open(self) -> None:
        if self.outline.chosen():
            self.outline.opened.emit(self.outline.chosen())

    def _remove(self) -> None:
        if self.outline.chosen():
            self.outline.removed.emit(self.outline.chosen())
