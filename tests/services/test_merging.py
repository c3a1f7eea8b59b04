# SPDX-License-Identifier: EUPL-1.2
"""Two records of one person: suggested, compared, merged with every count right, refused where it must be."""

import sys
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select
from tests.conftest import MakeDesk
from tests.helpers.any_record import any_row
from tests.helpers.builders import (
    a_case,
    a_detention,
    a_facility,
    a_family,
    a_home_visit,
    a_person,
    a_programme,
)
from tests.helpers.every_record import records_of

from casus.counting.extraction import Contributor, extract
from casus.counting.facts import combine
from casus.domain.periods import Period
from casus.errors import InvalidForm, NotAllowed, NotFound, StaleRecord
from casus.services import drafts, families, merging, persons, search, tasks, undo
from casus.services.desk import Desk
from casus.services.error_sentences import sentence
from casus.services.inputs import MemberInput, TaskInput
from casus.services.merging import references
from casus.services.records import Person
from casus.vault.row_digest import layout_of, record_classes
from casus.vault.tables import (
    Base,
    Case,
    Colleague,
    DestructionProposal,
    FamilyMember,
    MatchHint,
    PersonMerge,
)

REASON = "Het blijkt dezelfde jongen te zijn."
APART = "Het zijn toch twee mensen."
YEAR = Period.parse("2023")


def merged(desk: Desk, left: Person, right: Person, side: str = "left", **more: str) -> PersonMerge:
    found = merging.compare(desk, left.id, right.id)
    asked = [one.key for one in found.fields if one.state == "differ"] + [one.key for one in found.clashes]
    return merging.merge(desk, left.id, right.id, dict.fromkeys(asked, side) | more, REASON).value


def pairs(desk: Desk) -> dict[frozenset[str], merging.Suggestion]:
    return {frozenset((one.left.id, one.right.id)): one for one in merging.suggestions(desk)}


def test_near_names_slips_and_aliases_are_suggested_and_twins_are_not_sure(desk: Desk) -> None:
    born = date(2004, 3, 11)
    first = a_person(desk, given_name="Younès", surname="El Amrani", birth_date=born)
    near = a_person(desk, given_name="Younes", surname="Amrani", prefix="el", birth_date=born)
    swapped = a_person(desk, given_name="Younes", surname="El Amrani", birth_date=date(2004, 11, 3))
    known_as = a_person(
        desk, given_name="Mohammed", surname="El Amrani", birth_date=born, aliases=("Younes",)
    )
    unknown = a_person(desk, given_name="Younes", surname="El Amrany", birth_date=None)
    twin = a_person(desk, given_name="Yassin", surname="El Amrani", birth_date=born)
    other = a_person(desk, given_name="Younes", surname="De Wit", birth_date=born)
    found = pairs(desk)
    for one, why in ((near, "birth_date"), (swapped, "birth_date_slip"), (known_as, "alias"), (unknown, "birth_date_unknown")):  # fmt: skip
        assert why in found[frozenset((first.id, one.id))].why
    assert not any(other.id in pair for pair in found)
    twins = found[frozenset((first.id, twin.id))]
    assert twins.twins
    assert twins.sure < min(one.sure for one in found.values() if not one.twins)
    assert "twin" in merging.compare(desk, first.id, twin.id).warnings
    merging.keep_apart(desk, near.id, first.id)
    merging.keep_apart(desk, near.id, first.id)
    assert frozenset((first.id, near.id)) not in pairs(desk)
    undo.undo(desk, undo.steps(desk).undo.batch_id)  # type: ignore[union-attr]
    assert frozenset((first.id, near.id)) in pairs(desk)


def test_twins_of_one_family_with_names_that_are_near_are_warned_of(desk: Desk) -> None:
    family, born = a_family(desk), date(2004, 3, 11)
    both = [a_person(desk, given_name=name, birth_date=born) for name in ("Anna", "Hanna")]
    assert not pairs(desk)[frozenset(one.id for one in both)].twins
    for one in both:
        families.add_member(desk, MemberInput(family.id, one.id, "child", date(2023, 3, 1)))
    assert pairs(desk)[frozenset(one.id for one in both)].twins
    assert {"twin", "family_twice"} <= set(merging.compare(desk, both[0].id, both[1].id).warnings)


def counted(desk: Desk) -> dict[str, int]:
    """What each rule counts over the year: persons, cases, families."""
    with desk.reading() as session:
        made = extract(
            session, Contributor("v", "pga_expert"), YEAR, date(2023, 11, 1), b"k" * 32, desk.clock.now()
        )
    facts = combine([made])
    young = {row.subject for row in facts.of("case")}
    return {
        "persons": len(facts.persons),
        "in_approach": len(young),
        "cases": len(facts.of("case")),
        "starters": len({row.subject for row in facts.of("programme")}),
        "visited": len({row.subject for row in facts.of("contact")}),
        "visits": len(facts.of("contact")),
        "detained": len({row.subject for row in facts.of("detention")}),
        "detentions": len(facts.of("detention")),
        "members": len(facts.of("family_member")),
    }


