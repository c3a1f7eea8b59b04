# SPDX-License-Identifier: EUPL-1.2
"""The ledger file of `casus disclose`: what left before counts; what was tampered with is noticed."""

import json
import os
import stat
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from tests.helpers.disclosing import CLIENTS, NOW, SPEC, everything_in, numbers, put, ran

from casus.errors import ExportFailed, LedgerBroken, ReleaseRefused, TableFileInvalid
from casus.services.disclose import Done, ledger_file, run, writing
from casus.services.disclose.ledger_file import LedgerFile
from casus.services.error_sentences import sentence

LATER = NOW + timedelta(days=31)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one release in its ledger."""
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    ran(tmp_path, ledger=tmp_path / "book.jsonl")
    return tmp_path


def again(folder: Path, **changes: object) -> Done:
    return ran(folder, ledger=folder / "book.jsonl", overwrite=True, now=LATER, **changes)


def broken(folder: Path) -> str:
    """Why the ledger is not taken; nothing changes by trying."""
    before = everything_in(folder)
    with pytest.raises(LedgerBroken) as caught:
        again(folder)
    assert everything_in(folder) == before
    words = {sentence(caught.value, language) for language in ("nl", "en")}
    assert len(words) == 2
    assert all("book.jsonl" in one for one in words)
    return str(caught.value.data["reason"])


def lines(folder: Path) -> list[str]:
    return (folder / "book.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)


def test_a_ledger_and_its_secret_are_made_on_first_use(folder: Path) -> None:
    header, entry = map(json.loads, lines(folder))
    assert header["format"] == "casus ledger 1"
    assert entry["entry"]["number"] == 1
    secret = folder / "book.jsonl.secret"
    found = json.loads(secret.read_text(encoding="utf-8"))
    assert found["head"] == entry["entry"]["digest"]
    assert found["key"] not in (folder / "book.jsonl").read_text(encoding="utf-8")
    if sys.platform != "win32":
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert {path.name for path in folder.iterdir()} == {
        "book.jsonl",
        "book.jsonl.audit.json",
        "book.jsonl.secret",
        "out",
        "spec.toml",
        "clients.csv",
    }


def test_what_the_audit_measured_stays_inside(folder: Path) -> None:
    path = folder / "book.jsonl.audit.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    assert said["audit"]["matter"] > 0
    assert "inside" in said["stays_inside"]["en"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    outside = json.loads((folder / "out" / "statement.json").read_text(encoding="utf-8"))
    assert not set(said["audit"]) & {*outside, *outside["statement"]} - {"exact", "insiders"}
    ran(folder, ledger=folder / "book.jsonl", audit=folder / "elsewhere.json", overwrite=True, now=LATER)
    assert json.loads((folder / "elsewhere.json").read_text(encoding="utf-8"))["release"] == 2
    assert json.loads(path.read_text(encoding="utf-8"))["release"] == 1


def test_the_same_table_again_gives_the_same_file(folder: Path) -> None:
    first = (folder / "out" / "clients.csv").read_bytes()
    for _ in range(3):
        again(folder)
        assert (folder / "out" / "clients.csv").read_bytes() == first
    assert len(lines(folder)) == 5


def test_another_key_gives_another_rounding_somewhere(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    found = set()
    for number in range(6):
        ran(tmp_path, ledger=tmp_path / f"book{number}", overwrite=True)
        found.add((tmp_path / "out" / "clients.csv").read_bytes())
    assert len(found) > 1


def test_the_same_state_counted_otherwise_is_refused(folder: Path) -> None:
    put(folder, clients=CLIENTS.replace("West,f,23", "West,f,33"))
    before = everything_in(folder)
    with pytest.raises(ReleaseRefused) as caught:
        again(folder)
    assert caught.value.reasons[0].code == "snapshot_inconsistent"  # type: ignore[attr-defined]
    assert everything_in(folder) == before


def test_a_class_that_first_occurs_in_a_later_state_is_no_obstacle(folder: Path) -> None:
    put(folder, spec=SPEC.replace("2024-12-31", "2025-01-31"), clients=f"{CLIENTS}Haven,m,31\n")
    again(folder)
    assert ("Haven", "m") in numbers(folder / "out" / "clients.csv")


@pytest.mark.parametrize(
    ("tamper", "reason"),
    [
        (lambda text: text.replace('"number":1', '"number":7'), "file_order"),
        (lambda text: text.replace('"population":"persons"', '"population":"person"'), "file_forged"),
        (lambda text: text.splitlines(keepends=True)[0], "file_older"),
        (lambda text: text[:-40], "file_cut_off"),
        (lambda text: text[:-40] + "\n", "file_unreadable"),
        (lambda text: text.replace('"format":1', '"format":2'), "file_format"),
        (lambda text: text.split("\n", 1)[1], "file_no_header"),
        (lambda text: text.replace("casus ledger 1", "casus ledger 9"), "file_no_header"),
        (lambda _text: "", "file_no_header"),
        (lambda _text: "{}\n", "file_no_header"),
        (lambda text: text + text.splitlines(keepends=True)[-1], "file_order"),
        (lambda text: text + "[]\n", "file_unreadable"),
        (lambda text: text + "[" * 100_000 + "\n", "file_unreadable"),
    ],
    ids=["number", "forged", "older", "cut off", "cut to a line", "newer", "no header", "other format", "empty",
         "another file", "a line twice", "a strange line", "a deep line"],
)  # fmt: skip
def test_a_ledger_that_was_tampered_with_is_noticed_and_told_apart(
    folder: Path, tamper: object, reason: str
) -> None:
    path = folder / "book.jsonl"
    path.write_text(tamper(path.read_text(encoding="utf-8")), encoding="utf-8")  # type: ignore[operator]
    assert broken(folder) == reason


def test_an_older_copy_is_noticed(folder: Path) -> None:
    older = (folder / "book.jsonl").read_bytes()
    again(folder)
    (folder / "book.jsonl").write_bytes(older)
    assert broken(folder) == "file_older"


def test_a_ledger_of_another_key_is_noticed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    put(other, spec=SPEC, clients=CLIENTS)
    ran(other, ledger=other / "book.jsonl")
    (folder / "book.jsonl").write_bytes((other / "book.jsonl").read_bytes())
    assert broken(folder) == "file_other_key"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("book.jsonl", None, "file_gone"),
        ("book.jsonl.secret", None, "file_secret_missing"),
        ("book.jsonl.secret", b"{}", "file_secret_unreadable"),
        ("book.jsonl.secret", b'{"key":"00","head":null}', "file_secret_unreadable"),
        ("book.jsonl.secret", b"\xff\xff", "file_secret_unreadable"),
        ("book.jsonl", b"\xff\xff\n", "file_unreadable"),
    ],
)
def test_a_file_that_is_gone_or_damaged_is_told(
    folder: Path, name: str, content: bytes | None, reason: str
) -> None:
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    assert broken(folder) == reason


def test_a_power_cut_between_ledger_and_head_loses_nothing(folder: Path) -> None:
    """The entries are written before the head: a ledger that is ahead of it was written by the key's holder."""
    secret = (folder / "book.jsonl.secret").read_bytes()
    again(folder)
    (folder / "book.jsonl.secret").write_bytes(secret)
    again(folder)
    assert len(lines(folder)) == 4


