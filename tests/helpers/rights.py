# SPDX-License-Identifier: EUPL-1.2
"""Acting as a user without rights, also where the tests run as root (a container)."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def copied_read_only(folder: Path) -> Iterator[Path]:
    """Give a copy of a folder that this process may read and not write, while the block runs."""
    if os.name != "posix":
        pytest.skip("rights of folders are of another kind here")
    place = Path(tempfile.mkdtemp())
    copy = place / "kluis"
    shutil.copytree(folder, copy)
    paths = [place, copy, *copy.rglob("*")]
    root = os.geteuid() == 0
    for path in paths:
        path.chmod(0o500 if path.is_dir() else 0o400)
        if root:
            os.chown(path, NOBODY, NOBODY)
    try:
        if root:
            os.seteuid(NOBODY)
        yield copy
    finally:
        if root:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o700)
        shutil.rmtree(place)
