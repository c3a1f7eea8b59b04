# SPDX-License-Identifier: EUPL-1.2
"""The panel of the second person: look, judge, and confirm with a secret of their own, or reject with a reason.

Nothing typed here is kept as a draft: the secret is not the worker's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.errors import CasusError, InvalidInput
from casus.gui.dates_text import day_month, local_moment, number
from casus.gui.error_text import sentence
from casus.gui.forms.ui_destruction_sign import Ui_DestructionSign
from casus.gui.labels import label
from casus.gui.manage.second_person import SECOND
from casus.gui.retention.plan_view import PlanView
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.form import Form
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label as text
from casus.services import destruction
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.destruction import Destroyed, Proposal, Second
from casus.services.retention import names_for

_CONFIRM, _REJECT = "confirm", "reject"
_WHOLE = ("cases", "persons", "families")
COPIES_LAST = timedelta(days=90)
"""How long a copy outside this vault may hold what was destroyed (security.md 5.6)."""


@dataclass(frozen=True)
class _Found:
    """Who may be the second, and what is called how."""

    seconds: list[Second]
    names: Mapping[str, str]


class SignPanel(SidePanel):
    """Confirm or reject a proposal, with someone else at the laptop."""

    def __init__(self, shell: Shell, desk: Desk, proposal: Proposal, proposed_by: str) -> None:
        content, fields = QWidget(), QWidget()
        self.ui = Ui_DestructionSign()
        self.ui.setupUi(fields)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(20))
        self.view = PlanView()
        column.addWidget(self.view)
        column.addWidget(fields)
        when = local_moment(proposal.proposed_at, desk.today())
        said = QCoreApplication.translate("SignPanel", "Voorgesteld door {0}, {1} · {2}")
        super().__init__(
            QCoreApplication.translate("SignPanel", "Controleren en vernietigen"),
            content,
            save_text=QCoreApplication.translate("SignPanel", "Voorgoed vernietigen"),
            subtitle=said.format(proposed_by, when, label("destruction_ground", proposal.ground)),
        )
        self.shell, self._desk, self._proposal = shell, desk, proposal
        self.form = Form(content, today=desk.clock.today)
        self.ui.secretField.add_toggle()
        self.ui.decisionField.set_choices(
            [Choice(_CONFIRM, self.tr("Vernietigen")), Choice(_REJECT, self.tr("Niet vernietigen"))]
        )
        self.ui.decisionField.set_value(_CONFIRM)
        self.form.changed.connect(self._arrange)
        self.save_requested.connect(self.sign)
        self._arrange()
        self.set_busy(True)
        shell.tasks.run(lambda: _look(desk, proposal), owner=self, done=self._show, failed=self._failed)

    @property
    def rejects(self) -> bool:
        """Whether the second person says no."""
        return bool(self.ui.decisionField.value() == _REJECT)

    def sign(self) -> None:
        """Confirm or reject."""
        values = self.form.read()
        if values is None:
            return
        if not self.rejects and not values["checked"]:
            self.form.show_errors([InvalidInput("checked", "not_checked")])
            return
        self.set_busy(True)
        self.show_notice("")
        desk, about, second, secret = self._desk, self._proposal.id, values["second"], values["secret"]
        if self.rejects:
            reason = values["reason"]
            self.shell.tasks.run(
                lambda: destruction.reject(desk, about, second, secret, reason),
                owner=self,
                done=self._rejected,
                failed=self._failed,
            )
            return
        self.show_notice(self.tr("Wordt vernietigd. Dit kan even duren; sluit Casus niet."), "neutral")
        self.shell.tasks.run(
            lambda: destruction.confirm(desk, about, second, secret),
            owner=self,
            done=self._destroyed,
            failed=self._failed,
        )

    def _arrange(self) -> None:
        """A reason is asked of who rejects, a tick of who confirms."""
        self.ui.reasonField.setVisible(self.rejects)
        self.ui.checkedField.setVisible(not self.rejects)
        self._save.setText(self.tr("Afwijzen") if self.rejects else self.tr("Voorgoed vernietigen"))

    def _show(self, found: _Found) -> None:
        self.set_busy(False)
        one = self._proposal
        self.view.show_going(one.case_ids, one.person_ids, one.family_ids, one.counts, found.names)
        others = [each for each in found.seconds if each.worker_id != one.proposed_by_id]
        self.ui.secondField.set_choices([Choice(each.worker_id, each.name) for each in others])
        if len(others) == 1:
            self.ui.secondField.set_value(others[0].worker_id)
        if not others:
            self.show_notice(
                self.tr(
                    "Er is nog geen tweede persoon aangemeld op deze computer. Doe dat eerst, samen, bij Beheer."
                ),
                "warn",
            )
            self.add_action(button(self.tr("Naar Beheer"), lambda: self.shell.open("beheer", SECOND)))
            self.save_button().setEnabled(False)
        elif one.changed:
            self.show_notice(
                self.tr(
                    "Aan deze dossiers is iets veranderd sinds het voorstel. Wijs het af, of trek het in en stel het "
                    "opnieuw voor."
                ),
                "warn",
            )

    def _rejected(self, done: Done[Proposal]) -> None:
        self.set_busy(False)
        self.shell.close_panel()
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.tr("Afgewezen. Er is niets vernietigd."))

    def _destroyed(self, done: Done[Destroyed]) -> None:
        self.set_busy(False)
        self.shell.emit_changed(done.changes, self)
        self.shell.open_panel(DonePanel(done.value))

    def _failed(self, error: CasusError) -> None:
        self.set_busy(False)
        self.ui.secretField.set_value("")
        if not self.form.take(error):
            self.show_notice(sentence(error))
            self.show_top()


class DonePanel(SidePanel):
    """What was destroyed, and until when a copy elsewhere may still hold it."""

    def __init__(self, done: Destroyed) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        super().__init__(QCoreApplication.translate("DonePanel", "Vernietigd"), content)
        for words in self._words(done):
            column.addWidget(text(words, wrap=True))

    def _words(self, done: Destroyed) -> list[str]:
        copies = self.tr(
            "Reservekopieën en pakketten die al buiten deze kluis staan, verlopen binnen 90 dagen: uiterlijk {0}. "
            "Tot dan kan iemand met de sleutel ze nog lezen."
        )
        words = [
            self.tr("Voorgoed weg: {0}.").format(counts_words(done.counts)),
            self.tr(
                "In het logboek staat alleen dat dit vernietigd is, door wie en waarom. De tellingen kloppen nog."
            ),
            copies.format(day_month(done.on + COPIES_LAST)),
        ]
        if not done.finished:
            words.append(
                self.tr(
                    "Het bestand van je kluis is nog niet schoongeschreven (is de schijf vol?). Casus doet dat vanzelf "
                    "zodra je de kluis weer ontgrendelt."
                )
            )
        return words


def counts_words(counts: Mapping[str, int]) -> str:
    """`Casus 2 · Persoon 1 · Contactmoment 14`: the dossiers first, then what was in them, the most first."""
    found = sorted(counts.items(), key=lambda pair: (pair[0] not in _WHOLE, -pair[1], pair[0]))
    return " · ".join(f"{label('record_kind', kind)} {number(amount)}" for kind, amount in found if amount)


def _look(desk: Desk, one: Proposal) -> _Found:
    names = names_for(desk, case_ids=one.case_ids, person_ids=one.person_ids, family_ids=one.family_ids)
    return _Found(destruction.second_persons(desk), names)
