# SPDX-License-Identifier: EUPL-1.2
"""Class 15 after the fact: the stored proof of a release against whoever would change it."""

import random
from dataclasses import replace

import numpy as np
import pytest

from casus.disclosure import Ledger, Preset, Release, release
from casus.disclosure.attack.proof import digest_of, packed, unpacked
from casus.disclosure.attack.recheck import recheck
from casus.errors import LedgerBroken
from tests.attack.siege import play
from tests.attack.test_15_solver_lies import differencing
from tests.helpers.releases import AT


@pytest.fixture
def made(preset: Preset) -> tuple[Ledger, Release]:
    """A ledger with one release, and the next one."""
    first, *_rest = differencing(3)
    ledger = play([first], preset, 3).ledger
    assert ledger is not None
    return ledger, release(differencing(3)[2].tables, ledger, preset, at=AT)


def test_the_proof_of_a_release_holds_at_once(made: tuple[Ledger, Release]) -> None:
    ledger, second = made
    found = recheck(second.entry, second.proof, ledger.entries)
    assert (found.ok, found.problem) == (True, None)
    assert found.witnesses > 1
    assert found.seconds < 1


def test_no_byte_of_a_proof_can_be_changed(made: tuple[Ledger, Release]) -> None:
    ledger, second = made
    for seed in range(20):
        place = random.Random(seed).randrange(len(second.proof))
        damaged = second.proof[:place] + bytes([second.proof[place] ^ 1]) + second.proof[place + 1 :]
        assert not recheck(second.entry, damaged, ledger.entries).ok
    assert not recheck(second.entry, second.proof[:-1], ledger.entries).ok
    assert not recheck(second.entry, b"", ledger.entries).ok


def test_a_proof_of_another_name_breaks_the_chain(made: tuple[Ledger, Release]) -> None:
    ledger, second = made
    forged = replace(second.entry, proofs=(digest_of(b"other"),))
    with pytest.raises(LedgerBroken):
        ledger.extended(forged)


@pytest.mark.parametrize("forgery", ["a person more", "all the same", "negative", "no witness", "no table"])
def test_a_witness_that_does_not_witness_is_found_out(forgery: str, made: tuple[Ledger, Release]) -> None:
    """Even if the entry named the forged proof."""
    ledger, second = made
    one, *others = unpacked(second.proof)
    tables = one.witnesses.copy()
    if forgery == "a person more":
        tables[0] += 1_000
    elif forgery == "all the same":
        tables[:] = tables[0]
    elif forgery == "negative":
        tables[0, 0], tables[0, 1] = -1, tables[0, 0] + tables[0, 1] + 1
    elif forgery == "no witness":
        tables = tables[:0]
    else:
        one = replace(one, states=tuple(state[:-1] if len(state) > 1 else state for state in one.states[:-1]))
    proof = packed([replace(one, witnesses=np.asarray(tables)), *others], ledger.key)
    entry = replace(second.entry, proofs=(digest_of(proof),))
    assert not recheck(entry, proof, ledger.entries).ok
