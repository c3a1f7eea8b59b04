# SPDX-License-Identifier: EUPL-1.2
"""An import from file to vault and back: checked as the forms check, kept as a whole or not at all."""

import logging
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from tests.conftest import MakeDesk
from tests.helpers.builders import a_case, a_facility, a_home_visit, a_person
from tests.helpers.sheets import strangers, write_csv

from casus.errors import Cancelled, NotAllowed, UnreadableFile
from casus.services import contact_changes, importing, persons, registers, search, undo
from casus.services.desk import Desk
from casus.services.importing import DOUBLE, EXISTING, FAILED, FATES, HELD, READY, CheckReport, Grid, Layout
from casus.services.importing.csv_file import read_csv
from casus.services.records import Case, Contact, Detention, Person, Programme
from casus.services.register_inputs import InspectionInput
from casus.vault.tables import (
    Assignment,
    Inspection,
    Permit,
    PersonAlias,
    PhaseChange,
    School,
    SchoolActivity,
)
from casus.vault.tables.audit import AuditEntry, ChangeBatch

HEAD = "Voornaam;Achternaam;Geboortedatum;Wijk"


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A PGA expert's desk."""
    return make_desk()


def grid_of(*lines: str) -> Grid:
    return read_csv("\n".join(lines).encode(), delimiter=";")


def layout_of(desk: Desk, grid: Grid, **how: Any) -> Layout:
    found = importing.guess(grid, desk.role)
    assert found is not None
    return replace(found, **how)


def check(desk: Desk, *lines: str, **how: Any) -> CheckReport:
    grid = grid_of(*lines)
    return importing.check(desk, grid, layout_of(desk, grid, **how), language="nl")


def bring_in(desk: Desk, *lines: str, **how: Any) -> CheckReport:
    grid = grid_of(*lines)
    layout = layout_of(desk, grid, **how)
    report = importing.check(desk, grid, layout, language="nl")
    return importing.perform(desk, grid, layout, report, language="nl").value


def count(desk: Desk, kind: Any) -> int:
    with desk.reading() as session:
        return int(session.scalar(select(func.count()).select_from(kind)) or 0)


def the(desk: Desk, kind: Any) -> Any:
    with desk.reading() as session:
        return session.scalars(select(kind)).one()


def problems(report: CheckReport) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.column, problem.rule) for problem in report.problems]


def fates(report: CheckReport) -> dict[str, int]:
    return {fate: report.count(fate) for fate in FATES if report.count(fate)}


# --- persons -------------------------------------------------------------------------------------


def test_persons_come_in_with_their_other_names_and_can_be_found(desk: Desk) -> None:
    report = bring_in(
        desk, f"{HEAD};Bijnaam", "Younes;El Amrani;1-3-2004;Overvecht;Yoni, De Lange", "Jan;de Vries;;;"
    )
    assert report.made == {"persons": 2, "person_aliases": 2}
    with desk.reading() as session:
        found = session.scalars(select(Person).order_by(Person.sort_key)).all()
    assert [(one.surname, one.prefix, one.birth_date, one.district) for one in found] == [
        ("El Amrani", None, date(2004, 3, 1), "overvecht"),
        ("Vries", "de", None, "unknown"),
    ]
    assert {one.number[:2] for one in found} == {"P-"}
    assert [hit.record_id for hit in search.search(desk, "yoni")] == [found[0].id]


def test_a_whole_name_in_one_column_is_parted(desk: Desk) -> None:
    bring_in(desk, "Naam;Geboortedatum", "Vries, Jan de;1-2-2000")
    person = the(desk, Person)
    assert (person.given_name, person.prefix, person.surname) == ("Jan", "de", "Vries")


