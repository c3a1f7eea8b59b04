# SPDX-License-Identifier: EUPL-1.2
"""The transfers that wait for an answer: what was offered to this worker, and what this worker offered."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import day_month
from casus.gui.dossier.parts import Act, joined, lines, row
from casus.gui.exchange import BUNDLES
from casus.gui.shell import Shell
from casus.gui.transfers.answers import AcceptPanel, RefusePanel
from casus.gui.transfers.sealed import CaseAnswerPanel
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import show_if
from casus.services import transfers
from casus.services.case_exchange import AnswerRow
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import Transfer
from casus.services.transfers import TransferRow


class OffersCard(Card):
    """One line per offer, with its answers; away when there is none."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Offers", "Overdrachten die op antwoord wachten"))
        self._shell, self._desk = shell, desk
        self._rows: tuple[TransferRow | AnswerRow, ...] = ()
        self.hide()

    def show_rows(self, found: Sequence[TransferRow], to_answer: Sequence[AnswerRow] = ()) -> None:
        """Show these offers, and the cases that were taken over and whose sender has no answer yet."""
        if (*to_answer, *found) == self._rows:
            return
        self._rows = (*to_answer, *found)
        self.clear()
        show_if(self, bool(self._rows))
        if self._rows:
            self.add(lines([*map(self._to_answer, to_answer), *map(self._line, found)]))

    def _to_answer(self, one: AnswerRow) -> QWidget:
        translate = QCoreApplication.translate
        words = translate("Offers", "overgenomen; {0} wacht op je antwoord").format(one.colleague_name)
        shell, desk = self._shell, self._desk
        making: Act = (
            translate("Offers", "Antwoord maken"),
            lambda: shell.open_panel(CaseAnswerPanel(shell, desk, one.transfer_id)),
        )
        opening: Act = (
            translate("Offers", "Openen"),
            partial(shell.open, "dossier", f"case:{one.case_id}"),
        )
        return row(one.person_name, words, acts=[making, opening])

    def _line(self, one: TransferRow) -> QWidget:
        words = QCoreApplication.translate("Offers", "van {0} aan {1}, op {2}").format(
            one.from_name, one.to_name, day_month(one.offered_on, self._desk.today())
        )
        name = one.person_name or QCoreApplication.translate("Offers", "Afgeschermd dossier")
        opening: Act = (
            QCoreApplication.translate("Offers", "Openen"),
            partial(self._shell.open, "dossier", f"case:{one.case_id}"),
        )
        acts = [*offer_acts(self._shell, self._desk, one, self), opening]
        sealed = (QCoreApplication.translate("Offers", "Verzegeld"), "neutral") if one.sealed else None
        return row(name, joined(one.number, words), pill=sealed, acts=acts)


def offer_acts(shell: Shell, desk: Desk, one: TransferRow, owner: QWidget) -> list[Act]:
    """Return what can be done with an offer: accept, refuse, withdraw (by whoever made it).

    One that went in a sealed file is answered by one.
    """
    translate = QCoreApplication.translate

    def done(result: Done[Transfer]) -> None:
        shell.emit_changed(result.changes, owner)
        shell.announce(translate("Offers", "Aanbod ingetrokken"))

    def withdraw() -> None:
        shell.tasks.run(
            lambda: transfers.withdraw_transfer(desk, one.id, one.version), owner=owner, done=done
        )

    withdrawing: Act = (translate("Offers", "Intrekken"), withdraw)
    if one.sealed:
        answer: Act = (translate("Offers", "Antwoord openen"), lambda: shell.open(BUNDLES))
        return [answer, withdrawing]
    acts: list[Act] = [
        (translate("Offers", "Accepteren"), lambda: shell.open_panel(AcceptPanel(shell, desk, one.id))),
        (translate("Offers", "Weigeren"), lambda: shell.open_panel(RefusePanel(shell, desk, one.id))),
    ]
    if one.to_worker_id != desk.worker_id:
        acts.append(withdrawing)
    return acts
