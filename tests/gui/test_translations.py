# SPDX-License-Identifier: EUPL-1.2
"""English: choosing it changes the whole window, and no Dutch text is left on any page, tab or form."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

import casus.gui
from casus.assets import resources_root
from casus.domain.codelists import codelist, names
from casus.domain.periods import Period
from casus.gui import translations
from casus.gui.dossier.page import DossierPage
from casus.gui.registers.kinds import KINDS
from casus.gui.registers.page import RegistersPage
from casus.gui.report.compose import Wish
from casus.gui.report.page import PROTECT, ReportPage
from casus.services import families, persons, plans, registers, sharing, tasks
from casus.services.desk import Desk
from casus.services.inputs import (
    AssessmentInput,
    GoalInput,
    MemberInput,
    PlanInput,
    ScoreInput,
    SharingInput,
    TaskInput,
)
from casus.services.records import Case
from casus.services.register_inputs import SchoolActivityInput, SchoolInput
from tests.helpers.builders import a_case, a_detention, a_family, a_home_visit, a_programme
from tests.helpers.keyboard import User, form_of

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

SitDown = Callable[..., User]
TABS = (
    "timeline", "plan", "domains", "detention", "programmes", "family", "tasks", "attachments", "account",
)  # fmt: skip
ACTS = (
    "edit_person", "open_case", "move_phase", "review", "assign", "assess", "write_plan", "add_task", "share",
    "add_programme", "add_detention", "add_family", "home_visit", "prison_visit",
)  # fmt: skip
ALIKE = {"Casus", "Nederlands"}  # the name of the program, and a language under its own name
FIELD = re.compile(r"\\\{[^{}]*\\\}")
WORD = re.compile(r"[^\W\d_]{3}")


@cache
def dutch() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return what may not be read in English: whole texts, and patterns of those with a field in them."""
    pairs = [*texts_of_the_window(), *labels_of_codes()]
    english = {translation for _source, translation in pairs}
    sources = {source for source, translation in pairs if source != translation} - english - ALIKE
    patterns = [
        re.compile(FIELD.sub(".+", re.escape(source)), re.DOTALL)
        for source in sources
        if "{" in source and WORD.search(re.sub(r"\{[^{}]*\}", "", source))
    ]
    return frozenset(map(plain, sources)), tuple(patterns)


def texts_of_the_window() -> Iterator[tuple[str, str]]:
    """Yield each Dutch text of code and forms with its English."""
    for message in ET.parse(resources_root() / "translations" / "casus_en.ts").getroot().iter("message"):
        yield message.findtext("source") or "", message.findtext("translation") or ""


def labels_of_codes() -> Iterator[tuple[str, str]]:
    """Yield each label of a code list in both languages."""
    for name in names():
        for code in codelist(name).codes:
            yield code.nl, code.en


def plain(text: str) -> str:
    """Return a text without its mnemonic and without the markup of a label."""
    return re.sub(r"<[^>]*>", "", text).replace("&", "").strip()


def is_dutch(text: str) -> bool:
    """Tell whether this is one of our Dutch texts, on its own or as a part between middle dots."""
    whole, patterns = dutch()
    parts = {plain(text), *(plain(part) for part in text.split(" · "))}
    return bool(parts & whole) or any(pattern.fullmatch(text) for pattern in patterns)


def texts(top: QWidget) -> Iterator[str]:
    """Yield every text a person sees or hears in a window: labels, buttons, menus, lists, hints, names."""
    yield top.windowTitle()
    for action in top.findChildren(QAction):
        yield from (action.text(), action.toolTip())
    for widget in top.findChildren(QWidget):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        yield from own_texts(widget)


def own_texts(widget: QWidget) -> Iterator[str]:
    """Yield what is special to a kind of widget."""
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            yield from cells(widget.model())


def cells(model: QAbstractItemModel) -> Iterator[str]:
    """Yield the headings and the first rows of a list."""
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(QModelIndex()), 20)):
            yield str(model.index(row, column).data() or "")


def left_in_dutch(user: User) -> list[str]:
    """Return the Dutch texts in the window."""
    return sorted({text for text in texts(user.window) if text and is_dutch(text)})


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """Speak English during the test."""
    translations.install(qapp, "en")
    yield
    translations.install(qapp, "nl")


@pytest.fixture
def dutch_again(qapp: QApplication) -> Iterator[None]:
    """Speak Dutch after the test, whatever it chose."""
    yield
    translations.install(qapp, "nl")


