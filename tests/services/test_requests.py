# SPDX-License-Identifier: EUPL-1.2
"""Requests of persons about their data: the term, who may ask, what an answer must hold, and the task beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.builders import a_person

from casus.domain.request_terms import Term, check_decision
from casus.errors import InvalidForm, InvalidInput, NotAllowed, StaleRecord
from casus.services import requests
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput
from casus.vault.tables import Task

TODAY = date(2023, 11, 1)
WHY = "Er staan gegevens van anderen in die niet los te maken zijn."
days = st.dates(date(1950, 1, 1), date(2090, 1, 1))


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


@given(days)
def test_the_term_ends_on_the_same_day_of_a_month_or_on_its_last(received: date) -> None:
    for term, months in ((Term(received), 1), (Term(received, received), 3)):
        month = received.year * 12 + received.month - 1 + months
        assert term.due_on.year * 12 + term.due_on.month - 1 == month
        last_day = (term.due_on + timedelta(days=1)).month != term.due_on.month
        assert term.due_on.day == received.day or (last_day and term.due_on.day < received.day)


@pytest.mark.parametrize(
    ("received", "first", "extended"),
    [
        (date(2024, 1, 31), date(2024, 2, 29), date(2024, 4, 30)),
        (date(2023, 1, 31), date(2023, 2, 28), date(2023, 4, 30)),
        (date(2024, 2, 29), date(2024, 3, 29), date(2024, 5, 29)),
        (date(2023, 11, 30), date(2023, 12, 30), date(2024, 2, 29)),
        (date(2023, 8, 31), date(2023, 9, 30), date(2023, 11, 30)),
    ],
)
def test_month_ends_and_leap_days(received: date, first: date, extended: date) -> None:
    assert (Term(received).due_on, Term(received, received).due_on) == (first, extended)


@given(days, st.integers(-40, 120))
def test_an_extension_counts_only_when_the_person_hears_it_in_the_first_month(
    received: date, after: int
) -> None:
    told, term = received + timedelta(days=after), Term(received)
    if received <= told <= term.due_on:
        longer = term.extended(told, WHY)
        assert longer.due_on > term.due_on
        with pytest.raises(NotAllowed):
            longer.extended(told, WHY)
    else:
        with pytest.raises(InvalidInput) as caught:
            term.extended(told, WHY)
        assert caught.value.rule == ("before_step" if after < 0 else "after_term")


@given(st.sampled_from(["granted", "partly", "denied"]), st.sampled_from(["", "nee", WHY]), st.booleans())
def test_a_refusal_is_reasoned_and_names_complaint_and_objection(
    decision: str, reasoning: str, told: bool
) -> None:
    if decision == "granted" or (reasoning == WHY and told):
        check_decision(decision, reasoning, remedies_told=told)
        return
    with pytest.raises(InvalidInput) as caught:
        check_decision(decision, reasoning, remedies_told=told)
    assert caught.value.field == ("remedies_told" if reasoning == WHY else "reasoning")


def reminder(desk: Desk, request_id: str) -> tuple[date | None, str]:
    with desk.reading() as session:
        task = session.get(Task, requests.get_request(desk, request_id).task_id)
        assert task is not None
        return task.due_on, task.status


def refused(call: Callable[[], Any]) -> str:
    with pytest.raises(NotAllowed) as caught:
        call()
    return caught.value.rule


def test_a_request_goes_through_its_steps_in_order(desk: Desk, reopen: Callable[[Desk], Desk]) -> None:
    person = a_person(desk)
    data = AccessRequestInput(person.id, "access", date(2023, 10, 3), statement="Wat staat er over mij?")
    asked = requests.receive_access_request(desk, data).value
    assert reminder(desk, asked.id) == (date(2023, 11, 3), "open")
    sent = requests.AnswerSentInput(TODAY, "shown")
    assert refused(lambda: requests.send_answer(desk, asked.id, sent)) == "request_undecided"
    with pytest.raises(InvalidForm) as caught:
        requests.extend_request(desk, asked.id, requests.ExtensionInput(date(2023, 11, 2), "kort"))
    assert errors_of(caught.value) == {"told_on": "future", "reason": "reason_too_short"}
    longer = requests.ExtensionInput(TODAY, "Er zijn tweehonderd verslagen na te lopen.")
    requests.extend_request(desk, asked.id, longer)
    assert reminder(desk, asked.id) == (date(2024, 1, 3), "open")
    assert refused(lambda: requests.extend_request(desk, asked.id, longer)) == "extended_already"

    bad = requests.RequestDecisionInput("partly", date(2023, 10, 2))
    with pytest.raises(InvalidForm) as form:
        requests.decide_request(desk, asked.id, bad)
    assert errors_of(form.value) == {"on": "before_step", "reasoning": "required"}
    requests.decide_request(desk, asked.id, requests.RequestDecisionInput("partly", TODAY, WHY, True))
    assert refused(lambda: requests.send_answer(desk, asked.id, sent)) == "identity_unchecked"
    with pytest.raises(StaleRecord):
        requests.check_identity(
            desk, asked.id, requests.IdentityInput(TODAY, "document"), version=asked.version
        )
    requests.check_identity(desk, asked.id, requests.IdentityInput(TODAY, "document"))
    requests.send_answer(desk, asked.id, sent)
    again = reopen(desk)
    assert reminder(again, asked.id)[1] == "done"
    kept = requests.get_request(again, asked.id)
    assert (kept.decision, kept.sent_on, kept.sent_how, kept.statement) == (
        "partly",
        TODAY,
        "shown",
        "Wat staat er over mij?",
    )
    assert (
        refused(lambda: requests.decide_request(again, asked.id, replace(bad, on=TODAY))) == "request_closed"
    )
    assert requests.access_requests(again, open_only=True) == []
    with again.reading() as session:
        assert requests.open_requests(session, [person.id]) == []


def test_who_may_ask_and_when(desk: Desk) -> None:
    child = a_person(desk, birth_date=TODAY.replace(year=2007) + timedelta(days=1))
    parent = a_person(desk, given_name="Fatima")
    for data, wrong in (
        (AccessRequestInput(child.id, "access", TODAY), {"via_representative": "representative_required"}),
        (
            AccessRequestInput(child.id, "access", TODAY, True, "Mr. De Wit", "mandated"),
            {"via_representative": "representative_required"},
        ),
        (AccessRequestInput(child.id, "access", TODAY, True), {"requester": "required"}),
        (
            AccessRequestInput(parent.id, "opvragen", TODAY + timedelta(days=1)),
            {"kind": "unknown_code", "received_on": "future"},
        ),
    ):
        with pytest.raises(InvalidForm) as caught:
            requests.receive_access_request(desk, data)
        assert errors_of(caught.value) == wrong
    sixteen = a_person(desk, birth_date=TODAY.replace(year=2007))
    requests.receive_access_request(desk, AccessRequestInput(sixteen.id, "access", TODAY))
    lawyer = AccessRequestInput(parent.id, "access", TODAY, True, "Mr. De Wit", "mandated")
    asked = requests.receive_access_request(desk, lawyer).value
    seen = requests.IdentityInput(TODAY, "document")
    with pytest.raises(InvalidForm) as form:
        requests.check_identity(desk, asked.id, seen)
    assert errors_of(form.value) == {"mandate_seen": "mandate_required"}
    requests.check_identity(desk, asked.id, replace(seen, mandate_seen=True))


def test_a_request_withdrawn_or_refused_for_want_of_identity(desk: Desk) -> None:
    person = a_person(desk)
    data = AccessRequestInput(person.id, "access", TODAY)
    gone = requests.receive_access_request(desk, data).value
    requests.withdraw_request(desk, gone.id, requests.WithdrawalInput(TODAY, "Hoeft niet meer."))
    assert reminder(desk, gone.id)[1] == "cancelled"
    unknown = requests.receive_access_request(desk, data).value
    denial = requests.RequestDecisionInput("denied", TODAY, "Niet vast te stellen wie het vraagt.", True)
    requests.decide_request(desk, unknown.id, denial)
    with desk.reading() as session:
        assert [one.id for one in requests.open_requests(session, [person.id])] == [unknown.id]
    requests.send_answer(desk, unknown.id, requests.AnswerSentInput(TODAY, "letter"))
    assert requests.access_requests(desk, person_id=person.id, open_only=True) == []
