# SPDX-License-Identifier: EUPL-1.2
"""The form of a story: its texts with the check beside them, then its codes, what is declared, and consent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import language
from casus.gui.drafts import Payload
from casus.gui.forms.ui_story_form import Ui_StoryForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.stories.live_check import LiveCheck
from casus.gui.widgets.choice import Choice
from casus.services import stories
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import Story
from casus.services.stories import TEXT_PARTS, StoryInput

FORM, NEW = "story", "new"
"""A code of list form, and what stands behind it for a story that is not there yet."""
_ALREADY_READ = frozenset({"reviewed", "released", "published"})


@dataclass(frozen=True)
class _Found:
    """The story, None for a new one, and the figures it can stand beside."""

    story: Story | None
    figures: tuple[tuple[str, str], ...]


class StoryPanel(RecordPanel):
    """Write a story or change one; `story_id` is "new" for one that is not there yet."""

    def __init__(
        self, shell: Shell, desk: Desk, story_id: str = NEW, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_StoryForm()
        self.ui.setupUi(content)
        self._story_id = story_id
        translate = QCoreApplication.translate
        new = story_id == NEW
        title = (
            translate("StoryPanel", "Verhaal schrijven")
            if new
            else translate("StoryPanel", "Verhaal wijzigen")
        )
        spec = PanelSpec(title, translate("StoryPanel", "Verhaal opslaan"), f"{FORM}:{story_id}")
        super().__init__(shell, desk, content, spec, draft=draft)
        fields = {part: self.form[part] for part in TEXT_PARTS}
        self.check = LiveCheck(shell, desk, fields, self.ui.fields)  # type: ignore[arg-type]
        self.put_below(self.check.summary)

    def fetch(self) -> _Found:
        """Return the story and the figures."""
        story = None if self._story_id == NEW else stories.get_story(self.desk, self._story_id)
        return _Found(story, stories.indicator_choices(self.desk, language()))

    def fill(self, found: _Found) -> None:
        """Show what the story says; a new one is a young person's, told in text."""
        self.ui.indicatorField.set_choices([Choice(code, title) for code, title in found.figures])
        self.ui.indicatorField.set_optional(True)
        story = found.story
        if story is None:
            self.ui.perspectiveField.set_value("young_person")
            self.ui.pillarField.set_value("careers")
            self.ui.themeField.set_value("resilience")
            self.ui.mediumField.set_value("text")
            self.ui.questionField.set_value("of_value")
        else:
            self._version = story.version
            for key, field in self.form.fields.items():
                field.set_value(getattr(story, key))
            if story.status in _ALREADY_READ:
                self.set_subtitle(
                    self.tr("Verander je iets, dan wordt het weer een concept en leest iemand het opnieuw.")
                )
        self.check.check()

    def about(self) -> tuple[str, str] | None:
        """The story, when there is one."""
        return None if self._story_id == NEW else ("stories", self._story_id)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores it."""
        data, desk = StoryInput(**filled(values)), self.desk
        if self._story_id == NEW:
            return lambda: stories.write_story(desk, data)
        story_id, version = self._story_id, self._version
        return lambda: stories.update_story(desk, story_id, version, data)

    def stored(self, result: Done[Story]) -> None:
        """Tell, and what comes next."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Verhaal opgeslagen. Is het af? Toets het dan."))
