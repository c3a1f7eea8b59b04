# SPDX-License-Identifier: EUPL-1.2
"""The section about the ways into the vault: password, recovery code, the office's key."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from casus.gui.manage.key_panels import EscrowPanel, PasswordPanel, RecoveryCodePanel
from casus.gui.manage.section import Row, Section
from casus.gui.shell import Shell
from casus.services import vaults
from casus.services.desk import Desk

ESCROW_SLOT = "escrow"


@dataclass(frozen=True, slots=True)
class _State:
    """How the ways in stand."""

    confirmed: bool
    escrow: bool


class KeysSection(Section):
    """Who can open this vault, and with what."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Toegang tot de kluis"))
        self._shell, self._desk = shell, desk
        self._escrow_there = False
        self.password = Row(
            self.tr("Wachtwoord"),
            self.tr("Opent de kluis elke dag. Alleen jij kent het."),
            self.tr("Wijzigen"),
            lambda: shell.open_panel(PasswordPanel(shell, desk)),
        )
        self.recovery = Row(
            self.tr("Herstelcode"),
            self.tr("Op papier, in een gesloten envelop, voor als je je wachtwoord vergeet."),
            self.tr("Nieuwe code"),
            lambda: shell.open_panel(RecoveryCodePanel(shell, desk, self.load)),
        )
        self.escrow = Row(
            self.tr("Kantoorsleutel"),
            self.tr("Daarmee kan de organisatie bij je kluis als jij er niet meer bij kunt."),
            self.tr("Toevoegen"),
            self._change_escrow,
        )
        for row in (self.password, self.recovery, self.escrow):
            self.add_row(row)

    def load(self) -> None:
        """Fetch how the ways in stand."""
        desk = self._desk
        self._shell.tasks.run(lambda: _state(desk), owner=self, done=self._show)

    def _show(self, state: _State) -> None:
        self._escrow_there = state.escrow
        if not state.confirmed:
            self.recovery.say(
                self.tr("Deze code is nog niet teruggetypt. Maak een nieuwe en schrijf hem op.")
            )
        else:
            self.recovery.say(
                self.tr("Op papier, in een gesloten envelop, voor als je je wachtwoord vergeet.")
            )
        self.escrow.button.setText(self.tr("Verwijderen") if state.escrow else self.tr("Toevoegen"))
        self.escrow.say(
            self.tr("Staat op deze kluis: de organisatie kan erbij als jij er niet meer bij kunt.")
            if state.escrow
            else self.tr("Staat niet op deze kluis. Zonder wachtwoord en herstelcode kan dan niemand erbij.")
        )

    def _change_escrow(self) -> None:
        if not self._escrow_there:
            self._shell.open_panel(EscrowPanel(self._shell, self._desk, self.load))
            return
        box = QMessageBox(self)
        box.setWindowTitle("Casus")
        box.setText(self.tr("De kantoorsleutel van deze kluis halen?"))
        box.setInformativeText(
            self.tr(
                "Daarna openen alleen je wachtwoord en je herstelcode de kluis. Oude reservekopieën gaan er nog mee open."
            )
        )
        remove = box.addButton(self.tr("Sleutel verwijderen"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Laten staan"), QMessageBox.ButtonRole.RejectRole)
        remove.clicked.connect(self._remove_escrow)
        box.open()

    def _remove_escrow(self) -> None:
        desk = self._desk
        self._shell.tasks.run(lambda: vaults.remove_escrow(desk), owner=self, done=self._removed)

    def _removed(self, _nothing: object) -> None:
        self._shell.announce(self.tr("Kantoorsleutel verwijderd"))
        self.load()


def _state(desk: Desk) -> _State:
    info = vaults.inspect(desk.vault.folder)
    return _State(vaults.recovery_confirmed(desk), ESCROW_SLOT in info.slots)
