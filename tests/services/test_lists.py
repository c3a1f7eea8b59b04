# SPDX-License-Identifier: EUPL-1.2
"""Lists: filtered, sorted and counted in the vault, rows in the order that was asked."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.helpers.builders import (
    a_case,
    a_detention,
    a_facility,
    a_family,
    a_home_visit,
    a_person,
    a_programme,
)

from casus.domain.ages import age_group
from casus.domain.codelists import codelist
from casus.services import cases, detentions, families, persons, programmes
from casus.services.desk import Desk
from casus.services.lists import RecordList
from casus.services.today import today

LISTS = [
    persons.PersonList,
    cases.CaseList,
    families.FamilyList,
    detentions.DetentionList,
    programmes.ProgrammeList,
]


def filled(desk: Desk) -> None:
    """Three persons with a case, a detention, a programme and a family each."""
    for place, (given, surname, district) in enumerate(
        [
            ("Younes", "El Amrani", "overvecht"),
            ("Jan", "Öztürk", "west"),
            ("Noor", "'s-Gravenmade", "unknown"),
        ]
    ):
        person = a_person(
            desk,
            given_name=given,
            surname=surname,
            district=district,
            birth_date=date(2000 + 3 * place, 5, 5),
        )
        a_case(desk, person, opened_on=date(2023, 2, 1 + place), inclusion_note="Met oudere jongens gezien.")
        released = date(2023, 11, 30) if place else date(2023, 12, 31)
        a_detention(
            desk, person, a_facility(desk, f"PI {surname}"), entered_on=date(2023, 9, 1), expected_on=released
        )
        a_programme(desk, person, registered_on=date(2023, 6, 1 + place), started_on=date(2023, 7, 1))
        a_family(desk, surname, district=district)


def titles(records: RecordList, *args: object, **kwargs: object) -> list[str]:
    return [row.title for row in records.rows(records.ids(*args, **kwargs))]  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", LISTS)
def test_every_sort_order_of_every_list_gives_all_records_forth_and_back(
    desk: Desk, kind: Callable[[Desk], RecordList]
) -> None:
    records = kind(desk)
    assert (records.total(), records.ids(), records.rows([])) == (0, [], [])
    filled(desk)
    assert records.total() == 3
    for key in records._sorts():
        forth, back = records.ids(sort=key), records.ids(sort=key, descending=True)
        assert sorted(forth) == sorted(back) == sorted(records.ids())
    rows = records.rows(records.ids())
    for column in records.columns[1:]:
        for row in rows:
            if column.code_list and row[column.key] is not None:
                assert row[column.key] in codelist(column.code_list)


@pytest.mark.parametrize("kind", LISTS)
def test_every_chip_of_every_list_parts_the_records_without_losing_one(
    desk: Desk, kind: Callable[[Desk], RecordList]
) -> None:
    filled(desk)
    records = kind(desk)
    for one in records.chips():
        parts = [records.ids(chips={one.key: frozenset([code])}) for code in one.codes]
        assert sum(map(len, parts)) >= (0 if one.key == "attention" else 3)
        assert len({record for part in parts for record in part}) == len(
            records.ids(chips={one.key: frozenset(one.codes)})
        )
        assert records.ids(chips={one.key: frozenset()}) == records.ids()


def test_names_sort_without_accents_and_apostrophes(desk: Desk) -> None:
    filled(desk)
    assert titles(persons.PersonList(desk)) == ["El Amrani, Younes", "'s-Gravenmade, Noor", "Öztürk, Jan"]
    assert titles(cases.CaseList(desk), descending=True)[0] == "Öztürk, Jan"


def test_rows_come_in_the_order_asked_and_without_what_is_gone(desk: Desk) -> None:
    filled(desk)
    records = persons.PersonList(desk)
    ids = records.ids()
    assert [row.id for row in records.rows([ids[2], "f" * 32, ids[0]])] == [ids[2], ids[0]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("oztu", ["Öztürk, Jan"]),
        ("ÖZTÜRK jan", ["Öztürk, Jan"]),
        ("jan ozt", ["Öztürk, Jan"]),
        ("gravenmade", ["'s-Gravenmade, Noor"]),
        ("jan noor", []),
        ("%", []),
        ("_-", ["El Amrani, Younes", "'s-Gravenmade, Noor", "Öztürk, Jan"]),  # signs that fold to nothing
        ('"', []),
        ("a\x00b\ud800", []),
        ("", ["El Amrani, Younes", "'s-Gravenmade, Noor", "Öztürk, Jan"]),
    ],
)
@pytest.mark.parametrize("kind", [persons.PersonList, cases.CaseList, programmes.ProgrammeList])
def test_every_typed_word_narrows_the_list_and_no_sign_has_a_meaning(
    desk: Desk, kind: Callable[[Desk], RecordList], text: str, found: list[str]
) -> None:
    filled(desk)
    assert titles(kind(desk), text, sort="name") == found


def test_a_person_is_found_in_the_list_by_alias_and_number(desk: Desk) -> None:
    person = a_person(desk, aliases=("Kleine Jöhn",))
    a_person(desk, given_name="Sam", surname="Bakker")
    records = persons.PersonList(desk)
    assert records.ids("kleine john") == [person.id]
    assert records.ids(person.number.lower()) == [person.id]


def test_chips_together_narrow(desk: Desk) -> None:
    filled(desk)
    records = cases.CaseList(desk)
    both = {"district": frozenset(["overvecht", "west"]), "age_group": frozenset(["age_21_23"])}
    assert titles(records, "", both) == ["El Amrani, Younes"]


@pytest.mark.parametrize(
    "birth", [date(2005, 11, 1), date(2005, 11, 2), date(2008, 2, 29), date(1995, 10, 31), None]
)
def test_the_age_chip_means_what_the_reports_mean(desk: Desk, birth: date | None) -> None:
    person = a_person(desk, birth_date=birth)
    group = age_group(birth, desk.today())
    records = persons.PersonList(desk)
    for code in codelist("age_group").values:
        expected = [person.id] if code == group else []
        assert records.ids(chips={"age_group": frozenset([code])}) == expected


def test_what_is_open_counts_and_sorts(desk: Desk) -> None:
    filled(desk)
    busy, none = (
        a_person(desk, given_name="Ali", surname="Zand"),
        a_person(desk, given_name="Bo", surname="Zand"),
    )
    a_home_visit(desk, a_case(desk, busy))
    a_case(desk, busy, approach="rio")
    records = persons.PersonList(desk)
    assert records.ids(sort="open_cases", descending=True)[0] == busy.id
    assert records.ids(sort="open_cases")[0] == none.id
    assert records.ids(sort="last_contact_on")[0] == busy.id
    row = records.rows([busy.id])[0]
    assert (row["open_cases"], row["last_contact_on"]) == (2, date(2023, 10, 30))
    assert none.id in records.ids(chips={"state": frozenset(["ended"])})


def test_the_attention_chips_and_today_count_the_same_cases(desk: Desk) -> None:
    filled(desk)
    case = a_case(desk, a_person(desk, given_name="Sam", surname="Bakker"), opened_on=date(2023, 10, 20))
    records = cases.CaseList(desk)
    counts = today(desk).counts
    silent = records.ids(chips={"attention": frozenset(["long_silent"])})
    assert (len(silent), case.id in silent) == (counts["long_silent"], False)
    assert len(records.ids(chips={"attention": frozenset(["detained"])})) == counts["detention"] == 3
    assert len(records.ids(chips={"attention": frozenset(["review_due"])})) == counts["reviews_due"] == 3
    soon = detentions.DetentionList(desk).ids(chips={"attention": frozenset(["release_soon"])})
    assert len(soon) == counts["release_soon"] == 2
    running = {"state": frozenset(["running"])}
    assert len(records.ids(chips=running)) == counts["cases"]
    assert len(programmes.ProgrammeList(desk).ids(chips=running)) == counts["programmes"]
    assert len(families.FamilyList(desk).ids(chips=running)) == counts["families"]
    assert persons.PersonList(desk).total() == counts["persons"]


def test_a_row_says_nothing_for_a_column_it_has_not(desk: Desk) -> None:
    row = persons.PersonList(desk).rows([a_person(desk).id])[0]
    assert row["nergens"] is None
