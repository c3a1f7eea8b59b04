# SPDX-License-Identifier: EUPL-1.2
"""The history read back: batches in their order, whole or not at all, and what each did to which record."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from casus.vault import Vault
from casus.vault.history import (
    Batch,
    Change,
    Touch,
    batches,
    changes_of,
    headers,
    later_fields,
    some_touches,
    stored_row,
    touches_of,
)
from casus.vault.row_digest import class_of, layout_of, record_classes
from casus.vault.tables import Case, School
from tests.helpers.records import a_school


def add(vault: Vault, *names: str, label: str = "change") -> list[str]:
    schools = [a_school(name) for name in names]
    with vault.transaction("w1", label=label) as session:
        session.add_all(schools)
    return [school.id for school in schools]


def read(vault: Vault, most: int = 10_000) -> list[Batch]:
    with vault.reading() as session:
        return list(batches(session, most))


def changed(vault: Vault, batch: Batch) -> list[Change]:
    with vault.reading() as session:
        return changes_of(session, batch)


def test_an_empty_vault_has_no_batches(vault: Vault) -> None:
    assert [batch for batch in read(vault) if "vault" not in batch.kinds] == []


def test_batches_come_latest_first_with_their_headers(vault: Vault) -> None:
    add(vault, "Een", label="first_one")
    add(vault, "Twee", "Drie", label="second_one")
    found = read(vault)
    with vault.reading() as session:
        known = headers(session, [batch.id for batch in found])
    assert [known[batch.id].label for batch in found] == ["second_one", "first_one"]
    assert [(batch.entries, batch.kinds) for batch in found] == [(2, {"schools"}), (1, {"schools"})]


def test_a_batch_larger_than_a_page_is_one(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        rows = [
            {"name": f"School {n}", "sort_key": str(n), "kind": "secondary", "district": "south"}
            for n in range(900)
        ]
        vault.insert_many(session, School, rows)
    add(vault, "Erna")
    found = read(vault)
    assert [batch.entries for batch in found] == [1, 900]
    with vault.reading() as session:
        assert len(touches_of(session, found[1])) == 900
        few = some_touches(session, found[1], 10)
        assert len(few) == 10
        assert {touch.action for touch in few} == {"created"}


def test_a_batch_that_begins_further_back_than_is_looked_is_left_out(vault: Vault) -> None:
    add(vault, *(f"School {n}" for n in range(600)))
    add(vault, "Erna")
    assert [batch.entries for batch in read(vault, 100)] == [1]


def test_what_came_and_went_within_a_batch_is_no_change(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        school = a_school("Even")
        session.add(school)
        session.flush()
        session.delete(school)
    (batch,) = read(vault)
    assert changed(vault, batch) == []
    with vault.reading() as session:
        assert [touch.action for touch in touches_of(session, batch)] == ["created", "deleted"]


def test_several_flushes_are_one_change_from_the_first_value_to_the_last(vault: Vault) -> None:
    (school_id,) = add(vault, "Een")
    with vault.transaction("w1") as session:
        school = session.get_one(School, school_id)
        for name in ("Twee", "Drie"):
            school.name = name
            session.flush()
    (change,) = changed(vault, read(vault)[0])
    assert change.fields["name"] == ("Een", "Drie")
    assert (change.created, change.deleted) == (False, False)


def test_a_record_changed_and_then_deleted_has_what_it_held_before(vault: Vault) -> None:
    (school_id,) = add(vault, "Een")
    with vault.transaction("w1") as session:
        school = session.get_one(School, school_id)
        school.name = "Twee"
        session.flush()
        session.delete(school)
    (change,) = changed(vault, read(vault)[0])
    assert change.deleted
    assert change.fields["name"][0] == "Een"


def test_later_batches_tell_what_a_field_held_and_who_replaced_it(vault: Vault) -> None:
    (school_id,) = add(vault, "Een")
    for name in ("Twee", "Drie"):
        with vault.transaction("w1") as session:
            session.get_one(School, school_id).name = name
    third, second, first = read(vault)
    with vault.reading() as session:
        fields = later_fields(session, first, changes_of(session, first))
        assert fields["schools", school_id]["name"] == ("Een", second.id)
        assert later_fields(session, third, changes_of(session, third)) == {}
        assert touches_of(session, third) == [Touch("changed", "schools", school_id)]


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("opened_on", date(2023, 3, 1)),
        ("created_at", datetime(2023, 3, 1, 9, 30, tzinfo=UTC)),
        ("inclusion_reasons", ["several_domains", "safety"]),
        ("legal_hold", True),
        ("legal_hold", False),
        ("version", 3),
        ("inclusion_note", "Een toelichting – met tekens"),
        ("inclusion_note", None),
    ],
)
def test_a_stored_value_comes_back_as_it_was(attribute: str, value: Any) -> None:
    column = next(one for one in layout_of(Case).columns if one.attribute == attribute)
    assert column.python(column.stored(value)) == value
    assert type(column.python(column.stored(value))) is type(value)


def test_every_kind_has_its_class_and_a_table_that_is_gone_has_none(vault: Vault) -> None:
    assert all(class_of(layout_of(one).kind) is one for one in record_classes())
    assert class_of("no_such_table") is None
    (school_id,) = add(vault, "Een")
    with vault.reading() as session:
        assert stored_row(session.get_one(School, school_id))["name"] == "Een"
