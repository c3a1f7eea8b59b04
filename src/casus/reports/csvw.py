# SPDX-License-Identifier: EUPL-1.2
"""The description of the CSV file for machines: W3C, Metadata Vocabulary for Tabular Data (CSVW, 2015).

It lies beside the CSV file as `<name>.csv-metadata.json`, where a reader of CSVW looks for it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from casus.disclosure import FigureStatus, Release, ReleasedTable
from casus.reports import layout, statement, tidy
from casus.reports.clean import clean
from casus.reports.notes import NO_COLOPHON, Colophon
from casus.reports.texts import LANGUAGES, Texts

LICENCES: Mapping[str, str] = {
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cc_by": "https://creativecommons.org/licenses/by/4.0/",
    "public_domain": "https://creativecommons.org/publicdomain/mark/1.0/",
}
"""What an organisation may say of reuse. Only whoever has the rights can give them away, so Casus says nothing by
itself; data.overheid.nl asks its publishers to choose, and advises CC0 when in doubt."""
_CONTEXT = "http://www.w3.org/ns/csvw"
_DATE = {"base": "date", "format": "yyyy-MM-dd"}
_TYPES: Mapping[str, Any] = {
    "value": {"base": "integer", "minimum": 0},
    "base": {"base": "integer", "minimum": 1},
    "release": {"base": "integer", "minimum": 1},
    "period_first": _DATE,
    "period_last": _DATE,
    "reference_date": _DATE,
    "status": {"base": "string", "format": "|".join(status.value for status in FigureStatus)},
}
_NEVER_EMPTY = (
    "chapter",
    "indicator",
    "status",
    "unit",
    "period_first",
    "period_last",
    "reference_date",
    "release",
)


@dataclass(frozen=True)
class About:
    """Who publishes, the name of the CSV file, and how the figures were made."""

    publisher: str
    url: str
    notes: Colophon = NO_COLOPHON


def write(release: Release, texts: Texts, said: About) -> bytes:
    """Return the description of a CSV file; the same arguments give the same bytes."""
    say = texts.say
    about = {
        "@context": [_CONTEXT, {"@language": texts.language}],
        "url": said.url,
        "dc:title": [{"@value": texts.also(one).say("title"), "@language": one} for one in LANGUAGES],
        "dc:description": _both("subject"),
        "dc:publisher": clean(said.publisher),
        "dc:language": texts.language,
        "dc:issued": _typed(release.at.astimezone(UTC).date().isoformat(), "xsd:date"),
        "dc:temporal": "/".join(day.isoformat() for day in release.period),
        **_licence(said.notes.licence),
        "dc:source": sorted({texts.pick(table.source) for table in release.tables}),
        "dc:identifier": f"{say('release')} {release.number}, {statement.mark(release)}",
        "notes": [*_notes(release, said.notes)],
        "dialect": {"delimiter": ";", "encoding": "utf-8", "header": True, "quoteChar": '"'},
        "tableSchema": {"columns": [*_columns(release, texts)], "primaryKey": [*_key(release, texts)]},
    }
    return (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()


def _licence(code: str) -> dict[str, Any]:
    """Return what others may do with the figures; nothing while the organisation did not say."""
    return {"dc:license": {"@id": LICENCES[code]}} if code else {}


def _columns(release: Release, texts: Texts) -> Iterator[dict[str, Any]]:
    """Yield the columns; each is named as in the head of the file, since some readers look at nothing else."""
    titles = {language: tidy.header(release, Texts(language)) for language in LANGUAGES}
    for at, name in enumerate(tidy.names(release)):
        column: dict[str, Any] = {
            "name": titles[texts.language][at],
            "titles": {language: heads[at] for language, heads in titles.items()},
            "datatype": _TYPES.get(name, "string"),
        }
        yield {**column, "required": True} if name in _NEVER_EMPTY else column


def _key(release: Release, texts: Texts) -> Iterator[str]:
    """Yield the columns that tell one figure from another."""
    for code, name in zip(tidy.names(release), tidy.header(release, texts), strict=True):
        if code == "indicator" or (code.startswith("category_") and code[9:].isdigit()):
            yield name


def _notes(release: Release, notes: Colophon) -> Iterator[dict[str, Any]]:
    """Yield how was counted and how it is protected, then what each table means, in both languages."""
    counted = {language: [*notes.on_figures(Texts(language))] for language in LANGUAGES}
    if any(counted.values()):
        yield {"about": "method", "text": counted}
    said = {language: [*statement.paragraphs(release, Texts(language))] for language in LANGUAGES}
    yield {"about": "protection", "text": said}
    legends = {language: Texts(language) for language in LANGUAGES}
    for table in release.tables:
        words = {language: layout.legend(table, texts) for language, texts in legends.items()}
        yield {"about": table.code, **_words(table), "marks": words}


def _words(table: ReleasedTable) -> dict[str, Any]:
    texts = {"title": table.title, "definition": table.definition, "source": table.source, "note": table.note}
    return {
        name: {language: clean(words) for language, words in text.items()}
        for name, text in texts.items()
        if text is not None
    }


def _both(key: str) -> list[dict[str, str]]:
    return [{"@value": Texts(language).say(key), "@language": language} for language in LANGUAGES]


def _typed(value: str, kind: str) -> dict[str, str]:
    return {"@value": value, "@type": kind}