def test_what_the_form_refuses_is_refused_with_line_and_column(desk: Desk) -> None:
    report = check(
        desk,
        f"{HEAD};Telefoon;E-mail",
        "An;Jansen;31-02-2000;West;;",
        "Bo;;1-2-2000;West;;",
        "Cy;Jansen;1-2-2030;West;;",
        "De;Ja\x00nsen;1-2-2000;West;;",
        "Ed;Jansen;1-2-2001;West;geen;niets",
        "Fe;Jansen;1-2-2002;West;;;te veel",
        "Gé;Jansen;1-2-2003;#REF!;;",
    )
    assert problems(report) == [
        (2, "Geboortedatum", "date"),
        (3, "Achternaam", "required"),
        (4, "Geboortedatum", "future"),
        (5, "Achternaam", "nul"),
        (6, "E-mail", "email"),
        (6, "Telefoon", "telephone"),
        (7, "", "extra_cells"),
        (8, "Wijk", "formula_error"),
    ]
    assert fates(report) == {FAILED: 7}
    assert (
        report.problems[0].sentence("nl") == "Deze datum bestaat niet. Typ bijvoorbeeld 12 nov of 12-11-2026."
    )


def test_whoever_is_there_already_stays_as_they_are(desk: Desk) -> None:
    known = a_person(desk, given_name="Zoë", surname="Öztürk", birth_date=date(2001, 2, 3), district="west")
    report = bring_in(desk, HEAD, "Zoe;Ozturk;3-2-2001;Overvecht", "Nieuw;Persoon;4-5-2002;Oost")
    assert fates(report) == {READY: 1}
    assert persons.get_person(desk, known.id).district == "west"
    assert fates(check(desk, HEAD, "Zoe;Ozturk;3-2-2001;Overvecht")) == {EXISTING: 1}


def test_the_same_person_twice_in_a_file_is_told_once(desk: Desk) -> None:
    report = check(
        desk, HEAD, "An;Jansen;1-2-2000;West", "Bo;Bakker;1-2-2001;West", "AN;jansen;01-02-2000;Oost"
    )
    assert fates(report) == {READY: 2, DOUBLE: 1}
    assert [(one.line, one.sentence("nl")) for one in report.notices] == [
        (4, "Hetzelfde als regel 2: komt er een keer in.")
    ]
    assert report.problems == ()


def test_whoever_looks_like_someone_is_asked_about(desk: Desk) -> None:
    known = a_person(desk, given_name="Younes", surname="El Amrani", birth_date=date(2004, 3, 1))
    lines = HEAD, "Younis;El Amrani;1-3-2004;West", "Piet;Smit;5-5-2000;West"
    report = check(desk, *lines)
    assert fates(report) == {HELD: 1, READY: 1}
    (doubt,) = report.doubts
    assert (doubt.lines, doubt.candidates[0].token) == ((2,), known.id)
    assert fates(check(desk, *lines, same={doubt.key: known.id})) == {EXISTING: 1, READY: 1}
    assert fates(check(desk, *lines, same={doubt.key: importing.AS_NEW})) == {READY: 2}
    assert fates(check(desk, *lines, same={doubt.key: importing.SKIP})) == {HELD: 1, READY: 1}


def test_whoever_looks_like_an_earlier_line_is_asked_about(desk: Desk) -> None:
    lines = HEAD, "Younes;El Amrani;1-3-2004;West", "Younis;El Amrani;1-3-2004;Oost"
    (doubt,) = check(desk, *lines).doubts
    assert doubt.candidates[0].line == 2
    assert fates(check(desk, *lines, same={doubt.key: doubt.candidates[0].token})) == {READY: 1, DOUBLE: 1}


def test_an_unknown_value_is_asked_once_for_all_its_lines(desk: Desk) -> None:
    lines = HEAD, "An;Jansen;1-2-2000;Overvegt", "Bo;Bakker;1-2-2001;OVERVEGT", "Cy;Smit;1-2-2002;Oost"
    report = check(desk, *lines)
    (question,) = report.questions
    assert (question.column, question.lines, question.suggestion) == ("Wijk", 2, "overvecht")
    assert [problem.rule for problem in report.problems] == ["undecided", "undecided"]
    assert fates(check(desk, *lines, codes={("district", question.folded): "overvecht"})) == {READY: 3}


# --- cases ---------------------------------------------------------------------------------------

CASES = f"{HEAD};Aanpak;Fase;Startdatum;Fase sinds;Reden van plaatsing;Reden van afsluiting;Resultaat;Toelichting bij de plaatsing"


