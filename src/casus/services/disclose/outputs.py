# SPDX-License-Identifier: EUPL-1.2
"""The files of a release: each table as CSV, and the statement for machines and for people."""

import csv
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from io import StringIO
from typing import Any

from casus.assets import resource_path
from casus.disclosure import TOTAL, Cell, FigureStatus, Release, ReleasedTable
from casus.reports import statement
from casus.reports.clean import clean, formula_safe
from casus.reports.texts import Texts
from casus.services.disclose.classifying import Classified
from casus.services.disclose.spec import DimensionSpec, TableSpec

STATEMENT = "statement"
FORMAT = "casus disclosure statement 1"
_UNSAFE = re.compile(r"[^\w.+-]+")
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
_LONGEST = 100


@dataclass(frozen=True)
class Shown:
    """A table of the release with what it takes to write it as its file was written."""

    spec: TableSpec
    dimensions: tuple[DimensionSpec, ...]
    classes: tuple[Classified, ...]


def files_of(
    release: Release, shown: Sequence[Shown], ledger: Mapping[str, object], language: str
) -> Mapping[str, bytes]:
    """Return all files by name; equal arguments give equal bytes."""
    names = file_names([one.spec.code for one in shown])
    tables = {
        name: table_csv(table, one, language)
        for name, table, one in zip(names, release.tables, shown, strict=True)
    }
    return {
        **tables,
        f"{STATEMENT}.json": _json(release, shown, tables, ledger),
        f"{STATEMENT}.txt": _text(release, shown, names, ledger, language),
    }


def all_names(codes: Sequence[str]) -> list[str]:
    """Return the names of all files of a release with these tables."""
    return [*file_names(codes), f"{STATEMENT}.json", f"{STATEMENT}.txt"]


def file_names(codes: Sequence[str]) -> list[str]:
    """Return a file name for each table: its code, without what a name cannot hold on some system."""
    found: list[str] = []
    taken = {STATEMENT}
    for code in codes:
        stem = _UNSAFE.sub("_", code).strip("._ ")[:_LONGEST] or "table"
        stem = f"table_{stem}" if stem.casefold().partition(".")[0] in _DEVICES else stem
        name, number = stem, 2
        while name.casefold() in taken:
            name, number = f"{stem}-{number}", number + 1
        taken.add(name.casefold())
        found.append(f"{name}.csv")
    return found


def table_csv(table: ReleasedTable, shown: Shown, language: str) -> bytes:
    """Return a table in long form: a column per dimension (and its label, where there is one), value, status.

    Comma, UTF-8, `\\n`. A total is `total`; a suppressed value is empty. A text that a spreadsheet would take
    for a formula begins with an apostrophe.
    """
    out = StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(_header(shown))
    for cell in table.cells():
        figure = table.figures[cell]
        value = "" if figure.value is None else str(figure.value)
        lines.writerow([*_where(cell, shown, language), value, figure.status.value])
    return out.getvalue().encode()


def _header(shown: Shown) -> list[str]:
    columns = [
        name
        for one in shown.dimensions
        for name in ([one.code, f"{one.code}_label"] if one.labels else [one.code])
    ]
    own = ["value", "status"]
    if {*own} & {*columns}:
        own = ["published_value", "published_status"]
    return [formula_safe(name) for name in (*columns, *own)]


def _where(cell: Cell, shown: Shown, language: str) -> Iterator[str]:
    for one, classes, code in zip(shown.dimensions, shown.classes, cell, strict=True):
        text = TOTAL if code == TOTAL else classes.shown[code]
        yield formula_safe(text)
        if one.labels:
            label = text if code == TOTAL else classes.dimension.label_of(code)[language]
            yield formula_safe(label)


