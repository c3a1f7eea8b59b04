# SPDX-License-Identifier: EUPL-1.2
"""Folders that are no (whole) vault, and passwords that do not fit: one clear sentence each, nothing written."""

import os
import re
import shutil
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casus import errors
from casus.domain.clock import FixedClock
from casus.errors import CasusError
from casus.services import vaults
from casus.services.error_sentences import sentence
from casus.services.vaults import NewVault
from tests.helpers.processes import start
from tests.helpers.rights import copied_read_only
from tests.helpers.vaults import OTHER_PASSWORD, PASSWORD

if TYPE_CHECKING:
    from casus.services.desk import Desk

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows makes no such files")


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock, cheap_kdf: None) -> Path:
    """A finished, locked vault."""
    return new_vault(tmp_path / "kluis", clock)


def new_vault(folder: Path, clock: FixedClock) -> Path:
    made = vaults.create(NewVault(folder, PASSWORD, "Gemeente", "nl", "Marjan Visser", "rio"), clock)
    vaults.lock(made.desk)
    return folder


def truncated(name: str, size: int) -> Callable[[Path], None]:
    def cut(folder: Path) -> None:
        for path in folder.glob(f"{name}*"):
            path.write_bytes(path.read_bytes()[:size])

    return cut


def without(*names: str) -> Callable[[Path], None]:
    def take(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return take


def replaced(content: bytes, *names: str) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        for name in names:
            (folder / name).write_bytes(content)

    return put


def plain_database(folder: Path) -> None:
    without("vault.key", "vault.key.bak")(folder)
    (folder / "vault.db").write_bytes(b"SQLite format 3\x00" + bytes(4080))


def a_folder_instead_of(name: str) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).mkdir()

    return put


def of_another_program(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "wachtwoorden.kdbx").write_bytes(os.urandom(2000))


def emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("geen map")


def a_newer_format(folder: Path) -> None:
    for path in folder.glob("vault.key*"):
        data = bytearray(path.read_bytes())
        data[8:10] = (99).to_bytes(2, "big")
        data[-64:-32] = sha256(bytes(data[:-64])).digest()
        path.write_bytes(bytes(data))


BAD: dict[str, tuple[Callable[[Path], None], type[CasusError], str]] = {
    "not there": (lambda folder: shutil.rmtree(folder), errors.NotAVault, "missing"),
    "empty": (emptied, errors.NotAVault, "empty"),
    "a file": (a_file, errors.NotAVault, "not_a_folder"),
    "of another program": (of_another_program, errors.NotAVault, "foreign"),
    "keys of another program": (replaced(b"-----BEGIN", "vault.key", "vault.key.bak"), errors.NotAVault, "foreign"),
    "a folder instead of the keys": (a_folder_instead_of("vault.key"), errors.NotAVault, "foreign"),
    "a folder instead of the database": (a_folder_instead_of("vault.db"), errors.NotAVault, "foreign"),
    "a folder instead of the lock": (a_folder_instead_of("vault.lock"), errors.NotAVault, "foreign"),
    "half copied: only the keys": (without("vault.db"), errors.VaultDamaged, "database"),
    "half copied: only the database": (
        without("vault.key", "vault.key.bak"), errors.NotAVault, "no_header",
    ),
    "a plain database": (plain_database, errors.NotAVault, "plaintext_database"),
    "keys cut to nothing": (truncated("vault.key", 0), errors.VaultDamaged, "header"),
    "keys cut in the name": (truncated("vault.key", 5), errors.VaultDamaged, "header"),
    "keys cut half way": (truncated("vault.key", 300), errors.VaultDamaged, "header"),
    "database cut to nothing": (truncated("vault.db", 0), errors.VaultDamaged, "database"),
    "database cut to a part of a page": (truncated("vault.db", 700), errors.VaultDamaged, "database"),
    "database cut half way": (truncated("vault.db", 60_000), errors.VaultDamaged, "database"),
    "database of noise": (replaced(os.urandom(8192), "vault.db"), errors.VaultDamaged, "database"),
    "of a newer Casus": (a_newer_format, errors.VaultTooNew, ""),
}  # fmt: skip


