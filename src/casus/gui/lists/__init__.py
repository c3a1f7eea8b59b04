# SPDX-License-Identifier: EUPL-1.2
"""Long lists that stay fast: a source of ids and rows, shown with search, filters and count."""

from casus.gui.lists.source import (
    BLOCK,
    Cell,
    Column,
    FilterChip,
    FilterStore,
    Kind,
    ListSpec,
    NamedQuery,
    Query,
    RecordSource,
    Row,
)
from casus.gui.lists.table import RecordTable

__all__ = [
    "BLOCK",
    "Cell",
    "Column",
    "FilterChip",
    "FilterStore",
    "Kind",
    "ListSpec",
    "NamedQuery",
    "Query",
    "RecordSource",
    "RecordTable",
    "Row",
]
