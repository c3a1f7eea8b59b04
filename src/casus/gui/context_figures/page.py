# SPDX-License-Identifier: EUPL-1.2
"""The list of figures from elsewhere."""

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.context_figures import KEY
from casus.gui.context_figures.form import FORM, ContextFigurePanel
from casus.gui.dashboard import KEY as DASHBOARD
from casus.gui.dates_text import number, short_date
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.labels import label as code_label
from casus.gui.lists import Cell, Column, Kind, ListSpec, Row
from casus.gui.records.short import ShortSource
from casus.gui.records.short_page import ShortPage
from casus.gui.shell import PageSpec, Shell
from casus.gui.widgets.containers import EmptyState
from casus.services.context_figures import KIND, context_figures
from casus.services.desk import Desk
from casus.services.records import ContextFigure


class ContextFiguresPage(ShortPage[ContextFigure]):
    """What others counted or estimated, with who said so and when."""

    kind, form, back = KIND, FORM, DASHBOARD

    def __init__(self, shell: Shell, desk: Desk) -> None:
        translate = QCoreApplication.translate
        title = translate("ContextFiguresPage", "Contextcijfers")
        subtitle = translate(
            "ContextFiguresPage",
            "Cijfers van anderen, om die van jullie naast te leggen. Altijd met bron en datum.",
        )
        super().__init__(shell, desk, title, subtitle, translate("ContextFiguresPage", "Nieuw contextcijfer"))

    def columns(self) -> list[Column]:
        """Return what it is about, the figure, the day it is from, and its pillar."""
        return [
            Column("what", self.tr("Wat"), Kind.NAME, 0, sortable=False),
            Column("value", self.tr("Cijfer"), Kind.TEXT, 150, sortable=False),
            Column("on", self.tr("Van"), Kind.DATE, 110, sortable=False),
            Column("pillar", self.tr("Pijler"), Kind.TEXT, 250, sortable=False),
        ]

    def make_source(self, columns: list[Column]) -> ShortSource[ContextFigure]:
        """Return every figure."""
        return ShortSource(columns, lambda: context_figures(self.desk), _row)

    def list_spec(self) -> ListSpec:
        """Return what the list is called."""
        nouns = self.tr("contextcijfer"), self.tr("contextcijfers")
        return ListSpec(self.tr("Contextcijfers"), lambda n: nouns[0] if n == 1 else nouns[1])

    def empty(self, new: str) -> EmptyState:
        """Say that there is none yet, and how to add one."""
        return EmptyState("globe", self.tr("Er staat nog geen cijfer van anderen."), new, self.open_form)

    def panel(self, record_id: str, draft: Payload | None) -> ContextFigurePanel:
        """Return the form of a figure."""
        return ContextFigurePanel(self.shell, self.desk, record_id, draft=draft)


def value_text(one: ContextFigure) -> str:
    """Return the figure with its unit: "400–500 personen"."""
    numbers = number(one.low) if one.high is None else f"{number(one.low)}–{number(one.high)}"
    return f"{numbers} {one.unit}"


def _row(one: ContextFigure) -> Row:
    cells = (
        Cell(one.what, one.source),
        value_text(one),
        short_date(one.on),
        code_label("pillar", one.pillar),
    )
    return Row(one.id, cells)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from the dashboard."""
    title = QCoreApplication.translate("ContextFiguresPage", "Contextcijfers")
    return PageSpec(KEY, title, "globe", lambda shell: ContextFiguresPage(shell, desk),
                    frozenset({Role.COORDINATOR}), in_sidebar=False, parent=DASHBOARD)  # fmt: skip


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the form that a draft opens again."""
    return (
        FormSpec(FORM, KEY, lambda shell, about, draft: ContextFigurePanel(shell, desk, about, draft=draft)),
    )
