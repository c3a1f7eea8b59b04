# SPDX-License-Identifier: EUPL-1.2
"""The demo from end to end: four vaults, the letter's own figures, and no invented name outside a vault."""

import shutil
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from casus.demo import team
from casus.domain.clock import SystemClock
from casus.domain.near_names import MEASURED
from casus.gui.today.links import COUNTED
from casus.services import exchange, vaults
from casus.services.condition_matrix import ConditionMatrix
from casus.services.coverage import coverage as coverage_of
from casus.services.desk import Desk
from casus.services.release_book import read_ledger
from casus.services.release_radar import ReleaseRadar
from casus.services.stories.check.model import MEASURED_RECALL
from casus.services.stories.published import stories_for_report
from casus.services.today import today
from casus.vault.tables import BundleReceipt, Permit, Person, Story, Transfer
from tests.helpers.canary import contents
from tests.helpers.demo_desks import steps_told
from tests.helpers.today_numbers import assert_every_number_of_today_counts_its_list
from tests.helpers.written import differences, in_csv, in_ods, in_pdf, in_tables, published
from tests.reports.conftest import text_of

STEPS = ["create", "fill", "carry", "report"]


EXPECTED = {  # colleagues by state; stories; kinds of bundle that went and came; transfers by status
    "pga-1": (
        {"verified": 3, "unverified": 1},
        {"released": 4, "draft": 1},
        {"team_key": 2, "contribution": 1, "story": 4, "case": 1, "case_answer": 1},
        {"accepted": 1, "offered": 1},
    ),
    "pga-2": (
        {"verified": 3},
        {"reviewed": 1},
        {"team_key": 1, "contribution": 1, "case": 2, "case_answer": 1, "catalogue": 1},
        {"accepted": 1, "offered": 2},
    ),
    "rio": (
        {"verified": 3},
        {"released": 2, "withdrawn": 1},
        {"team_key": 1, "contribution": 1, "story": 3, "story_withdrawal": 1},
        {"offered": 1},
    ),
    "coordinator": (
        {"verified": 3},
        {"published": 2, "released": 4, "withdrawn": 1},
        {"contribution": 3, "story": 7, "story_withdrawal": 1, "catalogue": 2},
        {},
    ),
}


WAITING = {"rio": {"case", "catalogue"}}


def test_the_demo_reproduces_the_letter_and_its_files_hold_what_was_audited(
    demo_built: Path, tmp_path: Path, cheap_kdf: None
) -> None:
    """One test, because the team takes long to build."""
    seen = steps_told(demo_built)
    built = reported(demo_built, tmp_path / "demo", seen)
    assert list(dict.fromkeys(step for step, _, _ in seen)) == STEPS
    assert all(0 <= done <= total for _, done, total in seen)
    assert {step for step, done, total in seen if done == total} == set(STEPS)
    assert_the_letter_is_reproduced(built)
    names: set[str] = set()
    told: set[str] = set()
    for member in team.MEMBERS:
        desk = vaults.unlock(built.vaults[member.key], team.PASSWORD, SystemClock())
        try:
            assert desk.is_demo
            assert desk.role == member.role
            assert desk.today().isoformat() == "2023-11-15"
            assert vaults.verify(desk).ok
            names |= names_in(desk)
            told |= assert_every_number_of_today_counts_its_list(desk)
            assert seen_of_the_team(desk) == EXPECTED[member.key]
            assert waiting(desk, built.folder / "exchange" / member.key) == WAITING.get(member.key, set())
            if member.role != "coordinator":
                assert_conditions_are_those_of_the_lists(desk)
            if member.role == "coordinator":
                assert_the_files_hold_what_was_audited(desk, built.files)
                assert_the_report_tells_stories(desk, built)
        finally:
            vaults.lock(desk)
    assert told == set(COUNTED)  # every number is shown at someone's desk
    assert len(names) > 200
    assert_no_name_is_outside(built.folder, names)


def reported(demo_built: Path, folder: Path, seen: list[tuple[str, int, int]]) -> team.DemoTeam:
    """Return the team with its report, as one call of `build` makes it."""
    shutil.copytree(demo_built, folder)
    desk = vaults.unlock(folder / "coordinator", team.PASSWORD, SystemClock())
    try:
        return team.write_report(folder, desk, lambda *step: seen.append(step))
    finally:
        vaults.lock(desk)


