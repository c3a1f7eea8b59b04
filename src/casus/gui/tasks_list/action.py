# SPDX-License-Identifier: EUPL-1.2
"""What can be done from everywhere: add a task, and go to the lists that have no place in the sidebar."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.dossier.page import DossierPage
from casus.gui.dossier.task_form import TaskPanel
from casus.gui.shell import Shell
from casus.gui.shell.actions import ActionSpec
from casus.services.desk import Desk

NEW_KEYS = "Ctrl+T"


def add_actions(shell: Shell, desk: Desk) -> None:
    """Register them, for who has dossiers."""
    if desk.role not in (Role.PGA_EXPERT, Role.RIO):
        return
    translate = QCoreApplication.translate
    add = shell.actions_registry.add
    add(
        ActionSpec(
            "new_task",
            translate("TasksPage", "Nieuwe taak"),
            partial(_new_task, shell, desk),
            NEW_KEYS,
            "edit",
        )
    )
    for key, words in (
        ("afspraken", translate("AppointmentsPage", "Afspraken")),
        ("ontbrekend", translate("MissingPage", "Ontbrekende gegevens")),
    ):
        add(ActionSpec(f"page_{key}", words, partial(shell.open, key), "", "view", 4))


def _new_task(shell: Shell, desk: Desk) -> None:
    """Open the form; beside a dossier the task is for whom that is about."""
    page = shell.page()
    if isinstance(page, DossierPage) and page.acts.dossier is not None:
        page.acts.add_task()
    else:
        shell.open_panel(TaskPanel(shell, desk))