def test_two_programs_at_once_are_told_apart(folder: Path) -> None:
    file = LedgerFile(folder / "book.jsonl")
    try:
        with pytest.raises(ExportFailed) as caught:
            again(folder)
    finally:
        file.close()
    assert caught.value.data["reason"] == "ledger_in_use"
    again(folder)


def test_what_somebody_else_wrote_in_the_meantime_is_not_lost(folder: Path) -> None:
    file = LedgerFile(folder / "book.jsonl")
    kept = file.read()
    file.close()
    made = again(folder)
    after = everything_in(folder)
    with pytest.raises(ExportFailed) as caught:
        file.write(kept, [(made.release.entry, None)])
    assert caught.value.data["reason"] == "ledger_in_use"
    assert everything_in(folder) == after


@pytest.mark.parametrize("first_time", [True, False])
def test_when_the_head_cannot_be_written_the_ledger_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, first_time: bool
) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    if not first_time:
        ran(tmp_path, ledger=tmp_path / "book.jsonl")
    before = everything_in(tmp_path)
    real, times = LedgerFile._write_secret, []

    def failing(self: LedgerFile, key: bytes, head: str | None) -> None:
        times.append(head)
        if head is not None and len([one for one in times if one]) == 1:
            raise OSError(28, "no room")
        real(self, key, head)

    monkeypatch.setattr(LedgerFile, "_write_secret", failing)
    with pytest.raises(ExportFailed) as caught:
        again(tmp_path)
    assert caught.value.data["reason"] == "ledger"
    assert everything_in(tmp_path) == before