def seen_of_the_team(desk: Desk) -> tuple[dict[str, int], ...]:
    """Count what went between the vaults of the team, as far as this one shows it."""
    with desk.reading() as session:
        counted = [
            Counter(one.state for one in exchange.colleagues(desk)),
            Counter(session.scalars(select(Story.status))),
            Counter(session.scalars(select(BundleReceipt.kind))),
            Counter(session.scalars(select(Transfer.status))),
        ]
    return tuple(dict(one) for one in counted)


def waiting(desk: Desk, folder: Path) -> set[str]:
    """Return the kinds of the bundles that this member can still take in."""
    found = [exchange.look(desk, path) for path in folder.glob("*")]
    assert all(one.taken_at is None and one.sender.state == "verified" for one in found)
    return {one.kind for one in found}


def assert_the_report_tells_stories(desk: Desk, built: team.DemoTeam) -> None:
    """The yearly report has every story that may be told, stands as written, and says how it was counted."""
    (composed,) = built.composed
    words = " ".join(text_of(composed.read_bytes()).split()).replace("\u00a0", " ")
    told = list(stories_for_report(desk, team.PERIOD))
    assert len(told) == 6
    assert any(one.against_the_grain for one in told)
    assert any(one.composite for one in told)
    for one in told:
        assert one.title in words
    assert "Durven vragen om een VOG" not in words  # its consent was taken back
    assert "3 van de 8 medewerkers" in words
    shares = (MEASURED.precision, MEASURED.recall, MEASURED.answered, MEASURED_RECALL)
    assert all(f"{round(100 * share)} %" in words for share in shares)
    assert [coverage.state for coverage in coverage_of(desk, team.PERIOD)].count("in") == 3


def assert_the_letter_is_reproduced(built: team.DemoTeam) -> None:
    """Every figure of the letter is there and is the same."""
    assert len(built.letter) >= 10
    assert [line.figure.words for line in built.letter if not line.agrees] == []
    said = {line.published for line in built.letter}
    assert {40, 22, 35, 296, 100, 14} <= said


def assert_conditions_are_those_of_the_lists(desk: Desk) -> None:
    """The matrix of conditions, the release radar and Vandaag count what the lists count.

    What indicators count of them: tests/test_screens_and_indicators.py.
    """
    matrix, radar = ConditionMatrix(desk), ReleaseRadar(desk)
    shown = matrix.counts(chips={"moment": frozenset({"release"})})
    looked = {code: {s: n for s, n in found.items() if s != "not_checked"} for code, found in shown.items()}
    assert {code: found for code, found in looked.items() if found} == matrix.looked_at("release")
    assert (desk.role == "rio") == bool(matrix.looked_at("release"))
    counts, terms = today(desk).counts, radar.term_counts()
    assert counts["detention"] == radar.total()
    for code, number in terms.items():
        assert number == len(radar.ids(chips={"term": frozenset({code})}))
        same = COUNTED.get(code) and counts[code]
        assert same in (None, number), code


def assert_the_files_hold_what_was_audited(desk: Desk, files: tuple[Path, ...]) -> None:
    """Nothing more, nothing less, in any of the three."""
    with desk.reading() as session:
        entry = read_ledger(session, desk.vault).entries[-1]
    expected = published(entry)
    by_kind = {path.suffix: path for path in files}
    assert list(differences(expected, in_csv(by_kind[".csv"]))) == []
    data, elsewhere = in_ods(by_kind[".ods"])
    assert list(differences(expected, data)) == []
    assert elsewhere <= {value for value, _ in expected.values()}
    assert in_pdf(by_kind[".pdf"])[0] == in_tables(entry)


def names_in(desk: Desk) -> set[str]:
    """Return what would give someone away: full names, mail addresses, telephone numbers, firms."""
    with desk.reading() as session:
        persons = session.scalars(select(Person)).all()
        firms = session.scalars(select(Permit.business_name)).all()
    full = {f"{one.given_name} {one.prefix or ''} {one.surname}".replace("  ", " ") for one in persons}
    reach = {value for one in persons for value in (one.email, one.telephone) if value}
    return {name for name in (*full, *reach, *firms) if len(name) >= 8}


def assert_no_name_is_outside(folder: Path, names: set[str]) -> None:
    """Search all files, packed ones unpacked."""
    for path in (path for path in folder.rglob("*") if path.is_file()):
        for part in contents(path.read_bytes()):
            found = {name for name in names if name.encode() in part or name.encode("utf-16-le") in part}
            assert found == set(), path
