# SPDX-License-Identifier: EUPL-1.2
"""The list of institutions that detentions and visits choose from."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from casus.errors import CasusError, InvalidInput, NotAllowed
from casus.gui.dossier.parts import Act
from casus.gui.dossier.parts import row as dossier_row
from casus.gui.drafts import Payload
from casus.gui.forms.ui_manage_facility import Ui_ManageFacility
from casus.gui.labels import label as words_of
from casus.gui.manage.section import Row, Section
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.text import label
from casus.services import facilities
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import FacilityInput
from casus.services.records import Facility

FORM, NEW = "facility", "new"


class FacilityPanel(RecordPanel):
    """A new institution, or `facility_id` to change."""

    def __init__(
        self, shell: Shell, desk: Desk, facility_id: str = "", *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_ManageFacility()
        self.ui.setupUi(content)
        self._facility_id = "" if facility_id == NEW else facility_id
        self._version = 0
        words = PanelSpec(
            QCoreApplication.translate("FacilityPanel", "Inrichting wijzigen")
            if self._facility_id
            else QCoreApplication.translate("FacilityPanel", "Inrichting toevoegen"),
            QCoreApplication.translate("FacilityPanel", "Inrichting opslaan")
            if self._facility_id
            else QCoreApplication.translate("FacilityPanel", "Toevoegen"),
            f"{FORM}:{self._facility_id or NEW}",
        )
        super().__init__(shell, desk, content, words, draft=draft)

    def about(self) -> tuple[str, str] | None:
        """Return the record that is changed."""
        return ("facilities", self._facility_id) if self._facility_id else None

    def fetch(self) -> Facility | None:
        """Return the institution to change."""
        return facilities.get_facility(self.desk, self._facility_id) if self._facility_id else None

    def fill(self, found: Facility | None) -> None:
        """Begin with what is known; a new one is mostly a PI in the Netherlands."""
        if found is None:
            self.ui.kindField.set_value("pi")
            self.ui.countryField.set_value("nl")
            return
        self._version = found.version
        for key, field in self.form.fields.items():
            field.set_value(getattr(found, key))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the institution."""
        given = FacilityInput(**{**values, "place": values["place"] or None})
        if self._facility_id:
            return lambda: facilities.update_facility(self.desk, self._facility_id, self._version, given)
        return lambda: facilities.add_facility(self.desk, given)

    def stored(self, result: Done[Facility]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        words = self.tr("Inrichting gewijzigd") if self._facility_id else self.tr("Inrichting toegevoegd")
        self.shell.announce(words)

    def failed(self, error: CasusError) -> bool:
        """Show at the name that it is there already."""
        if isinstance(error, NotAllowed) and error.rule == "facility_exists":
            self.form.show_errors([InvalidInput("name", "duplicate")])
            return True
        return False


class FacilitiesSection(Section):
    """The institutions in use, and those taken away: they stay in the dossiers that name them."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Inrichtingen"))
        self._shell, self._desk = shell, desk
        self._rows_of: dict[str, QWidget] = {}
        self._sought = ""

    def seek(self, facility_id: str) -> None:
        """Bring an institution into view, with the keyboard at its first button, when the list is fetched."""
        self._sought = facility_id

    def _reveal(self) -> None:
        row = self._rows_of.get(self._sought)
        if row is None:
            return
        self._sought = ""
        first = row.findChild(QPushButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            area.ensureWidgetVisible(row)

    def load(self) -> None:
        """Fetch the list."""
        desk = self._desk
        self._shell.tasks.run(lambda: facilities.all_facilities(desk), owner=self, done=self._show)

    def _show(self, found: list[Facility]) -> None:
        self.clear_rows()
        self._rows_of.clear()
        in_use = [one for one in found if one.removed_on is None]
        self.add_row(
            Row(
                self.tr("{0} inrichtingen om uit te kiezen").format(len(in_use)),
                self.tr("Voor detenties, detentiebezoeken en spreekuren."),
                self.tr("Toevoegen"),
                lambda: self._shell.open_panel(FacilityPanel(self._shell, self._desk)),
            )
        )
        for facility in found:
            row = self._rows_of[facility.id] = self._row(facility)
            self.add_row(row)
        if not found:
            self.add(label(self.tr("Er staat nog geen inrichting in de lijst."), tone="muted", wrap=True))
        self._reveal()

    def _row(self, facility: Facility) -> QWidget:
        where = (
            words_of("facility_kind", facility.kind),
            facility.place or "",
            words_of("country", facility.country),
            self.tr("van de lijst gehaald") if facility.removed_on else "",
        )
        about = facility.id
        edit: Act = (
            self.tr("Wijzigen"),
            lambda: self._shell.open_panel(FacilityPanel(self._shell, self._desk, about)),
        )
        change: Act = (
            (self.tr("Terugzetten"), lambda: self._restore(about))
            if facility.removed_on
            else (self.tr("Verwijderen"), lambda: self._remove(about))
        )
        return dossier_row(facility.name, " · ".join(filter(None, where)), acts=[edit, change])

    def _remove(self, facility_id: str) -> None:
        words = self.tr("Inrichting van de lijst gehaald; in dossiers blijft ze staan")
        self._do(lambda: facilities.remove_facility(self._desk, facility_id), words)

    def _restore(self, facility_id: str) -> None:
        words = self.tr("Inrichting staat weer op de lijst")
        self._do(lambda: facilities.restore_facility(self._desk, facility_id), words)

    def _do(self, work: Callable[[], Done[Facility]], words: str) -> None:
        def done(result: Done[Facility]) -> None:
            self._shell.emit_changed(result.changes, self)
            self._shell.announce(words)

        self._shell.tasks.run(work, owner=self, done=done, failed=self._shell.show_error)
