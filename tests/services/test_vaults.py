# SPDX-License-Identifier: EUPL-1.2
"""The life of a vault as its owner sees it: made with a code typed back, locked, opened again."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.helpers.builders import a_person
from tests.helpers.vaults import CHEAP, OTHER_PASSWORD, PASSWORD

from casus.domain.clock import FixedClock
from casus.errors import (
    InvalidForm,
    InvalidInput,
    NotAVault,
    VaultDamaged,
    VaultExists,
    VaultInUse,
    VaultLocked,
    WeakPassword,
    WrongPassword,
)
from casus.services import partners, persons, settings, vaults
from casus.services.desk import Desk
from casus.services.vaults import NewVault
from casus.vault.tables import Worker

Reopen = Callable[[Desk], Desk]


@pytest.fixture
def new(tmp_path: Path, cheap_kdf: None) -> NewVault:
    return NewVault(tmp_path / "kluis", PASSWORD, "Gemeente Utrecht", "nl", "Marieke van der Visser", "rio")


def test_a_vault_is_finished_when_its_code_was_typed_back(new: NewVault, clock: FixedClock) -> None:
    pending = vaults.begin(new, clock, cost=CHEAP)
    for typed in ("", "AAAA", pending.recovery_code[:-1] + "?"):
        with pytest.raises(InvalidInput):
            pending.confirm(typed)
    desk = pending.confirm(f" {pending.recovery_code.lower()} ")
    assert vaults.recovery_confirmed(desk)
    assert (desk.role, desk.language) == ("rio", "nl")
    a_person(desk)
    vaults.lock(desk)
    vaults.lock(desk)
    with pytest.raises(VaultLocked):
        persons.PersonList(desk).total()
    again = vaults.unlock(new.folder, PASSWORD, clock)
    assert (again.worker_id, again.role, again.language) == (desk.worker_id, "rio", "nl")
    assert persons.PersonList(again).total() == 1
    assert [worker.name for worker in partners.workers(again)] == ["Marieke van der Visser"]
    assert partners.workers(again)[0].sort_key.startswith("visser")
    assert settings.organisation(again) == "Gemeente Utrecht"
    vaults.lock(again)


def test_a_vault_given_up_half_way_leaves_nothing(new: NewVault, clock: FixedClock) -> None:
    pending = vaults.begin(new, clock, cost=CHEAP)
    pending.discard()
    assert not new.folder.exists()
    kept = vaults.begin(new, clock, cost=CHEAP)
    (new.folder / "eigen.txt").write_text("blijft")
    kept.discard()
    assert [path.name for path in new.folder.iterdir()] == ["eigen.txt"]


def test_a_vault_that_was_not_finished_says_so(new: NewVault, clock: FixedClock) -> None:
    pending = vaults.begin(new, clock, cost=CHEAP)
    pending._desk.vault.close()
    desk = vaults.unlock(new.folder, PASSWORD, clock)
    assert not vaults.recovery_confirmed(desk)
    vaults.confirm_recovery_code(desk, pending.recovery_code)
    assert vaults.recovery_confirmed(desk)
    vaults.lock(desk)


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"owner_name": " "}, {"owner_name": "required"}),
        ({"role": "baas", "language": "fr"}, {"role": "unknown_code", "language": "unknown_code"}),
        ({"organisation": "a\x00"}, {"organisation": "nul"}),
    ],
)
def test_a_wrong_answer_in_the_wizard_makes_nothing(
    new: NewVault, clock: FixedClock, changes: dict[str, str], errors: dict[str, str]
) -> None:
    with pytest.raises(InvalidForm) as caught:
        vaults.begin(replace(new, **changes), clock, cost=CHEAP)
    assert {error.field: error.rule for error in caught.value.errors} == errors
    assert not new.folder.exists()


def test_weak_and_impossible_passwords_are_refused(new: NewVault, clock: FixedClock) -> None:
    with pytest.raises(WeakPassword):
        vaults.begin(replace(new, password="utrecht2023"), clock, cost=CHEAP)
    for password in ("", "x" * 10_001, "a\ud800" * 20):
        with pytest.raises(InvalidInput):
            vaults.begin(replace(new, password=password), clock, cost=CHEAP)
    assert not new.folder.exists()
    assert vaults.password_strength("utrecht2023").score < 3
    assert vaults.password_strength(PASSWORD).score >= 3


def test_nothing_is_made_over_something_else(new: NewVault, clock: FixedClock) -> None:
    desk = vaults.create(new, clock, cost=CHEAP).desk
    with pytest.raises(VaultExists):
        vaults.create(new, clock, cost=CHEAP)
    with pytest.raises(VaultInUse):
        vaults.unlock(new.folder, PASSWORD, clock)
    vaults.lock(desk)


def test_wrong_secrets_are_refused_told_and_counted(new: NewVault, clock: FixedClock) -> None:
    created = vaults.create(new, clock, cost=CHEAP)
    vaults.lock(created.desk)
    with pytest.raises(WrongPassword):
        vaults.unlock(new.folder, OTHER_PASSWORD, clock)
    with pytest.raises(NotAVault):
        vaults.unlock(new.folder / "nergens", PASSWORD, clock)
    desk = vaults.unlock_with_recovery(new.folder, created.recovery_code, clock)
    assert len(vaults.failed_attempts(desk)) == 1
    vaults.lock(desk)


def test_password_code_and_office_key_can_be_replaced(new: NewVault, clock: FixedClock) -> None:
    created = vaults.create(new, clock, cost=CHEAP)
    desk = created.desk
    with pytest.raises(WrongPassword):
        vaults.change_password(desk, OTHER_PASSWORD, PASSWORD)
    vaults.change_password(desk, PASSWORD, OTHER_PASSWORD)
    code = vaults.new_recovery_code(desk)
    assert not vaults.recovery_confirmed(desk)
    key = vaults.make_office_key(PASSWORD)
    vaults.add_escrow(desk, key.public_key)
    assert vaults.verify(desk).ok
    vaults.lock(desk)
    assert vaults.inspect(new.folder).slots == ("escrow", "password", "recovery")
    with pytest.raises(WrongPassword):
        vaults.unlock(new.folder, PASSWORD, clock)
    with pytest.raises(WrongPassword):
        vaults.unlock_with_recovery(new.folder, created.recovery_code, clock)
    vaults.lock(vaults.unlock_with_recovery(new.folder, code, clock))
    from casus.crypto.seal import import_private

    opened = vaults.unlock_with_office_key(
        new.folder, import_private(key.private_pem_sealed, PASSWORD), clock
    )
    vaults.remove_escrow(opened)
    vaults.lock(opened)
    assert vaults.inspect(new.folder).slots == ("password", "recovery")


def test_a_vault_without_an_owner_is_damaged_and_not_left_open(new: NewVault, clock: FixedClock) -> None:
    desk = vaults.create(new, clock, cost=CHEAP).desk
    with desk.changing() as session:
        session.get_one(Worker, desk.worker_id).is_owner = False
    vaults.lock(desk)
    for _ in range(2):
        with pytest.raises(VaultDamaged) as caught:
            vaults.unlock(new.folder, PASSWORD, clock)
        assert caught.value.data["reason"] == "owner"


def test_settings_stay_with_the_vault(desk: Desk, reopen: Reopen) -> None:
    settings.set_organisation(desk, " Gemeente  Houten ")
    settings.set_language(desk, "en")
    settings.set_setting(desk, "columns", {"cases": ["name", "phase"]})
    again = reopen(desk)
    assert (settings.organisation(again), again.language) == ("Gemeente Houten", "en")
    assert settings.get_setting(again, "columns") == {"cases": ["name", "phase"]}
    assert settings.get_setting(again, "nergens", 7) == 7
    with pytest.raises(InvalidForm):
        settings.set_language(again, "fr")
    with pytest.raises(InvalidForm):
        settings.set_organisation(again, " ")


def test_the_unlock_window_does_not_load_the_database() -> None:
    code = "import sys; import casus.services.vaults, casus.services.desk; print('sqlalchemy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": "src"}
    )
    assert done.stdout.strip() == "False"
