# SPDX-License-Identifier: EUPL-1.2
"""Screening by the criteria, one by one, and the intake that follows: each one step, undone as one."""

from collections.abc import Iterable, Mapping

from casus.domain.codelists import codelist
from casus.domain.phases import Phase, check_reason
from casus.services.case_phases import Move, carry_out
from casus.services.cases import check_person, open_case_of
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.indexing import index_case
from casus.services.informing import apply_informed, clean_informed
from casus.services.intake_inputs import IntakeInput, ScreeningInput
from casus.vault.tables import Case

MET, NOT_MET, UNKNOWN = "met", "not_met", "unknown"
DECISIONS = (Phase.INTAKE, Phase.REJECTED, Phase.REFERRED)
_KINDS = ("cases", "phase_changes", "tasks", "appointments", "assignments")
_HEADS = ((MET, "Voldoet"), (NOT_MET, "Voldoet niet"), (UNKNOWN, "Onbekend"))
"""How the record of a screening begins each part; it is read as a text in the history, in Dutch as its labels."""


def screen_case(desk: Desk, case_id: str, data: ScreeningInput, *, version: int | None = None) -> Done[Case]:
    """Judge the criteria and let the case go on to intake, or leave as rejected or referred.

    The criteria that are met become the reasons of inclusion; the whole judgement stands in the history of the
    phases. A case that was only registered passes through screening on the same day. Going on needs a criterion that is
    met, a minor words in `note`; an exit a reason. Raises InvalidForm, NotFound, StaleRecord, NotAllowed
    ("case_closed", "phase_move").
    """
    check = FormCheck()
    note, reason = check.text("note", data.note), check.text("reason", data.reason)
    met = _judged(check, data.criteria, note, accepted=data.decision == Phase.INTAKE)
    if data.decision not in DECISIONS:
        check.refuse("decision", "required_choice")
    elif data.decision != Phase.INTAKE:
        check.rule(lambda: check_reason("reason", reason or ""))
    check.day("on", data.on, today=desk.today())
    with desk.changing(label="screen_case") as session:
        case = open_case_of(session, case_id)
        fetch(session, Case, case_id, version)
        if data.decision == Phase.INTAKE:
            check_person(session, check, case, note, desk.policy.inclusion, {"minor_reason": "note"})
        if data.on < case.phase_since:
            check.refuse("on", "before_phase", since=case.phase_since)
        check.finish()
        if met:
            case.inclusion_reasons = met
        case.inclusion_note = note or case.inclusion_note
        if case.phase == Phase.REGISTERED:
            carry_out(session, desk, case, Move(Phase.SCREENING, data.on))
        words = _record(data.criteria, note, reason)
        carry_out(session, desk, case, Move(Phase(data.decision), data.on, words, note=reason))
        index_case(session, case)
    return Done(case, Changes.of(_KINDS, case_id, case.person_id))


def finish_intake(desk: Desk, case_id: str, data: IntakeInput, *, version: int | None = None) -> Done[Case]:
    """Record the intake and let the case go on to its plan.

    What the person wants and who is involved stand in the history of the phases. Raises InvalidForm, NotFound,
    StaleRecord, NotAllowed ("case_closed", "phase_move").
    """
    check = FormCheck()
    wants = check.needed_text("wants", data.wants)
    involved = [check.needed_line("involved", name) for name in data.involved]
    basis = check.code("legal_basis", "legal_basis", data.legal_basis)
    needed = check.needed_text("proportionality", data.proportionality)
    informed = clean_informed(check, desk, data.informed)
    check.day("on", data.on, today=desk.today())
    with desk.changing(label="finish_intake") as session:
        case = open_case_of(session, case_id)
        fetch(session, Case, case_id, version)
        if data.on < case.phase_since:
            check.refuse("on", "before_phase", since=case.phase_since)
        check.finish()
        case.legal_basis, case.proportionality = basis, needed
        apply_informed(session, desk, case, data.informed, informed)
        carry_out(session, desk, case, Move(Phase.PLANNING, data.on, _intake_record(wants, involved)))
    return Done(case, Changes.of(_KINDS, case_id, case.person_id))


def _judged(check: FormCheck, criteria: Mapping[str, str], note: str | None, *, accepted: bool) -> list[str]:
    """Return the criteria that are met."""
    for code, judgement in criteria.items():
        check.code("criteria", "inclusion_reason", code)
        if judgement not in (MET, NOT_MET, UNKNOWN):
            check.refuse("criteria", "required_choice")
    met = [code for code in codelist("inclusion_reason").values if criteria.get(code) == MET]
    if accepted and not met:
        check.refuse("criteria", "none_met")
    for code in met:
        check.explained("note", "inclusion_reason", code, note)
    return met


def _record(criteria: Mapping[str, str], note: str | None, reason: str | None) -> str:
    """Return the judgement in words, a line per part."""
    labels = codelist("inclusion_reason")
    parts = [
        f"{head}: {'; '.join(named)}."
        for judgement, head in _HEADS
        if (named := [labels.label(code) for code in labels.values if criteria.get(code) == judgement])
    ]
    return "\n".join(part for part in (*parts, note, reason) if part)


def _intake_record(wants: str, involved: Iterable[str]) -> str:
    names = ", ".join(dict.fromkeys(involved))
    lines = (f"Wat de persoon wil: {wants}", f"Betrokken: {names}." if names else "")
    return "\n".join(line for line in lines if line)
