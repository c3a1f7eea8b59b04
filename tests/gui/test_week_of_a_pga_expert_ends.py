# SPDX-License-Identifier: EUPL-1.2
"""Thursday and Friday of the week in test_week_of_a_pga_expert.py."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from casus.domain.codelists import codelist
from casus.gui.dates_text import language
from casus.gui.dossier.domains_tab import DomainsTab
from casus.services import attachments, cases, exchange, families, plans, tasks, transfers
from casus.services.planning import PlanningList
from casus.services.saved_filters import saved_filters
from casus.services.today import today
from tests.gui.conftest import BeginDay
from tests.helpers import week
from tests.helpers.keyboard import CTRL, SHIFT, User
from tests.helpers.menus import pick
from tests.helpers.week import (
    ENTER,
    button,
    choose,
    dossier_page,
    field,
    fill,
    from_menu,
    go_to,
    list_page,
    save,
    words,
    words_in,
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("both_languages")
THURSDAY, FRIDAY = week.DAYS[3:]


# --- Thursday ---


def test_thursday_reviews_a_case_and_looks_after_its_family(
    begin_day: BeginDay, qapp: QApplication, tmp_path: Path
) -> None:
    user = begin_day("pga-1", THURSDAY)
    desk = user.session.desk
    due = today(desk).reviews_due[0]
    user.push(button(user.page, due.person_name))
    assert dossier_page(user).acts.case_id == due.case_id
    from_menu(user, "Hertoets vastleggen")
    choose(user, "proportionate", "yes")
    fill(user, reasoning="Er is nog veel onrust thuis.")
    save(user)
    assert cases.get_case(desk, due.case_id).review_on == date(2024, 5, 23)

    user.push(button(week.go_to_tab(user, "Gezin"), "Gezin openen"))
    family_id = week.kept(user, due.case_id).families[0].record.id
    add_sibling(user)
    (sister,) = [one for one in families.members(desk, family_id) if one.name.endswith("Noor")]
    assert (sister.relation, sister.minor_reason) == ("sibling", "Woont in hetzelfde huis.")
    plan_of_family(user)
    plan = plans.newest(plans.plan_versions(desk, family_id=family_id))
    assert plan is not None
    assert (plan.record.summary, plan.record.status) == ("Rust in huis.", "draft")

    user.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    paste_picture(user, qapp)
    with desk.reading() as session:
        (paper,) = attachments.attachments_of(session, cases.get_case(desk, due.case_id).person_id)
    assert paper.media_type == "image/png"
    user.push(button(week.go_to_tab(user, "Bijlagen"), "Bekijken"))
    assert user.page.title() == paper.title
    user.press(Qt.Key.Key_Escape)

    from_menu(user, "Overdragen…")
    okan = next(one.id for one in exchange.colleagues(desk) if one.name == "Okan Yildirim")
    choose(user, "to_worker_id", f"card:{okan}")
    field(user, "path").set_value(tmp_path / "casus.casusbundel")
    save(user)
    assert (tmp_path / "casus.casusbundel").exists()
    (offer,) = [one for one in transfers.open_transfers(desk) if one.case_id == due.case_id]
    assert (offer.status, offer.to_name) == ("offered", "Okan Yildirim")
    assert offer.to_name in words_in(dossier_page(user).header.offer)


def add_sibling(user: User) -> None:
    """A sister with the least, after a try without the reason."""
    user.push(button(user.page, "Kind, broer of zus vastleggen"))
    fill(user, given_name="Noor", surname="Dijk", birth_date="1-5-2012")
    save(user)
    assert field(user, "minor_reason").error()
    fill(user, minor_reason="Woont in hetzelfde huis.")
    save(user)


def plan_of_family(user: User) -> None:
    """The next version of the plan of the family."""
    user.push(button(user.page, "Gezinsplan schrijven"))
    fill(user, summary="Rust in huis.")
    save(user)


def paste_picture(user: User, qapp: QApplication) -> None:
    """A photo of a letter on the clipboard becomes a document."""
    image = QImage(80, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    qapp.clipboard().setImage(image)
    user.tab_to(dossier_page(user).tabs.tabBar())
    user.press(Qt.Key.Key_V, CTRL)
    save(user)


# --- Friday ---


def test_friday_progress_a_closed_case_and_the_week_to_come(
    begin_day: BeginDay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = begin_day("pga-1", FRIDAY)
    desk = user.session.desk
    week.open_dossier_of(user, "Eva Jong")
    case_id = dossier_page(user).acts.case_id
    user.push(button(week.go_to_tab(user, "Leefgebieden"), "Nieuwe meting vastleggen"))
    week.measure(user, "333333333333")
    assert [one.record.kind for one in week.kept(user, case_id).assessments] == ["baseline", "interim"]
    went = codelist("domain_progress")
    assert ways(user) >= {went.label(way, language()) for way in ("forward", "same", "back")}

    close_and_take_back(user)
    whom = plan_monday(user)
    keep_filter(user)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "agenda.ics"), ""))
    page = go_to(user, "Agenda")
    user.press(Qt.Key.Key_PageDown)
    assert button(page, whom).isVisible()
    user.push(button(page, "Naar een andere agenda…"))
    written = (tmp_path / "agenda.ics").read_text("utf-8")
    assert "20231127T094500" in written
    assert not [one for one in today(desk).appointments if one.person_name.split(",")[0] in written]


def ways(user: User) -> set[str]:
    """Return the ways a life domain went, as the table says them."""
    tab = dossier_page(user).tabs.currentWidget()
    assert isinstance(tab, DomainsTab)
    assert tab.compare is not None
    table = tab.compare.table
    items = [table.item(at, 3) for at in range(table.rowCount())]
    return {item.text() for item in items if item is not None}


def close_and_take_back(user: User) -> None:
    """Close a case with an open task; think again, and again."""
    desk = user.session.desk
    week.open_dossier_of(user, "Kevin Vermeer")
    case_id = dossier_page(user).acts.case_id

    def state() -> tuple[str, int]:
        open_ones = [one for one in tasks.open_tasks(desk) if one.case_id == case_id]
        return cases.get_case(desk, case_id).phase, len(open_ones)

    assert state() == ("monitoring", 1)
    from_menu(user, "Casus afsluiten")
    save(user)
    assert field(user, "closure_reason").error()
    choose(user, "closure_reason", "goals_achieved")
    choose(user, "outcome", "stable")
    fill(user, reason="Het gaat al maanden goed met Kevin.")
    save(user)
    assert state() == ("closed", 0)
    user.press(Qt.Key.Key_Z, CTRL)
    assert state() == ("monitoring", 1)
    user.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert state() == ("closed", 0)


def plan_monday(user: User) -> str:
    """Give the first on Planning an appointment on Monday, read it on the sheet of that day; return the name."""
    desk = user.session.desk
    page = list_page(user, "Planning")
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, CTRL)
    case_id = page.table.current_id()
    user.press(Qt.Key.Key_A)
    fill(user, on="maandag", at_time="9:45")
    save(user)
    (row,) = PlanningList(desk).rows([case_id])
    assert row["appointment_on"] == FRIDAY + timedelta(days=3)
    user.push(button(user.page, "Dagstaat"))
    for _ in range(3):
        user.press(Qt.Key.Key_Right)
    assert row.title in words_in(user.page)
    return row.title


def keep_filter(user: User) -> None:
    """Keep what is looked for under a name."""
    page = list_page(user, "Planning")
    user.press(Qt.Key.Key_F, CTRL)
    user.type("demir")
    user.wait_until(lambda: page.table.model.rowCount() == 3)
    pick(user, page.table.toolbar.filters, *words("Dit filter bewaren…"))
    user.type("Familie Demir")
    user.press(ENTER)
    assert [one.name for one in saved_filters(user.session.desk, "planning")] == ["Familie Demir"]
