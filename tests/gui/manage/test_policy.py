# SPDX-License-Identifier: EUPL-1.2
"""A worker loads the policy of the organisation at Beheer: sees what changes, applies it, and takes it back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from tests.gui.conftest import SitDown
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case
from tests.helpers.keyboard import User

from casus.assets import resource_path
from casus.gui.manage.page import ManagePage
from casus.gui.policy.panels import PolicyFilePanel, PolicyPanel
from casus.services import cases, policy
from casus.services.desk import Desk

EXAMPLE = resource_path("catalogue", "beleid.voorbeeld.toml").read_text(encoding="utf-8")


def shown(user: User) -> str:
    """All words of the panel."""
    panel = user.window.area.panel
    assert panel is not None
    return "\n".join(one.text() for one in panel.findChildren(QLabel) if one.isVisibleTo(panel))


def manage(user: User) -> ManagePage:
    user.window.open("beheer")
    user.settle()
    page = user.window.page()
    assert isinstance(page, ManagePage)
    return page


def file_panel(user: User) -> PolicyFilePanel:
    panel = user.window.area.panel
    assert isinstance(panel, PolicyFilePanel)
    return panel


def save_button(panel: PolicyFilePanel) -> QPushButton:
    button = panel.save_button()
    assert isinstance(button, QPushButton)
    return button


def test_a_policy_is_loaded_seen_applied_shown_where_it_applies_and_taken_back(
    desk: Desk, sit_down: SitDown, tmp_path: Path
) -> None:
    case = a_case(desk, approach="rio")
    cases.close_case(desk, case.id, on=date(2023, 11, 1), closure_reason="moved", outcome="unknown",
                     note="Verhuisd naar Amersfoort.")  # fmt: skip
    path = tmp_path / "beleid.toml"
    user = sit_down(desk)
    page = manage(user)
    assert "nog niets vastgelegd" in page.policy.now.words.text()
    page.policy.load_file.button.click()
    panel = file_panel(user)

    path.write_text(EXAMPLE.replace("minutes_most = 10", "minutes_most = 99"), encoding="utf-8")
    panel.field.set_value(path)
    save_button(panel).click()
    user.settle()
    line = EXAMPLE.splitlines().index("minutes_most = 10") + 1
    assert panel.field.error().startswith(f"beleid.toml:{line}: ‘lock.minutes_most’")
    assert policy.versions(desk) == ()

    path.write_text(EXAMPLE, encoding="utf-8")
    save_button(panel).click()
    user.settle()
    assert panel.field.error() == ""
    assert "Eén dossier krijgt een andere bewaardatum" in shown(user)
    assert "nu: na 1 tot en met 15 minuten\nstraks: na 1 tot en met 10 minuten" in shown(user)
    assert policy.versions(desk) == ()
    assert_accessible(panel)
    path.write_text("later veranderd", encoding="utf-8")  # what was shown is what is applied
    save_button(panel).click()
    user.settle()

    assert desk.policy.number == 1
    assert "Beleid 1 van Gemeente Utrecht" in page.policy.now.words.text()
    assert page.looks.note.text() == "Vastgelegd door Gemeente Utrecht."
    assert page.looks.ui.minutesField.spin.maximum() == 10
    assert "Vastgelegd door Gemeente Utrecht." in page.attachment_limit.row.words.text()
    page.policy.now.button.click()
    user.settle()
    assert isinstance(user.window.area.panel, PolicyPanel)
    assert "3 jaar na het laatste contact" in shown(user)
    assert "Beleid 1 van Gemeente Utrecht" in shown(user)

    user.window.close_panel()
    user.window.actions_registry.action("undo").trigger()
    user.settle()
    assert desk.policy.number == 0
    assert "nog niets vastgelegd" in page.policy.now.words.text()
    assert not page.looks.note.isVisibleTo(page)
    assert page.looks.ui.minutesField.spin.maximum() == 15


@pytest.mark.parametrize("state", ["newer", "damaged"])
def test_what_the_administrator_put_ready_is_told_and_never_applied_by_itself(
    desk: Desk, sit_down: SitDown, tmp_path: Path, state: str
) -> None:
    place = tmp_path / "beleid.toml"
    place.write_text(EXAMPLE if state == "newer" else EXAMPLE.replace("[lock]", "[slot]"), encoding="utf-8")
    desk.in_force.place = place
    user = sit_down(desk)
    first = user.window.page()
    assert first is not None
    told = {"newer": "beleid 1 van Gemeente Utrecht klaargezet", "damaged": "beleid.toml:"}[state]
    assert told in first.notice.text()
    assert desk.policy.number == 0
    page = manage(user)
    assert told in page.policy.ready.words.text()
    assert page.policy.ready.button.isVisibleTo(page) is (state == "newer")
    if state == "newer":
        page.policy.ready.button.click()
        user.settle()
        save_button(file_panel(user)).click()
        user.settle()
        assert policy.versions(desk)[0].origin == "managed"
        assert not page.policy.ready.isVisibleTo(page)


def test_a_lock_time_beyond_what_is_allowed_is_brought_back(
    desk: Desk, sit_down: Callable[..., User]
) -> None:
    text = EXAMPLE.replace("minutes_most = 10", "minutes_most = 2")
    policy.apply_policy(desk, text, "beleid.toml")
    user = sit_down(desk)
    assert user.session.lock_watch.idle.seconds == 120  # five minutes is what the settings say
    page = manage(user)
    page.looks.ui.minutesField.spin.setValue(99)
    user.settle()
    assert user.session.lock_watch.idle.seconds == 120
