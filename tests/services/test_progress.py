# SPDX-License-Identifier: EUPL-1.2
"""Forward, same and back: the query over the caseload says what the dossiers say, one by one."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import product

import pytest
from sqlalchemy import literal, select
from sqlalchemy.orm import Session
from tests.demo.test_generate import filled
from tests.helpers.builders import A_CASE, a_case

from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.domain.progress import Direction, direction
from casus.errors import UndoRefused
from casus.services import cases, code_lists, contributions, plans, team, undo
from casus.services.desk import Desk
from casus.services.inputs import AssessmentInput, GoalInput, PlanInput, ScoreInput
from casus.services.progress import caseload_progress
from casus.vault.progress_queries import progress_between
from casus.vault.queries import case_open
from casus.vault.tables import Case

LIST = code_lists.LIFE_DOMAIN
TODAY = date(2023, 11, 1)


def test_the_query_and_the_screen_share_one_definition(desk: Desk) -> None:
    scores = codelist("domain_score").values
    with desk.reading() as session:
        for before, after in product(scores, scores):
            said = session.scalar(select(progress_between(literal(before), literal(after))))
            assert said == direction(before, after)


def test_the_caseload_counts_what_each_dossier_shows(make_desk: Callable[..., Desk]) -> None:
    desk = filled(make_desk(), 30)
    ways: dict[str, Counter[Direction]] = {domain: Counter() for domain in codelist(LIST).values}
    with desk.reading() as session:
        for case_id in leading_cases(session):
            measured = plans.assessments_of(session, case_id)
            if len(measured) > 1:
                for domain, counted in ways.items():
                    pair = (one.scores[domain].score for one in (measured[0], measured[-1]))
                    counted[direction(*pair)] += 1
    found = caseload_progress(desk)
    assert found.compared > 3
    assert {
        one.life_domain: (one.forward, one.same, one.back, one.not_comparable) for one in found.domains
    } == {domain: tuple(counted[way] for way in Direction) for domain, counted in ways.items()}


def leading_cases(session: Session) -> list[str]:
    """Return, per person with a running case, the one that was measured last."""
    newest: dict[str, tuple[tuple[date, datetime, str], str]] = {}
    for case in session.scalars(select(Case).where(case_open())):
        for one in plans.assessments_of(session, case.id):
            at = (one.record.on, one.record.created_at, one.record.id)
            newest[case.person_id] = max(newest.get(case.person_id, (at, case.id)), (at, case.id))
    return [case_id for _at, case_id in newest.values()]


def test_a_person_counts_once_and_only_while_a_case_runs(desk: Desk) -> None:
    assert caseload_progress(desk).domains[0].forward == 0
    first = a_case(desk)
    again = replace(A_CASE, person_id=first.person_id, approach="local_pga")
    other = cases.open_case(desk, again).value
    for case, later in ((first, "s5"), (other, "s1")):
        measure(desk, case, "baseline", "s3", date(2023, 4, 1))
        measure(desk, case, "interim", later, date(2023, 9, 1) if case is first else TODAY)
    found = caseload_progress(desk)
    assert (found.compared, found.once, found.never) == (1, 0, 0)
    assert {(one.forward, one.same, one.back) for one in found.domains} == {(0, 0, 1)}
    for case in (first, other):
        cases.move_phase(desk, case.id, "referred", on=TODAY, reason="Hoort bij het buurtteam.")
    assert caseload_progress(desk).compared == 0


def measure(desk: Desk, case: Case, kind: str, score: str, on: date) -> None:
    scores = dict.fromkeys(codelist(LIST).values, ScoreInput(score))
    plans.assess(desk, AssessmentInput(case.id, on, kind, scores))


def test_own_and_hidden_domains_are_measured_shown_and_never_break_counting(
    desk: Desk, reopen: Callable[[Desk], Desk]
) -> None:
    case = a_case(desk)
    measure(desk, case, "baseline", "s2", date(2023, 4, 1))
    own = code_lists.add_code(desk, LIST, "Geloof").value.code
    code_lists.hide_code(desk, LIST, "justice")
    measure(desk, case, "interim", "s4", TODAY)
    plans.make_plan(desk, PlanInput(TODAY, "Plan", case.id, goals=(GoalInput(own, "Naar de moskee"),)))
    desk = reopen(desk)
    assert own in codelist(LIST)
    assert "justice" not in codelist(LIST)
    with desk.reading() as session:
        first, latest = plans.assessments_of(session, case.id)
    assert ("justice" in first.scores, "justice" in latest.scores, own in latest.scores) == (
        True,
        False,
        True,
    )
    ways = {one.life_domain: (one.forward, one.not_comparable) for one in caseload_progress(desk).domains}
    assert (ways["housing"], ways[own]) == ((1, 0), (0, 1))
    assert "justice" not in ways
    team.join(desk, team.new_key())
    made = contributions.contribute(desk, Period(date(2023, 1, 1), date(2023, 12, 31)), TODAY)
    assert own not in made.to_bytes().decode()


def test_changes_of_a_list_are_undone_unless_something_was_recorded_with_them(desk: Desk) -> None:
    own = code_lists.add_code(desk, LIST, "Geloof")
    added = undo.steps(desk).undo
    assert added is not None
    case = a_case(desk)
    data = AssessmentInput(case.id, TODAY, "baseline", {own.value.code: ScoreInput("s3")}, rest_unknown=True)
    plans.assess(desk, data)
    with pytest.raises(UndoRefused):
        undo.undo(desk, added.batch_id)
    code_lists.rename_code(desk, LIST, "housing", "Wonen")
    assert codelist(LIST).label("housing", "en") == "Wonen"
    undo.undo(desk, undo.steps(desk).undo.batch_id)  # type: ignore[union-attr]
    assert codelist(LIST).label("housing") == "Huisvesting"
