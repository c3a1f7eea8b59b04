# SPDX-License-Identifier: EUPL-1.2
"""Whatever two records of a person hold: merged nothing is lost, taken apart all is as it was, edits included."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.helpers.builders import (
    A_CASE,
    A_VISIT,
    a_detention,
    a_facility,
    a_family,
    a_person,
    a_programme,
)
from tests.helpers.every_record import records_of

from casus.errors import CasusError
from casus.services import cases, contacts, detentions, families, merging, persons, search, tasks, undo
from casus.services.desk import Desk
from casus.services.inputs import AgreementInput, Attendee, MemberInput, PersonInput, TaskInput
from casus.services.records import Person
from casus.vault.tables import new_id

TODAY = date(2023, 11, 1)
REASON = "Het blijkt dezelfde jongen te zijn."
UNITED = {"family_members", "contact_attendees", "person_aliases", "detentions", "persons"}
"""Kinds of which one of two may go: what it held is in the history, and comes back."""


class Two:
    """Two records of one person, with whatever `n` says of each."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.left = a_person(desk, telephone="030 123", note="Woont bij oma.", aliases=("Joe",))
        self.right = a_person(
            desk, given_name="Younès", birth_date=date(2004, 1, 3), aliases=("Joe", "Yo"), city="Utrecht"
        )
        self.family = a_family(desk)
        self.prison = a_facility(desk, f"PI {new_id()}")

    def whose(self, n: int) -> Person:
        return (self.left, self.right)[n % 2]

    def case(self, n: int) -> None:
        approach = ("top_x", "rio", "local_pga")[n // 2 % 3]
        cases.open_case(self.desk, replace(A_CASE, person_id=self.whose(n).id, approach=approach))

    def visit(self, n: int) -> None:
        person = self.whose(n)
        running = cases.open_cases_of(self.desk, person.id)
        visit = replace(
            A_VISIT,
            person_id=person.id,
            case_id=running[0].id if running and n % 3 else None,
            on=TODAY - timedelta(days=n % 30),
            attendees=(Attendee(person_id=self.whose(n + 1).id), Attendee(name="Moeder")) if n % 5 else (),
            agreements=(AgreementInput("Bellen"),) if n % 4 == 0 else (),
            next_on=TODAY + timedelta(days=3) if n % 7 == 0 else None,
        )
        contacts.log_home_visit(self.desk, visit)

    def member(self, n: int) -> None:
        since = date(2023, 3, 1) + timedelta(days=n)
        data = MemberInput(self.family.id, self.whose(n).id, ("child", "partner")[n % 3 % 2], since)
        done = families.add_member(self.desk, data).value
        if n % 5 == 0:
            families.end_membership(self.desk, done.id, TODAY)

    def stay(self, n: int) -> None:
        begin = date(2023, 1, 1) + timedelta(days=n * 3)
        found = a_detention(self.desk, self.whose(n), self.prison, entered_on=begin)
        if n % 3:
            detentions.release_from_detention(self.desk, found.id, begin + timedelta(days=n))

    def task(self, n: int) -> None:
        tasks.add_task(self.desk, TaskInput(f"Bellen {n}", person_id=self.whose(n).id, due_on=TODAY))

    def work(self, n: int) -> None:
        a_programme(self.desk, self.whose(n))

    def represent(self, n: int) -> None:
        represented = a_person(self.desk, given_name=f"Kind{n}", representative_id=self.whose(n).id)
        assert represented.representative_id

    def close(self, n: int) -> None:
        case = cases.open_cases_of(self.desk, self.whose(n).id)[0]
        cases.close_case(
            self.desk,
            case.id,
            on=TODAY,
            closure_reason="moved",
            outcome="unknown",
            note="Naar elders vertrokken.",
        )

    def merge(self, n: int) -> Any:
        both = merging.compare(self.desk, self.left.id, self.right.id)
        keys = [one.key for one in both.fields if one.state == "differ"] + [one.key for one in both.clashes]
        choices = {key: ("left", "right")[(n + at) % 2] for at, key in enumerate(keys)}
        return merging.merge(self.desk, self.left.id, self.right.id, choices, REASON).value


DOINGS: list[Callable[[Two, int], None]] = [
    Two.case, Two.visit, Two.member, Two.stay, Two.task, Two.work, Two.represent, Two.close,
]  # fmt: skip


def contents(found: dict[tuple[str, str], Any], *, but: set[str]) -> Counter[str]:
    """Every record by what it holds, without whose it is."""
    whose = {"person_id", "representative_id", "kept_id", "id"}
    derived = {"last_contact_on", "case_id", "detention_id"}
    return Counter(
        f"{kind} {sorted((key, str(value)) for key, value in row.items() if key not in whose | derived)}"
        for (kind, _id), row in found.items()
        if isinstance(row, dict) and kind not in but
    )


@settings(
    max_examples=4,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.tuples(st.sampled_from(DOINGS), st.integers(0, 60)), min_size=3, max_size=9),
    st.integers(0, 5),
)
def test_merged_nothing_is_lost_and_apart_all_is_as_it_was(
    desk: Desk, doings: list[tuple[Callable[[Two, int], None], int]], n: int
) -> None:
    two = Two(desk)
    for do, number in doings:
        with suppress(CasusError, IndexError):
            do(two, number)
    before = records_of(desk)
    done = two.merge(n)
    after = records_of(desk)
    still = {"cases", "assignments", "transfers", "tasks", "appointments"}  # closing changes these
    lost = contents(before, but=UNITED | still) - contents(after, but=UNITED | still)
    assert not lost
    for kind in sorted({kind for kind, _id in before} - UNITED):
        if not kind.startswith("search:"):
            assert {one for one in before if one[0] == kind} <= {one for one in after if one[0] == kind}
    assert not [one for one in after.values() if isinstance(one, dict) and two.right.id in one.values()
                and one.get("merged_id") != two.right.id]  # fmt: skip
    for words in (two.left.number, two.right.number, "Younes El Amrani", "Yo"):
        assert two.left.id in [hit.record_id for hit in search.search(desk, words)]
    undo.undo(desk, undo.steps(desk).undo.batch_id)  # type: ignore[union-attr]
    assert records_of(desk) == before
    done = two.merge(n)
    assert records_of(desk).keys() - {("person_merges", done.id)} >= {
        one for one in after if one[0] not in ("person_merges", "person_aliases", "phase_changes")
    }
    merging.split(desk, done.id, {}, "Het zijn toch twee mensen.")
    assert records_of(desk) == before
    assert desk.vault.verify().ok


