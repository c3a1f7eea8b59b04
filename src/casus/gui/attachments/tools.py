# SPDX-License-Identifier: EUPL-1.2
"""The row above a document: which one it is, which page, how large; every button has its key."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import icon_button
from casus.gui.widgets.text import label


class ViewerTools(QWidget):
    """Buttons and where one is; the page connects them."""

    def __init__(self) -> None:
        super().__init__()
        self.before = icon_button("caret-left", self.tr("Vorige bijlage"), shortcut="Ctrl+PgUp")
        self.after = icon_button("caret-right", self.tr("Volgende bijlage"), shortcut="Ctrl+PgDown")
        self.smaller = icon_button("magnifying-glass-minus", self.tr("Kleiner"), shortcut="-")
        self.larger = icon_button("magnifying-glass-plus", self.tr("Groter"), shortcut="+")
        self.fitting = icon_button("arrows-out-line-horizontal", self.tr("Passend maken"), shortcut="0")
        self.turning = icon_button("arrow-clockwise", self.tr("Kwartslag draaien"), shortcut="R")
        self.place = label(role="small", tone="muted")
        self.scale = label(role="small", tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        for part in (self.before, self.after, self.place):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.scale, self.smaller, self.larger, self.fitting, self.turning):
            row.addWidget(part)

    def show_place(self, position: int, of: int) -> None:
        """Say which of the documents of the dossier it is."""
        self.place.setText(self.tr("Bijlage {0} van {1}").format(position, of) if position else "")
        self.before.setEnabled(position > 1)
        self.after.setEnabled(0 < position < of)

    def show_size(self, page: int, of: int, percent: int) -> None:
        """Say which page is in view and how large."""
        pages = self.tr("pagina {0} van {1}").format(page, of) + " · " if of > 1 else ""
        self.scale.setText(f"{pages}{percent} %")

    def show_for(self, *, sheets: bool, text: bool) -> None:
        """Offer what makes sense for what is shown."""
        for tool in (self.smaller, self.larger, self.fitting):
            tool.setEnabled(sheets or text)
        self.turning.setEnabled(sheets)
        if not sheets:
            self.scale.setText("")
