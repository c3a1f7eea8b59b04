# SPDX-License-Identifier: EUPL-1.2
"""The bootstrap says in one breath what is missing and what to do, and changes nothing it may not."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bootstrap.sh"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="system libraries are a Linux matter")


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """Return a folder for PATH with only what the script itself calls, and no apt-get."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "uname"):
        (folder / name).symlink_to(shutil.which(name) or "")
    (folder / "python3").symlink_to(sys.executable)
    pretend(folder, "id", "echo 1000")
    return folder


def pretend(folder: Path, name: str, script: str) -> None:
    """Put a command of our own into the folder."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def bootstrap(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the script with this PATH and nobody at the keyboard."""
    return subprocess.run(
        [SCRIPT, *arguments],
        env={"PATH": str(path), "CI": "true"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_python_that_is_too_old_is_named(commands: Path) -> None:
    (commands / "python3").unlink()
    pretend(commands, "python3", 'case $1 in -c) exit 1 ;; *) echo "Python 3.9.2" ;; esac')
    outcome = bootstrap(commands)
    assert outcome.returncode == 1
    assert "Python 3.9.2" in outcome.stderr
    assert "make PYTHON=" in outcome.stderr


def test_a_system_without_apt_gets_the_names_of_what_is_missing(commands: Path) -> None:
    outcome = bootstrap(commands, "nothing-has-this:wanted-package")
    assert outcome.returncode == 1
    assert "wanted-package" in outcome.stderr


def test_somebody_without_rights_gets_the_command_to_ask_for(commands: Path) -> None:
    pretend(commands, "apt-get", "exit 99")
    outcome = bootstrap(commands, "nothing-has-this:wanted-package")
    assert outcome.returncode == 1
    assert "apt-get install --no-install-recommends" in outcome.stderr
    assert "wanted-package" in outcome.stderr


def test_what_is_missing_is_installed_through_sudo(commands: Path, tmp_path: Path) -> None:
    called = tmp_path / "called"
    (commands / "env").symlink_to(shutil.which("env") or "")
    pretend(commands, "sudo", f'[ "$1" = -n ] && exit 0\necho "$@" >> {called}')
    pretend(commands, "apt-get", "exit 99")
    outcome = bootstrap(commands, "nothing-has-this:wanted-package")
    assert outcome.returncode == 0, outcome.stderr
    assert "install -y --no-install-recommends" in called.read_text(encoding="utf-8")
    assert "wanted-package" in called.read_text(encoding="utf-8")


def test_a_failing_apt_fails_the_set_up(commands: Path) -> None:
    (commands / "env").symlink_to(shutil.which("env") or "")
    pretend(commands, "id", "echo 0")
    pretend(commands, "apt-get", "exit 100")
    outcome = bootstrap(commands, "nothing-has-this:wanted-package")
    assert outcome.returncode == 1
    assert "could not install" in outcome.stderr


def test_a_prepared_system_hears_nothing_and_waits_for_nothing() -> None:
    before = time.monotonic()
    outcome = subprocess.run([SCRIPT], env=os.environ, capture_output=True, encoding="utf-8", check=False)
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "", "")
    assert time.monotonic() - before < 5
