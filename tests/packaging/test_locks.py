# SPDX-License-Identifier: EUPL-1.2
"""The locks pin every dependency by hash and name no index."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {"runtime": [], "dev": ["dev"], "package": ["package"]}


def normal(requirement: str) -> str:
    """Return a requirement's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\s\[]", requirement)[0]).lower()


def pins(lock: str) -> dict[str, set[str]]:
    """Return the pinned versions of each package; a version can depend on the Python."""
    found: dict[str, set[str]] = {}
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("lock", EXTRAS)
def test_every_pin_has_hashes_and_no_index_is_named(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text.partition("\n#")[2].partition("\n")[2] or text)
    assert len(entries) > 20
    assert [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?:|--index|--find-links|/opt|file:", text) == []


@pytest.mark.parametrize("lock", EXTRAS)
def test_every_dependency_is_locked(lock: str) -> None:
    wanted = [*PROJECT["dependencies"]]
    for extra in EXTRAS[lock]:
        wanted += PROJECT["optional-dependencies"][extra]
    assert {normal(requirement) for requirement in wanted} - pins(lock).keys() == set()


def test_users_developers_and_bundles_have_the_same_versions() -> None:
    runtime = pins("runtime")
    for lock in ("dev", "package"):
        assert {name: versions for name, versions in pins(lock).items() if name in runtime} == runtime
