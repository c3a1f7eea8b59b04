# SPDX-License-Identifier: EUPL-1.2
"""A whole consulting hour in one form: facility, day, the conversations, and those that are only counted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.errors import CasusError, InvalidForm, InvalidInput
from casus.gui.consulting.conversation_line import ConversationLine, Found
from casus.gui.dates_text import short_date
from casus.gui.drafts import Payload
from casus.gui.error_text import field_error
from casus.gui.facilities_offered import offer_facilities
from casus.gui.forms.ui_consulting_form import Ui_ConsultingForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.text import label
from casus.services import consulting, facilities
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.consulting import SessionView
from casus.services.desk import Desk
from casus.services.inputs import ConsultingSessionInput, ConversationInput
from casus.services.persons import find_similar
from casus.services.records import ConsultingSession, Facility

NEW = "new"
_LINE = "lines."
_WIDTH, _WIDEST = 640, 1080


@dataclass(frozen=True)
class _Offered:
    """The facilities to choose from, and the session that is corrected."""

    places: list[Facility]
    view: SessionView | None


class ConsultingPanel(RecordPanel):
    """Write down a session (NEW), or correct the one of `session_id`."""

    def __init__(
        self, shell: Shell, desk: Desk, session_id: str = NEW, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_ConsultingForm()
        self.ui.setupUi(content)
        self._session_id = "" if session_id == NEW else session_id
        self.totals = label(role="strong", wrap=True)
        translate = QCoreApplication.translate
        title = translate("ConsultingPanel", "Spreekuur vastleggen")
        if self._session_id:
            title = translate("ConsultingPanel", "Spreekuur wijzigen")
        save = translate("ConsultingPanel", "Spreekuur opslaan")
        super().__init__(
            shell, desk, content, PanelSpec(title, save, f"consulting:{session_id}"), draft=draft
        )
        self.ui.linesField.connect_to(shell.tasks, desk)
        self.ui.linesField.newcomer.connect(self._count_newcomer)
        self.ui.anonymousField.set_range(0, consulting.MOST)
        self.ui.newField.set_range(0, consulting.MOST)
        layout = content.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.ui.noteField), self.totals)

    @staticmethod
    def preferred_width() -> int:
        """Return more than other panels take: names and words stand beside each other."""
        return min(theme().px(_WIDTH), _WIDEST)

    def about(self) -> tuple[str, str] | None:
        """Return the session that is corrected."""
        return ("consulting_sessions", self._session_id) if self._session_id else None

    def fetch(self) -> _Offered:
        """Return the facilities, and the session with its conversations."""
        view = consulting.consulting_session(self.desk, self._session_id) if self._session_id else None
        return _Offered(facilities.facilities(self.desk), view)

    def fill(self, found: _Offered) -> None:
        """Begin with today, or with what was stored; a facility that is off the list stays to be seen."""
        ui, view = self.ui, found.view
        places = [Choice(place.id, place.name) for place in found.places]
        if view is None:
            offer_facilities(ui.facilityField, places)
            ui.onField.set_value(self.desk.today())
            return
        record = view.record
        if all(place.code != record.facility_id for place in places):
            places.append(Choice(record.facility_id, view.facility))
        offer_facilities(ui.facilityField, places)
        ui.facilityField.set_value(record.facility_id)
        ui.onField.set_value(record.on)
        ui.linesField.set_value(view.conversations)
        ui.anonymousField.set_value(record.conversations - len(view.conversations))
        ui.newField.set_value(record.new_persons)
        ui.noteField.set_value(record.note)
        self._version = record.version

    def arrange(self) -> None:
        """Add up while typing."""
        named, counted = len(self.ui.linesField.filled()), self.ui.anonymousField.value()
        words = self.tr("%n gesprek(ken)", "", named + counted)
        parts = self.tr("{0} met naam, {1} zonder naam, {2} voor het eerst").format(
            named, counted, self.ui.newField.value()
        )
        self.totals.setText(f"{words}: {parts}")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the session."""
        lines: tuple[ConversationInput, ...] = values["lines"]
        data = ConsultingSessionInput(
            values["facility_id"] or "",
            values["on"],
            len(lines) + values["anonymous"],
            values["new_persons"],
            values["note"] or None,
            lines,
        )
        desk, about, version = self.desk, self._session_id, self._version
        if about:
            return lambda: consulting.correct_consulting_session(desk, about, version, data)
        return lambda: consulting.log_consulting_session(desk, data)

    def stored(self, result: Done[ConsultingSession]) -> None:
        """Tell that all of it is on disk."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Spreekuur opgeslagen"))

    def failed(self, error: CasusError) -> bool:
        """Say at each conversation what is wrong with it; someone who is alike is shown to choose from."""
        if not isinstance(error, InvalidForm):
            return False
        of_lines = [one for one in error.errors if one.field.startswith(_LINE)]
        for one in of_lines:
            self._show_at_line(one)
        rest = [
            renamed(one, "anonymous") if one.field == "conversations" else one
            for one in error.errors
            if one not in of_lines
        ]
        if rest:
            return self.form.take(InvalidForm(tuple(rest)))
        self.ui.linesField.take_focus()
        return True

    def _show_at_line(self, error: InvalidInput) -> None:
        line = self.ui.linesField.filled()[int(error.field.split(".")[1])]
        part = error.field.rpartition(".")[2]
        at = {"note": line.note, "next_on": line.next_on}.get(part, line.name)
        line.show_message(field_error(error), at)
        if error.rule == "looks_like_someone":
            self._offer_similar(line)

    def _offer_similar(self, line: ConversationLine) -> None:
        text = line.name.text().strip()
        given = next(
            one.person
            for one, shown in zip(self.ui.linesField.value(), self.ui.linesField.filled(), strict=True)
            if shown is line
        )
        message = field_error(InvalidInput("lines", "looks_like_someone"))

        def work() -> list[Found]:
            assert given is not None
            alike = find_similar(self.desk, given)
            return [
                Found(one.id, one.name, short_date(one.birth_date) if one.birth_date else "") for one in alike
            ]

        def show(found: list[Found]) -> None:
            line.show_message(message)
            line.show_found(text, found, similar=True)

        self.shell.tasks.run(work, owner=line, done=show)

    def _count_newcomer(self, more: int) -> None:
        field = self.ui.newField
        field.set_value(max(0, field.value() + more))
        self.arrange()