def test_a_case_comes_in_with_its_person_phase_and_history(desk: Desk) -> None:
    report = bring_in(
        desk,
        CASES,
        "An;Jansen;1-2-2000;West;Top X doorgroeiers;Uitvoering;1-3-2023;1-5-2023;Zorgen in het gezin;;;",
    )
    assert report.made == {"persons": 1, "cases": 1, "phase_changes": 2, "assignments": 1}
    case = the(desk, Case)
    assert (case.phase, case.phase_since, case.review_on) == ("execution", date(2023, 5, 1), date(2023, 9, 1))
    assert the(desk, Assignment).role == "pga_expert"
    with desk.reading() as session:
        steps = session.scalars(select(PhaseChange).order_by(PhaseChange.on)).all()
    assert [(step.from_phase, step.to_phase, step.reason) for step in steps] == [
        (None, "registered", None),
        ("registered", "execution", "Overgenomen uit een bestand"),
    ]


def test_a_closed_case_comes_in_closed(desk: Desk) -> None:
    bring_in(
        desk,
        CASES,
        "An;Jansen;1-2-2000;West;RIO;Afgesloten;1-3-2022;1-5-2023;Zorgen in het gezin;Verhuisd;Stabiele situatie;",
    )
    case = the(desk, Case)
    assert (case.closed_on, case.closure_reason, case.outcome) == (date(2023, 5, 1), "moved", "stable")
    assert (case.review_on, case.retain_until) == (None, date(2028, 5, 1))


def test_the_rules_of_cases_hold(desk: Desk) -> None:
    report = check(
        desk,
        CASES,
        "An;Jansen;;West;Top X doorgroeiers;;1-3-2023;;Zorgen in het gezin;;;",
        "Bo;Bakker;1-2-2015;West;Top X doorgroeiers;;1-3-2023;;Zorgen in het gezin;;;",
        "Cy;Smit;1-2-2006;West;Lokale PGA;;1-3-2023;;Zorgen in het gezin;;;",
        "De;Visser;1-2-2010;West;Lokale PGA;;1-3-2023;;Zorgen in het gezin;;;Ernstige zorgen van school",
        "Ed;Mulder;1-2-2000;West;RIO;Afgesloten;1-3-2023;1-4-2023;Zorgen in het gezin;;;",
        "Fe;Dekker;1-2-2000;West;RIO;Intake;1-3-2023;1-2-2023;Zorgen in het gezin;;;",
        "Ge;Bos;1-2-2000;West;RIO;Intake;;;;;;",
        "Hé;Vos;1-2-2000;West;RIO;Heropend;1-3-2023;;Zorgen in het gezin;;;",
    )
    assert problems(report) == [
        (2, "Geboortedatum", "required"),
        (3, "", "too_young"),
        (4, "Toelichting bij de plaatsing", "required"),
        (5, "Geboortedatum", "needs_representative"),
        (6, "Reden van afsluiting", "required"),
        (7, "Fase sinds", "before_phase"),
        (8, "Startdatum", "required"),
        (8, "Reden van plaatsing", "required"),
        (9, "", "phase_move"),
    ]
    assert report.made == {}


def test_a_person_of_two_cases_is_made_once_and_a_second_open_case_is_a_double(desk: Desk) -> None:
    row = "An;Jansen;1-2-2000;West;{};;{};;Zorgen in het gezin;;;"
    lines = (
        CASES,
        row.format("RIO", "1-3-2023"),
        row.format("Lokale PGA", "1-4-2023"),
        row.format("RIO", "1-5-2023"),
    )
    report = bring_in(desk, *lines)
    assert (report.made["persons"], report.made["cases"]) == (1, 2)
    again = check(desk, *lines)
    assert fates(again) == {EXISTING: 3}


def test_one_value_can_hold_for_all_rows(desk: Desk) -> None:
    lines = f"{HEAD};Startdatum", "An;Jansen;1-2-2000;West;1-3-2023"
    grid = grid_of(*lines)
    layout = importing.guess(grid, desk.role, subject=importing.subjects()["cases"])
    assert layout is not None
    fixed = replace(
        layout, fixed={"approach": "Lokale PGA", "inclusion_reasons": "Meerdere ketens betrokken"}
    )
    assert importing.check(desk, grid, fixed, language="nl").count(READY) == 1


# --- contacts, programmes, detentions ------------------------------------------------------------

