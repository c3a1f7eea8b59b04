# SPDX-License-Identifier: EUPL-1.2
"""What leaves a worker's vault for counting: codes, months and pseudonyms, of the right records and no more."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from casus.counting.contribution import Contribution, Row
from casus.counting.facts import combine
from casus.domain.periods import Period
from casus.services import cases, consulting, detentions, families, programmes, vog
from casus.services.contributions import contribute
from casus.services.desk import Desk
from casus.services.inputs import ConsultingSessionInput, MemberInput, VogInput
from casus.services.team import join
from tests.helpers.builders import (
    a_case,
    a_detention,
    a_facility,
    a_family,
    a_home_visit,
    a_person,
    a_prison_visit,
    a_programme,
)
from tests.helpers.contributions import PERIOD

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

KEY = bytes(range(32))
CANARY = "Xanthippe"


@pytest.fixture
def worker(desk: Desk) -> Desk:
    """A PGA expert's desk with the team's key."""
    join(desk, KEY)
    return desk


def rows(desk: Desk, kind: str, period: Period = PERIOD, reference: date | None = None) -> list[Row]:
    return [row for row in contribute(desk, period, reference).rows if row.kind == kind]


def test_no_name_text_day_or_id_leaves_the_vault(worker: Desk) -> None:
    person = a_person(
        worker, given_name=CANARY, surname=f"van {CANARY}", street=f"{CANARY}straat", note=CANARY, aliases=(CANARY,)
    )  # fmt: skip
    case = a_case(worker, person, inclusion_note=CANARY)
    a_home_visit(worker, case, report=f"{CANARY} zat op de bank.", place=CANARY)
    a_programme(worker, person, provider_name=CANARY, started_on=date(2023, 6, 7))
    family = a_family(worker, f"Familie {CANARY}")
    families.add_member(worker, MemberInput(family.id, person.id, "child", date(2023, 2, 1)))
    prison = a_facility(worker, f"PI {CANARY}")
    a_prison_visit(worker, a_detention(worker, person, prison))
    content = contribute(worker, PERIOD).to_bytes()
    told = content.decode().casefold()
    assert {row.kind for row in Contribution.from_bytes(content).rows} >= {
        "person",
        "case",
        "contact",
        "family",
    }
    for secret in (CANARY, person.id, case.id, family.id, worker.vault.vault_id, person.number, case.number):
        assert secret.casefold() not in told
    assert "2004-03-01" not in told  # birth date
    assert "2023-06-07" not in told


def test_one_person_in_two_vaults_is_one_and_of_another_team_another(make_desk: "MakeDesk") -> None:
    expert, rio, stranger = make_desk("pga_expert"), make_desk("rio"), make_desk("pga_expert")
    join(expert, KEY)
    join(rio, KEY)
    join(stranger, bytes(32))
    a_case(expert, a_person(expert, surname="El Amraní"))
    a_case(rio, a_person(rio, surname="el-Amrani", district="west"), approach="rio")
    a_case(stranger, a_person(stranger))
    known, theirs, strange = (contribute(desk, PERIOD) for desk in (expert, rio, stranger))
    assert len(combine([known, theirs]).persons) == 1
    assert len(combine([known, strange]).persons) == 2
    assert known.team == theirs.team != strange.team
    assert {row.record for row in rows(expert, "case")}.isdisjoint(row.record for row in rows(rio, "case"))


def test_two_persons_without_a_birth_date_stay_two(worker: Desk) -> None:
    for _ in range(2):
        a_case(worker, a_person(worker, birth_date=None), approach="local_pga")
    assert len({row.subject for row in rows(worker, "person")}) == 2


def test_persons_nothing_happened_with_are_not_told_of(worker: Desk) -> None:
    a_person(worker)
    a_case(worker, a_person(worker, given_name="Sanne"), opened_on=date(2023, 11, 1))
    assert not contribute(worker, PERIOD).rows


def test_the_age_is_that_of_the_reference_date(worker: Desk) -> None:
    a_case(
        worker, a_person(worker, birth_date=date(2005, 10, 31)), inclusion_note="Zorgen van school en ouders."
    )
    assert rows(worker, "person")[0]["age_group"] == "age_18_20"
    assert rows(worker, "person", reference=date(2023, 10, 30))[0]["age_group"] == "age_16_17"


def test_phase_and_state_are_those_of_the_reference_date(worker: Desk) -> None:
    case = a_case(worker)
    cases.move_phase(worker, case.id, "screening", on=date(2023, 4, 1))
    cases.move_phase(worker, case.id, "rejected", on=date(2023, 9, 1), reason="Voldoet niet aan de criteria")
    cases.reopen_case(worker, case.id, on=date(2023, 10, 15), reason="Toch nieuwe zorgen")
    states = [
        (rows(worker, "case", reference=day)[0]["phase"], rows(worker, "case", reference=day)[0]["state"])
        for day in (date(2023, 3, 31), date(2023, 4, 1), date(2023, 9, 1), date(2023, 10, 31))
    ]
    assert states == [
        ("registered", "open"), ("screening", "open"), ("rejected", "ended"), ("reopened", "open"),
    ]  # fmt: skip
    assert rows(worker, "case", Period.parse("2023-09-02..2023-10-14")) == []


def test_only_work_and_sport_that_started_in_the_period_counts(worker: Desk) -> None:
    person = a_person(worker)
    a_programme(worker, person, started_on=date(2023, 6, 7))
    a_programme(worker, person, kind="sport")  # registered, never started
    a_programme(worker, person, kind="coaching", started_on=date(2023, 6, 7))
    early = a_programme(
        worker, person, kind="sport", registered_on=date(2022, 8, 1), started_on=date(2022, 9, 30)
    )
    found = rows(worker, "programme")
    assert [(row["kind"], row["started"], row["status"]) for row in found] == [("work", "2023-06", "started")]
    programmes.stop_programme(worker, early.id, on=date(2023, 1, 1), reason="Verhuisd naar elders")
    before = rows(worker, "programme", Period.parse("2022-09"), date(2022, 12, 31))
    after = rows(worker, "programme", Period.parse("2022-09"), date(2023, 1, 1))
    assert [row["status"] for row in before + after] == ["started", "stopped"]


def test_visits_are_told_with_month_country_and_outcome(worker: Desk) -> None:
    person = a_person(worker)
    case = a_case(worker, person)
    a_home_visit(worker, case, on=date(2023, 4, 1), reached="not_at_home", report=None)
    a_prison_visit(
        worker, a_detention(worker, person, a_facility(worker, "JVA Kleve", country="de", kind="jva"))
    )
    found = [
        (row["kind"], row["month"], row["reached"], row.get("country")) for row in rows(worker, "contact")
    ]
    assert sorted(found, key=str) == [
        ("home_visit", "2023-04", "not_at_home", None),
        ("prison_visit", "2023-10", "yes", "de"),
    ]


def test_detentions_conditions_and_vog_are_told_by_their_rules(worker: Desk) -> None:
    person = a_person(worker)
    case = a_case(worker, person)
    stay = a_detention(worker, person)
    check: Callable[..., object] = detentions.check_condition
    check(worker, case.id, stay.id, "housing", "entry", "not_arranged", date(2023, 9, 2))
    check(worker, case.id, stay.id, "housing", "release", "arranged", date(2023, 10, 30))
    vog.open_vog(worker, VogInput(person.id, "work", date(2023, 5, 1), case.id))
    assert [(row["country"], row["entered"]) for row in rows(worker, "detention")] == [("nl", "2023-09")]
    assert [(row["condition"], row["status"]) for row in rows(worker, "condition")] == [
        ("housing", "arranged")
    ]
    assert [row["status"] for row in rows(worker, "vog")] == ["orientation"]
    assert rows(worker, "detention", Period.parse("2023-01..2023-06")) == []


def test_consulting_hours_are_told_without_any_person(worker: Desk) -> None:
    prison = a_facility(worker)
    data = ConsultingSessionInput(prison.id, date(2023, 5, 2), conversations=7, new_persons=2)
    consulting.log_consulting_session(worker, data)
    found = [row for row in contribute(worker, PERIOD).rows if row.kind.startswith("consulting")]
    assert [(row.kind, row.subject, row.amount) for row in found] == [
        ("consulting_conversations", None, 7),
        ("consulting_hour", None, 1),
    ]


def test_a_family_is_told_with_the_members_it_had_in_the_period(worker: Desk) -> None:
    family = a_family(worker)
    person = a_person(worker)
    families.add_member(worker, MemberInput(family.id, person.id, "child", date(2023, 2, 1)))
    members = rows(worker, "family_member")
    assert [row.record for row in members] == [row.record for row in rows(worker, "family")]
    assert rows(worker, "family", Period.parse("2022-10..2022-12")) == []


def test_contributing_leaves_an_entry_in_the_log(worker: Desk) -> None:
    from casus.services.audit import AuditList

    contribute(worker, PERIOD)
    log = AuditList(worker)
    entry = log.rows(log.ids()[:1])[0]
    assert (entry["action"], entry["worker"]) == ("contributed", "Marieke Visser")
