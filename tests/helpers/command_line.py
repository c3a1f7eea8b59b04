# SPDX-License-Identifier: EUPL-1.2
"""The command line for tests: in this process, or in one of its own where that is what is tried.

A process of its own takes a second to begin, as long as thirty commands in this one.
"""

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from casus import cli
from casus.cli import main as cli_main

ROOT = Path(__file__).parents[2]
STARTER = """
import sys
from casus.crypto import kdf
from tests.helpers.vaults import ANY_COST
kdf.PRODUCTION_LIMITS = ANY_COST
from casus.__main__ import main
sys.exit(main())
"""
"""Starts the program with the cheap key derivation of the tests; nothing else differs from `python -m casus`."""


class Ran(NamedTuple):
    """What a command left: its exit code and its words."""

    returncode: int
    stdout: str
    stderr: str


class NoWindow:
    """Stands for the window in a command that opens none."""

    def start(self) -> int:
        raise NotImplementedError

    def open_demo(self, folder: Path) -> int:
        raise NotImplementedError

    def write_screens(self, demo: Path, out: Path, language: str) -> Sequence[Path]:
        raise NotImplementedError


Casus = Callable[..., Ran]


def separately(*arguments: str | Path, password: str | bytes = b"", language: str = "nl_NL.UTF-8") -> Ran:
    """Run the program in a process of its own; a password is handed over by file descriptor 0."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    environment |= {"LC_ALL": language, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"}
    given = ("--password-fd", "0") if password else ()
    ran = subprocess.run(
        [sys.executable, "-c", STARTER, *map(str, arguments), *given],
        input=_bytes(password),
        capture_output=True,
        env=environment,
        timeout=120,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def here(monkeypatch: pytest.MonkeyPatch) -> Casus:
    """Return a function that runs the program in this process; a password is handed over by a descriptor."""
    monkeypatch.setattr(cli_main, "harden", lambda: None)  # the tests' own process stays as it is

    def casus(
        *arguments: str | Path, password: str | bytes | None = None, language: str = "nl_NL.UTF-8"
    ) -> Ran:
        monkeypatch.setenv("LC_ALL", language)
        out, err = io.StringIO(), io.StringIO()
        with tempfile.TemporaryFile() as file, redirect_stdout(out), redirect_stderr(err):
            file.write(_bytes(password or b""))
            file.seek(0)
            given = () if password is None else ("--password-fd", str(file.fileno()))
            try:
                code = cli.run([*map(str, arguments), *given], NoWindow())
            except SystemExit as left:
                code = int(left.code or 0)
        return Ran(code, out.getvalue(), err.getvalue())

    return casus


def _bytes(password: str | bytes) -> bytes:
    return password.encode() if isinstance(password, str) else password
