# SPDX-License-Identifier: EUPL-1.2
"""Keeps the named filters of a list in the vault."""

from collections.abc import Sequence

from casus.gui.lists import NamedQuery, Query
from casus.services.desk import Desk
from casus.services.saved_filters import SavedFilter, remove_filter, save_filter, saved_filters


class VaultFilters:
    """The `FilterStore` of one list."""

    def __init__(self, desk: Desk, key: str) -> None:
        self._desk, self._key = desk, key

    def all(self) -> Sequence[NamedQuery]:
        """Return them by name."""
        return [
            NamedQuery(one.name, Query(one.text, frozenset(one.chips), one.sort, one.descending))
            for one in saved_filters(self._desk, self._key)
        ]

    def keep(self, named: NamedQuery) -> None:
        """Keep one, in the place of one of the same name; raises InvalidInput."""
        query = named.query
        found = SavedFilter(named.name, query.text, tuple(sorted(query.chips)), query.sort, query.descending)
        save_filter(self._desk, self._key, found)

    def drop(self, name: str) -> None:
        """Take one away."""
        remove_filter(self._desk, self._key, name)
