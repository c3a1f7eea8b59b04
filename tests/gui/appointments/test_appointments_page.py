# SPDX-License-Identifier: EUPL-1.2
"""Afspraken at the keyboard: write the report of what was planned, cancel what is off, go to the dossier."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case
from tests.helpers.keyboard import CTRL, User

from casus.gui.appointments.page import AppointmentsPage
from casus.gui.dossier.page import DossierPage
from casus.gui.visits import VisitPanel
from casus.services import tasks
from casus.services.appointment_list import AppointmentList
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput


def states(desk: Desk) -> list[object]:
    records = AppointmentList(desk)
    return [row["state"] for row in records.rows(records.ids())]


def test_a_report_is_written_and_an_appointment_cancelled_by_key(
    desk: Desk, sit_down: Callable[..., User]
) -> None:
    case, today = a_case(desk), desk.today()
    for days in (0, 3):
        tasks.add_appointment(
            desk,
            AppointmentInput("home_visit", today + timedelta(days=days), "10:30", case.person_id, case.id),
        )
    user = sit_down(desk, "afspraken")
    page = user.page
    assert isinstance(page, AppointmentsPage)
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, CTRL)
    assert_accessible(page)
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_D, CTRL)
    panel = user.panel
    assert isinstance(panel, VisitPanel)
    user.fill(panel.ui.reportField, "Koffie gedronken.")
    user.press(Qt.Key.Key_Return, CTRL)
    assert states(desk) == ["kept", "within_7_days"]
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_Delete)
    assert states(desk) == ["kept", "cancelled"]
    user.press(Qt.Key.Key_Return)
    assert isinstance(user.page, DossierPage)