VISITS = "Naam;Geboortedatum;Datum;Tijd;Soort contact;Bereikt;Verslag"


def test_contacts_go_to_the_only_case_and_move_its_last_contact(desk: Desk) -> None:
    case = a_case(desk, a_person(desk, given_name="An", surname="Jansen", birth_date=date(2000, 2, 1)))
    report = bring_in(
        desk,
        VISITS,
        "An Jansen;1-2-2000;3-10-2023;14:00;Huisbezoek;Bereikt;Koffie gedronken",
        "An Jansen;1-2-2000;20-10-2023;;Telefoon;Niet thuis;",
        "An Jansen;1-2-2000;1-1-2020;;Telefoon;Bereikt;Voor de casus",
    )
    assert report.made == {"contacts": 3}
    with desk.reading() as session:
        found = session.scalars(select(Contact).order_by(Contact.on)).all()
        kept = session.get(Case, case.id)
    assert [one.case_id for one in found] == [None, case.id, case.id]
    assert [one.worker_id for one in found] == [desk.worker_id] * 3
    assert kept is not None
    assert kept.last_contact_on == date(2023, 10, 3)


def test_a_contact_that_is_there_already_is_not_kept_twice(desk: Desk) -> None:
    a_person(desk, given_name="An", surname="Jansen", birth_date=date(2000, 2, 1))
    row = "An Jansen;1-2-2000;3-10-2023;14:00;Huisbezoek;Bereikt;Koffie"
    first = bring_in(desk, VISITS, row, row, row.replace("Koffie", "Thee"))
    assert first.made == {"contacts": 2}
    assert fates(check(desk, VISITS, row, row)) == {EXISTING: 2}
    other = row.replace("Koffie", "Soep")
    assert fates(check(desk, VISITS, other, other, keep_doubles=True)) == {READY: 2}


def test_contacts_of_someone_unknown_are_refused_unless_persons_may_be_made(desk: Desk) -> None:
    row = "An Jansen;1-2-2000;3-10-2023;;Huisbezoek;Bereikt;Koffie"
    nobody = ";;3-10-2023;;Huisbezoek;Bereikt;Koffie"
    report = check(desk, VISITS, row, nobody)
    assert problems(report) == [(2, "Naam", "unknown_person"), (3, "Naam", "no_person")]
    assert bring_in(desk, VISITS, row, create_persons=True).made == {"persons": 1, "contacts": 1}


def test_a_persons_number_is_enough(desk: Desk) -> None:
    person = a_person(desk)
    lines = "Nummer in Casus;Datum;Soort contact;Verslag", f"{person.number};3-10-2023;Huisbezoek;Koffie"
    assert bring_in(desk, *lines).made == {"contacts": 1}
    report = check(desk, lines[0], "P-XXXXX;3-10-2023;Huisbezoek;Koffie")
    assert problems(report) == [(2, "Nummer in Casus", "unknown_number")]


def test_the_rules_of_contacts_hold(desk: Desk) -> None:
    a_person(desk, given_name="An", surname="Jansen", birth_date=date(2000, 2, 1))
    who = "An Jansen;1-2-2000"
    report = check(
        desk,
        VISITS,
        f"{who};3-10-2023;;Huisbezoek;Bereikt;",
        f"{who};3-10-2024;;Huisbezoek;Niet thuis;",
        f"{who};3-10-2023;25:00;Huisbezoek;Niet thuis;",
        f"{who};3-10-2023;;;Niet thuis;",
        f"{who};3-10-2023;;Detentiebezoek;Niet thuis;",
    )
    assert problems(report) == [
        (2, "Verslag", "required"),
        (3, "Datum", "future"),
        (4, "Tijd", "time"),
        (5, "Soort contact", "required"),
        (6, "Inrichting", "required"),
    ]


