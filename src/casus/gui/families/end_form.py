# SPDX-License-Identifier: EUPL-1.2
"""The form that ends a family approach: why, and from when."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, NotAllowed
from casus.gui.cases.ending_words import Consequences
from casus.gui.drafts import Payload
from casus.gui.error_text import sentence
from casus.gui.forms.ui_family_end_form import Ui_FamilyEndForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.services import families
from casus.services.case_ending import DECEASED
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import Family

_OTHER = "other"


class FamilyEndPanel(RecordPanel):
    """End a family approach; the memberships end with it."""

    def __init__(self, shell: Shell, desk: Desk, family_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_FamilyEndForm()
        self.ui.setupUi(content)
        self._family_id = family_id
        self.consequences = Consequences()
        self.ui.fields.addWidget(self.consequences)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("FamilyEndPanel", "Gezinsaanpak afsluiten"),
            translate("FamilyEndPanel", "Gezin afsluiten"),
            f"family_end:{family_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> tuple[Family, int]:
        """Return the family, and how many belong to it."""
        family = families.get_family(self.desk, self._family_id)
        return family, len(families.members(self.desk, self._family_id))

    def fill(self, found: tuple[Family, int]) -> None:
        """Begin with today."""
        family, members = found
        self.set_subtitle(family.name)
        self.ui.onField.set_value(self.desk.today())
        said = [self.tr("%n gezinslid (gezinsleden) gaat eruit.", "", members)] if members else []
        self.consequences.show_words(said)

    def arrange(self) -> None:
        """Ask words for "other"; of someone who died no outcome."""
        reason = self.ui.reasonField.value()
        self.ui.noteField.set_optional(reason != _OTHER)
        self.ui.outcomeField.setVisible(reason != DECEASED)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what ends it."""
        return lambda: families.end_family(
            self.desk,
            self._family_id,
            on=values["on"],
            reason=values["reason"],
            outcome=values["outcome"],
            note=values["note"],
        )

    def failed(self, error: CasusError) -> bool:
        """Cases that still run are said where one reads."""
        if not isinstance(error, NotAllowed):
            return False
        self.ui.reasonField.set_error(sentence(error))
        self.ui.reasonField.take_focus()
        return True

    def stored(self, result: Done[Family]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Gezinsaanpak afgesloten"))
