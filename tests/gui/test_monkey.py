# SPDX-License-Identifier: EUPL-1.2
"""Random keys and clicks all over the window of each role: no bug, and the vault is whole afterwards.

`CASUS_MONKEY=5000 CASUS_SEED=7 pytest tests/gui/test_monkey.py` plays longer, or another game.
"""

import os
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QFileDialog

from casus.domain.roles import Permission, Role, may
from casus.services import registers, vaults
from casus.services.desk import Desk
from casus.services.register_inputs import InspectionInput, SchoolInput
from tests.helpers.builders import a_case, a_detention, a_family, a_home_visit, a_person, a_programme
from tests.helpers.keyboard import User
from tests.helpers.monkey import Monkey
from tests.helpers.vaults import PASSWORD

STEPS = int(os.environ.get("CASUS_MONKEY", "200"))
SEED = int(os.environ.get("CASUS_SEED", "1"))


def furnish(desk: Desk) -> None:
    """Give the desk something to play with."""
    role = Role(desk.role)
    if may(role, Permission.DOSSIERS):
        for number in range(6):
            case = a_case(desk, a_person(desk, given_name=f"Sem{number}"), approach="rio")
            a_home_visit(desk, case)
        a_programme(desk)
        a_detention(desk)
    if may(role, Permission.FAMILIES):
        a_family(desk)
    if may(role, Permission.REGISTERS):
        registers.add_inspection(desk, InspectionInput(date(2023, 5, 1), amount=296))
        registers.add_school(desk, SchoolInput("De Klim"))


@pytest.mark.parametrize("role", ["pga_expert", "rio", "coordinator"])
def test_nothing_a_monkey_does_is_a_bug(
    make_desk: Callable[..., Desk],
    sit_down: Callable[..., User],
    monkeypatch: pytest.MonkeyPatch,
    role: str,
) -> None:
    bugs: list[Exception] = []
    monkeypatch.setattr("casus.gui.shell.window.show_bug", lambda _parent, error: bugs.append(error))
    for name in ("getExistingDirectory", "getSaveFileName", "getOpenFileName"):
        answer = "" if name == "getExistingDirectory" else ("", "")
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_, answer=answer, **__: answer))
    desk = make_desk(role)
    furnish(desk)
    user = sit_down(desk)
    user.window.lock_requested.disconnect()
    monkey = Monkey(user.window, SEED)
    monkey.play(STEPS)
    assert bugs == [], list(monkey.did)
    user.session.lock("user")
    assert not desk.vault.is_open
    again = vaults.unlock(desk.vault.folder, PASSWORD, desk.clock)
    assert vaults.verify(again).ok
    vaults.lock(again)
