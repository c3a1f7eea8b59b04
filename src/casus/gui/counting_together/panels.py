# SPDX-License-Identifier: EUPL-1.2
"""Sending and renewing the key of the team; asking a colleague, and answering one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.domain.roles import Role
from casus.errors import CasusError
from casus.gui.dates_text import short_date
from casus.gui.error_text import sentence
from casus.gui.exchange.seal_panel import Sealing, SealPanel
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label
from casus.services import matching, team
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.exchange import ColleagueRow
from casus.services.exchange.kinds_of.team_key import CODE as TEAM_KEY
from casus.services.exchange.kinds_of.team_key import send_team_key
from casus.services.matching import HintRow, QuestionRow

_WORKERS = frozenset({Role.PGA_EXPERT.value, Role.RIO.value})
_NONE = "none"


class SendKeyPanel(SealPanel):
    """Seal the keys of the team to workers; a coordinator is not offered."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            shell,
            desk,
            Sealing(
                kind=TEAM_KEY,
                title=translate("SendKeyPanel", "Teamsleutel versturen"),
                subtitle=translate(
                    "SendKeyPanel",
                    "Alleen aan PGA-experts en RIO's van je team. Wie de sleutel heeft en bij de coördinator kan "
                    "kijken, kan namen uitproberen.",
                ),
                save_text=translate("SendKeyPanel", "Verzegelen en bewaren"),
                done_words=translate(
                    "SendKeyPanel", "Teamsleutel verzegeld. Geef het bestand aan je collega's."
                ),
                roles=_WORKERS,
            ),
        )

    def send(self, ids: Sequence[str], path: Path, *, unverified: bool, overwrite: bool) -> Done[Any]:
        """Seal the keys."""
        return send_team_key(self.desk, ids, path, unverified=unverified, overwrite=overwrite)


class AskPanel(SealPanel):
    """Ask the one colleague who may know these persons; only there the names can be read."""

    def __init__(self, shell: Shell, desk: Desk, hints: Sequence[HintRow]) -> None:
        translate = QCoreApplication.translate
        self._hints = hints
        super().__init__(
            shell,
            desk,
            Sealing(
                kind="match_question",
                title=translate("AskPanel", "Een collega vragen"),
                subtitle=translate(
                    "AskPanel",
                    "{0} ziet van {1} de naam en geboortedatum, en zegt of het dezelfde persoon is.",
                ).format(hints[0].colleague, ", ".join(one.name for one in hints)),
                save_text=translate("AskPanel", "Verzegelen en bewaren"),
                done_words=translate("AskPanel", "Vraag verzegeld. Geef het bestand aan je collega."),
                roles=_WORKERS,
                many=False,
            ),
        )

    def offered(self, found: Sequence[ColleagueRow]) -> list[ColleagueRow]:
        """Offer only the colleague it is about."""
        return [one for one in found if one.id == self._hints[0].colleague_id]

    def send(self, _ids: Sequence[str], path: Path, *, unverified: bool, overwrite: bool) -> Done[Any]:
        """Seal the question."""
        ids = [one.id for one in self._hints]
        return matching.send_match_question(self.desk, ids, path, unverified=unverified, overwrite=overwrite)


class _DecisionPanel(SidePanel):
    """Base: explains in a few sentences what one button does, and does it."""

    def __init__(self, shell: Shell, desk: Desk, title: str, save_text: str, words: Sequence[str]) -> None:
        content = QWidget()
        super().__init__(title, content, save_text=save_text)
        self.shell, self.desk = shell, desk
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().px(12))
        for one in words:
            self.column.addWidget(label(one, wrap=True))
        self.save_requested.connect(self.save)

    def work(self) -> Callable[[], Done[Any]] | None:
        """Return what is done, None when something is missing still."""
        raise NotImplementedError

    def done_words(self) -> str:
        """Return what is said when it was done."""
        raise NotImplementedError

    def begin(self) -> bool:
        """Begin at the button: there is nothing to type."""
        self.save_button().setFocus()
        return True

    def save(self) -> None:
        """Do it, in the worker."""
        work = self.work()
        if work is not None:
            self.set_busy(True)
            self.shell.tasks.run(work, owner=self, done=self._stored, failed=self._refused)

    def _stored(self, done: Done[Any]) -> None:
        self.set_busy(False)
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.done_words())
        self.shell.close_panel()

    def _refused(self, error: CasusError) -> None:
        self.set_busy(False)
        self.show_notice(sentence(error))


