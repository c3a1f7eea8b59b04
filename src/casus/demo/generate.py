# SPDX-License-Identifier: EUPL-1.2
"""Fills one worker's vault with invented dossiers; from a handful for a test to 100,000 for a benchmark."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casus.demo.accounts import account_for
from casus.demo.caseload import KINDS, Plot, case_records
from casus.demo.certificates import ambassador_records, follow_up
from casus.demo.custody import (
    consulting_records,
    conversation_records,
    detention_records,
    facility_records,
)
from casus.demo.loose_ends import leave_loose_ends
from casus.demo.people import Newcomer, alias_record, household, newcomer, person_record
from casus.demo.progress import plan_records, programme_records, vog_record
from casus.demo.stays import stay_records
from casus.demo.words import Dice, words
from casus.domain.names import fold
from casus.domain.periods import Period
from casus.services.desk import Desk
from casus.services.indexing import new_entries
from casus.vault.search import Entry, index_many
from casus.vault.tables import Case, ConsultingSession, Facility, Partner, Record

BATCH = 500  # dossiers in one transaction
LOOSE = 90_001
"""Begins the stream of what was left unfinished."""
TOLD = 60_013
"""Begins the stream of who brought a case in and what was shared."""
INSIDE = 40_009
"""Begins the stream of what happens around a detention."""
APART = 7_919
"""Begins a second stream for what was added to the demo later, so that all before stays as it was."""
RIO_KINDS: Mapping[str, float] = {"prison_visit": 70, "telephone": 20, "case_meeting": 10}
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Start:
    """A programme that begins: which kind and when."""

    kind: str
    on: date


@dataclass(frozen=True)
class Story:
    """One dossier to invent: who, under which approach, and what happens."""

    who: Newcomer
    approach: str
    opened_on: date
    closes: bool = False
    family: bool = False
    vog: bool = False
    programmes: tuple[Start, ...] = ()


def random_stories(dice: Dice, amount: int, approaches: dict[str, float], period: Period) -> Iterator[Story]:
    """Yield `amount` dossiers opened from a year before the period up to a month before its end."""
    for _ in range(amount):
        opened = dice.weekday(period.first - timedelta(days=330), period.last - timedelta(days=30))
        programmes: tuple[Start, ...] = ()
        if dice.chance(0.15):
            kind = dice.choice(["school", "volunteering", "coaching"])
            programmes = (Start(kind, dice.weekday(max(opened, period.first), period.last)),)
        yield Story(
            newcomer(dice, period.last),
            dice.weighted(approaches),
            opened,
            closes=dice.chance(0.5),
            vog=dice.chance(0.3),
            programmes=programmes,
        )


def fill(
    desk: Desk,
    stories: Sequence[Story] | Iterable[Story],
    *,
    seed: int,
    period: Period,
    contact_every: int = 18,
    progress: Progress | None = None,
) -> int:
    """Write the dossiers into the desk's vault, in batches; return how many.

    `progress` is called with (done, total) in dossiers. The same seed and stories give the same records.
    """
    dice, all_stories = Dice(seed), list(stories)
    shared = _shared_records(dice, desk, period)
    facilities = [one for one in shared if isinstance(one, Facility)]
    apart = Dice(seed + APART)
    tails, inside = Dice(seed + LOOSE), Dice(seed + INSIDE)
    helpers = ambassador_records(apart, desk.today())
    sessions = [one for one in shared if isinstance(one, ConsultingSession)]
    told, partners = Dice(seed + TOLD), [one for one in shared if isinstance(one, Partner)]
    Batch([*shared, *helpers]).store(desk)
    for first in range(0, len(all_stories), BATCH):
        batch = Batch()
        dossiers = [
            _dossier(dice, desk, story, facilities, contact_every)
            for story in all_stories[first : first + BATCH]
        ]
        follow_up(apart, [row for rows in dossiers for row in rows], helpers, desk.today())
        cases = [row for rows in dossiers for row in rows if isinstance(row, Case)]
        spoken = conversation_records(apart, sessions, cases)
        account_for(told, [row for rows in dossiers for row in rows], partners)
        loose = leave_loose_ends(tails, cases, desk.worker_id, desk.today())
        stays = stay_records(inside, [row for rows in dossiers for row in rows], desk.today())
        for rows in [*dossiers, spoken, loose, stays]:
            batch.add(rows)
        batch.store(desk)
        if progress:
            progress(min(first + BATCH, len(all_stories)), len(all_stories))
    return len(all_stories)


def _shared_records(dice: Dice, desk: Desk, period: Period) -> list[Record]:
    rows: list[Record] = [
        Partner(id=dice.id(), sort_key=fold(row["name"]), **row) for row in words()["partner"]["list"]
    ]
    facilities = facility_records(dice)
    rows += facilities
    if desk.role == "rio":
        rows += consulting_records(dice, facilities, desk.worker_id, period, desk.today())
    return rows


def _dossier(
    dice: Dice, desk: Desk, story: Story, facilities: list[Facility], contact_every: int
) -> list[Record]:
    today = desk.today()
    person = person_record(dice, story.who)
    aliases = [alias_record(dice, person)] if dice.chance(0.12) else []
    rows: list[Record] = [person, *aliases]
    in_detention = story.approach == "rio"
    facility = dice.choice(facilities) if in_detention else None
    plot = Plot(
        person_id=person.id,
        worker_id=desk.worker_id,
        approach=story.approach,
        role="rio" if in_detention else "pga_expert",
        opened_on=story.opened_on,
        today=today,
        kinds=RIO_KINDS if in_detention else KINDS,
        contact_every=contact_every,
        closes=story.closes,
        facility_id=facility.id if facility else None,
    )
    case, case_rows = case_records(dice, plot)
    rows += case_rows
    if facility:
        rows += detention_records(dice, case, facility, today)
    rows += plan_records(dice, case, desk.worker_id, today)
    for start in story.programmes:
        rows += programme_records(dice, person.id, case.id, start.kind, start.on, today)
    if story.vog:
        rows.append(vog_record(dice, person.id, case.id, None, dice.weekday(case.opened_on, today)))
    if story.family:
        home = household(dice, person, desk.worker_id, case.opened_on, today)
        case.family_id = home.family.id
        rows += [home.family, *home.persons, *home.members]
    return rows


class Batch:
    """Invented records on their way into a vault, as plain rows: thousands of objects would slow Python down."""

    def __init__(self, rows: Iterable[Record] = ()) -> None:
        self._kinds: dict[type[Record], list[dict[str, object]]] = {}
        self._entries: list[Entry] = []
        self.add(list(rows))

    def add(self, rows: Sequence[Record]) -> None:
        """Take records that belong together: a person with the aliases."""
        for row in rows:
            values = {name: value for name, value in vars(row).items() if not name.startswith("_sa_")}
            self._kinds.setdefault(type(row), []).append(values)
        self._entries += new_entries(rows)

    def store(self, desk: Desk) -> None:
        """Insert the records kind by kind, with their audit entries, and make them findable."""
        with desk.changing("demo", label="demo") as session:
            for kind, rows in self._kinds.items():
                desk.vault.insert_many(session, kind, rows)
            index_many(session, self._entries)
