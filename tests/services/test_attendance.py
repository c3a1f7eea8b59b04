# SPDX-License-Identifier: EUPL-1.2
"""Programmes from the waiting list to their outcome, corrected later; attendance by month; lists that agree."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.helpers.builders import a_partner, a_person, a_programme
from tests.helpers.vaults import shared_desks

from casus.counting.extraction import PROGRAMMES
from casus.errors import InvalidForm, NotAllowed, StaleRecord
from casus.services import attendance, dossier, programmes, undo
from casus.services.attendance import AttendanceInput
from casus.services.desk import Desk
from casus.services.inputs import ProgrammeInput
from casus.services.programme_list import ProgrammeList
from casus.vault.tables import Programme

TODAY = date(2023, 11, 1)
JUNE, JULY = date(2023, 6, 1), date(2023, 7, 1)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One vault for the whole module."""
    with shared_desks(tmp_path_factory.mktemp("trajecten"), "rio") as (one,):
        yield one


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def as_input(record: Programme, **changes: object) -> ProgrammeInput:
    names = (
        "person_id",
        "kind",
        "registered_on",
        "provider_name",
        "intake_on",
        "started_on",
        "ended_on",
        "outcome",
    )
    return replace(ProgrammeInput(**{name: getattr(record, name) for name in names}), **changes)  # type: ignore[arg-type]


def running(desk: Desk) -> Programme:
    return a_programme(desk, a_person(desk, surname="Zaidi"), started_on=date(2023, 6, 20))


def test_a_programme_goes_by_waiting_list_and_intake_to_its_start(desk: Desk) -> None:
    made = a_programme(desk)
    waiting = programmes.wait_for_programme(desk, made.id).value
    assert waiting.status == "waiting"
    assert programmes.plan_intake(desk, made.id, date(2023, 12, 4)).value.intake_on == date(2023, 12, 4)
    with pytest.raises(InvalidForm) as early:
        programmes.plan_intake(desk, made.id, date(2023, 5, 1))
    assert errors_of(early.value) == {"on": "before_step"}
    programmes.start_programme(desk, made.id, TODAY)
    for late in (lambda: programmes.wait_for_programme(desk, made.id),
                 lambda: programmes.plan_intake(desk, made.id, TODAY)):  # fmt: skip
        with pytest.raises(NotAllowed):
            late()


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"ended_on": date(2023, 6, 10), "outcome": "job"}, {"ended_on": "before_start"}),
        ({"ended_on": date(2023, 11, 2), "outcome": "job"}, {"ended_on": "future"}),
        ({"ended_on": TODAY}, {"outcome": "required"}),
        ({"outcome": "job"}, {"ended_on": "required"}),
        ({"ended_on": TODAY, "started_on": None}, {"started_on": "required"}),
        ({"started_on": date(2023, 5, 30)}, {"started_on": "before_step"}),
    ],
)
def test_an_ending_that_cannot_be_is_refused(
    desk: Desk, changes: dict[str, object], errors: dict[str, str]
) -> None:
    made = running(desk)
    with pytest.raises(InvalidForm) as caught:
        programmes.update_programme(desk, made.id, made.version, as_input(made, **changes))
    assert errors_of(caught.value) == errors
    assert programmes.get_programme(desk, made.id).version == made.version


def test_a_programme_is_corrected_and_that_is_undone(desk: Desk) -> None:
    made = running(desk)
    done = programmes.update_programme(
        desk,
        made.id,
        made.version,
        as_input(made, ended_on=TODAY, stop_reason="Kwam niet meer.", outcome="job"),
    ).value
    assert (done.status, done.outcome, done.stop_reason) == ("stopped", None, "Kwam niet meer.")
    with pytest.raises(StaleRecord):
        programmes.update_programme(desk, made.id, made.version, as_input(made))
    finished = programmes.update_programme(
        desk, made.id, done.version, as_input(done, ended_on=TODAY, outcome="job")
    ).value
    assert (finished.status, finished.stop_reason) == ("finished", None)
    step = undo.steps(desk).undo
    assert step is not None
    assert step.code == "update_programme"
    undo.undo(desk, step.batch_id)
    assert programmes.get_programme(desk, made.id).status == "stopped"


