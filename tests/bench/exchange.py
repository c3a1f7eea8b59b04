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

from casus.counting import catalogue, tally
from casus.counting.contribution import Contribution, Row, sorted_rows
from casus.counting.linking import link
from casus.counting.marks import ManyMarks, Marks
from casus.counting.pseudonyms import Pseudonyms
from casus.counting.registers import Registers
from casus.counting.tally import Counting
from casus.crypto.bundle import SUFFIX, Part, seal_bundle
from casus.crypto.identity import Identity, PublicIdentity
from casus.domain.clock import FixedClock
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.services import contributions, exchange, vaults
from casus.services.desk import Desk
from casus.services.exchange import kinds
from casus.vault.tables import Colleague, Worker

YEAR = Period.of_year(2023)
NOW = datetime(2023, 11, 1, 9, 0, tzinfo=UTC)
_SHARED = 0.1
"""Of a worker's persons so many are known to another worker too."""


@dataclass(frozen=True)
class Spent:
    """Seconds of one core, and by the clock on the wall: others may be at work on this computer."""

    core: float
    wall: float

    def less(self, other: "Spent") -> "Spent":
        """Return the rest."""
        return Spent(self.core - other.core, self.wall - other.wall)

    def __str__(self) -> str:
        return f"{self.core:.1f} s ({self.wall:.1f} s on the wall)"


@dataclass(frozen=True)
class Measured:
    """What each step took, and what was counted."""

    taking_in: Spent
    loading: Spent
    linking: Spent
    counting: Spent
    rows: int
    persons: int
    truth: int

    @property
    def whole(self) -> Spent:
        """All of it."""
        steps = (self.taking_in, self.loading, self.linking, self.counting)
        return Spent(sum(one.core for one in steps), sum(one.wall for one in steps))


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
    """Let every worker seal a contribution, take all of them in at the coordinator's by one act, join and count them."""
    made, truth = large_team(workers, persons)
    clock = FixedClock(NOW)
    office = _desk(folder / "office", "coordinator", clock)
    signers = [Identity.new() for _ in made]
    _know(office, signers)
    to = exchange.identity(office).public
    paths = [
        _sealed(folder / f"{at}{SUFFIX}", *pair, to)
        for at, pair in enumerate(zip(signers, made, strict=True))
    ]
    del made
    kinds.goes_together("contribution")  # what is imported late is no part of it
    begun = _now()
    fates = exchange.take_all(office, paths).value
    taken = _now()
    if any(one.refused is not None for one in fates):
        raise RuntimeError("a contribution was refused")
    with office.reading() as session:
        found = contributions.load(session, YEAR, YEAR.last)
    loaded = _now()
    tally.count(catalogue.load(), found, Registers(), Counting(YEAR, YEAR.last, bytes(32)))
    counted = _now()
    linkage = link(found)
    linked = _now()
    everyone, rows = (
        sum(map(len, columns)) for columns in ([o.marks for o in found], [o.rows for o in found])
    )
    vaults.lock(office)
    linking = linked.less(counted)
    return Measured(
        taken.less(begun), loaded.less(taken), linking, counted.less(loaded).less(linking), rows,
        everyone - linkage.joined, truth,
    )  # fmt: skip


def _now() -> Spent:
    return Spent(time.process_time(), time.monotonic())


def _know(office: Desk, signers: list[Identity]) -> None:
    """Let the coordinator have compared the words of every worker's card."""
    with office.changing(label="add_card") as session:
        for at, one in enumerate(signers):
            worker = Worker(
                name=f"Medewerker {at}",
                sort_key=f"{at}",
                role="pga_expert",
                is_owner=False,
                in_register=False,
            )
            session.add(worker)
            session.flush()
            session.add(
                Colleague(
                    worker_id=worker.id, organisation="Gemeente Utrecht", seal_key=one.public.seal,
                    sign_key=one.public.sign, imported_on=NOW.date(), verified_on=NOW.date(), verified_how="in_person",
                )
            )  # fmt: skip


def _sealed(path: Path, signer: Identity, made: Contribution, to: PublicIdentity) -> Path:
    content = made.to_bytes()
    parts = [Part(kinds.PAYLOAD, len(content), iter([content]))]
    _id, pieces = seal_bundle(signer, [to], "contribution", NOW, parts, {"version": 1})
    path.write_bytes(b"".join(pieces))
    return path


def _desk(folder: Path, role: str, clock: FixedClock) -> Desk:
    new = vaults.NewVault(folder, "vier losse woorden samen 7", "Gemeente Utrecht", "nl", f"Wie {role}", role)
    return vaults.create(new, clock).desk


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
        f"taken in {found.taking_in}, loaded {found.loading}, joined {found.linking}, counted {found.counting}\n"
        f"all of it {found.whole}; 10 s wanted"
    )


if __name__ == "__main__":
    main()
