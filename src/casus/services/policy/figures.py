# SPDX-License-Identifier: EUPL-1.2
"""What a policy says about figures: which presets may be chosen, and higher numbers than those of the house."""

from collections.abc import Mapping
from types import MappingProxyType

from casus.domain.policy import HOUSE, PRESETS, Thresholds
from casus.services.policy.part import Part
from casus.services.printable import listed

_MOST = {"base": 100, "threshold": 100, "min_population": 1_000}


def read_presets(figures: Part) -> tuple[str, ...]:
    """Return which presets may be chosen, in the order of the house; all of them when the file does not say."""
    found = figures.texts("presets")
    if found is None:
        return PRESETS
    for one in found:
        if one not in PRESETS:
            raise figures.wrong("not_a_choice", "presets", among=listed(PRESETS))
    if not found or len(set(found)) < len(found):
        raise figures.wrong("presets_empty", "presets")
    return tuple(one for one in PRESETS if one in found)


def read_thresholds(figures: Part) -> Mapping[str, Thresholds]:
    """Return the numbers of every preset; lower ones than those of the house are refused, and contradictions."""
    found = {code: _numbers(figures.part(code), code) for code in PRESETS}
    for name in ("base", "threshold", "min_population"):
        if getattr(found["strict"], name) < getattr(found["standard"], name):
            code = "strict" if name in figures.part("strict").data else "standard"
            raise figures.wrong("strict_below_standard", code, name)
    return MappingProxyType(found)


def _numbers(part: Part, code: str) -> Thresholds:
    house = HOUSE[code]
    numbers = {name: getattr(house, name) for name in _MOST}
    for name, most in _MOST.items():
        if name == "base" and code == "exact":
            continue  # exact figures are rounded to nothing
        value = part.whole(name, -(10**9), 10**9)
        if value is None:
            continue
        if value < numbers[name]:
            raise part.wrong("below_house", name, least=numbers[name])
        if value > most:
            raise part.wrong("out_of_range", name, least=numbers[name], most=most)
        numbers[name] = value
    part.close()
    made = Thresholds(**numbers)
    if code != "exact" and made.threshold > made.base:
        raise part.wrong("threshold_above_base", "threshold", base=made.base)
    return made
