# SPDX-License-Identifier: EUPL-1.2
"""The log as a screen shows it: everything that happened, in codes that have words."""

from datetime import date

from tests.conftest import MakeDesk
from tests.helpers.builders import a_home_visit, a_person

from casus.domain.codelists import codelist
from casus.services import registers
from casus.services.audit import AuditList, verify
from casus.services.desk import Desk
from casus.services.registers import InspectionInput
from casus.vault.row_digest import layout_of, record_classes


def test_the_latest_entry_comes_first_with_the_worker_by_name(desk: Desk) -> None:
    person = a_person(desk)
    log = AuditList(desk)
    row = log.rows(log.ids()[:1])[0]
    assert (row["action"], row["kind"], row["record_id"]) == ("created", "persons", person.id)
    assert row["worker"] == "Marieke Visser"
    assert row["at"] is not None
    assert log.ids(descending=False)[0] == "1"


def test_the_log_is_searched_by_record_and_filtered_by_what_was_done(make_desk: MakeDesk) -> None:
    desk = make_desk("coordinator")
    entry = registers.add_inspection(desk, InspectionInput(date(2023, 5, 1))).value
    registers.delete(desk, "inspections", entry.id)
    log = AuditList(desk)
    assert len(log.ids(entry.id)) == 2
    assert len(log.ids(chips={"action": frozenset({"deleted"})})) == 1
    assert len(log.ids("visser")) < log.total()
    assert log.ids(sort="worker", chips={"kind": frozenset({"inspections"})}) != []


def test_everything_the_log_can_name_has_words(desk: Desk) -> None:
    a_home_visit(desk)
    log = AuditList(desk)
    rows = log.rows(log.ids())
    assert {row["action"] for row in rows} <= set(codelist("audit_action").values)
    assert {row["kind"] for row in rows} <= set(codelist("record_kind").values)
    assert {layout_of(kind).kind for kind in record_classes()} <= set(codelist("record_kind").values)


def test_a_whole_vault_is_found_in_order(desk: Desk) -> None:
    steps: list[float] = []
    assert verify(desk, steps.append).ok
    assert steps[-1] == 1.0


def test_the_latest_entries_of_one_record_are_those_of_the_whole_list(desk: Desk) -> None:
    one, other = a_person(desk).id, a_person(desk, surname="Anders").id
    log = AuditList(desk)
    whole = [row for row in log.rows(log.ids()) if row["record_id"] == one]
    assert log.latest("persons", one, 10) == [row for row in whole if row["kind"] == "persons"]
    assert len(log.latest("persons", other, 1)) == 1
    assert log.latest("cases", one, 10) == []
