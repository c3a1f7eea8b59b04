# SPDX-License-Identifier: EUPL-1.2
"""What stands behind one number: how it is made up, how it went over the periods, where its records are."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.domain.periods import Period
from casus.gui.dashboard.target_panel import TargetPanel
from casus.gui.dashboard.words import TONES, due_text, inside_pill, number_text, target_text
from casus.gui.dates_text import language, number
from casus.gui.indicators import KEY as INDICATORS
from casus.gui.labels import label as code_label
from casus.gui.report.contribution_rows import KINDS as ROW_KINDS
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.chart import Bar, BarChart
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label
from casus.services.dashboard import Opened, SeriesPoint, open_figure, series
from casus.services.desk import Desk

_SUPPRESSED = "×"


class FigurePanel(SidePanel):
    """One figure of one period; nothing in it can be changed here."""

    def __init__(self, shell: Shell, desk: Desk, code: str, moment: tuple[Period, date]) -> None:
        self._shell, self._desk, self._code = shell, desk, code
        self._period, self._day = moment
        self.body = QWidget()
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        period = self._period.label(language())
        super().__init__(QCoreApplication.translate("FigurePanel", "Cijfer"), self.body, subtitle=period)
        shell.tasks.run(self._fetch, owner=self, done=self._show, failed=shell.show_error)

    def _fetch(self) -> tuple[Opened, Sequence[SeriesPoint]]:
        opened = open_figure(self._desk, self._code, self._period, self._day, language())
        return opened, series(self._desk, self._code, self._period)

    def _show(self, found: tuple[Opened, Sequence[SeriesPoint]]) -> None:
        opened, points = found
        one = opened.headline
        self._title.setText(one.title)
        self.setAccessibleName(one.title)
        self._add(label(f"{number_text(one.now)} {one.unit}", "title", wrap=True))
        self._add(label(self.tr("Vorige periode: {0}").format(number_text(one.before)), tone="muted"))
        self._add(inside_pill())
        if one.now is None:
            words = self.tr("Over deze periode is nog niets aangeleverd, dus over personen is niets bekend.")
            self._add(label(words, wrap=True))
        self._show_target(opened)
        self._show_acts(opened)
        self._show_series(points)
        for title, parts in opened.parts:
            bars = [Bar(part.words, part.number, number(part.number)) for part in parts]
            self._chart(self.tr("Naar {0}").format(title[:1].lower() + title[1:]), bars)
        if opened.rows:
            self._show_rows(opened)
        self._add(label(self.tr("Wat telt mee"), "section"))
        for words in (opened.definition, opened.note, self.tr("Bron: {0}").format(opened.source)):
            if words:
                self._add(label(words, wrap=True))
        self._add(label(self.tr("Versie {0} van de definitie").format(one.version), "small", "muted"))
        self._column.addStretch(1)

    def _show_target(self, opened: Opened) -> None:
        target = opened.headline.target
        self._add(Pill(code_label("target_word", target.word), TONES[target.word]))
        if words := target_text(target):
            told = self.tr("Doel: {0}.").format(words)
            self._add(label(f"{told} {due_text(target)}".strip(), wrap=True))

    def _show_acts(self, opened: Opened) -> None:
        self._acts = FlowBox(gap=8)
        self._add(self._acts)
        if opened.register:
            place = ":".join((opened.register, *opened.chips))
            self._link(self.tr("Open het register"), lambda: self._shell.open("registers", place))
        about = f"{self._code}:{self._period}"
        self._link(
            self.tr("Doel vastleggen"),
            lambda: self._shell.open_panel(TargetPanel(self._shell, self._desk, about)),
        )
        self._link(self.tr("Bekijk de definitie"), lambda: self._shell.open(INDICATORS, self._code))

    def _show_series(self, points: Sequence[SeriesPoint]) -> None:
        if len(points) > 1 or any(one.released is not None for one in points):
            bars = [Bar(one.period.label(language()), one.counted or 0, _point_text(one)) for one in points]
            self._chart(self.tr("Verloop, zoals nu geteld"), bars)
        if any(one.redefined for one in points):
            words = self.tr(
                "* In een ander jaar is dit cijfer met een andere definitie vrijgegeven. Vergelijk het niet zomaar."
            )
            self._add(label(words, "small", "muted", wrap=True))

    def _show_rows(self, opened: Opened) -> None:
        self._add(label(self.tr("Waaruit geteld is"), "section"))
        bars = [
            Bar(f"{_kind(kind)} · {code_label('worker_role', role)}", amount, number(amount))
            for role, kind, amount in opened.rows
        ]
        self._chart(self.tr("Regels die collega’s aanleverden, zonder personen"), bars)

    def _chart(self, title: str, bars: Sequence[Bar]) -> None:
        chart = BarChart(title)
        chart.show_bars(bars)
        self._add(chart)

    def _link(self, text: str, run: Callable[[], object]) -> None:
        self._acts.add(button(text, run))

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)


def _point_text(one: SeriesPoint) -> str:
    """Return a number of the series, with what was released of it where that is something else."""
    text = number_text(one.counted)
    if one.status:
        out = _SUPPRESSED if one.released is None else number(one.released)
        text = QCoreApplication.translate("FigurePanel", "{0} (vrijgegeven: {1})").format(text, out)
    return f"{text} *" if one.redefined else text


def _kind(kind: str) -> str:
    return QCoreApplication.translate("ContributionPage", ROW_KINDS[kind])
