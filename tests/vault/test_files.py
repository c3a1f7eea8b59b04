# SPDX-License-Identifier: EUPL-1.2
import errno
import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casus.errors import CasusError, DiskFull, NotAVault, VaultReadOnly, VaultUnreachable
from casus.vault import files


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@given(content=st.binary(max_size=5000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_whole_is_there_and_nothing_beside_it(tmp_path: Path, content: bytes) -> None:
    files.write_whole(tmp_path / "vault.key", content)
    assert (tmp_path / "vault.key").read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["vault.key"]


@pytest.mark.parametrize("step", ["write_new", "replace"])
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "vault.key"
    files.write_whole(path, b"oud")

    def fail(*_anything: Any) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files, step, fail)
    with pytest.raises(OSError, match="full"):
        files.write_whole(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    assert [one.name for one in tmp_path.iterdir()] == ["vault.key"]


def test_a_disk_that_gives_back_something_else_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "vault.key"
    files.write_whole(path, b"oud")
    write_new = files.write_new
    monkeypatch.setattr(files, "write_new", lambda where, data: write_new(where, data[:-1] + b"?"))
    with pytest.raises(VaultUnreachable) as caught:
        files.write_whole(path, b"nieuw")
    assert caught.value.data["code"] == "read_back"
    assert path.read_bytes() == b"oud"


def test_too_little_room_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files.shutil, "disk_usage", lambda _folder: Usage(10_000, 9_000, 1_000))
    with pytest.raises(DiskFull) as caught:
        files.write_whole(tmp_path / "vault.key", b"x" * 501)
    assert (caught.value.data["needed"], caught.value.data["free"]) == (1_002, 1_000)
    assert list(tmp_path.iterdir()) == []


class Busy(OSError):
    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "busy")
        self.winerror = winerror


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_virus_scanner_that_holds_the_file_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    waited: list[float] = []
    tries = iter([Busy(winerror), Busy(winerror), None])

    def replace(_self: Path, _target: Path) -> None:
        failure = next(tries)
        if failure is not None:
            raise failure

    monkeypatch.setattr(files.time, "sleep", waited.append)
    monkeypatch.setattr(Path, "replace", replace)
    files.replace(tmp_path / "a", tmp_path / "b")
    assert waited == [0.05, 0.1]


def test_the_wait_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    def replace(_self: Path, _target: Path) -> None:
        raise Busy(32)

    monkeypatch.setattr(files.time, "sleep", waited.append)
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(Busy):
        files.replace(tmp_path / "a", tmp_path / "b")
    assert len(waited) == 6
    assert sum(waited) == 2.5


def test_another_failure_is_not_waited_for(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        files.replace(tmp_path / "a", tmp_path / "b")


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (OSError(errno.ENOSPC, "x"), DiskFull),
        (OSError(errno.EDQUOT, "x"), DiskFull),
        (OSError(errno.EROFS, "x"), VaultReadOnly),
        (PermissionError(errno.EACCES, "x"), VaultReadOnly),
        (FileNotFoundError(errno.ENOENT, "x"), NotAVault),
        (NotADirectoryError(errno.ENOTDIR, "x"), NotAVault),
        (OSError(errno.EIO, "x"), VaultUnreachable),
        (OSError("x"), VaultUnreachable),
    ],
)
def test_what_the_disk_says_becomes_an_error_of_ours(
    tmp_path: Path, failure: OSError, expected: type[CasusError]
) -> None:
    with pytest.raises(expected), files.disk_errors(tmp_path):
        raise failure


def test_a_new_file_takes_no_ones_place_and_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "er").write_bytes(b"al")
    with pytest.raises(FileExistsError):
        files.write_new(tmp_path / "er", b"nieuw")
    if os.name == "posix":
        (tmp_path / "link").symlink_to(tmp_path / "elders")
        with pytest.raises(OSError, match="link"):
            files.write_new(tmp_path / "link", b"nieuw")
        assert not (tmp_path / "elders").exists()


def test_a_copy_is_compared_with_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"inhoud" * 1000)
    files.copy_checked(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"inhoud" * 1000
    monkeypatch.setattr(files.shutil, "copyfile", lambda _source, target: target.write_bytes(b"half"))
    with pytest.raises(VaultUnreachable):
        files.copy_checked(tmp_path / "a", tmp_path / "c")


def test_what_an_interrupted_write_left_is_swept(tmp_path: Path) -> None:
    for name in (".vault.key.0a1b2c3d.new", ".vault.key.bak.0a1b2c3d.new", "vault.key", "brief.new"):
        (tmp_path / name).write_bytes(b"")
    files.sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"vault.key", "brief.new"}
