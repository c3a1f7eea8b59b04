# SPDX-License-Identifier: EUPL-1.2
"""The conversations of a consulting hour under each other; Enter always goes on to the next thing to type."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from casus.domain.dates import parse_date
from casus.domain.names import parse_full
from casus.errors import InvalidInput
from casus.gui.consulting.conversation_line import SURELY_NEW, ConversationLine, Found
from casus.gui.error_text import field_error
from casus.gui.tasks import TaskRunner
from casus.gui.widgets.lines import Line, LinesField
from casus.services.consulting import Conversation
from casus.services.desk import Desk
from casus.services.inputs import ConversationInput, PersonInput
from casus.services.search import search

_MOST, _LOOKED_AT = 6, 24


class ConversationsField(LinesField):
    """Conversations; `connect_to` gives it a vault to look names up in.

    Signals:
        newcomer: how many more (or fewer) are to be put on file.
    """

    newcomer = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.today: Callable[[], date] = date.today
        self.versions: dict[str, int] = {}
        self._tasks: TaskRunner | None = None
        self._desk: Desk | None = None
        super().__init__(parent)

    def connect_to(self, tasks: TaskRunner, desk: Desk) -> None:
        """Look names up in this vault."""
        self._tasks, self._desk, self.today = tasks, desk, desk.clock.today

    def make_line(self) -> Line:
        line = ConversationLine()
        line.asked.connect(lambda text: self._search(line, text))
        line.finished.connect(lambda: self._next(line))
        line.newcomer.connect(self.newcomer)
        line.removed.connect(lambda: self.newcomer.emit(-1) if line.is_new else None)
        return line

    def filled(self) -> list[ConversationLine]:
        """Return the lines in which something stands."""
        return [line for line in self.lines if isinstance(line, ConversationLine) and not line.empty()]

    def newcomers(self) -> int:
        """Return how many are to be put on file."""
        return sum(line.is_new for line in self.filled())

    def value(self) -> tuple[ConversationInput, ...]:
        """Return the conversations; raise InvalidInput after saying at each line what is wrong with it."""
        wrong: InvalidInput | None = None
        found = []
        for line in self.filled():
            line.show_message("")
            try:
                found.append(self._read(line))
            except InvalidInput as error:
                line.show_message(field_error(error), self._part(line, error))
                wrong = wrong or error
        if wrong is not None:
            raise wrong
        return tuple(found)

    def set_value(self, value: Sequence[Conversation] | None) -> None:
        """Show conversations that were stored, and know their versions."""
        self.versions = {one.contact_id: one.version for one in value or ()}
        self.set_raw(
            [
                [one.name, "", one.note or "", "", one.person_id, "known", one.contact_id]
                for one in value or ()
            ]
        )

    def words(self) -> str:
        return "; ".join(", ".join(part for part in line.texts()[:4] if part) for line in self.filled())

    def take_focus(self) -> None:
        """Go to the first line with something wrong, else to the first line."""
        line = next((one for one in self.filled() if one.has_message()), None)
        target = line.wrong_part if line is not None else self.lines[0].first()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, line: ConversationLine) -> ConversationInput:
        key = self.get_key()
        name, born, note, next_on = line.texts()[:4]
        if not line.state:
            raise InvalidInput(key, "nobody_chosen")
        birth = parse_date(born, self.today(), field=key, century="past") if born and line.is_new else None
        ahead = parse_date(next_on, self.today(), field=key, prefer="future") if next_on else None
        parts = parse_full(name)
        person = PersonInput(parts.given, parts.surname, parts.prefix or None, birth_date=birth)
        return ConversationInput(
            line.person_id or None,
            person if line.is_new else None,
            line.state == SURELY_NEW,
            note or None,
            ahead,
            (line.contact_id, self.versions.get(line.contact_id, 0)) if line.contact_id else None,
        )

    def _part(self, line: ConversationLine, error: InvalidInput) -> QLineEdit:
        """Return the part that is wrong: the name, or the date that cannot be read."""
        if error.rule == "nobody_chosen":
            return line.name
        try:
            if line.born.text() and line.is_new:
                parse_date(line.born.text(), self.today(), field=self.get_key(), century="past")
        except InvalidInput:
            return line.born
        return line.next_on

    def set_error(self, sentence: str) -> None:
        """Show an error of the whole field; one of a line stands at the line already."""
        at_line = any(line.has_message() for line in self.filled())
        super().set_error("" if at_line else sentence)

    def _next(self, line: ConversationLine) -> None:
        """Go to the line after this one; an empty one is always there."""
        at = self.lines.index(line)
        following = self.lines[min(at + 1, len(self.lines) - 1)]
        following.first().setFocus(Qt.FocusReason.TabFocusReason)

    def _search(self, line: ConversationLine, text: str) -> None:
        desk = self._desk
        if not text or self._tasks is None or desk is None:
            line.show_found("", ())
            return

        def work() -> list[Found]:
            hits = [hit for hit in search(desk, text, _LOOKED_AT) if hit.kind == "persons"]
            return [Found(hit.record_id, hit.title, hit.subtitle) for hit in hits[:_MOST]]

        self._tasks.run(work, owner=line, done=lambda found: line.show_found(text, found))
