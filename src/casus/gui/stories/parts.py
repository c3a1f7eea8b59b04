# SPDX-License-Identifier: EUPL-1.2
"""The two parts of a worker's page with stories: the own stories, and the cases that were marked as holding one."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from casus.gui.dates_text import number
from casus.gui.records import ListActs, ListPage
from casus.gui.stories.tips import tips_table
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.segments import SegmentBar
from casus.gui.widgets.text import show_if
from casus.services import story_tips
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import Case

STORIES, TIPS = "stories", "tips"


class StoryParts(QObject):
    """A bar above both lists; a tip leads to its dossier, and goes when the story is written."""

    def __init__(self, page: ListPage, desk: Desk, acts: ListActs, more: QWidget) -> None:
        super().__init__(page)
        self._page, self._desk, self._acts, self._more = page, desk, acts, more
        self.tips = tips_table(page.shell, desk)
        self._clear_words = self.tr("Tip weghalen")
        self.clear = page.add_secondary(self._clear_words, self._clear, icon="x")
        self.clear.setToolTip(f"{self._clear_words} (W)")
        short = QShortcut(QKeySequence("W"), self.tips.view, context=Qt.ShortcutContext.WidgetShortcut)
        short.setWhatsThis(self._clear_words)
        short.activated.connect(self._clear)
        self.bar = SegmentBar(page)
        self.bar.setAccessibleName(self.tr("Onderdeel"))
        self.bar.chosen.connect(self.show_part)
        self.stack = QStackedWidget()
        page.body.removeWidget(page.table)
        for table in (page.table, self.tips):
            self.stack.addWidget(table)
        page.body.addWidget(self.bar)
        page.body.addWidget(self.stack, 1)
        self.tips.loaded.connect(self._count)
        self.tips.selected.connect(lambda _id: self._arrange())
        self._name_parts(0)
        self.show_part(STORIES)

    def show_part(self, key: str) -> None:
        """Show the stories, or the cases with a tip."""
        self.bar.set_code(key)
        self.stack.setCurrentIndex((STORIES, TIPS).index(key))
        self._acts.show_buttons(shown=key == STORIES)
        show_if(self._more, key == STORIES)
        self._arrange()

    def _arrange(self) -> None:
        show_if(self.clear, self.stack.currentWidget() is self.tips)
        self.clear.setEnabled(bool(self.tips.current_id()))

    def _count(self) -> None:
        desk = self._desk
        self._page.shell.tasks.run(
            lambda: story_tips.story_tips(desk), owner=self._page, done=self._name_parts
        )

    def _name_parts(self, tips: int) -> None:
        words = self.tr("Casussen met een verhaal-tip")
        if tips:
            words = self.tr("Casussen met een verhaal-tip ({0})").format(number(tips))
        self.bar.set_choices([Choice(STORIES, self.tr("Verhalen")), Choice(TIPS, words)])
        self._arrange()

    def _clear(self) -> None:
        case_id, desk, shell = self.tips.current_id(), self._desk, self._page.shell
        if not case_id:
            return

        def told(done: Done[Case]) -> None:
            shell.emit_changed(done.changes, self._page)
            self.tips.reload()
            shell.announce(self.tr("Verhaal-tip weggehaald"))

        shell.tasks.run(
            lambda: story_tips.clear_story_tip(desk, case_id),
            owner=self._page,
            done=told,
            failed=shell.show_error,
        )
