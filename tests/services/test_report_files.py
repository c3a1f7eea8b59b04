# SPDX-License-Identifier: EUPL-1.2
"""Files for others are there whole or not at all, and never over something else unasked."""

import errno
import os
import sys
from pathlib import Path

import pytest

from casus.errors import ExportFailed
from casus.services import report_files
from casus.services.report_files import write


def reason_of(path: Path, **how: bool) -> str:
    with pytest.raises(ExportFailed) as caught:
        write(path, b"new", **how)
    return str(caught.value.data["reason"])


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "rapport é.csv"
    write(path, b"cijfers")
    assert path.read_bytes() == b"cijfers"
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_an_existing_file_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "rapport.csv"
    path.write_bytes(b"old")
    assert reason_of(path) == "exists"
    assert path.read_bytes() == b"old"
    write(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"


def test_a_missing_folder_is_named_as_such(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "nowhere" / "rapport.csv") == "no_folder"
    assert reason_of(tmp_path / "nowhere" / "rapport.csv", overwrite=True) == "no_folder"


@pytest.mark.parametrize(
    ("code", "reason"), [(errno.ENOSPC, "disk_full"), (errno.EACCES, "read_only"), (errno.EIO, "io")]
)
@pytest.mark.parametrize("overwrite", [True, False])
def test_a_failing_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str, overwrite: bool
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(code, "made to fail")

    path = tmp_path / "rapport.csv"
    if overwrite:
        path.write_bytes(b"old")
    monkeypatch.setattr(report_files, "sync", fail)
    assert reason_of(path, overwrite=overwrite) == reason
    assert [found.read_bytes() for found in tmp_path.iterdir()] == ([b"old"] if overwrite else [])


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Windows come from the folder")
def test_a_report_can_be_read_by_others_though_the_program_keeps_its_own_files_closed(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write(tmp_path / "rapport.csv", b"cijfers")
    finally:
        os.umask(before)
    assert (tmp_path / "rapport.csv").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("name", ["a\x00b", "a\ud83db", "x" * 300])
def test_a_folder_that_cannot_be_is_told_as_missing(tmp_path: Path, name: str) -> None:
    assert reason_of(tmp_path / name / "rapport.csv") == "no_folder"
