# SPDX-License-Identifier: EUPL-1.2
"""The log as a reader uses it: of one person over all records, with what changed, why, and whether it is whole."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from tests.conftest import MakeDesk
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.keyboard import User

from casus.domain.clock import FixedClock
from casus.gui.audit_log.filter_panel import FilterPanel
from casus.gui.audit_log.page import AuditPage
from casus.gui.dossier.field_words import _FIELDS
from casus.services import audit, audit_trail, cases, dossier, persons, restricting, settings, tasks
from casus.services.audit import AuditList, Narrow
from casus.services.audit_trail import BOOKKEEPING
from casus.services.desk import Desk
from casus.services.inputs import TaskInput
from casus.vault.row_digest import layout_of, record_classes

SitDown = Callable[..., User]
REASON = "Spoed: de politie belt over vanavond."


def said(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


def test_every_stored_field_has_words_or_says_nothing_to_a_reader() -> None:
    stored = {column.name for kind in record_classes() for column in layout_of(kind).columns}
    assert {name for name in stored - BOOKKEEPING if name not in _FIELDS} == set()


def entry_of(desk: Desk, kind: str, record_id: str, action: str) -> int:
    found = AuditList(desk).latest(kind, record_id, 50)
    return int(next(row.id for row in found if row["action"] == action))


def test_all_records_of_a_person_are_found_and_an_entry_tells_old_and_new(
    make_desk: MakeDesk, sit_down: SitDown
) -> None:
    desk = make_desk("pga_expert")
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    case = a_case(desk)
    other = a_person(desk, surname="Zand")
    visit = a_home_visit(desk, case)
    task = tasks.add_task(desk, TaskInput("Bellen", case_id=case.id)).value
    cases.move_phase(desk, case.id, "planning", on=desk.today(), reason="Klaar voor een plan.")
    dossier.open_dossier(desk, case.id)
    tasks.cancel_task(desk, task.id)
    clock.moment -= timedelta(hours=1)
    persons.update_person(
        desk, case.person_id, persons.get_person(desk, case.person_id).version, a_person_input("Zuilen 4")
    )
    log = AuditList(desk, Narrow(person_id=case.person_id))
    rows = log.rows(log.ids())
    assert {row["about"] for row in rows} == {"El Amrani, Younes"}
    assert {"persons", "cases", "contacts", "tasks", "phase_changes"} <= {row["kind"] for row in rows}
    assert other.id not in {row["record_id"] for row in rows}
    assert visit.id in {row["record_id"] for row in rows}
    assert rows[0]["clock_back"]
    day = desk.today()
    assert len(AuditList(desk, Narrow(since=day, until=day)).ids()) == len(AuditList(desk).ids())
    assert AuditList(desk, Narrow(since=day + timedelta(days=1))).ids() == []
    assert AuditList(desk, Narrow(worker_id="niemand")).ids() == []
    both = AuditList(desk, Narrow(person_id=case.person_id, kind="tasks"))
    assert {(row["kind"], row["record_id"]) for row in both.rows(both.ids())} >= {("tasks", task.id)}
    assert {row["kind"] for row in both.rows(both.ids())} == {"tasks"}

    user = sit_down(desk, "logboek", f"person:{case.person_id}")
    page = user.page
    assert isinstance(page, AuditPage)
    assert "Alleen regels over El Amrani, Younes." in said(page)
    assert "nog niet nagelezen" in page.chain.text()
    page.table.select_id(str(entry_of(desk, "cases", case.id, "changed")))
    page.table.view.setFocus()
    user.press(Qt.Key.Key_Space)
    words = said(user.panel)
    assert "Fase\nIntake → Plan van aanpak" in words or "Fase\n" in words
    assert "Klaar voor een plan." in words
    assert "Samen met" in words
    user.press(Qt.Key.Key_Up)  # the panel goes along, the keyboard stays in the list
    assert page.table.view.hasFocus()
    page.show_entry(rows[0].id)
    page.table.select_id(rows[0].id)
    user.settle()
    page.show_entry(rows[0].id)
    user.settle()
    assert "vroeger dan bij de regel ervoor" in said(user.panel)
    page.open_filter()
    user.settle()
    assert isinstance(user.panel, FilterPanel)
    user.panel.kind.set_value("tasks")
    user.push(user.panel.show_button)
    assert page.narrowed.text() == "Alleen regels over El Amrani, Younes, over gegevens van de soort taak."
    assert page.source.entries.narrow == Narrow(person_id=case.person_id, kind="tasks")
    page.open_filter()
    user.settle()
    assert isinstance(user.panel, FilterPanel)
    assert user.panel.kind.value() == "tasks"
    user.push(user.panel.clear_button)
    assert page.narrowed.text() == ""


def a_person_input(street: str) -> "persons.PersonInput":
    return persons.PersonInput("Younes", "El Amrani", street=street)


def test_of_a_closed_dossier_the_log_tells_the_number_and_a_check_is_remembered(make_desk: MakeDesk) -> None:
    desk = make_desk("pga_expert")
    case = a_case(desk)
    number = entry_of(desk, "cases", case.id, "created")
    task = tasks.add_task(desk, TaskInput("Bellen", case_id=case.id)).value
    tasks.cancel_task(desk, task.id)
    restricting.restrict(desk, case.person_id, case.id, "person", REASON)
    changed = entry_of(desk, "persons", case.person_id, "changed")
    closed = audit_trail.entry_detail(desk, changed)
    assert (closed.closed, closed.fields, closed.reason) == (True, (), "")
    assert closed.about.startswith("Afgeschermd dossier P-")
    dossier.open_dossier(desk, case.id, reason=REASON)
    opened = audit_trail.entry_detail(desk, changed)
    assert [(line.field, line.old, line.new) for line in opened.fields] == [("restricted", False, True)]
    assert opened.reason == REASON
    access = audit_trail.entry_detail(desk, entry_of(desk, "persons", case.person_id, "emergency_access"))
    assert access.reason == REASON
    assert audit_trail.entry_detail(desk, number).place == f"case:{case.id}"
    assert audit.last_check(desk) is None
    assert audit.check(desk).ok
    found = audit.last_check(desk)
    assert found is not None
    assert found.broken_at == 0
    settings.set_setting(desk, "last_check", {"at": desk.clock.now().isoformat(), "broken_at": 12})
    broken = audit.last_check(desk)
    assert broken is not None
    assert broken.broken_at == 12