def test_programmes_come_in_registered_started_finished_or_stopped(desk: Desk) -> None:
    case = a_case(desk, a_person(desk, given_name="An", surname="Jansen", birth_date=date(2000, 2, 1)))
    who = "An Jansen;1-2-2000"
    report = bring_in(
        desk,
        "Naam;Geboortedatum;Soort traject;Aanbieder;Aangemeld op;Gestart op;Beëindigd op;Resultaat;Reden van stoppen",
        f"{who};Werk;Garage;1-6-2023;;;;",
        f"{who};Sport;Club;;1-7-2023;;;",
        f"{who};School;ROC;1-6-2023;1-7-2023;1-9-2023;Baan;",
        f"{who};Coaching;JoU;1-6-2023;;1-9-2023;;Kwam niet opdagen",
    )
    assert report.made == {"programmes": 4}
    with desk.reading() as session:
        found = session.scalars(select(Programme).order_by(Programme.kind)).all()
    assert {one.kind: (one.status, one.outcome) for one in found} == {
        "work": ("registered", None),
        "sport": ("started", None),
        "school": ("finished", "job"),
        "coaching": ("stopped", None),
    }
    assert {one.case_id for one in found} == {case.id}


def test_the_rules_of_programmes_hold(desk: Desk) -> None:
    a_person(desk, given_name="An", surname="Jansen", birth_date=date(2000, 2, 1))
    who = "An Jansen;1-2-2000"
    report = check(
        desk,
        "Naam;Geboortedatum;Soort traject;Aangemeld op;Gestart op;Beëindigd op;Resultaat",
        f"{who};Werk;;;;",
        f"{who};Werk;1-6-2023;1-5-2023;;",
        f"{who};Werk;1-6-2023;;1-9-2023;Baan",
        f"{who};Werk;1-6-2023;1-7-2023;1-9-2023;",
        f"{who};Werk;1-6-2023;1-7-2023;1-6-2023;Baan",
    )
    assert problems(report) == [
        (2, "Aangemeld op", "required"),
        (3, "Gestart op", "before_step"),
        (4, "Gestart op", "required"),
        (5, "Resultaat", "required"),
        (6, "Beëindigd op", "before_start"),
    ]


DETENTIONS = "Naam;Geboortedatum;Inrichting;Binnengekomen op;Verwacht ontslag;Vrijgekomen op"


def test_detentions_come_in_and_one_runs_at_a_time(desk: Desk) -> None:
    a_person(desk, given_name="An", surname="Jansen", birth_date=date(2000, 2, 1))
    a_facility(desk, "PI Nieuwegein")
    who = "An Jansen;1-2-2000"
    report = bring_in(
        desk,
        DETENTIONS,
        f"{who};PI Nieuwegein;1-2-2022;;1-6-2022",
        f"{who};pi nieuwegein;1-8-2023;1-12-2023;",
        f"{who};PI Nieuwegein;1-9-2023;;",
    )
    assert report.made == {"detentions": 2}
    again = check(
        desk,
        DETENTIONS,
        f"{who};PI Nieuwegein;1-2-2022;;1-6-2022",
        f"{who};PI Nieuwegein;1-9-2023;;",
        f"{who};PI Nieuwegijn;1-9-2023;;",
        f"{who};;1-9-2023;;",
    )
    assert problems(again) == [
        (3, "", "detained_already"),
        (4, "Inrichting", "undecided"),
        (5, "Inrichting", "required"),
    ]
    assert again.questions[0].suggestion == report_facility(desk)
    with desk.reading() as session:
        found = session.scalars(select(Detention).order_by(Detention.entered_on)).all()
    assert [one.release_certainty for one in found] == ["known", "estimated"]


def report_facility(desk: Desk) -> str:
    with desk.reading() as session:
        return str(session.scalars(select(Detention.facility_id)).first())


# --- registers -----------------------------------------------------------------------------------

REGISTERS: Mapping[str, tuple[str, str, Any]] = {
    "inspections": (
        "Datum;Soort controle;Wijk;Aantal controles;Resultaat",
        "3-10-2023;BUIT-controle;West;12;Waarschuwing",
        Inspection,
    ),
    "permits": (
        "Bedrijf;Status;Status sinds;Branche",
        "Garage Zon;Aangevraagd;3-10-2023;Autobranche",
        Permit,
    ),
    "school_activities": (
        "School;Datum;Soort activiteit;Bereik",
        "ROC Zuid;3-10-2023;Lesuur;28",
        SchoolActivity,
    ),
}


