# SPDX-License-Identifier: EUPL-1.2
"""The filters of an indicator as the protection knows them: one class of each dimension it is narrowed down by.

Several categories together are a class of their own, a group of the dimension, so that the attack relates its figures
to every other figure of that dimension. Which categories somebody named makes no difference: all of a district's
neighbourhoods are the district, and all categories of a dimension are no filter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from casus.counting.indicator import LANGUAGES, Indicator
from casus.disclosure import Dimension, Group

_WITH = "|"


@dataclass(frozen=True)
class Filter:
    """One dimension narrowed down to the class `code`; `classes`: its classification where that is a group."""

    dimension: str
    code: str
    classes: Dimension | None = None


def filters_of(indicator: Indicator, every: Mapping[str, Dimension]) -> Iterator[Filter]:
    """Yield the filters of an indicator; `every`: the dimensions of the catalogue over the period."""
    for name, chosen in indicator.where.items():
        dimension = every[name]
        leaves = _leaves(dimension, chosen)
        if leaves == dimension.leaves():
            continue
        codes = (*chosen, *(category.code for category in dimension.categories))
        same = next((code for code in codes if _leaves(dimension, (code,)) == leaves), None)
        if same is not None:
            yield Filter(name, same)
            continue
        code = _WITH.join(sorted(leaves))
        label = {
            language: ", ".join(dimension.label_of(leaf)[language] for leaf in leaves)
            for language in LANGUAGES
        }
        group = Group(code, MappingProxyType(label), leaves)
        yield Filter(name, code, replace(dimension, groups=(group,)))


def _leaves(dimension: Dimension, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return the leaves that lie within these categories, in order."""
    parents = {category.code: category.parent for category in dimension.categories}
    found = []
    for leaf in dimension.leaves():
        step: str | None = leaf
        while step is not None and step not in chosen:
            step = parents[step]
        if step is not None:
            found.append(leaf)
    return tuple(found)
