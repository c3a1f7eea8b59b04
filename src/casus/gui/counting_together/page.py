# SPDX-License-Identifier: EUPL-1.2
"""The page of the team key and of the questions about who may count twice."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.domain.dates import FIRST_YEAR
from casus.domain.roles import Role
from casus.gui.counting_together import KEY
from casus.gui.counting_together.panels import (
    AnswerPanel,
    AskPanel,
    LeavePanel,
    RenewPanel,
    SendKeyPanel,
)
from casus.gui.dates_text import short_date
from casus.gui.dossier.parts import joined, lines, row
from casus.gui.labels import label as code_label
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell, Summary
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card, PageScroll, clear_layout
from casus.gui.widgets.text import label
from casus.services import matching, team
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.matching import AnswerRow, HintRow, QuestionRow
from casus.services.team import KeyRow

_PARENT = "verantwoording"
_KINDS = frozenset(
    {"team_keys", "match_hints", "match_questions", "match_answers", "persons", "bundle_receipts"}
)
_MOST = 100


@dataclass(frozen=True)
class _Found:
    keys: list[KeyRow]
    hints: list[HintRow]
    questions: list[QuestionRow]
    answers: list[AnswerRow]


class TogetherPage(Page):
    """Four cards: the key, whom a colleague may know too, what colleagues ask, what was answered."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(
            shell,
            QCoreApplication.translate("TogetherPage", "Samen tellen"),
            QCoreApplication.translate(
                "TogetherPage",
                "Zo telt iemand die twee collega's kennen één keer, zonder dat er namen bekend worden.",
            ),
        )
        self._desk = desk
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(16))
        self.body.addWidget(PageScroll(inside), 1)

    def load(self) -> None:
        """Read the key and the questions."""
        desk = self._desk
        self.shell.tasks.run(
            lambda: _Found(
                team.team_keys(desk),
                matching.match_hints(desk),
                matching.match_questions(desk),
                matching.match_answers(desk),
            ),
            owner=self,
            done=self._show,
        )

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Read again what changed."""
        if _KINDS & changes.kinds and self.isVisible():
            self.load()

    def _show(self, found: _Found) -> None:
        clear_layout(self._column)
        self._column.addWidget(self._key(found.keys))
        if found.questions:
            card = Card(self.tr("Collega's vragen jou"))
            card.add(lines([self._question(one) for one in found.questions[:_MOST]]))
            self._column.addWidget(card)
        self._column.addWidget(self._hints(found.hints))
        if found.answers:
            card = Card(self.tr("Je antwoorden, die met elke aanlevering meegaan"))
            card.add(lines([self._answer(one) for one in found.answers[:_MOST]]))
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _key(self, keys: list[KeyRow]) -> Card:
        card = Card(self.tr("Teamsleutel"))
        if not keys:
            words = self.tr(
                "Met deze sleutel maken de kluizen van je team dezelfde schuilnaam voor dezelfde persoon. De coördinator "
                "krijgt hem nooit. Eén van jullie maakt hem; de anderen krijgen hem als verzegeld pakket."
            )
            card.add(label(words, "body", "muted", wrap=True))
            card.add(button(self.tr("Maak teamsleutel"), self._make, kind="link"))
            return card
        card.add(lines([self._one_key(one) for one in keys]))
        for words, panel in (
            (self.tr("Stuur naar collega's"), SendKeyPanel),
            (self.tr("Vernieuw vanaf {0}").format(self._desk.today().year + 1), RenewPanel),
            (self.tr("Gooi weg"), LeavePanel),
        ):
            card.add(button(words, self._opens(panel), kind="link"))
        return card

    def _one_key(self, one: KeyRow) -> QWidget:
        since = one.since.date()
        title = (
            self.tr("Vanaf {0}").format(one.from_year)
            if one.from_year > FIRST_YEAR
            else self.tr("Voor alle jaren")
        )
        came = (
            self.tr("overgenomen van {0}").format(one.from_name) if one.from_name else self.tr("hier gemaakt")
        )
        return row(title, joined(came, short_date(since)))

    def _hints(self, hints: list[HintRow]) -> Card:
        card = Card(self.tr("Misschien ook bij een collega bekend"))
        if not hints:
            words = self.tr(
                "Niets te vragen. Ziet de coördinator twee schuilnamen die op elkaar lijken, dan krijg je een pakket en "
                "staat hier om wie het gaat."
            )
            card.add(label(words, "body", "muted", wrap=True))
            return card
        open_now = [one for one in hints if not one.asked_on and not one.left_on]
        for colleague_id, name in dict.fromkeys((one.colleague_id, one.colleague) for one in open_now):
            asked = tuple(one for one in open_now if one.colleague_id == colleague_id)
            if len(asked) > 1:
                words = self.tr("Vraag {0} naar alle {1}").format(name, len(asked))
                card.add(button(words, self._asks(asked), kind="link"))
        card.add(lines([self._hint(one) for one in hints[:_MOST]]))
        return card

    def _hint(self, one: HintRow) -> QWidget:
        second = joined(
            self.tr("misschien bij {0}").format(one.colleague), code_label("likeness", one.likeness)
        )
        if one.asked_on:
            return row(
                self._who(one), joined(second, self.tr("gevraagd op {0}").format(short_date(one.asked_on)))
            )
        if one.left_on:
            return row(self._who(one), joined(second, self.tr("niet gevraagd")))
        acts = (
            (self.tr("Vraag"), self._asks((one,))),
            (self.tr("Vraag niet"), lambda: self._leave(one)),
        )
        return row(self._who(one), second, acts=acts, about=one.name)

    def _who(self, one: HintRow) -> str:
        return self.tr("{0} ({1})").format(one.name, one.number)

    def _question(self, one: QuestionRow) -> QWidget:
        born = short_date(one.birth_date) if one.birth_date else self.tr("geboortedatum onbekend")
        second = joined(born, self.tr("vraag van {0}").format(one.colleague))
        answer = (
            self.tr("Beantwoord"),
            lambda: self.shell.open_panel(AnswerPanel(self.shell, self._desk, one)),
        )
        return row(one.name, second, acts=(answer,), about=one.name)

    def _answer(self, one: AnswerRow) -> QWidget:
        told = self.tr("dezelfde als bij {0}") if one.same else self.tr("een ander dan bij {0}")
        acts = ((self.tr("Trek in"), lambda: self._withdraw(one)),)
        return row(one.name, joined(told.format(one.colleague), short_date(one.answered_on)), acts=acts)

    def _opens(self, panel: Callable[[Shell, Desk], Any]) -> Callable[[], object]:
        return lambda: self.shell.open_panel(panel(self.shell, self._desk))

    def _asks(self, hints: Iterable[HintRow]) -> Callable[[], object]:
        asked = tuple(hints)
        return lambda: self.shell.open_panel(AskPanel(self.shell, self._desk, asked))

    def _make(self) -> None:
        self._run(
            lambda: team.make_team_key(self._desk),
            self.tr("Teamsleutel gemaakt. Stuur hem naar je collega's."),
        )

    def _leave(self, one: HintRow) -> None:
        self._run(
            lambda: matching.leave_match_hint(self._desk, one.id), self.tr("Onthouden: je vraagt dit niet")
        )

    def _withdraw(self, one: AnswerRow) -> None:
        self._run(lambda: matching.withdraw_match_answer(self._desk, one.id), self.tr("Antwoord ingetrokken"))

    def _run(self, work: Callable[[], Done[Any]], words: str) -> None:
        def done(result: Done[Any]) -> None:
            self.shell.emit_changed(result.changes)
            self.shell.announce(words)
            self.load()

        self.shell.tasks.run(work, owner=self, done=done, failed=self.shell.show_error)


def _summary(desk: Desk) -> Summary:
    translate = QCoreApplication.translate
    asked = len(matching.match_questions(desk))
    hints = sum(not one.asked_on and not one.left_on for one in matching.match_hints(desk))
    if not team.has_joined(desk):
        return Summary(
            translate("TogetherPage", "Er is nog geen teamsleutel: zonder kun je niet aanleveren.")
        )
    if asked + hints == 0:
        return Summary(
            translate("TogetherPage", "De teamsleutel is er, en er zijn geen vragen over dubbele personen."),
            0,
        )
    return Summary(
        translate("TogetherPage", "Vragen over personen die misschien dubbel tellen."),
        asked + hints,
        attention=True,
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is opened from Verantwoording and from the contribution."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("TogetherPage", "Samen tellen"),
        "users-three",
        lambda shell: TogetherPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent=_PARENT,
        summary=lambda: _summary(desk),
    )
