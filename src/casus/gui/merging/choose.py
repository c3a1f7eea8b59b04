# SPDX-License-Identifier: EUPL-1.2
"""Whom a person is to be merged with: chosen by name or number, then both are laid beside each other."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import InvalidInput
from casus.gui.merging.fields import column_of, said
from casus.gui.merging.panel import MergePanel
from casus.gui.persons.person_field import PersonField
from casus.gui.shell import Shell
from casus.gui.widgets.panel import SidePanel
from casus.services.desk import Desk


class ChoosePanel(SidePanel):
    """Choose the other one; nothing is stored here."""

    def __init__(self, shell: Shell, desk: Desk, person_id: str, name: str) -> None:
        content = QWidget()
        translate = QCoreApplication.translate
        super().__init__(
            translate("ChoosePanel", "Samenvoegen met …"),
            content,
            save_text=translate("ChoosePanel", "Naast elkaar leggen"),
            subtitle=name,
        )
        self.shell, self.desk, self._person_id = shell, desk, person_id
        column = column_of(content)
        column.addWidget(said(self.tr("Staat deze persoon nog een keer in je kluis? Zoek die andere op.")))
        self.field = PersonField()
        self.field.set_key("person_id")
        self.field.set_label(self.tr("Wie is dezelfde persoon?"))
        self.field.connect_to(shell.tasks, desk)
        column.addWidget(self.field)
        self.save_requested.connect(self.go_on)

    def begin(self) -> bool:
        """Put the keyboard in the field."""
        self.field.take_focus()
        return True

    def go_on(self) -> None:
        """Lay both beside each other."""
        try:
            other = self.field.value()
        except InvalidInput:
            other = ""
        if not other or other == self._person_id:
            same = other == self._person_id and other
            self.field.set_error(
                self.tr("Dit is dezelfde persoon. Kies een ander.")
                if same
                else self.tr("Kies iemand uit de lijst.")
            )
            self.field.take_focus()
            return
        self.shell.open_panel(MergePanel(self.shell, self.desk, self._person_id, other))