def a_full_case(desk: Desk) -> Case:
    """A case with something on every tab, in words that are not in the window."""
    case = a_case(desk)
    a_home_visit(desk, case)
    person = persons.get_person(desk, case.person_id)
    a_detention(desk, person)
    a_programme(desk, person)
    family = a_family(desk)
    families.add_member(desk, MemberInput(family.id, person.id, "child", date(2023, 2, 1)))
    goal = GoalInput("work_income", "Een baan voor drie dagen")
    plans.make_plan(desk, PlanInput(date(2023, 4, 1), "Terug naar werk.", case_id=case.id, goals=(goal,)))
    scores = {"housing": ScoreInput("s2"), "justice": ScoreInput("s4")}
    measured = AssessmentInput(case.id, date(2023, 4, 1), "baseline", scores, rest_unknown=True)
    plans.assess(desk, measured)
    tasks.add_task(desk, TaskInput("Bellen met de school", date(2023, 10, 1), case_id=case.id))
    sharing.log_sharing(
        desk,
        SharingInput(
            person.id,
            "Postadres",
            "public_task",
            date(2023, 9, 1),
            recipient="Stichting Zuid",
            data_kinds=("contact",),
            way="letter",
        ),
    )
    return case


def test_dutch_is_told_from_english() -> None:
    assert is_dutch("Casussen")
    assert is_dutch("&Bestand")
    assert is_dutch("<b>Wanneer was het?</b>")
    assert is_dutch("12 casussen · Lokale PGA")
    assert not is_dutch("Status")
    assert not is_dutch("El Amrani, Younes")


def test_choosing_english_changes_the_open_window_and_choosing_dutch_changes_it_back(
    qapp: QApplication, desk: Desk, sit_down: SitDown, dutch_again: None
) -> None:
    user = sit_down(desk)
    user.session.language_chosen.connect(lambda language: translations.install(qapp, language))
    user.session.language_chosen.connect(lambda _language: user.session.rebuild())
    user.open("casussen")
    assert {"Casussen", "&Bestand", "Nieuwe casus"} <= set(left_in_dutch(user))
    user.window.language_requested.emit("en")
    user.settle()
    assert user.page.title() == "Cases"
    assert {"&File", "Cases", "New case"} <= set(texts(user.window))
    user.window.language_requested.emit("nl")
    user.settle()
    assert user.page.title() == "Casussen"


@pytest.mark.parametrize("role", ["pga_expert", "rio", "coordinator"])
def test_no_page_keeps_a_dutch_text(
    role: str, make_desk: "MakeDesk", sit_down: SitDown, english: None
) -> None:
    desk = make_desk(role)
    if role == "pga_expert":
        a_full_case(desk)
    user = sit_down(desk)
    found = {}
    for spec in user.window.sidebar_specs():
        user.open(spec.key)
        found[spec.key] = left_in_dutch(user)
    user.open("logboek")
    found["logboek"] = left_in_dutch(user)
    assert {key: left for key, left in found.items() if left} == {}


def test_no_tab_of_a_dossier_keeps_a_dutch_text(desk: Desk, sit_down: SitDown, english: None) -> None:
    case = a_full_case(desk)
    user = sit_down(desk, "dossier", f"case:{case.id}")
    page = user.page
    assert isinstance(page, DossierPage)
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        user.settle()
    assert page.tabs.count() == len(TABS)
    assert left_in_dutch(user) == []


def test_no_form_of_a_dossier_keeps_a_dutch_text(desk: Desk, sit_down: SitDown, english: None) -> None:
    user = sit_down(desk, "dossier", f"case:{a_case(desk).id}")
    page = user.page
    assert isinstance(page, DossierPage)
    for act in ACTS:
        getattr(page.acts, act)()
        user.settle()
        assert form_of(user.panel).fields, act
        assert left_in_dutch(user) == [], act
        user.window.close_panel()


def test_no_form_of_a_register_keeps_a_dutch_text(
    make_desk: "MakeDesk", sit_down: SitDown, english: None
) -> None:
    user = sit_down(make_desk("coordinator"))
    for register in (kind.key for kind in KINDS):
        page = user.open("registers", register)
        assert isinstance(page, RegistersPage)
        page.open_new()
        user.settle()
        assert form_of(user.panel).fields, register
        assert left_in_dutch(user) == [], register
        user.window.close_panel()


def test_the_figures_of_a_report_are_named_in_english(
    make_desk: "MakeDesk", sit_down: SitDown, english: None
) -> None:
    desk = make_desk("coordinator")
    school = registers.add_school(desk, SchoolInput("De Klim")).value
    registers.add_school_activity(desk, SchoolActivityInput(school.id, date(2023, 3, 1)))
    user = sit_down(desk, "rapportage")
    page = user.page
    assert isinstance(page, ReportPage)
    page.protect(Wish(Period.parse("2023-01..2023-06"), None, "standard"))
    user.settle()
    assert page.steps.currentIndex() == PROTECT
    assert "Schools with lessons or consulting hours" in set(texts(page))
    assert left_in_dutch(user) == []


def test_no_words_are_translated_inside_another_text() -> None:
    """What stands in the braces of an f-string is not collected for translation, and stays Dutch for everybody."""
    inside = re.compile(r"""\bf["'].*?\{[^{}]*\b(?:tr\(|translate\(["']\w+["'], )["']""")
    found = [
        f"{path.name}:{at}"
        for path in Path(casus.gui.__file__).parent.rglob("*.py")
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if inside.search(line)
    ]
    assert not found
