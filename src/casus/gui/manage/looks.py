# SPDX-License-Identifier: EUPL-1.2
"""How the window looks and when it locks; each choice works at once and is remembered on this computer."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from casus.gui.forms.ui_manage_looks import Ui_ManageLooks
from casus.gui.manage.section import Section
from casus.gui.session_lock import SessionLock
from casus.gui.shell import Shell
from casus.gui.theme import ThemeName, theme
from casus.gui.theme.scale import MAXIMUM, MINIMUM
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.form import Form
from casus.gui.widgets.policy_note import policy_note, show_policy
from casus.services.desk import Desk

_SETTLE_MS = 400
_LANGUAGE_ACTIONS = {"nl": "dutch", "en": "english"}


class LooksSection(Section):
    """Theme, size, language, idle time."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Weergave en vergrendelen"))
        self._shell, self._desk = shell, desk
        content = QWidget()
        self.ui = Ui_ManageLooks()
        self.ui.setupUi(content)
        self.form = Form(content)
        self._prepare()
        self.note = policy_note(desk.policy, "lock")
        self.add_row(content)
        self.add(self.note)
        self.show_now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self._apply_size)
        self.ui.themeField.changed.connect(self._choose_theme)
        self.ui.percentField.changed.connect(self._timer.start)
        self.ui.languageField.changed.connect(self._choose_language)
        self.ui.minutesField.changed.connect(self._choose_minutes)
        theme().changed.connect(self.show_now)

    def show_now(self) -> None:
        """Show what is in force."""
        settings = self._shell.settings
        self.ui.themeField.set_value(settings.theme)
        self.ui.percentField.set_value(theme().scale.percent)
        self.ui.languageField.set_value(settings.language)
        policy = self._desk.policy
        bounds = policy.lock_minutes
        self.ui.minutesField.set_range(bounds.least, bounds.most)
        help_words = self.tr("In minuten, van {0} tot {1}. Je concepten blijven bewaard.")
        self.ui.minutesField.set_help(help_words.format(bounds.least, bounds.most))
        self.ui.minutesField.set_value(bounds.nearest(settings.lock_minutes))
        self.ui.minutesField.setEnabled(bounds.least < bounds.most)
        show_policy(self.note, policy, "lock")

    def _prepare(self) -> None:
        self.ui.themeField.set_choices(
            [
                Choice("system", QCoreApplication.translate("Manage", "Als het systeem")),
                Choice("light", QCoreApplication.translate("Manage", "Licht")),
                Choice("dark", QCoreApplication.translate("Manage", "Donker")),
                Choice("contrast", QCoreApplication.translate("Manage", "Hoog contrast")),
            ]
        )
        self.ui.languageField.set_choices([Choice("nl", "Nederlands"), Choice("en", "English")])
        self.ui.percentField.set_range(MINIMUM, MAXIMUM)
        self.ui.percentField.spin.setSingleStep(10)
        self.ui.percentField.spin.setSuffix(" %")

    def _choose_theme(self) -> None:
        name = ThemeName(self.ui.themeField.value())
        self._shell.settings.theme = name.value
        theme().apply(name, theme().scale.percent)
        self._keep()

    def _apply_size(self) -> None:
        percent = self.ui.percentField.value()
        self._shell.settings.font_percent = percent
        theme().apply(theme().choice, percent)
        self._keep()

    def _choose_language(self) -> None:
        self._shell.actions_registry.action(_LANGUAGE_ACTIONS[self.ui.languageField.value()]).trigger()

    def _choose_minutes(self) -> None:
        minutes = self._desk.policy.lock_minutes.nearest(self.ui.minutesField.value())
        self._shell.settings.lock_minutes = minutes
        app = QApplication.instance()
        for watch in app.findChildren(SessionLock) if app is not None else []:
            watch.set_minutes(minutes)
        self._keep()

    def _keep(self) -> None:
        self._shell.tasks.run(self._shell.settings.save, owner=self, done=lambda _nothing: None)