def test_attendance_is_kept_by_month_changed_emptied_and_undone(desk: Desk) -> None:
    made = running(desk)
    assert attendance.months_of(made, TODAY)[0] == JUNE
    assert len(attendance.months_of(made, TODAY)) == 6
    first = (AttendanceInput(JUNE, 4, 3), AttendanceInput(date(2023, 7, 15), 8, 8))
    attendance.set_attendance(desk, made.id, made.version, first)
    change = (AttendanceInput(JUNE, 5, 3), AttendanceInput(JULY))
    attendance.set_attendance(desk, made.id, made.version, change)
    kept = attendance.attendance_of(desk, [made.id])[made.id]
    assert [(one.month, one.planned, one.attended) for one in kept] == [(JUNE, 5, 3)]
    step = undo.steps(desk).undo
    assert step is not None
    undo.undo(desk, step.batch_id)
    kept = dossier.open_dossier(desk, made.person_id).beside.attendance[made.id]
    assert [(one.month, one.planned, one.attended) for one in kept] == [(JUNE, 4, 3), (JULY, 8, 8)]


@pytest.mark.parametrize(
    ("month", "errors"),
    [
        (AttendanceInput(JUNE, 4, 5), {"months.2023-06.attended": "more_than_planned"}),
        (AttendanceInput(JUNE, 4), {"months.2023-06.attended": "required"}),
        (AttendanceInput(JUNE, -1, 0), {"months.2023-06.planned": "number", "months.2023-06.attended": "more_than_planned"}),
        (AttendanceInput(date(2023, 5, 1), 4, 4), {"months.2023-05.planned": "before_programme"}),
        (AttendanceInput(date(2023, 12, 1), 4, 4), {"months.2023-12.planned": "before_programme"}),
    ],
)  # fmt: skip
def test_attendance_that_cannot_be_is_refused(
    desk: Desk, month: AttendanceInput, errors: dict[str, str]
) -> None:
    made = running(desk)
    with pytest.raises(InvalidForm) as caught:
        attendance.set_attendance(desk, made.id, made.version, (month,))
    assert errors_of(caught.value) == errors
    assert attendance.attendance_of(desk, [made.id]) == {}


def test_the_list_parts_what_waits_runs_and_ended_and_finds_the_provider(desk: Desk) -> None:
    listed = ProgrammeList(desk)
    partner = a_partner(desk, "Werkplaats De Schakel", "provider")
    mine = a_programme(desk, a_person(desk, surname="Ybema"), provider_id=partner.id, provider_name=None)
    assert listed.ids("schakel ybema") == [mine.id]
    assert listed.rows([mine.id])[0].subtitle == "Werkplaats De Schakel"
    states = {
        state: set(listed.ids("", {"state": frozenset({state})}))
        for state in ("not_started", "running", "ended")
    }
    assert mine.id in states["not_started"]
    assert sum(map(len, states.values())) == listed.total()
    assert set.union(*states.values()) == set(listed.ids())
    for column in listed.columns:
        assert len(listed.ids("", {}, column.key)) == listed.total()


def test_who_was_not_seen_for_long_stands_out(desk: Desk) -> None:
    listed, chips = ProgrammeList(desk), {"attention": frozenset({"unattended"})}
    quiet, seen = running(desk), running(desk)
    months = (AttendanceInput(date(2023, 10, 1), 4, 1),)
    attendance.set_attendance(desk, seen.id, seen.version, months)
    attendance.set_attendance(desk, quiet.id, quiet.version, (AttendanceInput(date(2023, 10, 1), 4, 0),))
    found = listed.ids("", chips)
    assert quiet.id in found
    assert seen.id not in found
    assert set(PROGRAMMES) < {"work", "apprenticeship", "sport", "school"}