def test_edits_in_between_go_where_they_belong(desk: Desk) -> None:
    two = Two(desk)
    for number in (0, 1):
        two.case(number)
        two.task(number)
        two.visit(number + 30)
    before = records_of(desk)
    done = two.merge(0)
    running = cases.open_cases_of(desk, two.left.id)
    assert len(running) == 1  # of two running cases of one approach one stays open
    mine = tasks.add_task(desk, TaskInput("Nieuw", person_id=two.left.id)).value
    theirs = tasks.add_task(desk, TaskInput("Ook nieuw", person_id=two.left.id)).value
    in_case = tasks.add_task(
        desk, TaskInput("In de casus", case_id=running[0].id, person_id=two.left.id)
    ).value
    old = next(row for (kind, _id), row in before.items() if kind == "tasks" and row["title"] == "Bellen 1")
    tasks.complete_task(desk, old["id"])
    kept = persons.get_person(desk, two.left.id)
    data = PersonInput("Younes", "El Amrani", birth_date=kept.birth_date, district="overvecht", telephone="06 999",
                       note=kept.note, city=kept.city)  # fmt: skip
    persons.update_person(desk, kept.id, kept.version, data)
    asked = merging.preview(desk, done.id)
    assert {one.id for one in asked.later} == {mine.id, theirs.id}
    assert [one[0] for one in asked.fields] == ["telephone"]
    assert (asked.merged_number, asked.returning > 2) == (two.right.number, True)
    given = {theirs.id: "merged", "telephone": "both"}
    back = merging.split(desk, done.id, given, "Het zijn toch twee mensen.").value
    now = records_of(desk)
    assert now["tasks", mine.id]["person_id"] == now["tasks", in_case.id]["person_id"] == two.left.id
    assert now["tasks", theirs.id]["person_id"] == back.id == two.right.id
    assert (now["tasks", old["id"]]["status"], now["tasks", old["id"]]["person_id"]) == ("done", two.right.id)
    assert (back.telephone, back.number, back.given_name) == ("06 999", two.right.number, "Younès")
    assert persons.get_person(desk, two.left.id).telephone == "06 999"
    came = {("tasks", one.id) for one in (mine, theirs, in_case)}
    rest = {key: row for key, row in now.items() if key[0] not in ("persons", "tasks") and key[1] not in {
        one[1] for one in came}}  # fmt: skip
    expected = {key: row for key, row in before.items() if key[0] not in ("persons", "tasks")}
    aliases = {key for key in expected if key[0] == "person_aliases"}  # the edit took them off the kept one
    searched = {key for key in expected if key[0] in ("search:persons", "search:tasks")}
    skip = aliases | searched
    assert {k: v for k, v in rest.items() if k not in skip} == {
        k: v for k, v in expected.items() if k not in skip
    }
    undo.undo(desk, undo.steps(desk).undo.batch_id)  # type: ignore[union-attr]
    assert len(merging.merges(desk)) == 1
    assert desk.vault.verify().ok
