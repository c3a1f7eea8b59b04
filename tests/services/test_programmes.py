# SPDX-License-Identifier: EUPL-1.2
"""Programmes and the VOG: registered is not started, and every step can be seen afterwards."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.helpers.builders import a_case, a_partner, a_person, a_programme

from casus.errors import InvalidForm, NotAllowed, NotFound, StaleRecord
from casus.services import dossier, programmes
from casus.services.desk import Desk
from casus.services.inputs import ProgrammeInput, VogInput

Reopen = Callable[[Desk], Desk]
TODAY = date(2023, 11, 1)


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def test_a_programme_goes_from_registered_to_finished_and_shows_in_the_timeline(
    desk: Desk, reopen: Reopen
) -> None:
    person = a_person(desk)
    made = a_programme(desk, person, provider_id=a_partner(desk, "Werkplaats", "provider").id)
    assert (made.status, made.started_on) == ("registered", None)
    started = programmes.start_programme(desk, made.id, date(2023, 7, 1)).value
    assert started.status == "started"
    programmes.finish_programme(desk, made.id, TODAY, "job")
    again = reopen(desk)
    kept = programmes.get_programme(again, made.id)
    assert (kept.status, kept.started_on, kept.ended_on, kept.outcome) == (
        "finished",
        date(2023, 7, 1),
        TODAY,
        "job",
    )
    items = [item for item in dossier.open_dossier(again, person.id).timeline if item.kind == "programme"]
    assert [(item.on, item.codes["programme_status"]) for item in items] == [
        (TODAY, "finished"), (date(2023, 7, 1), "started"), (date(2023, 6, 1), "registered"),
    ]  # fmt: skip
    assert items[0].codes["programme_outcome"] == "job"
    assert {item.place for item in items} == {"Werkplaats"}


def test_a_programme_may_start_with_its_registration_or_wait(desk: Desk) -> None:
    assert a_programme(desk, started_on=date(2023, 6, 15)).status == "started"
    waiting = a_programme(desk, waiting=True)
    assert waiting.status == "waiting"
    assert programmes.start_programme(desk, waiting.id, TODAY).value.status == "started"


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"registered_on": date(2023, 11, 2)}, {"registered_on": "future"}),
        ({"started_on": date(2023, 5, 1)}, {"started_on": "before_step"}),
        ({"intake_on": date(2023, 5, 1)}, {"intake_on": "before_step"}),
        ({"hours_per_week": 0}, {"hours_per_week": "number"}),
        ({"kind": "vissen"}, {"kind": "unknown_code"}),
        ({"provider_id": "f" * 32}, {"provider_id": "unknown_record"}),
    ],
)
def test_a_programme_that_cannot_be_is_refused(
    desk: Desk, changes: dict[str, object], errors: dict[str, str]
) -> None:
    with pytest.raises(InvalidForm) as caught:
        a_programme(desk, **changes)
    assert errors_of(caught.value) == errors
    assert programmes.ProgrammeList(desk).total() == 0


def test_steps_out_of_order_are_refused(desk: Desk) -> None:
    made = a_programme(desk)
    with pytest.raises(NotAllowed) as caught:
        programmes.finish_programme(desk, made.id, TODAY, "job")
    assert (caught.value.rule, caught.value.data["status"]) == ("programme_state", "registered")
    with pytest.raises(InvalidForm) as form:
        programmes.start_programme(desk, made.id, date(2023, 5, 1))
    assert errors_of(form.value) == {"on": "before_step"}
    with pytest.raises(StaleRecord):
        programmes.start_programme(desk, made.id, TODAY, version=made.version + 1)
    with pytest.raises(NotFound):
        programmes.start_programme(desk, "f" * 32, TODAY)
    stopped = programmes.stop_programme(desk, made.id, TODAY, "Nooit verschenen.").value
    assert (stopped.status, stopped.stop_reason) == ("stopped", "Nooit verschenen.")
    with pytest.raises(NotAllowed):
        programmes.start_programme(desk, made.id, TODAY)


def test_a_programme_belongs_to_the_persons_own_case(desk: Desk) -> None:
    case = a_case(desk)
    data = ProgrammeInput(a_person(desk, given_name="Sam").id, "sport", date(2023, 6, 1), case.id)
    with pytest.raises(InvalidForm) as caught:
        programmes.register_programme(desk, data)
    assert errors_of(caught.value) == {"case_id": "other_person"}


def test_a_vog_is_applied_for_weighed_refused_and_objected_to_with_its_terms(
    desk: Desk, reopen: Reopen
) -> None:
    person = a_person(desk)
    vog = programmes.open_vog(desk, VogInput(person.id, "work", date(2023, 5, 1))).value
    steps = [
        ("applied", date(2023, 5, 2), date(2023, 5, 30)),
        ("intended_refusal", date(2023, 5, 20), date(2023, 6, 3)),
        ("refused", date(2023, 6, 1), date(2023, 7, 13)),
        ("objection", date(2023, 6, 10), None),
        ("granted", date(2023, 9, 1), None),
    ]
    for target, on, due in steps:
        assert target in programmes.vog_choices(vog.status)
        vog = programmes.move_vog(desk, vog.id, target, on=on).value
        assert (vog.status, vog.due_on) == (target, due)
    kept = dossier.open_dossier(reopen(desk), person.id).vogs[0]
    assert (kept.applied_on, kept.intention_on, kept.decided_on, kept.objection_on) == (
        date(2023, 5, 2), date(2023, 5, 20), date(2023, 9, 1), date(2023, 6, 10),
    )  # fmt: skip


def test_not_applying_says_why(desk: Desk) -> None:
    vog = programmes.open_vog(desk, VogInput(a_person(desk).id, "internship", date(2023, 5, 1))).value
    with pytest.raises(InvalidForm) as caught:
        programmes.move_vog(desk, vog.id, "not_applied", on=TODAY)
    assert errors_of(caught.value) == {"note": "needs_text"}
    moved = programmes.move_vog(
        desk, vog.id, "not_applied", on=TODAY, note="Denkt dat hij hem niet krijgt."
    ).value
    assert moved.not_applied_reason == "Denkt dat hij hem niet krijgt."
    with pytest.raises(NotAllowed) as refused:
        programmes.move_vog(desk, vog.id, "appeal", on=TODAY)
    assert refused.value.rule == "vog_move"
    with pytest.raises(InvalidForm) as early:
        programmes.move_vog(desk, vog.id, "applied", on=date(2023, 10, 1))
    assert errors_of(early.value) == {"on": "before_step"}


def test_another_purpose_asks_for_words(desk: Desk) -> None:
    with pytest.raises(InvalidForm) as caught:
        programmes.open_vog(desk, VogInput(a_person(desk).id, "other", date(2023, 12, 1)))
    assert errors_of(caught.value) == {"note": "needs_text", "on": "future"}
