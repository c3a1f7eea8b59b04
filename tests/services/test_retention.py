# SPDX-License-Identifier: EUPL-1.2
"""How long a case is kept follows from everything it depends on, whatever happens to it and in any order."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.builders import a_case, a_contact, a_family, a_person
from tests.helpers.vaults import shared_desks

from casus.domain.clock import FixedClock
from casus.domain.policy import NO_POLICY, Policy
from casus.domain.retention import RetentionTerm, StartEvent
from casus.errors import CasusError, InvalidForm, NotAllowed
from casus.services import cases, contact_changes, persons, retention, undo
from casus.services.desk import Desk
from casus.services.records import Case
from casus.services.retention.terms import differing

TODAY, CLOSED = date(2023, 11, 1), date(2023, 10, 1)
WHY = "De rechtbank heeft het dossier opgevraagd."
ENDS = {"closure_reason": "moved", "outcome": "stable", "note": "Met alle partners besproken."}
LATE = Policy(
    term=RetentionTerm(2, confirmed=True),
    terms=MappingProxyType(
        {
            "top_x": RetentionTerm(1, StartEvent.LAST_CONTACT, confirmed=True),
            "rio": RetentionTerm(3, StartEvent.FIRST_PROCESSING),
        }
    ),
    retention_extension_max_months=6,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with shared_desks(tmp_path_factory.mktemp("terms"), "pga_expert") as (desk,):
        yield desk


@pytest.fixture
def desk(shared: Desk) -> Iterator[Desk]:
    """The shared desk, on 1 November 2023 and without a policy."""
    assert isinstance(shared.clock, FixedClock)
    yield shared
    shared.in_force.now = NO_POLICY
    at(shared, TODAY)


def at(desk: Desk, day: date) -> None:
    """Let it be this day."""
    assert isinstance(desk.clock, FixedClock)
    desk.clock.moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def a_closed_case(desk: Desk, **changes: object) -> Case:
    case = a_case(desk, **changes)
    return cases.close_case(desk, case.id, on=CLOSED, **ENDS).value


def until(desk: Desk, case_id: str) -> date | None:
    return cases.get_case(desk, case_id).retain_until


def fields(refused: pytest.ExceptionInfo[InvalidForm]) -> dict[str, str]:
    return {error.field: error.rule for error in refused.value.errors}


def state(desk: Desk, case_id: str) -> object:
    (row,) = retention.RetentionList(desk).rows([case_id])
    return row["state"]


def test_the_term_of_the_approach_counts_from_its_own_event_and_a_new_policy_reaches_every_case(
    desk: Desk,
) -> None:
    case, other = a_closed_case(desk), a_closed_case(desk, approach="local_pga")
    assert until(desk, case.id) == until(desk, other.id) == date(2028, 10, 1)
    assert not retention.retention_facts(desk, case.id).term.confirmed
    desk.in_force.now = LATE
    assert retention.settle_terms(desk).value >= 2
    assert until(desk, other.id) == date(2025, 10, 1)
    assert until(desk, case.id) == date(2024, 3, 1)  # no contact: from the opening
    contact = a_contact(desk, "telephone", case, on=date(2023, 9, 28))
    assert until(desk, case.id) == date(2024, 9, 28)
    contact_changes.delete_contact(desk, contact.id, contact.version)
    assert until(desk, case.id) == date(2024, 3, 1)
    facts = retention.retention_facts(desk, case.id)
    assert (facts.term, facts.begins, facts.open) == (LATE.terms["top_x"], date(2023, 3, 1), False)
    assert retention.settle_terms(desk).value == 0


def test_a_hold_stops_the_term_and_reopening_does_and_both_are_kept_and_undone(desk: Desk) -> None:
    case = a_closed_case(desk)
    held = retention.hold_case(desk, case.id, WHY, on=TODAY)
    assert held.changes.touches("cases", "retention_decisions")
    assert (until(desk, case.id), state(desk, case.id)) == (None, "held")
    with pytest.raises(NotAllowed, match="held_already"):
        retention.hold_case(desk, case.id, WHY, on=TODAY)
    with pytest.raises(NotAllowed, match="held_already"):
        retention.extend_term(desk, case.id, date(2029, 1, 1), WHY)
    retention.lift_hold(desk, case.id, "De rechtbank is klaar.", on=TODAY)
    assert until(desk, case.id) == date(2028, 10, 1)
    with pytest.raises(NotAllowed, match="not_held"):
        retention.lift_hold(desk, case.id, WHY, on=TODAY)
    _undo(desk, "undo")
    assert until(desk, case.id) is None
    _undo(desk, "redo")
    assert until(desk, case.id) == date(2028, 10, 1)
    retention.extend_term(desk, case.id, date(2029, 9, 30), WHY)
    cases.reopen_case(desk, case.id, on=TODAY, reason="Terug bij af na een terugval.")
    facts = retention.retention_facts(desk, case.id)
    assert (facts.open, facts.until, facts.extended_until) == (True, None, None)
    assert {one.kind for one in facts.decisions} == {"extended", "lifted", "held"}
    assert {one.on for one in facts.decisions} == {TODAY}
    assert {one.worker for one in facts.decisions} == {"Marieke Visser"}
    with pytest.raises(NotAllowed, match="still_open"):
        retention.extend_term(desk, case.id, date(2029, 1, 1), WHY)
    cases.move_phase(desk, case.id, "monitoring", on=TODAY, reason="Terug bij af na een terugval.")
    cases.close_case(desk, case.id, on=TODAY, **ENDS)
    assert until(desk, case.id) == date(2028, 11, 1)


def _undo(desk: Desk, way: str) -> None:
    step = getattr(undo.steps(desk), way)
    if step.code != "open_case":
        undo.undo(desk, step.batch_id)


def test_an_undone_closing_and_a_term_changed_since_do_not_stand_in_each_others_way(desk: Desk) -> None:
    case = a_case(desk)
    cases.close_case(desk, case.id, on=CLOSED, **ENDS)
    closing = undo.steps(desk).undo
    assert closing is not None
    desk.in_force.now = LATE
    retention.settle_terms(desk)
    undo.undo(desk, closing.batch_id)
    assert until(desk, case.id) is None
    assert cases.get_case(desk, case.id).closed_on is None


def test_an_extension_is_refused_in_one_go_when_it_says_too_little_or_reaches_too_far(desk: Desk) -> None:
    desk.in_force.now = LATE
    case = a_closed_case(desk, approach="local_pga")
    for wanted, rule in (
        (None, "required"),
        (date(1900, 1, 1), "past"),
        (date(2025, 10, 1), "no_extension"),
        (date(2026, 4, 2), "extension_too_long"),
        (date(9999, 12, 31), "date"),
    ):
        with pytest.raises(InvalidForm) as refused:
            retention.extend_term(desk, case.id, wanted, "kort")
        assert fields(refused) == {"until_on": rule, "reason": "reason_too_short"}
    assert retention.retention_facts(desk, case.id).decisions == ()
    retention.extend_term(desk, case.id, date(2026, 4, 1), WHY)
    assert until(desk, case.id) == date(2026, 4, 1)
    with pytest.raises(InvalidForm) as refused:
        retention.hold_case(desk, case.id, "", on=date(2023, 11, 2))
    assert fields(refused) == {"on": "future", "reason": "required"}


def test_the_list_shows_each_closed_case_in_one_state_and_its_number_counts_what_it_finds(
    desk: Desk,
) -> None:
    case, shut = a_closed_case(desk), a_person(desk, surname="Verborgen")
    hidden = cases.close_case(desk, a_case(desk, shut).id, on=CLOSED, **ENDS).value
    persons.set_restricted(desk, shut.id, shut.version, True, WHY)
    records = retention.RetentionList(desk)
    for day, expected in (
        (date(2023, 11, 1), "running"),
        (date(2028, 8, 1), "soon"),
        (date(2028, 10, 1), "soon"),
        (date(2028, 10, 2), "due"),
    ):
        at(desk, day)
        assert state(desk, case.id) == expected
        counts = records.counts()
        for code, number in counts.items():
            assert len(records.ids(chips={"state": frozenset({code})})) == number
        assert case.id in records.ids(chips={"state": frozenset({expected})})
    (row,) = records.rows([hidden.id])
    assert shut.surname not in row.title + row.subtitle
    assert (row["state"], row["until"], row["approach"]) == ("due", date(2028, 10, 1), None)
    assert hidden.id not in records.ids("verborgen")
    for key in ("name", "approach", "term", "begins", "until", "state"):
        assert set(records.ids(sort=key)) == set(records.ids())
    retention.extend_term(desk, case.id, date(2029, 1, 20), WHY)
    assert state(desk, case.id) == "extended"


def test_a_family_is_kept_as_long_as_the_longest_of_its_cases(desk: Desk) -> None:
    family = a_family(desk)
    first = a_case(desk, family_id=family.id)
    second = a_case(desk, a_person(desk, given_name="Samira"), family_id=family.id, approach="local_pga")
    cases.close_case(desk, first.id, on=CLOSED, **ENDS)
    shown = retention.retention_facts(desk, first.id).family
    assert shown is not None
    assert (shown.name, shown.until) == (family.name, None)
    cases.close_case(desk, second.id, on=TODAY, **ENDS)
    shown = retention.retention_facts(desk, first.id).family
    assert shown is not None
    assert shown.until == until(desk, second.id) == date(2028, 11, 1)


STEPS = st.lists(
    st.sampled_from(["close", "reopen", "hold", "lift", "extend", "contact", "policy", "none", "undo"]),
    max_size=12,
)


@given(STEPS)
@settings(max_examples=15)
def test_after_any_sequence_no_case_has_another_last_day_than_follows(shared: Desk, steps: list[str]) -> None:
    desk, case = shared, a_case(shared)
    for step in steps:
        try:
            _take(desk, case, step)
        except CasusError:
            continue
        finally:
            with desk.reading() as session:
                assert case.id not in differing(session, desk.policy)
    one = cases.get_case(desk, case.id)
    assert (one.retain_until is None) == (one.closed_on is None or one.legal_hold)
    desk.in_force.now = NO_POLICY
    retention.settle_terms(desk)


def _take(desk: Desk, case: Case, step: str) -> None:
    match step:
        case "close":
            cases.close_case(desk, case.id, on=TODAY, **ENDS)
        case "reopen":
            cases.reopen_case(desk, case.id, on=TODAY, reason="Terug bij af na een terugval.")
            cases.move_phase(desk, case.id, "execution", on=TODAY, reason="Terug bij af na een terugval.")
        case "hold":
            retention.hold_case(desk, case.id, WHY, on=TODAY)
        case "lift":
            retention.lift_hold(desk, case.id, WHY, on=TODAY)
        case "extend":
            facts = retention.retention_facts(desk, case.id)
            retention.extend_term(desk, case.id, facts.latest, WHY)
        case "contact":
            a_contact(desk, "telephone", case)
        case "undo":
            _undo(desk, "undo")
        case _:
            desk.in_force.now = LATE if step == "policy" else NO_POLICY
            retention.settle_terms(desk)
