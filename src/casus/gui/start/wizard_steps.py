# SPDX-License-Identifier: EUPL-1.2
"""The steps of the first-run wizard that only ask; the vault is made in the step of the recovery code."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from casus.errors import InvalidInput
from casus.gui.forms.ui_start_begin import Ui_StartBegin
from casus.gui.forms.ui_start_owner import Ui_StartOwner
from casus.gui.forms.ui_start_place import Ui_StartPlace
from casus.gui.forms.ui_start_role import Ui_StartRole
from casus.gui.start.passwords import NewPassword
from casus.gui.start.view import View
from casus.gui.start.wizard_options import EMPTY, beginnings, roles
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.form import Form


@dataclass
class Answers:
    """What was filled in so far; goes with the wizard when its language changes."""

    language: str = "nl"
    organisation: str = ""
    folder: Path | None = None
    owner_name: str = ""
    password: str = field(default="", repr=False)
    role: str = ""
    begin: str = EMPTY


class Step(View):
    """One step.

    Signals:
        next_requested: what is asked here is answered.
        back_requested: one step back.
    """

    next_requested = Signal()
    back_requested = Signal()

    def __init__(self, answers: Answers, title: str, purpose: str) -> None:
        super().__init__(title, purpose)
        self.answers = answers

    def add_buttons(self, go_on: str, back: str) -> None:
        """Add the buttons at the bottom."""
        self.set_primary(go_on, self.go_on)
        self.set_back(back, self.back_requested.emit)

    def go_on(self) -> None:
        """Keep what is filled in and go on, when it is right."""
        raise NotImplementedError


class PlaceStep(Step):
    """Language, organisation, folder.

    Signals:
        language_chosen: nl or en.
    """

    language_chosen = Signal(str)

    def __init__(self, answers: Answers) -> None:
        super().__init__(
            answers,
            QCoreApplication.translate("Wizard", "Welkom bij Casus"),
            QCoreApplication.translate(
                "Wizard", "In vijf stappen maak je je kluis. Alles blijft versleuteld op deze computer."
            ),
        )
        content = QWidget()
        self.ui = Ui_StartPlace()
        self.ui.setupUi(content)
        self.ui.languageField.set_choices([Choice("nl", "Nederlands"), Choice("en", "English")])
        self.form = Form(content)
        self.ui.languageField.set_value(answers.language)
        self.ui.organisationField.set_value(answers.organisation)
        self.ui.folderField.set_value(answers.folder)
        self.ui.languageField.changed.connect(self._language)
        self.body.addWidget(content)
        self.add_buttons(
            QCoreApplication.translate("Wizard", "Volgende"), QCoreApplication.translate("Wizard", "Stoppen")
        )

    def begin(self) -> None:
        self.ui.languageField.take_focus()

    def go_on(self) -> None:
        values = self.form.read()
        if values is None:
            return
        self._keep(values)
        if _holds_something(values["folder"]):
            self.form.show_errors([InvalidInput("folder", "not_empty")])
            return
        self.next_requested.emit()

    def _keep(self, values: dict[str, Any]) -> None:
        self.answers.language = values["language"]
        self.answers.organisation = values["organisation"]
        self.answers.folder = values["folder"]

    def _language(self) -> None:
        self.answers.organisation = self.ui.organisationField.value()
        self.answers.folder = self.ui.folderField.value()
        self.answers.language = self.ui.languageField.value()
        self.language_chosen.emit(self.answers.language)


class OwnerStep(Step):
    """Name and password."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(
            answers,
            QCoreApplication.translate("Wizard", "Jij en je wachtwoord"),
            QCoreApplication.translate(
                "Wizard",
                "Het wachtwoord is de sleutel van je kluis. Niemand anders kent het, ook Casus niet.",
            ),
        )
        content = QWidget()
        self.ui = Ui_StartOwner()
        self.ui.setupUi(content)
        self.form = Form(content)
        self._password = NewPassword(self.form, self.ui.meter, self._known_words)
        self.ui.nameField.set_value(answers.owner_name)
        for field_ in (self.ui.passwordField, self.ui.repeatField):
            field_.set_value(answers.password)
        self._password.judge()
        self.body.addWidget(content)
        self.add_buttons(
            QCoreApplication.translate("Wizard", "Volgende"), QCoreApplication.translate("Wizard", "Terug")
        )

    def begin(self) -> None:
        self._password.add_toggles()
        self.ui.nameField.take_focus()

    def go_on(self) -> None:
        values = self._password.read()
        if values is not None:
            self.answers.owner_name = values["owner_name"]
            self.answers.password = values["password"]
            self.next_requested.emit()

    def _known_words(self) -> tuple[str, ...]:
        words = (*self.ui.nameField.value().split(), *self.answers.organisation.split())
        return tuple(word.casefold() for word in words if len(word) > 2)


class RoleStep(Step):
    """PGA expert, RIO or coordinator."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(
            answers,
            QCoreApplication.translate("Wizard", "Je rol"),
            QCoreApplication.translate("Wizard", "Je ziet alleen wat je voor je werk nodig hebt."),
        )
        content = QWidget()
        self.ui = Ui_StartRole()
        self.ui.setupUi(content)
        self.ui.roleField.set_options(roles())
        self.form = Form(content)
        self.ui.roleField.set_value(answers.role)
        self.body.addWidget(content)
        self.add_buttons(
            QCoreApplication.translate("Wizard", "Kluis maken"), QCoreApplication.translate("Wizard", "Terug")
        )

    def begin(self) -> None:
        self.ui.roleField.take_focus()

    def go_on(self) -> None:
        values = self.form.read()
        if values is not None:
            self.answers.role = values["role"]
            self.next_requested.emit()


class BeginStep(Step):
    """An empty vault, or the demo first."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(
            answers,
            QCoreApplication.translate("Wizard", "Je kluis is klaar"),
            QCoreApplication.translate(
                "Wizard",
                "Gegevens uit een andere lijst overnemen kan later; daarvoor hoef je nu niets te doen.",
            ),
        )
        content = QWidget()
        self.ui = Ui_StartBegin()
        self.ui.setupUi(content)
        self.ui.beginField.set_options(beginnings())
        self.form = Form(content)
        self.ui.beginField.set_value(answers.begin)
        self.body.addWidget(content)
        self.set_primary(QCoreApplication.translate("Wizard", "Aan de slag"), self.go_on)

    def begin(self) -> None:
        self.ui.beginField.take_focus()

    def go_on(self) -> None:
        values = self.form.read()
        if values is not None:
            self.answers.begin = values["begin"]
            self.next_requested.emit()


def _holds_something(folder: Path) -> bool:
    """Tell whether a vault cannot be made here; other trouble is told when it is made."""
    try:
        return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except (OSError, ValueError):
        return False
