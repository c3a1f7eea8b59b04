# SPDX-License-Identifier: EUPL-1.2
import shutil
import stat
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from casus.crypto import recovery_code, seal
from casus.crypto.kdf import KdfCost
from casus.domain.clock import FixedClock
from casus.errors import (
    Cancelled,
    DiskFull,
    InvalidInput,
    NotAVault,
    StaleRecord,
    VaultDamaged,
    VaultExists,
    VaultLocked,
    VaultReadOnly,
    WeakPassword,
    WrongPassword,
)
from casus.vault import Secret, Vault, files
from casus.vault.tables import AuditEntry, School
from tests.conftest import MakeVault
from tests.helpers.records import a_school
from tests.helpers.rights import copied_read_only
from tests.helpers.vaults import OTHER_PASSWORD, PASSWORD


def reopen(vault: Vault, clock: FixedClock, secret: Secret | None = None, **asked: Any) -> Vault:
    vault.close()
    return Vault.open(vault.folder, secret or Secret.password(PASSWORD), clock=clock, **asked)


def actions(vault: Vault) -> list[str]:
    with vault.reading() as session:
        return list(session.scalars(select(AuditEntry.action).order_by(AuditEntry.seq)))


def test_what_was_saved_is_there_after_closing_and_opening(vault: Vault, clock: FixedClock) -> None:
    with vault.transaction("w1") as session:
        session.add(a_school("Lyceum De Grift"))
    again = reopen(vault, clock)
    with again.reading() as session:
        assert session.scalars(select(School.name)).all() == ["Lyceum De Grift"]
    again.close()


def test_a_vault_has_its_files_and_nothing_readable_in_them(vault: Vault) -> None:
    with vault.transaction("w1", "omdat Zebedeus belde") as session:
        session.add(a_school("Xantippe Zebedeus"))
    vault.close()
    names = {path.name for path in vault.folder.iterdir() if path.is_dir() or path.stat().st_size}
    assert names == {"vault.key", "vault.key.bak", "vault.db", "backups"}
    for path in vault.folder.iterdir():
        if path.is_file():
            content = path.read_bytes()
            assert b"Zebedeus" not in content
            assert b"CREATE TABLE" not in content
            assert not content.startswith(b"SQLite format 3")


@pytest.mark.skipif(sys.platform == "win32", reason="rights are access lists there")
def test_only_the_owner_may_see_the_folder(vault: Vault, clock: FixedClock) -> None:
    with vault.transaction("w1") as session:
        session.add(a_school())
    for path in (vault.folder, *vault.folder.iterdir()):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path.name
    (vault.folder / "vault.db").chmod(0o644)
    again = reopen(vault, clock)
    assert "rights_tightened" in again.notices
    assert stat.S_IMODE((vault.folder / "vault.db").stat().st_mode) == 0o600
    again.close()


@pytest.mark.parametrize("name", ["met spatie", "kluis é ü", "kluis 🔐", "k" * 100])
def test_a_vault_may_have_any_name(make_vault: MakeVault, clock: FixedClock, name: str) -> None:
    vault = make_vault(name)
    again = reopen(vault, clock)
    assert again.folder.name == name
    again.close()


def test_a_wrong_password_is_a_wrong_password_and_is_remembered(vault: Vault, clock: FixedClock) -> None:
    vault.close()
    for _ in range(2):
        with pytest.raises(WrongPassword):
            Vault.open(vault.folder, Secret.password(OTHER_PASSWORD), clock=clock)
    again = Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock)
    assert again.failed_attempts == (clock.now(), clock.now())
    assert actions(again)[-3:] == ["failed_unlock", "failed_unlock", "unlocked_by_password"]
    once_more = reopen(again, clock)
    assert once_more.failed_attempts == ()
    once_more.close()


def test_the_password_may_be_typed_composed_or_decomposed(make_vault: MakeVault, clock: FixedClock) -> None:
    typed = "één café zonder crème brûlée"
    vault = make_vault(password=unicodedata.normalize("NFC", typed))
    decomposed = Secret.password(unicodedata.normalize("NFD", typed))
    reopen(vault, clock, decomposed).close()


