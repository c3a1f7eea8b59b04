# SPDX-License-Identifier: EUPL-1.2
import random
import time
from pathlib import Path

from sqlalchemy import select

from casus.domain.clock import FixedClock
from casus.vault import Secret, Vault
from casus.vault.tables import School
from tests.helpers.processes import start
from tests.helpers.vaults import PASSWORD

SAVING = """
from itertools import count
from tests.helpers.records import a_school
vault = Vault.open(folder, Secret.password(PASSWORD), clock=clock, limits=ANY_COST, local=local)
for number in count(int(local.name)):
    with vault.transaction("w1") as session:
        session.add(a_school(f"School {number}"))
    say(number)
"""
CHANGING = """
from itertools import cycle
vault = Vault.open(folder, Secret.password(PASSWORD), clock=clock, limits=ANY_COST, local=local)
say("open")
while True:
    vault.new_recovery_code()
"""
RUNS = 5


def test_no_acknowledged_save_is_lost_when_the_program_is_killed(
    vault: Vault, clock: FixedClock, tmp_path: Path
) -> None:
    """`kill -9` at a random moment of a saving loop; what the program said was saved is there."""
    vault.close()
    picker = random.Random(2023)
    acknowledged: set[str] = set()
    for run in range(RUNS):
        process = start(SAVING, vault.folder, tmp_path / f"{run * 100_000}")
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(picker.uniform(0.02, 0.3))
        process.kill()
        rest, _ = process.communicate()
        acknowledged |= {f"School {line}" for line in (first + rest).splitlines() if line.isdigit()}
        again = Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock)
        with again.reading() as session:
            assert acknowledged <= set(session.scalars(select(School.name)))
        assert again.verify().ok
        again.close()
    assert len(acknowledged) > RUNS


def test_a_vault_killed_while_its_header_is_written_opens(
    vault: Vault, clock: FixedClock, tmp_path: Path
) -> None:
    vault.close()
    picker = random.Random(2024)
    for _ in range(RUNS):
        process = start(CHANGING, vault.folder, tmp_path / "local")
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(picker.uniform(0.02, 0.2))
        process.kill()
        process.communicate()
        again = Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock)
        assert again.verify().ok
        assert not list(vault.folder.glob(".vault.key*"))
        again.close()