def test_one_person_counts_once_while_merged_and_twice_before_and_after(desk: Desk) -> None:
    family, prison = a_family(desk), a_facility(desk)
    both = [a_person(desk), a_person(desk, given_name="Joenes", birth_date=date(2004, 3, 1))]
    for one in both:
        case = a_case(desk, one)
        a_home_visit(desk, case)
        a_programme(desk, one, started_on=date(2023, 7, 1))
        a_detention(desk, one, prison)
        families.add_member(desk, MemberInput(family.id, one.id, "child", date(2023, 3, 1)))
    before, records = counted(desk), records_of(desk)
    assert before == {
        "persons": 2, "in_approach": 2, "cases": 2, "starters": 2, "visited": 2, "visits": 2, "detained": 2,
        "detentions": 2, "members": 2,
    }  # fmt: skip
    done = merged(desk, both[0], both[1], "right")
    assert counted(desk) == {
        "persons": 1, "in_approach": 1, "cases": 1, "starters": 1, "visited": 1, "visits": 2, "detained": 1,
        "detentions": 1, "members": 1,
    }  # fmt: skip
    with desk.reading() as session:
        cases = session.scalars(select(Case).order_by(Case.closed_on.is_(None))).all()
        assert [(one.person_id, one.closure_reason) for one in cases] == [
            (both[0].id, "registered_twice"),
            (both[0].id, None),
        ]
        place = session.scalars(select(FamilyMember)).one()
        assert (place.person_id, place.until_on) == (both[0].id, None)
    merging.split(desk, done.id, {}, APART)
    assert counted(desk) == before
    assert records_of(desk) == records


def test_merged_on_and_taken_apart_in_order(desk: Desk) -> None:
    first, second, third = (a_person(desk, given_name=name) for name in ("An", "Bea", "Cor"))
    tasks.add_task(desk, TaskInput("Van An", person_id=first.id))
    at_first = records_of(desk)
    one = merged(desk, second, first)
    between = records_of(desk)
    two = merged(desk, third, second)
    for number in (first.number, second.number, third.number):
        assert [hit.record_id for hit in search.search(desk, number)] == [third.id]
        assert persons.PersonList(desk).ids(number) == [third.id]
    with pytest.raises(NotAllowed) as caught:
        merging.split(desk, one.id, {}, APART)
    assert caught.value.rule == "merged_further"
    assert sorted(row.stuck for row in merging.merges(desk)) == ["", "merged_further"]
    merging.split(desk, two.id, {}, APART)
    assert records_of(desk) == between
    merging.split(desk, one.id, {}, APART)
    assert records_of(desk) == at_first
    assert desk.vault.verify().ok
    assert merging.merges(desk) == []
    with pytest.raises(NotFound):
        merging.split(desk, one.id, {}, APART)


def test_two_into_one_are_taken_apart_in_either_order(desk: Desk) -> None:
    kept, one, other = (a_person(desk, given_name=name) for name in ("An", "Bea", "Cor"))
    for person in (one, other):
        tasks.add_task(desk, TaskInput(f"Van {person.number}", person_id=person.id))
    before = records_of(desk)
    first, _second = merged(desk, kept, one), merged(desk, kept, other)
    assert merging.preview(desk, first.id).later == ()
    merging.split(desk, first.id, {}, APART)
    now = records_of(desk)
    whose = {row["title"]: row["person_id"] for (kind, _id), row in now.items() if kind == "tasks"}
    assert whose == {f"Van {one.number}": one.id, f"Van {other.number}": kept.id}
    merging.split(desk, merging.merges(desk)[0].id, {}, APART)
    assert records_of(desk) == before


def _proposed(desk: Desk, person: Person, _other: Person) -> None:
    case = a_case(desk, person)
    with desk.changing() as session:
        session.add(
            DestructionProposal(
                proposed_by_id=desk.worker_id, proposed_at=desk.clock.now(), ground="term_ended", status="open",
                content=f'{{"cases":["{case.id}"]}}',
            )
        )  # fmt: skip


def _drafted(desk: Desk, _person: Person, other: Person) -> None:
    drafts.save_draft(desk, f"person:{other.id}", "person", other.id, {"note": "half"})


def _restricted(desk: Desk, person: Person, _other: Person) -> None:
    persons.set_restricted(desk, person.id, 1, True, "Bekende van een collega.")


@pytest.mark.parametrize(
    ("prepare", "rule"),
    [(_proposed, "merge_destruction"), (_drafted, "merge_draft"), (_restricted, "restricted")],
)
def test_what_has_to_be_done_first_is_said_and_nothing_changes(
    desk: Desk, prepare: Callable[[Desk, Person, Person], None], rule: str
) -> None:
    left, right = a_person(desk), a_person(desk)
    prepare(desk, left, right)
    before = records_of(desk)
    with pytest.raises(NotAllowed) as caught:
        merging.merge(desk, left.id, right.id, {}, REASON)
    assert caught.value.rule == rule
    assert sentence(caught.value, "nl") != sentence(NotAllowed("?"), "nl")
    assert records_of(desk) == before