@pytest.mark.parametrize(("password", "rule"), [("", "required"), ("x" * 10_001, "too_long")])
def test_an_empty_or_endless_password_is_refused(
    tmp_path: Path, clock: FixedClock, cheap_kdf: None, password: str, rule: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        Vault.create(tmp_path / "k", password, clock=clock)
    assert caught.value.rule == rule
    assert not (tmp_path / "k").exists()


def test_a_password_of_ten_thousand_characters_opens(make_vault: MakeVault, clock: FixedClock) -> None:
    password = "lang en veilig " * 666 + "einde zonder"
    vault = make_vault(password=password[:10_000])
    reopen(vault, clock, Secret.password(password[:10_000])).close()


def test_a_weak_password_makes_no_vault(tmp_path: Path, clock: FixedClock, cheap_kdf: None) -> None:
    with pytest.raises(WeakPassword):
        Vault.create(tmp_path / "k", "Welkom2023!", clock=clock)
    assert not (tmp_path / "k").exists()


def test_a_production_vault_cannot_be_made_or_opened_at_a_cheap_cost(
    make_vault: MakeVault, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = make_vault()
    vault.close()
    monkeypatch.undo()
    with pytest.raises(VaultDamaged) as caught:
        Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock, local=tmp_path)
    assert caught.value.data["reason"] == "kdf_cost"
    with pytest.raises(VaultDamaged):
        Vault.create(tmp_path / "n", PASSWORD, clock=clock, cost=KdfCost(64, 1, 1), local=tmp_path)
    assert not (tmp_path / "n").exists()


def test_nothing_is_overwritten(vault: Vault, tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.odt").write_text("x")
    for folder in (vault.folder, tmp_path / "vol"):
        with pytest.raises(VaultExists):
            Vault.create(folder, PASSWORD, clock=clock)
    assert (tmp_path / "vol" / "brief.odt").read_text() == "x"


def test_an_empty_folder_becomes_a_vault(make_vault: MakeVault, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert make_vault("leeg").is_open


def test_a_link_is_not_taken_for_a_vault(vault: Vault, tmp_path: Path, clock: FixedClock) -> None:
    vault.close()
    link = tmp_path / "link"
    try:
        link.symlink_to(vault.folder, target_is_directory=True)
    except OSError:
        pytest.skip("links need a right here")
    for act in (
        lambda: Vault.open(link, Secret.password(PASSWORD), clock=clock),
        lambda: Vault.create(link, PASSWORD, clock=clock),
    ):
        with pytest.raises(NotAVault) as caught:
            act()
        assert caught.value.data["reason"] == "symlink"


def test_a_failed_creation_leaves_nothing_behind(
    tmp_path: Path, clock: FixedClock, cheap_kdf: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_whole", full)
    with pytest.raises(DiskFull):
        Vault.create(tmp_path / "k", PASSWORD, clock=clock)
    assert not (tmp_path / "k").exists()


def test_a_closed_vault_reads_and_writes_nothing(vault: Vault) -> None:
    vault.close()
    vault.close()
    assert not vault.is_open
    with pytest.raises(VaultLocked), vault.reading():
        pass
    with pytest.raises(VaultLocked), vault.transaction("w1"):
        pass
    with pytest.raises(VaultLocked):
        vault.subkey(b"draft")
    with pytest.raises(VaultLocked):
        vault.verify()
    with pytest.raises(VaultLocked):
        vault.new_recovery_code()


def test_a_lock_request_during_unlocking_drops_the_result(vault: Vault, clock: FixedClock) -> None:
    vault.close()
    asked: list[int] = []

    def at_the_second_question() -> bool:
        asked.append(1)
        return len(asked) == 2

    for cancelled in (lambda: True, at_the_second_question):
        with pytest.raises(Cancelled):
            Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock, cancelled=cancelled)
    Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock).close()


def test_the_recovery_code_opens_once_typed_back(make_vault: MakeVault, clock: FixedClock) -> None:
    vault = make_vault()
    code: str = make_vault.recovery_code  # type: ignore[attr-defined]
    assert not vault.recovery_confirmed
    vault.confirm_recovery_code(code.lower())
    assert vault.recovery_confirmed
    again = reopen(vault, clock, Secret.recovery(code.replace("-", " ")))
    assert actions(again)[-1] == "unlocked_by_recovery"
    again.close()


def test_a_code_of_another_vault_confirms_nothing(make_vault: MakeVault) -> None:
    make_vault()
    foreign: str = make_vault.recovery_code  # type: ignore[attr-defined]
    vault = make_vault()
    with pytest.raises(WrongPassword):
        vault.confirm_recovery_code(foreign)
    with pytest.raises(InvalidInput):
        vault.confirm_recovery_code("ABCD")
    assert not vault.recovery_confirmed


def test_a_new_recovery_code_replaces_the_old_one(make_vault: MakeVault, clock: FixedClock) -> None:
    vault = make_vault()
    old: str = make_vault.recovery_code  # type: ignore[attr-defined]
    vault.confirm_recovery_code(old)
    new = vault.new_recovery_code()
    assert not vault.recovery_confirmed
    vault.close()
    with pytest.raises(WrongPassword):
        Vault.open(vault.folder, Secret.recovery(old), clock=clock)
    Vault.open(vault.folder, Secret.recovery(new), clock=clock).close()


def test_a_changed_password_leaves_no_way_in_for_the_old_one(vault: Vault, clock: FixedClock) -> None:
    vault.change_password(PASSWORD, OTHER_PASSWORD)
    assert actions(vault)[-1] == "password_changed"
    vault.close()
    for lose_header in (False, True):
        if lose_header:  # the copy must not honour it either
            (vault.folder / "vault.key").unlink()
        with pytest.raises(WrongPassword):
            Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock)
    Vault.open(vault.folder, Secret.password(OTHER_PASSWORD), clock=clock).close()


def test_the_password_is_changed_only_with_the_current_one_and_to_a_strong_one(
    vault: Vault, clock: FixedClock
) -> None:
    with pytest.raises(WrongPassword):
        vault.change_password(OTHER_PASSWORD, OTHER_PASSWORD)
    with pytest.raises(WeakPassword):
        vault.change_password(PASSWORD, "welkom")
    reopen(vault, clock).close()


def test_a_forgotten_password_is_replaced_with_the_recovery_code(
    make_vault: MakeVault, clock: FixedClock
) -> None:
    vault = make_vault()
    code: str = make_vault.recovery_code  # type: ignore[attr-defined]
    with pytest.raises(InvalidInput):
        vault.reset_password("ABCD", OTHER_PASSWORD)
    with pytest.raises(WrongPassword):
        vault.reset_password(recovery_code.new_code(), OTHER_PASSWORD)
    with pytest.raises(WeakPassword):
        vault.reset_password(code, "welkom")
    vault.reset_password(code, OTHER_PASSWORD)
    with pytest.raises(WrongPassword):
        vault.change_password(PASSWORD, OTHER_PASSWORD)
    reopen(vault, clock, Secret.password(OTHER_PASSWORD)).close()


def test_a_password_change_that_cannot_be_written_leaves_the_old_one(
    vault: Vault, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = actions(vault)

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_whole", full)
        with pytest.raises(DiskFull):
            vault.change_password(PASSWORD, OTHER_PASSWORD)
    assert actions(vault) == before
    reopen(vault, clock).close()


def test_the_office_can_open_a_vault_while_its_key_is_in_it(vault: Vault, clock: FixedClock) -> None:
    office = seal.new_keypair()
    vault.add_escrow(office.public)
    assert Vault.info(vault.folder).slots == ("escrow", "password", "recovery")
    again = reopen(vault, clock, Secret.escrow(office.private))
    with pytest.raises(WrongPassword):
        Vault.open(copy_of(again), Secret.escrow(seal.new_keypair().private), clock=clock)
    again.remove_escrow()
    with pytest.raises(InvalidInput):
        again.remove_escrow()
    again.close()
    with pytest.raises(WrongPassword):
        Vault.open(vault.folder, Secret.escrow(office.private), clock=clock)


def copy_of(vault: Vault) -> Path:
    target = vault.folder.with_name("kopie")
    shutil.copytree(vault.folder, target)
    return target


def test_no_office_key_no_escrow(vault: Vault) -> None:
    with pytest.raises(InvalidInput):
        vault.add_escrow(b"kort")
    assert Vault.info(vault.folder).slots == ("password", "recovery")


def test_subkeys_differ_by_use_and_by_vault_and_never_are_the_vaults_own(make_vault: MakeVault) -> None:
    one, other = make_vault(), make_vault()
    assert one.subkey(b"draft") != one.subkey(b"ledger") != other.subkey(b"ledger")
    assert len(one.subkey(b"rounding")) == 32
    for label in (b"db", b"header MAC", b"audit MAC", b"anchor MAC"):
        with pytest.raises(ValueError, match="vault itself"):
            one.subkey(label)


def test_a_failed_transaction_leaves_nothing_not_even_an_entry(vault: Vault) -> None:
    before = actions(vault)
    with pytest.raises(ZeroDivisionError), vault.transaction("w1") as session:
        session.add(a_school())
        session.flush()
        vault.log(session, "viewed", "schools", "s1")
        raise ZeroDivisionError
    assert actions(vault) == before
    with vault.reading() as session:
        assert session.scalars(select(School)).all() == []


def test_a_record_changed_by_another_window_is_stale(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        mine, untouched = a_school("A"), a_school("B")
        session.add_all([mine, untouched])
    mine_id = mine.id
    with vault.transaction("w1") as session:
        theirs = session.get(School, mine_id)
        assert theirs is not None
        theirs.name = "Van hen"
    with pytest.raises(StaleRecord) as caught, vault.transaction("w1") as session:
        untouched.name = "C"
        mine.name = "Van mij"
        session.add_all([untouched, mine])
    assert caught.value.data == {"kind": "schools", "record_id": mine_id}
    with vault.reading() as session:
        assert set(session.scalars(select(School.name))) == {"Van hen", "B"}


def test_a_record_that_was_deleted_meanwhile_is_stale(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        mine = a_school()
        session.add(mine)
    with vault.transaction("w1") as session:
        session.delete(session.get(School, mine.id))
    with pytest.raises(StaleRecord), vault.transaction("w1") as session:
        mine.name = "Anders"
        session.add(mine)


def test_a_reading_session_cannot_write(vault: Vault) -> None:
    with pytest.raises(RuntimeError), vault.reading() as session:
        session.add(a_school())
        session.flush()
    with pytest.raises(VaultReadOnly), vault.reading() as session:
        session.connection().exec_driver_sql("DELETE FROM schools")
    with pytest.raises(TypeError), vault.reading() as session:
        vault.log(session, "viewed", "schools", "x")
    with vault.transaction("w1") as session:  # the connection was not left read-only
        session.add(a_school())


def test_a_reader_beside_a_writer_sees_the_last_committed_state(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        session.add(a_school("Een"))
        session.flush()
        with vault.reading() as reader:
            assert reader.scalars(select(School)).all() == []
    with vault.reading() as reader:
        assert reader.scalars(select(School.name)).all() == ["Een"]


def test_records_live_on_after_their_session(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        school = a_school("Een")
        session.add(school)
    assert (school.name, school.version, len(school.id)) == ("Een", 1, 32)


def test_moments_come_from_the_vaults_clock(vault: Vault, clock: FixedClock) -> None:
    with vault.transaction("w1") as session:
        school = a_school()
        session.add(school)
    born = clock.now()
    assert school.created_at == school.changed_at == born
    clock.moment = born.replace(year=2024)
    with vault.transaction("w1") as session:
        school.name = "Anders"
        session.add(school)
    assert (school.created_at, school.changed_at, school.version) == (born, clock.now(), 2)
    with vault.transaction("w1") as session:  # while the clock stands still
        school.name = "Weer anders"
        session.add(school)
    assert (school.changed_at, school.version) == (clock.now(), 3)


def test_a_full_disk_during_a_save_is_a_full_disk_and_nothing_is_lost(vault: Vault) -> None:
    with vault.transaction("w1") as session:
        session.add(a_school("Blijft"))
    with pytest.raises(DiskFull), vault.transaction("w1") as session:
        connection = session.connection()
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        session.add_all([a_school(f"Te veel {number}" * 10) for number in range(2000)])
    with vault.reading() as session:
        assert session.scalars(select(School.name)).all() == ["Blijft"]
    assert vault.verify().ok


def test_text_the_database_cannot_hold_is_refused_without_telling_it(vault: Vault) -> None:
    with pytest.raises(InvalidInput) as caught, vault.transaction("w1") as session:
        session.add(a_school("Zebedeus \ud800"))
    assert caught.value.rule == "surrogate"
    assert "Zebedeus" not in everything_said(caught.value)


def test_a_broken_rule_of_a_table_names_the_field_and_not_the_value(vault: Vault) -> None:
    with pytest.raises(InvalidInput) as caught, vault.transaction("w1") as session:
        session.add(School(name="Zebedeus", sort_key=None, kind="x", district="y"))
    assert (caught.value.field, caught.value.rule) == ("sort_key", "required")
    assert "Zebedeus" not in everything_said(caught.value)


def test_a_bug_in_a_statement_does_not_tell_the_values(vault: Vault) -> None:
    with pytest.raises(Exception, match="no such table") as caught, vault.reading() as session:
        session.connection().exec_driver_sql("SELECT * FROM nergens WHERE naam = ?", ("Zebedeus",))
    assert "Zebedeus" not in str(caught.value)


def everything_said(error: BaseException | None) -> str:
    """Return the text of an error and of what it was raised from, as a log would print them."""
    said = []
    while error is not None:
        said.append(f"{error!s} {error!r}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return " ".join(said)


def test_a_folder_that_may_not_be_written_is_read_only(vault: Vault, clock: FixedClock) -> None:
    """Looking at a dossier is an entry in the log, so a vault that cannot be written cannot be looked at."""
    vault.close()
    with copied_read_only(vault.folder) as copy:
        with pytest.raises(VaultReadOnly):
            Vault.open(copy, Secret.password(PASSWORD), clock=clock)
        with pytest.raises(VaultReadOnly):
            Vault.create(copy / "nieuw", PASSWORD, clock=clock)
        assert Vault.info(copy).vault_id == vault.vault_id
