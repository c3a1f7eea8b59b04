# SPDX-License-Identifier: EUPL-1.2
"""The basic conditions over the whole caseload: persons down, conditions across, at the moment chosen."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.codelists import codelist
from casus.domain.conditions import FIVE
from casus.domain.roles import Role
from casus.gui.dates_text import number
from casus.gui.detentions.matrix import STATUS_TONES
from casus.gui.detentions.views import CONDITIONS, add_views
from casus.gui.labels import label
from casus.gui.lists import Cell, Query
from casus.gui.records import Filter, Heading, ListPage, ListWords, ServiceSource
from casus.gui.records.source import chosen
from casus.gui.shell import PageSpec, Shell
from casus.gui.theme import theme
from casus.services.condition_matrix import ConditionMatrix, Counts
from casus.services.desk import Desk

_HEADER = 48


class MatrixSource(ServiceSource):
    """The matrix in words: each cell a status with its icon."""

    def __init__(self, records: ConditionMatrix, today: date) -> None:
        super().__init__(records, _headings(), today)
        self.matrix = records

    def count(self, query: Query) -> tuple[Counts, int]:
        """Return how many of those shown stand how, by condition; and how many are to be looked at again."""
        return self.matrix.counts(query.text, chosen(query)), self.matrix.due()

    def _cell(self, heading: Heading, row: Any) -> Cell:
        if heading.key == "name":
            return super()._cell(heading, row)
        status = row[heading.key]
        return Cell(label("matrix_status", status), tone=STATUS_TONES[status]) if status else Cell("")


class ConditionsPage(ListPage):
    """Enter opens the matrix of one person, where a cell is changed."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._matrix = MatrixSource(ConditionMatrix(desk), desk.today())
        super().__init__(shell, self._matrix, _words())
        self.views = add_views(self, CONDITIONS)
        self.table.view.horizontalHeader().setMinimumHeight(theme().px(_HEADER))
        self.table.loaded.connect(self._count)

    def open_record(self, record_id: str) -> None:
        """Open the tab Detentie of the dossier."""
        row = self.source.known.get(record_id)
        if row is not None:
            place = f"case:{row['case_id']}" if row["case_id"] else f"person:{row['person_id']}"
            self.shell.open("dossier", f"{place}#detention")

    def _count(self) -> None:
        query = self.table.query()
        self.shell.tasks.run(lambda: self._matrix.count(query), owner=self, done=self._show_counts)

    def _show_counts(self, found: tuple[Counts, int]) -> None:
        counts, due = found
        self.table.chips.show_counts("due", {"due:due": due})
        self.table.model.set_titles({code: self._column_title(code, found) for code, found in counts.items()})

    def _column_title(self, code: str, found: Mapping[str, int]) -> str:
        words = self.tr("{0}/{1} op orde")
        share = words.format(number(found.get("arranged", 0)), number(sum(found.values())))
        return f"{label('basic_condition', code)}\n{share}"


def _headings() -> tuple[Heading, ...]:
    name = Heading("name", QCoreApplication.translate("ConditionsPage", "Naam"), 0)
    codes = codelist("basic_condition").values
    return name, *(Heading(code, label("basic_condition", code), _width(code), status=True) for code in codes)


def _width(code: str) -> int:
    """Return how wide a column is; the last one takes what is left anyway."""
    return {"id_document": 140}.get(code, 132 if code in FIVE else 112)


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("ConditionsPage", "Voorwaarden"),
        purpose=translate("ConditionsPage", "Hoe de basisvoorwaarden voor terugkeer ervoor staan."),
        one=translate("DetentionsPage", "detentie"),
        many=translate("DetentionsPage", "detenties"),
        empty=translate("DetentionsPage", "Er staan nog geen detenties in je kluis."),
        new="",
        icon="check-square",
        key="conditions",
        kinds=frozenset({"persons", "detentions", "basic_condition_checks"}),
        start_with=("state:running", "moment:latest"),
        start_empty=translate("DetentionsPage", "Er zit nu niemand vast; in je kluis staan {0}."),
        filters=(
            Filter("state", "record_state", ("running", "ended")),
            Filter("due", "matrix_due", codelist("matrix_due").values),
            Filter("moment", "matrix_moment", codelist("matrix_moment").values),
            Filter("status", "matrix_status", codelist("matrix_status").values),
            Filter("condition", "basic_condition", FIVE),
        ),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is one of the views of Detentie."""
    return PageSpec(
        CONDITIONS,
        QCoreApplication.translate("ConditionsPage", "Voorwaarden"),
        "check-square",
        lambda shell: ConditionsPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent="detentie",
    )
