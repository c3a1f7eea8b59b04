# SPDX-License-Identifier: EUPL-1.2
"""In whatever order things happen to dossiers, the log stays whole and every count, term and number stays right."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from casus.counting import catalogue, tally
from casus.counting.registers import Registers
from casus.counting.tally import Counting
from casus.domain.clock import FixedClock
from casus.domain.periods import Period
from casus.errors import CasusError
from casus.services import (
    break_glass,
    cases,
    contacts,
    contributions,
    corrections,
    destruction,
    merging,
    partners,
    requests,
    restricting,
    retention,
    team,
    transfers,
    undo,
)
from casus.services.corrections import (
    CorrectionDecisionInput,
    CorrectionInput,
    ObjectionDecisionInput,
    ObjectionInput,
)
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput, HomeVisitInput
from casus.services.retention.terms import differing
from casus.services.transfers import TransferInput
from casus.vault.tables import Case, PersonMerge
from tests.helpers.builders import A_CASE, a_person
from tests.helpers.today_numbers import assert_every_number_of_today_counts_its_list
from tests.helpers.vaults import shared_desks

SECRET = "gele trein zonder zeven torens"
WHY = "Zo is het met iedereen besproken."
ENDS = {"closure_reason": "moved", "outcome": "stable", "note": WHY}
YEARS = (2023, 2024, 2025)
WHICH = st.integers(0, 2)


@dataclass
class Visit:
    """A visit as the oracle knows it; `stands` is False while it is undone."""

    person: str
    year: int
    reached: bool
    stands: bool = True


class Oracle:
    """What was counted, in plain Python: visits, and who turned out to be the same person."""

    def __init__(self) -> None:
        self.visits: dict[str, Visit] = {}
        self.same: dict[str, str] = {}
        self.acts: dict[str, str] = {}

    def person(self, person_id: str) -> str:
        while person_id in self.same:
            person_id = self.same[person_id]
        return person_id

    def of(self, year: int) -> tuple[int, int, int]:
        """Visits that reached someone, visits that did not, and persons who were reached."""
        told = [one for one in self.visits.values() if one.stands and one.year == year]
        reached = [one for one in told if one.reached]
        return len(reached), len(told) - len(reached), len({self.person(one.person) for one in reached})


def counted(desk: Desk, year: int) -> tuple[int, int, int]:
    """The same by the figures of the report."""
    made = contributions.preview_contribution(desk, Period.of_year(year))
    counting = Counting(made.period, made.reference_date, b"k" * 32)
    tables = {one.code: one.counts for one in tally.count(catalogue.load(), [made], Registers(), counting)}
    visits = tables["home_visits/reached"]
    reached = sum(number for cell, number in visits.items() if "yes" in cell)
    persons = sum(tables["persons_visited_at_home/age_group"].values())
    return reached, sum(visits.values()) - reached, persons


class Lives(RuleBasedStateMachine):
    """Three dossiers of a vault that lives on from run to run."""

    desk: Desk
    second_id: str
    oracle = Oracle()
    numbers = itertools.count()

    @initialize()
    def begin(self) -> None:
        """Put three persons on file, each with a case."""
        self._later(1)
        self.whose, self.running = [""] * 3, [""] * 3
        for n in range(3):
            self._newcomer(n)

    def _newcomer(self, n: int) -> None:
        name = next(self.numbers)
        person = a_person(
            self.desk,
            given_name=f"Voornaam{name}",
            surname=f"Achternaam{name}",
            birth_date=date(1998, 1, 1),
        )
        data = replace(A_CASE, person_id=person.id, opened_on=self.desk.today())
        self.whose[n], self.running[n] = person.id, cases.open_case(self.desk, data).value.id

    def _later(self, days: int) -> None:
        assert isinstance(self.desk.clock, FixedClock)
        self.desk.clock.moment += timedelta(days=days)

    @rule(days=st.sampled_from((1, 8, 35)))
    def clock(self, days: int) -> None:
        self._later(days)

    @rule(n=WHICH, days=st.sampled_from((1, 20)), act=st.sampled_from(("close", "visit", "propose")))
    def clock_set_back(self, n: int, days: int, act: str) -> None:
        self._later(-days)
        if act == "visit":
            self.visit(n, "yes")
        else:
            getattr(self, act)(n)
        self._later(days)

    @rule(n=WHICH, reached=st.sampled_from(("yes", "yes", "not_home")))
    def visit(self, n: int, reached: str) -> None:
        with suppress(CasusError):
            with self.desk.reading() as session:
                case = session.get(Case, self.running[n])
                whose = case.person_id if case is not None else self.whose[n]
            data = HomeVisitInput(
                whose, self.running[n], self.desk.today(), reached=reached, report="Gesproken aan de deur."
            )
            made = contacts.log_home_visit(self.desk, data).value
            self.oracle.visits[made.id] = Visit(whose, self.desk.today().year, reached == "yes")
            step = undo.steps(self.desk).undo
            assert step is not None
            self.oracle.acts[step.batch_id] = made.id

    @rule(n=WHICH)
    def close(self, n: int) -> None:
        with suppress(CasusError):
            cases.close_case(self.desk, self.running[n], on=self.desk.today(), **ENDS)

    @rule(n=WHICH)
    def reopen(self, n: int) -> None:
        with suppress(CasusError):
            cases.reopen_case(self.desk, self.running[n], on=self.desk.today(), reason=WHY)

    @rule(n=WHICH, act=st.sampled_from((retention.hold_case, retention.lift_hold)))
    def hold(self, n: int, act: Callable[..., object]) -> None:
        with suppress(CasusError):
            act(self.desk, self.running[n], WHY, on=self.desk.today())

    @rule(n=WHICH)
    def extend(self, n: int) -> None:
        with suppress(CasusError):
            latest = retention.retention_facts(self.desk, self.running[n]).latest
            retention.extend_term(self.desk, self.running[n], latest, WHY)

    @rule(n=WHICH, answered=st.booleans())
    def request(self, n: int, answered: bool) -> None:
        day = self.desk.today()
        with suppress(CasusError):
            asked = AccessRequestInput(self.whose[n], "access", day, case_id=self.running[n])
            made = requests.receive_access_request(self.desk, asked).value
            if answered:
                requests.check_identity(self.desk, made.id, requests.IdentityInput(day, "document"))
                given = requests.RequestDecisionInput("granted", day, WHY, True)
                requests.decide_request(self.desk, made.id, given)
                requests.send_answer(self.desk, made.id, requests.AnswerSentInput(day, "letter"))

    @rule(n=WHICH, decision=st.sampled_from(("upheld", "dismissed", "")))
    def objection(self, n: int, decision: str) -> None:
        day, by = self.desk.today(), self.desk.worker_id
        with suppress(CasusError):
            said = ObjectionInput(self.whose[n], self.running[n], WHY, day, "restriction")
            made = corrections.note_objection(self.desk, said).value
            if decision:
                judged = ObjectionDecisionInput(decision, WHY, day, by)
                corrections.decide_objection(self.desk, made.id, judged)

    @rule(n=WHICH, decision=st.sampled_from(("removed", "kept", "refused")))
    def correct(self, n: int, decision: str) -> None:
        day, by = self.desk.today(), self.desk.worker_id
        with suppress(CasusError):
            said = CorrectionInput(self.whose[n], "persons", self.whose[n], "note", WHY, day, proposed=WHY)
            one = corrections.note_correction(self.desk, said).value
            seen = corrections.get_correction(self.desk, one.id).seen
            judged = CorrectionDecisionInput(decision, WHY, day, by, seen)
            corrections.decide_correction(self.desk, one.id, judged)
            corrections.carry_out_correction(self.desk, one.id, WHY)

    @rule(n=WHICH, scope=st.sampled_from(("person", "case", "none")))
    def restrict(self, n: int, scope: str) -> None:
        with suppress(CasusError):
            restricting.restrict(self.desk, self.whose[n], self.running[n], scope, WHY)

    @rule(n=WHICH, closes=st.booleans())
    def open_glass(self, n: int, closes: bool) -> None:
        with suppress(CasusError):
            break_glass.open_restricted(self.desk, self.whose[n], WHY, self.running[n])
        if closes:
            with suppress(CasusError):
                break_glass.close_access(self.desk, self.whose[n])

    @rule(n=WHICH, m=WHICH)
    def merge(self, n: int, m: int) -> None:
        with suppress(CasusError):
            found = merging.compare(self.desk, self.whose[n], self.whose[m])
            asked = [one.key for one in found.fields if one.state == "differ"]
            asked += [one.key for one in found.clashes]
            merging.merge(self.desk, self.whose[n], self.whose[m], dict.fromkeys(asked, "left"), WHY)
            self.oracle.same[self.whose[m]] = self.whose[n]

    @rule()
    def split(self) -> None:
        with self.desk.reading() as session:
            merges = select(PersonMerge).where(PersonMerge.merged_id.in_(self.whose))
            latest = session.scalars(merges.order_by(PersonMerge.created_at.desc())).first()
        if latest is not None:
            with suppress(CasusError):
                merging.split(self.desk, latest.id, {}, WHY)
                del self.oracle.same[latest.merged_id]

    @rule(n=WHICH)
    def transfer(self, n: int) -> None:
        with suppress(CasusError):
            offer = TransferInput(self.running[n], WHY, to_worker_id=self.second_id)
            made = transfers.offer_transfer(self.desk, offer).value
            transfers.accept_transfer(self.desk, made.id, with_tasks=True)

    @rule(n=WHICH)
    def propose(self, n: int) -> None:
        with suppress(CasusError):
            destruction.propose(self.desk, [self.running[n]], "unlawful")

    @rule(n=WHICH)
    def destroy(self, n: int) -> None:
        """End a dossier, whatever it takes; somebody new comes in the place of who is gone."""
        self.close(n)
        self.hold(n, retention.lift_hold)
        self.withdraw()
        with suppress(CasusError):
            made = destruction.propose(self.desk, [self.running[n]], "unlawful").value
            destruction.confirm(self.desk, made.id, self.second_id, SECRET)
            for at, person_id in enumerate(self.whose):
                if person_id in made.person_ids or self.running[at] in made.case_ids:
                    self._newcomer(at)

    @rule()
    def withdraw(self) -> None:
        for proposal in destruction.proposals(self.desk, open_only=True):
            destruction.withdraw(self.desk, proposal.id)

    @rule(way=st.sampled_from(("undo", "undo", "redo")))
    def take_back(self, way: str) -> None:
        step = getattr(undo.steps(self.desk), way)
        if step is None:
            return
        with suppress(CasusError):
            after = undo.undo(self.desk, step.batch_id).value
            if (visit := self.oracle.acts.get(step.batch_id)) is not None:
                self.oracle.visits[visit].stands = way == "redo"
                self.oracle.acts[after.batch_id] = visit

    @invariant()
    def no_case_has_another_last_day_than_follows(self) -> None:
        with self.desk.reading() as session:
            assert differing(session, self.desk.policy) == []

    def teardown(self) -> None:
        """At the end of a run all of it is looked at."""
        assert self.desk.vault.verify().findings == ()
        for year in YEARS:
            assert (year, counted(self.desk, year)) == (year, self.oracle.of(year))
        assert_every_number_of_today_counts_its_list(self.desk)


@contextmanager
def lives(place: Path) -> Iterator[None]:
    """Give all runs one vault with a second person."""
    with shared_desks(place, "pga_expert") as (desk,):
        team.make_team_key(desk)
        Lives.desk = desk
        Lives.second_id = partners.add_colleague(desk, "Okan Yildirim").value.id
        destruction.enrol_second(desk, Lives.second_id, SECRET)
        yield


def test_whatever_happens_the_log_is_whole_and_every_count_is_right(tmp_path: Path) -> None:
    with lives(tmp_path):
        run_state_machine_as_test(
            Lives,
            settings=settings(
                max_examples=4, stateful_step_count=16, deadline=None, suppress_health_check=list(HealthCheck)
            ),
        )
