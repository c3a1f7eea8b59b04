# SPDX-License-Identifier: EUPL-1.2
"""A large team: 500 workers with 200 persons each contribute over a year; taken in, joined, and counted.

`python -m tests.bench.exchange [--workers 500] [--persons 200]` prints seconds; the suite runs it small.
"""

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from casus.counting import catalogue, tally
from casus.counting.contribution import Contribution, Row, sorted_rows
from casus.counting.linking import link
from casus.counting.marks import ManyMarks, Marks
from casus.counting.pseudonyms import Pseudonyms
from casus.counting.registers import Registers
from casus.counting.tally import Counting
from casus.domain.clock import FixedClock
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.services import contributions, exchange, vaults
from casus.services.desk import Desk
from casus.services.exchange.kinds_of.contribution import send_contribution
from casus.vault.tables import Colleague, Worker

YEAR = Period.of_year(2023)
NOW = datetime(2023, 11, 1, 9, 0, tzinfo=UTC)
_SHARED = 0.1
"""Of a worker's persons so many are known to another worker too."""


@dataclass(frozen=True)
class Measured:
    """Seconds of one core (others may be at work on this computer), and what was counted."""

    taking_in: float
    linking: float
    counting: float
    rows: int
    persons: int
    truth: int


def large_team(workers: int, persons: int, seed: int = 7) -> tuple[list[Contribution], int]:
    """Return the contributions of a made-up team, and how many different persons are in them."""
    dice, names = random.Random(seed), Pseudonyms.of_year(bytes(range(32)), 2023)
    people = [_someone(dice, at) for at in range(int(workers * persons * (1 - _SHARED / 2)))]
    order, made, seen = iter(range(len(people))), [], set[int]()
    for worker in range(workers):
        known: list[int] = []
        for _ in range(persons):
            new = next(order, None)
            again = worker and (new is None or dice.random() < _SHARED)
            known.append(dice.randrange(max(1, worker * persons // 2)) if again or new is None else new)
        known = list(dict.fromkeys(one for one in known if one < len(people)))
        seen |= set(known)
        made.append(_contribution(dice, names, worker, known, people))
    return made, len(seen)


def _someone(dice: random.Random, at: int) -> tuple[str, str, date]:
    born = date(1997, 1, 1) + timedelta(days=dice.randrange(3600))
    return f"naam{at % 9000}", f"{chr(97 + at % 26)}oornaam{at // 9000}", born


def _contribution(
    dice: random.Random, names: Pseudonyms, worker: int, known: list[int], people: list[tuple[str, str, date]]
) -> Contribution:
    rows: list[Row] = []
    marks: list[Marks] = []
    for at in known:
        subject = names.subject(f"P-{worker}-{at}")
        rows += _rows(dice, names, subject, f"{worker} {at}")
        marks.append(Marks.of(subject, [*names.certain(*people[at]), *names.near(*people[at])]))
    return Contribution(
        names.mark(), names.contributor(str(worker)), "pga_expert", YEAR, YEAR.last, NOW, sorted_rows(rows),
        marks=ManyMarks.of(sorted(marks, key=lambda one: one.subject)),
    )  # fmt: skip


def _rows(dice: random.Random, names: Pseudonyms, subject: str, own: str) -> Iterator[Row]:
    def pick(name: str) -> str:
        return dice.choice(codelist(name).values)

    def month() -> str:
        return f"2023-{dice.randint(1, 10):02}"

    yield Row.of(
        "person",
        subject,
        names.record("persons", own),
        age_group=pick("age_group"),
        district=pick("district"),
        role="young_person",
    )
    yield Row.of(
        "case",
        subject,
        names.record("cases", own),
        approach=pick("approach"),
        phase="execution",
        state="open",
        opened=month(),
    )
    for visit in range(dice.choice((1, 3, 4))):
        yield Row.of(
            "contact",
            subject,
            names.record("contacts", f"{own} {visit}"),
            kind="home_visit",
            month=month(),
            reached=pick("reached"),
        )
    if dice.random() < 0.4:
        yield Row.of(
            "programme",
            subject,
            names.record("programmes", own),
            kind="work",
            started=month(),
            status="started",
        )
    if dice.random() < 0.1:
        yield Row.of("family_member", subject, names.record("families", own))
        yield Row.of("family", None, names.record("families", own), district=pick("district"))


def measure(folder: Path, workers: int, persons: int) -> Measured:
    """Seal all contributions of one worker's desk, take them in at the coordinator's, join and count them."""
    made, truth = large_team(workers, persons)
    clock = FixedClock(NOW)
    sender = _desk(folder / "worker", "pga_expert", clock)
    office = _desk(folder / "office", "coordinator", clock)
    to = _meet(sender, office)
    _meet(office, sender)
    paths = []
    for at, one in enumerate(made):
        paths.append(folder / f"{at}.casusbundel")
        send_contribution(sender, one, to, paths[-1])
    taking_in = 0.0
    for path, worker_id in zip(paths, _workers(office, workers), strict=True):
        _another_sender(office, worker_id)
        begun = time.process_time()
        exchange.take(office, path)
        taking_in += time.process_time() - begun
    begun = time.process_time()
    with office.reading() as session:
        found = contributions.load(session, YEAR, YEAR.last)
    counting = Counting(YEAR, YEAR.last, bytes(32))
    tally.count(catalogue.load(), found, Registers(), counting)
    counted = time.process_time() - begun
    begun = time.process_time()
    linkage = link(found)
    linking = time.process_time() - begun
    everyone = sum(len(one.marks) for one in found)
    rows = sum(len(one.rows) for one in found)
    for desk in (sender, office):
        vaults.lock(desk)
    return Measured(taking_in, linking, counted - linking, rows, everyone - linkage.joined, truth)


def _another_sender(office: Desk, worker_id: str) -> None:
    """Let the next bundle come from another worker: the one card here stands for all of them."""
    with office.changing(label="add_card") as session:
        session.scalars(select(Colleague)).one().worker_id = worker_id


def _workers(office: Desk, number: int) -> list[str]:
    made = [
        Worker(
            name=f"Medewerker {at}", sort_key=f"{at}", role="pga_expert", is_owner=False, in_register=False
        )
        for at in range(number)
    ]
    with office.changing(label="add_card") as session:
        session.add_all(made)
        session.flush()
        return [one.id for one in made]


def _desk(folder: Path, role: str, clock: FixedClock) -> Desk:
    new = vaults.NewVault(folder, "vier losse woorden samen 7", "Gemeente Utrecht", "nl", f"Wie {role}", role)
    return vaults.create(new, clock).desk


def _meet(desk: Desk, other: Desk) -> str:
    row = exchange.add_card(desk, exchange.read_card(exchange.my_card(other))).value
    exchange.verify_colleague(desk, row.id, "in_person")
    return row.id


def main() -> None:
    """Measure once and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=500)
    parser.add_argument("--persons", type=int, default=200)
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        found = measure(Path(folder), wanted.workers, wanted.persons)
    print(
        f"{wanted.workers} workers, {found.rows} rows, {found.persons} persons counted ({found.truth} in truth)\n"
        f"taken in {found.taking_in:.1f} s, joined {found.linking:.1f} s, counted {found.counting:.1f} s"
    )


if __name__ == "__main__":
    main()
