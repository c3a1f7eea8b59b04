# SPDX-License-Identifier: EUPL-1.2
"""The dossier: everything in one place, every look at it in the log."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select
from tests.helpers.builders import a_case, a_detention, a_home_visit, a_partner, a_person, a_programme
from tests.helpers.records import changes_of

from casus.errors import InvalidForm, NotAllowed, NotFound
from casus.services import cases, dossier, partners, persons, sharing
from casus.services.desk import Desk
from casus.services.inputs import PartnerInput, SharingInput
from casus.vault.tables import AuditEntry

Reopen = Callable[[Desk], Desk]
TODAY = date(2023, 11, 1)


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def entries(desk: Desk, action: str) -> list[tuple[str, str]]:
    with desk.reading() as session:
        wanted = select(AuditEntry.kind, AuditEntry.record_id).where(AuditEntry.action == action)
        return [tuple(row) for row in session.execute(wanted.order_by(AuditEntry.seq))]


def test_all_of_a_life_is_in_one_line_of_time_newest_first(desk: Desk, reopen: Reopen) -> None:
    person = a_person(desk, aliases=("Joenes",))
    case = a_case(desk, person)
    a_programme(desk, person, started_on=date(2023, 7, 1))
    a_detention(desk, person)
    a_home_visit(desk, case)
    cases.review_case(desk, case.id, on=date(2023, 9, 5), proportionate=True, reasoning="Nog nodig.")
    sharing.log_sharing(
        desk,
        SharingInput(
            person.id,
            "Adres",
            "consent",
            date(2023, 9, 10),
            partner_id=a_partner(desk).id,
            consent_on=date(2023, 9, 1),
            data_kinds=("contact",),
            way="letter",
        ),
    )
    page = dossier.open_dossier(reopen(desk), person.id)
    assert [(item.kind, item.on) for item in page.timeline] == [
        ("contact", date(2023, 10, 30)),
        ("sharing", date(2023, 9, 10)),
        ("review", date(2023, 9, 5)),
        ("detention", date(2023, 9, 1)),
        ("programme", date(2023, 7, 1)),
        ("programme", date(2023, 6, 1)),
        ("phase", date(2023, 3, 1)),
    ]
    assert (page.aliases, page.header.number, page.header.name) == (
        ("Joenes",),
        case.number,
        "El Amrani, Younes",
    )
    assert page.sharings[0].recipient == "Buurtteam Overvecht"


def test_every_look_is_logged_for_the_person_and_the_case(desk: Desk, reopen: Reopen) -> None:
    person = a_person(desk)
    dossier.open_dossier(desk, person.id)
    case = a_case(desk, person)
    dossier.open_dossier(desk, case.id)
    assert entries(reopen(desk), "viewed") == [
        ("persons", person.id),
        ("persons", person.id),
        ("cases", case.id),
    ]


def test_a_person_opens_on_the_case_that_runs(desk: Desk) -> None:
    person = a_person(desk)
    first = a_case(desk, person)
    cases.move_phase(desk, first.id, "referred", on=TODAY, reason="Hoort bij het buurtteam.")
    second = a_case(desk, person, opened_on=date(2023, 2, 1), approach="rio")
    page = dossier.open_dossier(desk, person.id)
    assert page.case is not None
    assert page.case.id == second.id
    assert [tab.id for tab in page.header.cases] == [second.id, first.id]
    assert dossier.open_dossier(desk, first.id).header.phase == "referred"


def test_a_restricted_dossier_opens_with_a_reason_that_is_kept(desk: Desk, reopen: Reopen) -> None:
    person = a_person(desk)
    persons.set_restricted(desk, person.id, person.version, True, "Familie van een collega.")
    with pytest.raises(NotAllowed) as caught:
        dossier.open_dossier(desk, person.id)
    assert caught.value.rule == "restricted"
    with pytest.raises(InvalidForm) as short:
        dossier.open_dossier(desk, person.id, reason="nvt")
    assert errors_of(short.value) == {"reason": "reason_too_short"}
    assert entries(desk, "viewed") == []
    opened = dossier.open_dossier(desk, person.id, reason="Vervanging tijdens ziekte.")
    assert opened.header.restricted
    assert [one.reason for one in opened.accesses] == ["Vervanging tijdens ziekte."]
    assert dossier.open_dossier(desk, person.id).accesses == opened.accesses  # for three hours
    again = reopen(desk)  # a lock ends it
    assert entries(again, "emergency_access") == [("persons", person.id)]
    reasons = [row.reason for row in changes_of(again, person.id)]
    assert reasons == ["Familie van een collega."]
    with pytest.raises(NotAllowed):
        dossier.open_dossier(again, person.id)


def test_an_unknown_dossier_is_not_found_and_not_logged(desk: Desk) -> None:
    with pytest.raises(NotFound):
        dossier.open_dossier(desk, "f" * 32)
    assert entries(desk, "viewed") == []


def test_the_history_of_a_field_names_who_when_old_and_new(desk: Desk) -> None:
    case = a_case(desk)
    cases.move_phase(desk, case.id, "execution", on=TODAY, reason="Was al eerder begonnen.")
    rows = {row.field: row for row in changes_of(desk, case.id)}
    row = rows["phase"]
    assert (row.actor, row.old, row.new, row.reason) == (
        desk.worker_id, "registered", "execution", "Was al eerder begonnen.",
    )  # fmt: skip
    assert row.at == desk.clock.now()


def test_passing_on_names_a_recipient_and_its_basis(desk: Desk) -> None:
    person = a_person(desk)
    with pytest.raises(InvalidForm) as caught:
        sharing.log_sharing(desk, SharingInput(person.id, " ", "other", date(2024, 1, 1), case_id="f" * 32))
    assert errors_of(caught.value) == {
        "recipient": "required", "basis_note": "needs_text", "data_kinds": "required", "on": "future",
        "case_id": "unknown_record", "way": "required",
    }  # fmt: skip
    sharing.log_sharing(
        desk,
        SharingInput(
            person.id,
            None,
            "wpg",
            TODAY,
            recipient="Politie",
            person_told=True,
            data_kinds=("contact",),
            way="letter",
            basis_note="Artikel 20 Wpg, besluit van de korpschef.",
        ),
    )
    assert [(row.recipient, row.person_told) for row in sharing.sharings_of(desk, person.id)] == [
        ("Politie", True)
    ]


def test_partners_are_listed_by_name_changed_and_taken_off(desk: Desk) -> None:
    team, police = a_partner(desk), a_partner(desk, "Politie", "police")
    assert [one.name for one in partners.partners(desk)] == ["Buurtteam Overvecht", "Politie"]
    partners.update_partner(desk, police.id, police.version, PartnerInput("Politie Utrecht", "police"))
    partners.remove_partner(desk, team.id)
    assert [one.name for one in partners.partners(desk, kind="police")] == ["Politie Utrecht"]
    assert len(partners.partners(desk)) == 1
