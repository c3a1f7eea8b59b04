# SPDX-License-Identifier: EUPL-1.2
"""Sealing an approved story to the coordinator, and word of a withdrawal to whoever has the story."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.exchange.seal_panel import Sealing, SealPanel
from casus.gui.shell import Shell
from casus.gui.widgets.choice_fields import ChipsField
from casus.services import stories
from casus.services.changes import Done
from casus.services.desk import Desk

_WORKERS = frozenset({Role.PGA_EXPERT.value, Role.RIO.value})
_OFFICE = frozenset({Role.COORDINATOR.value})


class SendStoryPanel(SealPanel):
    """Seal an approved story."""

    def __init__(self, shell: Shell, desk: Desk, story_id: str) -> None:
        self._story_id = story_id
        translate = QCoreApplication.translate
        super().__init__(
            shell,
            desk,
            Sealing(
                kind="story",
                title=translate("SendStoryPanel", "Verhaal versturen"),
                subtitle=translate(
                    "SendStoryPanel",
                    "Alleen de vrijgegeven tekst gaat mee, met de handtekening van de tweede persoon. Geen namen, geen casus.",
                ),
                save_text=translate("SendStoryPanel", "Verzegelen en bewaren"),
                done_words=translate(
                    "SendStoryPanel", "Verhaal verzegeld. Geef het bestand aan de coördinator."
                ),
                roles=_OFFICE,
            ),
        )

    def send(self, ids: Sequence[str], path: Path, *, unverified: bool, overwrite: bool) -> Done[Any]:
        """Seal it."""
        return stories.send_story(
            self.desk, self._story_id, ids, path, unverified=unverified, overwrite=overwrite
        )


class SendWithdrawalPanel(SealPanel):
    """Tell whoever has the story that it may not be told any more."""

    def __init__(self, shell: Shell, desk: Desk, story_id: str) -> None:
        self._story_id = story_id
        translate = QCoreApplication.translate
        super().__init__(
            shell,
            desk,
            Sealing(
                kind="story_withdrawal",
                title=translate("SendWithdrawalPanel", "Intrekking versturen"),
                subtitle=translate(
                    "SendWithdrawalPanel", "Wie het verhaal heeft, kan het daarna niet meer vertellen."
                ),
                save_text=translate("SendWithdrawalPanel", "Verzegelen en bewaren"),
                done_words=translate(
                    "SendWithdrawalPanel", "Intrekking verzegeld. Geef het bestand aan je collega."
                ),
                roles=_WORKERS if desk.role == Role.COORDINATOR.value else _OFFICE,
            ),
        )
        shell.tasks.run(lambda: stories.holders(desk, story_id), owner=self, done=self._choose)

    def send(self, ids: Sequence[str], path: Path, *, unverified: bool, overwrite: bool) -> Done[Any]:
        """Seal it."""
        return stories.send_withdrawal(
            self.desk, self._story_id, ids, path, unverified=unverified, overwrite=overwrite
        )

    def _choose(self, ids: tuple[str, ...]) -> None:
        """Begin with those who have it; the list of colleagues came before this."""
        known = tuple(one for one in ids if one in self._known)
        if known and isinstance(self.to, ChipsField):
            self.to.set_value(known)
            self._arrange()