def test_a_clock_that_was_set_back_is_refused(folder: Path) -> None:
    with pytest.raises(ReleaseRefused) as caught:
        ran(folder, ledger=folder / "book.jsonl", overwrite=True, now=NOW - timedelta(days=1))
    assert caught.value.reasons[0].code == "clock_set_back"  # type: ignore[attr-defined]


@pytest.mark.parametrize("first_time", [True, False])
@pytest.mark.parametrize("fails_at", [0, 1, 2])
def test_when_a_file_cannot_be_placed_all_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, first_time: bool, fails_at: int
) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    if not first_time:
        ran(tmp_path, ledger=tmp_path / "book.jsonl")
    before = everything_in(tmp_path)
    real, placed = writing.replace, []

    def failing(source: Path, target: Path) -> None:
        if target.parent.name == "out" and not source.name.endswith(".old"):
            placed.append(target)
            if len(placed) > fails_at:
                raise OSError(28, "no room")
        real(source, target)

    monkeypatch.setattr(writing, "replace", failing)
    with pytest.raises(ExportFailed) as caught:
        again(tmp_path)
    assert caught.value.data["reason"] == "disk_full"
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("error", [ExportFailed(reason="ledger"), KeyboardInterrupt()])
def test_when_the_ledger_cannot_be_written_nothing_leaves(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def failing(*_arguments: object) -> None:
        raise error

    before = everything_in(folder)
    monkeypatch.setattr(LedgerFile, "write", failing)
    with pytest.raises(type(error)):
        again(folder)
    assert everything_in(folder) == before


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="a folder that is closed to its owner"
)
def test_a_closed_folder_is_told(folder: Path) -> None:
    (folder / "out").chmod(0o500)
    with pytest.raises(ExportFailed) as caught:
        again(folder)
    assert caught.value.data["reason"] == "read_only"


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(ExportFailed):
        ran(tmp_path, ledger=tmp_path / "book.jsonl")
    assert not (tmp_path / "book.jsonl").exists()


ELSEWHERE = """
[elsewhere.yearbook]
snapshot = "2024-12-31"
count = "people"
dimensions = ["district"]
"""
YEARBOOK = "district,people\nWest,34\nNoord,22\nZuid,10\n"


def test_a_publication_made_elsewhere_enters_the_ledger_once(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC + ELSEWHERE, clients=CLIENTS, yearbook=YEARBOOK)
    book, files = tmp_path / "book.jsonl", (tmp_path / "yearbook.csv",)
    first = ran(tmp_path, ledger=book, elsewhere=files)
    assert (first.entered, first.release.number) == (1, 2)
    second = ran(tmp_path, ledger=book, elsewhere=files, overwrite=True)
    assert (second.entered, second.release.number) == (0, 3)
    third = ran(tmp_path, ledger=book, overwrite=True)
    assert third.release.number == 4
    assert [json.loads(line)["entry"]["preset"]["code"] for line in lines(tmp_path)[1:]] == [
        "elsewhere",
        *["standard"] * 3,
    ]


