# SPDX-License-Identifier: EUPL-1.2
"""The list of what was destroyed: when, how much of which kind, by which two people and why; nothing of what it held."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import short_date
from casus.gui.labels import label
from casus.gui.lists import Cell, Column, Kind, ListSpec, Query, RecordTable, Row
from casus.gui.retention.sign import counts_words
from casus.gui.shell import Shell
from casus.gui.widgets.containers import EmptyState
from casus.services import destruction
from casus.services.desk import Desk
from casus.services.destruction import Destroyed
from casus.services.partners import workers

_SHOWN_OF_ID = 8


class DestroyedSource:
    """A `RecordSource` over what was destroyed; ids are those of the proposals."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done: dict[str, Destroyed] = {}
        self._workers: Mapping[str, str] = {}
        translate = QCoreApplication.translate
        self.columns = (
            Column("on", translate("Destroyed", "Vernietigd op"), Kind.NAME, 150, sortable=False),
            Column("what", translate("Destroyed", "Wat"), Kind.TEXT, 0, sortable=False),
            Column("ground", translate("Destroyed", "Waarom"), Kind.TEXT, 200, sortable=False),
            Column("by", translate("Destroyed", "Door wie"), Kind.NAME, 200, sortable=False),
        )

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return those that match, the latest first."""
        self._done = {one.proposal_id: one for one in destruction.destroyed(self._desk)}
        self._workers = {one.id: one.name for one in workers(self._desk)}
        words = query.text.casefold().split()
        return [key for key, one in self._done.items() if all(word in self._text(one) for word in words)]

    def count_all(self) -> int:
        """Return how many there are."""
        return len(self._done)

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """Return them in words."""
        return [self._row(self._done[key]) for key in ids if key in self._done]

    def _row(self, one: Destroyed) -> Row:
        number = QCoreApplication.translate("Destroyed", "nr. {0}").format(one.proposal_id[:_SHOWN_OF_ID])
        second = QCoreApplication.translate("Destroyed", "met {0}").format(self._name(one.confirmed_by_id))
        return Row(
            one.proposal_id,
            (
                Cell(short_date(one.on), number),
                counts_words(one.counts),
                label("destruction_ground", one.ground),
                Cell(self._name(one.proposed_by_id), second),
            ),
        )

    def _name(self, worker_id: str) -> str:
        return self._workers.get(worker_id, "–")

    def _text(self, one: Destroyed) -> str:
        return " ".join(cell.text + cell.second for cell in map(self._row(one).cell, range(4))).casefold()


def destroyed_table(shell: Shell, desk: Desk) -> RecordTable:
    """Return the list."""
    translate = QCoreApplication.translate
    one, many = translate("Destroyed", "vernietiging"), translate("Destroyed", "vernietigingen")
    spec = ListSpec(translate("Destroyed", "Vernietigd"), lambda n: one if n == 1 else many, "destroyed")
    empty = EmptyState("trash", translate("Destroyed", "Er is nog niets vernietigd."))
    table = RecordTable(DestroyedSource(desk), shell.tasks, spec, settings=shell.settings, empty=empty)
    table.refused.connect(shell.show_error)
    return table
