# SPDX-License-Identifier: EUPL-1.2
"""The form for a child, brother or sister who is not on file yet: the least, and why."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.inclusion import SIBLING, is_guarded
from casus.errors import CasusError, InvalidInput, PossibleDuplicate
from casus.gui.drafts import Payload
from casus.gui.forms.ui_relative_form import Ui_RelativeForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import families
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.families import RelativeInput
from casus.services.records import Family, FamilyMember


class RelativePanel(RecordPanel):
    """Put someone on file with a name and birth date only, as a member of a family."""

    def __init__(self, shell: Shell, desk: Desk, family_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_RelativeForm()
        self.ui.setupUi(content)
        self._family_id = family_id
        self._different = False
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("RelativePanel", "Kind, broer of zus"),
            translate("RelativePanel", "Gezinslid vastleggen"),
            f"relative:{family_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> Family:
        """Return the family."""
        return families.get_family(self.desk, self._family_id)

    def fill(self, found: Family) -> None:
        """Begin with a brother or sister, from today."""
        self.set_subtitle(found.name)
        self.ui.relationField.set_value(SIBLING)
        self.ui.fromOnField.set_value(self.desk.today())

    def arrange(self) -> None:
        """A reason is asked of whom the guard is for."""
        try:
            born = self.ui.birthDateField.value()
        except InvalidInput:
            born = None
        asked = is_guarded(born, self.desk.today(), self.ui.relationField.value())
        self.ui.minorReasonField.set_optional(not asked)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what puts them on file; pressed again, someone who looks alike is somebody else."""
        data = RelativeInput(**filled(values), family_id=self._family_id)
        return lambda: families.add_relative(self.desk, data, duplicates_checked=self._different)

    def failed(self, error: CasusError) -> bool:
        """Someone like this is on file: choose them in the other form, or go on."""
        if not isinstance(error, PossibleDuplicate):
            return False
        self._different = True
        self.ui.surnameField.set_error(
            self.tr(
                "Iemand in je kluis lijkt hierop. Is het dezelfde? Voeg die dan toe met ‘Gezinslid toevoegen’. "
                "Is het een ander? Leg dan nog eens vast."
            )
        )
        self.ui.surnameField.take_focus()
        return True

    def stored(self, result: Done[FamilyMember]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Gezinslid vastgelegd"))