def _json(
    release: Release, shown: Sequence[Shown], tables: Mapping[str, bytes], ledger: Mapping[str, object]
) -> bytes:
    pairs = zip(release.tables, shown, tables.items(), strict=True)
    content = {
        "format": FORMAT,
        "release": release.number,
        "at": release.at.isoformat(timespec="seconds"),
        "preset": _preset(release),
        "statement": asdict(release.statement),
        "tables": [_table(table, one, name, data) for table, one, (name, data) in pairs],
        "ledger": {**ledger, "digest": release.entry.digest, "previous": release.entry.previous},
        "limits": {language: list(_words("limits", language)) for language in ("nl", "en")},
    }
    return (json.dumps(content, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()


def audit_json(release: Release) -> bytes:
    """Return what the audit measured: of true counts too, so it stays inside."""
    content = {
        "format": "casus disclosure audit 1",
        "stays_inside": {language: _say("stays_inside", language) for language in ("nl", "en")},
        "release": release.number,
        "at": release.at.isoformat(timespec="seconds"),
        "audit": asdict(release.audit),
        "digest": release.entry.digest,
        "proofs": list(release.entry.proofs),
    }
    return (json.dumps(content, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()


def proposal_words(steps: Sequence[str], language: str) -> str:
    """Return a sentence with what was tried and helps."""
    return _say("helps", language, steps="; ".join(steps))


def _preset(release: Release) -> Mapping[str, object]:
    found = asdict(release.preset)
    return {**found, "label": dict(found["label"]), "method": release.preset.method.value}


def _table(table: ReleasedTable, shown: Shown, name: str, data: bytes) -> Mapping[str, object]:
    used = [figure.status for figure in table.figures.values()]
    return {
        "code": shown.spec.code,
        "file": name,
        "sha256": sha256(data).hexdigest(),
        "title": dict(table.title),
        "definition": dict(table.definition),
        "source": dict(table.source),
        "unit": table.unit,
        "population": table.population,
        "snapshot": table.snapshot,
        "period": [day.isoformat() for day in table.period],
        "dimensions": [{"code": one.code, "label": dict(one.label)} for one in shown.dimensions],
        "base": table.base,
        "max_error": table.max_error,
        "figures": {status.value: used.count(status) for status in FigureStatus},
    }


def _text(
    release: Release,
    shown: Sequence[Shown],
    names: Sequence[str],
    ledger: Mapping[str, object],
    language: str,
) -> bytes:
    texts = Texts(language)
    lines = [texts.say("statement.heading"), "=" * len(texts.say("statement.heading")), ""]
    lines += [_say("made", language, number=release.number, at=release.at.strftime("%Y-%m-%d %H:%M %Z")), ""]
    for paragraph in statement.paragraphs(release, texts):
        lines += [clean(paragraph), ""]
    lines += [f"{what}: {value}" for what, value in statement.lines(release, texts)]
    kept = ledger.get("file")
    lines += ["", _say("ledger" if kept else "no_ledger", language, file=kept), "", _say("tables", language)]
    for table, one, name in zip(release.tables, shown, names, strict=True):
        by = ", ".join(clean(d.label[language]) for d in one.dimensions) or _say("one_figure", language)
        lines.append(
            f"- {name}: {texts.pick(table.title)} ({by}); {_say('counts', language, n=len(table.figures))}"
        )
    used = {figure.status for table in release.tables for figure in table.figures.values()}
    lines += ["", _say("reading", language)]
    lines += [f"- {status.value}: {_say(status.value, language, base=release.preset.base)}"
              for status in FigureStatus if status in used]  # fmt: skip
    lines += ["", _say("limits_heading", language), *(f"- {words}" for words in _words("limits", language))]
    return ("\n".join(lines) + "\n").encode()


def _say(key: str, language: str, **values: object) -> str:
    words: str = _catalogue()["statement"][key][language]
    return words.format(**values)


def _words(key: str, language: str) -> Sequence[str]:
    found: Sequence[str] = _catalogue()["statement"][key][language]
    return found


@cache
def _catalogue() -> Mapping[str, Any]:
    with resource_path("catalogue", "disclose.toml").open("rb") as file:
        return tomllib.load(file)
