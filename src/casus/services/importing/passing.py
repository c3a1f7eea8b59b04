# SPDX-License-Identifier: EUPL-1.2
"""One pass over the lines of a sheet, within a transaction: read, match, make, and tell what became of each."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.names import fold
from casus.domain.roles import Permission
from casus.errors import CasusError, InvalidForm, InvalidInput, NotAllowed, NotFound, UnreadableFile
from casus.services.desk import Desk
from casus.services.facilities import facilities
from casus.services.importing.case_maker import CaseMaker
from casus.services.importing.dossier_makers import ContactMaker, DetentionMaker, ProgrammeMaker
from casus.services.importing.grid import Grid, Line, Progress
from casus.services.importing.makers import Maker, PersonMaker, Twice
from casus.services.importing.mapping import Layout, data_lines, header_of
from casus.services.importing.matching import InDoubt, Matcher
from casus.services.importing.register_makers import (
    BusinessContactMaker,
    InspectionMaker,
    PermitMaker,
    ResilienceSessionMaker,
    SchoolActivityMaker,
)
from casus.services.importing.report import (
    DOUBLE,
    EXISTING,
    FAILED,
    HELD,
    READY,
    CheckReport,
    Problem,
    Question,
)
from casus.services.importing.store import Store
from casus.services.importing.subjects import Field
from casus.services.importing.values import Choices, Reader, UnknownValue, folded_value
from casus.vault.tables import Case, Person

MAKERS: Mapping[str, type[Maker]] = {
    "persons": PersonMaker,
    "cases": CaseMaker,
    "contacts": ContactMaker,
    "programmes": ProgrammeMaker,
    "detentions": DetentionMaker,
    "school_activities": SchoolActivityMaker,
    "business_contacts": BusinessContactMaker,
    "inspections": InspectionMaker,
    "permits": PermitMaker,
    "resilience_sessions": ResilienceSessionMaker,
}
_TOLD_EVERY, _CHUNK = 50, 500
_COLUMN_OF = {
    "facility_id": "facility",
    "new_name": "school",
    "new_kind": "school_kind",
    "new_district": "school_district",
    "on_file": "full_name",
}
_NAMES = ("given_name", "surname", "prefix")


@dataclass
class Row:
    """A line that was read: its values, and later who it is about."""

    line: int
    values: dict[str, Any]
    person_id: str = ""


class Pass:
    """One pass over the lines of a sheet, within a transaction."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        grid: Grid,
        layout: Layout,
        language: str,
        only: Collection[int] | None = None,
    ) -> None:
        subject = layout.subject
        desk.require(Permission.DOSSIERS if subject.about_persons else Permission.REGISTERS)
        self._desk, self._session, self._layout = desk, session, layout
        self._header = header_of(grid, layout)
        if not any(name.strip() for name in self._header) or not any(layout.columns):
            raise UnreadableFile("no_header")
        self._lines = [line for line in data_lines(grid, layout) if only is None or line.number in only]
        self._fields = _fields_of(layout)
        self._labels = {field.key: field.label(language) for field in subject.fields}
        self._labels |= {field.key: self._header[at].strip() for at, field in self._fields if at is not None}
        self._reader = Reader(layout, desk.today(), choices_of(desk, subject.fields))
        self._store = Store()
        self._matcher = Matcher(desk, session, layout, self._store) if subject.about_persons else None
        self._maker = MAKERS[subject.code](desk, session, self._store, keep_doubles=layout.keep_doubles)
        self._fates: dict[int, str] = {}
        self._problems: list[Problem] = []
        self._unknown: Counter[tuple[str, str]] = Counter()
        self._spelled: dict[tuple[str, str], tuple[str, str]] = {}
        self._doubles: dict[int, int] = {}

    def go(self, progress: Progress, *, keep: bool) -> CheckReport:
        """Read and match all lines, write new persons, make the records; `keep` writes those too.

        New persons are written first, because the checks look them up.
        """
        total = len(self._lines)
        rows = self._read_all(lambda done: progress(done // 2, total))
        self._store.write(self._desk, self._session, lambda _done, _total: progress(total // 2, total))
        held = self._load({row.person_id for row in rows if row.person_id})
        self._make_all(rows, lambda done: progress((total + done) // 2, total))
        if keep:
            self._store.write(self._desk, self._session, lambda _done, _total: progress(total, total))
            self._maker.finish(lambda _done, _total: progress(total, total))
        self._store.forget()
        del held
        return self._report()

    def _read_all(self, told: Any) -> list[Row]:
        rows = []
        for at, line in enumerate(self._lines):
            if at % _TOLD_EVERY == 0:
                told(at)
            row = self._read(line)
            if row is not None and self._find_person(row):
                rows.append(row)
        return rows

    def _read(self, line: Line) -> Row | None:
        """Return the values of a line; None when one of them is wrong, which is noted."""
        values: dict[str, Any] = {}
        wrong: set[str] = set()
        for at, field in self._fields:
            try:
                values[field.key] = self._reader.read(field, self._text(line, at, field))
            except InvalidInput as error:
                wrong.add(field.key)
                self._note(line.number, error)
            except UnknownValue as unknown:
                wrong.add(field.key)
                self._ask(field, unknown)
                self._note(line.number, InvalidInput(field.key, "undecided"))
        for field in self._layout.subject.fields:
            if field.needed and field.key not in wrong and values.get(field.key) in (None, "", ()):
                wrong.add(field.key)
                self._note(line.number, InvalidInput(field.key, "required"))
        if any(cell.strip() for cell in line.cells[len(self._header) :]):
            wrong.add("line")
            self._note(line.number, InvalidInput("line", "extra_cells"))
        if wrong:
            self._fates[line.number] = FAILED
            return None
        return Row(line.number, values)

    def _text(self, line: Line, at: int | None, field: Field) -> str:
        if at is None:
            return self._layout.fixed[field.key]
        return line.cells[at] if at < len(line.cells) else ""

    def _find_person(self, row: Row) -> bool:
        if self._matcher is None:
            return True
        try:
            known = self._matcher.resolve(row.line, row.values)
        except InDoubt:
            self._fates[row.line] = HELD
            return False
        except (InvalidInput, InvalidForm) as error:
            self._fail(row.line, error)
            return False
        row.person_id = known.id
        if self._layout.subject.code == "persons" and known.line != row.line:
            self._twice(row.line, known.line)
            return False
        return True

    def _load(self, person_ids: Collection[str]) -> list[object]:
        """Fetch what the checks look up one by one, so that the session has it at hand while this is held."""
        found: list[object] = []
        wanted = sorted(person_ids)
        for first in range(0, len(wanted), _CHUNK):
            chunk = wanted[first : first + _CHUNK]
            found += self._session.scalars(select(Person).where(Person.id.in_(chunk)))
            found += self._session.scalars(select(Case).where(Case.person_id.in_(chunk)))
        self._maker.prepare(wanted)
        return found

    def _make_all(self, rows: list[Row], told: Any) -> None:
        for at, row in enumerate(rows):
            if at % _TOLD_EVERY == 0:
                told(at)
            try:
                self._maker.make(row.line, row.values, row.person_id)
                self._fates[row.line] = READY
            except Twice as twice:
                self._twice(row.line, twice.line)
            except (InvalidForm, InvalidInput, NotAllowed, NotFound) as error:
                self._fail(row.line, error)

    def _twice(self, line: int, earlier: int) -> None:
        self._fates[line] = DOUBLE if earlier else EXISTING
        if earlier:
            self._doubles[line] = earlier

    def _fail(self, line: int, error: CasusError) -> None:
        self._fates[line] = FAILED
        for one in error.errors if isinstance(error, InvalidForm) else (error,):
            self._note(line, one)

    def _note(self, line: int, error: CasusError) -> None:
        field = str(error.data.get("field", ""))
        field = _COLUMN_OF.get(field, field)
        if field in _NAMES and all(one.key != field for _, one in self._fields):
            field = "full_name"
        self._problems.append(Problem(line, self._labels.get(field, ""), error))

    def _ask(self, field: Field, unknown: UnknownValue) -> None:
        key = field.key, folded_value(unknown.value)
        self._unknown[key] += 1
        self._spelled.setdefault(key, (unknown.value, unknown.suggestion))

    def _report(self) -> CheckReport:
        questions = tuple(
            Question(key, self._labels[key], value, folded, self._unknown[key, folded], suggested)
            for (key, folded), (value, suggested) in self._spelled.items()
        )
        ready = {line for line, fate in self._fates.items() if fate == READY}
        return CheckReport(
            dict(sorted(self._fates.items())),
            self._store.made(ready),
            tuple(sorted(self._problems, key=lambda problem: problem.line)),
            questions,
            self._matcher.doubts() if self._matcher else (),
            self._doubles,
        )


def _fields_of(layout: Layout) -> list[tuple[int | None, Field]]:
    """Return the fields that are filled: by which column, None for one value for all rows."""
    found: list[tuple[int | None, Field]] = []
    for at, key in enumerate(layout.columns):
        if key and (field := layout.subject.field(key)) is not None:
            found.append((at, field))
    mapped = {field.key for _, field in found}
    for key in layout.fixed:
        if key not in mapped and (field := layout.subject.field(key)) is not None:
            found.append((None, field))
    return found


def choices_of(desk: Desk, fields: Collection[Field]) -> Choices:
    """Return the lists outside the code lists that the fields of a subject choose from."""
    keys = [field.key for field in fields if field.kind == "facility"]
    if not keys:
        return {}
    names = {fold(one.name): one.id for one in facilities(desk)}
    return dict.fromkeys(keys, names)