def state(folder: Path) -> dict[str, str]:
    """What is in a folder: names and digests."""
    if not folder.is_dir():
        return {}
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "vault.lock")
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def told(error: CasusError) -> str:
    """The Dutch sentence of an error; a clear one, in both languages, without a name of our code or a path."""
    for language in ("nl", "en"):
        words = sentence(error, language)
        assert words[0].isupper()
        assert words.endswith(".")
        assert "{" not in words
        assert "…" not in words
        assert not re.search(r"[A-Z][a-z]+[A-Z]|_|/|\bNone\b", words), words
    return sentence(error, "nl")


@pytest.mark.parametrize("name", BAD)
def test_a_bad_folder_is_told_in_one_sentence_and_left_as_it_is(
    folder: Path, clock: FixedClock, name: str
) -> None:
    damage, expected, detail = BAD[name]
    damage(folder)
    before = state(folder)
    with pytest.raises(CasusError) as caught:
        vaults.lock(vaults.unlock(folder, PASSWORD, clock))
    assert type(caught.value) is expected
    assert detail in (caught.value.data.get("reason", ""), caught.value.data.get("part", ""))
    assert told(caught.value) != told(errors.VaultError())
    assert state(folder) == before


def test_different_troubles_are_told_in_different_words(
    tmp_path: Path, clock: FixedClock, cheap_kdf: None
) -> None:
    words: dict[str, tuple[type[CasusError], str]] = {}
    for number, (damage, expected, detail) in enumerate(BAD.values()):
        place = new_vault(tmp_path / str(number), clock)
        damage(place)
        with pytest.raises(CasusError) as caught:
            vaults.unlock(place, PASSWORD, clock)
        assert words.setdefault(told(caught.value), (expected, detail)) == (expected, detail)


@pytest.mark.parametrize("name", ["a\x00b", "a\ud83db", "x" * 300, "/".join(["d" * 200] * 40)])
def test_a_path_that_cannot_be_is_told_before_anything_is_made(
    tmp_path: Path, clock: FixedClock, cheap_kdf: None, name: str
) -> None:
    place = tmp_path / name
    for act in (
        lambda: vaults.inspect(place),
        lambda: vaults.unlock(place, PASSWORD, clock),
        lambda: vaults.begin(NewVault(place, PASSWORD, "G", "nl", "Marjan Visser", "rio"), clock),
    ):
        with pytest.raises(errors.NotAVault) as caught:
            act()
        assert caught.value.data["reason"] == "name"
        assert "naam is te lang of bevat een vreemd teken" in told(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "name", ["met spatie", "Überzicht é", "👩\u200d👧 gezin", "' OR 1=1 --", "a;b%20c", "-rf"]
)
def test_a_folder_may_have_any_name_that_the_system_takes(
    tmp_path: Path, clock: FixedClock, cheap_kdf: None, name: str
) -> None:
    place = new_vault(tmp_path / name, clock)
    assert vaults.inspect(place).vault_id
    vaults.lock(vaults.unlock(place, PASSWORD, clock))


@posix_only
@pytest.mark.parametrize("name", ["vault.key", "vault.key.bak", "vault.db", "vault.db-journal", "vault.lock"])
@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_a_pipe_or_link_in_place_of_a_file_is_refused_at_once(
    folder: Path, clock: FixedClock, name: str, kind: str
) -> None:
    path = folder / name
    path.rename(folder.parent / name)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(folder.parent / name)
    for act in (vaults.inspect, lambda place: vaults.unlock(place, PASSWORD, clock)):
        with pytest.raises(errors.NotAVault) as caught:
            act(folder)
        told(caught.value)


def test_a_folder_that_cannot_be_written_is_told_as_that(folder: Path, clock: FixedClock) -> None:
    with copied_read_only(folder) as place, pytest.raises(errors.VaultReadOnly) as caught:
        vaults.unlock(place, PASSWORD, clock)
    assert "niet schrijven" in told(caught.value)


