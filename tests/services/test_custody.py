# SPDX-License-Identifier: EUPL-1.2
"""Stays inside as they really go: from one facility to the next, on leave, put right afterwards, with papers and MDO."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.helpers.builders import a_case, a_contact, a_detention, a_facility, a_person

from casus.domain.conditions import FIVE, is_due
from casus.domain.periods import Period
from casus.errors import InvalidForm, NotAllowed, StaleRecord, UndoRefused
from casus.services import (
    cases,
    conditions,
    detentions,
    error_sentences,
    facilities,
    id_applications,
    leaves,
    tasks,
    undo,
)
from casus.services.condition_matrix import ConditionMatrix
from casus.services.custody_inputs import IdApplicationInput, LeaveInput
from casus.services.desk import Desk
from casus.services.dossier import Dossier, open_dossier
from casus.services.inputs import AppointmentInput, DetentionInput, FacilityInput
from casus.services.records import Detention
from casus.vault.queries import released_in
from casus.vault.tables import BasicConditionCheck

TODAY = date(2023, 11, 1)
ENTERED = date(2023, 9, 1)


def refused(caught: Any) -> dict[str, str]:
    """Return the broken rule by field."""
    return {error.field: error.rule for error in caught.value.errors}


def undo_last(desk: Desk) -> None:
    """Take the last act back."""
    step = undo.steps(desk).undo
    assert step is not None
    undo.undo(desk, step.batch_id)


def stays(desk: Desk, person_id: str) -> Dossier:
    """Return the dossier, to look at its stays."""
    return open_dossier(desk, person_id)


# --- two at once --------------------------------------------------------------------------------------


def test_a_stay_may_begin_where_the_other_ends_and_not_before(desk: Desk) -> None:
    person = a_person(desk)
    first = a_detention(desk, person, entered_on=date(2023, 3, 1))
    detentions.release_from_detention(desk, first.id, date(2023, 5, 10))
    other = a_facility(desk, "PI Lelystad")
    for entered in (date(2023, 2, 1), date(2023, 5, 9)):
        with pytest.raises(InvalidForm) as caught:
            a_detention(desk, person, other, entered_on=entered)
        assert refused(caught) == {"entered_on": "detained_between"}
        words = error_sentences.field_sentence(caught.value.errors[0], "nl")
        assert "01-03-2023" in words
        assert "10-05-2023" in words
    assert a_detention(desk, person, other, entered_on=date(2023, 5, 10)).released_on is None


def test_a_correction_may_not_make_two_stays_run_at_once(desk: Desk) -> None:
    person = a_person(desk)
    first = a_detention(desk, person, entered_on=date(2023, 3, 1))
    detentions.release_from_detention(desk, first.id, date(2023, 5, 10))
    second = a_detention(desk, person, a_facility(desk, "PI Lelystad"), entered_on=date(2023, 6, 1))
    data = DetentionInput(person.id, second.facility_id, date(2023, 5, 1))
    with pytest.raises(InvalidForm) as caught:
        detentions.update_detention(desk, second.id, second.version, data)
    assert refused(caught) == {"entered_on": "detained_between"}
    first = detentions.get_detention(desk, first.id)
    for day, rule in ((None, "detained_since"), (date(2023, 7, 1), "detained_since")):
        with pytest.raises(InvalidForm) as again:
            detentions.correct_release(desk, first.id, day, version=first.version)
        assert refused(again) == {"on": rule}


def test_undo_does_not_bring_two_stays_at_once_back(desk: Desk) -> None:
    person = a_person(desk)
    first = a_detention(desk, person, entered_on=date(2023, 3, 1))
    detentions.release_from_detention(desk, first.id, date(2023, 5, 10))
    step = undo.steps(desk).undo
    assert step is not None
    a_detention(desk, person, a_facility(desk, "PI Lelystad"), entered_on=date(2023, 6, 1))
    with pytest.raises(UndoRefused) as caught:
        undo.undo(desk, step.batch_id)
    assert caught.value.reason == "taken"


# --- transfer, release put right ------------------------------------------------------------------------


@pytest.fixture
def inside(desk: Desk) -> Detention:
    """Someone inside since September with a plan, a case and one condition looked at."""
    case = a_case(desk, approach="rio")
    data = {"case_id": case.id, "plan_received_on": date(2023, 9, 20), "expected_on": date(2024, 2, 1)}
    made = a_detention(desk, stays(desk, case.id).person, **data)
    conditions.check_condition(desk, case.id, made.id, "housing", "entry", "not_arranged", TODAY)
    return made


def test_a_transfer_ends_one_stay_and_begins_the_next_with_what_is_known(
    desk: Desk, inside: Detention
) -> None:
    other = a_facility(desk, "JVA Kleve", country="de", kind="jva")
    day = date(2023, 10, 12)
    after = detentions.transfer_detention(desk, inside.id, other.id, day, version=inside.version).value
    assert (after.entered_on, after.expected_on, after.release_certainty, after.plan_received_on) == (
        day, date(2024, 2, 1), "estimated", date(2023, 9, 20),
    )  # fmt: skip
    views = stays(desk, inside.person_id).detentions
    assert [(view.facility, view.continued, len(view.conditions)) for view in views] == [
        ("JVA Kleve", False, 1), ("PI Nieuwegein", True, 0),
    ]  # fmt: skip
    with desk.reading() as session:
        assert session.query(Detention).where(released_in(Period(ENTERED, TODAY))).count() == 0
    changed = replace(DetentionInput(after.person_id, other.id, day), plan_received_on=date(2023, 9, 20))
    detentions.update_detention(desk, after.id, after.version, changed)


def test_a_transfer_is_one_act_and_is_taken_back_as_one(desk: Desk, inside: Detention) -> None:
    other = a_facility(desk, "PI Vught")
    detentions.transfer_detention(desk, inside.id, other.id, TODAY, version=inside.version)
    undo_last(desk)
    (view,) = stays(desk, inside.person_id).detentions
    assert (view.record.released_on, view.facility, len(view.conditions)) == (None, "PI Nieuwegein", 1)


def test_a_transfer_that_cannot_be_is_refused(desk: Desk, inside: Detention) -> None:
    gone = a_facility(desk, "PI Oud")
    facilities.remove_facility(desk, gone.id)
    for facility_id, day, rules in (
        (inside.facility_id, TODAY, {"facility_id": "same_facility"}),
        (gone.id, TODAY, {"facility_id": "facility_removed"}),
        ("f" * 32, date(2023, 8, 1), {"facility_id": "unknown_record", "on": "before_start"}),
        ("", date(2023, 11, 2), {"facility_id": "required", "on": "future"}),
    ):
        with pytest.raises(InvalidForm) as caught:
            detentions.transfer_detention(desk, inside.id, facility_id, day, version=inside.version)
        assert refused(caught) == rules
    with pytest.raises(StaleRecord):
        detentions.transfer_detention(desk, inside.id, gone.id, TODAY, version=inside.version + 1)
    assert len(stays(desk, inside.person_id).detentions) == 1
    detentions.release_from_detention(desk, inside.id, TODAY)
    with pytest.raises(NotAllowed) as out:
        detentions.transfer_detention(desk, inside.id, a_facility(desk, "PI Vught").id, TODAY, version=2)
    assert out.value.rule == "released_already"


def test_a_release_is_put_right_or_taken_away(desk: Desk, inside: Detention) -> None:
    out = detentions.release_from_detention(desk, inside.id, TODAY).value
    for day, rule in ((date(2023, 8, 1), "before_start"), (date(2023, 11, 2), "future")):
        with pytest.raises(InvalidForm) as caught:
            detentions.correct_release(desk, out.id, day, version=out.version)
        assert refused(caught) == {"on": rule}
    earlier = detentions.correct_release(desk, out.id, date(2023, 10, 30), version=out.version).value
    assert earlier.released_on == date(2023, 10, 30)
    with pytest.raises(StaleRecord):
        detentions.correct_release(desk, out.id, TODAY, version=out.version)
    again = detentions.correct_release(desk, out.id, None, version=earlier.version).value
    assert (again.released_on, stays(desk, out.person_id).now.inside) == (None, "PI Nieuwegein")
    undo_last(desk)
    assert detentions.get_detention(desk, out.id).released_on == date(2023, 10, 30)


# --- facilities -------------------------------------------------------------------------------------------


def test_a_facility_off_the_list_stays_where_it_was_and_is_not_chosen_anew(
    desk: Desk, inside: Detention
) -> None:
    facilities.remove_facility(desk, inside.facility_id)
    with pytest.raises(InvalidForm) as caught:
        detentions.register_detention(
            desk, DetentionInput(a_person(desk, surname="Bos").id, inside.facility_id, ENTERED)
        )
    assert refused(caught) == {"facility_id": "facility_removed"}
    kept = DetentionInput(inside.person_id, inside.facility_id, ENTERED, note="Cel 12.")
    changed = detentions.update_detention(desk, inside.id, inside.version, kept).value
    assert changed.facility_id == inside.facility_id
    assert [one.id for one in facilities.facilities(desk, keep=inside.facility_id)] == [inside.facility_id]
    assert facilities.facilities(desk) == []
    facilities.restore_facility(desk, inside.facility_id)
    assert [one.name for one in facilities.facilities(desk)] == ["PI Nieuwegein"]


def test_a_facility_is_renamed_but_not_to_the_name_of_another(desk: Desk) -> None:
    first, second = a_facility(desk, "PI Vugt"), a_facility(desk, "PI Almere")
    data = FacilityInput("PI Vught", place="Vught")
    facilities.update_facility(desk, first.id, first.version, data)
    with pytest.raises(StaleRecord):
        facilities.update_facility(desk, first.id, first.version, data)
    with pytest.raises(NotAllowed) as caught:
        facilities.update_facility(desk, second.id, second.version, FacilityInput("pi vught"))
    assert caught.value.rule == "facility_exists"
    facilities.remove_facility(desk, first.id)
    a_facility(desk, "PI Vught")
    with pytest.raises(NotAllowed):
        facilities.restore_facility(desk, first.id)
    assert [one.removed_on for one in facilities.all_facilities(desk)] == [None, None, TODAY]


# --- leave ------------------------------------------------------------------------------------------------


def test_a_leave_lies_within_the_detention_also_when_that_is_corrected(desk: Desk, inside: Detention) -> None:
    for first, last, rules in (
        (date(2023, 8, 31), None, {"from_on": "outside_detention"}),
        (date(2023, 10, 6), date(2023, 10, 5), {"until_on": "before_start"}),
    ):
        with pytest.raises(InvalidForm) as caught:
            leaves.add_leave(desk, LeaveInput(inside.id, first, last))
        assert refused(caught) == rules
    leave = leaves.add_leave(
        desk, LeaveInput(inside.id, date(2023, 10, 6), date(2023, 10, 8), "Naar moeder.")
    ).value
    later = leaves.add_leave(desk, LeaveInput(inside.id, TODAY + timedelta(days=3))).value
    with pytest.raises(InvalidForm) as caught:
        detentions.release_from_detention(desk, inside.id, TODAY)
    assert refused(caught) == {"on": "leave_outside"}
    leaves.remove_leave(desk, later.id, later.version)
    undo_last(desk)
    assert len(stays(desk, inside.person_id).detentions[0].leaves) == 2
    leaves.remove_leave(desk, later.id)
    data = LeaveInput(inside.id, date(2023, 10, 13))
    leaves.update_leave(desk, leave.id, leave.version, data)
    with pytest.raises(StaleRecord):
        leaves.update_leave(desk, leave.id, leave.version, data)
    moved = DetentionInput(inside.person_id, inside.facility_id, date(2023, 10, 20))
    with pytest.raises(InvalidForm) as entry:
        detentions.update_detention(desk, inside.id, inside.version, moved)
    assert refused(entry) == {"entered_on": "leave_outside"}
    (view,) = stays(desk, inside.person_id).detentions[0].leaves
    assert (view.from_on, view.until_on, view.note) == (date(2023, 10, 13), None, None)


# --- identity document --------------------------------------------------------------------------------------


def test_the_steps_of_an_identity_document_come_one_by_one(desk: Desk) -> None:
    case = a_case(desk, approach="rio")
    record = id_applications.open_id_application(desk, IdApplicationInput(case.id, "Identiteitskaart")).value
    days = [date(2023, 10, 2), date(2023, 10, 9), date(2023, 10, 23), TODAY]
    for step, day in zip(id_applications.STEPS, days, strict=True):
        assert id_applications.next_step(record) == step
        record = id_applications.step_id_application(desk, record.id, day, version=record.version).value
        assert getattr(record, step) == day
    assert id_applications.next_step(record) is None
    with pytest.raises(NotAllowed) as caught:
        id_applications.step_id_application(desk, record.id, TODAY)
    assert caught.value.rule == "id_handed_over"
    undo_last(desk)
    assert stays(desk, case.id).custody.id_applications[0].handed_over_on is None
    id_applications.remove_id_application(desk, record.id)
    assert stays(desk, case.id).custody.id_applications == ()


def test_steps_out_of_order_are_refused_at_the_step(desk: Desk) -> None:
    start = IdApplicationInput(a_case(desk).id, "Paspoort")
    wrong: tuple[tuple[dict[str, Any], dict[str, str]], ...] = (
        ({"received_on": TODAY}, {"photo_on": "step_first", "submitted_on": "step_first"}),
        (
            {"photo_on": date(2023, 10, 9), "submitted_on": date(2023, 10, 2)},
            {"submitted_on": "before_step"},
        ),
        ({"photo_on": date(2023, 11, 2)}, {"photo_on": "future"}),
        ({"document": " "}, {"document": "required"}),
    )
    for days, rules in wrong:
        with pytest.raises(InvalidForm) as caught:
            id_applications.open_id_application(desk, replace(start, **days))
        assert refused(caught) == rules


def test_a_step_before_the_one_it_follows_is_refused(desk: Desk) -> None:
    data = IdApplicationInput(a_case(desk).id, "Paspoort", date(2023, 10, 9))
    record = id_applications.open_id_application(desk, data).value
    with pytest.raises(InvalidForm) as caught:
        id_applications.step_id_application(desk, record.id, date(2023, 10, 8))
    assert refused(caught) == {"on": "before_step"}


# --- conditions and MDO ---------------------------------------------------------------------------------------


def test_setting_a_condition_keeps_the_step_and_the_day_it_was_arranged(
    desk: Desk, inside: Detention
) -> None:
    case_id = inside.case_id or ""
    conditions.check_condition(
        desk,
        case_id,
        inside.id,
        "care",
        "entry",
        "arranged",
        TODAY,
        "Zorgverzekering loopt.",
        date(2023, 10, 2),
    )
    for status, arranged in (("in_progress", None), ("arranged", TODAY), ("arranged", TODAY)):
        record = conditions.set_condition(desk, case_id, inside.id, "care", "entry", status).value
        assert (record.status, record.arranged_on, record.action) == (
            status, arranged, "Zorgverzekering loopt.",
        )  # fmt: skip
    other_case = a_case(desk, stays(desk, case_id).person, approach="local_pga")
    conditions.set_condition(desk, other_case.id, inside.id, "care", "entry", "unknown")
    with desk.reading() as session:
        care = session.query(BasicConditionCheck).where(BasicConditionCheck.condition == "care")
        assert [one.status for one in care] == ["unknown"]
    with pytest.raises(InvalidForm) as caught:
        conditions.check_condition(desk, case_id, None, "care", "release", "arranged", TODAY)
    assert refused(caught) == {"detention_id": "required"}


def test_the_mdo_comes_six_weeks_after_the_last_or_after_the_plan(desk: Desk, inside: Detention) -> None:
    rhythm = stays(desk, inside.person_id).custody.mdo
    assert rhythm is not None
    assert (rhythm.last_on, rhythm.due_on, rhythm.planned_on) == (None, TODAY, None)
    case = stays(desk, inside.person_id).case
    assert case is not None
    a_contact(desk, "mdo", case, on=date(2023, 10, 30))
    tasks.add_appointment(desk, AppointmentInput("mdo", date(2023, 12, 4), case_id=case.id))
    rhythm = stays(desk, inside.person_id).custody.mdo
    assert rhythm is not None
    assert (rhythm.last_on, rhythm.due_on, rhythm.planned_on) == (
        date(2023, 10, 30), date(2023, 12, 11), date(2023, 12, 4),
    )  # fmt: skip
    detentions.release_from_detention(desk, inside.id, TODAY)
    assert stays(desk, inside.person_id).custody.mdo is None


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2023, 2, 27), []),
        (date(2023, 2, 28), ["months_6"]),
        (date(2023, 8, 30), ["months_6"]),
        (date(2023, 8, 31), ["months_12"]),
        (date(2024, 8, 30), ["months_12"]),
        (date(2024, 8, 31), []),
    ],
)
def test_the_conditions_are_looked_at_again_half_a_year_and_a_year_after_the_release(
    today: date, due: list[str]
) -> None:
    stay = (date(2022, 1, 1), date(2022, 8, 31))
    assert [one for one in ("entry", "release", "months_6", "months_12") if is_due(one, *stay, today)] == due


def test_who_came_out_half_a_year_ago_is_to_be_looked_at_until_all_five_were(desk: Desk) -> None:
    case = a_case(desk, approach="rio")
    stay = a_detention(desk, stays(desk, case.id).person, case_id=case.id, entered_on=date(2022, 9, 1))
    matrix = ConditionMatrix(desk)
    assert matrix.due() == 0
    detentions.release_from_detention(desk, stay.id, date(2023, 5, 2))
    assert matrix.due() == 0  # a day short
    stay = detentions.get_detention(desk, stay.id)
    detentions.correct_release(desk, stay.id, date(2023, 5, 1), version=stay.version)
    for condition in FIVE:
        assert matrix.ids(chips={"due": frozenset({"due"}), "state": frozenset({"running"})}) == [stay.id]
        conditions.set_condition(desk, case.id, stay.id, condition, "months_6", "arranged")
    assert (matrix.due(), matrix.looked_at("months_6")) == (0, {code: {"arranged": 1} for code in FIVE})
    undo_last(desk)
    assert matrix.due() == 1
    cases.close_case(
        desk, case.id, on=TODAY, closure_reason="moved", outcome="unknown", note="Naar Rotterdam verhuisd."
    )
    assert matrix.due() == 0
