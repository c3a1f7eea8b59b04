# SPDX-License-Identifier: EUPL-1.2
"""Everyone is restricted, and every text about them a word that exists nowhere else: no page shows one of them.

The inputs are those of `tests.helpers.every_field`, so that a new kind of record is looked at by itself.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from sqlalchemy import select
from tests.conftest import MakeDesk
from tests.helpers.builders import a_case, a_home_visit
from tests.helpers.canary import STEM, Canary
from tests.helpers.every_act import filled
from tests.helpers.every_field import USES, World
from tests.helpers.keyboard import User, form_of

from casus.domain.clock import FixedClock
from casus.errors import InvalidForm, NotAllowed
from casus.gui import forms_registry
from casus.gui.dossier.page import DossierPage
from casus.gui.lists import RecordTable
from casus.services import break_glass, dossier, drafts, persons, restricting, search
from casus.services.agenda import agenda
from casus.services.day_sheet import day_sheet
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, TaskInput
from casus.services.persons import find_similar
from casus.services.task_list import TaskList
from casus.services.tasks import add_appointment, add_task, complete_task
from casus.services.undo import recent
from casus.vault.tables import Appointment, Attachment, AuditEntry, Family, Person, Task

SitDown = Callable[..., User]
REASON = "Spoed: de politie belt over vanavond."
ABOUT_NOBODY = re.compile(
    r"(Plan|Goal|Action|Partner|Facility|Family|Worker|School\w*|BusinessContact|Inspection|Permit|ResilienceSession|Ambassador"
    r"|ConsultingSession)Input\.|VogInput\.ambassador|ProgrammeInput\.provider_name|owner"
)
"""Places of words that are about a partner, a prison, a family as a whole and its plan, a colleague, a register."""
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.UserRole,
)


def closed_vault(desk: Desk, other: Desk) -> Canary:
    """Store every input with its words, and restrict everyone on file."""
    canary, world = Canary(), World(desk, other)
    for kind, use in USES.items():
        use.store(world, filled(use, kind, canary, world))
    add_appointment(
        desk, AppointmentInput("home_visit", desk.today(), "10:00", world.someone, place=canary("planned at"))
    )
    drafts.save_draft(desk, f"person:{world.someone}", "person", world.someone, {"note": canary("draft")})
    with desk.changing(label="demo") as session:
        for person in session.scalars(select(Person)):
            person.restricted = True
        for table in (Task, Appointment):  # whatever is about nobody is about someone here
            for record in session.scalars(select(table).where(table.person_id.is_(None))):
                record.person_id = world.someone
    return canary


def texts(user: User, *, whole: bool) -> Iterator[str]:
    """Yield every text of the page, or of the whole window: shown, as tip, for a screen reader, or in a list."""
    panel = user.window.area.panel
    parts = (user.page, *([panel] if panel is not None else [])) if not whole else (user.window,)
    inside = [child for part in parts for child in part.findChildren(QWidget)]
    for widget in (*QApplication.topLevelWidgets(), *parts, *inside):
        for name in (
            "text",
            "toolTip",
            "accessibleName",
            "accessibleDescription",
            "windowTitle",
            "plainText",
        ):
            value = widget.property(name)
            if isinstance(value, str):
                yield value
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from cells(widget)


def cells(view: QAbstractItemView) -> Iterator[str]:
    """Yield what every cell of a list tells, in all its roles."""
    model, top = view.model(), QModelIndex()
    for row in range(model.rowCount(top)):
        for column in range(model.columnCount(top)):
            for role in ROLES:
                yield str(model.data(model.index(row, column), role))


class Looker:
    """Remembers which words were seen where."""

    def __init__(self, user: User, canary: Canary) -> None:
        self.user, self.canary = user, canary
        self.seen: dict[str, str] = {}

    def look(self, where: str, *, whole: bool = False) -> None:
        """Look at the page with its panel, or at the whole window with every page that was opened."""
        self.read(where, *texts(self.user, whole=whole))

    def read(self, where: str, *told: object) -> None:
        """Look at what is told."""
        for text in map(str, told):
            for word in re.findall(rf"{STEM}\w*", text, re.IGNORECASE):
                place = self.canary.named(word)
                if not ABOUT_NOBODY.match(place):
                    self.seen.setdefault(place, where)


def test_of_closed_dossiers_nothing_is_shown_on_any_page(make_desk: MakeDesk, sit_down: SitDown) -> None:
    desk = make_desk("pga_expert")
    canary = closed_vault(desk, make_desk("coordinator", name="andere"))
    assert len(canary.places) > 60
    user = sit_down(desk)
    looker = Looker(user, canary)
    for key in sorted(user.window.page_keys() - {"dossier", "gezin", "bijlage"}):
        page = user.open(key)
        for table in page.findChildren(RecordTable):
            table.chips.clear()
            table.reload()
            user.settle()
            if table.model.rowCount():
                table.view.selectRow(0)
                table.previewed.emit(table.current_id())
                user.settle()
                looker.look(f"{key}, preview")
        looker.look(key)
    _dossiers_families_papers(user, looker)
    _services(desk, looker)
    looker.look("the window", whole=True)
    assert not looker.seen, "\n".join(f"{place}: {where}" for place, where in looker.seen.items())


def _dossiers_families_papers(user: User, looker: Looker) -> None:
    """Open a dossier, a family and a document."""
    with user.session.desk.reading() as session:
        people = list(session.scalars(select(Person.id).limit(2)))
        family = session.scalars(select(Family.id).limit(1)).one()
        paper = session.scalars(select(Attachment.id).limit(1)).one()
    for person_id in people:
        page = user.open("dossier", f"person:{person_id}")
        assert isinstance(page, DossierPage)
        assert page.restricted.isVisible()
        looker.look("dossier")
    user.open("gezin", family)
    looker.look("family")
    user.open("bijlage", paper)
    looker.look("attachment")
    user.window.close_panel()


def _services(desk: Desk, looker: Looker) -> None:
    """Ask what lists, search and warnings are made of."""
    day = desk.today()
    for word in (STEM, *looker.canary.places.values()):
        looker.read(f"search {looker.canary.named(word)}", *search.search(desk, word))
    looker.read("agenda", agenda(desk, day - timedelta(days=30), day + timedelta(days=30)))
    looker.read("day sheet", day_sheet(desk, day), recent(desk))
    kind = next(kind for kind in USES if kind.__name__ == "PersonInput")
    typed = replace(
        USES[kind].start(None), given_name=looker.canary("PersonInput.given_name"),  # type: ignore[arg-type]
        surname=looker.canary("PersonInput.surname"), prefix=looker.canary("PersonInput.prefix"),
    )  # fmt: skip
    similar = find_similar(desk, typed)
    assert similar, "that there is one like it is told"
    looker.read("similar", *similar)


def test_an_access_ends_by_time_lock_and_hand_and_is_judged_once(
    make_desk: MakeDesk, reopen: Callable[[Desk], Desk]
) -> None:
    desk = make_desk("pga_expert")
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    case = a_case(desk)
    person_id, name = case.person_id, persons.PersonList(desk).rows([case.person_id])[0].title
    task = add_task(desk, TaskInput("Bellen met school", person_id=person_id)).value

    def shown() -> set[str]:
        return {
            row.title
            for row in (*persons.PersonList(desk).rows([person_id]), *TaskList(desk).rows([task.id]))
        }

    restricting.restrict(desk, person_id, case.id, "person", REASON)
    (masked,) = shown()
    assert masked.startswith("Afgeschermd dossier P-")
    assert persons.PersonList(desk).ids("amrani") == []
    assert persons.PersonList(desk).ids(masked.rpartition(" ")[2]) == [person_id]
    for use in (lambda: complete_task(desk, task.id), lambda: persons.get_person(desk, person_id)):
        with pytest.raises(NotAllowed):
            use()
    access = break_glass.open_restricted(desk, person_id, REASON).value
    assert shown() == {name, "Bellen met school"}
    clock.moment += timedelta(hours=desk.policy.break_glass_hours) - timedelta(seconds=1)
    assert shown() == {name, "Bellen met school"}
    clock.moment += timedelta(seconds=1)
    assert shown() == {masked}
    assert desk.glass.take_lapsed() == {person_id}
    for end in (lambda: break_glass.close_access(desk, person_id), lambda: set_clock_back(clock)):
        break_glass.open_restricted(desk, person_id, REASON)
        assert shown() != {masked}
        end()
        assert shown() == {masked}
    break_glass.open_restricted(desk, person_id, REASON)
    desk = reopen(desk)
    assert shown() == {masked}
    with pytest.raises(InvalidForm):
        break_glass.judge_access(desk, access.id, 2, verdict="wrong", note=None)
    break_glass.judge_access(desk, access.id, 2, verdict="right", note=None)
    with pytest.raises(NotAllowed):
        break_glass.judge_access(desk, access.id, 3, verdict="right", note=None)
    assert break_glass.to_judge(desk) == 3
    with desk.reading() as session:
        logged = select(AuditEntry).where(
            AuditEntry.action == "emergency_access", AuditEntry.kind == "persons"
        )
        assert len(session.scalars(logged).all()) == 4
    assert desk.vault.verify().ok


def test_a_draft_about_a_closed_dossier_opens_after_the_reason_only(desk: Desk, sit_down: SitDown) -> None:
    case = a_case(desk)
    user = sit_down(desk)
    key = f"task:case:{case.id}"
    drafts.save_draft(desk, key, "task", case.id, {"title": "Vraag naar de Kwelder"})
    restricting.restrict(desk, case.person_id, case.id, "person", REASON)
    page = user.open("vandaag")
    assert forms_registry.reopen(user.window, desk, key, owner=page)
    user.settle()
    page = user.page
    assert isinstance(page, DossierPage)
    assert page.restricted.isVisible()
    assert user.window.area.panel is None
    assert not any("Kwelder" in text for text in texts(user, whole=True))
    break_glass.open_restricted(desk, case.person_id, REASON)
    assert forms_registry.reopen(user.window, desk, key, owner=page)
    user.settle()
    assert form_of(user.panel)["title"].value() == "Vraag naar de Kwelder"


def set_clock_back(clock: FixedClock) -> None:
    clock.moment -= timedelta(days=1)


def test_a_restricted_case_closes_what_belongs_to_it_and_nothing_else(make_desk: MakeDesk) -> None:
    desk = make_desk("pga_expert")
    closed = a_case(desk)
    other = a_case(desk, persons.get_person(desk, closed.person_id), approach="rio")
    for case in (closed, other):
        add_task(desk, TaskInput(f"Taak van {case.approach}", case_id=case.id))
        a_home_visit(desk, case, report=f"Verslag bij {case.approach}")
    restricting.restrict(desk, closed.person_id, closed.id, "case", REASON)
    assert sorted(row.title[:11] for row in TaskList(desk).rows(TaskList(desk).ids())) == [
        "Afgeschermd",
        "Taak van ri",
    ]
    page = dossier.open_dossier(desk, other.id)
    assert [item.text for item in page.timeline if item.kind == "contact"] == ["Verslag bij rio"]
    assert [tab.id for tab in page.header.cases] == [other.id]
    assert [task.title for task in page.tasks] == ["Taak van rio"]
    with pytest.raises(NotAllowed):
        dossier.open_dossier(desk, closed.id)
    assert len(dossier.open_dossier(desk, closed.id, reason=REASON).header.cases) == 2
