# SPDX-License-Identifier: EUPL-1.2
"""What is aimed at for an indicator in a period."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.errors import NotFound
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.services.indicators.versions import known
from casus.vault.tables import IndicatorTarget

KIND = "indicator_targets"
MOST = 1_000_000


@dataclass(frozen=True)
class TargetInput:
    """The target of one indicator in one period; without a value there is none (any more)."""

    value: int | None
    aim: str = "at_least"


@dataclass(frozen=True)
class TargetView:
    """The target of an indicator as its form begins; `value` is None when there is none."""

    title: str
    value: int | None
    aim: str


def target_of(desk: Desk, code: str, period: Period, language: str | None = None) -> TargetView:
    """Return the target of an indicator in a period; raises NotFound for an unknown indicator."""
    with desk.reading() as session:
        found = next((one for one in known(session) if one.code == code), None)
        if found is None:
            raise NotFound("indicators", code)
        row = _row(session, code, period)
    title = found.indicator.title[language or desk.language]
    return TargetView(title, None, "at_least") if row is None else TargetView(title, row.value, row.aim)


def set_target(desk: Desk, code: str, period: Period, data: TargetInput) -> Done[None]:
    """Set, change or clear a target. Raises NotAllowed("role"), NotFound for an unknown indicator, InvalidForm."""
    desk.require(Permission.RELEASE)
    check = FormCheck()
    value = check.number("value", data.value, last=MOST)
    aim = check.code("aim", "target_aim", data.aim)
    check.finish()
    with desk.changing(label="set_target") as session:
        if code not in {one.code for one in known(session)}:
            raise NotFound("indicators", code)
        row = _row(session, code, period)
        if value is None:
            if row is not None:
                session.delete(row)
        elif row is None:
            session.add(IndicatorTarget(code=code, period=str(period), value=value, aim=aim))
        else:
            row.value, row.aim = value, aim
    return Done(None, Changes.of((KIND,), code))


def targets_of(session: Session, period: Period) -> Mapping[str, IndicatorTarget]:
    """Return the targets of a period by indicator."""
    query = select(IndicatorTarget).where(IndicatorTarget.period == str(period))
    return {row.code: row for row in session.scalars(query)}


def _row(session: Session, code: str, period: Period) -> IndicatorTarget | None:
    return session.scalar(
        select(IndicatorTarget).where(IndicatorTarget.code == code, IndicatorTarget.period == str(period))
    )
