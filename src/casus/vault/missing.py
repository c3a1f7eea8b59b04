# SPDX-License-Identifier: EUPL-1.2
"""What it means that something lacks in a dossier, once, for the list and the number that opens it.

Each function returns a clause on one of the tables; who asks it names the day. Only what is open counts: nobody
completes the dossier of a case that is closed.
"""

from datetime import date, timedelta

from sqlalchemy import and_, exists, func, or_, select

from casus.domain.ages import ADULT
from casus.domain.conditions import FIVE
from casus.domain.inclusion import DEFAULT_POLICY, SIBLING
from casus.vault.queries import (
    Clause,
    case_open,
    detention_current,
    member_now,
    release_unknown,
    running_on,
    still_followed,
    task_open,
)
from casus.vault.tables import (
    ActionPlan,
    Assignment,
    BasicConditionCheck,
    Case,
    Detention,
    Facility,
    FamilyMember,
    Person,
    Task,
    VogProcedure,
)

PLAN_WITHIN = timedelta(weeks=6)
"""A case that is carried out has an adopted plan within this time: one round of the MDO (domain.md 1.4)."""
RETURN_PLAN_WITHIN = timedelta(weeks=4)
"""A D&R plan is there within four weeks after entry; facilities abroad do not make one."""
_CARRIED_OUT = ("execution", "monitoring")
_POSTPONED, _TO_INFORM = "postponed", "inform"
_VIA, _TOLD_SELF = "via_representative", ("conversation", "letter")
_SEEN_OURSELVES = "own"
REPRESENTED = DEFAULT_POLICY.representative_below
"""Below this age consent and information go through the legal representative (UAVG article 5)."""
_VOG_WAITS = ("applied", "intended_refusal", "refused", "objection")


def lacks_legal_basis() -> Clause:
    """Return whether an open case says nothing of what allows the processing."""
    return and_(case_open(), Case.legal_basis == "")


def lacks_inclusion() -> Clause:
    """Return whether an open case names no criterion for placement."""
    return and_(case_open(), func.json_array_length(Case.inclusion_reasons) == 0)


def lacks_informed() -> Clause:
    """Return whether it is not said how and when the person was informed, nor that it was postponed."""
    told = and_(Case.informed_how != _POSTPONED, Case.informed_on.is_(None))
    return and_(case_open(), or_(Case.informed_how.is_(None), told))


def lacks_day_to_inform() -> Clause:
    """Return whether informing was postponed and no open task of the case says when to try again."""
    planned = select(Task.case_id).where(
        Task.case_id.is_not(None), Task.source == _TO_INFORM, task_open(), Task.due_on.is_not(None)
    )  # all of them once: looked up per case, SQLite takes the index of days and reads every open task
    return and_(case_open(), Case.informed_how == _POSTPONED, Case.id.not_in(planned))


def lacks_informed_representative(day: date) -> Clause:
    """Return whether someone under 16 on `day` was told, and their representative was not."""
    told = Case.informed_how.in_(_TOLD_SELF)
    return and_(case_open(), told, _person(under_age(REPRESENTED, day)))


def lacks_informed_at_16(day: date) -> Clause:
    """Return whether only the representative was told, and the person has become 16 since, by `day`."""
    told_before = Case.informed_on < func.date(Person.birth_date, f"+{REPRESENTED} years")
    grown = and_(Person.birth_date.is_not(None), ~under_age(REPRESENTED, day), told_before)
    return and_(case_open(), Case.informed_how == _VIA, _person(grown))


def lacks_representative(day: date) -> Clause:
    """Return whether nobody stands for someone under 16 on `day` who has an open case."""
    return and_(_has_open_case(), under_age(REPRESENTED, day), Person.representative_id.is_(None))


def lacks_proportionality() -> Clause:
    """Return whether an open case does not say why it is needed and why nothing lighter would do."""
    return and_(case_open(), func.coalesce(Case.proportionality, "") == "")


