# SPDX-License-Identifier: EUPL-1.2
"""Placeholders in a text: the only way in which a figure gets into a sentence of a report.

    {{figure:programme_starts}}                        the total
    {{figure:programme_starts|district=overvecht}}     one cell of a released breakdown
    {{figure:buit_inspections|round}}                  in words of that order: ongeveer 300
    {{elsewhere:400|source=Brief 11870520|on=2023-11-28}}   a figure of others, with where and when

The parser is strict: anything between double braces that is not exactly one of these is an error with its place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casus.disclosure import TOTAL, Cell, Figure, FigureStatus, Release, ReleasedTable

NUMBER, ROUND, TENS, UNDER, WORD = "number", "round", "tens", "under", "word"
FORMS = (NUMBER, ROUND, TENS, UNDER, WORD)
_OPEN, _CLOSE = "{{", "}}"
_CODE = re.compile(r"[a-z0-9_]+(?:/[a-z0-9_]+)*")
_NAME = re.compile(r"[a-zA-Z0-9_.+-]+")
_LONGEST = 400
"""Most characters between the braces."""


@dataclass(frozen=True)
class Words:
    """Plain words; `at` is where they begin in the text."""

    at: int
    text: str


@dataclass(frozen=True)
class FigureRef:
    """A released figure: code of an indicator or table, filters by dimension, and the form it is written in."""

    at: int
    raw: str
    code: str
    filters: tuple[tuple[str, str], ...]
    form: str


@dataclass(frozen=True)
class ElsewhereRef:
    """A figure of others, as they gave it, with its source and the day it is of."""

    at: int
    raw: str
    value: str
    source: str
    on: date


@dataclass(frozen=True)
class Bad:
    """Something in braces that is no placeholder."""

    at: int
    raw: str


Piece = Words | FigureRef | ElsewhereRef | Bad


@dataclass(frozen=True)
class Found:
    """A figure that a placeholder names, with its table and cell."""

    table: ReleasedTable
    cell: Cell
    figure: Figure


@dataclass(frozen=True)
class Missing:
    """Why a placeholder has no figure: the rule, and what it is about."""

    rule: str
    about: str


def pieces(text: str) -> Iterator[Piece]:
    """Yield the words and placeholders of `text` in order; nothing of it is lost."""
    at = 0
    while at < len(text):
        start = _next_brace(text, at)
        if start > at:
            yield Words(at, text[at:start])
        if start == len(text):
            return
        end = text.find(_CLOSE, start + 2) if text.startswith(_OPEN, start) else -1
        if end < 0 or end - start > _LONGEST:
            yield Bad(start, text[start : start + 2])
            at = start + 2
            continue
        raw = text[start : end + 2]
        yield _placeholder(start, raw)
        at = end + 2


def figure_text(table: str, cell: Sequence[str], dimensions: Sequence[str], form: str = NUMBER) -> str:
    """Return the placeholder of a cell of a table, totals left out."""
    named = [f"{name}={code}" for name, code in zip(dimensions, cell, strict=True) if code != TOTAL]
    forms = [] if form == NUMBER else [form]
    return _OPEN + "|".join([f"figure:{table}", *named, *forms]) + _CLOSE


def elsewhere_text(value: str, source: str, on: date) -> str:
    """Return the placeholder of a figure of others; what would end it early becomes a space."""
    plain = [re.sub(r"[{}|]", " ", part).strip() for part in (value, source)]
    return f"{_OPEN}elsewhere:{plain[0]}|source={plain[1]}|on={on.isoformat()}{_CLOSE}"


def find(ref: FigureRef, release: Release, known: frozenset[str]) -> Found | Missing:
    """Return the figure that `ref` names in `release`, or the rule it breaks.

    `known`: codes of indicators and tables of the catalogue, to tell a typing error from what is not released.
    """
    tables = [table for table in release.tables if ref.code in (table.code, table.code.partition("/")[0])]
    if not tables:
        return Missing("not_released" if ref.code in known else "unknown_figure", ref.code)
    wanted = dict(ref.filters)
    names = {dimension.code for table in tables for dimension in table.dimensions}
    for name in wanted:
        if name not in names:
            return Missing("unknown_dimension", name)
    fitting = [table for table in tables if wanted.keys() <= {one.code for one in table.dimensions}]
    if not fitting:
        return Missing("not_released", ref.code)
    table = min(fitting, key=lambda one: len(one.dimensions))
    cell = tuple(wanted.get(dimension.code, TOTAL) for dimension in table.dimensions)
    figure = table.figures.get(cell)
    if figure is None:
        unknown = next(
            code for code, one in zip(cell, table.dimensions, strict=True) if code not in one.codes()
        )
        return Missing("unknown_category", unknown)
    if figure.status is FigureStatus.SUPPRESSED:
        return Missing("suppressed", ref.code)
    return Found(table, cell, figure)


def _next_brace(text: str, at: int) -> int:
    places = [place for mark in (_OPEN, _CLOSE) if (place := text.find(mark, at)) >= 0]
    return min(places, default=len(text))


def _placeholder(at: int, raw: str) -> Piece:
    inside = raw[2:-2]
    kind, colon, rest = inside.partition(":")
    if not colon or "{" in inside or "}" in inside:
        return Bad(at, raw)
    parts = rest.split("|")
    if kind == "figure":
        return _figure(at, raw, parts)
    return _elsewhere(at, raw, parts) if kind == "elsewhere" else Bad(at, raw)


def _figure(at: int, raw: str, parts: list[str]) -> Piece:
    code, rest = parts[0], parts[1:]
    form = rest.pop() if rest and rest[-1] in FORMS else NUMBER
    filters = [tuple(part.partition("=")[::2]) for part in rest]
    sound = all(_NAME.fullmatch(name) and _NAME.fullmatch(value) for name, value in filters)
    if not _CODE.fullmatch(code) or not sound or len({name for name, _value in filters}) != len(filters):
        return Bad(at, raw)
    return FigureRef(at, raw, code, tuple((name, value) for name, value in filters), form)


def _elsewhere(at: int, raw: str, parts: list[str]) -> Piece:
    if len(parts) != 3 or not parts[1].startswith("source=") or not parts[2].startswith("on="):
        return Bad(at, raw)
    value, source = parts[0].strip(), parts[1].removeprefix("source=").strip()
    try:
        on = date.fromisoformat(parts[2].removeprefix("on="))
    except ValueError:
        return Bad(at, raw)
    return ElsewhereRef(at, raw, value, source, on) if value and source else Bad(at, raw)
