# SPDX-License-Identifier: EUPL-1.2
"""A story to read: its texts under their headings, then what was declared, and how it stands."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.dates_text import day_month
from casus.gui.labels import label as code_label
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import hairline, label
from casus.services import stories
from casus.services.desk import Desk
from casus.services.records import Story
from casus.services.stories import TEXT_PARTS

_WIDEST = 560


class StoryView(QWidget):
    """The story as a reader meets it."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))
        self.setMaximumWidth(theme().px(_WIDEST))

    def show_story(self, story: Story) -> None:
        """Show this one."""
        clear_layout(self._column)
        self._column.addWidget(label(story.title, "section", wrap=True))
        self._column.addWidget(label(self._codes(story), "small", "muted", wrap=True))
        for part in TEXT_PARTS[1:]:
            words = getattr(story, part)
            if words:
                self._column.addSpacing(theme().px(8))
                self._column.addWidget(label(code_label("story_part", part), "strong", wrap=True))
                self._column.addWidget(label(words, wrap=True))
        self._column.addWidget(hairline())
        for words in self.facts(story):
            self._column.addWidget(label(words, "small", "muted", wrap=True))

    def _codes(self, story: Story) -> str:
        words = [
            code_label("pillar", story.pillar),
            code_label("story_perspective", story.perspective),
            code_label("story_question", story.question),
        ]
        if story.against_grain:
            words.append(code_label("story_grain", "against"))
        return " · ".join(words)

    def facts(self, story: Story) -> list[str]:
        """Return what was declared, and how far the story is, a sentence each."""
        found = [self.tr("Stand: {0}").format(code_label("story_status", story.status))]
        if story.composite:
            found.append(
                self.tr("Samengesteld uit meer ervaringen, of details veranderd. Dat staat in het verslag.")
            )
        if story.consent_by and story.consent_on:
            who = code_label("story_consent_by", story.consent_by)
            found.append(self.tr("Toestemming van: {0} ({1})").format(who, day_month(story.consent_on)))
        if story.approved_on:
            found.append(
                self.tr("Door een tweede persoon vrijgegeven op {0}").format(day_month(story.approved_on))
            )
        if story.published_on:
            found.append(self.tr("Gepubliceerd op {0}").format(day_month(story.published_on)))
        if story.consent_withdrawn_on:
            found.append(
                self.tr("Toestemming ingetrokken op {0}").format(day_month(story.consent_withdrawn_on))
            )
        elif story.withdrawn_on:
            found.append(self.tr("Ingetrokken op {0}").format(day_month(story.withdrawn_on)))
        if story.withdrawn_reason:
            found.append(story.withdrawn_reason)
        return found


class ReadingPanel(SidePanel):
    """A story at the right, to read only."""

    def __init__(self, shell: Shell, desk: Desk, story_id: str) -> None:
        self.view = StoryView()
        super().__init__(QCoreApplication.translate("ReadingPanel", "Verhaal"), self.view)
        shell.tasks.run(
            lambda: stories.get_story(desk, story_id),
            owner=self,
            done=self.view.show_story,
            failed=shell.show_error,
        )
