# SPDX-License-Identifier: EUPL-1.2
"""What was shared: what each basis asks, several recipients at once, corrected and withdrawn without a trace lost."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from tests.helpers.builders import a_case, a_partner, a_person

from casus.errors import InvalidForm, NotAllowed
from casus.services import contacts, persons, sharing
from casus.services.contact_changes import delete_contact
from casus.services.desk import Desk
from casus.services.field_history import past_values
from casus.services.inputs import Attendee, ContactInput, Recipient, SharingInput
from casus.services.sharing_list import SharingList
from casus.vault.tables import DataSharing

TODAY = date(2023, 11, 1)
WHY = "Verkeerde partner gekozen."


def errors_of(form: InvalidForm) -> dict[str, str]:
    """Return what is wrong by field."""
    return {error.field: error.rule for error in form.errors}


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"legal_basis": "wpg"}, {"basis_note": "wpg_note"}),
        ({"legal_basis": "other"}, {"basis_note": "needs_text"}),
        ({"legal_basis": "consent"}, {"consent_on": "required"}),
        ({"legal_basis": "consent", "consent_on": TODAY}, {"consent_on": "consent_after"}),
        ({"data_kinds": ("other",)}, {"what": "needs_text"}),
        ({"data_kinds": (), "way": "duif"}, {"data_kinds": "required", "way": "unknown_code"}),
        ({"recipient": " "}, {"recipient": "required"}),
    ],
)
def test_each_basis_asks_what_belongs_to_it(
    desk: Desk, changes: dict[str, object], wrong: dict[str, str]
) -> None:
    person = a_person(desk)
    good = SharingInput(
        person.id,
        None,
        "public_task",
        date(2023, 10, 2),
        recipient="Politie",
        data_kinds=("plan",),
        way="oral",
    )
    with pytest.raises(InvalidForm) as caught:
        sharing.log_sharing(desk, replace(good, **changes))  # type: ignore[arg-type]
    assert errors_of(caught.value) == wrong
    assert sharing.sharings_of(desk, person.id) == []


def test_under_16_consent_names_who_gave_it(desk: Desk) -> None:
    parent = a_person(desk, given_name="Salma")
    child = a_person(desk, birth_date=date(2009, 1, 1), representative_id=parent.id)
    given = SharingInput(
        child.id,
        None,
        "consent",
        TODAY,
        recipient="School",
        data_kinds=("plan",),
        way="oral",
        consent_on=TODAY,
    )
    with pytest.raises(InvalidForm) as caught:
        sharing.log_sharing(desk, given)
    assert errors_of(caught.value) == {"basis_note": "consent_of_whom"}
    assert (
        sharing.log_sharing(desk, replace(given, basis_note="Moeder, S. Bakker.")).value.consent_on == TODAY
    )


def test_what_was_shared_at_a_meeting_is_a_line_for_each_and_outlives_its_contact(desk: Desk) -> None:
    case, team = a_case(desk), a_partner(desk)
    there = (Attendee(partner_id=team.id), Attendee(name="Wijkagent"), Attendee(person_id=case.person_id))
    met = ContactInput(case.person_id, case.id, date(2023, 10, 30), report="Plan besproken.", attendees=there)
    meeting = contacts.log_contact(desk, "mdo", met).value
    day, found = sharing.present_partners(desk, meeting.id)
    assert (day, {one.recipient for one in found}) == (
        date(2023, 10, 30),
        {"Buurtteam Overvecht", "Wijkagent"},
    )
    data = SharingInput(
        case.person_id, None, "public_task", day, case.id, data_kinds=("plan",), way="case_meeting",
        contact_id=meeting.id,
    )  # fmt: skip
    done = sharing.log_sharings(desk, data, [*found, Recipient(recipient="GGD")])
    assert {one.recipient for one in done.value} == {"Buurtteam Overvecht", "Wijkagent", "GGD"}
    assert {one.contact_id for one in done.value} == {meeting.id}
    with pytest.raises(InvalidForm):
        sharing.log_sharings(desk, data, ())
    delete_contact(desk, meeting.id, meeting.version)
    assert [one.contact_id for one in sharing.sharings_of(desk, case.person_id)] == [None] * 3


def test_a_wrong_line_is_corrected_or_withdrawn_and_what_it_said_is_still_known(desk: Desk) -> None:
    case, team = a_case(desk), a_partner(desk)
    good = SharingInput(
        case.person_id, None, "public_task", date(2023, 10, 2), case.id, recipient="Politie",
        data_kinds=("plan",), way="oral", person_told=True,
    )  # fmt: skip
    wrong, gone = sharing.log_sharing(desk, good).value, sharing.log_sharing(desk, good).value
    fixed = replace(good, recipient=None, partner_id=team.id, received_by="S. Yilmaz")
    with pytest.raises(InvalidForm) as caught:
        sharing.correct_sharing(desk, wrong.id, wrong.version, fixed, "typo")
    assert errors_of(caught.value) == {"reason": "reason_too_short"}
    mended = sharing.correct_sharing(desk, wrong.id, wrong.version, fixed, WHY).value
    assert (mended.recipient, mended.received_by, mended.case_id) == (team.name, "S. Yilmaz", case.id)
    assert [one.value for one in past_values(desk, "data_sharings", wrong.id)["recipient"]] == ["Politie"]
    sharing.withdraw_sharing(desk, gone.id, gone.version, "Dit gesprek ging over een ander.")
    for act in (
        lambda: sharing.withdraw_sharing(desk, gone.id, gone.version + 1, WHY),
        lambda: sharing.correct_sharing(desk, gone.id, gone.version + 1, good, WHY),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.rule == "sharing_withdrawn"
    assert len(sharing.sharings_of(desk, case.person_id)) == 2


def test_the_list_counts_what_its_filters_find_and_tells_nothing_of_a_closed_dossier(desk: Desk) -> None:
    team, someone, secret = a_partner(desk), a_person(desk), a_person(desk, given_name="Sara")
    base = SharingInput(
        someone.id,
        "Huurcontract",
        "public_task",
        TODAY,
        partner_id=team.id,
        data_kinds=("housing",),
        way="letter",
    )
    sharing.log_sharing(desk, replace(base, person_told=True))
    sharing.log_sharing(desk, replace(base, on=date(2022, 5, 1), legal_basis="wgs"))
    sharing.log_sharing(desk, replace(base, on=date(2021, 5, 1), partner_id=None, recipient="Politie"))
    last = sharing.log_sharing(desk, replace(base, person_id=secret.id)).value
    records = SharingList(desk)
    for chips in ({}, {"period": frozenset({"last_year"})}):
        counts = records.counts("", chips)
        for key, codes in counts.items():
            for code, number in codes.items():
                if not number and key == "partner_kind":
                    continue
                assert number == len(records.ids("", {**chips, key: frozenset({code})})), (chips, key, code)
    assert len(records.ids("huurcontract")) == 4
    assert (records.totals("this_year").whole, records.totals("").whole) == (2, 4)
    assert dict(records.totals("").recipients) == {team.name: 3, "Politie": 1}
    persons.set_restricted(
        desk, secret.id, secret.version, restricted=True, reason="Bekende van een collega."
    )
    (row,) = records.rows([last.id])
    assert "Sara" not in row.title
    assert row["recipient"] is None
    assert records.counts("", {})["legal_basis"]["public_task"] == 2
    with desk.reading() as session:
        assert len(session.scalars(select(DataSharing.id)).all()) == 4
