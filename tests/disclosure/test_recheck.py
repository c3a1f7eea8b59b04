# SPDX-License-Identifier: EUPL-1.2
"""A stored proof holds without a solver, and any tampering with figure, witness or name is found."""

import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from casus.disclosure import FigureStatus, Ledger, LedgerEntry, PublishedFigure, Release, release
from casus.disclosure.attack.proof import Evidence, ProofUnreadable, digest_of, packed, unpacked
from casus.disclosure.attack.recheck import recheck
from tests.helpers.instances import instance
from tests.helpers.registers import FIVES
from tests.helpers.releases import AT, EMPTY, KEY
from tests.helpers.scenarios import scenario


@pytest.fixture(scope="module")
def late() -> tuple[Release, tuple[LedgerEntry, ...]]:
    """The second release of a late registration: two states, linked."""
    ledger = EMPTY
    made = None
    for tables in scenario("S4", 5):
        earlier = ledger.entries
        made = release(tables, ledger, FIVES, at=AT)
        ledger = ledger.extended(made.entry)
    assert made is not None
    return made, earlier


@pytest.mark.parametrize("name", ["S1", "S2", "S3", "S5", "S6"])
def test_the_proof_of_every_release_of_a_series_holds(name: str) -> None:
    ledger = EMPTY
    for tables in scenario(name, 2):
        made = release(tables, ledger, FIVES, at=AT)
        found = recheck(made.entry, made.proof, ledger.entries)
        assert (found.ok, found.problem) == (True, None)
        ledger = ledger.extended(made.entry)


def test_a_table_of_1176_cells_is_checked_again_in_a_moment() -> None:
    made = release([instance("C10")], EMPTY, FIVES, at=AT)
    found = min((recheck(made.entry, made.proof, ()) for _ in range(5)), key=lambda check: check.seconds)
    assert found.ok
    assert found.rows == 1176
    assert found.seconds < 0.25  # 0.007 s on an idle machine


def test_the_chain_of_two_states_is_in_the_proof(late: tuple[Release, tuple[LedgerEntry, ...]]) -> None:
    made, _ = late
    assert any(link[2] is None for one in unpacked(made.proof) for link in one.links)
    assert any(link[2] in (1, 3) for one in unpacked(made.proof) for link in one.links)


def _problem(entry: LedgerEntry, evidence: list[Evidence], earlier: tuple[LedgerEntry, ...]) -> str | None:
    """What is wrong, even if the entry named the forged proof."""
    proof = packed(evidence, KEY)
    return recheck(replace(entry, proofs=(digest_of(proof),)), proof, earlier).problem


def test_an_untouched_proof_packed_again_holds(late: tuple[Release, tuple[LedgerEntry, ...]]) -> None:
    made, earlier = late
    assert _problem(made.entry, [*unpacked(made.proof)], earlier) is None


def test_one_person_more_in_one_witness_is_found(late: tuple[Release, tuple[LedgerEntry, ...]]) -> None:
    made, earlier = late
    one, *rest = unpacked(made.proof)
    for column in range(0, one.witnesses.shape[1], 7):
        witnesses = one.witnesses.copy()
        witnesses[0, column] += 100
        assert _problem(made.entry, [replace(one, witnesses=witnesses), *rest], earlier) in {
            "figures",
            "links",
        }


def test_a_broken_link_is_found(late: tuple[Release, tuple[LedgerEntry, ...]]) -> None:
    made, earlier = late
    one, *rest = unpacked(made.proof)
    turned = tuple((more, less, changed) for less, more, changed in one.links)
    assert _problem(made.entry, [replace(one, links=turned), *rest], earlier) == "links"
    assert _problem(made.entry, [replace(one, links=((0, 9, None),)), *rest], earlier) == "links"


def test_a_target_that_is_not_open_is_found(late: tuple[Release, tuple[LedgerEntry, ...]]) -> None:
    made, earlier = late
    one, *rest = unpacked(made.proof)
    alike = np.repeat(one.witnesses[:1], 3, axis=0)
    assert _problem(made.entry, [replace(one, witnesses=alike), *rest], earlier) == "targets"
    wide = one.targets.copy()
    wide[0, 2] = 1_000
    assert _problem(made.entry, [replace(one, targets=wide), *rest], earlier) == "targets"
    wide[0, 1] = 10**6
    assert _problem(made.entry, [replace(one, targets=wide), *rest], earlier) == "targets"


def test_a_table_left_out_is_found(late: tuple[Release, tuple[LedgerEntry, ...]]) -> None:
    made, earlier = late
    one, *rest = unpacked(made.proof)
    assert _problem(made.entry, [], earlier) == "tables"
    unknown = replace(one, states=(((7, "unknown"),), *one.states[1:]))
    assert _problem(made.entry, [unknown, *rest], earlier) == "tables"


def test_one_other_published_figure_is_found(late: tuple[Release, tuple[LedgerEntry, ...]]) -> None:
    """Today's or an earlier one: 1,000 more can no longer be what the witnesses say."""
    made, earlier = late

    def changed(entry: LedgerEntry) -> LedgerEntry:
        table = entry.tables[0]
        first, *others = table.figures
        other = PublishedFigure(first.cell, (first.value or 0) + 1_000, FigureStatus.ROUNDED)
        return replace(entry, tables=(replace(table, figures=(other, *others)), *entry.tables[1:]))

    assert recheck(changed(made.entry), made.proof, earlier).problem == "figures"
    assert recheck(made.entry, made.proof, tuple(map(changed, earlier))).problem == "figures"


def test_a_proof_that_the_entry_does_not_name_is_found(late: tuple[Release, tuple[LedgerEntry, ...]]) -> None:
    made, earlier = late
    assert recheck(replace(made.entry, proofs=("0" * 64,)), made.proof, earlier).problem == "not_named"
    assert recheck(made.entry, made.proof[:-3] + b"abc", earlier).problem == "not_named"


@pytest.mark.parametrize("damage", [b"", b"x", b"casus proof 1\n"])
def test_bytes_that_are_no_proof_are_told(
    damage: bytes, late: tuple[Release, tuple[LedgerEntry, ...]]
) -> None:
    made, earlier = late
    assert recheck(replace(made.entry, proofs=(digest_of(damage),)), damage, earlier).problem == "unreadable"
    with pytest.raises(ProofUnreadable):
        unpacked(damage)


def test_a_proof_is_marked_with_the_key_of_the_ledger(
    late: tuple[Release, tuple[LedgerEntry, ...]],
) -> None:
    """Whoever guesses the truth cannot see by the digest whether the guess is right."""
    evidence = unpacked(late[0].proof)
    assert packed(evidence, KEY) == late[0].proof
    assert digest_of(packed(evidence, b"another key of 16 bytes")) != digest_of(late[0].proof)


def test_checking_again_needs_no_solver() -> None:
    script = (
        "import sys; import casus.disclosure.attack.recheck; "
        "sys.exit([name for name in sys.modules if name.startswith('highspy')] != [])"
    )
    assert subprocess.run([sys.executable, "-c", script], env={**os.environ}, check=False).returncode == 0


def test_the_ledger_keeps_the_names_of_proofs(late: tuple[Release, tuple[LedgerEntry, ...]]) -> None:
    made, earlier = late
    again = LedgerEntry.from_json(made.entry.to_json())
    assert again.proofs == made.entry.proofs == (digest_of(made.proof),)
    Ledger((*earlier, again), KEY, again.digest)
