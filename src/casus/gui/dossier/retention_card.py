# SPDX-License-Identifier: EUPL-1.2
"""The card of a dossier that says how long it is kept and why, with what can be decided about that."""

from PySide6.QtCore import QCoreApplication

from casus.errors import CasusError
from casus.gui.dates_text import day_month
from casus.gui.dossier.parts import Act, act_bar, facts, joined, lines, row
from casus.gui.error_text import sentence
from casus.gui.labels import label
from casus.gui.retention import KEY
from casus.gui.retention.decide_forms import HoldPanel, KeepLongerPanel
from casus.gui.retention.words import confirmed_words, term_words, until_words
from casus.gui.shell import Shell
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label as text
from casus.services.desk import Desk
from casus.services.retention import RetentionFacts, retention_facts


class RetentionCard(Card):
    """Term, what it runs from, until when, whether that is confirmed; hold and extension."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str) -> None:
        super().__init__(QCoreApplication.translate("RetentionCard", "Bewaren"))
        self._shell, self._desk, self._case_id = shell, desk, case_id
        self.add(text(self.tr("Wordt opgehaald …"), tone="muted"))
        shell.tasks.run(
            lambda: retention_facts(desk, case_id), owner=self, done=self._show, failed=self._show_failure
        )

    def _show(self, found: RetentionFacts) -> None:
        self.clear()
        today, policy = self._desk.today(), self._desk.policy
        held = self.tr("geldt voor dit dossier") if found.held else ""
        until = until_words(found.until, held=found.held, today=today)
        longer = found.until is not None and found.extended_until == found.until
        extended = self.tr("verlengd") if longer else ""
        family = ""
        if found.family is not None:
            longest = found.family.until
            open_end = self.tr("geen einddatum: er loopt nog een casus, of er geldt een bewaarplicht")
            family = joined(found.family.name, day_month(longest, today) if longest else open_end)
        term = joined(term_words(found.term.years, found.event), confirmed_words(found.term.confirmed))
        self.add(
            facts(
                [
                    (self.tr("Termijn"), term),
                    (self.tr("Vastgelegd door"), policy.organisation if policy.fixes("retention") else ""),
                    (self.tr("Privacyfunctionaris (FG)"), "" if found.term.confirmed else policy.officer),
                    (self.tr("Loopt vanaf"), day_month(found.begins, today) if found.begins else ""),
                    (self.tr("Bewaren tot"), joined(until, extended)),
                    (self.tr("Bewaarplicht"), held),
                    (self.tr("Langste van het gezin"), family),
                ]
            )
        )
        self._show_decisions(found)
        self.add(act_bar(self._acts(found)))

    def _acts(self, found: RetentionFacts) -> list[Act]:
        shell, desk, case_id = self._shell, self._desk, self._case_id

        def hold() -> None:
            shell.open_panel(HoldPanel(shell, desk, case_id, lift=found.held))

        acts: list[Act] = []
        if found.until is not None:
            acts.append(
                (self.tr("Langer bewaren"), lambda: shell.open_panel(KeepLongerPanel(shell, desk, case_id)))
            )
        acts.append(
            (self.tr("Bewaarplicht opheffen") if found.held else self.tr("Bewaarplicht zetten"), hold)
        )
        if not found.open and KEY in shell.page_keys():
            acts.append((self.tr("Naar Bewaren en vernietigen"), lambda: shell.open(KEY, f"list:{case_id}")))
        return acts

    def _show_decisions(self, found: RetentionFacts) -> None:
        today = self._desk.today()
        self.add(
            lines(
                [
                    row(
                        joined(
                            label("retention_decision", one.kind),
                            day_month(one.on, today),
                            self.tr("tot {0}").format(day_month(one.until_on, today)) if one.until_on else "",
                        ),
                        joined(one.worker, one.reason),
                    )
                    for one in found.decisions
                ]
            )
        )

    def _show_failure(self, error: CasusError) -> None:
        self.clear()
        self.add(text(sentence(error), tone="danger", wrap=True))
