# SPDX-License-Identifier: EUPL-1.2
"""Every figure of every period comes out the same after a destruction as before."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import func, select
from tests.helpers.thorough import share

from casus.counting import catalogue, tally
from casus.counting.contribution import Contribution
from casus.counting.registers import Registers
from casus.counting.tally import Counting
from casus.domain.periods import Period
from casus.errors import ContributionInvalid
from casus.services import contributions, destruction
from casus.services.desk import Desk
from casus.services.records import Case
from casus.vault.tables import AccessRequest, CountArchive, Worker, new_id

SECRET = "gele trein zonder zeven torens"
REPORTED = Period.parse("2022-10..2023-10")
OTHER = ("2023", "2023-01..2023-06", "2023-Q3", "2022")


def figures(made: Contribution) -> list[tuple[object, ...]]:
    counting = Counting(made.period, made.reference_date, b"k" * 32)
    return [
        (table.code, dict(table.counts), table.persons and dict(table.persons), dict(table.caseloads))
        for table in tally.count(catalogue.load(), [made], Registers(), counting)
    ]


def a_second(desk: Desk) -> str:
    second = Worker(id=new_id(), name="Tweede", sort_key="t", role="rio", is_owner=False, in_register=False)
    with desk.changing() as session:
        session.add(second)
    destruction.enrol_second(desk, second.id, SECRET)
    return second.id


def close(desk: Desk, case_ids: list[str]) -> None:
    with desk.changing() as session:
        for case_id in case_ids:
            case = session.get_one(Case, case_id)
            case.closed_on, case.legal_hold = case.closed_on or date(2023, 10, 1), False


def test_every_figure_is_the_same_after_a_destruction(demo_desk: Callable[[str], Desk]) -> None:
    desk = demo_desk("pga-1")
    with desk.reading() as session:
        quiet = Case.person_id.not_in(select(AccessRequest.person_id))  # nobody's question is waiting
        of_two = select(Case.person_id).group_by(Case.person_id).having(func.count() > 1)
        one_of_two = session.scalars(select(Case.id).where(Case.person_id.in_(of_two), quiet).limit(2)).all()
        others = session.scalars(select(Case.id).where(Case.family_id.is_not(None), quiet).limit(3)).all()
        more = session.scalars(select(Case.id).where(quiet).order_by(Case.opened_on).limit(12)).all()
    case_ids = sorted({*one_of_two, *others, *more})
    periods = [REPORTED, *map(Period.parse, share(OTHER, 0, of=2))]
    close(desk, case_ids)
    contributions.contribute(desk, REPORTED)
    before = [figures(contributions.contribute(desk, period)) for period in periods]
    second_id = a_second(desk)
    for waiting in destruction.proposals(desk, open_only=True):
        destruction.withdraw(desk, waiting.id)
    assert destruction.plan_destruction(desk, case_ids, "unlawful").blocks == ()
    proposal = destruction.propose(desk, case_ids, "unlawful").value
    done = destruction.confirm(desk, proposal.id, second_id, SECRET).value
    assert done.counts["cases"] == len(case_ids)
    made = [contributions.contribute(desk, period) for period in periods]
    assert all(one.archive for one in made)
    for period, old, new in zip(periods, before, map(figures, made), strict=True):
        assert new == old, period
    again = Contribution.from_bytes(made[0].to_bytes())
    assert again == made[0]
    with desk.reading() as session:
        kept = session.scalars(select(CountArchive)).all()
        words = {code for one in kept for code in one.codes.values()}
    assert all(len(word) < 32 for word in words)
    office = demo_desk("coordinator")
    contributions.receive(office, made[0])
    with office.reading() as session:
        assert made[0] in contributions.load(session, REPORTED, REPORTED.last)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"units"', b'"names"'),
        (b'"overvecht"', b'"jan jansen"'),
        (b",-1]", b",0]"),
        (b'"home_visits"', b'"unheard_of"'),
    ],
)
def test_a_contribution_with_anything_else_in_its_archive_is_refused(old: bytes, new: bytes) -> None:
    content = (
        b'{"archive":[["units","home_visits",{"country":"nl","reached":"yes"},-1],'
        b'["units","persons_visited_at_home",{"age_group":"unknown","district":"overvecht"},2]],'
        b'"contributor":"' + b"a" * 32 + b'","format":"casus-contribution","made_at":"2023-11-01T09:00:00Z",'
        b'"marks":{"keys":{},"subjects":""},"period":"2023","reference_date":"2023-12-31","role":"rio",'
        b'"rows":{"amounts":[],"groups":[],"records":"","subjects":""},"team":"'
        + b"b" * 32
        + b'","version":1}'
    )
    assert len(Contribution.from_bytes(content).archive) == 2
    with pytest.raises(ContributionInvalid):
        Contribution.from_bytes(content.replace(old, new))
