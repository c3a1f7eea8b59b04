# SPDX-License-Identifier: EUPL-1.2
"""The form that gives someone a place in a family; a minor without a case needs a reason."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, NotAllowed
from casus.gui.drafts import Payload
from casus.gui.error_text import sentence
from casus.gui.forms.ui_member_form import Ui_MemberForm
from casus.gui.panels import PanelSpec
from casus.gui.persons.form import PersonPanel
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import families, persons
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import MemberInput
from casus.services.naming import person_name
from casus.services.records import Family, FamilyMember, Person


class MemberPanel(RecordPanel):
    """Add `person_id`, or someone chosen in the form, to a family."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        family_id: str,
        person_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_MemberForm()
        self.ui.setupUi(content)
        self._family_id, self._person_id = family_id, person_id
        self._looked_at = ""
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("MemberPanel", "Gezinslid"),
            translate("MemberPanel", "Gezinslid toevoegen"),
            f"family_member:{family_id}:{person_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        self.ui.personField.connect_to(shell.tasks, desk)
        self.ui.personField.offer_new(self._new_person)

    def fetch(self) -> tuple[Family, Person | None]:
        """Return the family and the person."""
        person = persons.get_person(self.desk, self._person_id) if self._person_id else None
        return families.get_family(self.desk, self._family_id), person

    def fill(self, found: tuple[Family, Person | None]) -> None:
        """Begin with today."""
        family, person = found
        self.set_subtitle(family.name)
        if person is not None:
            self.ui.personField.show_person(person.id, person_name(person))
        self.ui.fromOnField.set_value(self.desk.today())

    def arrange(self) -> None:
        """Warn of a person who belongs to another family already."""
        person_id = self.ui.personField.raw()["id"]
        if person_id == self._looked_at:
            return
        self._looked_at = person_id
        self.show_notice("")
        if person_id:
            desk = self.desk
            self.shell.tasks.run(
                lambda: families.families_now(desk, person_id),
                owner=self,
                done=lambda names: self._warn(person_id, names),
            )

    def _warn(self, person_id: str, names: tuple[str, ...]) -> None:
        if names and person_id == self._looked_at:
            words = self.tr("Deze persoon hoort nu ook bij: {0}. Klopt dat? Dan kun je doorgaan.")
            self.show_notice(words.format(", ".join(names)), "warn")

    def failed(self, error: CasusError) -> bool:
        """Someone who is in this family already is pointed out where they were chosen."""
        if not isinstance(error, NotAllowed) or error.rule != "member_already":
            return False
        self.ui.personField.set_error(sentence(error))
        self.ui.personField.take_focus()
        return True

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what adds the member."""
        data = MemberInput(**filled(values), family_id=self._family_id)
        return lambda: families.add_member(self.desk, data)

    def stored(self, result: Done[FamilyMember]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Gezinslid toegevoegd"))

    def _new_person(self) -> None:
        """Put someone on file first; this form comes back with them in it."""
        shell, desk, family_id = self.shell, self.desk, self._family_id
        shell.open_panel(
            PersonPanel(
                shell,
                desk,
                then=lambda person_id, _name: shell.open_panel(
                    MemberPanel(shell, desk, family_id, person_id)
                ),
            )
        )
