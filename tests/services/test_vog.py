# SPDX-License-Identifier: EUPL-1.2
"""The way to a certificate: terms, the view, corrections afterwards, who helps, and the list over the caseload."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from tests.helpers.builders import a_person
from tests.helpers.vaults import shared_desks

from casus.errors import InvalidForm, NotAllowed, StaleRecord
from casus.services import undo, vog
from casus.services.ambassadors import ambassadors
from casus.services.desk import Desk
from casus.services.inputs import VogInput, VogStepsInput
from casus.services.records import VogProcedure
from casus.services.vog_list import VogList

TODAY = date(2023, 11, 1)
BEGUN = date(2023, 8, 1)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One vault for the whole module."""
    with shared_desks(tmp_path_factory.mktemp("vog"), "rio") as (one,):
        yield one


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def begun(desk: Desk, **changes: object) -> VogProcedure:
    data = VogInput(a_person(desk, surname="Pinas").id, "work", BEGUN, **changes)  # type: ignore[arg-type]
    return vog.open_vog(desk, data).value


def moved(desk: Desk, *steps: tuple[str, date]) -> VogProcedure:
    """A procedure that took these steps."""
    one = begun(desk)
    for target, on in steps:
        note = "Durft niet." if target == "not_applied" else None
        one = vog.move_vog(desk, one.id, target, on=on, note=note).value
    return one


def test_a_view_gives_justis_its_eight_weeks(desk: Desk) -> None:
    applied, intended = date(2023, 10, 2), date(2023, 10, 20)
    one = moved(desk, ("applied", applied), ("intended_refusal", intended))
    assert one.due_on == intended + timedelta(weeks=2)
    with pytest.raises(InvalidForm) as early:
        vog.give_view(desk, one.id, applied)
    assert errors_of(early.value) == {"on": "before_step"}
    given = vog.give_view(desk, one.id, date(2023, 10, 30), version=one.version).value
    assert (given.status, given.due_on) == ("intended_refusal", applied + timedelta(weeks=8))
    with pytest.raises(InvalidForm) as before:
        vog.move_vog(desk, one.id, "refused", on=date(2023, 10, 25))
    assert errors_of(before.value) == {"on": "before_step"}
    refused = vog.move_vog(desk, one.id, "refused", on=TODAY).value
    assert refused.due_on == TODAY + timedelta(weeks=6)
    with pytest.raises(NotAllowed):
        vog.give_view(desk, one.id, TODAY)


def test_steps_are_corrected_and_the_term_follows(desk: Desk) -> None:
    one = moved(desk, ("applied", date(2023, 10, 2)))
    data = VogStepsInput(
        one.person_id, "education", BEGUN, applied_on=date(2023, 10, 9), screening_profile="Zorg"
    )
    better = vog.update_vog(desk, one.id, one.version, data).value
    assert (better.purpose, better.status_since, better.due_on) == (
        "education", date(2023, 10, 9), date(2023, 11, 6),
    )  # fmt: skip
    with pytest.raises(StaleRecord):
        vog.update_vog(desk, one.id, one.version, data)
    step = undo.steps(desk).undo
    assert step is not None
    undo.undo(desk, step.batch_id)
    assert vog.get_vog(desk, one.id).due_on == date(2023, 10, 30)


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({}, {"applied_on": "step_missing"}),
        ({"applied_on": date(2023, 11, 2)}, {"applied_on": "future"}),
        (
            {"applied_on": date(2023, 10, 2), "intention_on": date(2023, 10, 1)},
            {"intention_on": "before_step"},
        ),
        ({"applied_on": date(2023, 10, 2), "decided_on": date(2023, 9, 1)}, {"decided_on": "before_step"}),
        ({"applied_on": date(2023, 10, 2), "purpose": "other"}, {"note": "needs_text"}),
        (
            {"applied_on": date(2023, 10, 2), "ambassador_name": "Noor Bos"},
            {"ambassador_organisation": "required"},
        ),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    desk: Desk, changes: dict[str, object], errors: dict[str, str]
) -> None:
    one = moved(desk, ("applied", date(2023, 10, 2)))
    data = VogStepsInput(**{"person_id": one.person_id, "purpose": "work", "on": BEGUN, **changes})  # type: ignore[arg-type]
    with pytest.raises(InvalidForm) as caught:
        vog.update_vog(desk, one.id, one.version, data)
    assert errors_of(caught.value) == errors


def test_why_nothing_was_applied_for_stays_obligatory(desk: Desk) -> None:
    one = moved(desk, ("not_applied", TODAY))
    with pytest.raises(InvalidForm) as caught:
        vog.update_vog(desk, one.id, one.version, VogStepsInput(one.person_id, "work", BEGUN))
    assert errors_of(caught.value) == {"not_applied_reason": "needs_text"}


def test_an_ambassador_is_added_once_and_counted_from_the_procedures(desk: Desk) -> None:
    new = {"ambassador_name": "Noor van den Bos", "ambassador_organisation": "Mbo Utrecht"}
    first = begun(desk, **new)
    again = begun(desk, ambassador_name=" Noor  van den Bos", ambassador_organisation="Mbo Utrecht ")
    assert first.ambassador_id == again.ambassador_id
    third = begun(desk, ambassador_id=first.ambassador_id)
    (helper,) = [one for one in ambassadors(desk) if one.id == third.ambassador_id]
    assert (helper.name, helper.organisation, helper.helped) == ("Noor van den Bos", "Mbo Utrecht", 3)


def test_the_list_shows_terms_and_reasons_and_finds_what_is_due(desk: Desk) -> None:
    listed = VogList(desk)
    late = moved(desk, ("applied", date(2023, 9, 20)))
    soon = moved(desk, ("applied", date(2023, 10, 10)))
    calm = moved(desk, ("applied", date(2023, 10, 30)))
    avoided = moved(desk, ("not_applied", TODAY))
    missed = moved(desk, ("applied", date(2023, 8, 2)), ("refused", date(2023, 8, 20)))
    due = set(listed.ids("", {"attention": frozenset({"due"})}))
    assert {late.id, soon.id} <= due
    assert not due & {calm.id, avoided.id, missed.id}
    rows = {row.id: row for row in listed.rows([late.id, soon.id, avoided.id])}
    assert (rows[late.id]["days_left"], rows[soon.id]["days_left"]) == (-14, 6)
    assert rows[late.id]["awaited"] == "decision"
    assert (rows[avoided.id]["reason"], rows[avoided.id]["days_left"]) == ("Durft niet.", None)
    assert avoided.id in listed.ids("", {"attention": frozenset({"avoided"})})
    for column in listed.columns:
        assert len(listed.ids("", {}, column.key)) == listed.total()
