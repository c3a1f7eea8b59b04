# SPDX-License-Identifier: EUPL-1.2
"""Families: members with dates, minors with a reason, an end that closes what hangs on it."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.helpers.builders import a_case, a_family, a_person

from casus.errors import InvalidForm, NotAllowed
from casus.services import cases, dossier, families
from casus.services.desk import Desk
from casus.services.inputs import FamilyInput, MemberInput

Reopen = Callable[[Desk], Desk]
TODAY, START = date(2023, 11, 1), date(2023, 3, 1)


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def test_a_family_with_its_members_is_in_the_dossier(desk: Desk, reopen: Reopen) -> None:
    family, person = a_family(desk), a_person(desk)
    mother = a_person(desk, given_name="Salma", birth_date=date(1980, 1, 1), role="family_member")
    a_case(desk, person, family_id=family.id)
    for member, relation in ((person, "child"), (mother, "parent")):
        families.add_member(desk, MemberInput(family.id, member.id, relation, START))
    again = reopen(desk)
    rows = families.members(again, family.id)
    assert [(row.name, row.relation, row.has_open_case) for row in rows] == [
        ("El Amrani, Salma", "parent", False), ("El Amrani, Younes", "child", True),
    ]  # fmt: skip
    view = dossier.open_dossier(again, person.id).families[0]
    assert (view.record.name, len(view.members)) == ("Familie De Wit", 2)
    assert families.get_family(again, family.id).lead_id == desk.worker_id
    listed = families.FamilyList(again)
    assert listed.rows(listed.ids())[0]["members"] == 2


@pytest.mark.parametrize("birth", [date(2012, 5, 1), None])
def test_a_sibling_who_is_or_may_be_a_minor_needs_a_reason(desk: Desk, birth: date | None) -> None:
    family, sibling = (
        a_family(desk),
        a_person(desk, given_name="Bilal", birth_date=birth, role="family_member"),
    )
    for reason, rule in ((None, "required"), ("nvt", "reason_too_short")):
        with pytest.raises(InvalidForm) as caught:
            families.add_member(desk, MemberInput(family.id, sibling.id, "sibling", START, reason))
        assert errors_of(caught.value) == {"minor_reason": rule}
    member = families.add_member(
        desk, MemberInput(family.id, sibling.id, "sibling", START, "Woont in hetzelfde huis.")
    ).value
    assert member.review_on == (date(2030, 5, 1) if birth else None)


def test_a_minor_with_a_case_of_their_own_needs_no_second_reason(desk: Desk) -> None:
    person = a_person(desk, birth_date=date(2006, 5, 1))
    a_case(desk, person, inclusion_note="Aangehouden met oudere jongens.")
    member = families.add_member(desk, MemberInput(a_family(desk).id, person.id, "child", START)).value
    assert member.review_on == date(2024, 5, 1)


def test_nobody_is_in_a_family_twice_at_a_time(desk: Desk) -> None:
    family, person = a_family(desk), a_person(desk)
    member = families.add_member(desk, MemberInput(family.id, person.id, "child", START)).value
    with pytest.raises(NotAllowed) as caught:
        families.add_member(desk, MemberInput(family.id, person.id, "other", START))
    assert caught.value.rule == "member_already"
    with pytest.raises(InvalidForm):
        families.end_membership(desk, member.id, date(2023, 1, 1))
    families.end_membership(desk, member.id, date(2023, 6, 1))
    assert families.add_member(desk, MemberInput(family.id, person.id, "child", TODAY)).value.id != member.id


def test_a_family_ends_after_its_cases_and_its_memberships_end_with_it(desk: Desk, reopen: Reopen) -> None:
    family, person = a_family(desk), a_person(desk)
    case = a_case(desk, person, family_id=family.id)
    families.add_member(desk, MemberInput(family.id, person.id, "child", START))
    with pytest.raises(NotAllowed) as caught:
        families.end_family(desk, family.id, on=TODAY, reason="goals_achieved", outcome="stable")
    assert caught.value.rule == "open_cases"
    cases.move_phase(desk, case.id, "referred", on=TODAY, reason="Hoort bij het buurtteam.")
    families.end_family(desk, family.id, on=TODAY, reason="goals_achieved", outcome="stable")
    again = reopen(desk)
    assert families.get_family(again, family.id).ended_on == TODAY
    assert families.members(again, family.id)[0].until_on == TODAY
    for act in (
        lambda: families.end_family(again, family.id, on=TODAY, reason="goals_achieved", outcome="stable"),
        lambda: families.add_member(again, MemberInput(family.id, person.id, "child", TODAY)),
    ):
        with pytest.raises(NotAllowed) as ended:
            act()
        assert ended.value.rule == "family_ended"


def test_a_family_that_cannot_be_is_refused_and_a_rio_keeps_none(
    desk: Desk, make_desk: Callable[..., Desk]
) -> None:
    with pytest.raises(InvalidForm) as caught:
        families.register_family(desk, FamilyInput(" ", date(2024, 1, 1), "maan", "f" * 32))
    assert errors_of(caught.value) == {
        "name": "required", "started_on": "future", "district": "unknown_code", "lead_id": "unknown_record",
    }  # fmt: skip
    with pytest.raises(NotAllowed) as role:
        families.register_family(make_desk("rio"), FamilyInput("Familie Zand", START))
    assert role.value.rule == "role"


def test_a_change_of_a_family_is_kept(desk: Desk) -> None:
    family = a_family(desk)
    changed = families.update_family(
        desk, family.id, family.version, FamilyInput("Familie Zand", START, "west")
    ).value
    assert (changed.name, changed.sort_key.strip(), changed.district) == (
        "Familie Zand",
        "familie zand",
        "west",
    )


def test_a_family_that_ended_cannot_begin_after_that(desk: Desk) -> None:
    family = a_family(desk)
    families.end_family(desk, family.id, on=date(2023, 5, 1), reason="moved", outcome="stable")
    version = families.get_family(desk, family.id).version
    later = FamilyInput("Familie De Wit", date(2023, 9, 1))
    with pytest.raises(InvalidForm) as caught:
        families.update_family(desk, family.id, version, later)
    assert errors_of(caught.value) == {"started_on": "before_start"}
