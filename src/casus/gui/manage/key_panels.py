# SPDX-License-Identifier: EUPL-1.2
"""The panels that change the ways into the vault."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.errors import CasusError, InvalidInput, WeakPassword, WrongPassword
from casus.gui.forms.ui_manage_escrow import Ui_ManageEscrow
from casus.gui.forms.ui_manage_password import Ui_ManagePassword
from casus.gui.panels import FormPanel, PanelSpec
from casus.gui.shell import Shell
from casus.gui.start.passwords import NewPassword
from casus.gui.start.recovery_step import CodeCheck
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label
from casus.services import vaults
from casus.services.desk import Desk


class PasswordPanel(FormPanel):
    """Another password; the current one is asked, because a screen may stand open."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        content = QWidget()
        self.ui = Ui_ManagePassword()
        self.ui.setupUi(content)
        words = PanelSpec(
            QCoreApplication.translate("PasswordPanel", "Wachtwoord wijzigen"),
            QCoreApplication.translate("PasswordPanel", "Wachtwoord bewaren"),
            "password:own",
        )
        super().__init__(shell, content, words, today=desk.clock.today)
        self._desk = desk
        self._password = NewPassword(self.form, self.ui.meter)
        self._password.add_toggles()

    def save(self) -> None:
        """Check the new password twice before the current one is tried."""
        if self._password.read() is not None:
            super().save()

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        return lambda: vaults.change_password(self._desk, values["current"], values["password"])

    def stored(self, _result: object) -> None:
        self.shell.announce(self.tr("Wachtwoord gewijzigd"))

    def failed(self, error: CasusError) -> bool:
        if isinstance(error, WrongPassword):
            self.form.show_errors([InvalidInput("current", "wrong_password")])
            return True
        if isinstance(error, WeakPassword):
            self.form.show_errors([InvalidInput("password", "weak")])
            return True
        return False


class EscrowPanel(FormPanel):
    """The office's public key, pasted as text."""

    def __init__(self, shell: Shell, desk: Desk, changed: Callable[[], object]) -> None:
        content = QWidget()
        ui = Ui_ManageEscrow()
        ui.setupUi(content)
        words = PanelSpec(
            QCoreApplication.translate("EscrowPanel", "Kantoorsleutel toevoegen"),
            QCoreApplication.translate("EscrowPanel", "Sleutel toevoegen"),
            "escrow:own",
            QCoreApplication.translate(
                "EscrowPanel",
                "Wie de geheime helft heeft, kan je kluis openen als jij er niet meer bij kunt.",
            ),
        )
        super().__init__(shell, content, words, today=desk.clock.today)
        self._desk, self._changed = desk, changed

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        return lambda: vaults.add_escrow(self._desk, vaults.read_office_key(values["public_key"]))

    def stored(self, _result: object) -> None:
        self._changed()
        self.shell.announce(self.tr("Kantoorsleutel toegevoegd"))


class RecoveryCodePanel(SidePanel):
    """A new recovery code: shown once, and typed back before it counts."""

    def __init__(self, shell: Shell, desk: Desk, changed: Callable[[], object]) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        super().__init__(
            QCoreApplication.translate("RecoveryCodePanel", "Nieuwe herstelcode"),
            self._content,
            save_text=QCoreApplication.translate("RecoveryCodePanel", "Nieuwe code maken"),
        )
        self.shell, self._desk, self._changed = shell, desk, changed
        self.check: CodeCheck | None = None
        self._column.addWidget(
            label(
                self.tr("De oude code opent de kluis daarna niet meer. Leg papier en een envelop klaar."),
                wrap=True,
            )
        )
        self.save_requested.connect(self.go_on)

    def go_on(self) -> None:
        """Make the code, then ask for it, then check it."""
        self.show_notice("")
        if self.check is not None:
            self.check.go_on()
            return
        self.set_busy(True)
        desk = self._desk
        self.shell.tasks.run(
            lambda: vaults.new_recovery_code(desk), owner=self, done=self._show_code, failed=self._failed
        )

    def _show_code(self, code: str) -> None:
        self.set_busy(False)
        self.check = CodeCheck(code)
        self.check.typed.connect(self._confirm)
        self.check.ready.connect(lambda: self._name_button(self.tr("Controleren")))
        self._column.addWidget(self.check)
        self._name_button(self.tr("Ik heb hem opgeschreven"))
        self._changed()

    def _confirm(self, typed: str) -> None:
        self.set_busy(True)
        desk = self._desk
        self.shell.tasks.run(
            lambda: vaults.confirm_recovery_code(desk, typed),
            owner=self,
            done=self._confirmed,
            failed=self._wrong,
        )

    def _confirmed(self, _nothing: object) -> None:
        self.set_busy(False)
        self._changed()
        self.shell.close_panel()
        self.shell.announce(self.tr("De nieuwe herstelcode geldt"))

    def _wrong(self, error: CasusError) -> None:
        self.set_busy(False)
        assert self.check is not None
        self.show_notice(self.check.take(error))

    def _failed(self, error: CasusError) -> None:
        self.set_busy(False)
        self.shell.show_error(error)

    def _name_button(self, words: str) -> None:
        self._save.setText(words)
