# SPDX-License-Identifier: EUPL-1.2
"""The list of institutions that detentions and visits choose from."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidInput, NotAllowed
from casus.gui.drafts import Payload
from casus.gui.forms.ui_manage_facility import Ui_ManageFacility
from casus.gui.labels import label as words_of
from casus.gui.manage.section import Row, Section
from casus.gui.panels import FormPanel, PanelSpec
from casus.gui.shell import Shell
from casus.gui.widgets.text import label
from casus.services import facilities
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import FacilityInput
from casus.services.records import Facility

FORM = "facility"


class FacilityPanel(FormPanel):
    """A new institution."""

    def __init__(self, shell: Shell, desk: Desk, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ManageFacility()
        self.ui.setupUi(content)
        self.ui.kindField.set_value("pi")
        self.ui.countryField.set_value("nl")
        words = PanelSpec(
            QCoreApplication.translate("FacilityPanel", "Inrichting toevoegen"),
            QCoreApplication.translate("FacilityPanel", "Toevoegen"),
            f"{FORM}:new",
        )
        super().__init__(shell, content, words, today=desk.clock.today, draft=draft)
        self._desk = desk

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        given = FacilityInput(**{**values, "place": values["place"] or None})
        return lambda: facilities.add_facility(self._desk, given)

    def stored(self, result: Done[Facility]) -> None:
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Inrichting toegevoegd"))

    def failed(self, error: CasusError) -> bool:
        if isinstance(error, NotAllowed) and error.rule == "facility_exists":
            self.form.show_errors([InvalidInput("name", "duplicate")])
            return True
        return False


class FacilitiesSection(Section):
    """The institutions in use; one taken away stays in the dossiers that name it."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Inrichtingen"))
        self._shell, self._desk = shell, desk
        self._list: list[Facility] = []

    def load(self) -> None:
        """Fetch the list."""
        desk = self._desk
        self._shell.tasks.run(lambda: facilities.facilities(desk), owner=self, done=self._show)

    def _show(self, found: list[Facility]) -> None:
        self.clear_rows()
        self.add_row(
            Row(
                self.tr("{0} inrichtingen om uit te kiezen").format(len(found)),
                self.tr("Voor detenties, detentiebezoeken en spreekuren."),
                self.tr("Toevoegen"),
                lambda: self._shell.open_panel(FacilityPanel(self._shell, self._desk)),
            )
        )
        for facility in found:
            self.add_row(self._row(facility))
        if not found:
            self.add(label(self.tr("Er staat nog geen inrichting in de lijst."), tone="muted", wrap=True))

    def _row(self, facility: Facility) -> Row:
        where = (
            words_of("facility_kind", facility.kind),
            facility.place or "",
            words_of("country", facility.country),
        )
        words = " · ".join(part for part in where if part)
        return Row(facility.name, words, self.tr("Verwijderen"), lambda: self._remove(facility))

    def _remove(self, facility: Facility) -> None:
        desk, facility_id = self._desk, facility.id
        self._shell.tasks.run(
            lambda: facilities.remove_facility(desk, facility_id), owner=self, done=self._removed
        )

    def _removed(self, done: Done[Facility]) -> None:
        self._shell.emit_changed(done.changes, self)
        self._shell.announce(self.tr("Inrichting van de lijst gehaald; in dossiers blijft ze staan"))
