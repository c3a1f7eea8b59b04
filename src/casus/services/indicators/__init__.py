# SPDX-License-Identifier: EUPL-1.2
"""The indicator catalogue as this vault uses it: what Casus ships, and what the coordinator made of it.

Texts, filters, breakdowns and what is shown can be changed without code; what a figure counts and how it is
protected follow from its measure. Every change is a new version with a day and a reason.
"""

from casus.services.indicators.changing import add_indicator, change_indicator
from casus.services.indicators.inputs import IndicatorInput, day_text, filter_code
from casus.services.indicators.reading import (
    Offered,
    VersionView,
    catalogue_of,
    known_indicators,
    measures_of,
    offered_of,
    titles_of,
    versions_of,
)
from casus.services.indicators.targets import TargetInput, TargetView, set_target, target_of, targets_of
from casus.services.indicators.versions import KnownIndicator, edition, in_force

__all__ = [
    "IndicatorInput", "KnownIndicator", "Offered", "TargetInput", "TargetView", "VersionView", "add_indicator", "catalogue_of",
    "change_indicator", "day_text", "edition", "filter_code", "in_force", "known_indicators", "measures_of", "offered_of", "set_target",
    "target_of", "targets_of", "titles_of", "versions_of",
]  # fmt: skip
