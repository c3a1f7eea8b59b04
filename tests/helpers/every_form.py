# SPDX-License-Identifier: EUPL-1.2
"""What each form that a draft can open again is about, in a vault that has everything: the demo's."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Select, select

from casus.domain.dates import add_months
from casus.services import (
    break_glass,
    corrections,
    exchange,
    merging,
    persons,
    requests,
    restricting,
    sharing,
    transfers,
)
from casus.services.corrections import CorrectionDecisionInput, CorrectionInput, ObjectionInput
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput, PersonInput, SharingInput
from casus.services.transfers import TransferInput
from casus.vault.queries import case_open, detention_current
from casus.vault.tables import (
    ActionPlan,
    Attachment,
    Case,
    Contact,
    DataSharing,
    Detention,
    Facility,
    Family,
    FamilyMember,
    Goal,
    Person,
    Programme,
    VogProcedure,
)
from tests.helpers.exchange import a_card
from tests.helpers.stories import a_story

_SOME: Mapping[str, Select[str]] = {
    "case": select(Case.id).join(ActionPlan, ActionPlan.case_id == Case.id).where(case_open()),
    "closed": select(Case.id).where(~case_open(), Case.retain_until.is_not(None)),
    "contact": select(Contact.id)  # of the oldest person: someone under 16 asks through a representative
    .join(Person, Person.id == Contact.person_id)
    .join(Case, Case.id == Contact.case_id)
    .where(case_open())
    .order_by(Person.birth_date, Contact.id),
    "detention": select(Detention.id).order_by(~detention_current()),
    "plan": select(ActionPlan.id).where(ActionPlan.case_id.is_not(None)),
    "programme": select(Programme.id),
    "vog": select(VogProcedure.id),
    "facility": select(Facility.id),
    "family": select(Family.id),
    "member": select(FamilyMember.id).where(FamilyMember.until_on.is_(None)),
    "attachment": select(Attachment.id),
    "sharing": select(DataSharing.id),
}


def abouts(desk: Desk) -> dict[str, str]:
    """Return what stands after the colon in the draft key of each form of a worker's desk, "" where nothing fits.

    Offers a case to a colleague, for the forms that answer an offer.
    """
    ids = _ids(desk)
    case, person, detention = ids["case"], ids["person"], ids["detention"]
    family, member, plan = ids["family"], ids["member"], ids["plan"]
    return {
        **dict.fromkeys(("person", "case", "programme", "vog"), "new"),
        **dict.fromkeys(("listed_task", "consulting", "appointment"), "new"),
        **dict.fromkeys(("phase", "case_edit", "screening", "intake", "informed", "review", "assign"), case),
        **dict.fromkeys(("plan", "assessment", "id_application", "hand_over"), case),
        **dict.fromkeys(("release", "transfer", "leave"), detention),
        **dict.fromkeys(("family_member", "relative", "family_end"), family),
        **dict.fromkeys(("member_edit", "member_move", "member_review"), member),
        **dict.fromkeys(("hand_over_accept", "hand_over_refuse", "case_answer"), ids["offer"]),
        "case_refusal": "new",
        **dict.fromkeys(("home_visit", "prison_visit", "contact"), f"{case}:{person}"),
        **dict.fromkeys(("hold", "hold_lift"), case),
        "extend_term": ids["closed"],
        "contact_edit": ids["contact"],
        "standing": f"goal:{ids['goal']}:case:{ids['plan_case']}",
        "plan_evaluation": f"{plan}:case:{ids['plan_case']}",
        "condition": f"{case}:{detention}",
        "request": "new",
        "request_step": f"decide:{ids['request']}",
        "request_mask": f"{ids['request']}:contacts:{ids['talk']}:report",
        "sharing": f"{person}:{case}",
        "sharing_meeting": f"{ids['contact']}:{person}:{case}",
        "sharing_edit": ids["sharing"],
        "task": f"case:{case}",
        "attendance": ids["programme"],
        "programme_step": f"finish:{ids['programme']}",
        "vog_step": ids["vog"],
        "detention": person,
        "family": "new",
        "adding": f"{person}:{case}",
        "attachment": ids["attachment"],
        "restriction": f"{person}:{case}",
        "access_verdict": ids["access"],
        **dict.fromkeys(("rhythm", "attachment_limit"), "vault"),
        "life_domain": "housing",
        "facility": ids["facility"],
        "colleague_revoke": exchange.add_card(desk, a_card()).value.id,
        "identity_renew": "vault",
        **_told(desk),
        **_twice(desk, person),
        **_disputed(desk),
    }


def _told(desk: Desk) -> dict[str, str]:
    """Write a story, for the form that takes it back."""
    return {"story": "new", "story_consent": a_story(desk, consent_on=None).id}


def _twice(desk: Desk, person: str) -> dict[str, str]:
    """Put a person on file twice and merge them, for the forms that merge and take apart."""
    one, other = (
        persons.register_person(
            desk, PersonInput("Dubbel", "Vastgelegd", birth_date=date(2003, 4, 5)), duplicates_checked=True
        ).value
        for _ in range(2)
    )
    reason = "Twee keer dezelfde aanmelding."
    done = merging.merge(desk, one.id, other.id, {}, reason).value
    return {"merge": f"{person}:{one.id}", "split": done.id}


def _ids(desk: Desk) -> dict[str, str]:
    with desk.reading() as session:
        ids = {name: session.scalar(wanted.limit(1)) or "" for name, wanted in _SOME.items()}
        plan = session.get(ActionPlan, ids["plan"])
        case = session.get(Case, ids["case"])
        assert plan is not None
        assert case is not None
        ids["goal"] = session.scalar(select(Goal.id).where(Goal.plan_id == plan.id).limit(1)) or ""
        ids["plan_case"], ids["person"] = plan.case_id or "", case.person_id
        ids["hidden_person"] = session.scalars(
            select(Person.id).where(Person.id.not_in(select(Case.person_id))).limit(1)
        ).one()
        offered = session.scalars(select(Case.id).where(case_open(), Case.id != case.id).limit(1)).one()
    asked = AccessRequestInput(ids["person"], "access", desk.today(), True, "Moeder", "legal")
    ids["request"] = requests.receive_access_request(desk, asked).value.id
    with desk.reading() as session:
        talk = select(Contact.id).where(Contact.person_id == ids["person"], Contact.report.is_not(None))
        ids["talk"] = session.scalar(talk.limit(1)) or ""
    note = "Loopt goed. Volgende week naar de gemeente voor een nieuw identiteitsbewijs."
    offer = transfers.offer_transfer(desk, TransferInput(offered, note, to_name="Okan Yildirim"))
    hidden = ids["hidden_person"]
    restricting.restrict(desk, hidden, None, "person", "Familie van een collega.")
    access = break_glass.open_restricted(desk, hidden, "Spoed: de politie belt over vanavond.")
    return {**ids, "offer": offer.value.id, "access": access.value.id}


def _disputed(desk: Desk) -> dict[str, str]:
    """Let a grown person with a running case dispute something, and return what the forms about that are about."""
    day = desk.today()
    grown = (
        select(Contact.id, Contact.on, Case.id.label("case_id"), Case.person_id)
        .join(Case, Case.person_id == Contact.person_id)
        .join(Person, Person.id == Case.person_id)
        .where(case_open(), Person.birth_date < add_months(day, -12 * 18), Person.restricted.is_(False))
        .order_by(Contact.id)
    )
    with desk.reading() as session:
        contact_id, spoken, case_id, whose = session.execute(grown.limit(1)).one()
    shared = SharingInput(
        whose, "", "public_task", day, recipient="Buurtteam", data_kinds=("progress",), way="oral"
    )
    sharing.log_sharing(desk, shared)
    noted = CorrectionInput(whose, "contacts", contact_id, "place", "Dat was ergens anders.", day)
    one = corrections.note_correction(desk, noted).value
    seen = corrections.get_correction(desk, one.id).seen
    reason = "De eigen kijk van de betrokkene hoort erbij."
    judged = CorrectionDecisionInput("kept", reason, day, desk.worker_id, seen)
    corrections.decide_correction(desk, one.id, judged)
    corrections.carry_out_correction(desk, one.id, f"Het buurthuis, {spoken.year}")
    (notice, *_more) = corrections.NoticeList(desk).ids(chips={"state": frozenset({"open"})})
    other = corrections.note_correction(desk, noted).value
    limit = ObjectionInput(whose, case_id, "Ik wil dit niet.", day)
    objection = corrections.note_objection(desk, limit).value
    return {
        "correction": f"{whose}:contacts:{contact_id}:",
        "correction_decide": f"{whose}:{other.id}",
        "correction_carry_out": f"{whose}:{other.id}",
        "objection": f"{whose}:{case_id}:",
        "objection_decide": f"{case_id}:{objection.id}",
        "restriction_lift": f"{case_id}:{objection.id}",
        "recipient_notice": notice,
    }
