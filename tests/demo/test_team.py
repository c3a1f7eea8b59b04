# SPDX-License-Identifier: EUPL-1.2
"""The demo from end to end: four vaults, the letter's own figures, and no invented name outside a vault."""

from pathlib import Path

from sqlalchemy import select

from casus.demo import team
from casus.domain.clock import SystemClock
from casus.gui.today.links import COUNTED
from casus.services import vaults
from casus.services.condition_matrix import ConditionMatrix
from casus.services.desk import Desk
from casus.services.release_book import read_ledger
from casus.services.release_radar import ReleaseRadar
from casus.services.today import today
from casus.vault.tables import Permit, Person
from tests.helpers.canary import contents
from tests.helpers.today_numbers import assert_every_number_of_today_counts_its_list
from tests.helpers.written import differences, in_csv, in_ods, in_pdf, in_tables, published

STEPS = ["create", "fill", "carry", "report"]


def test_the_demo_reproduces_the_letter_and_its_files_hold_what_was_audited(
    tmp_path: Path, cheap_kdf: None
) -> None:
    """One test, because the team takes long to build."""
    seen: list[tuple[str, int, int]] = []
    built = team.build(tmp_path / "demo", progress=lambda *step: seen.append(step))
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
            if member.role != "coordinator":
                assert_conditions_are_those_of_the_lists(desk)
            if member.role == "coordinator":
                assert_the_files_hold_what_was_audited(desk, built.files)
        finally:
            vaults.lock(desk)
    assert told == set(COUNTED)  # every number is shown at someone's desk
    assert len(names) > 200
    assert_no_name_is_outside(built.folder, names)


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
