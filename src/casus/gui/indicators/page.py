# SPDX-License-Identifier: EUPL-1.2
"""The list of indicators; Enter opens the form for a new version."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.domain.codelists import codelist
from casus.domain.roles import Role
from casus.gui.dashboard import KEY as DASHBOARD
from casus.gui.dates_text import language
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.indicators import KEY
from casus.gui.indicators.form import FORM, IndicatorPanel
from casus.gui.indicators.words import STATES, TONES, state_of, state_words
from casus.gui.labels import label as code_label
from casus.gui.lists import Cell, Column, FilterChip, Kind, ListSpec, RecordTable, Row
from casus.gui.records.short import ShortSource
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.widgets.buttons import button
from casus.services import indicators
from casus.services.desk import Desk
from casus.services.drafts import load_draft
from casus.services.indicators import KnownIndicator


class IndicatorsPage(Page):
    """Every figure Casus can count, with how it is protected and which version is in force."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Indicatoren"),
            self.tr(
                "Wat er geteld wordt en hoe het heet. Elke wijziging is een nieuwe versie; wat vrijgegeven is, "
                "houdt de zijne."
            ),
        )
        self._desk = desk
        self.set_primary(self.tr("Nieuwe indicator"), lambda: self._open_form(), icon="plus")
        self.table = self._table()
        self.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Terug"), lambda: shell.open(DASHBOARD), icon="arrow-left"))
        row.addStretch(1)
        self.body.addLayout(row)

    def load(self) -> None:
        """Fetch the list again."""
        self.table.reload()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Fetch again when a version was added or taken back."""
        if "indicator_versions" in changes.kinds:
            self.table.reload()

    def open_record(self, record_id: str) -> None:
        """Open the form of an indicator, by its code."""
        self._open_form(record_id)

    def _open_form(self, code: str = "new") -> None:
        desk, shell = self._desk, self.shell

        def show(draft: Payload | None) -> None:
            shell.open_panel(IndicatorPanel(shell, desk, code, draft=draft))

        shell.tasks.run(lambda: load_draft(desk, f"{FORM}:{code}"), owner=self, done=show)

    def _table(self) -> RecordTable:
        columns = [
            Column("title", self.tr("Indicator"), Kind.NAME, 0, sortable=False),
            Column("unit", self.tr("Eenheid"), Kind.TEXT, 150, sortable=False),
            Column("protection", self.tr("Naar buiten"), Kind.TEXT, 130, sortable=False),
            Column("version", self.tr("Versie"), Kind.NUMBER, 80, sortable=False),
            Column("state", self.tr("Stand"), Kind.STATUS, 150, sortable=False),
        ]
        desk = self._desk
        source = ShortSource(columns, lambda: indicators.known_indicators(desk), _row, _chips)
        chips = [FilterChip(code, code_label("pillar", code), "pillar") for code in codelist("pillar").values]
        chips += [FilterChip(code, state_words(code), "state") for code in STATES]
        nouns = self.tr("indicator"), self.tr("indicatoren")
        spec = ListSpec(self.tr("Indicatoren"), lambda n: nouns[0] if n == 1 else nouns[1], "", tuple(chips))
        table = RecordTable(source, self.shell.tasks, spec)
        table.opened.connect(self.open_record)
        table.refused.connect(self.shell.show_error)
        return table


def _row(one: KnownIndicator) -> Row:
    found, state = one.indicator, state_of(one)
    second = f"{found.code} · {code_label('focus_point', found.focus)}"
    translate = QCoreApplication.translate
    exact = found.protection.value == "exact"
    protection = translate("Indicators", "Precies") if exact else translate("Indicators", "Beschermd")
    return Row(
        one.code,
        (
            Cell(found.title[language()], second),
            found.unit_label[language()],
            protection,
            str(one.version),
            Cell(state_words(state), tone=TONES[state]),
        ),
    )


def _chips(one: KnownIndicator) -> frozenset[str]:
    return frozenset({one.indicator.pillar, state_of(one)})


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from the dashboard."""
    title = QCoreApplication.translate("IndicatorsPage", "Indicatoren")
    return PageSpec(KEY, title, "list-numbers", lambda shell: IndicatorsPage(shell, desk),
                    frozenset({Role.COORDINATOR}), in_sidebar=False, parent=DASHBOARD)  # fmt: skip


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the form that a draft opens again."""
    return (FormSpec(FORM, KEY, lambda shell, about, draft: IndicatorPanel(shell, desk, about, draft=draft)),)
