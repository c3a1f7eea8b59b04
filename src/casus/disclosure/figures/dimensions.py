# SPDX-License-Identifier: EUPL-1.2
"""Dimensions without their labels: codes and how they relate, as published and as kept in the ledger."""

from dataclasses import dataclass

from casus.disclosure.model import Dimension


@dataclass(frozen=True)
class PublishedDimension:
    """A dimension as an outsider knows it.

    `categories`: `(category, parent)`; `groups`: `(group, members)`; `covers`: `(leaf, base classes)` for
    leaves that stand for other classes than themselves; `attribute`: see `Dimension`. `open`: other classes
    may exist that are not listed (publications made elsewhere of which only a part is known).
    """

    code: str
    categories: tuple[tuple[str, str | None], ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    covers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    attribute: str = ""
    open: bool = False

    @property
    def axis(self) -> str:
        """The name of the attribute in predicates."""
        return self.attribute or self.code


def published_dimension(dimension: Dimension) -> PublishedDimension:
    """Return a dimension without its labels."""
    return PublishedDimension(
        dimension.code,
        tuple((category.code, category.parent) for category in dimension.categories),
        tuple((group.code, group.members) for group in dimension.groups),
        tuple((c.code, tuple(sorted(c.covers))) for c in dimension.categories if c.covers),
        dimension.attribute,
    )
