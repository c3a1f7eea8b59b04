# SPDX-License-Identifier: EUPL-1.2
"""The registers: what is filled in comes back, what cannot be is refused at its field, lists find it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casus.errors import InvalidForm, NotAllowed, NotFound, StaleRecord
from casus.services import registers
from casus.services.desk import Desk
from casus.services.partners import workers
from casus.services.registers import (
    REGISTERS,
    AmbassadorInput,
    BusinessContactInput,
    InspectionInput,
    PermitInput,
    RegisterList,
    ResilienceSessionInput,
    SchoolActivityInput,
    SchoolInput,
    WorkerInput,
)

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

DAY = date(2023, 5, 10)
LATE = date(2023, 11, 2)  # the day after the fixtures' today


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator's desk."""
    return make_desk("coordinator")


def a_school(desk: Desk, name: str = "Gerrit Rietveld College") -> str:
    return registers.add_school(desk, SchoolInput(name, "secondary", "northeast")).value.id


def errors_of(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(InvalidForm) as caught:
        act()
    return {error.field: error.rule for error in caught.value.errors}


ENTRIES: list[tuple[str, Callable[..., Any], Callable[..., Any], Any, dict[str, Any]]] = [
    ("business_contacts", registers.add_business_contact, registers.update_business_contact,
     BusinessContactInput(DAY, "overvecht", 4), {"amount": 5}),
    ("inspections", registers.add_inspection, registers.update_inspection,
     InspectionInput(DAY, "buit", "west", amount=3, partners="Politie, Belastingdienst"), {"result": "warning"}),
    ("resilience_sessions", registers.add_resilience_session, registers.update_resilience_session,
     ResilienceSessionInput(DAY, "notaries", 25), {"participants": 30}),
    ("schools", registers.add_school, registers.update_school, SchoolInput("De Regenboog", "primary"),
     {"district": "south"}),
    ("vog_ambassadors", registers.add_ambassador, registers.update_ambassador,
     AmbassadorInput("Fatima el Idrissi", "JoU", DAY, "youth_work"), {"advices": 12}),
    ("workers", registers.add_worker, registers.update_worker,
     WorkerInput("Jan de Vries", "rio", DAY), {"ended_on": date(2023, 9, 1)}),
    ("permits", registers.add_permit, registers.update_permit, PermitInput("Auto Snel", DAY), {"helped": True}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("register", "add", "update", "entry", "change"), ENTRIES, ids=[e[0] for e in ENTRIES]
)
def test_an_entry_is_kept_changed_and_deleted(
    coordinator: Desk,
    register: str,
    add: Callable[..., Any],
    update: Callable[..., Any],
    entry: Any,
    change: dict[str, Any],
) -> None:
    made = add(coordinator, entry)
    assert made.changes.touches(register)
    again = update(coordinator, made.value.id, made.value.version, replace(entry, **change))
    kept = registers.get(coordinator, register, made.value.id)
    assert {name: getattr(kept, name) for name in change} == change
    with pytest.raises(StaleRecord):
        update(coordinator, made.value.id, again.value.version - 1, entry)
    registers.delete(coordinator, register, made.value.id)
    with pytest.raises(NotFound):
        registers.get(coordinator, register, made.value.id)


def test_what_cannot_be_is_refused_at_its_field(coordinator: Desk) -> None:
    school = a_school(coordinator)
    acts: dict[str, Callable[[], object]] = {
        "activity": lambda: registers.add_school_activity(
            coordinator, SchoolActivityInput(school, LATE, "party", groups=-1, reach=None)
        ),
        "no school": lambda: registers.add_school_activity(coordinator, SchoolActivityInput("", DAY)),
        "concern": lambda: registers.add_school_activity(
            coordinator, SchoolActivityInput(school, DAY, "concern_report", reach=0)
        ),
        "talk": lambda: registers.add_business_contact(
            coordinator, BusinessContactInput(None, "atlantis", 0)
        ),
        "ambassador": lambda: registers.add_ambassador(
            coordinator, AmbassadorInput("", "Zo\x00", DAY, active_until=date(2023, 1, 1))
        ),
        "worker": lambda: registers.add_worker(coordinator, WorkerInput("Jan", "mayor")),
        "name": lambda: registers.add_permit(coordinator, PermitInput("Auto \u202eleuS", DAY)),
    }
    assert {name: errors_of(act) for name, act in acts.items()} == {
        "activity": {"on": "future", "kind": "unknown_code", "groups": "number", "reach": "required"},
        "no school": {"school_id": "required"},
        "concern": {"reach": "number"},
        "talk": {"on": "required", "district": "unknown_code", "amount": "number"},
        "ambassador": {"name": "required", "organisation": "nul", "active_until": "before_start"},
        "worker": {"role": "unknown_code", "started_on": "required"},
        "name": {"business_name": "invisible"},
    }


def test_every_step_of_a_permit_is_kept(coordinator: Desk) -> None:
    permit = registers.add_permit(coordinator, PermitInput("Auto Snel", date(2022, 5, 1))).value
    registers.move_permit(coordinator, permit.id, "bibob", on=date(2022, 9, 1))
    moved = registers.move_permit(coordinator, permit.id, "granted", on=DAY, note="Na hulp").value
    steps = registers.permit_history(coordinator, permit.id)
    assert [(step.from_status, step.to_status) for step in steps] == [
        (None, "notified"), ("notified", "bibob"), ("bibob", "granted"),
    ]  # fmt: skip
    assert (moved.status, moved.status_since) == ("granted", DAY)
    early: dict[str, Any] = {"on": date(2022, 9, 1)}
    assert errors_of(lambda: registers.move_permit(coordinator, permit.id, "left", **early)) == {
        "on": "before_start"
    }
    assert errors_of(lambda: registers.move_permit(coordinator, permit.id, "granted", on=DAY)) == {
        "status": "duplicate"
    }


def test_changing_a_permit_without_another_status_adds_no_step(coordinator: Desk) -> None:
    permit = registers.add_permit(coordinator, PermitInput("Auto Snel", date(2022, 5, 1))).value
    changed = PermitInput("Auto Sneller", DAY, helped=True)
    same = registers.update_permit(coordinator, permit.id, permit.version, changed).value
    assert (same.business_name, same.status_since) == ("Auto Sneller", date(2022, 5, 1))
    left = registers.update_permit(
        coordinator, permit.id, same.version, replace(changed, status="left")
    ).value
    assert (left.status, left.status_since) == ("left", DAY)
    assert len(registers.permit_history(coordinator, permit.id)) == 2


def test_what_others_refer_to_cannot_be_deleted(coordinator: Desk) -> None:
    school = a_school(coordinator)
    registers.add_school_activity(coordinator, SchoolActivityInput(school, DAY))
    with pytest.raises(NotAllowed) as caught:
        registers.delete(coordinator, "schools", school)
    assert caught.value.rule == "school_in_use"
    with pytest.raises(NotAllowed) as caught:
        registers.delete(coordinator, "workers", coordinator.worker_id)
    assert caught.value.rule == "worker_in_use"


def test_a_list_finds_sorts_and_filters(coordinator: Desk) -> None:
    for number, name in enumerate(("Zuiderlicht", "École Ardèche", "Het Anker"), start=1):
        school = registers.add_school(coordinator, SchoolInput(name, "primary", "west")).value
        registers.add_school_activity(coordinator, SchoolActivityInput(school.id, date(2023, number, 1)))
    school_list, activities = (
        RegisterList(coordinator, "schools"),
        RegisterList(coordinator, "school_activities"),
    )
    assert [row.title for row in school_list.rows(school_list.ids())] == [
        "École Ardèche",
        "Het Anker",
        "Zuiderlicht",
    ]
    assert [row["school"] for row in activities.rows(activities.ids(descending=True))] == [
        "Het Anker", "École Ardèche", "Zuiderlicht",
    ]  # fmt: skip
    assert len(activities.ids("ardeche")) == len(activities.ids("ecole")) == 1
    assert activities.ids(chips={"district": frozenset({"south"})}) == []
    assert (
        len(activities.ids(chips={"kind": frozenset({"lesson"})}, sort="school")) == activities.total() == 3
    )


@pytest.mark.parametrize("register", REGISTERS)
def test_every_list_can_be_sorted_on_each_column_and_filtered_on_each_chip(
    coordinator: Desk, register: str
) -> None:
    if register == "school_activities":
        registers.add_school_activity(coordinator, SchoolActivityInput(a_school(coordinator), DAY))
    for name, add, _, entry, _ in ENTRIES:
        if name == register:
            add(coordinator, entry)
    found = RegisterList(coordinator, register)
    for column in found.columns:
        ids = found.ids(sort=column.key)
        assert len(ids) == found.total() >= 1
    for chip in found.chips():
        assert len(found.ids(chips={chip.key: frozenset(chip.codes)})) == found.total()
    assert found.rows([*found.ids(), "0" * 32])[0].values.keys() == {column.key for column in found.columns}


def test_the_owner_of_a_vault_cannot_become_someone_with_other_rights(coordinator: Desk) -> None:
    """A coordinator who became a PGA expert could keep persons beside the pseudonyms of colleagues."""
    owner = next(one for one in workers(coordinator) if one.is_owner)
    same = WorkerInput("Inge de Bakker", "coordinator", date(2023, 1, 2))
    changed = registers.update_worker(coordinator, owner.id, owner.version, same).value
    with pytest.raises(NotAllowed) as caught:
        registers.update_worker(
            coordinator,
            owner.id,
            changed.version,
            WorkerInput("Inge de Bakker", "pga_expert", date(2023, 1, 2)),
        )
    assert caught.value.rule == "own_role"
