# SPDX-License-Identifier: EUPL-1.2
"""The shared predicates say the same as plain Python on the same rows: a screen and an indicator cannot differ."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from casus.domain.periods import Period
from casus.vault import queries
from casus.vault.case_queries import case_active_in, case_active_on
from casus.vault.tables import Case, Person
from casus.vault.tables.base import new_id

if TYPE_CHECKING:
    from casus.vault import Vault

FIRST = date(2023, 1, 1)
DAYS = st.integers(0, 20).map(lambda count: FIRST + timedelta(days=count))


@dataclass(frozen=True)
class Run:
    """From a day up to and including another, or still running; perhaps with a last contact."""

    start: date
    end: date | None
    contact: date | None


@st.composite
def runs(draw: st.DrawFn) -> Run:
    start = draw(DAYS)
    end = draw(st.none() | st.integers(0, 10).map(lambda count: start + timedelta(days=count)))
    return Run(start, end, draw(st.none() | DAYS))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    one, other = draw(DAYS), draw(DAYS)
    return Period(min(one, other), max(one, other))


def stored(vault: "Vault", made: list[Run]) -> dict[str, Run]:
    """Put the runs in the vault as cases, in place of those of the example before."""
    with vault.transaction("test") as session:
        for case in session.scalars(select(Case)):
            session.delete(case)
        session.flush()
        person = session.scalar(select(Person).limit(1)) or Person(
            id=new_id(), number="P-1", role="young_person", given_name="A", surname="B", sort_key="b",
            birth_date_estimated=False, district="west", language="nl", interpreter=False, restricted=False,
        )  # fmt: skip
        session.add(person)
        session.flush()
        cases = [
            Case(
                id=new_id(), number=f"C-{place}", person_id=person.id, approach="top_x", opened_on=run.start,
                inclusion_reasons=[], legal_basis="consent", phase="intake", phase_since=run.start,
                priority="normal", closed_on=run.end, review_on=run.contact, last_contact_on=run.contact,
                legal_hold=False, restricted=False,
            )
            for place, run in enumerate(made)
        ]  # fmt: skip
        session.add_all(cases)
    return {case.id: run for case, run in zip(cases, made, strict=True)}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(runs(), max_size=8), period=periods(), day=DAYS)
def test_the_predicates_of_cases_agree_with_plain_python(
    vault: "Vault", made: list[Run], period: Period, day: date
) -> None:
    known = stored(vault, made)
    checks: list[tuple[queries.Clause, Callable[[Run], bool]]] = [
        (queries.case_open(), lambda run: run.end is None),
        (queries.case_started_in(period), lambda run: period.contains(run.start)),
        (case_active_in(period), lambda run: period.overlaps(run.start, run.end)),
        (case_active_on(day), lambda run: Period(day, day).overlaps(run.start, run.end)),
        (queries.case_closed_in(period), lambda run: run.end is not None and period.contains(run.end)),
        (
            queries.case_review_due(day),
            lambda run: run.end is None and run.contact is not None and run.contact <= day,
        ),
        (queries.case_silent_since(day), lambda run: run.end is None and (run.contact or run.start) < day),
    ]
    with vault.reading() as session:
        for clause, plain in checks:
            found = set(session.scalars(select(Case.id).where(clause)))
            assert found == {record_id for record_id, run in known.items() if plain(run)}
