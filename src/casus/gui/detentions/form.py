# SPDX-License-Identifier: EUPL-1.2
"""The form for a detention: where, since when, and what is known of the release."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.detentions.facility_choices import facility_choices
from casus.gui.drafts import Payload
from casus.gui.facilities_offered import offer_facilities
from casus.gui.forms.ui_detention_form import Ui_DetentionForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import detentions, facilities, persons
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import DetentionInput
from casus.services.naming import person_name
from casus.services.records import Detention, Facility, Person

NEW = "new"


@dataclass(frozen=True)
class _Found:
    facilities: list[Facility]
    person: Person | None
    detention: Detention | None


class DetentionPanel(RecordPanel):
    """Record that someone went inside, or change `detention_id`."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        person_id: str = NEW,
        detention_id: str = "",
        case_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_DetentionForm()
        self.ui.setupUi(content)
        self._person_id = "" if person_id == NEW else person_id
        self._detention_id, self._case_id = detention_id, case_id
        self._version = 0
        self._abroad: frozenset[str] = frozenset()
        translate = QCoreApplication.translate
        title = translate("DetentionPanel", "Detentie")
        save = translate("DetentionPanel", "Detentie opslaan")
        key = f"detention:{person_id}:{detention_id}:{case_id}"
        super().__init__(shell, desk, content, PanelSpec(title, save, key), draft=draft)
        self.ui.personField.connect_to(shell.tasks, desk)

    def about(self) -> tuple[str, str] | None:
        """Return the record that is changed."""
        return ("detentions", self._detention_id) if self._detention_id else None

    def fetch(self) -> _Found:
        """Return the facilities, the person, and the detention to change."""
        detention = detentions.get_detention(self.desk, self._detention_id) if self._detention_id else None
        return _Found(
            facilities.facilities(self.desk, keep=detention.facility_id if detention else None),
            persons.get_person(self.desk, self._person_id) if self._person_id else None,
            detention,
        )

    def fill(self, found: _Found) -> None:
        """Begin with what is known; a new detention began today and its release is unknown."""
        ui = self.ui
        self._abroad = frozenset(one.id for one in found.facilities if one.country != "nl")
        offer_facilities(ui.facilityField, facility_choices(found.facilities))
        ui.personField.setVisible(found.person is None)
        if found.person is not None:
            self.set_subtitle(person_name(found.person))
            ui.personField.show_person(found.person.id, person_name(found.person))
        if found.detention is None:
            ui.titleField.set_value("remand")
            ui.certaintyField.set_value("unknown")
            ui.transferField.set_value("not_applicable")
            ui.enteredOnField.set_value(self.desk.today())
            return
        self._version = found.detention.version
        self._case_id = found.detention.case_id or ""
        for key, field in self.form.fields.items():
            if key != "person_id":
                field.set_value(getattr(found.detention, key))

    def arrange(self) -> None:
        """Ask the expected day when it is known or estimated; transfer of the sentence only from abroad."""
        expected = self.ui.certaintyField.value() not in ("", "unknown")
        if not expected and self.ui.expectedOnField.raw():
            self.ui.expectedOnField.set_raw("")
        self.ui.expectedOnField.setVisible(expected)
        self.ui.expectedOnField.set_optional(not expected)
        self.ui.transferField.setVisible(self.ui.facilityField.value() in self._abroad)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the detention."""
        given = filled(values)
        if given["release_certainty"] == "unknown":
            given["expected_on"] = None
        data = DetentionInput(**given, case_id=self._case_id or None)
        if self._detention_id:
            return lambda: detentions.update_detention(self.desk, self._detention_id, self._version, data)
        return lambda: detentions.register_detention(self.desk, data)

    def stored(self, result: Done[Detention]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Detentie opgeslagen"))
