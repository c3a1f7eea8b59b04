# SPDX-License-Identifier: EUPL-1.2
"""A working week of a RIO on the demo vault: by keyboard alone, in Dutch and in English.

Every day begins at the sidebar; after each step the vault says whether it is there.
"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from casus.domain.conditions import FIVE, MOMENTS
from casus.gui.conditions.page import ConditionsPage
from casus.gui.consulting.conversation_line import ConversationLine
from casus.gui.consulting.panel import ConsultingPanel
from casus.gui.day_sheet.page import DaySheetPage
from casus.gui.detentions.matrix import ConditionMatrix
from casus.gui.dossier.detention_tab import DetentionTab
from casus.gui.dossier.page import DossierPage
from casus.gui.dossier.vog_card import VogCard
from casus.gui.labels import label
from casus.gui.persons.person_field import PersonField
from casus.gui.programmes.attendance_field import AttendanceField
from casus.gui.records import ListPage
from casus.gui.releases.page import ReleasesPage
from casus.gui.vog.reason_field import ReasonField
from casus.gui.widgets.segments import Chip
from casus.services import attendance, consulting, facilities
from casus.services.agenda import agenda
from casus.services.consulting_list import ConsultingList
from casus.services.custody import DetentionView
from casus.services.day_sheet import day_sheet
from casus.services.desk import Desk
from casus.services.dossier import Dossier, open_dossier
from casus.services.id_applications import next_step
from casus.services.lists import Row
from casus.services.person_list import PersonList
from casus.services.planning import PlanningList
from casus.services.records import Facility, Programme, VogProcedure
from casus.services.release_radar import ReleaseRadar
from casus.services.today import today
from tests.gui.conftest import SitDown
from tests.helpers import week
from tests.helpers.keyboard import CTRL, SHIFT, User
from tests.helpers.week import ENTER, button, choose, field, fill, go_to, save

Begin = Callable[[date], User]
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2023, 11, 20) + timedelta(days=at) for at in range(5))


pytestmark = pytest.mark.usefixtures("both_languages")


@pytest.fixture
def begin(demo_desk: Callable[[str], Desk], sit_down: SitDown) -> Begin:
    """Return a function that begins a day at the vault of the RIO."""
    return lambda day: sit_down(week.on_day(demo_desk("rio"), day))


def push(user: User, dutch: str, about: str = "") -> None:
    """Press a button of the page."""
    user.push(button(user.page, dutch, about))


def saved(user: User) -> None:
    """Save the form; it goes away when everything was right."""
    save(user)
    assert user.window.area.panel is None, wrong(user)


def refused(user: User, key: str) -> str:
    """Save, and return the sentence beside the field; what was typed is still there."""
    typed = field(user, key).raw()
    save(user)
    assert field(user, key).error(), wrong(user)
    assert field(user, key).raw() == typed
    return field(user, key).error()


def wrong(user: User) -> dict[str, str]:
    """Return what the form says is wrong, by field."""
    fields = user.panel.form.fields.items()  # type: ignore[attr-defined]
    return {key: one.error() for key, one in fields if one.error()}


def at_row(user: User, record_id: str) -> None:
    """Put the keyboard in the list of the page, at this record."""
    page = user.page
    assert isinstance(page, ListPage)
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, CTRL)
    for _ in range(page.table.model.rowCount()):
        if page.table.current_id() == record_id:
            return
        user.press(Qt.Key.Key_Down)
    assert page.table.current_id() == record_id


def push_chip(user: User, page: ListPage, words: str) -> None:
    """Switch a filter on or off; its number stands behind its words."""
    chips = page.table.chips.findChildren(Chip)
    found = [one for one in chips if one.text().startswith(words)]
    assert found, [one.text() for one in chips]
    user.push(found[0])


def push_named(user: User, words: str) -> None:
    """Press the button that begins with the name of a code."""
    found = [one for one in user.page.findChildren(QPushButton) if one.isVisible()]
    user.push(next(one for one in found if one.text().startswith(words)))


def view(user: User, steps: int) -> ListPage:
    """Go to Detentie, and with the arrow to the releases (1) or the conditions of everyone (2)."""
    page = go_to(user, "Detentie")
    user.tab_to(page.views)  # type: ignore[attr-defined]
    for _ in range(steps):
        user.press(Qt.Key.Key_Right)
    assert isinstance(user.page, ListPage)
    return user.page


def from_radar(user: User, fits: Callable[[Row], bool]) -> Row:
    """Find someone in the release radar by what it shows, and open the tab Detentie with Enter."""
    page = view(user, 1)
    assert isinstance(page, ReleasesPage)
    radar = ReleaseRadar(user.session.desk)
    row = next(one for one in radar.rows(page.table.model.ids) if fits(one))
    at_row(user, row.id)
    user.press(ENTER)
    assert isinstance(user.page, DossierPage)
    return row


def kept(user: User, row: Row) -> Dossier:
    """Return what the vault holds of the case of a row."""
    return open_dossier(user.session.desk, str(row["case_id"]))


def stay(user: User, row: Row) -> DetentionView:
    """Return the last stay of whom a row is about."""
    return kept(user, row).detentions[0]


def facility(desk: Desk, name: str) -> Facility:
    return next(one for one in facilities.facilities(desk) if one.name == name)


# --- Monday ---


def test_monday_a_whole_consulting_hour_in_one_screen(begin: Begin) -> None:
    user = begin(MONDAY)
    desk = user.session.desk
    listed = PersonList(desk)
    before, known = listed.total(), listed.rows(listed.ids()[:3])
    earlier = set(ConsultingList(desk).ids())
    go_to(user, "Spreekuur")
    push(user, "Spreekuur vastleggen")
    gone, held = facility(desk, "PI Lelystad"), facility(desk, "PI Nieuwegein")
    choose(user, "facility_id", gone.id)
    for at, person in enumerate(known):
        talk(user, at, person.title, f"Gesprek {at}")
        assert line(user, at).person_id == person.id
    user.tab_to(line(user, 2).next_on)
    user.type("27-11-2023")
    user.press(ENTER)
    talk(user, 3, "Xerxes Nooitgezien", "Nieuw binnen", born="3-4-2003")
    fill(user, anonymous="2")
    assert "6" in consulting_panel(user).totals.text()

    facilities.remove_facility(desk, gone.id)  # the form was open already
    refused(user, "facility_id")
    assert line(user, 3).note.text() == "Nieuw binnen"
    choose(user, "facility_id", held.id)
    saved(user)

    (made,) = set(ConsultingList(desk).ids()) - earlier
    shown = consulting.consulting_session(desk, made)
    assert (shown.record.facility_id, shown.record.on) == (held.id, MONDAY)
    assert (shown.record.conversations, shown.record.new_persons, len(shown.conversations)) == (6, 1, 4)
    assert listed.total() == before + 1
    (planned,) = planned_with(desk, known[2].id)
    user.press(Qt.Key.Key_Z, CTRL)
    assert (set(ConsultingList(desk).ids()), listed.total()) == (earlier, before)
    assert planned_with(desk, known[2].id) == []
    user.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert set(ConsultingList(desk).ids()) - earlier == {made}
    assert listed.total() == before + 1
    assert planned_with(desk, known[2].id) == [planned]


def consulting_panel(user: User) -> ConsultingPanel:
    panel = user.panel
    assert isinstance(panel, ConsultingPanel)
    return panel


def line(user: User, at: int) -> ConversationLine:
    found = consulting_panel(user).ui.linesField.lines[at]
    assert isinstance(found, ConversationLine)
    return found


def talk(user: User, at: int, name: str, note: str, born: str = "") -> None:
    """Write down a conversation: name, Enter, of someone new the birth date, Enter, words."""
    user.tab_to(line(user, at).name)
    user.type(name)
    user.press(ENTER)
    if born:
        user.type(born)
        user.press(ENTER)
    user.type(note)
    if not line(user, at).is_new and at == 2:
        return  # first the day of the next conversation
    user.press(ENTER)


def planned_with(desk: Desk, person_id: str) -> list[str]:
    """Return the appointments with someone on the Monday after."""
    day = MONDAY + timedelta(days=7)
    found = agenda(desk, day, day)
    return [one.record_id for one in found if (one.kind, one.person_id) == ("appointment", person_id)]


# --- Tuesday ---


def test_tuesday_someone_comes_free_within_a_month(begin: Begin) -> None:
    user = begin(TUESDAY)
    row = from_radar(user, lambda one: one["country"] == "nl" and (one["days_left"] or 0) > 30)
    push(user, "Gegevens wijzigen")
    fill(user, expected_on="12-12-2023")
    saved(user)
    page = view(user, 1)
    push_chip(user, page, label("release_term", "release_soon"))
    assert page.table.model.ids == [row.id]
    at_row(user, row.id)
    user.press(Qt.Key.Key_V)
    fill(user, report="Ze wil naar haar zus, maar daar is geen plek.")
    saved(user)
    (visit,) = [one for one in kept(user, row).timeline if one.kind == "contact" and one.on == TUESDAY]
    assert visit.text.startswith("Ze wil naar haar zus")
    row = from_radar(user, lambda one: one.id == row.id)
    assert row["open_conditions"] > 0
    set_all_five(user, row)
    identity_document(user, row)
    release_before_entry_is_refused(user, row)
    second_stay_at_once_is_refused(user, row)
    moved_to_another_facility(user, row)


def set_all_five(user: User, row: Row) -> None:
    """Say in the matrix how each stands at entry, by one key each."""
    page = user.page
    assert isinstance(page, DossierPage)
    user.tab_to(button_matrix(page, row.id))
    user.press(Qt.Key.Key_Home, CTRL)
    for at, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_1)):
        assert button_matrix(page, row.id).place() == (at, 0)
        user.press(key)
        assert button_matrix(page, row.id).hasFocus()
        user.press(Qt.Key.Key_Down)
    looks = [one for one in stay(user, row).conditions if one.moment == "entry" and one.checked_on == TUESDAY]
    assert {one.condition: one.status for one in looks} == dict(
        zip(FIVE, ("arranged", "in_progress", "arranged", "not_arranged", "arranged"), strict=True)
    )


def button_matrix(page: DossierPage, detention_id: str) -> ConditionMatrix:
    """Return the matrix of a stay; it is made anew with each change."""
    tab = page.tabs.currentWidget()
    assert isinstance(tab, DetentionTab)
    return tab.matrices[detention_id]


def identity_document(user: User, row: Row) -> None:
    """Finish the application that is under way, begin another, and take its first two steps."""
    earlier = kept(user, row).custody.id_applications
    while unfinished := [one for one in kept(user, row).custody.id_applications if next_step(one)]:
        push_named(user, label("id_step", next_step(unfinished[0]) or ""))
    push(user, "Aanvraag beginnen")
    saved(user)
    for taken in ("photo_on", "submitted_on"):
        push_named(user, label("id_step", taken))
    known = {one.id for one in earlier}
    (asked,) = [one for one in kept(user, row).custody.id_applications if one.id not in known]
    assert (asked.photo_on, asked.submitted_on, asked.received_on) == (TUESDAY, TUESDAY, None)


def release_before_entry_is_refused(user: User, row: Row) -> None:
    push(user, "Vrijlating vastleggen")
    fill(user, on="1-7-2023")
    assert refused(user, "on")
    user.press(Qt.Key.Key_Escape)
    assert stay(user, row).record.released_on is None


def second_stay_at_once_is_refused(user: User, row: Row) -> None:
    go_to(user, "Detentie")
    push(user, "Detentie vastleggen")
    person(user, row.title, str(row["person_id"]))
    choose(user, "facility_id", facility(user.session.desk, "HvB Nieuwersluis").id)
    assert refused(user, "entered_on")
    user.press(Qt.Key.Key_Escape)


def moved_to_another_facility(user: User, row: Row) -> None:
    before = stay(user, row)
    from_radar(user, lambda one: one.id == row.id)
    push(user, "Overgeplaatst")
    choose(user, "facility_id", facility(user.session.desk, "HvB Nieuwersluis").id)
    saved(user)
    after, first = kept(user, row).detentions
    assert (after.facility, after.record.entered_on, after.record.released_on) == (
        "HvB Nieuwersluis",
        TUESDAY,
        None,
    )
    assert (first.facility, first.record.released_on, first.continued) == (before.facility, TUESDAY, True)
    assert after.record.expected_on == date(2023, 12, 12)
    assert {one.id for one in after.conditions} == {one.id for one in before.conditions}


def person(user: User, name: str, person_id: str) -> None:
    """Type whom a form is about and take the first who is found."""
    one = field(user, "person_id")
    assert isinstance(one, PersonField)
    user.tab_to(one)
    user.type(name)
    user.wait_until(one.found.isVisible)
    user.press(ENTER)
    assert one.value() == person_id


# --- Wednesday ---


def test_wednesday_a_stay_in_germany_and_a_programme(begin: Begin) -> None:
    user = begin(WEDNESDAY)
    desk = user.session.desk
    listed = PersonList(desk)
    (inside,) = [one for one in listed.rows(listed.ids("mertens")) if one.title == "Mertens, Ayoub"]
    go_to(user, "Detentie")
    push(user, "Detentie vastleggen")
    person(user, "Ayoub Mertens", inside.id)
    choose(user, "facility_id", facility(desk, "JVA Kleve").id)
    choose(user, "title", "sentence")
    fill(user, entered_on="6-11-2023")
    choose(user, "release_certainty", "estimated")
    assert refused(user, "expected_on")
    fill(user, expected_on="1-9-2024")
    choose(user, "sentence_transfer", "requested")
    saved(user)
    row = from_radar(user, lambda one: one["person_id"] == inside.id)
    assert (row["country"], row["release_certainty"]) == ("de", "estimated")
    assert stay(user, row).record.sentence_transfer == "requested"
    plan_and_leave(user, row)
    programme_from_start_to_end(user, listed.rows(listed.ids("balde"))[0])


def plan_and_leave(user: User, row: Row) -> None:
    """The D&R plan came; a leave is planned."""
    push(user, "Gegevens wijzigen")
    fill(user, plan_received_on="20-11-2023")
    saved(user)
    push(user, "Verlof toevoegen")
    fill(user, from_on="25-12-2023", until_on="24-12-2023")
    assert refused(user, "until_on")
    fill(user, until_on="26-12-2023")
    saved(user)
    now = stay(user, row)
    assert now.record.plan_received_on == MONDAY
    assert [(one.from_on.day, one.until_on and one.until_on.day) for one in now.leaves] == [(25, 26)]


def programme_from_start_to_end(user: User, someone: Row) -> None:
    week.open_dossier_of(user, someone.title)
    week.go_to_tab(user, "Trajecten")
    push(user, "Traject aanmelden")
    choose(user, "kind", "work")
    user.tab_to(field(user, "provider_id"))
    user.press(Qt.Key.Key_End)  # another one
    fill(user, provider_name="Bakkerij Kanaleneiland", registered_on="2-10-2023")
    saved(user)
    push(user, "Is gestart")
    fill(user, on="1-9-2023")
    assert refused(user, "on")
    fill(user, on="9-10-2023")
    saved(user)
    push(user, "Aanwezigheid")
    months = field(user, "months")
    assert isinstance(months, AttendanceField)
    user.tab_to(months.months[0].planned)
    for number in ("6", "5", "8", "7"):
        user.type(number)
        user.press(ENTER)
    saved(user)
    push(user, "Is afgerond")
    fill(user, on="1-10-2023")
    choose(user, "outcome", "job")
    assert refused(user, "on")
    fill(user, on="21-11-2023")
    saved(user)
    (made,) = programmes_of(user, someone.id)
    assert (made.status, made.started_on, made.ended_on, made.outcome) == (
        "finished", date(2023, 10, 9), TUESDAY, "job",
    )  # fmt: skip
    counted = attendance.attendance_of(user.session.desk, [made.id])[made.id]
    assert [(one.month.month, one.planned, one.attended) for one in counted] == [(10, 8, 7), (11, 6, 5)]


def programmes_of(user: User, person_id: str) -> tuple[Programme, ...]:
    return tuple(open_dossier(user.session.desk, person_id).programmes)


# --- Thursday ---


def test_thursday_certificates_avoided_refused_and_granted(begin: Begin) -> None:
    user = begin(THURSDAY)
    listed = PersonList(user.session.desk)
    (someone,) = listed.rows(listed.ids("balde"))
    week.open_dossier_of(user, someone.title)
    week.go_to_tab(user, "Trajecten")
    push(user, "VOG-traject beginnen")
    fill(user, on="4-9-2023")
    saved(user)
    push(user, "Niet aangevraagd")
    assert refused(user, "reason")
    reason = field(user, "reason")
    assert isinstance(reason, ReasonField)
    words = reason.usual[0].text()
    user.push(reason.usual[0])
    saved(user)
    (avoided,) = vogs_of(user, someone.id)
    assert (avoided.status, avoided.not_applied_reason) == ("not_applied", words)
    applied_after_all(user, someone)
    view_and_granted(user, someone)


def applied_after_all(user: User, someone: Row) -> None:
    """A second way, applied for in October: four weeks later it stands among what is due."""
    push(user, "VOG-traject beginnen")
    choose(user, "purpose", "internship")
    fill(user, on="2-10-2023")
    saved(user)
    step(user, "applied", "16-10-2023")
    (second,) = [one for one in vogs_of(user, someone.id) if one.purpose == "internship"]
    assert (second.status, second.due_on) == ("applied", date(2023, 11, 13))
    page = go_to(user, "VOG")
    assert isinstance(page, ListPage)
    push_chip(user, page, label("vog_attention", "due"))
    assert second.id in page.table.model.ids
    assert len(page.table.model.ids) == today(user.session.desk).counts["vog_due"]
    push_chip(user, page, label("vog_attention", "avoided"))
    assert {one.id for one in vogs_of(user, someone.id)} & set(page.table.model.ids) == {
        one.id for one in vogs_of(user, someone.id) if one.status == "not_applied"
    }
    push_chip(user, page, label("vog_attention", "due"))
    at_row(user, second.id)
    user.press(ENTER)
    week.go_to_tab(user, "Trajecten")


def view_and_granted(user: User, someone: Row) -> None:
    """An intended refusal, the view on it, and granted after all."""
    step(user, "intended_refusal", "13-11-2023")
    step(user, "view", "20-11-2023")
    step(user, "granted", "22-11-2023")
    (second,) = [one for one in vogs_of(user, someone.id) if one.purpose == "internship"]
    assert (second.status, second.intention_on, second.view_given_on, second.decided_on, second.due_on) == (
        "granted", date(2023, 11, 13), MONDAY, WEDNESDAY, None,
    )  # fmt: skip


def open_steps(card: VogCard) -> bool:
    """Tell whether this is the way that can go on, and not the one that was avoided."""
    shown = [one.text() for one in card.findChildren(QLabel)]
    return any(label("vog_purpose", "internship") in text for text in shown)


def step(user: User, target: str, on: str) -> None:
    """Take the next step of the certificate that can have one."""
    card = next(one for one in user.page.findChildren(VogCard) if open_steps(one))
    user.push(button(card, "Volgende stap"))
    choose(user, "target", target)
    fill(user, on=on)
    saved(user)


def vogs_of(user: User, person_id: str) -> tuple[VogProcedure, ...]:
    return tuple(open_dossier(user.session.desk, person_id).vogs)


# --- Friday ---


def test_friday_out_and_half_a_year_later(begin: Begin, sit_down: SitDown) -> None:
    user = begin(FRIDAY)
    row = from_radar(user, lambda one: one["days_left"] is not None and one["days_left"] < 0)
    push(user, "Vrijlating vastleggen")
    saved(user)
    assert stay(user, row).record.released_on == FRIDAY
    assert row.id not in view(user, 1).table.model.ids
    week.search(user, "nieuwegein")
    user.press(ENTER)
    page = user.page
    assert isinstance(page, ListPage)
    inside = page.source.records.rows(page.table.model.ids)
    assert [(one.subtitle, one["released_on"]) for one in inside] == [("PI Nieuwegein", None)] * len(inside)
    assert inside
    around_the_caseload(user)

    user = week.later(user, sit_down, date(2024, 5, 24))
    page = view(user, 2)
    assert isinstance(page, ConditionsPage)
    push_chip(user, page, label("matrix_due", "due"))
    at_row(user, row.id)
    user.press(ENTER)
    dossier = user.page
    assert isinstance(dossier, DossierPage)
    matrix = button_matrix(dossier, row.id)
    assert matrix.place() == (0, MOMENTS.index("months_6"))
    user.tab_to(matrix)
    for at in range(len(FIVE)):
        assert button_matrix(dossier, row.id).place()[0] == at
        user.press(Qt.Key.Key_1)
        user.press(Qt.Key.Key_Down)
    looks = [one for one in stay(user, row).conditions if one.moment == "months_6"]
    assert {one.condition: one.status for one in looks} == dict.fromkeys(FIVE, "arranged")
    page = view(user, 2)
    assert row.id not in page.table.model.ids


def around_the_caseload(user: User) -> None:
    """Planning, the sheet of today and of Monday, and what lacks."""
    page = go_to(user, "Planning")
    assert isinstance(page, ListPage)
    first = page.table.model.ids[0]
    assert first == PlanningList(user.session.desk).ids()[0]
    push(user, "Dagstaat")
    sheet = user.page
    assert isinstance(sheet, DaySheetPage)
    user.tab_to(sheet.area)
    for _ in range(3):
        user.press(Qt.Key.Key_Right)
    shown = [card.visit.id for card in sheet.cards]
    assert shown == [one.id for one in day_sheet(user.session.desk, FRIDAY + timedelta(days=3)).visits]
    lacks = go_to(user, "Ontbrekende gegevens")
    assert isinstance(lacks, ListPage)
    (record_id, *_rest) = lacks.table.model.ids
    assert len(lacks.table.model.ids) == today(user.session.desk).counts["missing"]
    at_row(user, record_id)
    user.press(ENTER)
    assert isinstance(user.page, DossierPage)
    assert user.window.area.panel is not None
    user.press(Qt.Key.Key_Escape)
