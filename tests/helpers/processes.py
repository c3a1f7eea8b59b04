# SPDX-License-Identifier: EUPL-1.2
"""A second process with our code: to hold a vault, to be killed, to run beside a foreign library."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from casus.domain.clock import FixedClock
from casus.vault import Secret, Vault
from tests.helpers.vaults import ANY_COST, CHEAP, PASSWORD
clock = FixedClock(datetime(2023, 11, 1, 9, 0, tzinfo=UTC))
folder, local = Path(sys.argv[1]), Path(sys.argv[2])
def say(text):
    print(text, flush=True)
"""
"""What every script begins with; its arguments are the vault's folder and the folder of anchors."""


def start(
    script: str, folder: Path, local: Path, env: Mapping[str, str] | None = None
) -> "subprocess.Popen[str]":
    """Start `START` + `script` in a fresh Python; its output is read through a pipe."""
    paths = os.pathsep.join([str(ROOT), *sys.path])
    return subprocess.Popen(
        [sys.executable, "-c", START + script, str(folder), str(local)],
        env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8", **(env or {})},
        stdin=subprocess.PIPE,  # which stays open, whatever the tests were started from: who reads it waits
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def run(
    script: str,
    folder: Path,
    local: Path,
    env: Mapping[str, str] | None = None,
    *,
    said: str | None = None,
    seconds: float = 120,
) -> list[str]:
    """Run a script, with `said` to read, to its end; return the lines it said, or fail with its own words."""
    with start(script, folder, local, env) as process:
        out, err = process.communicate(said, timeout=seconds)
    assert process.returncode == 0, err
    return out.splitlines()
