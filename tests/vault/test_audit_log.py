# SPDX-License-Identifier: EUPL-1.2
import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from casus.crypto.keys import AUDIT_MAC
from casus.domain.clock import FixedClock
from casus.vault import Vault
from casus.vault.audit_log import entry_digest, start_of
from casus.vault.row_digest import layout_of, record_classes
from casus.vault.tables import AuditEntry, Base, FieldChange, School, Setting
from casus.vault.tables.audit import ChangeBatch
from tests.helpers.records import a_school


def entries(vault: Vault) -> list[tuple[str, str, str, str]]:
    """Return actor, action, kind and record of every entry after the vault's own first ones."""
    with vault.reading() as session:
        found = session.scalars(select(AuditEntry).order_by(AuditEntry.seq)).all()
    return [(e.actor, e.action, e.kind, e.record_id) for e in found if e.kind != "vault"]


def changes(vault: Vault) -> dict[str, tuple[Any, Any]]:
    with vault.reading() as session:
        return {c.field: (c.old, c.new) for c in session.scalars(select(FieldChange)).all()}


def test_creating_changing_and_deleting_each_leave_an_entry(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        school = a_school("Een")
        session.add(school)
    with vault.transaction("w2") as session:
        school.name = "Twee"
        session.add(school)
    with vault.transaction("w3") as session:
        session.delete(session.get(School, school.id))
    assert entries(vault) == [
        ("w1", "created", "schools", school.id),
        ("w2", "changed", "schools", school.id),
        ("w3", "deleted", "schools", school.id),
    ]
    assert vault.verify().ok


def test_a_change_keeps_what_it_replaced_with_batch_label_and_reason(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        school = a_school("Een")
        session.add(school)
    assert changes(vault) == {}
    with vault.transaction("w2", "verhuisd", label="school_moved") as session:
        school.name, school.district = "Twee", "zuid"
        session.add(school)
    assert changes(vault) == {"name": ("Een", "Twee"), "district": ("overvecht", "zuid")}
    with vault.reading() as session:
        batch = session.scalars(select(ChangeBatch).where(ChangeBatch.actor == "w2")).one()
        assert (batch.label, batch.reason) == ("school_moved", "verhuisd")
        assert set(session.scalars(select(FieldChange.batch_id))) == {batch.id}
        entry = session.scalars(select(AuditEntry).where(AuditEntry.action == "changed")).one()
        assert entry.batch_id == batch.id


def test_the_changes_of_one_transaction_are_one_batch(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        one, other = a_school("Een"), a_school("Twee")
        session.add(one)
        session.flush()
        session.add(other)
        one.name = "Drie"
    with vault.reading() as session:
        assert len(session.scalars(select(ChangeBatch)).all()) == 1
        mutations = session.scalars(select(AuditEntry).where(AuditEntry.kind == "schools")).all()
    assert sorted(entry.action for entry in mutations) == ["changed", "created", "created"]
    assert len({entry.batch_id for entry in mutations}) == 1


def test_a_deleted_record_leaves_all_it_held_for_undo(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        school = a_school("Een")
        session.add(school)
    with vault.transaction("w1") as session:
        session.delete(school)
    kept = changes(vault)
    assert kept["name"] == ("Een", None)
    assert kept["id"] == (school.id, None)
    assert set(kept) == {column.name for column in School.__table__.columns}


def test_setting_a_field_to_what_it_was_is_no_change(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        school = a_school("Een")
        session.add(school)
    with vault.transaction("w1") as session:
        school.name = "Twee"
        school.name = "Een"
        session.add(school)
    assert [action for _, action, _, _ in entries(vault)] == ["created"]


def test_the_old_value_is_kept_also_when_it_had_not_been_loaded(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        school = a_school("Een")
        session.add(school)
    with vault.transaction("w1") as session:
        found = session.get(School, school.id)
        assert found is not None
        session.expire(found, ["name"])
        found.name = "Twee"
    assert changes(vault) == {"name": ("Een", "Twee")}
    assert vault.verify().ok


def test_a_value_worked_out_by_the_database_is_refused(vault: Vault) -> None:
    """Its old and new value would be known to nobody, so there could be no history."""
    with vault.transaction("w1") as session:
        school = a_school("Een")
        session.add(school)
    with pytest.raises(TypeError), vault.transaction("w1") as session:
        found = session.get(School, school.id)
        assert found is not None
        found.name = School.name + " en een half"  # type: ignore[assignment]
    with pytest.raises(TypeError), vault.transaction("w1") as session:
        session.add(a_school(sort_key=func.lower("ABC")))
    assert vault.verify().ok


def test_many_records_at_once_have_their_entries_and_defaults(vault: Vault) -> None:
    rows = [{"name": f"S{n}", "sort_key": f"s{n}", "kind": "primary", "district": "west"} for n in range(500)]
    with vault.transaction("w1", label="import") as session:
        ids = vault.insert_many(session, School, rows)
        assert vault.insert_many(session, School, []) == []
    assert len(set(ids)) == 500
    assert [one[3] for one in entries(vault)] == ids
    with vault.reading() as session:
        school = session.get(School, ids[7])
        assert school is not None
        assert (school.name, school.version) == ("S7", 1)
    assert vault.verify().ok


def test_acts_that_change_nothing_are_entries_too(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        vault.log(session, "viewed", "persons", "a1")
        vault.log(session, "exported", "reports", "r1")
    assert entries(vault) == [("w1", "viewed", "persons", "a1"), ("w1", "exported", "reports", "r1")]


@pytest.mark.parametrize("text", ["Jan Jansen", "é", "", "a" * 65, "a\nb", "<b>"])
def test_only_ids_and_codes_get_into_an_entry(vault: Vault, text: str) -> None:
    with pytest.raises(ValueError, match="not an id"), vault.transaction(text):
        pass
    with vault.transaction("w1") as session:
        for values in ((text, "persons", "a"), ("viewed", text, "a"), ("viewed", "persons", text)):
            with pytest.raises(ValueError, match="not an id"):
                vault.log(session, *values)


def test_entries_hold_nothing_of_what_was_written(vault: Vault) -> None:
    with vault.transaction("w1", "Zebedeus vroeg het") as session:
        school = a_school("Zebedeus College")
        session.add(school)
    with vault.transaction("w1") as session:
        school.name = "Xantippe College"
        session.add(school)
    with vault.reading() as session:
        rows = session.execute(select(AuditEntry.__table__)).all()
    told = json.dumps([[str(value) for value in row] for row in rows])
    assert "Zebedeus" not in told
    assert "Xantippe" not in told


def test_erasing_the_history_leaves_the_chain_whole(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        school = a_school("Een")
        session.add(school)
    with vault.transaction("w1") as session:
        school.name = "Twee"
        session.add(school)
    with vault.transaction("w1") as session:
        session.execute(delete(FieldChange).where(FieldChange.record_id == school.id))
        session.execute(delete(ChangeBatch))
    assert changes(vault) == {}
    assert vault.verify().ok


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET actor = 'x' WHERE seq = 1",
        "DELETE FROM audit_entries WHERE seq = 1",
        "INSERT OR REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE seq = 1",
        "UPDATE OR REPLACE audit_entries SET seq = 2 WHERE seq = 1",
    ],
)
def test_an_entry_cannot_be_changed_or_removed(vault: Vault, statement: str) -> None:
    with pytest.raises(Exception, match="append-only"), vault.transaction("w1") as session:
        session.connection().exec_driver_sql(statement)
    assert vault.verify().ok


def bulk_insert(session: Session) -> None:
    session.execute(insert(School), [{"name": "x", "sort_key": "x", "kind": "x", "district": "x"}])


@pytest.mark.parametrize(
    "statement",
    [
        bulk_insert,
        lambda session: session.execute(update(School).values(name="x")),
        lambda session: session.execute(delete(School)),
        lambda session: session.execute(School.__table__.delete()),
    ],
)
def test_a_statement_that_would_get_past_the_log_is_refused(vault: Vault, statement: Any) -> None:
    with vault.transaction("w1") as session, pytest.raises(RuntimeError, match="past the audit log"):
        statement(session)


def test_tables_that_are_no_records_may_be_written_in_bulk(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        session.execute(insert(Setting), [{"name": "a", "value": 1}, {"name": "b", "value": 2}])
        session.execute(delete(Setting).where(Setting.name == "a"))
    with vault.reading() as session:
        assert session.scalars(select(Setting.name)).all() == ["b"]


def test_a_savepoint_that_is_rolled_back_takes_its_entries_along(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        session.add(a_school("Blijft"))
        session.flush()
        inner = session.begin_nested()
        session.add(a_school("Gaat"))
        session.flush()
        inner.rollback()
    assert [action for _, action, _, _ in entries(vault)] == ["created"]
    assert vault.verify().ok


def test_every_entry_is_chained_to_the_one_before(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        session.add_all([a_school(f"S{number}") for number in range(5)])
        vault.log(session, "viewed", "schools", "x")
    key = vault._vault_key().subkey(AUDIT_MAC)
    with vault.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT * FROM audit_entries ORDER BY seq").all()
    previous = start_of(vault.vault_id, key)
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        previous = entry_digest(key, previous, tuple(row)[:-1])
        assert previous == row[-1]


def test_a_clock_that_went_back_is_flagged(vault: Vault, clock: FixedClock) -> None:
    clock.moment -= timedelta(days=365)
    with vault.transaction("w1") as session:
        vault.log(session, "viewed", "schools", "x")
    with vault.transaction("w1") as session:
        vault.log(session, "viewed", "schools", "x")
    with vault.reading() as session:
        flags = session.scalars(select(AuditEntry.clock_back).order_by(AuditEntry.seq.desc()).limit(2)).all()
    assert flags == [False, True]
    assert vault.verify().ok


def test_no_row_changes_behind_the_logs_back() -> None:
    """A foreign key that cascades would change or remove records without an entry."""
    actions = [
        f"{table.name}.{key.parent.name}"
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.ondelete or key.onupdate
    ]
    assert actions == []


def test_every_record_class_has_a_layout_of_its_own() -> None:
    kinds = [layout_of(record_class).kind for record_class in record_classes()]
    assert len(kinds) == len(set(kinds)) > 30
    assert "audit_entries" not in kinds
