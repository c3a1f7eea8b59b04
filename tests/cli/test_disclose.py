# SPDX-License-Identifier: EUPL-1.2
"""`casus disclose` as a program of its own: exit codes, words, files, and no vault anywhere."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casus.cli import disclosing
from casus.disclosure.progress import Progress, Stage
from tests.helpers.command_line import Casus, Ran, here
from tests.helpers.disclosing import CLIENTS, SPEC, everything_in, numbers, put

ROOT = Path(__file__).parents[2]


def command(folder: Path, *arguments: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "casus",
        "disclose",
        "clients.csv",
        "--spec",
        "spec.toml",
        "--out",
        "out",
        *arguments,
    ]


def environment(folder: Path, language: str) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONIOENCODING": "utf-8",
        "HOME": str(folder),
        "LC_ALL": language,
    }


@pytest.fixture
def casus(monkeypatch: pytest.MonkeyPatch) -> Casus:
    """Run `casus disclose` on the files of a folder, in this process."""
    run = here(monkeypatch)

    def at(folder: Path, *arguments: str, language: str = "en_GB.UTF-8") -> Ran:
        monkeypatch.chdir(folder)
        return run(*command(folder, *arguments)[3:], language=language)

    return at


def test_tables_are_protected_without_a_vault(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    done = subprocess.run(
        command(tmp_path, "--ledger", "book.jsonl", "--preset", "strict"),
        cwd=tmp_path,
        env=environment(tmp_path, "en_GB.UTF-8"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Release 1: 1 tables, 12 figures" in done.stdout
    assert done.stderr == ""
    assert set(everything_in(tmp_path)) == {
        "spec.toml", "clients.csv", "book.jsonl", "book.jsonl.secret",
        "book.jsonl.audit.json",
        "out/clients.csv", "out/statement.json", "out/statement.txt",
    }  # fmt: skip
    assert all(n % 10 == 0 for n in numbers(tmp_path / "out" / "clients.csv").values())


def test_without_a_ledger_it_says_so(casus: Casus, tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    done = casus(tmp_path, language="nl_NL.UTF-8")
    assert done.returncode == 0
    assert "--ledger" in done.stderr
    assert "Beschermingsniveau" in (tmp_path / "out" / "statement.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "arguments", "code", "words"),
    [
        (
            {"clients": CLIENTS.replace("23", "-23")},
            (),
            3,
            "clients.csv:2: there is a number below zero in column ‘n’",
        ),
        (
            {"spec": SPEC.replace("count", "cuont")},
            (),
            3,
            "spec.toml:6: ‘cuont’ means nothing here. Did you mean: count?",
        ),
        ({"clients": "district,sex,n\nWest,f,3\n"}, (), 11, "too few people"),
        ({}, ("--preset", "loose"), 2, "invalid choice"),
        ({}, ("--time-limit", "0"), 2, "--time-limit"),
        ({}, ("--out", "clients.csv"), 13, "folder"),
    ],
    ids=["negative", "typo", "refused", "no such level", "no time", "no folder"],
)
def test_each_failure_is_one_sentence_with_its_exit_code(
    casus: Casus, tmp_path: Path, files: dict[str, str], arguments: tuple[str, ...], code: int, words: str
) -> None:
    put(tmp_path, **{"spec": SPEC, "clients": CLIENTS, **files})
    before = everything_in(tmp_path)
    done = casus(tmp_path, *arguments)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert everything_in(tmp_path) == before


def test_a_forged_ledger_has_the_exit_code_of_a_ledger(casus: Casus, tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    assert casus(tmp_path, "--ledger", "book.jsonl").returncode == 0
    book = tmp_path / "book.jsonl"
    book.write_text(book.read_text(encoding="utf-8").replace('"persons"', '"people"', 1), encoding="utf-8")
    done = casus(tmp_path, "--ledger", "book.jsonl", "--overwrite")
    assert done.returncode == 12
    assert "book.jsonl:2" in done.stderr


def test_no_true_count_of_a_small_table_is_in_what_it_says(casus: Casus, tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS.replace("23", "7919"))
    done = casus(tmp_path, "--ledger", "book.jsonl")
    said = (
        done.stdout
        + done.stderr
        + "".join(
            content.decode()
            for name, content in everything_in(tmp_path).items()
            if name.startswith(("out/", "book"))
        )
    )
    number = re.compile(
        r"(?<![0-9a-f])7919(?![0-9a-f])"
    )  # digests in the ledger are random, and may hold its digits
    assert number.search(CLIENTS.replace("23", "7919"))
    assert not number.search(said)


def test_every_stage_has_words(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(disclosing.sys.stderr, "isatty", lambda: True)
    for language in ("nl", "en"):
        tell = disclosing._progress(language)
        assert tell is not None
        for stage in Stage:
            tell(Progress(stage, left=7))
        disclosing._clear()
    said = capsys.readouterr().err
    assert "still to prove: 7" in said
    assert said.endswith("\r")


@pytest.mark.skipif(sys.platform == "win32", reason="no interrupt of one process")
def test_a_stop_leaves_nothing_behind(tmp_path: Path) -> None:
    rows = "".join(f"d{a},s{b},{(a * 7 + b * 13) % 9}\n" for a in range(150) for b in range(140))
    for seconds in (2, 4, 1, 8, 16):  # computers differ in when there is something to stop, and still is
        folder = tmp_path / str(seconds)
        folder.mkdir()
        put(folder, spec=SPEC, clients=f"district,sex,n\n{rows}")
        before = everything_in(folder)
        code, said = _stopped_after(seconds, folder)
        if code == 130:
            assert everything_in(folder) == before
            return
    raise AssertionError(said)


def _listen_to_stops() -> None:
    """Undo what a shell does to its jobs in the background, and they to theirs: not to listen to SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _stopped_after(seconds: float, folder: Path) -> tuple[int, bytes]:
    with subprocess.Popen(
        command(folder, "--ledger", "book.jsonl"),
        cwd=folder,
        env=environment(folder, "en"),
        stderr=subprocess.PIPE,
        preexec_fn=_listen_to_stops,
    ) as process:
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    return process.returncode, said
