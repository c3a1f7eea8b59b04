# SPDX-License-Identifier: EUPL-1.2
"""Builds the demo team: four encrypted vaults, the contributions between them, and the progress report."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from casus.crypto import kdf
from casus.crypto.kdf import KdfCost
from casus.demo.council import aim, compose_reports
from casus.demo.generate import fill
from casus.demo.kept import add_kept
from casus.demo.papers import add_papers
from casus.demo.post import FOLDER, OFFICE, Post
from casus.demo.registers import register_records, staff_records
from casus.demo.stories import team_stories
from casus.demo.teamwork import add_teamwork
from casus.demo.told import give_tips, tell_stories
from casus.demo.words import Dice
from casus.domain.clock import FixedClock
from casus.domain.periods import Period
from casus.errors import VaultExists
from casus.services import reporting, settings, vaults
from casus.services.desk import Desk
from casus.services.letter import LetterLine, compare
from casus.services.vaults import NewVault

PASSWORD = "grenzen stellen perspectief bieden"  # noqa: S105 - the demo's password is public: no real data
PERIOD = Period(date(2022, 10, 1), date(2023, 10, 31))
TODAY = datetime(2023, 11, 15, 8, 30, tzinfo=UTC)
SEED = 20231128  # the date of the letter
MARKER = "casus-demo.json"
REPORT_FOLDER = "report"
ORGANISATION = "Gemeente Utrecht"
Progress = Callable[[str, int, int], None]
"""Called with a step (create, fill, carry, report), and how far it is of how much."""


def _silent(_step: str, _done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Member:
    """A worker of the demo: folder name, invented name and role."""

    key: str
    name: str
    role: str


MEMBERS = (
    Member("pga-1", "Marjan Visser", "pga_expert"),
    Member("pga-2", "Okan Yildirim", "pga_expert"),
    Member("rio", "Farid Hassani", "rio"),
    Member("coordinator", "Inge Bakker", "coordinator"),
)


@dataclass(frozen=True)
class DemoTeam:
    """What was built: the vault folders by member, the written files and the letter beside our figures.

    `composed`: the report with figures and stories.
    """

    folder: Path
    vaults: dict[str, Path]
    files: tuple[Path, ...]
    composed: tuple[Path, ...]
    letter: tuple[LetterLine, ...]
    withheld: int


def build(
    folder: Path, *, progress: Progress | None = None, language: str = "nl", report: bool = True
) -> DemoTeam:
    """Build the team in `folder`, replacing an earlier demo there; without `report` nothing is counted yet.

    Raises VaultExists when the folder holds anything that is not a demo: nothing is overwritten then.
    """
    tell = progress or _silent
    _make_room(folder)
    desks: dict[str, Desk] = {}
    try:
        cost = kdf.calibrate(kdf.FLOOR_COST)  # the password is public: a dearer one would only take time
        for place, member in enumerate(MEMBERS):
            tell("create", place, len(MEMBERS))
            desks[member.key] = _create(folder, member, language, cost)
        tell("create", len(MEMBERS), len(MEMBERS))
        _fill(desks, tell)
        _carry(desks, folder, tell)
        if not report:
            return DemoTeam(folder, _folders(folder), (), (), (), 0)
        return write_report(folder, desks[OFFICE], tell, language)
    finally:
        for desk in desks.values():
            vaults.lock(desk)


def _folders(folder: Path) -> dict[str, Path]:
    return {member.key: folder / member.key for member in MEMBERS}


def _make_room(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARKER).is_file():
            raise VaultExists(folder=str(folder))
        for name in json.loads((folder / MARKER).read_text(encoding="utf-8"))["folders"]:
            if name in {member.key for member in MEMBERS} | {REPORT_FOLDER, FOLDER}:
                shutil.rmtree(folder / name, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    made = {"made_by": "casus demo", "folders": [*(member.key for member in MEMBERS), REPORT_FOLDER, FOLDER]}
    (folder / MARKER).write_text(json.dumps(made), encoding="utf-8")


def _create(folder: Path, member: Member, language: str, cost: KdfCost) -> Desk:
    new = NewVault(folder / member.key, PASSWORD, ORGANISATION, language, member.name, member.role)
    desk = vaults.create(new, FixedClock(TODAY), cost=cost).desk
    settings.set_demo_moment(desk, TODAY)
    return desk


def _fill(desks: dict[str, Desk], tell: Progress) -> None:
    stories = team_stories(SEED, PERIOD)
    total = sum(len(one) for one in stories.values()) + 1
    done = 0
    for place, (key, cast) in enumerate(stories.items()):
        fill(desks[key], cast, seed=SEED + place, period=PERIOD)
        add_papers(desks[key], SEED + 100 + place)
        colleague = next(one for one in MEMBERS if one.key != key and one.role != "coordinator")
        add_teamwork(desks[key], SEED + 200 + place, colleague.name, colleague.role)
        add_kept(desks[key], SEED + 300 + place, "rio" if desks[key].role == "rio" else "top_x")
        done += len(cast)
        tell("fill", done, total)
    coordinator = desks["coordinator"]
    dice = Dice(SEED)
    with coordinator.changing("demo") as session:
        session.add_all(staff_records(dice, PERIOD))
        session.add_all(register_records(dice, PERIOD))
    tell("fill", total, total)


def _carry(desks: dict[str, Desk], folder: Path, tell: Progress) -> None:
    """Let everything go between the vaults that a team sends in a year, as sealed files."""
    post = Post(desks, folder)
    workers = [key for key in desks if key != OFFICE]
    tell("carry", 0, len(workers) + 1)
    post.exchange_cards()
    post.share_team_key()
    for place, member in enumerate(workers):
        post.contribute(member, PERIOD)
        tell("carry", place + 1, len(workers) + 1)
    post.hand_over()
    tell_stories(post)
    for member in ("pga-1", "rio"):
        give_tips(desks[member])
    aim(desks[OFFICE], PERIOD)
    post.send_lists()
    tell("carry", len(workers) + 1, len(workers) + 1)


def write_report(folder: Path, coordinator: Desk, tell: Progress = _silent, language: str = "nl") -> DemoTeam:
    """Count, release and write the figures of a team in `folder`, and the report with figures and stories."""
    tell("report", 0, 2)
    protected = reporting.protect(coordinator, PERIOD)
    released = reporting.release(coordinator, protected).value
    tell("report", 1, 2)
    target = folder / REPORT_FOLDER
    target.mkdir(exist_ok=True)
    files = reporting.export(coordinator, protected, target, ("pdf", "ods", "csv"), language, overwrite=True)
    composed = compose_reports(coordinator, released.id, target, language)
    tell("report", 2, 2)
    return DemoTeam(
        folder,
        _folders(folder),
        tuple(files),
        composed,
        compare(protected),
        sum(line.status == "withheld" for line in protected.lines),
    )
