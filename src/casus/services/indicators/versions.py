# SPDX-License-Identifier: EUPL-1.2
"""Which definition of each indicator is in force: the latest of the coordinator's, else the shipped one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.counting import catalogue
from casus.counting.catalogue import PILLARS, Catalogue, Indicator
from casus.counting.edition import Edition, edition_of
from casus.errors import InvalidInput
from casus.vault.tables import Indicator as KeptDefinition
from casus.vault.tables import IndicatorVersion

KIND = "indicator_versions"


@dataclass(frozen=True)
class KnownIndicator:
    """An indicator with how it came to be as it is.

    `own`: it is not among the shipped ones; `changed`: the coordinator's version is in force; `unfit`: that
    version no longer fits the catalogue of this Casus, so the shipped one stands in (an own one is not counted).
    `version` is the number the next change has to name.
    """

    code: str
    version: int
    indicator: Indicator
    hidden: bool
    own: bool
    changed: bool
    unfit: bool

    @property
    def counted(self) -> bool:
        """Whether it is in the report."""
        return not self.hidden and not (self.own and self.unfit)


def known(session: Session) -> tuple[KnownIndicator, ...]:
    """Return every indicator in the order of the report, those that are hidden among them."""
    base = catalogue.load()
    latest = {row.code: row for row in latest_versions(session)}
    shipped = [_known(base, one, latest.get(one.code)) for one in base.indicators]
    codes = {one.code for one in base.indicators}
    own = [_own(base, row) for code, row in latest.items() if code not in codes]
    every = [*shipped, *(one for one in own if one is not None)]
    return tuple(sorted(every, key=lambda one: PILLARS.index(one.indicator.pillar)))


def in_force(session: Session) -> Catalogue:
    """Return the catalogue to count with: what is hidden is left out."""
    chosen = (one.indicator for one in known(session) if one.counted)
    return catalogue.load().with_indicators(chosen)


def edition(session: Session) -> Edition:
    """Return which edition of the catalogue this vault goes by."""
    rows = session.scalars(select(IndicatorVersion))
    made = ((one.code, one.definition_version, one.definition, one.hidden) for one in rows)
    return edition_of(catalogue.load().version, made)


def nameable(session: Session) -> Catalogue:
    """Return the catalogue with all that can be named, hidden or not: what others published may be about any of it."""
    chosen = (one.indicator for one in known(session) if not (one.own and one.unfit))
    return catalogue.load().with_indicators(chosen)


def latest_versions(session: Session) -> Sequence[IndicatorVersion]:
    """Return the coordinator's latest version of each indicator that was changed, in the order they were added."""
    last = select(IndicatorVersion.code, func.max(IndicatorVersion.definition_version).label("number"))
    newest = last.group_by(IndicatorVersion.code).subquery()
    same = (IndicatorVersion.code == newest.c.code) & (IndicatorVersion.definition_version == newest.c.number)
    query = select(IndicatorVersion).join(newest, same)
    return session.scalars(query.order_by(IndicatorVersion.created_at, IndicatorVersion.code)).all()


def next_number(session: Session, code: str) -> int:
    """Return the number of the next version: above every one that was ever counted with."""
    kept = select(func.max(KeptDefinition.definition_version)).where(KeptDefinition.code == code)
    own = select(func.max(IndicatorVersion.definition_version)).where(IndicatorVersion.code == code)
    shipped = next((one.version for one in catalogue.load().indicators if one.code == code), 0)
    return max(shipped, session.scalar(kept) or 0, session.scalar(own) or 0) + 1


def read_definition(base: Catalogue, raw: Mapping[str, object]) -> Indicator | None:
    """Return the indicator of a stored definition, None when it does not fit the catalogue of this Casus."""
    try:
        return base.entry(raw)
    except (InvalidInput, KeyError, TypeError, ValueError, AttributeError):
        return None


def _known(base: Catalogue, shipped: Indicator, row: IndicatorVersion | None) -> KnownIndicator:
    if row is None:
        return KnownIndicator(
            shipped.code, shipped.version, shipped, hidden=False, own=False, changed=False, unfit=False
        )
    made = read_definition(base, row.definition)
    unfit = made is None
    number = max(row.definition_version, shipped.version)
    return KnownIndicator(
        shipped.code, number, made or shipped, row.hidden, own=False, changed=not unfit, unfit=unfit
    )


def _own(base: Catalogue, row: IndicatorVersion) -> KnownIndicator | None:
    """Return an indicator of the vault's own; one that no longer fits is shown without filters and not counted."""
    made = read_definition(base, row.definition)
    bare = made or read_definition(base, row.definition | {"where": {}, "breakdowns": []})
    if bare is None:
        return None
    return KnownIndicator(
        row.code, row.definition_version, bare, row.hidden, own=True, changed=True, unfit=made is None
    )
