# SPDX-License-Identifier: EUPL-1.2
"""The dashboard of a reporting period: every figure beside the former period and its target, and who contributed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.domain.roles import Role
from casus.gui.dashboard import KEY
from casus.gui.dashboard.coverage_panel import CoveragePanel
from casus.gui.dashboard.figure_panel import FigurePanel
from casus.gui.dashboard.target_panel import FORM, TargetPanel
from casus.gui.dashboard.words import TONES, coverage_text, inside_pill, number_text, target_text
from casus.gui.dates_text import language
from casus.gui.forms_registry import FormSpec
from casus.gui.indicators import KEY as INDICATORS
from casus.gui.labels import label as code_label
from casus.gui.lists import Cell, Column, FilterChip, Kind, ListSpec, RecordTable, Row
from casus.gui.records.short import ShortSource
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.text import label
from casus.services.dashboard import Dashboard, Headline, dashboard, moments
from casus.services.desk import Desk

PERIODS, CONTEXT = "perioden", "contextcijfers"
_OTHERS = frozenset(
    {"indicator_versions", "indicator_targets", "contribution_batches", "reporting_periods", "releases",
     "school_activities", "business_contacts", "inspections", "permits", "resilience_sessions",
     "vog_ambassadors", "workers"}
)  # fmt: skip
_PERIOD_LETTERS = 24
_Moment = tuple[Period, date]


class DashboardPage(Page):
    """A period above the list of its figures; Enter opens what a figure is made of."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Dashboard"),
            self.tr("De cijfers van een periode, alleen voor jou. Enter opent een cijfer."),
        )
        self._desk = desk
        self._moments: dict[str, _Moment] = {}
        self._found: Dashboard | None = None
        self.add_secondary(self.tr("Indicatoren"), lambda: shell.open(INDICATORS), icon="list-numbers")
        self.add_menu(
            [
                (self.tr("Contextcijfers"), lambda: shell.open(CONTEXT)),
                (self.tr("Rapportageperioden"), lambda: shell.open(PERIODS)),
            ]
        )
        self.period = ChoiceField()
        self.period.set_key("period")
        self.period.set_label(self.tr("Periode"))
        self.period.changed.connect(self._choose)
        self.coverage = label(wrap=True)
        self.who = button(self.tr("Wie leverde aan?"), self.show_coverage, icon="users")
        self.table = self._table()
        self._lay_out()

    def first_stop(self) -> QWidget | None:
        """Begin in the list; in what stands above it while the list is empty."""
        return self.table.view if self.table.view.isVisible() else super().first_stop()

    def load(self) -> None:
        """Fetch the periods there are, then the figures of the chosen one."""
        desk = self._desk
        self.shell.tasks.run(
            lambda: moments(desk), owner=self, done=self._offer, failed=self.shell.show_error
        )

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Count again when anything that is counted changed."""
        if changes.kinds & _OTHERS:
            self.load()

    def open_record(self, record_id: str) -> None:
        """Open what a figure of the chosen period is made of."""
        moment = self._moments.get(self.period.value())
        if moment is not None:
            self.shell.open_panel(FigurePanel(self.shell, self._desk, record_id, moment))

    def show_coverage(self) -> None:
        """Open the list of who contributed."""
        if self._found is not None:
            self.shell.open_panel(CoveragePanel(self._found.period, self._found.coverage))

    def _offer(self, found: Sequence[_Moment]) -> None:
        before = self.period.value()
        self._moments = {str(period): (period, day) for period, day in found}
        self.period.set_choices(
            [Choice(key, period.label(language())) for key, (period, _day) in self._moments.items()]
        )
        self.period.set_value(before if before in self._moments else next(iter(self._moments)))
        self.table.reload()

    def _choose(self) -> None:
        if self.period.value() in self._moments:
            self.table.reload()

    def _fetch(self) -> Sequence[tuple[str, Headline]]:
        """Count in the worker; the period that was chosen when the list asked."""
        moment = self._moments.get(self.period.value())
        if moment is None:
            return ()
        self._found = found = dashboard(self._desk, *moment, language())
        return [(pillar, one) for pillar, lines in found.pillars for one in lines]

    def _loaded(self) -> None:
        if self._found is not None:
            self.coverage.setText(coverage_text(self._found.coverage))
            self.who.setEnabled(bool(self._found.coverage))

    def _table(self) -> RecordTable:
        titles = (self.tr("Cijfer"), self.tr("Nu"), self.tr("Vorige"), self.tr("Doel"), self.tr("Stand"))
        kinds = (Kind.NAME, Kind.NUMBER, Kind.NUMBER, Kind.TEXT, Kind.STATUS)
        widths = (0, 90, 90, 150, 130)
        columns = [
            Column(str(at), title, kind, width, sortable=False)
            for at, (title, kind, width) in enumerate(zip(titles, kinds, widths, strict=True))
        ]
        source = ShortSource(columns, self._fetch, _row, _chips)
        chips = [FilterChip(code, code_label("pillar", code), "pillar") for code in codelist("pillar").values]
        chips.append(FilterChip("behind", code_label("target_word", "behind"), "word"))
        nouns = self.tr("cijfer"), self.tr("cijfers")
        spec = ListSpec(self.tr("Cijfers"), lambda n: nouns[0] if n == 1 else nouns[1], "", tuple(chips))
        empty = EmptyState("chart-bar", self.tr("Er zijn geen indicatoren."))
        table = RecordTable(source, self.shell.tasks, spec, empty=empty)
        table.opened.connect(self.open_record)
        table.refused.connect(self.shell.show_error)
        table.loaded.connect(self._loaded)
        return table

    def _lay_out(self) -> None:
        self.period.combo.setMinimumContentsLength(_PERIOD_LETTERS)
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(self.period)
        row.addWidget(inside_pill(), 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.body.addLayout(row)
        line = QHBoxLayout()
        line.setSpacing(theme().px(16))
        line.addWidget(self.coverage, 1)
        line.addWidget(self.who)
        self.body.addLayout(line)
        self.body.addWidget(self.table, 1)


def _row(found: tuple[str, Headline]) -> Row:
    pillar, one = found
    second = f"{one.unit} · {code_label('focus_point', one.focus)} · {code_label('pillar', pillar)}"
    word = one.target.word
    return Row(
        one.code,
        (
            Cell(one.title, second),
            number_text(one.now),
            number_text(one.before),
            target_text(one.target),
            Cell(code_label("target_word", word), tone=TONES[word]),
        ),
    )


def _chips(found: tuple[str, Headline]) -> frozenset[str]:
    pillar, one = found
    return frozenset({pillar, one.target.word})


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    title = QCoreApplication.translate("DashboardPage", "Dashboard")
    return PageSpec(
        KEY,
        title,
        "gauge",
        lambda shell: DashboardPage(shell, desk),
        frozenset({Role.COORDINATOR}),
        section=1,
    )


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the form that a draft opens again."""
    return (FormSpec(FORM, KEY, lambda shell, about, draft: TargetPanel(shell, desk, about, draft=draft)),)
