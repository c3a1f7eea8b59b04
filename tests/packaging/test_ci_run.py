# SPDX-License-Identifier: EUPL-1.2
"""`.ci/run` passes only when the checks pass and tests ran and passed; its last line is pytest's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).resolve().parents[2] / ".ci" / "run"
PASSED = "============ 12 passed, 1 skipped in 3.21s ============"
FAILED = "============ 1 failed, 11 passed in 3.21s ============="
NONE = "============ no tests ran in 0.01s ============"
SKIPPED = "============ 3 skipped in 0.01s ============"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the script is for a Linux runner")


@pytest.mark.parametrize(
    ("check", "test", "closing", "passes"),
    [
        (0, 0, PASSED, True),
        (2, 0, PASSED, False),
        (0, 2, FAILED, False),
        (0, 2, NONE, False),  # what pytest's exit status 5 becomes in make
        (0, 0, NONE, False),
        (0, 0, SKIPPED, False),
        (0, 0, "nothing that looks like pytest", False),
    ],
)
def test_the_status_and_the_last_line(
    tmp_path: Path, check: int, test: int, closing: str, passes: bool
) -> None:
    make = tmp_path / "make"
    make.write_text(
        f'#!/bin/sh\n[ "$1" = check ] && exit {check}\necho "{closing}"\nexit {test}\n', encoding="utf-8"
    )
    make.chmod(0o755)
    outcome = subprocess.run(
        [RUN],
        env=os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (outcome.returncode == 0) is passes
    if closing.startswith("="):
        assert outcome.stdout.splitlines()[-1] == closing