def test_bad_input_leaves_all_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = a_person(desk, telephone="030 1"), a_person(desk, telephone="030 2")
    before = records_of(desk)
    for same in (lambda: merging.compare(desk, left.id, left.id), lambda: merging.keep_apart(desk, left.id, left.id),
                 lambda: merging.merge(desk, left.id, left.id, {}, REASON)):  # fmt: skip
        with pytest.raises(NotAllowed):
            same()
    with pytest.raises(NotFound):
        merging.merge(desk, left.id, "0" * 32, {}, REASON)
    for choices, reason in (({}, REASON), ({"telephone": "both"}, REASON), ({"telephone": "left"}, "kort")):
        with pytest.raises(InvalidForm):
            merging.merge(desk, left.id, right.id, choices, reason)
    chosen = {"telephone": "right"}
    for stale in ({"keep_version": 9}, {"other_version": 9}):
        with pytest.raises(StaleRecord):
            merging.merge(desk, left.id, right.id, chosen, REASON, **stale)
    with monkeypatch.context() as broken:
        broken.setattr(sys.modules["casus.services.merging.merge"], "derive", lambda *_all: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            merging.merge(desk, left.id, right.id, chosen, REASON)
    assert records_of(desk) == before
    done = merging.merge(desk, left.id, right.id, chosen, REASON).value
    assert persons.get_person(desk, left.id).telephone == "030 2"
    with pytest.raises(InvalidForm):
        merging.split(desk, done.id, {"telephone": "nobody"}, APART)
    with pytest.raises(StaleRecord):
        merging.split(desk, done.id, {}, APART, version=9)
    assert desk.vault.verify().ok


def test_a_coordinator_has_no_persons_to_merge(make_desk: MakeDesk) -> None:
    office = make_desk("coordinator")
    for act in (lambda: merging.suggestions(office), lambda: merging.merge(office, "a", "b", {}, REASON)):
        with pytest.raises(NotAllowed):
            act()


def test_nobody_represents_themselves_and_restrictions_stay(desk: Desk) -> None:
    left = a_person(desk, note="Een.")
    right = a_person(desk, note="Twee.", representative_id=left.id, interpreter=True, postcode="3511 AA")
    child = a_person(desk, given_name="Kind", representative_id=right.id)
    assert "represents" in merging.compare(desk, left.id, right.id).warnings
    merged(desk, left, right)
    kept = persons.get_person(desk, left.id)
    assert (kept.representative_id, kept.interpreter, kept.note, kept.postcode) == (
        None,
        True,
        "Een.\n\nTwee.",
        "3511 AA",
    )
    assert persons.get_person(desk, child.id).representative_id == left.id


def test_what_may_be_there_once_is_there_once_and_comes_back(desk: Desk) -> None:
    """Both have a hint about the same colleague, and one of them about another."""
    left, right = a_person(desk), a_person(desk)

    def rows(kind: str, **ids: object) -> list[dict[str, object]]:
        return [any_row(kind, lambda target, _: desk.worker_id if target == "workers" else None, **ids)]

    with desk.vault.transaction(desk.worker_id) as session:
        made = (rows("colleagues", sign_key=key, seal_key=key) for key in (b"1", b"2"))
        first, second = (session.insert_many(Colleague, one)[0] for one in made)
        for one, colleague in ((left, first), (right, first), (right, second)):
            session.insert_many(MatchHint, rows("match_hints", person_id=one.id, colleague_id=colleague))

    def hints() -> set[tuple[str, str]]:
        with desk.reading() as session:
            return {(one.person_id, one.colleague_id) for one in session.scalars(select(MatchHint))}

    before = hints()
    done = merged(desk, left, right)
    assert hints() == {(left.id, first), (left.id, second)}
    merging.split(desk, done.id, {}, APART)
    assert hints() == before


def test_every_reference_to_a_person_is_moved_or_said_to_stay() -> None:
    """Fails when a new table refers to persons past the log, or holds a record's id nobody thought of."""
    keys = {
        (table.name, key.parent.name)
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "persons"
    }
    moved = {(one.kind, one.column) for one in references.references()}
    assert keys <= moved
    records = {layout_of(one).kind for one in record_classes()}
    soft = {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.name.endswith("_id") and not column.foreign_keys and table.name in records
    }
    assert soft == set(references.SOFT)
    others = {"audit_entries", "change_batches", "field_changes", "attachment_chunks", "contribution_contents",
              "drafts", "settings", "vault_meta"}  # fmt: skip
    assert {table.name for table in Base.metadata.sorted_tables} - records == others