def lacks_minor_reason(day: date) -> Clause:
    """Return whether it is not said why a case is needed for someone who is under 18 on `day`."""
    silent = func.coalesce(Case.inclusion_note, "") == ""
    return and_(case_open(), silent, _person(under_age(ADULT, day)))


def lacks_referrer() -> Clause:
    """Return whether an open case names neither a partner, nor a person there, nor that we saw it ourselves."""
    nobody = and_(Case.referring_partner_id.is_(None), func.coalesce(Case.referrer, "") == "")
    return and_(case_open(), nobody, func.coalesce(Case.referral_way, "") != _SEEN_OURSELVES)


def lacks_member_reason(day: date) -> Clause:
    """Return whether a minor, or a brother or sister, is in a family without a case and without a reason."""
    own = exists().where(Case.person_id == FamilyMember.person_id, case_open())
    young = exists().where(
        Person.id == FamilyMember.person_id, or_(Person.birth_date.is_(None), under_age(ADULT, day))
    )
    guarded = or_(FamilyMember.relation == SIBLING, young)
    silent = func.coalesce(FamilyMember.minor_reason, "") == ""
    return and_(member_now(), silent, guarded, ~own)


def under_age(years: int, day: date) -> Clause:
    """Return whether a person whose birth date is known is younger than so many years on `day`."""
    return and_(
        Person.birth_date.is_not(None), func.date(Person.birth_date, f"+{years} years") > day.isoformat()
    )


def lacks_review() -> Clause:
    """Return whether an open case has no day for its next proportionality review."""
    return and_(case_open(), Case.review_on.is_(None))


def lacks_lead(day: date) -> Clause:
    """Return whether nobody has a role in an open case on `day`."""
    running = exists().where(
        Assignment.case_id == Case.id, running_on(Assignment.from_on, Assignment.until_on, day)
    )
    return and_(case_open(), ~running)


def lacks_plan(day: date) -> Clause:
    """Return whether a case is carried out for more than six weeks on `day` without a plan that was adopted."""
    adopted = exists().where(ActionPlan.case_id == Case.id, ActionPlan.status == "adopted")
    return and_(case_open(), Case.phase.in_(_CARRIED_OUT), Case.phase_since < day - PLAN_WITHIN, ~adopted)


def lacks_birth_date() -> Clause:
    """Return whether the birth date of someone with an open case is not known."""
    return and_(Person.birth_date.is_(None), _has_open_case())


def lacks_district() -> Clause:
    """Return whether the district of someone with an open case is not known."""
    return and_(Person.district == "unknown", _has_open_case())


def lacks_release() -> Clause:
    """Return whether it is not known when someone inside comes out."""
    return and_(release_unknown(), still_followed(Detention.person_id))


def lacks_return_plan(day: date) -> Clause:
    """Return whether someone inside in the Netherlands for more than four weeks on `day` has no D&R plan."""
    here = exists().where(Facility.id == Detention.facility_id, Facility.country == "nl")
    late = Detention.entered_on < day - RETURN_PLAN_WITHIN
    missed = and_(detention_current(), Detention.plan_received_on.is_(None), late, here)
    return and_(missed, still_followed(Detention.person_id))


def lacks_conditions() -> Clause:
    """Return whether not all five basic conditions were looked at since someone inside went in."""
    seen = (
        select(func.count(BasicConditionCheck.condition.distinct()))
        .where(
            BasicConditionCheck.detention_id == Detention.id,
            BasicConditionCheck.condition.in_(FIVE),
        )
        .scalar_subquery()
    )
    followed = and_(Detention.case_id.is_not(None), still_followed(Detention.person_id))
    return and_(detention_current(), followed, seen < len(FIVE))


def lacks_vog_deadline() -> Clause:
    """Return whether someone waits for Justis, or may object, without a day that guards it."""
    waits = and_(VogProcedure.status.in_(_VOG_WAITS), VogProcedure.due_on.is_(None))
    return and_(waits, still_followed(VogProcedure.person_id))


def _person(clause: Clause) -> Clause:
    return exists().where(Person.id == Case.person_id, clause)


def _has_open_case() -> Clause:
    return exists().where(Case.person_id == Person.id, case_open())
