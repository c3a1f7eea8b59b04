# SPDX-License-Identifier: EUPL-1.2
"""The list of figures from elsewhere."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.domain.roles import Role
from casus.gui.context_figures import KEY
from casus.gui.context_figures.form import FORM, NEW, ContextFigurePanel
from casus.gui.dashboard import KEY as DASHBOARD
from casus.gui.dates_text import number, short_date
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.labels import label as code_label
from casus.gui.lists import Cell, Column, Kind, ListSpec, RecordTable, Row
from casus.gui.records.short import ShortSource
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import EmptyState
from casus.services.context_figures import KIND, context_figures
from casus.services.desk import Desk
from casus.services.drafts import load_draft
from casus.services.records import ContextFigure


class ContextFiguresPage(Page):
    """What others counted or estimated, with who said so and when."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Contextcijfers"),
            self.tr("Cijfers van anderen, om die van jullie naast te leggen. Altijd met bron en datum."),
        )
        self._desk = desk
        self.set_primary(self.tr("Nieuw contextcijfer"), lambda: self._open_form(), icon="plus")
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
        """Fetch again when a figure changed."""
        if KIND in changes.kinds:
            self.table.reload()

    def open_record(self, record_id: str) -> None:
        """Open the form of a figure."""
        self._open_form(record_id)

    def _open_form(self, figure_id: str = NEW) -> None:
        desk, shell = self._desk, self.shell

        def show(draft: Payload | None) -> None:
            shell.open_panel(ContextFigurePanel(shell, desk, figure_id, draft=draft))

        shell.tasks.run(lambda: load_draft(desk, f"{FORM}:{figure_id}"), owner=self, done=show)

    def _table(self) -> RecordTable:
        columns = [
            Column("what", self.tr("Wat"), Kind.NAME, 0, sortable=False),
            Column("value", self.tr("Cijfer"), Kind.TEXT, 200, sortable=False),
            Column("on", self.tr("Van"), Kind.DATE, 110, sortable=False),
            Column("pillar", self.tr("Pijler"), Kind.TEXT, 200, sortable=False),
        ]
        desk = self._desk
        source = ShortSource(columns, lambda: context_figures(desk), _row)
        nouns = self.tr("contextcijfer"), self.tr("contextcijfers")
        spec = ListSpec(self.tr("Contextcijfers"), lambda n: nouns[0] if n == 1 else nouns[1])
        empty = EmptyState(
            "globe",
            self.tr("Er staat nog geen cijfer van anderen."),
            self.tr("Nieuw contextcijfer"),
            self._open_form,
        )
        table = RecordTable(source, self.shell.tasks, spec, empty=empty)
        table.opened.connect(self.open_record)
        table.refused.connect(self.shell.show_error)
        return table


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
