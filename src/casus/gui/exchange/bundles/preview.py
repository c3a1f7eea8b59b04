# SPDX-License-Identifier: EUPL-1.2
"""What a package holds, in words: from whom, how sure that is, what is in it, and what has to be answered first."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.errors import InvalidInput
from casus.gui.attachments.sizes import size_text
from casus.gui.dates_text import day_month, local_moment, number, short_date
from casus.gui.dossier.parts import facts
from casus.gui.error_text import field_error
from casus.gui.exchange.words import state_pill, who
from casus.gui.labels import label as code_label
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import CheckField, ChoiceField
from casus.gui.widgets.containers import Banner, Card
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label
from casus.services.exchange import Fact, Option, Preview, Question
from casus.services.exchange.colleagues import UNVERIFIED


class PreviewView(QWidget):
    """A preview, and the answers that taking it in asks for."""

    def __init__(self, preview: Preview, today: date) -> None:
        super().__init__()
        self.preview, self._today = preview, today
        self.questions = {one.key: self._question(one) for one in preview.questions}
        self.conscious = CheckField()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(16))
        self._column.addWidget(self._sender())
        if preview.taken_at is not None:
            words = self.tr("Dit pakket is al overgenomen, {0}. Je hoeft niets te doen.")
            self._warn(words.format(local_moment(preview.taken_at, today)), "ok")
        elif preview.sender.state == UNVERIFIED:
            self._ask_to_be_sure()
        self._column.addWidget(facts(self._facts()))
        if preview.taken_at is None:
            for field in self.questions.values():
                self._column.addWidget(field)

    def ready(self) -> bool:
        """Tell whether everything was answered, and show where it was not."""
        missing = [field for field in self.questions.values() if not field.value()]
        for field in self.questions.values():
            field.set_error("")
        for field in missing:
            field.set_error(field_error(InvalidInput(field.property("key") or "", "required")))
        if missing:
            missing[0].take_focus()
            return False
        if self.preview.sender.state == UNVERIFIED and not self.conscious.value():
            self.conscious.set_error(self.tr("Vink dit aan, of vergelijk eerst de woorden."))
            self.conscious.take_focus()
            return False
        return True

    def is_conscious(self) -> bool:
        """Tell whether the user knows that nobody compared the words."""
        return bool(self.conscious.value())

    def choices(self) -> dict[str, object]:
        """Return the answers by question."""
        return {key: field.value() for key, field in self.questions.items()}

    def take_first_focus(self, otherwise: QWidget) -> None:
        """Put the keyboard where something is asked, else on what takes it in."""
        first = next(iter(self.questions.values()), None)
        if self.preview.taken_at is not None:
            return
        if self.preview.sender.state == UNVERIFIED:
            self.conscious.take_focus()
        elif first is not None:
            first.take_focus()
        else:
            otherwise.setFocus()

    def _sender(self) -> QWidget:
        sender = self.preview.sender
        card = Card()
        card.add(label(code_label("bundle_kind", self.preview.kind), "strong", wrap=True))
        card.add(label(self.tr("Van {0}").format(sender.name), wrap=True))
        card.add(label(who(sender), "small", "muted", wrap=True))
        card.add(Pill(*state_pill(sender.state)))
        return card

    def _ask_to_be_sure(self) -> None:
        words = self.tr(
            "Niemand heeft de woorden van deze kaart vergeleken. Misschien komt dit pakket van een ander. "
            "Vergelijk eerst de woorden bij Collega's."
        )
        self._warn(words, "warn")
        self.conscious.setProperty("label", self.tr("Toch overnemen, zonder controle"))
        self._column.addWidget(self.conscious)

    def _warn(self, words: str, tone: str) -> None:
        banner = Banner(words, tone)
        banner.set_closable(False)
        self._column.addWidget(banner)

    def _facts(self) -> list[tuple[str, str]]:
        preview = self.preview
        found = [(self.tr("Gemaakt"), local_moment(preview.made_at, self._today))]
        found += [(code_label("bundle_fact", fact.name), self._words(fact)) for fact in preview.facts]
        if preview.documents:
            found.append((self.tr("Documenten"), number(preview.documents)))
        found.append((self.tr("Grootte"), size_text(preview.bytes)))
        return found

    def _words(self, fact: Fact) -> str:
        if fact.code_list and isinstance(fact.value, str):
            return code_label(fact.code_list, fact.value)
        if isinstance(fact.value, date):
            return short_date(fact.value)
        return number(fact.value) if isinstance(fact.value, int) else fact.value

    def _question(self, one: Question) -> ChoiceField:
        field = ChoiceField()
        field.setProperty("key", one.key)
        field.setProperty("label", code_label("bundle_question", one.key))
        field.set_choices([Choice(option.value, self._option(option)) for option in one.options])
        return field

    def _option(self, option: Option) -> str:
        day = day_month(option.day, self._today) if option.day else ""
        about = ", ".join(part for part in (option.about, day) if part)
        said = code_label("bundle_option", option.code)
        return f"{said}: {about}" if about else said
