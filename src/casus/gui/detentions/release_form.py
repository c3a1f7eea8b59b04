# SPDX-License-Identifier: EUPL-1.2
"""The form for a release from detention."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_release_form import Ui_ReleaseForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.services import detentions, persons
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import Detention


class ReleasePanel(RecordPanel):
    """Record when someone came out."""

    def __init__(self, shell: Shell, desk: Desk, detention_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ReleaseForm()
        self.ui.setupUi(content)
        self._detention_id = detention_id
        self._version = 0
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("ReleasePanel", "Vrijgekomen"),
            translate("ReleasePanel", "Vrijlating vastleggen"),
            f"release:{detention_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> tuple[Detention, str]:
        """Return the detention and whose it is."""
        detention = detentions.get_detention(self.desk, self._detention_id)
        return detention, person_name(persons.get_person(self.desk, detention.person_id))

    def fill(self, found: tuple[Detention, str]) -> None:
        """Begin with today."""
        self._version = found[0].version
        self.set_subtitle(found[1])
        self.ui.onField.set_value(self.desk.today())

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the release."""
        on = values["on"]
        return lambda: detentions.release_from_detention(
            self.desk, self._detention_id, on, version=self._version
        )

    def stored(self, result: Done[Detention]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Vrijlating vastgelegd"))
