# SPDX-License-Identifier: EUPL-1.2
"""How someone's place in a family ends: at the eighteenth birthday, by leaving, or for another family."""

from datetime import date

from sqlalchemy import select

from casus.domain.phases import check_reason
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.family_members import KINDS, current_members, running_family
from casus.vault.queries import case_open
from casus.vault.tables import Case, FamilyMember


def review_member(
    desk: Desk, member_id: str, version: int, *, on: date, stays: bool, reason: str
) -> Done[FamilyMember]:
    """Judge at the eighteenth birthday if someone stays in the family, and say why; who does not, leaves that day.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed "no_review" (nothing to judge).
    """
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    check.past("on", on, desk.today())
    with desk.changing(words, label="review_member") as session:
        member = fetch(session, FamilyMember, member_id, version)
        if member.review_on is None or member.until_on is not None:
            raise NotAllowed("no_review", member_id=member_id)
        check.not_before("on", on, member.from_on)
        check.finish()
        member.review_on = None
        if stays:
            member.minor_reason = words
        else:
            member.until_on = on
    return Done(member, Changes.of(KINDS, member_id, member.family_id, member.person_id))


def end_membership(desk: Desk, member_id: str, on: date) -> Done[FamilyMember]:
    """End someone's place in a family. Raises InvalidForm, NotFound."""
    check = FormCheck()
    check.past("on", on, desk.today())
    with desk.changing(label="end_membership") as session:
        member = fetch(session, FamilyMember, member_id)
        check.not_before("on", on, member.from_on)
        check.finish()
        member.until_on = on
    return Done(member, Changes.of(KINDS, member_id, member.family_id, member.person_id))


def move_member(desk: Desk, member_id: str, version: int, *, family_id: str, on: date) -> Done[FamilyMember]:
    """Let someone pass from one family to another on a day; their open cases in that family come along.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed "member_already" or "family_ended".
    """
    check = FormCheck()
    check.past("on", on, desk.today())
    check.needed_line("family_id", family_id)
    check.finish()
    with desk.changing(label="move_member") as session:
        member = fetch(session, FamilyMember, member_id, version)
        family = running_family(session, family_id)
        if session.scalar(current_members(family_id).where(FamilyMember.person_id == member.person_id)):
            raise NotAllowed("member_already", person_id=member.person_id)
        check.not_before("on", on, max(member.from_on, family.started_on))
        check.finish()
        member.until_on = on
        moved = FamilyMember(
            family_id=family_id,
            person_id=member.person_id,
            relation=member.relation,
            from_on=on,
            minor_reason=member.minor_reason,
            review_on=member.review_on,
        )
        session.add(moved)
        cases = select(Case).where(
            Case.person_id == member.person_id, Case.family_id == member.family_id, case_open()
        )
        for case in session.scalars(cases):
            case.family_id = family_id
    ids = (member_id, moved.id, member.family_id, family_id, member.person_id)
    return Done(moved, Changes.of((*KINDS, "cases"), *ids))
