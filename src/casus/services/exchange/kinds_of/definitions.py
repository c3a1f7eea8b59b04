# SPDX-License-Identifier: EUPL-1.2
"""Definitions of indicators and their targets as they travel, read as strictly as the editor takes them.

A version is never replaced: what has a number that is here already has to be the same, and the highest number is in
force, so an older definition that comes late changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.counting import catalogue
from casus.counting.catalogue import Catalogue, Indicator
from casus.domain.codelists import codelist
from casus.domain.names import fold
from casus.domain.periods import Period
from casus.errors import BundleInvalid, InvalidInput
from casus.services.exchange import plain
from casus.services.indicators import inputs, targets
from casus.services.indicators.changing import MOST_OWN, is_own
from casus.services.indicators.versions import latest_versions, next_number, read_definition
from casus.vault.tables import IndicatorTarget, IndicatorVersion, Record

_VERSION = ("code", "definition_version", "definition", "hidden", "changed_on", "reason")
_TARGET = ("code", "period", "value", "aim", "at")
_MOST_VERSIONS, _MOST_TARGETS = 10_000, 50_000


@dataclass(frozen=True)
class Version:
    """A version as it came; `made` is None where it does not fit the catalogue of this Casus."""

    row: Mapping[str, Any]
    made: Indicator | None

    @property
    def name(self) -> tuple[str, int]:
        """Code and number."""
        return self.row["code"], self.row["definition_version"]


@dataclass(frozen=True)
class Target:
    """A target as it came, and when it was set."""

    code: str
    period: str
    value: int
    aim: str
    at: datetime


def told(session: Session, *, fit: bool) -> list[dict[str, object]]:
    """Return every version as plain data; `fit`: only those that fit the catalogue of this Casus."""
    base = catalogue.load()
    rows = session.scalars(
        select(IndicatorVersion).order_by(IndicatorVersion.created_at, IndicatorVersion.code)
    )
    return [
        {
            "code": one.code,
            "definition_version": one.definition_version,
            "definition": one.definition,
            "hidden": one.hidden,
            "changed_on": one.changed_on.isoformat(),
            "reason": one.reason,
        }
        for one in rows
        if not fit or read_definition(base, one.definition) is not None
    ]


def note_sent(session: Session, today: date) -> None:
    """Note that all versions left: from then on none of them is undone, and its number is never given again."""
    for row in session.scalars(select(IndicatorVersion).where(IndicatorVersion.sent_on.is_(None))):
        row.sent_on = today


def told_targets(session: Session) -> list[dict[str, object]]:
    """Return every target as plain data."""
    return [
        {
            "code": one.code,
            "period": one.period,
            "value": one.value,
            "aim": one.aim,
            "at": one.changed_at.isoformat(),
        }
        for one in session.scalars(
            select(IndicatorTarget).order_by(IndicatorTarget.code, IndicatorTarget.period)
        )
    ]


def read(found: object, *, fit: bool) -> tuple[Version, ...]:
    """Read versions; raises BundleInvalid "content", and "indicator_unfit" for one that has to fit and does not."""
    versions = tuple(_version(one, fit=fit) for one in plain.rows(found, _MOST_VERSIONS))
    if len({one.name for one in versions}) != len(versions):
        raise BundleInvalid("content")
    latest = latest_of(versions)
    if sum(is_own(code) for code in latest) > MOST_OWN:
        raise BundleInvalid("content")
    counted = [one.made for one in latest.values() if one.made is not None and not one.row["hidden"]]
    for told_by in (lambda one: fold(one.title["nl"]), inputs.counts):
        names = [told_by(one) for one in counted]
        if len(set(names)) != len(names):
            raise BundleInvalid("content")
    return versions


def read_targets(found: object) -> tuple[Target, ...]:
    """Read targets; raises BundleInvalid "content"."""
    read_ones = tuple(_target(one) for one in plain.rows(found, _MOST_TARGETS))
    if len({(one.code, one.period) for one in read_ones}) != len(read_ones):
        raise BundleInvalid("content")
    return read_ones


def latest_of(versions: Iterable[Version]) -> Mapping[str, Version]:
    """Return the highest version of each indicator."""
    found: dict[str, Version] = {}
    for one in sorted(versions, key=lambda version: version.name):
        found[one.row["code"]] = one
    return found


def new_of(session: Session, versions: Sequence[Version]) -> tuple[Version, ...]:
    """Return the versions that are not here yet; raises BundleInvalid "indicator_forks" for one that is other here."""
    fresh, forked = _beside(session, versions)
    if forked:
        raise BundleInvalid("indicator_forks")
    return fresh


def _beside(session: Session, versions: Sequence[Version]) -> tuple[tuple[Version, ...], frozenset[str]]:
    """Return the versions that are not here yet, and the indicators of which a number says something else here."""
    here = {(one.code, one.definition_version): one for one in session.scalars(select(IndicatorVersion))}
    forked = {
        one.row["code"]
        for one in versions
        for known in [here.get(one.name)]
        if known and (known.definition, known.hidden) != (one.row["definition"], one.row["hidden"])
    }
    return tuple(one for one in versions if one.name not in here), frozenset(forked)


def follow(session: Session, versions: Sequence[Version]) -> None:
    """Go on with the definitions of another coordinator.

    Where two made a version of one number, both stay as they are, and what comes is in force under the next number.
    """
    fresh, forked = _beside(session, versions)
    session.add_all([_record(one.row) for one in fresh])
    session.flush()
    latest = latest_of(versions)
    here = {row.code: row.definition for row in latest_versions(session)}
    for code in sorted(code for code in forked if here[code] != latest[code].row["definition"]):
        row, number = latest[code].row, next_number(session, code)
        definition = row["definition"] | {"version": number}
        session.add(_record({**row, "definition_version": number, "definition": definition}))


def _record(row: Mapping[str, Any]) -> IndicatorVersion:
    return IndicatorVersion(**row, sent_on=row["changed_on"])


def keep(session: Session, versions: Sequence[Version]) -> list[str]:
    """Store the versions that are not here yet; return the codes. Raises as `new_of`."""
    fresh = new_of(session, versions)
    session.add_all([_record(one.row) for one in fresh])
    return [one.row["code"] for one in fresh]


def targets_changed(session: Session, found: Sequence[Target], *, instead: bool) -> int:
    """Return how many targets `keep_targets` would set or take away."""
    here = {(one.code, one.period): one for one in session.scalars(select(IndicatorTarget))}
    mine = [here.pop((one.code, one.period), None) for one in found]
    new = sum(row is None or row.changed_at < one.at for row, one in zip(mine, found, strict=True))
    return new + (len(here) if instead else 0)


def keep_targets(session: Session, found: Sequence[Target], *, instead: bool = False) -> None:
    """Store the targets that are new or were set later than those here; `instead`: what did not come goes.

    They keep the moment they were set in the other vault, which is compared the next time.
    """
    here = {(one.code, one.period): one for one in session.scalars(select(IndicatorTarget))}
    for one in found:
        row = here.pop((one.code, one.period), None)
        if row is None or row.changed_at < one.at:
            take_place(
                session,
                row,
                IndicatorTarget(
                    code=one.code, period=one.period, value=one.value, aim=one.aim, changed_at=one.at
                ),
            )
    for row in here.values() if instead else ():
        session.delete(row)


def take_place(session: Session, row: Record | None, record: Record) -> None:
    """Store a record in the place of one that is here: a change would get the moment of this vault."""
    if row is not None:
        session.delete(row)
        session.flush()
    session.add(record)


def _version(found: object, *, fit: bool) -> Version:
    one = plain.record(found, _VERSION)
    code, number = plain.line(one["code"]), plain.number(one["definition_version"])
    definition = plain.mapping(one["definition"])
    row = {
        "code": code,
        "definition_version": number,
        "definition": definition,
        "hidden": plain.flag(one["hidden"]),
        "changed_on": plain.day(one["changed_on"]),
        "reason": plain.text(one["reason"]),
    }
    base = catalogue.load()
    made = read_definition(base, definition)
    if made is None:
        if fit:
            raise BundleInvalid("indicator_unfit")
        return Version(row, None)
    if (made.code, made.version) != (code, number) or made.as_data() != definition or not _may_be(base, made):
        raise BundleInvalid("content")
    for text in (*made.title.values(), *made.source.values()):
        plain.line(text)
    for text in (*made.definition.values(), *(made.note or {}).values()):
        plain.text(text)
    return Version(row, made)


def _may_be(base: Catalogue, made: Indicator) -> bool:
    """Tell whether the editor could have made it: an own one, or a later version of a shipped one, of its measure."""
    shipped = next((one for one in base.indicators if one.code == made.code), None)
    if shipped is None:
        return is_own(made.code)
    return made.measure == shipped.measure and made.version > shipped.version


def _target(found: object) -> Target:
    one = plain.record(found, _TARGET)
    period, value, aim = plain.line(one["period"]), plain.number(one["value"]), plain.string(one["aim"])
    try:
        canonical = str(Period.parse(period))
    except InvalidInput:
        raise BundleInvalid("content") from None
    if canonical != period or value > targets.MOST or aim not in codelist("target_aim"):
        raise BundleInvalid("content")
    return Target(plain.line(one["code"]), period, value, aim, plain.moment(one["at"]))
