# SPDX-License-Identifier: EUPL-1.2
"""What was proposed for destruction: what waits for a second person, and how the latest ones ended."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.dates_text import local_moment
from casus.gui.dossier.parts import joined, lines, row
from casus.gui.labels import label
from casus.gui.retention.sign import SignPanel, counts_words
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.containers import Card, PageScroll
from casus.gui.widgets.text import label as text
from casus.services import destruction
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.destruction import Proposal
from casus.services.partners import workers
from casus.services.retention import names_for

_OPEN, _SHOWN, _NAMED, _WIDEST = "open", 20, 3, 860
_TONES = {"open": "warn", "confirmed": "ok", "rejected": "danger", "withdrawn": "neutral"}


@dataclass(frozen=True)
class Proposed:
    """The proposals, the newest first, with what workers and cases are called."""

    proposals: Sequence[Proposal]
    workers: Mapping[str, str]
    names: Mapping[str, str]


class ProposalsView(QWidget):
    """Two cards: what waits, and what was answered.

    `on_count` is told how many wait.
    """

    def __init__(self, shell: Shell, desk: Desk, on_count: Callable[[int], object]) -> None:
        super().__init__()
        self._shell, self._desk, self._on_count = shell, desk, on_count
        self.waiting = Card(self.tr("Wacht op een tweede persoon"))
        self.answered = Card(self.tr("Afgehandeld"))
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme().px(4), theme().px(8), theme().px(16))
        column.setSpacing(theme().px(24))
        for card in (self.waiting, self.answered):
            card.setMaximumWidth(theme().px(_WIDEST))
            column.addWidget(card)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(PageScroll(inside))

    def load(self) -> None:
        """Fetch them."""
        desk = self._desk
        self._shell.tasks.run(lambda: proposed(desk), owner=self, done=self._show)

    def _show(self, found: Proposed) -> None:
        waiting = [one for one in found.proposals if one.status == _OPEN]
        answered = [one for one in found.proposals if one.status != _OPEN][:_SHOWN]
        self._fill(self.waiting, [self._waiting(one, found) for one in waiting], self.tr("Er wacht niets."))
        self._fill(
            self.answered, [self._answered(one, found) for one in answered], self.tr("Nog niets afgehandeld.")
        )
        self._on_count(len(waiting))

    def _fill(self, card: Card, rows: Sequence[QWidget], nothing: str) -> None:
        card.clear()
        card.add(lines(rows) if rows else text(nothing, tone="muted", wrap=True))

    def _waiting(self, one: Proposal, found: Proposed) -> QWidget:
        who = found.workers.get(one.proposed_by_id, "")
        title = self._title(one, found.names)
        changed = self.tr("Er is iets veranderd sinds het voorstel") if one.changed else ""
        return row(
            title,
            joined(changed, self._when(one), who, label("destruction_ground", one.ground)),
            acts=[
                (self.tr("Controleren"), partial(self.check, one, who)),
                (self.tr("Intrekken"), partial(self.withdraw, one.id)),
            ],
            about=title,
        )

    def _answered(self, one: Proposal, found: Proposed) -> QWidget:
        second = found.workers.get(one.answered_by_id or "", "")
        answered = local_moment(one.answered_at, self._desk.today()) if one.answered_at else ""
        return row(
            joined(label("destruction_ground", one.ground), counts_words(one.counts)),
            joined(answered, found.workers.get(one.proposed_by_id, ""), second, one.reason or ""),
            pill=(label("destruction_status", one.status), _TONES[one.status]),
        )

    def check(self, one: Proposal, proposed_by: str) -> None:
        """Open the panel of the second person."""
        self._shell.open_panel(SignPanel(self._shell, self._desk, one, proposed_by))

    def withdraw(self, proposal_id: str) -> None:
        """Take a proposal back."""
        desk = self._desk

        def done(result: Done[Proposal]) -> None:
            self._shell.emit_changed(result.changes, self)
            self._shell.announce(self.tr("Voorstel ingetrokken"))

        self._shell.tasks.run(lambda: destruction.withdraw(desk, proposal_id), owner=self, done=done)

    def _when(self, one: Proposal) -> str:
        return local_moment(one.proposed_at, self._desk.today())

    def _title(self, one: Proposal, names: Mapping[str, str]) -> str:
        """Name the first dossiers or relatives and count the others."""
        about = _chosen(one)
        shown = ", ".join(names[each] for each in about[:_NAMED] if each in names)
        more = len(about) - _NAMED
        return self.tr("{0} en nog {1}").format(shown, more) if more > 0 else shown


def proposed(desk: Desk) -> Proposed:
    """Return the proposals with the names they are shown by; runs in the worker."""
    found = destruction.proposals(desk)
    named = [each for one in found if one.status == _OPEN for each in _chosen(one)[:_NAMED]]
    names = names_for(desk, case_ids=named, person_ids=named)
    return Proposed(found, {one.id: one.name for one in workers(desk)}, names)


def _chosen(one: Proposal) -> tuple[str, ...]:
    """Return what a proposal was made for."""
    return (*one.case_ids, *one.relative_ids)
