# SPDX-License-Identifier: EUPL-1.2
"""Every text a use case takes beside its input: what it needs, the call, and where the text is found again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import literal_column, select

from casus.services import (
    cases,
    code_lists,
    detentions,
    dossier,
    families,
    intake,
    merging,
    persons,
    plans,
    programmes,
    registers,
    settings,
    transfers,
)
from casus.services.inputs import ActionInput, GoalInput, MemberInput, PlanInput, VogInput
from casus.services.intake_inputs import InformedInput, IntakeInput, ScreeningInput
from casus.services.register_inputs import PermitInput
from casus.services.transfers import TransferInput
from casus.vault import tables
from casus.vault.tables.audit import AuditEntry, ChangeBatch
from tests.helpers.builders import a_case, a_person, a_programme
from tests.helpers.every_field import DAY, World

Prepare = Callable[[World], Any]
Say = Callable[[World, Any, str], object]


@dataclass(frozen=True)
class Words:
    """A text a use case takes: what it needs, the call, and the query that reads the latest one back."""

    prepare: Prepare
    say: Say
    kept: Any
    field: str
    line: bool = False
    coordinator: bool = False


def newest(column: Any) -> Any:
    """The value of a column in the record that was written last, by the log: the clock stands still."""
    table = column.class_
    logged = select(AuditEntry.record_id).where(AuditEntry.kind == table.__tablename__)
    return select(column).where(table.id == logged.order_by(AuditEntry.seq.desc()).limit(1).scalar_subquery())


def last_reason(label: str) -> Any:
    """The reason of the last batch of a use case."""
    batches = select(ChangeBatch.reason).where(ChangeBatch.label == label)
    return batches.order_by(literal_column("rowid").desc()).limit(1)


def closed(world: World) -> str:
    """Return the id of a case that was closed."""
    case = a_case(world.worker)
    note = "Zonder overleg vertrokken."
    cases.close_case(world.worker, case.id, on=DAY, closure_reason="moved", outcome="unknown", note=note)
    return case.id


def with_plan(world: World) -> Any:
    """Return the ids of a goal and of an action for it."""
    goal = GoalInput("housing", "Een kamer", actions=(ActionInput("Zoeken"),))
    plans.make_plan(world.worker, PlanInput(DAY, "Plan", world.case(), goals=(goal,)))
    with world.worker.reading() as session:
        return session.scalar(newest(tables.Goal.id)), session.scalar(newest(tables.Action.id))


def in_intake(world: World) -> str:
    """Return the id of a case that was screened."""
    asked = ScreeningInput(DAY, "intake", {"several_domains": "met"})
    return intake.screen_case(world.worker, world.case(), asked).value.id


def in_force(world: World) -> str:
    """Return the id of a plan that is in force."""
    goal = GoalInput("housing", "Een kamer", actions=(ActionInput("Zoeken"),))
    data = PlanInput(DAY, "Plan", world.case(), goals=(goal,), discussed=True)
    return plans.adopt_plan(world.worker, plans.make_plan(world.worker, data).value.id).value.id


def turning_eighteen(world: World) -> tuple[str, int]:
    """Return the id and version of a membership that is to be judged again."""
    person = a_person(world.worker, birth_date=date(2005, 11, 10))
    data = MemberInput(world.family(), person.id, "child", DAY, "Zorgen over de jongere kinderen.")
    member = families.add_member(world.worker, data).value
    return member.id, member.version


def offered(world: World) -> str:
    """Return the id of an offer of a case to a colleague."""
    data = TransferInput(world.case(), "Younes werkt goed mee.", to_name="Bart van der Meer")
    return transfers.offer_transfer(world.worker, data).value.id


def restricted(world: World) -> str:
    """Return the id of someone whose dossier is restricted."""
    person = a_person(world.worker)
    persons.set_restricted(world.worker, person.id, person.version, True, "Familie van een collega.")
    return person.id


WORDS = {
    "moving to another phase": Words(
        World.case,
        lambda w, it, text: cases.move_phase(w.worker, it, "execution", on=DAY, reason=text),
        newest(tables.PhaseChange.reason), "reason",
    ),
    "screening": Words(
        World.case,
        lambda w, it, text: intake.screen_case(
            w.worker, it, ScreeningInput(DAY, "intake", {"several_domains": "met"}, text)
        ),
        newest(tables.Case.inclusion_note), "note",
    ),
    "why a case is needed": Words(
        in_intake,
        lambda w, it, text: intake.finish_intake(
            w.worker, it, IntakeInput(DAY, "Een kamer.", "wgs", text, informed=InformedInput("letter", DAY))
        ),
        newest(tables.Case.proportionality), "proportionality",
    ),
    "closing": Words(
        World.case,
        lambda w, it, text: cases.close_case(
            w.worker, it, on=DAY, closure_reason="moved", outcome="unknown", note=text
        ),
        newest(tables.Case.closure_note), "note",
    ),
    "reopening": Words(
        closed,
        lambda w, it, text: cases.reopen_case(w.worker, it, on=DAY, reason=text),
        newest(tables.PhaseChange.reason), "reason",
    ),
    "reviewing": Words(
        World.case,
        lambda w, it, text: cases.review_case(w.worker, it, on=DAY, proportionate=True, reasoning=text),
        newest(tables.ProportionalityReview.reasoning), "reasoning",
    ),
    "restricting": Words(
        lambda w: a_person(w.worker),
        lambda w, it, text: persons.set_restricted(w.worker, it.id, it.version, True, text),
        last_reason("set_restricted"), "reason",
    ),
    "merging two persons": Words(
        lambda w: (a_person(w.worker).id, a_person(w.worker).id),
        lambda w, it, text: merging.merge(w.worker, *it, {}, text),
        newest(tables.PersonMerge.reason), "reason",
    ),
    "taking a merge apart": Words(
        lambda w: merging.merge(
            w.worker, a_person(w.worker).id, a_person(w.worker).id, {}, "Twee keer dezelfde aanmelding."
        ).value.id,
        lambda w, it, text: merging.split(w.worker, it, {}, text),
        last_reason("split_persons"), "reason",
    ),
    "opening what is restricted": Words(
        restricted,
        lambda w, it, text: dossier.open_dossier(w.worker, it, reason=text),
        newest(tables.EmergencyAccess.reason), "reason",
    ),
    "stopping a programme": Words(
        lambda w: a_programme(w.worker).id,
        lambda w, it, text: programmes.stop_programme(w.worker, it, DAY, text),
        newest(tables.Programme.stop_reason), "reason",
    ),
    "the next step to a certificate": Words(
        lambda w: programmes.open_vog(w.worker, VogInput(w.person(), "work", DAY)).value.id,
        lambda w, it, text: programmes.move_vog(w.worker, it, "applied", on=DAY, note=text),
        newest(tables.VogProcedure.note), "note",
    ),
    "not applying for a certificate": Words(
        lambda w: programmes.open_vog(w.worker, VogInput(w.person(), "work", DAY)).value.id,
        lambda w, it, text: programmes.move_vog(w.worker, it, "not_applied", on=DAY, note=text),
        newest(tables.VogProcedure.not_applied_reason), "note",
    ),
    "a basic condition": Words(
        World.case,
        lambda w, it, text: detentions.check_condition(
            w.worker, it, None, "housing", "entry", "arranged", DAY, action=text
        ),
        newest(tables.BasicConditionCheck.action), "action",
    ),
    "a goal": Words(
        with_plan,
        lambda w, it, text: plans.set_goal_status(w.worker, it[0], "met", result=text),
        newest(tables.Goal.result), "result",
    ),
    "an action": Words(
        with_plan,
        lambda w, it, text: plans.set_action_status(w.worker, it[1], "met", result=text),
        newest(tables.Action.result), "result",
    ),
    "looking back on a plan": Words(
        in_force,
        lambda w, it, text: plans.evaluate_plan(w.worker, it, text),
        newest(tables.ActionPlan.evaluation), "evaluation",
    ),
    "judging a member again": Words(
        turning_eighteen,
        lambda w, it, text: families.review_member(w.worker, *it, on=DAY, stays=True, reason=text),
        newest(tables.FamilyMember.minor_reason), "reason",
    ),
    "offering a case": Words(
        World.case,
        lambda w, it, text: transfers.offer_transfer(
            w.worker, TransferInput(it, text, to_name="Bart van der Meer")
        ),
        newest(tables.Transfer.note), "note",
    ),
    "refusing a case": Words(
        offered,
        lambda w, it, text: transfers.refuse_transfer(w.worker, it, text),
        newest(tables.Transfer.answer_note), "reason",
    ),
    "taking a case over": Words(
        offered,
        lambda w, it, text: transfers.accept_transfer(w.worker, it, with_tasks=True, note=text),
        newest(tables.Transfer.answer_note), "note",
    ),
    "a code in other words": Words(
        lambda w: "housing",
        lambda w, it, text: code_lists.rename_code(w.worker, code_lists.LIFE_DOMAIN, it, text),
        newest(tables.CodeChange.nl), "nl", line=True,
    ),
    "a step of a permit": Words(
        lambda w: registers.add_permit(w.coordinator, PermitInput("Garage Noord", DAY)).value.id,
        lambda w, it, text: registers.move_permit(w.coordinator, it, "granted", on=DAY, note=text),
        newest(tables.PermitChange.note), "note", coordinator=True,
    ),
    "the organisation": Words(
        lambda w: None,
        lambda w, it, text: settings.set_organisation(w.worker, text),
        select(tables.Setting.value).where(tables.Setting.name == "organisation"), "organisation", line=True,
    ),
}  # fmt: skip
