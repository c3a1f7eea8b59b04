# SPDX-License-Identifier: EUPL-1.2
"""Reads the description of the tables; every mistake is told with its line."""

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

from casus.disclosure.figures.predicates import parse_population
from casus.domain.periods import Period
from casus.errors import InvalidInput
from casus.services.disclose.faults import fault
from casus.services.disclose.reading import read_limited
from casus.services.disclose.sections import Section
from casus.services.disclose.spec import DimensionSpec, Published, Rows, Spec, TableSpec
from casus.services.printable import listed
from casus.services.toml_lines import lines_of

PRESETS = ("standard", "strict", "exact")
LARGEST = 4 * 1024 * 1024
_TOML_LINE = re.compile(r"\(at line (\d+)")
_RANGE = re.compile(r"\s*(\d{1,4})\s*\.\.\s*(\d{1,4})\s*")
_MARKS = ("x", "X", "×", ".", "-", "–", "*", "")


def read_spec(path: Path) -> Spec:
    """Return the description in a TOML file; raises TableFileInvalid."""
    try:
        text = read_limited(path, LARGEST).decode("utf-8-sig")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise fault("spec_encoding", path, line) from error
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        raise fault("spec_syntax", path, int(found[1]) if found else None, why=str(error)) from error
    except RecursionError as error:
        raise fault("spec_syntax", path, None, why="nesting") from error
    lines = lines_of(text)
    return _spec(Section(path, lines, (), data))


def _spec(top: Section) -> Spec:
    top.whole("version", 1, 1, 1)
    dimensions = {code: _dimension(code, one) for code, one in top.below("dimensions").items()}
    defaults = _Defaults(top)
    tables = tuple(_table(code, one, defaults, dimensions) for code, one in top.below("tables").items())
    others = tuple(
        _elsewhere(code, one, defaults, dimensions) for code, one in top.below("elsewhere").items()
    )
    preset = top.choice("preset", "", ("", *PRESETS)) or None
    spec = Spec(
        top.file, preset, _period(top), top.day("reference_date"), dimensions, tables, others, top.lines
    )
    top.close()
    if not tables:
        raise top.wrong("no_tables", key="tables")
    return spec


def _period(top: Section) -> tuple[date, date] | None:
    text = top.text("period")
    if not text:
        return None
    try:
        found = Period.parse(text)
    except InvalidInput as error:
        raise top.wrong("not_a_period", ("period",)) from error
    return found.first, found.last


class _Defaults:
    """What stands at the top for all tables."""

    def __init__(self, top: Section) -> None:
        self.population = top.text("population")
        self.snapshot = top.text("snapshot")
        self.source = top.label("source")
        self.delimiter, self.encoding = top.optional("delimiter"), top.optional("encoding")


def _dimension(code: str, one: Section) -> DimensionSpec:
    label = one.label("label", code)
    spec = DimensionSpec(
        code=code,
        column=one.text("column", code),
        label=label if label is not None else {},
        parent_columns=one.texts("parent_columns"),
        group_columns=one.texts("group_columns"),
        categories=one.texts("categories") or None,
        tree=one.rows("tree"),
        groups=one.rows("groups"),
        covers=_covers(one),
        bands=bool(one.yes("bands")),
        highest=one.whole("highest", 120, 1, 9999),
        attribute=one.text("attribute"),
        total=one.texts("total"),
        empty=one.text("empty", "(empty)"),
        labels=one.labels("labels"),
    )
    one.close()
    if spec.tree is not None and spec.parent_columns:
        raise one.wrong("tree_twice", ("tree",))
    if spec.bands and spec.covers is not None:
        raise one.wrong("covers_twice", ("covers",))
    repeated = [name for name in spec.columns if spec.columns.count(name) > 1]
    if repeated:
        raise one.wrong("column_twice", ("column",), column=repeated[0])
    return spec


