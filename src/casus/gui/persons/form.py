# SPDX-License-Identifier: EUPL-1.2
"""The form for a person: new (who looks alike is shown while typing) or changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from casus.domain.inclusion import is_guarded
from casus.errors import CasusError, InvalidInput, PossibleDuplicate
from casus.gui.drafts import Payload
from casus.gui.forms.ui_person_form import Ui_PersonForm
from casus.gui.merging.panel import MergePanel
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.text import label
from casus.services import persons
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import PersonInput
from casus.services.naming import person_name
from casus.services.persons import SimilarPerson
from casus.services.records import Person

NEW = "new"
_PAUSE_MS = 300
_MORE = frozenset(
    {
        "telephone", "email", "street", "house_number", "postcode", "city", "language", "interpreter",
        "representative_id", "aliases", "note",
    }
)  # fmt: skip
"""What is not asked about a minor in a family without a case of their own."""
_LEAST = 2  # letters of a surname before it is worth looking who is alike

Then = Callable[[str, str], object]


@dataclass(frozen=True)
class _Known:
    """A person as the form begins with: the record, its other names, and who represents it."""

    person: Person
    aliases: tuple[str, ...]
    representative: str
    has_case: bool


class PersonPanel(RecordPanel):
    """Register someone (`person_id` NEW) or change them; `then` gets id and name of someone registered."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        person_id: str = NEW,
        *,
        draft: Payload | None = None,
        then: Then | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_PersonForm()
        self.ui.setupUi(content)
        self._person_id = "" if person_id == NEW else person_id
        self._version = 0
        self._then = then
        self._different = self._has_case = False
        self._guard = self._guard_line()
        super().__init__(shell, desk, content, self._words(person_id), draft=draft)
        self.ui.representativeField.connect_to(shell.tasks, desk)
        self.ui.similarField.merges = bool(self._person_id)
        self.ui.similarField.opened.connect(self._look_at)
        self.ui.similarField.insisted.connect(self._insist)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_PAUSE_MS)
        self._look.timeout.connect(self._find_similar)
        for field in (
            self.ui.givenNameField,
            self.ui.prefixField,
            self.ui.surnameField,
            self.ui.birthDateField,
        ):
            field.changed.connect(self._names_changed)

    def about(self) -> tuple[str, str] | None:
        """Return the record that is changed."""
        return ("persons", self._person_id) if self._person_id else None

    def fetch(self) -> _Known | None:
        """Return the person to change."""
        if not self._person_id:
            return None
        person = persons.get_person(self.desk, self._person_id)
        speaks = ""
        if person.representative_id:
            speaks = person_name(persons.get_person(self.desk, person.representative_id))
        has_case = persons.has_own_case(self.desk, person.id)
        return _Known(person, persons.aliases_of(self.desk, person.id), speaks, has_case)

    def fill(self, found: _Known | None) -> None:
        """Begin with what is known; a new person speaks Dutch, is a young person and lives in Utrecht."""
        ui = self.ui
        ui.similarField.hide()
        if found is None:
            ui.roleField.set_value("young_person")
            ui.districtField.set_value("unknown")
            ui.languageField.set_value("nl")
            return
        self._version = found.person.version
        self._has_case = found.has_case
        self.set_subtitle(person_name(found.person))
        for key, field in self.form.fields.items():
            if key not in ("similar", "aliases", "representative_id"):
                field.set_value(getattr(found.person, key))
        ui.aliasesField.set_raw({"free": list(found.aliases)})
        ui.representativeField.show_person(found.person.representative_id or "", found.representative)

    def arrange(self) -> None:
        """An estimate needs a date; a call name will do as long as the given name is not known."""
        self.ui.givenNameField.set_optional(bool(self.ui.callNameField.raw().strip()))
        self.ui.estimatedField.setVisible(bool(self.ui.birthDateField.raw()))
        guarded = self._guarded()
        for name, field in self.form.fields.items():
            if name in _MORE:
                field.setVisible(not guarded)
        self._guard.setVisible(guarded)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the person."""
        given = self._given(values)
        if self._person_id:
            return lambda: persons.update_person(self.desk, self._person_id, self._version, given)
        return lambda: persons.register_person(self.desk, given, duplicates_checked=self._different)

    def stored(self, result: Done[Person]) -> None:
        """Tell, and go on: to what the person was needed for, else to the new dossier."""
        self.shell.emit_changed(result.changes, self)
        if self._person_id:
            self.shell.announce(self.tr("Persoon gewijzigd"))
            return
        self.shell.announce(self.tr("Persoon vastgelegd"))
        if self._then is not None:
            self._then(result.value.id, person_name(result.value))
        else:
            self.shell.open("dossier", f"person:{result.value.id}")

    def failed(self, error: CasusError) -> bool:
        """Someone on file may be the same: show who, and let the user choose."""
        if not isinstance(error, PossibleDuplicate):
            return False
        given = self._typed()
        self.shell.tasks.run(lambda: persons.find_similar(self.desk, given), owner=self, done=self._ask_which)
        return True

    def _guard_line(self) -> QLabel:
        """Say under the role why so little is asked."""
        said = QCoreApplication.translate(
            "PersonPanel",
            "Van een gezinslid onder 18 zonder eigen casus leg je alleen naam en geboortedatum vast.",
        )
        line = label(said, "small", "muted", wrap=True)
        line.hide()
        self.ui.fields.insertWidget(self.ui.fields.indexOf(self.ui.roleField) + 1, line)
        return line

    def _guarded(self) -> bool:
        """Whether nothing but name and birth date is asked: a minor in a family, without a case of their own."""
        if self._has_case or self.ui.roleField.value() != "family_member":
            return False
        try:
            born = self.ui.birthDateField.value()
        except InvalidInput:
            born = None
        return is_guarded(born, self.desk.today())

    def _words(self, person_id: str) -> PanelSpec:
        translate = QCoreApplication.translate
        title = translate("PersonPanel", "Nieuwe persoon")
        save = translate("PersonPanel", "Persoon vastleggen")
        if person_id != NEW:
            title = translate("PersonPanel", "Persoon wijzigen")
            save = translate("PersonPanel", "Wijzigingen opslaan")
        return PanelSpec(title, save, f"person:{person_id}")

    def _given(self, values: dict[str, Any]) -> PersonInput:
        kept = {key: value for key, value in filled(values).items() if key != "similar"}
        if self._guarded():
            kept |= {name: None for name in _MORE if name not in ("aliases", "interpreter", "language")}
            kept |= {"interpreter": False, "language": "nl"}
        kept["given_name"] = values["given_name"]  # "" where only a call name is known
        aliases = () if self._guarded() else self.ui.aliasesField.free_entries()
        return PersonInput(**{**kept, "aliases": aliases})

    def _typed(self) -> PersonInput:
        """What is typed so far, as far as it says who it is."""
        try:
            born = self.ui.birthDateField.value()
        except InvalidInput:
            born = None
        return PersonInput(
            given_name=self.ui.givenNameField.value(),
            surname=self.ui.surnameField.value(),
            prefix=self.ui.prefixField.value() or None,
            call_name=self.ui.callNameField.value() or None,
            birth_date=born,
        )

    def _names_changed(self) -> None:
        self._different = False
        self._look.start()

    def _find_similar(self) -> None:
        given = self._typed()
        if len(given.surname) < _LEAST:
            self.ui.similarField.show_similar(())
            return
        self.shell.tasks.run(
            lambda: persons.find_similar(self.desk, given), owner=self, done=self._show_similar
        )

    def _show_similar(self, found: list[SimilarPerson]) -> None:
        others = [person for person in found if person.id != self._person_id]
        if not self.ui.similarField.error():
            self.ui.similarField.show_similar(others)

    def _ask_which(self, found: list[SimilarPerson]) -> None:
        field = self.ui.similarField
        field.show_similar(found, choose=True)
        field.set_error(self.tr("Kijk eerst of het een van hen is. Is het iemand anders, leg die dan vast."))
        field.take_focus()

    def _look_at(self, other: str) -> None:
        """Open who is alike; beside the one in the form, when that one is on file too."""
        if self._person_id:
            self.shell.open_panel(MergePanel(self.shell, self.desk, self._person_id, other))
        else:
            self.shell.open("dossier", f"person:{other}")

    def _insist(self) -> None:
        self._different = True
        self.ui.similarField.set_error("")
        self.save()
