# SPDX-License-Identifier: EUPL-1.2
"""The list of indicators; Enter opens the form for a new version."""

from PySide6.QtCore import QCoreApplication

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
from casus.gui.lists import Cell, Column, FilterChip, Kind, ListSpec, Row
from casus.gui.records.short import ShortSource
from casus.gui.records.short_page import ShortPage
from casus.gui.shell import PageSpec, Shell
from casus.services import indicators
from casus.services.desk import Desk
from casus.services.indicators import KnownIndicator


class IndicatorsPage(ShortPage[KnownIndicator]):
    """Every figure Casus can count, with how it is protected and which version is in force."""

    kind, form, back = "indicator_versions", FORM, DASHBOARD

    def __init__(self, shell: Shell, desk: Desk) -> None:
        translate = QCoreApplication.translate
        title = translate("IndicatorsPage", "Indicatoren")
        subtitle = translate(
            "IndicatorsPage",
            "Wat er geteld wordt en hoe het heet. Elke wijziging is een nieuwe versie; wat vrijgegeven is, "
            "houdt de zijne.",
        )
        super().__init__(shell, desk, title, subtitle, translate("IndicatorsPage", "Nieuwe indicator"))

    def columns(self) -> list[Column]:
        """Return what it is called, in what it counts, how it leaves, and how it stands."""
        return [
            Column("title", self.tr("Indicator"), Kind.NAME, 0, sortable=False),
            Column("unit", self.tr("Eenheid"), Kind.TEXT, 180, sortable=False),
            Column("protection", self.tr("Naar buiten"), Kind.TEXT, 115, sortable=False),
            Column("version", self.tr("Versie"), Kind.NUMBER, 80, sortable=False),
            Column("state", self.tr("Stand"), Kind.STATUS, 150, sortable=False),
        ]

    def make_source(self, columns: list[Column]) -> ShortSource[KnownIndicator]:
        """Return every indicator, hidden ones among them."""
        return ShortSource(columns, lambda: indicators.known_indicators(self.desk), _row, _chips)

    def list_spec(self) -> ListSpec:
        """Return the filters: by pillar, and by how an indicator stands."""
        chips = [FilterChip(code, code_label("pillar", code), "pillar") for code in codelist("pillar").values]
        chips += [FilterChip(code, state_words(code), "state") for code in STATES]
        nouns = self.tr("indicator"), self.tr("indicatoren")
        return ListSpec(self.tr("Indicatoren"), lambda n: nouns[0] if n == 1 else nouns[1], "", tuple(chips))

    def panel(self, record_id: str, draft: Payload | None) -> IndicatorPanel:
        """Return the form of an indicator, by its code."""
        return IndicatorPanel(self.shell, self.desk, record_id, draft=draft)


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