def _covers(one: Section) -> Rows | None:
    """Return base classes by class; `12..17` stands for all whole numbers in between."""
    rows = one.rows("covers")
    if rows is None:
        return None
    found: dict[str, tuple[str, ...]] = {}
    for code, parts in rows.items():
        classes: list[str] = []
        for part in parts:
            span = _RANGE.fullmatch(part)
            if span and int(span[1]) > int(span[2]):
                raise one.wrong("range_reversed", ("covers", code), value=part)
            classes += map(str, range(int(span[1]), int(span[2]) + 1)) if span else [part]
        found[code] = tuple(classes)
    return found


def _table(code: str, one: Section, defaults: _Defaults, dimensions: dict[str, DimensionSpec]) -> TableSpec:
    spec = replace(
        _shared(code, one, defaults, dimensions, one.text("snapshot", defaults.snapshot)),
        person=one.optional("person"),
        persons=one.optional("persons"),
        sum_over=one.texts("sum_over"),
        caseload=one.optional("caseload"),
        caseloads=one.texts("caseloads"),
        structural_zeros=_zeros(one),
        missing=one.choice("missing", "zero", ("zero", "error")),
        unit=one.text("unit", "persons"),
        unit_label=one.label("unit_label"),
        within=one.texts("within"),
    )
    one.close()
    if spec.persons and not spec.count:
        raise one.wrong("persons_of_rows", ("persons",))
    if spec.person and spec.count:
        raise one.wrong("person_of_counts", ("person",))
    if spec.unit != "persons" and not (spec.person or spec.persons):
        raise one.wrong("persons_missing", ("unit",))
    if (spec.caseload and spec.count) or (spec.caseloads and not spec.count):
        raise one.wrong("caseload_kind", ("caseload" if spec.caseload else "caseloads",))
    return spec


def _elsewhere(
    code: str, one: Section, defaults: _Defaults, dimensions: dict[str, DimensionSpec]
) -> TableSpec:
    base = one.whole("rounded_to", 0, 2, 10**6) or None
    how = one.choice("rounding", "nearest", ("nearest", "random"))
    reach = None if base is None else base - 1 if how == "random" else base // 2
    marks = one.texts("left_out") or _MARKS
    published = Published(base, reach, marks, one.yes("complete"))
    shared = _shared(code, one, defaults, dimensions, one.text("snapshot"))
    one.close()
    if shared.count is None:
        raise one.wrong("no_count", ("count",))
    return replace(shared, published=published)


def _shared(
    code: str, one: Section, defaults: _Defaults, dimensions: dict[str, DimensionSpec], snapshot: str
) -> TableSpec:
    """Return what tables of our own and tables from elsewhere have in common."""
    if not snapshot:
        raise one.wrong("no_snapshot", ("snapshot",))
    return TableSpec(
        code=code,
        file=one.text("file", f"{code}.csv"),
        dimensions=_names(one, dimensions),
        population=_population(one, defaults),
        snapshot=snapshot,
        count=one.optional("count"),
        where=one.rows("where"),
        about={name: values[0] for name, values in (one.rows("about") or {}).items() if values},
        delimiter=one.optional("delimiter") or defaults.delimiter,
        encoding=one.optional("encoding") or defaults.encoding,
        title=one.label("title", code),
        definition=one.label("definition"),
        source=one.label("source") or defaults.source,
        note=one.label("note"),
    )


def _names(one: Section, dimensions: dict[str, DimensionSpec]) -> tuple[str, ...]:
    names = one.texts("dimensions")
    for name in names:
        if name not in dimensions:
            known = listed(dimensions) or "–"
            raise one.wrong("unknown_dimension", ("dimensions",), dimension=name, known=known)
    if len(set(names)) < len(names):
        raise one.wrong("dimension_twice", ("dimensions",))
    return names


def _population(one: Section, defaults: _Defaults) -> str:
    text = one.text("population", defaults.population or "persons")
    try:
        parse_population(text)
    except ValueError as error:
        raise one.wrong("bad_population", ("population",), value=text) from error
    return text


def _zeros(one: Section) -> tuple[Rows, ...]:
    return tuple(one.as_rows(zero, "structural_zeros") for zero in one.list_of_sections("structural_zeros"))
