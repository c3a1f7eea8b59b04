# SPDX-License-Identifier: EUPL-1.2
"""Changing the catalogue: a new version of an indicator, a new indicator."""

import re

from sqlalchemy.orm import Session

from casus.counting import catalogue
from casus.domain.names import fold
from casus.domain.roles import Permission
from casus.errors import NotFound, StaleRecord
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.services.indicators.inputs import IndicatorInput, checked, raw_of
from casus.services.indicators.versions import KIND, KnownIndicator, known, next_number
from casus.vault.tables import IndicatorVersion

MOST_OWN = 60
_OWN = "own_"
_LONGEST = 40


def add_indicator(desk: Desk, data: IndicatorInput) -> Done[IndicatorVersion]:
    """Add an indicator that counts an existing measure with filters of its own. Raises NotAllowed("role"), InvalidForm."""
    desk.require(Permission.RELEASE)
    with desk.changing(label="add_indicator") as session:
        every = known(session)
        check = FormCheck()
        if sum(one.own for one in every) >= MOST_OWN:
            check.refuse("title_nl", "too_many", most=MOST_OWN)
        code = _new_code(data.title_nl, {one.code for one in every})
        row = _version(desk, session, check, data, code, every)
    return _done(row)


def change_indicator(desk: Desk, code: str, version: int, data: IndicatorInput) -> Done[IndicatorVersion]:
    """Give an indicator a new version; figures that left keep the one they were counted with.

    Its measure stays. Raises NotAllowed("role"), InvalidForm, NotFound, StaleRecord when `version` is not the latest.
    """
    desk.require(Permission.RELEASE)
    with desk.changing(label="change_indicator") as session:
        every = known(session)
        before = _found(every, code, version)
        check = FormCheck()
        if data.measure != before.indicator.measure:
            check.refuse("measure", "same_measure")
        row = _version(desk, session, check, data, code, every)
    return _done(row)


def is_own(code: str) -> bool:
    """Tell whether a code is that of an indicator that a coordinator added."""
    return re.fullmatch(rf"{_OWN}[a-z0-9_]+", code) is not None and len(code) <= _LONGEST


def _version(
    desk: Desk,
    session: Session,
    check: FormCheck,
    data: IndicatorInput,
    code: str,
    every: tuple[KnownIndicator, ...],
) -> IndicatorVersion:
    raw = raw_of(check, data, catalogue.load(), code, next_number(session, code))
    why = check.needed_text("reason", data.reason)
    others = () if data.hidden else tuple(one.indicator for one in every if one.code != code and one.counted)
    checked(check, raw, catalogue.load(), others)
    check.finish()
    row = IndicatorVersion(
        code=str(raw["code"]),
        definition_version=raw["version"],
        definition=raw,
        hidden=data.hidden,
        changed_on=desk.today(),
        reason=why,
    )
    session.add(row)
    return row


def _found(every: tuple[KnownIndicator, ...], code: str, version: int) -> KnownIndicator:
    found = next((one for one in every if one.code == code), None)
    if found is None:
        raise NotFound(KIND, code)
    if found.version != version:
        raise StaleRecord(KIND, code)
    return found


def _new_code(title: str, taken: set[str]) -> str:
    """Return a code of the vault's own that says what it is: it stands in files beside the figure."""
    stem = (_OWN + re.sub(r"[^a-z0-9]+", "_", fold(title)).strip("_"))[: _LONGEST - 3].rstrip("_")
    stem = stem if len(stem) > len(_OWN) else f"{_OWN}indicator"
    tried = (stem, *(f"{stem}_{number}" for number in range(2, MOST_OWN + 2)))
    return next(one for one in tried if one not in taken)


def _done(row: IndicatorVersion) -> Done[IndicatorVersion]:
    return Done(row, Changes.of((KIND,), row.id, row.code))