def test_marks_of_publications_are_read(tmp_path: Path) -> None:
    spec = SPEC + ELSEWHERE + 'rounded_to = 10\nrounding = "random"\n'
    put(tmp_path, spec=spec, clients=CLIENTS, yearbook="district,people\nWest,30\nNoord,x\nZuid,\n")
    ran(tmp_path, ledger=tmp_path / "book.jsonl", elsewhere=(tmp_path / "yearbook.csv",))
    table = json.loads(lines(tmp_path)[1])["entry"]["tables"][0]
    assert table["reach"] == 9
    assert [[cell[0], value, status] for cell, value, status, _ in table["figures"]] == [
        ["Noord", None, "suppressed"],
        ["West", 30, "rounded"],
        ["Zuid", None, "suppressed"],
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [("district,people\nWest,many\n", "count_unreadable"), ("district,people\nWest,<5\nZuid,<10\n", "several_below"),
     ("district,people\nWest,3\nWest,4\n", "duplicate_row")],
)  # fmt: skip
def test_a_publication_that_cannot_be_read_is_told(tmp_path: Path, content: str, reason: str) -> None:
    put(tmp_path, spec=SPEC + ELSEWHERE, clients=CLIENTS, yearbook=content)
    with pytest.raises(TableFileInvalid) as caught:
        ran(tmp_path, ledger=tmp_path / "book.jsonl", elsewhere=(tmp_path / "yearbook.csv",))
    assert caught.value.reason == reason
    assert not (tmp_path / "book.jsonl").exists()


def test_a_publication_is_taken_into_account(tmp_path: Path) -> None:
    """What is known exactly from elsewhere leaves fewer values: numbers that contradict it cannot be drawn."""
    put(tmp_path, spec=SPEC + ELSEWHERE, clients=CLIENTS, yearbook=YEARBOOK)
    made = ran(tmp_path, ledger=tmp_path / "book.jsonl", elsewhere=(tmp_path / "yearbook.csv",)).release
    assert made.statement.releases == 1
    put(tmp_path, yearbook=YEARBOOK.replace("West,34", "West,36"))
    with pytest.raises(ReleaseRefused) as caught:
        ran(tmp_path, ledger=tmp_path / "other", elsewhere=(tmp_path / "yearbook.csv",), overwrite=True)
    assert caught.value.reasons[0].code == "snapshot_inconsistent"  # type: ignore[attr-defined]
    assert not (tmp_path / "other").exists()


def test_what_one_installation_wrote_another_takes_into_account(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The written file is read back as it is: its totals, its numbers rounded at random to five."""
    monkeypatch.setattr(ledger_file.secrets, "token_bytes", lambda length: b"k" * length)
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    ran(tmp_path, ledger=tmp_path / "book.jsonl")
    other = tmp_path_factory.mktemp("other")
    both = "[dimensions.district]\ntotal = 'total'\n[dimensions.sex]\ntotal = 'total'"
    spec = SPEC.replace("[dimensions.district]\n[dimensions.sex]", both)
    spec += (
        "[elsewhere.theirs]\nsnapshot = '2024-12-31'\ncount = 'value'\nrounded_to = 5\nrounding = 'random'\n"
    )
    spec += "dimensions = ['district', 'sex']\n"
    put(other, spec=spec, clients=CLIENTS, theirs=(tmp_path / "out" / "clients.csv").read_bytes())
    done = ran(other, ledger=other / "book.jsonl", elsewhere=(other / "theirs.csv",))
    assert done.entered == 1
    entered = json.loads(lines(other)[1])["entry"]["tables"][0]
    assert len(entered["figures"]) == 12
    assert entered["reach"] == 4


def test_time_limits_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    real = run.release

    def watching(*arguments: object, **how: object) -> object:
        seen.append(how["time_limit"])
        return real(*arguments, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "release", watching)
    again(folder, time_limit=7.5)
    assert seen == [7.5]