@pytest.mark.parametrize("register", REGISTERS)
def test_a_register_comes_in_once(register: str, make_desk: MakeDesk) -> None:
    desk = make_desk("coordinator")
    head, row, kind = REGISTERS[register]
    assert bring_in(desk, head, row, row).made[register] == 1
    assert count(desk, kind) == 1
    assert fates(check(desk, head, row)) == {EXISTING: 1}


def test_the_other_registers_come_in_by_their_own_rules(make_desk: MakeDesk) -> None:
    desk = make_desk("coordinator")
    talks = "Datum;Wijk;Aantal gesprekken;Aanleiding"
    assert bring_in(desk, talks, "3-10-2023;Overvecht;7;Bewustwording").made == {"business_contacts": 1}
    assert problems(check(desk, talks, "3-10-2023;Overvecht;0;Bewustwording")) == [
        (2, "Aantal gesprekken", "number")
    ]
    sessions = "Datum;Doelgroep;Deelnemers"
    assert bring_in(desk, sessions, "3-10-2023;Notarissen;20").made == {"resilience_sessions": 1}
    assert problems(check(desk, sessions, "3-10-2033;Notarissen;20")) == [(2, "Datum", "future")]


def test_a_new_school_is_made_once_for_all_its_activities(make_desk: MakeDesk) -> None:
    desk = make_desk("coordinator")
    head = "School;Soort school;Datum;Soort activiteit;Bereik"
    bring_in(desk, head, "ROC Zuid;Mbo;3-10-2023;Lesuur;28", "roc zuid;Mbo;4-10-2023;Spreekuur;3")
    assert (count(desk, School), count(desk, SchoolActivity)) == (1, 2)
    assert the(desk, School).kind == "vocational"


def test_a_register_entry_that_is_there_already_by_hand_is_known(make_desk: MakeDesk) -> None:
    desk = make_desk("coordinator")
    registers.add_inspection(
        desk, InspectionInput(date(2023, 10, 3), district="west", amount=12, result="warning")
    )
    head, row, _ = REGISTERS["inspections"]
    assert fates(check(desk, head, row)) == {EXISTING: 1}


def test_each_role_imports_its_own_only(make_desk: MakeDesk) -> None:
    coordinator, grid = make_desk("coordinator"), grid_of(HEAD, "An;Jansen;1-2-2000;West")
    layout = layout_of(make_desk(), grid)
    with pytest.raises(NotAllowed):
        importing.check(coordinator, grid, layout, language="nl")


# --- as a whole or not at all --------------------------------------------------------------------


def test_a_dry_run_leaves_no_trace(desk: Desk) -> None:
    before = count(desk, AuditEntry), count(desk, ChangeBatch)
    report = check(desk, CASES, "An;Jansen;1-2-2000;West;RIO;Intake;1-3-2023;;Zorgen in het gezin;;;")
    assert report.count(READY) == 1
    assert (count(desk, AuditEntry), count(desk, ChangeBatch), count(desk, Person)) == (*before, 0)
    assert search.search(desk, "jansen") == []


@pytest.mark.parametrize("step", [1, 3, 5, 9])
def test_an_import_stopped_half_way_leaves_nothing(step: int, desk: Desk) -> None:
    rows = [f"{given};{surname};{birth};West" for given, surname, birth in strangers(400)]
    grid = grid_of(HEAD, *rows)
    layout = layout_of(desk, grid)
    report = importing.check(desk, grid, layout, language="nl")
    told = 0

    def stop(_done: int, _total: int) -> None:
        nonlocal told
        told += 1
        if told == step:
            raise Cancelled

    before = count(desk, AuditEntry)
    with pytest.raises(Cancelled):
        importing.perform(desk, grid, layout, report, language="nl", progress=stop)
    assert (count(desk, Person), count(desk, PersonAlias), count(desk, AuditEntry)) == (0, 0, before)
    assert desk.vault.verify().ok


def test_an_import_that_would_turn_out_otherwise_than_checked_is_refused(desk: Desk) -> None:
    grid = grid_of(HEAD, "An;Jansen;1-2-2000;West", "Bo;Bakker;1-2-2001;West")
    layout = layout_of(desk, grid)
    report = importing.check(desk, grid, layout, language="nl")
    a_person(desk, given_name="An", surname="Jansen", birth_date=date(2000, 2, 1))
    with pytest.raises(UnreadableFile) as refused:
        importing.perform(desk, grid, layout, report, language="nl")
    assert refused.value.reason == "changed"
    assert count(desk, Person) == 1


