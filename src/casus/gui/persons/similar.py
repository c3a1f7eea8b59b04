# SPDX-License-Identifier: EUPL-1.2
"""Who on file looks like the person being typed: seen while typing, and chosen from when saving."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from casus.gui.dates_text import short_date
from casus.gui.labels import label as code_label
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.field import Field
from casus.gui.widgets.tab_order import line_up
from casus.gui.widgets.text import label, restyle
from casus.services.persons import SimilarPerson

MOST = 4


class SimilarField(Field):
    """Similar persons, each with "Openen"; after a refused save also the choice to go on.

    Signals:
        opened: the id of a person to look at.
        insisted: the user says it is someone else.
    """

    opened = Signal(str)
    insisted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QFrame(self)
        self._box.setObjectName("similarBox")
        restyle(self._box, "role", "card")
        inside = theme().px(12)
        self._inside = QVBoxLayout(self._box)
        self._inside.setContentsMargins(inside, inside // 2, inside, inside // 2)
        self._inside.setSpacing(theme().px(2))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(2))
        self._inside.addLayout(self._rows)
        self.insist = button(self.tr("Dit is iemand anders: toch vastleggen"), self.insisted.emit)
        self._inside.addWidget(self.insist, 0, Qt.AlignmentFlag.AlignLeft)
        self.insist.hide()
        self._looks: list[QPushButton] = []
        self.merges = False
        """Whether the one in the form is on file too: then both are laid beside each other."""
        self.install(self._box, focus=self.insist)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes no proxy; the stubs do not

    def show_similar(self, persons: Sequence[SimilarPerson], *, choose: bool = False) -> None:
        """Show who looks alike; `choose` asks to look at them or to go on."""
        clear_layout(self._rows)
        self._looks = []
        for person in persons[:MOST]:
            self._rows.addWidget(self._row(person))
        line_up(self._box, [*self._looks, self.insist])
        self.insist.setVisible(choose)
        self.setVisible(bool(persons))

    def value(self) -> tuple[()]:
        """Return nothing: this only shows."""
        return ()

    def set_value(self, value: Any) -> None:
        """Take nothing."""

    def take_focus(self) -> None:
        """Go to the first button."""
        target = self._looks[0] if self._looks else self.insist
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, person: SimilarPerson) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        born = short_date(person.birth_date) if person.birth_date else ""
        where = code_label("district", person.district) if person.district != "unknown" else ""
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(label(person.name, "strong", wrap=True))
        told.addWidget(
            label(
                " · ".join(part for part in (born, where, self._why(person)) if part),
                "small",
                "muted",
                wrap=True,
            )
        )
        line.addLayout(told, 1)
        words = self.tr("Vergelijken") if self.merges else self.tr("Openen")
        look = button(words, lambda: self.opened.emit(person.id), kind="link")
        name = self.tr("{0} vergelijken") if self.merges else self.tr("{0} openen")
        look.setAccessibleName(name.format(person.name))
        line.addWidget(look)
        self._looks.append(look)
        return row

    def _why(self, person: SimilarPerson) -> str:
        words = {
            "name": self.tr("zelfde of bijna zelfde naam"),
            "alias": self.tr("bekend onder deze naam"),
            "birth_date": self.tr("zelfde geboortedatum"),
            "birth_date_slip": self.tr("geboortedatum lijkt erop"),
        }
        return ", ".join(words[code] for code in person.why if code in words)
