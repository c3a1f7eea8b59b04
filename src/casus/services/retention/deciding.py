# SPDX-License-Identifier: EUPL-1.2
"""What a person decides about how long a case is kept: held, let go again, kept longer. Each with a reason."""

from datetime import date

from sqlalchemy.orm import Session

from casus.domain.phases import check_reason
from casus.domain.retention import check_extension
from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.retention.terms import settle
from casus.vault.tables import Case, RetentionDecision

HELD, LIFTED, EXTENDED = "held", "lifted", "extended"
"""Codes of list retention_decision."""
_KINDS = ("cases", "retention_decisions")


def hold_case(
    desk: Desk, case_id: str, reason: str, *, on: date, version: int | None = None
) -> Done[RetentionDecision]:
    """Put a legal hold on a case: whatever its term, it is not destroyed until someone lifts it.

    Raises InvalidForm (reason, on), NotFound, StaleRecord, NotAllowed "held_already" or "role".
    """
    return _decide_hold(desk, case_id, reason, on, version, held=True)


def lift_hold(
    desk: Desk, case_id: str, reason: str, *, on: date, version: int | None = None
) -> Done[RetentionDecision]:
    """Lift a legal hold; the term counts again as if there had been none.

    Raises InvalidForm (reason, on), NotFound, StaleRecord, NotAllowed "not_held" or "role".
    """
    return _decide_hold(desk, case_id, reason, on, version, held=False)


def extend_term(
    desk: Desk, case_id: str, until_on: date | None, reason: str, *, version: int | None = None
) -> Done[RetentionDecision]:
    """Keep a closed case longer than its term, up to and including `until_on`; the policy bounds how long at a time.

    Raises InvalidForm (until_on, reason), NotFound, StaleRecord, NotAllowed "still_open", "held_already" or "role".
    """
    desk.require(Permission.DOSSIERS)
    check = FormCheck()
    words = _words(check, reason)
    check.day("until_on", until_on)
    with desk.changing(words, label="extend_term") as session:
        case = fetch(session, Case, case_id, version)
        if case.legal_hold:
            raise NotAllowed("held_already", case_id=case_id)
        if case.retain_until is None:
            raise NotAllowed("still_open", case_id=case_id)
        if until_on is not None:
            until, most = case.retain_until, desk.policy.retention_extension_max_months
            check.rule(lambda: check_extension(until_on, until, desk.today(), most))
        check.finish()
        case.extended_until = until_on
        decision = _decided(session, desk, case, EXTENDED, desk.today(), words, until_on)
    return Done(decision, Changes.of(_KINDS, case_id, case.person_id, decision.id))


def _decide_hold(  # the fields of one form
    desk: Desk, case_id: str, reason: str, on: date, version: int | None, *, held: bool
) -> Done[RetentionDecision]:
    desk.require(Permission.DOSSIERS)
    check = FormCheck()
    words = _words(check, reason)
    check.day("on", on, today=desk.today())
    with desk.changing(words, label="hold_case" if held else "lift_hold") as session:
        case = fetch(session, Case, case_id, version)
        if case.legal_hold is held:
            raise NotAllowed("held_already" if held else "not_held", case_id=case_id)
        check.not_before("on", on, case.opened_on)
        check.finish()
        case.legal_hold = held
        decision = _decided(session, desk, case, HELD if held else LIFTED, on, words)
    return Done(decision, Changes.of(_KINDS, case_id, case.person_id, decision.id))


def _words(check: FormCheck, reason: str) -> str:
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    return words


def _decided(  # the fields of the record
    session: Session, desk: Desk, case: Case, kind: str, on: date, reason: str, until_on: date | None = None
) -> RetentionDecision:
    """Write down what was decided, and let the last day of the case follow."""
    settle(case, desk.policy)
    decision = RetentionDecision(
        case_id=case.id, kind=kind, on=on, until_on=until_on, reason=reason, worker_id=desk.worker_id
    )
    session.add(decision)
    return decision
