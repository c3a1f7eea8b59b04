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
    """Record when someone came out; afterwards the day can be put right, or taken away: still inside."""

    def __init__(self, shell: Shell, desk: Desk, detention_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ReleaseForm()
        self.ui.setupUi(content)
        self._detention_id = detention_id
        self._version, self._released = 0, False
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
        """Begin with today, or with the day that is to be corrected."""
        detention, name = found
        self._version, self._released = detention.version, detention.released_on is not None
        self.set_subtitle(name)
        self.ui.onField.set_value(detention.released_on or self.desk.today())
        if self._released:
            self.ui.onField.set_optional(True)
            self.ui.onField.set_help(self.tr("Laat leeg als iemand toch nog vastzit."))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the release."""
        on = values["on"]
        if self._released:
            return lambda: detentions.correct_release(
                self.desk, self._detention_id, on, version=self._version
            )
        return lambda: detentions.release_from_detention(
            self.desk, self._detention_id, on, version=self._version
        )

    def stored(self, result: Done[Detention]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Vrijlating vastgelegd"))
