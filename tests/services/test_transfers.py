# SPDX-License-Identifier: EUPL-1.2
"""A case is passed on: offered with a note, then accepted, refused or withdrawn; what it counts as stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from tests.helpers.builders import a_case, a_home_visit
from tests.helpers.odd_texts import ODD

from casus.counting.extraction import Contributor, extract
from casus.domain.periods import Period
from casus.errors import InvalidForm, NotAllowed, StaleRecord
from casus.services import cases, dossier, tasks, transfers, undo
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, TaskInput
from casus.services.transfers import TransferInput
from casus.vault.tables import Appointment, Assignment, Task, Worker

TODAY = date(2023, 11, 1)
NOTE = "Younes werkt goed mee; bel moeder altijd eerst."
NEW = TransferInput("", NOTE, to_name="Bart van der Meer")


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def an_offer(desk: Desk, case_id: str) -> transfers.TransferRow:
    done = transfers.offer_transfer(desk, replace(NEW, case_id=case_id))
    return transfers.get_transfer(desk, done.value.id)


def roles(desk: Desk, case_id: str) -> set[tuple[str, str, date, date | None]]:
    with desk.reading() as session:
        rows = session.execute(
            select(Worker.name, Assignment.role, Assignment.from_on, Assignment.until_on)
            .join(Worker, Worker.id == Assignment.worker_id)
            .where(Assignment.case_id == case_id)
        )
        return {tuple(row) for row in rows}


def counted(desk: Desk) -> tuple[object, ...]:
    """What the coordinator would get of this vault."""
    period = Period(date(2023, 1, 1), date(2023, 12, 31))
    made = datetime(2023, 11, 1, tzinfo=UTC)
    with desk.reading() as session:
        who = Contributor("v" * 32, desk.role)
        return extract(session, who, period, TODAY, team_key=b"k" * 32, made_at=made).rows


def test_an_accepted_case_goes_over_today_with_its_work_and_counts_as_before(
    desk: Desk, reopen: Callable[[Desk], Desk]
) -> None:
    case = a_case(desk)
    a_home_visit(desk, case)
    mine = tasks.add_task(desk, TaskInput("Bel de school", case_id=case.id)).value
    theirs = tasks.add_task(desk, TaskInput("Stuur de papieren", owner="moeder", case_id=case.id)).value
    planned = tasks.add_appointment(
        desk, AppointmentInput("home_visit", date(2023, 11, 8), case_id=case.id)
    ).value
    before = counted(desk)
    offer = an_offer(desk, case.id)
    assert (offer.status, offer.offered_on, offer.to_name) == ("offered", TODAY, "Bart van der Meer")
    transfers.accept_transfer(desk, offer.id, with_tasks=True, version=offer.version)
    again = reopen(desk)
    assert roles(again, case.id) == {
        ("Marieke Visser", "pga_expert", date(2023, 3, 1), TODAY),
        ("Bart van der Meer", "pga_expert", TODAY, None),
    }
    with again.reading() as session:
        assert session.get_one(Task, mine.id).worker_id == offer.to_worker_id
        assert session.get_one(Task, theirs.id).worker_id is None
        assert session.get_one(Appointment, planned.id).worker_id == offer.to_worker_id
    assert counted(again) == before
    assert dossier.open_dossier(again, case.id).header.lead == "Bart van der Meer"
    assert transfers.open_transfers(again) == []


def test_acceptance_is_taken_back_in_one_go_and_the_offer_stands_again(desk: Desk) -> None:
    case = a_case(desk)
    task = tasks.add_task(desk, TaskInput("Bel de school", case_id=case.id)).value
    offer = an_offer(desk, case.id)
    before = roles(desk, case.id)
    transfers.accept_transfer(desk, offer.id, with_tasks=True)
    step = undo.steps(desk).undo
    assert step is not None
    undo.undo(desk, step.batch_id)
    assert roles(desk, case.id) == before
    found = transfers.open_transfer_of(desk, case.id)
    assert found is not None
    assert found.status == "offered"
    with desk.reading() as session:
        assert session.get_one(Task, task.id).worker_id == desk.worker_id


def test_the_open_work_stays_when_that_was_chosen(desk: Desk) -> None:
    case = a_case(desk)
    task = tasks.add_task(desk, TaskInput("Bel de school", case_id=case.id)).value
    transfers.accept_transfer(desk, an_offer(desk, case.id).id, with_tasks=False)
    with desk.reading() as session:
        assert session.get_one(Task, task.id).worker_id == desk.worker_id


def test_a_refusal_says_why_and_leaves_the_case_where_it_is(desk: Desk) -> None:
    case = a_case(desk)
    offer, before = an_offer(desk, case.id), roles(desk, case.id)
    for reason, rule in (("", "required"), ("nee", "reason_too_short")):
        with pytest.raises(InvalidForm) as caught:
            transfers.refuse_transfer(desk, offer.id, reason)
        assert errors_of(caught.value) == {"reason": rule}
    transfers.refuse_transfer(desk, offer.id, "Mijn caseload is vol tot januari.")
    assert roles(desk, case.id) == before
    refused = transfers.get_transfer(desk, offer.id)
    assert (refused.status, refused.answered_on) == ("refused", TODAY)
    assert refused.answer_note == "Mijn caseload is vol tot januari."


def test_what_was_answered_cannot_be_answered_again(desk: Desk) -> None:
    case = a_case(desk)
    offer = an_offer(desk, case.id)
    transfers.withdraw_transfer(desk, offer.id, offer.version)
    with pytest.raises(StaleRecord):
        transfers.withdraw_transfer(desk, offer.id, offer.version)
    acts = (
        lambda: transfers.withdraw_transfer(desk, offer.id),
        lambda: transfers.refuse_transfer(desk, offer.id, "Mijn caseload is vol."),
        lambda: transfers.accept_transfer(desk, offer.id, with_tasks=True),
    )
    for act in acts:
        with pytest.raises(NotAllowed) as caught:
            act()
        assert caught.value.rule == "transfer_answered"
    assert an_offer(desk, case.id).status == "offered"  # a new offer may follow


def test_an_offer_that_cannot_be_is_refused_at_its_field(desk: Desk) -> None:
    case = a_case(desk)
    wrong = {
        "to_worker_id": "required",
        "note": "required",
    }
    for given, expected in (
        (TransferInput(case.id, " "), wrong),
        (TransferInput(case.id, NOTE, to_worker_id=desk.worker_id), {"to_worker_id": "same_worker"}),
        (TransferInput(case.id, NOTE, to_name="Marieke Visser"), {"to_worker_id": "same_worker"}),
        (TransferInput(case.id, NOTE, to_worker_id="f" * 32), {"to_worker_id": "unknown_record"}),
        (TransferInput(case.id, "kort", to_name="Bart"), {"note": "reason_too_short"}),
    ):
        with pytest.raises(InvalidForm) as caught:
            transfers.offer_transfer(desk, given)
        assert errors_of(caught.value) == expected
    with desk.reading() as session:
        assert session.scalars(select(Worker.name)).all() == ["Marieke Visser"]
    an_offer(desk, case.id)
    with pytest.raises(InvalidForm) as caught:
        transfers.offer_transfer(desk, TransferInput(case.id, NOTE, to_name="Nog Iemand"))
    assert errors_of(caught.value) == {"to_worker_id": "transfer_open"}


def test_a_closed_case_is_not_offered_and_closing_withdraws_the_offer(desk: Desk) -> None:
    case = a_case(desk)
    offer = an_offer(desk, case.id)
    cases.move_phase(desk, case.id, "referred", on=TODAY, reason="Hoort bij het buurtteam.")
    assert transfers.get_transfer(desk, offer.id).status == "withdrawn"
    with pytest.raises(NotAllowed) as caught:
        an_offer(desk, case.id)
    assert caught.value.rule == "case_closed"


def test_any_text_is_kept_as_documented_or_refused_at_its_field(desk: Desk) -> None:
    case = a_case(desk)
    for label, odd in ODD.items():
        outcome = ""
        try:
            given = TransferInput(case.id, odd.typed, to_name="Bart")
            made = transfers.offer_transfer(desk, given).value
        except InvalidForm as form:
            outcome = "<" + errors_of(form)["note"] + ">"
        else:
            outcome = made.note
            transfers.withdraw_transfer(desk, made.id)
        short = not odd.text.startswith("<") and len(" ".join(odd.text.split())) < 10
        assert outcome == ("<reason_too_short>" if short else odd.text), label
