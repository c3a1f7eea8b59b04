# SPDX-License-Identifier: EUPL-1.2
"""The presets as an organisation has them: never looser than those of the house, and which may be chosen."""

from dataclasses import replace

from casus.disclosure import PRESETS, Preset
from casus.domain.policy import HOUSE, Policy


def preset_of(policy: Policy, code: str) -> Preset:
    """Return a preset by its code with the numbers of the policy; raises KeyError for a code that is none."""
    house, numbers = PRESETS[code], policy.thresholds.get(code, HOUSE[code])
    return replace(
        house,
        base=max(house.base, numbers.base),
        threshold=max(house.threshold, numbers.threshold),
        min_population=max(house.min_population, numbers.min_population),
    )
