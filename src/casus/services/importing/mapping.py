# SPDX-License-Identifier: EUPL-1.2
"""Which column is which field: guessed from the header, changed by the user, remembered for the next file."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from casus.domain.names import fold
from casus.domain.resemblance import edit_distance
from casus.services import settings
from casus.services.desk import Desk
from casus.services.importing.grid import Grid, Line
from casus.services.importing.subjects import Field, Subject, subjects, subjects_of

NOTHING: Mapping[Any, Any] = MappingProxyType({})
_SETTING, _MOST_REMEMBERED = "import_layouts", 40
_LOOKED_AT, _TRIED = 15, 4
_LIKELY = 0.8
_LONGEST_NAME = 40


@dataclass(frozen=True)
class Layout:
    """How a sheet is read.

    `header` is the number in the file of the line with column names; `columns` holds for each column the key
    of a field, "" for one that is left out; `fixed` a value as typed for fields that no column holds.
    `codes` is what the user decided about values no list knows: (field, folded value) → code, "" for empty.
    `same` is what was decided about persons who look like another (see `people.Person`): key → id, "new" or "skip".
    """

    subject: Subject
    header: int
    columns: tuple[str, ...]
    fixed: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    codes: Mapping[tuple[str, str], str] = field(default_factory=lambda: NOTHING)
    same: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    create_persons: bool = False
    keep_doubles: bool = False


def plain(name: str) -> str:
    """Return a column name for comparing: letters and digits only, without accents and case."""
    return re.sub(r"[\W_]+", "", fold(name[: 4 * _LONGEST_NAME]))


def guess(grid: Grid, role: str, *, subject: Subject | None = None, header: int = 0) -> Layout | None:
    """Return the likeliest mapping for someone of this role, None for a sheet without lines.

    The header is the first of the lines on top of which most cells are known names; the subject the one that
    most columns fit, with its needed fields weighing double.
    """
    lines = [line for line in grid.lines[:_LOOKED_AT] if not header or line.number == header]
    choices = (subject,) if subject else subjects_of(role)
    ranked = sorted(
        ((_score(choice, _exact(line.cells, choice)) - 0.01 * at, -place, line, choice))
        for at, line in enumerate(lines)
        for place, choice in enumerate(choices)
    )
    best: tuple[float, Layout] | None = None
    for _, _, line, choice in ranked[::-1][:_TRIED]:
        columns = match_columns(line.cells, choice)
        score = _score(choice, columns) - 0.01 * lines.index(line)
        if best is None or score > best[0]:
            best = score, Layout(choice, line.number, columns, create_persons=choice.makes_persons)
    return best[1] if best else None


def _exact(cells: Sequence[str], subject: Subject) -> tuple[str, ...]:
    """Return the fields that cells are named after, quickly: to see which line may be the header."""
    return tuple(_known_names(subject).get(plain(cell), "") for cell in cells)


@cache
def _known_names(subject: Subject) -> Mapping[str, str]:
    return {name: one.key for one in reversed(subject.fields) for names in _names(one) for name in names}


@cache
def _names(one: Field) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a field's own names and its other names, for comparing."""
    return (plain(one.nl), plain(one.en), plain(one.key)), tuple(map(plain, one.others))


def _score(subject: Subject, columns: Sequence[str]) -> float:
    taken = set(columns) - {""}
    needed = {one.key for one in subject.fields if one.needed}
    own = {one.key for one in subject.fields if one.part not in ("person", "details")}
    return len(taken) + len(taken & needed) + 0.5 * len(taken & own) - 0.5 * len(needed - taken)


def match_columns(names: Sequence[str], subject: Subject) -> tuple[str, ...]:
    """Return for each column name the field it is likely to be, "" for none; each field once, best fit first."""
    plain_names = [plain(name) for name in names]
    fits = sorted(
        (
            (-likeness, at, place, one.key)
            for at, name in enumerate(plain_names)
            if name
            for place, one in enumerate(subject.fields)
            if (likeness := _likeness(name, one)) >= _LIKELY
        ),
    )
    found: dict[int, str] = {}
    for _, at, _, key in fits:
        if at not in found and key not in found.values():
            found[at] = key
    return tuple(found.get(at, "") for at in range(len(names)))


def _likeness(name: str, one: Field) -> float:
    """1 for the field's own name, a little less for another name, down to `_LIKELY` for a slip of the pen."""
    own, others = _names(one)
    if name in own:
        return 1.0
    if name in others:
        return 0.95
    if not 5 <= len(name) <= _LONGEST_NAME:
        return 0.0
    return max((0.9 * _close(name, other) for other in (*own, *others) if len(other) >= 5), default=0.0)


def _close(one: str, other: str) -> float:
    longest = max(len(one), len(other))
    if abs(len(one) - len(other)) > 2:
        return 0.0
    return 1 - edit_distance(one, other) / longest


def header_of(grid: Grid, mapping: Layout) -> tuple[str, ...]:
    """Return the column names of a sheet as they are in the file."""
    return next((line.cells for line in grid.lines if line.number == mapping.header), ())


def data_lines(grid: Grid, mapping: Layout) -> tuple[Line, ...]:
    """Return the lines below the header."""
    return tuple(line for line in grid.lines if line.number > mapping.header)


# --- remembered for the next file of this layout --------------------------------------------------


def recall(desk: Desk, grid: Grid) -> Layout | None:
    """Return what was used for a file with these column names before, None for a new layout."""
    kept = settings.get_setting(desk, _SETTING, {})
    for line in grid.lines[:_LOOKED_AT]:
        found = kept.get(_digest(line.cells)) if isinstance(kept, dict) else None
        if isinstance(found, dict) and (mapping := _read(found, line, desk.role)) is not None:
            return mapping
    return None


def remember(desk: Desk, grid: Grid, mapping: Layout) -> None:
    """Keep how this layout is read, in the vault: columns, fixed values, meanings of values; no persons."""
    kept = settings.get_setting(desk, _SETTING, {})
    layouts = dict(kept) if isinstance(kept, dict) else {}
    key = _digest(header_of(grid, mapping))
    layouts.pop(key, None)
    layouts[key] = {
        "subject": mapping.subject.code,
        "columns": list(mapping.columns),
        "fixed": dict(mapping.fixed),
        "codes": [[name, value, code] for (name, value), code in mapping.codes.items()],
        "create_persons": mapping.create_persons,
    }
    newest = list(layouts.items())[-_MOST_REMEMBERED:]
    settings.set_setting(desk, _SETTING, dict(newest))


def _digest(names: Iterable[str]) -> str:
    return hashlib.sha256("\t".join(map(plain, names)).encode()).hexdigest()[:32]


def _read(kept: Mapping[str, Any], line: Line, role: str) -> Layout | None:
    subject = subjects().get(str(kept.get("subject")))
    columns = tuple(map(str, kept.get("columns", ())))
    if subject is None or role not in subject.roles or len(columns) != len(line.cells):
        return None
    keys = {one.key for one in subject.fields}
    return Layout(
        subject,
        line.number,
        tuple(key if key in keys else "" for key in columns),
        {str(key): str(value) for key, value in dict(kept.get("fixed", {})).items() if key in keys},
        {(str(key), str(value)): str(code) for key, value, code in kept.get("codes", ())},
        create_persons=bool(kept.get("create_persons")),
    )
