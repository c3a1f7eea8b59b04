# SPDX-License-Identifier: EUPL-1.2
"""A card of groups: each a number that opens its list, the first lines of it, and a way to the rest."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import number
from casus.gui.shell import Shell
from casus.gui.today.lines import Heading, LinkText, refill
from casus.gui.today.links import COUNTED, counted_words, open_counted
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label
from casus.services.desk import Desk
from casus.services.today import TodayView


class GroupCard(Card):
    """A subclass fills it with `group`s of what a day asks."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(" ")
        self.shell, self.desk = shell, desk

    def name(self, title: str) -> None:
        """Put the title above the card."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def show_day(self, view: TodayView) -> None:
        """Fill the card; the keyboard stays where it was in it."""
        refill(self, lambda: self.fill(view))

    def fill(self, view: TodayView) -> None:
        """Add the groups of this day."""
        raise NotImplementedError

    def group(self, key: str, count: int, parts: Sequence[QWidget], *, shown: int | None = None) -> None:
        """Add a group: the number that opens its list, its first lines (`shown` of them), the way to the rest."""
        if not count:
            return
        self.number(key, count)
        for part in parts:
            self.add(part)
        if parts and count > (len(parts) if shown is None else shown):
            words = QCoreApplication.translate("TodayPage", "alle {0} tonen").format(number(count))
            rest = LinkText(words, lambda: open_counted(self.shell, key))
            rest.setAccessibleName(f"{counted_words(key, count)}: {words}")
            self.add(rest)

    def number(self, key: str, count: int) -> None:
        """Add a number that opens its list; one of nothing is left out, and one whose list the role has not."""
        if count and COUNTED[key].page in self.shell.page_keys():
            first = self.rows.count() == 0
            self.add(Heading(counted_words(key, count), lambda: open_counted(self.shell, key), first=first))

    def nothing(self, words: str) -> None:
        """Say that there is nothing."""
        self.add(label(words, tone="muted", wrap=True))

    def open_dossier(self, case_id: str | None, person_id: str | None) -> None:
        """Open the dossier of a case, or of a person without one."""
        self.shell.open("dossier", f"case:{case_id}" if case_id else f"person:{person_id}")
