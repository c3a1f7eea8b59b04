# SPDX-License-Identifier: EUPL-1.2
"""Filters of lists that a worker gave a name; kept in the vault, because what is searched for may be a name."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from casus.domain.text import clean_line
from casus.errors import InvalidInput
from casus.services import settings
from casus.services.changes import Changes, Done
from casus.services.desk import Desk

MOST = 30
"""Filters per list; more would not fit a menu."""
_NAME_LIMIT = 60


@dataclass(frozen=True)
class SavedFilter:
    """What a list was asked: typed `text`, `chips` that were on, and the sorting."""

    name: str
    text: str = ""
    chips: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False


def saved_filters(desk: Desk, list_key: str) -> tuple[SavedFilter, ...]:
    """Return the filters kept for a list, by name."""
    return _read(settings.get_setting(desk, _setting(list_key), []))


def save_filter(desk: Desk, list_key: str, found: SavedFilter) -> Done[SavedFilter]:
    """Keep a filter, in the place of one of the same name.

    Raises InvalidInput("name"): missing, too long, or "too_many" when there are 30 already.
    """
    name = clean_line("name", found.name, required=True, limit=_NAME_LIMIT)
    others = [one for one in saved_filters(desk, list_key) if one.name.casefold() != name.casefold()]
    if len(others) >= MOST:
        raise InvalidInput("name", "too_many", most=MOST)
    kept = SavedFilter(name, found.text, found.chips, found.sort, found.descending)
    return Done(kept, _write(desk, list_key, [*others, kept]))


def remove_filter(desk: Desk, list_key: str, name: str) -> Done[None]:
    """Take a filter away; one that is not there is no error."""
    rest = [one for one in saved_filters(desk, list_key) if one.name != name]
    return Done(None, _write(desk, list_key, rest))


def _setting(list_key: str) -> str:
    return f"filters_{list_key}"


def _write(desk: Desk, list_key: str, filters: Sequence[SavedFilter]) -> Changes:
    rows = [asdict(one) for one in sorted(filters, key=lambda one: one.name.casefold())]
    return settings.set_setting(desk, _setting(list_key), rows).changes


def _read(rows: Any) -> tuple[SavedFilter, ...]:
    return tuple(SavedFilter(**{**row, "chips": tuple(row["chips"])}) for row in rows)
