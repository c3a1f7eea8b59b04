# SPDX-License-Identifier: EUPL-1.2
"""The lines of a contribution in words: rows, what recognises a person elsewhere, and counts of what was destroyed."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.codelists import names
from casus.gui.dates_text import number
from casus.gui.labels import label as code_label
from casus.gui.lists import Cell, Column, Kind, Query, Row
from casus.gui.words import QT_TRANSLATE_NOOP

KINDS = {
    "person": QT_TRANSLATE_NOOP("ContributionPage", "Persoon"),
    "case": QT_TRANSLATE_NOOP("ContributionPage", "Casus"),
    "contact": QT_TRANSLATE_NOOP("ContributionPage", "Contact"),
    "programme": QT_TRANSLATE_NOOP("ContributionPage", "Traject"),
    "registration": QT_TRANSLATE_NOOP("ContributionPage", "Aanmelding"),
    "progress": QT_TRANSLATE_NOOP("ContributionPage", "Leefgebied"),
    "detention": QT_TRANSLATE_NOOP("ContributionPage", "Detentie"),
    "condition": QT_TRANSLATE_NOOP("ContributionPage", "Basisvoorwaarde"),
    "vog": QT_TRANSLATE_NOOP("ContributionPage", "VOG"),
    "family": QT_TRANSLATE_NOOP("ContributionPage", "Gezin"),
    "family_member": QT_TRANSLATE_NOOP("ContributionPage", "Gezinslid"),
    "consulting_hour": QT_TRANSLATE_NOOP("ContributionPage", "Spreekuur"),
    "consulting_conversations": QT_TRANSLATE_NOOP("ContributionPage", "Gesprekken in spreekuur"),
    "marks": QT_TRANSLATE_NOOP("ContributionPage", "Kenmerk tegen dubbel tellen"),
    "archive": QT_TRANSLATE_NOOP("ContributionPage", "Telling van wat vernietigd is"),
}
_MARKS = {
    "number": QT_TRANSLATE_NOOP("ContributionPage", "eerder nummer"),
    "same": QT_TRANSLATE_NOOP("ContributionPage", "dezelfde als bij een collega"),
    "different": QT_TRANSLATE_NOOP("ContributionPage", "iemand anders dan bij een collega"),
    "handed_over": QT_TRANSLATE_NOOP("ContributionPage", "een collega heeft de casus nu"),
    "exact": QT_TRANSLATE_NOOP("ContributionPage", "hele naam en geboortedatum"),
    "match": QT_TRANSLATE_NOOP("ContributionPage", "achternaam, voorletter en geboortedatum"),
}
_DIRECTIONS = {
    "forward": QT_TRANSLATE_NOOP("ContributionPage", "{0} vooruit"),
    "same": QT_TRANSLATE_NOOP("ContributionPage", "{0} gelijk"),
    "back": QT_TRANSLATE_NOOP("ContributionPage", "{0} achteruit"),
}
_LISTS = {"kind": "", "role": "person_role", "state": "record_state"}
_SHOWN = 16


@dataclass(frozen=True)
class Line:
    """One line of what leaves."""

    kind: str
    words: str
    subject: str
    amount: int


class RowSource:
    """A `RecordSource` over everything in a contribution; ids are places, chips are kinds."""

    def __init__(self) -> None:
        self._lines: Sequence[Line] = ()
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

    def show(self, made: Any) -> None:
        """Take another contribution; the list has to be reloaded."""
        self._lines = tuple(_lines_of(made))

    def kinds(self) -> Mapping[str, int]:
        """Return how many lines there are of each kind, in the order of the kinds."""
        found = Counter(line.kind for line in self._lines)
        return {kind: found[kind] for kind in KINDS if kind in found}

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the places of the lines of the chosen kind that hold every typed word."""
        words = query.text.casefold().split()
        found = [
            at
            for at, line in enumerate(self._lines)
            if (not query.chips or line.kind in query.chips) and all(word in _text(line) for word in words)
        ]
        keys: dict[str, Callable[[int], Any]] = {
            "amount": lambda at: self._lines[at].amount,
            "kind": lambda at: kind_words(self._lines[at].kind),
        }
        if query.sort in keys:
            found.sort(key=keys[query.sort], reverse=query.descending)
        return [str(at) for at in found]

    def count_all(self) -> int:
        """Return how many lines there are."""
        return len(self._lines)

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """Return the lines of these places."""
        return [self._row(record_id) for record_id in ids]

    def _row(self, record_id: str) -> Row:
        line = self._lines[int(record_id)]
        cells = (
            Cell(kind_words(line.kind)),
            Cell(line.words),
            Cell(line.subject[:_SHOWN]),
            Cell(number(line.amount)),
        )
        return Row(record_id, cells)


def kind_words(kind: str) -> str:
    """Return what a kind of line is called."""
    return QCoreApplication.translate("ContributionPage", KINDS[kind]) if kind in KINDS else kind


def _lines_of(made: Any) -> Iterator[Line]:
    for row in made.rows:
        yield Line(row.kind, _codes(row.kind, row.codes), row.subject or "", row.amount)
    for marks in made.marks:
        words = " · ".join(_mark(kind) for kind in marks.keys)
        yield Line("marks", words, marks.subject, sum(map(len, marks.keys.values())))
    for count in made.archive:
        yield Line("archive", _codes("", count.codes), "", count.amount)


def _mark(kind: str) -> str:
    if kind in _MARKS:
        return QCoreApplication.translate("ContributionPage", _MARKS[kind])
    return code_label("likeness", kind)


def _codes(kind: str, codes: Sequence[tuple[str, str]]) -> str:
    return " · ".join(_code(kind, key, code) for key, code in codes)


def _code(kind: str, key: str, code: str) -> str:
    family = "programme" if kind == "registration" else kind
    own = {"kind": f"{family}_kind", "status": f"{kind}_status"}.get(key, key)
    if (key, code) == ("state", "open"):
        return QCoreApplication.translate("ContributionPage", "loopt")
    if key in _DIRECTIONS:
        return QCoreApplication.translate("ContributionPage", _DIRECTIONS[key]).format(code)
    name = next((one for one in (own, _LISTS.get(key, ""), key) if one in names()), "")
    return code_label(name, code) if name else code


def _text(line: Line) -> str:
    return f"{kind_words(line.kind)} {line.words}".casefold()