def test_a_header_without_names_or_fields_is_refused(desk: Desk) -> None:
    grid = grid_of("x;y", "1;2")
    with pytest.raises(UnreadableFile) as refused:
        importing.check(desk, grid, layout_of(desk, grid, columns=("", "")), language="nl")
    assert refused.value.reason == "no_header"


def test_an_import_is_one_change_and_undone_as_one(desk: Desk) -> None:
    case = a_case(desk, a_person(desk, given_name="An", surname="Jansen", birth_date=date(2000, 2, 1)))
    a_home_visit(desk, case, on=date(2023, 9, 1))
    bring_in(desk, VISITS, "An Jansen;1-2-2000;3-10-2023;;Huisbezoek;Bereikt;Koffie", create_persons=True)
    act = undo.recent(desk, 1)[0]
    assert act.code == "import"
    undo.undo(desk, act.batch_id)
    assert count(desk, Contact) == 1
    with desk.reading() as session:
        kept = session.get(Case, case.id)
    assert kept is not None
    assert kept.last_contact_on == date(2023, 9, 1)
    assert contact_changes.get_contact(desk, the(desk, Contact).id).on == date(2023, 9, 1)


def test_many_rows_with_forty_errors_add_up_come_in_and_go_back(desk: Desk, tmp_path: Path) -> None:
    good = [f"{given};{surname};{birth};West" for given, surname, birth in strangers(760)]
    rows = [
        row for at in range(40) for row in (*good[at * 19 : at * 19 + 19], f"Fout{at};Mis;31-02-2000;West")
    ]
    path = tmp_path / "caseload.csv"
    path.write_text("\n".join((HEAD, *rows)), encoding="utf-8")
    grid = importing.read_file(path)
    layout = layout_of(desk, grid)
    report = importing.check(desk, grid, layout, language="nl")
    assert fates(report) == {READY: 760, FAILED: 40}
    assert report.total == sum(report.count(fate) for fate in FATES)
    assert [problem.line for problem in report.problems] == [21 + 20 * at for at in range(40)]
    importing.perform(desk, grid, layout, report, language="nl")
    assert count(desk, Person) == report.made["persons"] == 760
    undo.undo(desk, undo.recent(desk, 1)[0].batch_id)
    assert count(desk, Person) == 0
    assert search.search(desk, strangers(1)[0][1]) == []


def test_the_list_of_errors_holds_nothing_personal(desk: Desk) -> None:
    report = check(desk, "Voornaam;Achternaam;=Geboortedatum", "Geheim;Achternaam1;31-02-2000")
    grid = grid_of("Voornaam;Achternaam;=Geboortedatum", "Geheim;Persoonlijk;31-02-2000")
    layout = layout_of(desk, grid, columns=("given_name", "surname", "birth_date"))
    report = importing.check(desk, grid, layout, language="nl")
    text = importing.problems_csv(report, "nl").decode("utf-8-sig")
    assert text.splitlines()[1].startswith("2;'=Geboortedatum;date;Deze datum")
    assert not any(word in text for word in ("Geheim", "Persoonlijk", "31-02-2000"))


def test_what_is_in_a_file_is_nowhere_but_in_the_vault(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    caplog.set_level(logging.DEBUG)
    path = write_csv(
        tmp_path / "lijst.csv", HEAD, "Qwyxze;Qwyxze;1-2-2000;West", "Qwyxze;Qw\x00yxze;31-02-2000;Qwyxze"
    )
    grid = importing.read_file(path)
    layout = layout_of(desk, grid)
    importing.remember(desk, grid, layout)
    report = importing.check(desk, grid, layout, language="nl")
    importing.perform(desk, grid, layout, report, language="nl")
    path.unlink()
    told = " ".join(str(problem.error) + problem.sentence("nl") for problem in report.problems)
    assert len(report.problems) == 2
    assert "qwyxze" not in f"{told} {caplog.text}".lower()
    assert not list(temporary.iterdir())
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"qwyxze" not in file.read_bytes().lower()
