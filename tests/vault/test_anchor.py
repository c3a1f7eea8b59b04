# SPDX-License-Identifier: EUPL-1.2
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from casus.domain.clock import FixedClock
from casus.errors import VaultDamaged, VaultOlderThanSeen, WrongPassword
from casus.vault import Secret, Vault, anchor, attempts
from casus.vault.anchor import Anchor
from casus.vault.tables import AuditEntry
from tests.conftest import MakeVault
from tests.helpers.records import a_school
from tests.helpers.vaults import OTHER_PASSWORD, PASSWORD

KEY = bytes(32)


def opened(folder: Path, clock: FixedClock, *, accept_older: bool = False) -> Vault:
    return Vault.open(folder, Secret.password(PASSWORD), clock=clock, accept_older=accept_older)


def add(vault: Vault, name: str) -> None:
    with vault.transaction("w1") as session:
        session.add(a_school(name))


def put_back(copy: Path, vault: Vault) -> None:
    shutil.rmtree(vault.folder)
    shutil.copytree(copy, vault.folder)


@pytest.fixture
def older_copy(vault: Vault, tmp_path: Path, clock: FixedClock) -> Path:
    """Give a copy made before the last change; `vault` is closed after it."""
    vault.close()
    shutil.copytree(vault.folder, tmp_path / "kopie")
    later = opened(vault.folder, clock)
    add(later, "Later")
    later.close()
    return tmp_path / "kopie"


def test_an_older_copy_put_back_is_noticed(vault: Vault, older_copy: Path, clock: FixedClock) -> None:
    put_back(older_copy, vault)
    with pytest.raises(VaultOlderThanSeen) as caught:
        opened(vault.folder, clock)
    assert caught.value.data["seen"] > caught.value.data["found"]


def test_an_older_copy_opens_after_a_choice_that_is_logged(
    vault: Vault, older_copy: Path, clock: FixedClock
) -> None:
    put_back(older_copy, vault)
    again = opened(vault.folder, clock, accept_older=True)
    assert again.notices == ("older_accepted",)
    with again.reading() as session:
        assert "older_accepted" in session.scalars(select(AuditEntry.action)).all()
    again.close()
    opened(vault.folder, clock).close()


def test_a_copy_that_went_another_way_is_noticed(vault: Vault, older_copy: Path, clock: FixedClock) -> None:
    """A restored copy worked in on another computer: as long as the log here, but not the same."""
    elsewhere = older_copy.parent / "elders"
    other = Vault.open(older_copy, Secret.password(PASSWORD), clock=clock, local=elsewhere)
    for number in range(10):
        add(other, f"Elders {number}")
    other.close()
    put_back(older_copy, vault)
    with pytest.raises(VaultOlderThanSeen):
        opened(vault.folder, clock)


def test_a_newer_copy_from_elsewhere_opens(vault: Vault, clock: FixedClock, tmp_path: Path) -> None:
    vault.close()
    other = Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock, local=tmp_path / "elders")
    add(other, "Elders")
    other.close()
    assert opened_and_closed(vault.folder, clock) == ()


def opened_and_closed(folder: Path, clock: FixedClock) -> tuple[str, ...]:
    vault = opened(folder, clock)
    vault.close()
    return vault.notices


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b'{"seq":"x"}', b"[" * 5000, b'{"seq":99,"head":"","mac":""}']
)
def test_a_damaged_or_forged_anchor_is_a_notice(vault: Vault, clock: FixedClock, text: bytes) -> None:
    vault.close()
    path = anchor.local_folder() / f"{vault.vault_id}.anchor"
    assert path.is_file()
    path.write_bytes(text)
    assert opened_and_closed(vault.folder, clock) == ("anchor_damaged",)
    assert opened_and_closed(vault.folder, clock) == ()


def test_an_anchor_holds_for_its_vault_and_key_only(tmp_path: Path) -> None:
    assert anchor.write(tmp_path, "a", KEY, Anchor(7, b"head"))
    assert anchor.read(tmp_path, "a", KEY) == (Anchor(7, b"head"), False)
    assert anchor.read(tmp_path, "a", bytes([1]) * 32) == (None, True)
    (tmp_path / "a.anchor").rename(tmp_path / "b.anchor")
    assert anchor.read(tmp_path, "b", KEY) == (None, True)
    assert anchor.read(tmp_path, "c", KEY) == (None, False)


def test_work_goes_on_where_no_anchor_can_be_kept(vault: Vault, clock: FixedClock, tmp_path: Path) -> None:
    vault.close()
    (tmp_path / "bestand").write_text("no folder")
    local = tmp_path / "bestand" / "vaults"
    again = Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock, local=local)
    add(again, "Toch")
    again.close()


def test_failed_attempts_are_kept_up_to_a_hundred(tmp_path: Path, clock: FixedClock) -> None:
    for _ in range(105):
        attempts.note(tmp_path, "a", clock.now())
    assert attempts.read(tmp_path, "a") == (clock.now(),) * 100
    attempts.clear(tmp_path, "a")
    attempts.clear(tmp_path, "a")
    assert attempts.read(tmp_path, "a") == ()


@pytest.mark.parametrize("text", [b"{", b"5", b'["x"]', b'["2023-01-01T00:00:00"]', b"[1]", b"\xff"])
def test_a_damaged_list_of_attempts_is_no_list(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "a.attempts").write_bytes(text)
    assert attempts.read(tmp_path, "a") == ()


def test_a_lost_header_comes_back_from_its_copy(vault: Vault, clock: FixedClock) -> None:
    vault.close()
    key = vault.folder / "vault.key"
    sound = key.read_bytes()
    for content in (None, b"", sound[:-1], sound.replace(b"gen", b"nag"), b"of another program"):
        if content is None:
            key.unlink()
        else:
            key.write_bytes(content)
        assert opened_and_closed(vault.folder, clock) == ("header_from_copy",)
        assert key.read_bytes() == sound


def test_a_lost_copy_is_made_again(vault: Vault, clock: FixedClock) -> None:
    vault.close()
    copy = vault.folder / "vault.key.bak"
    copy.unlink()
    assert opened_and_closed(vault.folder, clock) == ()
    assert copy.read_bytes() == (vault.folder / "vault.key").read_bytes()


def test_an_older_header_put_back_is_a_notice(vault: Vault, clock: FixedClock) -> None:
    """The old password opens again then: nothing can prevent it, but it is said and logged."""
    key, copy = vault.folder / "vault.key", vault.folder / "vault.key.bak"
    old = key.read_bytes()
    vault.change_password(PASSWORD, OTHER_PASSWORD)
    vault.close()
    with pytest.raises(WrongPassword):
        opened(vault.folder, clock)
    key.write_bytes(old)
    copy.write_bytes(old)
    assert opened_and_closed(vault.folder, clock) == ("header_older",)


def test_the_header_of_another_vault_is_not_taken_for_this_one(
    make_vault: MakeVault, clock: FixedClock
) -> None:
    one, other = make_vault(), make_vault()
    one.close()
    other.close()
    shutil.copy(other.folder / "vault.key", one.folder / "vault.key")
    before = (one.folder / "vault.db").read_bytes()
    with pytest.raises(VaultDamaged) as caught:
        opened(one.folder, clock)
    assert caught.value.data["part"] == "database"
    assert (one.folder / "vault.db").read_bytes() == before
