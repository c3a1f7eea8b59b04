# SPDX-License-Identifier: EUPL-1.2
"""The section of the page Beheer about the policy of the organisation."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from casus.domain.policy import Policy
from casus.errors import PolicyInvalid
from casus.gui.dates_text import language, short_date
from casus.gui.error_text import sentence
from casus.gui.manage.section import Row, Section
from casus.gui.policy.panels import PolicyFilePanel, PolicyPanel
from casus.gui.shell import Shell
from casus.gui.widgets.text import hairline, restyle, show_if
from casus.services import policy
from casus.services.desk import Desk


@dataclass(frozen=True)
class Ready:
    """What an administrator put ready: a newer policy, or a file that cannot be used."""

    proposal: policy.Proposal | None = None
    error: PolicyInvalid | None = None


def look(desk: Desk) -> Ready:
    """Look whether an administrator put a policy ready on this computer."""
    try:
        return Ready(policy.put_ready(desk, language()))
    except PolicyInvalid as error:
        return Ready(error=error)


def ready_words(ready: Ready) -> str:
    """Return the sentence about what was put ready, "" for nothing."""
    if ready.error is not None:
        words = QCoreApplication.translate(
            "PolicySection", "Het beleid dat de beheerder klaarzette, kan niet: {0}"
        )
        return words.format(sentence(ready.error))
    if ready.proposal is not None:
        words = QCoreApplication.translate(
            "PolicySection", "De beheerder heeft beleid {0} van {1} klaargezet. Bekijk het bij Beheer."
        )
        return words.format(ready.proposal.policy.number, ready.proposal.policy.organisation)
    return ""


def expired_words(desk: Desk) -> str:
    """Return the sentence about a policy whose time is over, "" while it is not."""
    last = desk.policy.valid_until
    if last is None or last >= desk.today():
        return ""
    words = QCoreApplication.translate(
        "PolicySection",
        "Het beleid van {0} liep tot en met {1} en blijft gelden tot er een nieuw bestand is.",
    )
    return words.format(desk.policy.organisation, short_date(last))


class PolicySection(Section):
    """Which policy is in force, the way to another one, and what was put ready."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Beleid van de organisatie"))
        self._shell, self._desk = shell, desk
        self.now = Row(self.tr("Wat geldt"), "", self.tr("Bekijken"), self._look_at)
        self.load_file = Row(
            self.tr("Ander beleid"),
            self.tr("Een bestand van je organisatie. Je ziet eerst wat er verandert."),
            self.tr("Bestand laden"),
            lambda: self._open(PolicyFilePanel(shell, desk)),
        )
        self.ready = Row(self.tr("Klaargezet op deze computer"), "", self.tr("Bekijken"), self._look_at_ready)
        self._ready_line = hairline()
        for row in (self.now, self.load_file):
            self.add_row(row)
        for part in (self._ready_line, self.ready):
            show_if(part, False)
            self.add(part)

    def load(self) -> None:
        """Say what is in force, and look for what was put ready."""
        self.now.say(self._words(self._desk.policy))
        desk = self._desk
        self._shell.tasks.run(lambda: look(desk), owner=self, done=self._show_ready)

    def _words(self, found: Policy) -> str:
        if not found.number:
            return self.tr(
                "Je organisatie heeft nog niets vastgelegd. Termijnen zijn nog te bevestigen door de "
                "privacyfunctionaris (FG)."
            )
        confirmed = (
            self.tr("Termijnen bevestigd door {0}.").format(found.confirmed_by)
            if found.confirmed_by
            else self.tr("Termijnen nog te bevestigen door de privacyfunctionaris (FG).")
        )
        first = short_date(found.valid_from) if found.valid_from else "–"
        words = self.tr("Beleid {0} van {1}, geldig vanaf {2}.").format(
            found.number, found.organisation, first
        )
        return " ".join(part for part in (words, confirmed, expired_words(self._desk)) if part)

    def _show_ready(self, ready: Ready) -> None:
        self.ready.say(ready_words(ready))
        restyle(self.ready.words, "tone", "muted" if ready.error is None else "warn")
        self.ready.button.setVisible(ready.proposal is not None)
        for part in (self._ready_line, self.ready):
            part.setVisible(bool(ready_words(ready)))

    def _look_at(self) -> None:
        self._open(PolicyPanel(self._shell, self._desk))

    def _look_at_ready(self) -> None:
        self._open(PolicyFilePanel(self._shell, self._desk, self._desk.in_force.place))

    def _open(self, panel: PolicyPanel | PolicyFilePanel) -> None:
        self._shell.open_panel(panel)
