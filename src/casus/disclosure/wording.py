# SPDX-License-Identifier: EUPL-1.2
"""The words of a release as plain data, kept beside its ledger entry: what its tables are called and mean.

They hold no figure. Together with the entry they make the same Release again (release.reopen).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from casus.disclosure.figures.dimensions import published_dimension
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.model import Category, Dimension, Figure, Group, ReleasedTable
from casus.errors import LedgerBroken

FORMAT = 1
_PLAIN = ("code", "unit", "chapter")
_TEXTS = ("title", "definition", "unit_label", "source")


def words_of(tables: Sequence[ReleasedTable], label: Mapping[str, str]) -> dict[str, Any]:
    """Return the words of released tables, and `label`, that of the preset, as data for JSON."""
    return {"format": FORMAT, "preset_label": dict(label), "tables": [_words(table) for table in tables]}


def retold(published: Sequence[PublishedTable], words: Mapping[str, Any]) -> tuple[ReleasedTable, ...]:
    """Return the released tables again, from the figures of the ledger and their words.

    Raises LedgerBroken("words") when the words do not belong to these figures.
    """
    try:
        if words["format"] != FORMAT or len(words["tables"]) != len(published):
            raise LedgerBroken(reason="words")
        pairs = zip(published, words["tables"], strict=True)
        return tuple(_table(table, said) for table, said in pairs)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LedgerBroken(reason="words") from error


def _words(table: ReleasedTable) -> dict[str, Any]:
    return {
        **{name: getattr(table, name) for name in _PLAIN},
        **{name: dict(getattr(table, name)) for name in _TEXTS},
        "note": None if table.note is None else dict(table.note),
        "period": [day.isoformat() for day in table.period],
        "reference_date": table.reference_date.isoformat(),
        "dimensions": [_dimension_words(dimension) for dimension in table.dimensions],
    }


def _dimension_words(dimension: Dimension) -> dict[str, Any]:
    return {
        "code": dimension.code,
        "label": dict(dimension.label),
        "attribute": dimension.attribute,
        "categories": [[c.code, dict(c.label), c.parent, sorted(c.covers)] for c in dimension.categories],
        "groups": [[g.code, dict(g.label), list(g.members)] for g in dimension.groups],
    }


def _table(published: PublishedTable, words: Mapping[str, Any]) -> ReleasedTable:
    dimensions = tuple(_dimension(one) for one in words["dimensions"])
    same = tuple(published_dimension(dimension) for dimension in dimensions) == published.dimensions
    if words["code"] != published.code or not same:
        raise LedgerBroken(reason="words")
    first, last = (date.fromisoformat(day) for day in words["period"])
    plain: dict[str, Any] = {name: str(words[name]) for name in _PLAIN}
    texts: dict[str, Any] = {name: dict(words[name]) for name in _TEXTS}
    return ReleasedTable(
        **plain,
        **texts,
        note=None if words["note"] is None else dict(words["note"]),
        period=(first, last),
        reference_date=date.fromisoformat(words["reference_date"]),
        snapshot=published.snapshot,
        protection=published.protection,
        population=published.population,
        dimensions=dimensions,
        base=published.base,
        max_error=published.reach,
        figures={figure.cell: Figure(figure.value, figure.status) for figure in published.figures},
    )


def _dimension(words: Mapping[str, Any]) -> Dimension:
    return Dimension(
        words["code"],
        dict(words["label"]),
        tuple(
            Category(code, dict(label), parent, frozenset(covers))
            for code, label, parent, covers in words["categories"]
        ),
        tuple(Group(code, dict(label), tuple(members)) for code, label, members in words["groups"]),
        words["attribute"],
    )
