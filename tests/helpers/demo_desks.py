# SPDX-License-Identifier: EUPL-1.2
"""The vaults of the demo's workers, built once per run for all processes, to be copied by whoever works in one."""

import json
import shutil
import time
from pathlib import Path

import pytest

from casus.crypto import kdf
from casus.demo import team
from tests.helpers.vaults import ANY_COST, CHEAP

_PATIENCE_SECONDS = 120


def demo_folder(shared: Path) -> Path:
    """Return the folder with the demo team without its report; whichever process comes first builds it."""
    folder, ready = shared / "demo-team", shared / "demo-team.ready"
    try:
        (shared / "demo-team.building").mkdir()
    except FileExistsError:
        until = time.monotonic() + _PATIENCE_SECONDS
        while not ready.exists():
            assert time.monotonic() < until, "another process did not finish the demo team"
            time.sleep(0.1)
        return folder
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kdf, "PRODUCTION_LIMITS", ANY_COST)
        patch.setattr(kdf, "calibrate", lambda *_most: CHEAP)
        told: list[tuple[str, int, int]] = []
        team.build(folder, report=False, progress=lambda *step: told.append(step))
    made = ready.with_suffix(".made")
    made.write_text(json.dumps(told), encoding="utf-8")
    made.replace(ready)
    return folder


def steps_told(built: Path) -> list[tuple[str, int, int]]:
    """Return what was told while the team was built."""
    told = json.loads((built.parent / "demo-team.ready").read_text(encoding="utf-8"))
    return [tuple(step) for step in told]


def copy_of(built: Path, member: str, to: Path) -> Path:
    """Return a copy of one worker's vault."""
    return Path(shutil.copytree(built / member, to / member))
