# SPDX-License-Identifier: EUPL-1.2
"""Taking a story back: the writer because consent was withdrawn, the coordinator with a reason."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_story_consent import Ui_StoryConsent
from casus.gui.forms.ui_story_withdraw import Ui_StoryWithdraw
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.services import stories
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import Story

CONSENT, WITHDRAW = "story_consent", "story_withdraw"
"""Codes of list form."""


class _BackPanel(RecordPanel):
    """What both have in common: the story they are about."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        content: QWidget,
        spec: PanelSpec,
        story_id: str,
        draft: Payload | None,
    ) -> None:
        self._story_id = story_id
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> Story:
        """Return the story."""
        return stories.get_story(self.desk, self._story_id)

    def fill(self, found: Story) -> None:
        """Say which one."""
        self._version = found.version
        self.set_subtitle(found.title)

    def stored(self, result: Done[Story]) -> None:
        """Tell, and ask to pass it on."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Verhaal ingetrokken. Stuur dat door aan wie het heeft."))


class StoryConsentPanel(_BackPanel):
    """Whose story it is no longer agrees."""

    def __init__(self, shell: Shell, desk: Desk, story_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_StoryConsent()
        self.ui.setupUi(content)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("StoryConsentPanel", "Toestemming ingetrokken"),
            translate("StoryConsentPanel", "Verhaal intrekken"),
            f"{CONSENT}:{story_id}",
        )
        super().__init__(shell, desk, content, spec, story_id, draft)

    def fill(self, found: Story) -> None:
        """It begins today."""
        super().fill(found)
        self.show_notice(
            self.tr("Dit kan niet ongedaan: het verhaal mag daarna nooit meer worden verteld."), "warn"
        )
        self.ui.withdrawnOnField.set_value(self.desk.today())

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what withdraws it."""
        desk, story_id, version = self.desk, self._story_id, self._version
        return lambda: stories.withdraw_consent(desk, story_id, version, values["withdrawn_on"])


class StoryWithdrawPanel(_BackPanel):
    """A coordinator takes a story back, with a reason."""

    def __init__(self, shell: Shell, desk: Desk, story_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_StoryWithdraw()
        self.ui.setupUi(content)
        translate = QCoreApplication.translate
        title = translate("StoryWithdrawPanel", "Verhaal intrekken")
        super().__init__(
            shell, desk, content, PanelSpec(title, title, f"{WITHDRAW}:{story_id}"), story_id, draft
        )

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what withdraws it."""
        desk, story_id, version = self.desk, self._story_id, self._version
        return lambda: stories.withdraw_story(desk, story_id, version, values["reason"])
