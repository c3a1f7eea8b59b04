# SPDX-License-Identifier: EUPL-1.2
"""Detention: one at a time, with conditions per moment, at home and abroad."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.helpers.builders import a_case, a_detention, a_facility, a_person
from tests.helpers.records import changes_of

from casus.errors import InvalidForm, NotAllowed, NotFound, StaleRecord
from casus.services import detentions, dossier, error_sentences
from casus.services.desk import Desk
from casus.services.inputs import DetentionInput, FacilityInput
from casus.services.today import today

Reopen = Callable[[Desk], Desk]
TODAY = date(2023, 11, 1)


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def test_someone_inside_is_on_today_until_the_release(desk: Desk, reopen: Reopen) -> None:
    person = a_person(desk)
    detention = a_detention(desk, person, expected_on=date(2023, 11, 20))
    assert detention.release_certainty == "estimated"
    with pytest.raises(InvalidForm) as caught:
        detentions.register_detention(
            desk, DetentionInput(person.id, detention.facility_id, date(2023, 10, 1))
        )
    assert errors_of(caught.value) == {"entered_on": "detained_since"}
    assert "01-09-2023" in error_sentences.field_sentence(caught.value.errors[0], "nl")
    again = reopen(desk)
    assert [row.detention_id for row in today(again).releases_soon] == [detention.id]
    detentions.release_from_detention(again, detention.id, TODAY)
    page = dossier.open_dossier(again, person.id)
    assert page.now.inside is None
    assert [item.kind for item in page.timeline] == ["release", "detention"]
    assert today(again).counts["detention"] == 0
    with pytest.raises(NotAllowed) as released:
        detentions.release_from_detention(again, detention.id, TODAY)
    assert released.value.rule == "released_already"
    assert (
        a_detention(again, person, entered_on=TODAY, facility=a_facility(again, "PI Lelystad")).id
        != detention.id
    )


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"entered_on": date(2023, 11, 2)}, {"entered_on": "future"}),
        ({"expected_on": date(2023, 8, 1)}, {"expected_on": "before_start"}),
        ({"release_certainty": "known"}, {"expected_on": "required"}),
        ({"facility_id": "f" * 32}, {"facility_id": "unknown_record"}),
        ({"facility_id": ""}, {"facility_id": "required"}),
        ({"plan_received_on": date(2023, 8, 1)}, {"plan_received_on": "before_step"}),
        ({"sentence_transfer": "misschien"}, {"sentence_transfer": "unknown_code"}),
    ],
)
def test_a_detention_that_cannot_be_is_refused(
    desk: Desk, changes: dict[str, object], errors: dict[str, str]
) -> None:
    with pytest.raises(InvalidForm) as caught:
        a_detention(desk, **changes)
    assert errors_of(caught.value) == errors
    assert detentions.DetentionList(desk).total() == 0


def test_what_is_known_of_a_detention_can_be_changed(desk: Desk) -> None:
    detention = a_detention(desk)
    abroad = a_facility(desk, "JVA Kleve", country="de", kind="jva")
    data = DetentionInput(
        detention.person_id, abroad.id, date(2023, 9, 1), title="sentence", expected_on=date(2024, 5, 1),
        release_certainty="known", sentence_transfer="requested", plan_received_on=date(2023, 9, 20),
    )  # fmt: skip
    detentions.update_detention(desk, detention.id, detention.version, data)
    with pytest.raises(StaleRecord):
        detentions.update_detention(desk, detention.id, detention.version, data)
    kept = detentions.get_detention(desk, detention.id)
    assert (kept.facility_id, kept.release_certainty, kept.sentence_transfer) == (
        abroad.id,
        "known",
        "requested",
    )
    detentions.release_from_detention(desk, detention.id, date(2023, 10, 1))
    later = replace(
        data,
        entered_on=date(2023, 10, 15),
        expected_on=None,
        release_certainty="unknown",
        plan_received_on=None,
    )
    with pytest.raises(InvalidForm) as caught:
        detentions.update_detention(desk, detention.id, kept.version + 1, later)
    assert errors_of(caught.value) == {"entered_on": "before_start"}
    assert detentions.get_detention(desk, detention.id).entered_on == date(2023, 9, 1)


def test_a_release_lies_between_entry_and_today(desk: Desk) -> None:
    detention = a_detention(desk)
    for on, rule in ((date(2023, 8, 31), "before_start"), (date(2023, 11, 2), "future")):
        with pytest.raises(InvalidForm) as caught:
            detentions.release_from_detention(desk, detention.id, on)
        assert errors_of(caught.value) == {"on": rule}


def test_a_condition_is_looked_at_again_at_the_same_moment_and_kept_per_moment(
    desk: Desk, reopen: Reopen
) -> None:
    person = a_person(desk)
    case, detention = a_case(desk, person, approach="rio"), a_detention(desk, person)
    for status, moment in (("not_arranged", "entry"), ("in_progress", "entry"), ("arranged", "release")):
        detentions.check_condition(
            desk, case.id, detention.id, "housing", moment, status, TODAY, action="Belt corporatie."
        )
    again = reopen(desk)
    assert [(one.moment, one.status) for one in detentions.conditions_of(again, case.id)] == [
        ("entry", "in_progress"), ("release", "arranged"),
    ]  # fmt: skip
    view = dossier.open_dossier(again, case.id).detentions[0]
    assert (len(view.conditions), view.facility, view.country) == (2, "PI Nieuwegein", "nl")
    assert "status" in {row.field for row in changes_of(again, view.conditions[0].id)}


def test_a_condition_is_checked_in_the_persons_own_detention(desk: Desk) -> None:
    case = a_case(desk)
    other = a_detention(desk, a_person(desk, given_name="Sam"))
    with pytest.raises(InvalidForm) as caught:
        detentions.check_condition(desk, case.id, other.id, "dak", "ooit", "goed", date(2024, 1, 1))
    assert errors_of(caught.value) == {
        "condition": "unknown_code", "moment": "unknown_code", "status": "unknown_code", "on": "future",
        "detention_id": "other_person",
    }  # fmt: skip
    with pytest.raises(NotFound):
        detentions.check_condition(desk, "f" * 32, None, "housing", "entry", "arranged", TODAY)


def test_a_facility_is_added_once_per_country(desk: Desk) -> None:
    a_facility(desk, "JVA Essen", country="de")
    with pytest.raises(NotAllowed) as caught:
        detentions.add_facility(desk, FacilityInput("jva essen", country="de"))
    assert caught.value.rule == "facility_exists"
    a_facility(desk, "PI Vught")
    assert [one.name for one in detentions.facilities(desk)] == ["JVA Essen", "PI Vught"]
    assert [one.name for one in detentions.facilities(desk, country="de")] == ["JVA Essen"]
