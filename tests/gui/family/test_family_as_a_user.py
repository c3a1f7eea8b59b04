# SPDX-License-Identifier: EUPL-1.2
"""The page of a family as a PGA expert uses it, by keyboard; what comes of it is in the vault."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from casus.gui.family.page import FamilyPage
from casus.gui.widgets.pill import Pill
from casus.services import families, persons, plans
from casus.services.desk import Desk
from casus.services.families import FamilyList, RelativeInput
from casus.services.inputs import MemberInput, PlanInput
from casus.services.records import Family
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_family, a_person
from tests.helpers.keyboard import CTRL, User, form_of
from tests.helpers.menus import pick

START = date(2023, 3, 1)
WHY = "Woont in hetzelfde huis."


@pytest.fixture
def family(desk: Desk) -> Family:
    """A young person with a case, a mother, and a sister who turns 18 this month."""
    found, young = a_family(desk), a_person(desk)
    mother = a_person(desk, given_name="Salma", birth_date=date(1980, 1, 1), role="family_member")
    a_case(desk, young, family_id=found.id)
    for member, relation in ((young, "child"), (mother, "parent")):
        families.add_member(desk, MemberInput(found.id, member.id, relation, START))
    families.add_relative(
        desk, RelativeInput(found.id, "Noor", "El Amrani", "sibling", START, None, date(2005, 11, 20), WHY)
    )
    return found


def at_family(user: User, family_id: str) -> FamilyPage:
    page = user.open("gezin", family_id)
    assert isinstance(page, FamilyPage)
    return page


def words_in(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


def button(part: QWidget, name: str) -> QPushButton:
    return next(
        one
        for one in part.findChildren(QPushButton)
        if one.isVisible() and (one.accessibleName() or one.text()).startswith(name)
    )


def save(user: User) -> None:
    user.press(Qt.Key.Key_Return, CTRL)


def test_the_page_says_who_belongs_to_the_family_and_the_list_leads_to_it(
    desk: Desk, family: Family, sit_down: Callable[..., User]
) -> None:
    user = sit_down(desk, "gezinnen")
    page = user.page
    page.open_record(FamilyList(desk).ids()[0])  # type: ignore[attr-defined]
    user.settle()
    page = user.page
    assert isinstance(page, FamilyPage)
    said = words_in(page)
    for words in ("Familie De Wit", "regie: Marieke Visser", "El Amrani, Noor", WHY, "Gezinsplan"):
        assert words in said
    assert "De Wit" not in user.window.windowTitle()
    assert_accessible(user.window)


def test_a_brother_is_put_on_file_with_the_least_by_keyboard(
    desk: Desk, family: Family, sit_down: Callable[..., User]
) -> None:
    user = sit_down(desk)
    page = at_family(user, family.id)
    user.push(button(page, "Kind, broer of zus vastleggen"))
    form = form_of(user.panel)
    assert set(form.fields) == {
        "relation", "given_name", "prefix", "surname", "birth_date", "from_on", "minor_reason",
    }  # fmt: skip
    user.fill(form["given_name"], "Bilal")
    user.fill(form["surname"], "Haddad")
    user.fill(form["birth_date"], "1-5-2012")
    save(user)
    assert form["minor_reason"].error()
    assert form["given_name"].value() == "Bilal"
    user.fill(form["minor_reason"], WHY)
    save(user)
    added = next(one for one in families.members(desk, family.id) if one.name == "Haddad, Bilal")
    assert (added.relation, added.minor_reason, added.review_on) == ("sibling", WHY, date(2030, 5, 1))
    assert "Haddad, Bilal" in words_in(page)


def test_someone_who_looks_alike_is_asked_about_once(
    desk: Desk, family: Family, sit_down: Callable[..., User]
) -> None:
    user = sit_down(desk)
    page = at_family(user, family.id)
    page.add_relative()
    user.settle()
    form = form_of(user.panel)
    for key, text in (("given_name", "Noor"), ("surname", "El Amrani"), ("minor_reason", WHY)):
        user.fill(form[key], text)
    save(user)
    assert "lijkt" in form["surname"].error()
    save(user)
    assert [one.name for one in families.members(desk, family.id)].count("El Amrani, Noor") == 2


@pytest.mark.parametrize("stays", [True, False])
def test_at_eighteen_it_is_judged_if_someone_stays(
    desk: Desk, family: Family, sit_down: Callable[..., User], stays: bool
) -> None:
    user = sit_down(desk)
    page = at_family(user, family.id)
    assert "Wordt 18 op 20 nov" in {one.text() for one in page.findChildren(Pill)}
    user.push(button(page, "Hertoetsen"))
    form = form_of(user.panel)
    user.tab_to(form["stays"])
    user.press(Qt.Key.Key_Space)
    if not stays:
        user.press(Qt.Key.Key_Right)
    save(user)
    assert form["reason"].error()
    user.fill(form["reason"], "Noor zorgt mee voor haar broer.")
    save(user)
    sister = next(one for one in families.members(desk, family.id) if "Noor" in one.name)
    assert (sister.review_on, sister.until_on) == (None, None if stays else desk.today())
    assert ("Eerdere gezinsleden (1)" in words_in(page)) is not stays


def test_a_member_is_corrected_moved_and_taken_out_from_the_menu_of_the_line(
    desk: Desk, family: Family, sit_down: Callable[..., User]
) -> None:
    other = a_family(desk, "Familie Zand")
    user = sit_down(desk)
    page = at_family(user, family.id)
    pick(user, button(page, "Meer: El Amrani, Salma"), "Wijzigen")
    form = form_of(user.panel)
    user.tab_to(form["relation"])
    user.press(Qt.Key.Key_End)
    user.press(Qt.Key.Key_Left)
    save(user)
    pick(user, button(page, "Meer: El Amrani, Younes"), "Naar een ander gezin")
    form = form_of(user.panel)
    user.tab_to(form["family_id"])
    user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_Return)
    save(user)
    assert [one.name for one in families.members(desk, other.id)] == ["El Amrani, Younes"]
    assert user.page.title() == "Familie Zand"
    page = at_family(user, family.id)
    pick(user, button(page, "Meer: El Amrani, Salma"), "Uit het gezin")
    left = {one.name for one in families.members(desk, family.id) if one.until_on is not None}
    assert left == {"El Amrani, Salma", "El Amrani, Younes"}
    assert "El Amrani, Salma" not in words_in(page)
    user.push(button(page, "Toon"))
    assert "El Amrani, Salma" in words_in(page)


def test_a_second_family_is_warned_of_and_twice_in_one_refused_at_the_field(
    desk: Desk, family: Family, sit_down: Callable[..., User]
) -> None:
    other = a_family(desk, "Familie Zand")
    mother = next(one for one in families.members(desk, family.id) if one.relation == "parent")
    user = sit_down(desk)
    for here, expected in ((family, "member"), (other, "warned")):
        page = at_family(user, here.id)
        user.push(button(page, "Gezinslid toevoegen"))
        form = form_of(user.panel)
        user.fill(form["person_id"], "Salma")
        user.settle()
        form["person_id"].show_person(mother.person_id, mother.name)  # type: ignore[attr-defined]
        form["person_id"].changed.emit()
        user.settle()
        assert ("hoort nu ook bij: Familie De Wit" in words_in(user.panel)) is True
        user.tab_to(form["relation"])
        user.press(Qt.Key.Key_Space)
        save(user)
        if expected == "member":
            assert "al bij dit gezin" in form["person_id"].error()
            user.press(Qt.Key.Key_Escape)
    assert [one.name for one in families.members(desk, other.id)] == [mother.name]
    assert "ook in Familie Zand" in words_in(at_family(user, family.id))


def test_a_family_ends_after_its_cases_and_its_plan_is_shown(
    desk: Desk, family: Family, sit_down: Callable[..., User]
) -> None:
    plans.make_plan(desk, PlanInput(START, "Rust in huis.", family_id=family.id))
    user = sit_down(desk)
    page = at_family(user, family.id)
    assert "Rust in huis." in words_in(page)
    pick(user, page.more, "Gezin afsluiten")
    form = form_of(user.panel)
    for key in ("reason", "outcome"):
        user.tab_to(form[key])
        user.press(Qt.Key.Key_Down)
    save(user)
    assert "lopen nog casussen" in form["reason"].error()
    assert families.get_family(desk, family.id).ended_on is None


def test_the_form_of_a_minor_in_a_family_asks_no_more_than_name_and_birth_date(
    desk: Desk, family: Family, sit_down: Callable[..., User]
) -> None:
    sister = next(one for one in families.members(desk, family.id) if one.relation == "sibling")
    user = sit_down(desk, "dossier", f"person:{sister.person_id}")
    page = user.page
    page.acts.edit_person()  # type: ignore[attr-defined]
    user.settle()
    form = form_of(user.panel)
    for key in ("telephone", "street", "note", "language", "aliases"):
        assert not form[key].isVisible()
    user.fill(form["given_name"], "Noortje")
    save(user)
    assert persons.get_person(desk, sister.person_id).given_name == "Noortje"
