# SPDX-License-Identifier: EUPL-1.2
"""Two records of one person become one, and two again: suggested, compared, merged, taken apart."""

from casus.services.merging.compare import Comparison, Side, compare
from casus.services.merging.conflicts import Clash
from casus.services.merging.fields import FieldPair
from casus.services.merging.merge import Merged, keep_apart, merge, merges
from casus.services.merging.split import Later, Taking, preview, split
from casus.services.merging.suggestions import Pair, Suggestion, suggestions

__all__ = [
    "Clash",
    "Comparison",
    "FieldPair",
    "Later",
    "Merged",
    "Pair",
    "Side",
    "Suggestion",
    "Taking",
    "compare",
    "keep_apart",
    "merge",
    "merges",
    "preview",
    "split",
    "suggestions",
]
