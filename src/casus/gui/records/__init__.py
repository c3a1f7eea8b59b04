# SPDX-License-Identifier: EUPL-1.2
"""What the pages with a long list of records have in common."""

from casus.gui.records.acts import ListAct, ListActs
from casus.gui.records.own_filters import VaultFilters
from casus.gui.records.page import ListPage, ListWords
from casus.gui.records.source import TONES, Filter, Heading, ServiceSource, chosen

__all__ = [
    "TONES",
    "Filter",
    "Heading",
    "ListAct",
    "ListActs",
    "ListPage",
    "ListWords",
    "ServiceSource",
    "VaultFilters",
    "chosen",
]
