# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's page of contributions: whose are in for a period, whose are missing, and who may count twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.domain.periods import Period
from casus.domain.roles import Role
from casus.errors import InvalidInput
from casus.gui.contributed import KEY
from casus.gui.contributed.taking_back import TakeBackPanel
from casus.gui.contributed.taking_back import forms as _forms
from casus.gui.dates_text import local_moment, number, short_date
from casus.gui.dossier.parts import joined, lines, row
from casus.gui.error_text import field_error
from casus.gui.exchange import BUNDLES
from casus.gui.exchange.seal_panel import Sealing, SealPanel
from casus.gui.forms_registry import FormSpec
from casus.gui.labels import label as code_label
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell, Summary
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card, EmptyState, PageScroll, clear_layout
from casus.gui.widgets.long_card import LongCard
from casus.gui.widgets.text import label
from casus.gui.widgets.text_fields import TextField
from casus.services import matching, taken_back
from casus.services.changes import Done
from casus.services.contributions import received
from casus.services.coverage import OTHER_CATALOGUE, Covered, coverage
from casus.services.desk import Desk
from casus.services.exchange import ColleagueRow
from casus.services.matching import HintsFor

_PARENT = "rapportage"
_WIDTH = 260
_TONES = {"in": "ok", "missing": "warn", "other_date": "warn"}
_KINDS = frozenset({"contribution_batches", "colleagues", "workers", "bundle_receipts"})


@dataclass(frozen=True)
class _Found:
    covered: list[Covered]
    doubtful: list[HintsFor]
    released: tuple[int, ...]


class ContributedPage(Page):
    """Two cards for a typed period: the workers, and the doubtful pairs per worker who can be asked."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(
            shell,
            QCoreApplication.translate("ContributedPage", "Aanleveringen"),
            QCoreApplication.translate(
                "ContributedPage", "Van wie de cijfers over een periode binnen zijn, en van wie nog niet."
            ),
        )
        self._desk = desk
        self._period: Period | None = None
        self.open_bundle = self.set_primary(
            self.tr("Neem pakket over"), lambda: shell.open(BUNDLES), icon="package"
        )
        self.period = TextField()
        self.period.set_key("period")
        self.period.set_label(self.tr("Periode"))
        self.period.edit.setMaximumWidth(theme().px(_WIDTH))
        self.period.edit.returnPressed.connect(self.show_period)
        self.go = button(self.tr("Toon periode"), self.show_period, icon="eye")
        line = QHBoxLayout()
        line.addWidget(self.period)
        line.addWidget(self.go, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(16))
        self.body.addLayout(line)
        self.body.addWidget(PageScroll(inside), 1)

    def load(self) -> None:
        """Begin with the period that was contributed for last, else this year."""
        if self.period.value():
            self.show_period()
        else:
            self.shell.tasks.run(lambda: received(self._desk)[:1], owner=self, done=self._propose)

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Read again when a contribution came in."""
        if _KINDS & changes.kinds and self.isVisible():
            self.show_period()

    def show_period(self) -> None:
        """Read whose contributions are in for the typed period."""
        try:
            period = Period.parse(self.period.value())
        except InvalidInput as error:
            self.period.set_error(field_error(error, self.period.get_label()))
            self.period.take_focus()
            return
        self.period.set_error("")
        self._period = period
        desk = self._desk
        self.shell.tasks.run(
            lambda: _Found(
                coverage(desk, period),
                matching.doubtful(desk, period),
                taken_back.released_over(desk, period),
            ),
            owner=self,
            done=self._show,
            failed=self.shell.show_error,
        )

    def _propose(self, latest: Sequence[Any]) -> None:
        self.period.set_value(latest[0].period if latest else str(self._desk.today().year))
        self.show_period()

    def _show(self, found: _Found) -> None:
        clear_layout(self._column)
        if not found.covered:
            words = self.tr(
                "Er is nog niemand om cijfers van te krijgen. Neem eerst de kaarten van je collega's over."
            )
            self._column.addWidget(EmptyState("tray", words), 1)
            return
        inside = sum(one.state == "in" for one in found.covered)
        title = self.tr("{0} van {1} binnen").format(number(inside), number(len(found.covered)))
        if found.released:
            words = self.tr("Over deze periode is vrijgegeven (nummer {0}). Dat verandert niet meer.")
            self._column.addWidget(
                label(words.format(", ".join(map(str, found.released))), "body", "muted", wrap=True)
            )
        self._column.addWidget(LongCard(title, [partial(self._worker, one) for one in found.covered]))
        self._column.addWidget(self._doubts(found.doubtful))
        self._column.addStretch(1)

    def _worker(self, one: Covered) -> QWidget:
        second = code_label("worker_role", one.role)
        if one.made_at is not None and one.reference_date is not None:
            second = joined(
                second,
                self.tr("gemaakt {0}").format(local_moment(one.made_at, self._desk.today())),
                self.tr("peildatum {0}").format(short_date(one.reference_date)),
                self.tr("{0} regels").format(number(one.rows)),
                code_label("catalogue_state", one.catalogue) if one.catalogue in OTHER_CATALOGUE else "",
            )
        pill = (code_label("coverage", one.state), _TONES.get(one.state, ""))
        acts = ((self.tr("Terugnemen…"), lambda: self._take_back(one.batch_id)),) if one.batch_id else ()
        return row(one.name or self.tr("Zonder zegel ontvangen"), second, pill=pill, acts=acts)

    def _take_back(self, batch_id: str) -> None:
        self.shell.open_panel(TakeBackPanel(self.shell, self._desk, batch_id))

    def _doubts(self, doubtful: Sequence[HintsFor]) -> Card:
        card = Card(self.tr("Misschien dubbel geteld"))
        words = self.tr("Geen schuilnamen die op elkaar lijken.")
        if doubtful:
            words = self.tr(
                "Schuilnamen die op elkaar lijken. Jij weet niet wie het zijn; je collega's vinden het onder elkaar uit "
                "en zetten het antwoord in hun volgende aanlevering."
            )
        card.add(label(words, "body", "muted", wrap=True))
        if doubtful:
            card.add(lines([self._doubt(one) for one in doubtful]))
        return card

    def _doubt(self, one: HintsFor) -> QWidget:
        act = (self.tr("Verzegel vragen"), lambda: self._ask(one))
        return row(one.name, self.tr("Personen om na te gaan: {0}").format(number(one.number)), acts=(act,))

    def _ask(self, one: HintsFor) -> None:
        if self._period is not None:
            self.shell.open_panel(HintsPanel(self.shell, self._desk, self._period, one))


