# SPDX-License-Identifier: EUPL-1.2
"""Step 2: every figure beside the one that will leave, what protects it, and what stays with what would help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casus.gui.lists import ListSpec, RecordTable
from casus.gui.report.adjusted import AdjustedRow
from casus.gui.report.figures import FigureSource, status_chips, why_text
from casus.gui.report.loss import LossCard
from casus.gui.report.proof import ProofCard
from casus.gui.report.withheld import WithheldList
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import Card, PageScroll
from casus.gui.widgets.segments import SegmentBar
from casus.gui.widgets.text import label
from casus.services.reporting import ProtectedReport

_SIDE_WIDTH = 340
FIGURES, STAYS = "figures", "stays"


class ProtectionStep(QWidget):
    """The figures or what stays on the left; why, and the proof, on the right.

    Signals:
        back: to the first step.
        accepted: on to releasing.
        preset_wanted: protect again at this level.
        remedy_wanted: protect again with this table made coarser: a `Withheld`.
        undo_wanted: protect again without what was changed.
    """

    back = Signal()
    accepted = Signal()
    preset_wanted = Signal(str)
    remedy_wanted = Signal(object)
    undo_wanted = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._source = FigureSource()
        self.table = RecordTable(self._source, shell.tasks, self._list_spec())
        self.table.selected.connect(self._explain)
        self.table.refused.connect(shell.show_error)
        self.withheld = WithheldList()
        self.withheld.wanted.connect(self.remedy_wanted)
        self.views = QStackedWidget()
        self.views.addWidget(self.table)
        self.views.addWidget(self.withheld)
        self.which = SegmentBar()
        self.which.setAccessibleName(self.tr("Wat wil je zien?"))
        self.which.chosen.connect(self._show)
        self.loss = LossCard()
        self.loss.round_wanted.connect(lambda: self.preset_wanted.emit("standard"))
        self.loss.coarser_wanted.connect(lambda: self._show(STAYS))
        self.adjusted = AdjustedRow()
        self.adjusted.undo_wanted.connect(self.undo_wanted)
        self.proof = ProofCard()
        self.why = Card(self.tr("Waarom zo?"))
        self._why_words = label(wrap=True)
        self.why.add(self._why_words)
        self.accept = button(self.tr("Verder naar vrijgeven"), self.accepted.emit, kind="primary")
        self._lay_out()

    def show_report(self, report: ProtectedReport) -> None:
        """Show a protected report; what stays comes first when nothing leaves."""
        self._source.show(report.lines)
        self.table.clear()
        self.proof.show_report(report)
        self.withheld.show_withheld(report.withheld)
        self.loss.show_report(report)
        self.adjusted.show_report(report)
        self._explain("")
        self.which.set_choices(self._choices(report))
        self.which.setVisible(bool(report.withheld))
        self._show(FIGURES if report.made is not None else STAYS)
        self.accept.setEnabled(report.made is not None)

    def _choices(self, report: ProtectedReport) -> list[Choice]:
        tables = len(report.withheld)
        stays = self.tr("Blijft hier: 1 tabel") if tables == 1 else self.tr("Blijft hier: {0} tabellen")
        return [Choice(FIGURES, self.tr("Cijfers")), Choice(STAYS, stays.format(tables))]

    def _show(self, which: str) -> None:
        self.which.set_code(which)
        self.views.setCurrentWidget(self.table if which == FIGURES else self.withheld)
        self.why.setVisible(which == FIGURES)

    def _explain(self, record_id: str) -> None:
        words = self.tr("Kies een cijfer om te zien waarom het zo naar buiten gaat.")
        self._why_words.setText(why_text(self._source.line(record_id)) if record_id else words)

    def _list_spec(self) -> ListSpec:
        nouns = self.tr("cijfer"), self.tr("cijfers")
        return ListSpec(self.tr("Cijfers"), lambda n: nouns[0] if n == 1 else nouns[1], "", status_chips())

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme().px(8))
        for part in (self.loss, self.adjusted, self.which):
            left.addWidget(part)
        left.addWidget(self.views, 1)
        middle = QHBoxLayout()
        middle.setSpacing(theme().px(16))
        middle.addLayout(left, 1)
        middle.addWidget(self._side())
        buttons = QHBoxLayout()
        buttons.addWidget(button(self.tr("Terug"), self.back.emit, icon="arrow-left"))
        buttons.addStretch(1)
        buttons.addWidget(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme().px(12))
        outer.addLayout(middle, 1)
        outer.addLayout(buttons)

    def _side(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme().px(8), 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.why)
        column.addWidget(self.proof)
        column.addStretch(1)
        side = PageScroll(inside)
        fix_width(side, _SIDE_WIDTH)
        return side
