# SPDX-License-Identifier: EUPL-1.2
"""A worker's side of the report: exactly which coded rows the coordinator counts from."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.domain.codelists import names
from casus.domain.periods import Period
from casus.errors import InvalidInput
from casus.gui.dates_text import number
from casus.gui.error_text import field_error
from casus.gui.labels import label as code_label
from casus.gui.lists import Cell, Column, Kind, ListSpec, Query, RecordTable, Row
from casus.gui.shell import Page, Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.text_fields import TextField
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services import reporting
from casus.services.desk import Desk

KINDS = {
    "person": QT_TRANSLATE_NOOP("ContributionPage", "Persoon"),
    "case": QT_TRANSLATE_NOOP("ContributionPage", "Casus"),
    "contact": QT_TRANSLATE_NOOP("ContributionPage", "Contact"),
    "programme": QT_TRANSLATE_NOOP("ContributionPage", "Traject"),
    "detention": QT_TRANSLATE_NOOP("ContributionPage", "Detentie"),
    "condition": QT_TRANSLATE_NOOP("ContributionPage", "Basisvoorwaarde"),
    "vog": QT_TRANSLATE_NOOP("ContributionPage", "VOG"),
    "family": QT_TRANSLATE_NOOP("ContributionPage", "Gezin"),
    "family_member": QT_TRANSLATE_NOOP("ContributionPage", "Gezinslid"),
    "consulting_hour": QT_TRANSLATE_NOOP("ContributionPage", "Spreekuur"),
    "consulting_conversations": QT_TRANSLATE_NOOP("ContributionPage", "Gesprekken in spreekuur"),
}
_LISTS = {"kind": "", "role": "person_role", "state": "record_state"}
_PERIOD_WIDTH = 260


class RowSource:
    """A `RecordSource` over the rows of a contribution; ids are their places."""

    def __init__(self) -> None:
        self._rows: Sequence[Any] = ()
        self.columns = (
            Column("kind", QCoreApplication.translate("ContributionPage", "Soort regel"), Kind.NAME, 240),
            Column(
                "codes", QCoreApplication.translate("ContributionPage", "Codes"), Kind.TEXT, 0, sortable=False
            ),
            Column(
                "subject",
                QCoreApplication.translate("ContributionPage", "Wie (schuilnaam)"),
                Kind.TEXT,
                190,
                sortable=False,
            ),
            Column("amount", QCoreApplication.translate("ContributionPage", "Aantal"), Kind.NUMBER, 100),
        )

    def show(self, rows: Sequence[Any]) -> None:
        """Take other rows; the list has to be reloaded."""
        self._rows = rows

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the places of the rows whose kind or codes hold every typed word."""
        words = query.text.casefold().split()
        found = [at for at, row in enumerate(self._rows) if all(word in _text(row) for word in words)]
        if query.sort == "amount":
            found.sort(key=lambda at: self._rows[at].amount, reverse=query.descending)
        elif query.sort == "kind":
            found.sort(key=lambda at: _kind(self._rows[at].kind), reverse=query.descending)
        return [str(at) for at in found]

    def count_all(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """Return the rows of these places in words."""
        return [self._row(record_id) for record_id in ids]

    def _row(self, record_id: str) -> Row:
        row = self._rows[int(record_id)]
        cells = (
            Cell(_kind(row.kind)),
            Cell(_codes(row)),
            Cell((row.subject or "")[:16]),
            Cell(number(row.amount)),
        )
        return Row(record_id, cells)


class ContributionPage(Page):
    """Shows what leaves for the coordinator: codes and pseudonyms, no names and no texts."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Mijn aanlevering"),
            self.tr(
                "Dit is alles wat de coördinator van jou krijgt om te tellen: codes, geen namen en geen teksten."
            ),
        )
        self._desk = desk
        self._source = RowSource()
        self.period = TextField()
        self.period.set_key("period")
        self.period.set_label(self.tr("Periode"))
        self.period.edit.setMaximumWidth(theme().px(_PERIOD_WIDTH))
        self.period.edit.returnPressed.connect(self.show_rows)
        self.go = button(self.tr("Toon aanlevering"), self.show_rows, kind="primary", icon="eye")
        noun = (self.tr("regel"), self.tr("regels"))
        empty = EmptyState("list-bullets", self.tr("Kies een periode om te zien wat je aanlevert."))
        spec = ListSpec(self.tr("Regels"), lambda n: noun[0] if n == 1 else noun[1])
        self.table = RecordTable(self._source, shell.tasks, spec, empty=empty)
        self.table.refused.connect(shell.show_error)
        row = QHBoxLayout()
        row.addWidget(self.period)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)

    def load(self) -> None:
        """Propose this year until now; rows are shown when asked for."""
        if not self.period.value():
            self.period.set_value(str(self._desk.today().year))
        self.table.reload()

    def show_rows(self) -> None:
        """Fetch the contribution for the typed period."""
        try:
            period = Period.parse(self.period.value())
        except InvalidInput as error:
            self.period.set_error(field_error(error, self.period.get_label()))
            self.period.take_focus()
            return
        self.period.set_error("")
        self.shell.tasks.run(lambda: reporting.contribute(self._desk, period), owner=self, done=self._show)

    def changed(self, _changes: object, _initiator: QWidget | None) -> None:
        """Rows are shown as they were when asked for."""

    def _show(self, contribution: Any) -> None:
        self._source.show(contribution.rows)
        self.table.reload()


def _kind(kind: str) -> str:
    return QCoreApplication.translate("ContributionPage", KINDS[kind])


def _codes(row: Any) -> str:
    return " · ".join(_code(row.kind, key, code) for key, code in row.codes)


def _code(kind: str, key: str, code: str) -> str:
    own = {"kind": f"{kind}_kind", "status": f"{kind}_status"}.get(key, key)
    name = next((one for one in (own, _LISTS.get(key, ""), key) if one in names()), "")
    return code_label(name, code) if name else code


def _text(row: Any) -> str:
    return f"{_kind(row.kind)} {_codes(row)}".casefold()