@pytest.mark.parametrize(
    "password",
    [
        "",
        " ",
        "fout",
        PASSWORD.upper(),
        f" {PASSWORD}",
        f"{PASSWORD}\n",
        "x" * 10_000,
        "a\x00b",
        OTHER_PASSWORD,
    ],
)
def test_a_password_that_does_not_fit_is_told_as_that(folder: Path, clock: FixedClock, password: str) -> None:
    before = state(folder)
    with pytest.raises((errors.WrongPassword, errors.InvalidInput)) as caught:
        vaults.unlock(folder, password, clock)
    words = told(caught.value)
    assert ("past niet" in words) == isinstance(caught.value, errors.WrongPassword)
    if password.strip():
        assert password not in f"{caught.value}{caught.value!r}{caught.value.data}{words}"
    assert state(folder) == before


@pytest.mark.parametrize("password", ["x" * 10_001, "a\ud83db", "x" * 50_000_000])
def test_a_password_that_cannot_be_one_is_told_at_its_field(
    folder: Path, clock: FixedClock, password: str
) -> None:
    with pytest.raises(errors.InvalidInput) as caught:
        vaults.unlock(folder, password, clock)
    assert caught.value.field == "password"
    assert len(str(caught.value)) < 200
    told(caught.value)


def test_a_password_opens_however_its_accents_were_typed(
    tmp_path: Path, clock: FixedClock, cheap_kdf: None
) -> None:
    composed, decomposed = "één paarse fiets onder wolk", "e\u0301e\u0301n paarse fiets onder wolk"
    place = tmp_path / "kluis"
    made = vaults.create(NewVault(place, composed, "G", "nl", "Marjan Visser", "rio"), clock)
    vaults.lock(made.desk)
    vaults.lock(vaults.unlock(place, decomposed, clock))


@pytest.mark.parametrize(
    "password", ["", "    ", "kort", "Welkom2023", "aaaaaaaaaaaaaaaaaaaa", "wachtwoord123!"]
)
def test_a_new_vault_takes_no_weak_password_and_leaves_nothing(
    tmp_path: Path, clock: FixedClock, cheap_kdf: None, password: str
) -> None:
    with pytest.raises((errors.WeakPassword, errors.InvalidInput)) as caught:
        vaults.begin(NewVault(tmp_path / "kluis", password, "G", "nl", "Marjan Visser", "rio"), clock)
    told(caught.value)
    assert not (tmp_path / "kluis").exists()


@pytest.mark.parametrize(
    "code", ["", "x", "0" * 28, "0000-0000-0000-0000-0000-0000-0000", "é" * 30, "x" * 10**6]
)
def test_a_recovery_code_that_does_not_fit_is_told(folder: Path, clock: FixedClock, code: str) -> None:
    with pytest.raises((errors.WrongPassword, errors.InvalidInput)) as caught:
        vaults.unlock_with_recovery(folder, code, clock)
    told(caught.value)


def test_a_vault_open_elsewhere_is_told_and_the_other_goes_on(desk: "Desk", clock: FixedClock) -> None:
    with pytest.raises(errors.VaultInUse) as caught:
        vaults.unlock(desk.vault.folder, PASSWORD, clock)
    assert "al geopend" in told(caught.value)
    assert vaults.verify(desk).ok


def test_a_vault_open_in_another_process_is_told_until_that_ends(
    folder: Path, clock: FixedClock, tmp_path: Path
) -> None:
    script = (
        "vault = Vault.open(folder, Secret.password(PASSWORD), clock=clock, limits=ANY_COST, local=local)\n"
        "say('open')\nsys.stdin.read()\n"
    )
    other = start(script, folder, tmp_path / "elders")
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    with pytest.raises(errors.VaultInUse):
        vaults.unlock(folder, PASSWORD, clock)
    other.kill()
    other.communicate()
    vaults.lock(vaults.unlock(folder, PASSWORD, clock))