class HintsPanel(SealPanel):
    """Seal to a worker which own pseudonyms look like a colleague's."""

    def __init__(self, shell: Shell, desk: Desk, period: Period, hints: HintsFor) -> None:
        translate = QCoreApplication.translate
        self._period, self._hints = period, hints
        super().__init__(
            shell,
            desk,
            Sealing(
                kind="match_hint",
                title=translate("HintsPanel", "Vragen verzegelen"),
                subtitle=translate(
                    "HintsPanel",
                    "{0} ziet om wie het gaat en welke collega het kan weten. Er staan geen namen in.",
                ).format(hints.name),
                save_text=translate("HintsPanel", "Verzegelen en bewaren"),
                done_words=translate("HintsPanel", "Vragen verzegeld. Geef het bestand aan je collega."),
                roles=frozenset({Role.PGA_EXPERT.value, Role.RIO.value}),
                many=False,
            ),
        )

    def offered(self, found: Sequence[ColleagueRow]) -> list[ColleagueRow]:
        """Offer only the worker it is for."""
        return [one for one in found if one.id == self._hints.colleague_id]

    def send(self, ids: Sequence[str], path: Path, *, unverified: bool, overwrite: bool) -> Done[Any]:
        """Seal the questions."""
        return matching.send_match_hints(
            self.desk, self._period, ids[0], path, unverified=unverified, overwrite=overwrite
        )


def _summary() -> Summary:
    return Summary(
        QCoreApplication.translate("ContributedPage", "Van wie de cijfers binnen zijn, en van wie nog niet.")
    )


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the form that a draft opens again."""
    return _forms(desk)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is opened from Verantwoording and from the report."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("ContributedPage", "Aanleveringen"),
        "tray",
        lambda shell: ContributedPage(shell, desk),
        frozenset({Role.COORDINATOR}),
        in_sidebar=False,
        parent=_PARENT,
        summary=_summary,
    )