class RenewPanel(_DecisionPanel):
    """Make a key for the next reporting year."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        translate = QCoreApplication.translate
        year = desk.today().year + 1
        super().__init__(
            shell,
            desk,
            translate("RenewPanel", "Teamsleutel vernieuwen"),
            translate("RenewPanel", "Vernieuw vanaf {0}").format(year),
            (
                translate("RenewPanel", "Doe dit als een collega vertrekt of een computer kwijt is."),
                translate(
                    "RenewPanel",
                    "Vanaf {0} krijgt iedereen andere schuilnamen, die wie vertrok niet kan maken. Dit jaar blijft de "
                    "sleutel zoals hij is, zodat de cijfers van dit jaar kloppen.",
                ).format(year),
                translate("RenewPanel", "Stuur de nieuwe sleutel daarna aan ieder die in je team blijft."),
            ),
        )

    def work(self) -> Callable[[], Done[Any]]:
        """Renew it."""
        return lambda: team.renew_team_key(self.desk)

    def done_words(self) -> str:
        """Say so."""
        return QCoreApplication.translate("RenewPanel", "Teamsleutel vernieuwd. Stuur hem naar je collega's.")


class LeavePanel(_DecisionPanel):
    """Throw the keys of the team away."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            shell,
            desk,
            translate("LeavePanel", "Teamsleutel weggooien"),
            translate("LeavePanel", "Gooi teamsleutel weg"),
            (
                translate("LeavePanel", "Doe dit als je in een ander team gaat werken, of als jullie er per ongeluk twee hebben gemaakt."),
                translate(
                    "LeavePanel",
                    "Dit is niet ongedaan te maken. Je kunt pas weer aanleveren met de sleutel van je team; heeft geen "
                    "collega hem, dan tellen jullie voor dit jaar opnieuw.",
                ),
            ),
        )  # fmt: skip

    def work(self) -> Callable[[], Done[Any]]:
        """Throw them away."""
        return lambda: team.leave_team(self.desk)

    def done_words(self) -> str:
        """Say so."""
        return QCoreApplication.translate("LeavePanel", "Teamsleutel weggegooid")


class AnswerPanel(_DecisionPanel):
    """Say whether the person a colleague asks about is one of ours."""

    def __init__(self, shell: Shell, desk: Desk, question: QuestionRow) -> None:
        translate = QCoreApplication.translate
        self._question = question
        born = short_date(question.birth_date) if question.birth_date else ""
        who = f"{question.name} ({born})" if born else question.name
        super().__init__(
            shell,
            desk,
            translate("AnswerPanel", "Is dit dezelfde persoon?"),
            translate("AnswerPanel", "Bewaar antwoord"),
            (
                translate("AnswerPanel", "{0} vraagt naar: {1}.").format(question.colleague, who),
                translate(
                    "AnswerPanel",
                    "Je antwoord gaat met je volgende aanlevering mee, als schuilnaam. De naam hierboven wordt daarna "
                    "uit jouw kluis gewist.",
                ),
            ),
        )
        self.same = ChoiceField()
        self.same.setProperty("label", translate("AnswerPanel", "Wie van jouw personen is dit?"))
        alike = [
            Choice(
                one.person_id,
                f"{one.name} ({one.number}, {short_date(one.birth_date) if one.birth_date else '?'})",
            )
            for one in question.candidates
        ]
        self.same.set_choices([*alike, Choice(_NONE, translate("AnswerPanel", "Geen van mijn personen"))])
        if not alike:
            self.same.set_value(_NONE)
        self.column.addWidget(self.same)

    def begin(self) -> bool:
        """Begin with the choice."""
        self.same.take_focus()
        return True

    def work(self) -> Callable[[], Done[Any]] | None:
        """Answer with what was chosen."""
        chosen = str(self.same.value() or "")
        if not chosen:
            self.same.set_error(
                QCoreApplication.translate("AnswerPanel", "Kies wie het is, of geen van je personen.")
            )
            self.same.take_focus()
            return None
        one = self._question
        person_id = None if chosen == _NONE else chosen
        return lambda: matching.answer_match(self.desk, one.id, person_id, version=one.version)

    def done_words(self) -> str:
        """Say so."""
        return QCoreApplication.translate("AnswerPanel", "Antwoord bewaard voor je volgende aanlevering")
