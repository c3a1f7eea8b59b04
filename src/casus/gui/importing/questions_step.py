# SPDX-License-Identifier: EUPL-1.2
"""Step 3: what only the user can know: values no list has, and persons who look like someone."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.gui import labels
from casus.gui.dates_text import number, short_date
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.containers import PageScroll, clear_layout
from casus.gui.widgets.text import label
from casus.services.importing import AS_NEW, SKIP, Candidate, Doubt, Question, Subject

MOST = 60
"""Questions shown at once; the rest follow after these."""
_EMPTY = "-"
_LINES = 5
_WIDTH = 760


class QuestionsStep(QWidget):
    """One choice per value and per person, however many lines have it.

    Signals:
        back: to the columns.
        decided: (values: (field, folded value) → code, persons: key → id, "new" or "skip").
    """

    back = Signal()
    decided = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[tuple[str, str], ChoiceField] = {}
        self._persons: dict[str, ChoiceField] = {}
        self.words = label(tone="muted", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(16))
        self._content = QWidget()
        self._content.setProperty("ground", "none")
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, theme().px(8), 0)
        inside.setSpacing(theme().px(16))
        inside.addWidget(self.words)
        inside.addLayout(self._list)
        inside.addStretch(1)
        self._fit()
        theme().changed.connect(self._fit)
        self.previous = button(self.tr("Terug"), self.back.emit, icon="arrow-left")
        self.all_new = button(self.tr("Alle personen zijn nieuw"), lambda: self._all(AS_NEW))
        self.none = button(self.tr("Alle twijfel overslaan"), lambda: self._all(SKIP))
        self.next = button(self.tr("Verder"), self.submit, kind="primary")
        buttons = QHBoxLayout()
        for one in (self.previous, self.all_new, self.none):
            buttons.addWidget(one)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(PageScroll(self._content), 1)
        column.addLayout(buttons)

    def show_questions(
        self,
        subject: Subject,
        questions: Sequence[Question],
        doubts: Sequence[Doubt],
        facilities: Sequence[Choice],
    ) -> None:
        """Ask these; what is beyond `MOST` comes back after they were answered."""
        clear_layout(self._list)
        self._values, self._persons = {}, {}
        for question in questions[:MOST]:
            self._add_value(subject, question, facilities)
        for doubt in doubts[: max(0, MOST - len(self._values))]:
            self._add_person(doubt)
        left = len(questions) + len(doubts) - len(self._values) - len(self._persons)
        words = self.tr(
            "Elke keuze geldt voor alle regels met dezelfde waarde. Wat je niet kiest, wordt niet geïmporteerd."
        )
        more = self.tr("Hierna volgen nog meer vragen: {0}.").format(number(left)) if left else ""
        self.words.setText(f"{words} {more}".strip())
        for one in (self.all_new, self.none):
            one.setVisible(len(self._persons) > 1)

    def take_focus(self) -> None:
        """Put the keyboard in the first question."""
        for field in (*self._values.values(), *self._persons.values()):
            field.take_focus()
            return

    def value_field(self, key: tuple[str, str]) -> ChoiceField:
        """Return the choice about a value."""
        return self._values[key]

    def shown_values(self) -> frozenset[tuple[str, str]]:
        """Return the values that were asked about."""
        return frozenset(self._values)

    def person_fields(self) -> tuple[ChoiceField, ...]:
        """Return the choices about persons, in the order of the file."""
        return tuple(self._persons.values())

    def submit(self) -> None:
        """Hand over what was decided; nothing chosen leaves a value unknown, and a person out."""
        values = {
            key: "" if field.value() == _EMPTY else field.value()
            for key, field in self._values.items()
            if field.value()
        }
        persons: Mapping[str, str] = {key: field.value() or SKIP for key, field in self._persons.items()}
        self.decided.emit(values, persons)

    def _fit(self) -> None:
        self._content.setMaximumWidth(theme().px(_WIDTH))

    def _all(self, decision: str) -> None:
        for field in self._persons.values():
            field.set_value(decision)

    def _add_value(self, subject: Subject, question: Question, facilities: Sequence[Choice]) -> None:
        of = subject.field(question.field)
        assert of is not None
        field = ChoiceField()
        field.set_label(self.tr("“{0}” in kolom {1} is").format(_short(question.value), question.column))
        help_ = self.tr("Casus kent deze waarde niet. Regels: {0}.").format(number(question.lines))
        options = list(facilities) if of.kind == "facility" else labels.choices(of.codes)
        suggested = next((one.label for one in options if one.code == question.suggestion), "")
        if suggested:
            help_ = " ".join((help_, self.tr("Waarschijnlijk: {0}.").format(suggested)))
        field.set_help(help_)
        if not of.needed:
            options = [Choice(_EMPTY, self.tr("Leeg laten")), *options]
        field.set_choices(options)
        field.set_value(question.suggestion or None)
        self._values[question.field, question.folded] = field
        self._list.addWidget(field)

    def _add_person(self, doubt: Doubt) -> None:
        field = ChoiceField()
        born = f" ({short_date(doubt.birth_date)})" if doubt.birth_date else ""
        field.set_label(self.tr("Wie is {0}{1}?").format(_short(doubt.name), born))
        lines = ", ".join(map(str, doubt.lines[:_LINES])) + ("…" if len(doubt.lines) > _LINES else "")
        field.set_help(self.tr("Deze persoon lijkt op iemand die er al is. Regels: {0}.").format(lines))
        same = [
            Choice(one.token, self.tr("Dezelfde als {0}").format(self._who(one))) for one in doubt.candidates
        ]
        others = [
            Choice(AS_NEW, self.tr("Iemand anders: vastleggen als nieuwe persoon")),
            Choice(SKIP, self.tr("Deze regels overslaan")),
        ]
        field.set_choices([*same, *others])
        field.set_value(None)
        self._persons[doubt.key] = field
        self._list.addWidget(field)

    def _who(self, one: Candidate) -> str:
        born = short_date(one.birth_date) if one.birth_date else ""
        district = labels.label("district", one.district) if one.district != "unknown" else ""
        where = self.tr("regel {0} van dit bestand").format(number(one.line)) if one.line else one.number
        return " · ".join(part for part in (one.name, born, district, where) if part)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:60]}…"
