# SPDX-License-Identifier: EUPL-1.2
"""The list of family members without a case of their own: since when the reason to know them ended, and how they stand."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView

from casus.gui.labels import label
from casus.gui.lists import Cell, ListSpec, RecordTable
from casus.gui.records import Filter, Heading, ServiceSource
from casus.gui.retention.source import TONES
from casus.gui.shell import Shell
from casus.gui.widgets.containers import EmptyState
from casus.services.desk import Desk
from casus.services.retention import RelativesList

DUE_CHIP = "state:due"


class RelativesSource(ServiceSource):
    """A `RecordSource` over these family members; ids are those of persons."""

    def __init__(self, desk: Desk) -> None:
        self.due = RelativesList(desk)
        super().__init__(self.due, _headings(), desk.today())

    def _cell(self, heading: Heading, row: Any) -> Cell:
        if heading.key == "state":
            return Cell(label("retention_state", row["state"]), tone=TONES[row["state"]])
        return super()._cell(heading, row)


def relatives_table(shell: Shell, source: RelativesSource) -> RecordTable:
    """Return the list; several can be chosen at a time."""
    translate = QCoreApplication.translate
    chips = Filter("state", "retention_state", ("due", "soon", "held", "proposed")).chips()
    one, many = translate("Relatives", "gezinslid"), translate("Relatives", "gezinsleden")
    spec = ListSpec(
        translate("Relatives", "Gezinsleden zonder eigen casus"),
        lambda n: one if n == 1 else many,
        "relatives",
        chips,
    )
    words = translate("Relatives", "Geen gezinslid zonder eigen casus hoeft weg of gaat binnenkort weg.")
    empty = EmptyState("archive", words)
    table = RecordTable(source, shell.tasks, spec, settings=shell.settings, empty=empty)
    table.chips.choose((DUE_CHIP,))
    table.starts_with = frozenset({DUE_CHIP})
    table.starts_empty = translate("Relatives", "Er hoeft nu niemand weg; later wel: {0}.")
    table.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.refused.connect(shell.show_error)
    return table


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("name", translate("Relatives", "Naam"), 0),
        Heading("family", translate("Relatives", "Gezin"), 160),
        Heading("leaves", translate("Relatives", "Geen reden meer sinds"), 190),
        Heading("until", translate("Relatives", "Bewaren tot"), 144),
        Heading("state", translate("Relatives", "Stand"), 186, status=True),
    )
