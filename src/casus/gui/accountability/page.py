# SPDX-License-Identifier: EUPL-1.2
"""The page that lists what has to be accounted for: each page under it with a number and one sentence.

It knows none of those pages: whichever has this one as its parent is listed, in the order of `gui.pages`, and
says itself how it stands (`PageSpec.summary`).
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.domain.roles import Role
from casus.errors import CasusError
from casus.gui.accountability import KEY
from casus.gui.dates_text import number
from casus.gui.error_text import sentence
from casus.gui.icons import set_icon
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell, Summary
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card, EmptyState, PageScroll
from casus.gui.widgets.text import hairline, label, restyle, show_if
from casus.services.desk import Desk

_WIDEST, _FIGURE = 760, 72


class AccountRow(QWidget):
    """One page: its icon, its name that opens it, one sentence on how it stands (marked if it asks for someone), the number."""

    def __init__(self, spec: PageSpec, on_open: Callable[[], object]) -> None:
        super().__init__()
        look = theme()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(8), 0, look.px(8))
        line.setSpacing(look.px(12))
        self._icon = label()
        set_icon(self._icon, spec.icon, "muted", 24)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = spec.title
        self.link = button(spec.title.replace("&", "&&"), on_open, kind="link")
        self.link.setProperty("role", "strong")
        self.words = label("", "small", "muted", wrap=True)
        words.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        said = QHBoxLayout()
        said.setSpacing(look.px(6))
        self._mark = label()
        set_icon(self._mark, "warning", "warn", 14)
        self._mark.hide()
        said.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.words, 1)
        words.addLayout(said)
        line.addLayout(words, 1)
        self.figure = label("", "section")
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        fix_width(self.figure, _FIGURE)
        line.addWidget(self.figure)

    def show_summary(self, summary: Summary) -> None:
        """Show how it stands; what needs someone is said in the colour for it too."""
        self.words.setText(summary.words)
        restyle(self.words, "tone", "warn" if summary.attention else "muted")
        show_if(self._mark, summary.attention)
        show_if(self.words, bool(summary.words))
        self.figure.setText("" if summary.number is None else number(summary.number))
        parts = (self._title, self.figure.text(), summary.words)
        self.link.setAccessibleName(", ".join(part for part in parts if part))


class AccountabilityPage(Page):
    """The pages under Verantwoording that this role has."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            shell,
            QCoreApplication.translate("AccountabilityPage", "Verantwoording"),
            QCoreApplication.translate(
                "AccountabilityPage",
                "Wat de wet en het fatsoen van een dossier vragen: hoe het ervoor staat, en waar je het doet.",
            ),
        )
        self._specs = shell.pages_under(KEY)
        self.rows = {spec.key: AccountRow(spec, self._opens(spec.key)) for spec in self._specs}
        self.body.addWidget(self._filled() if self._specs else self._empty(), 1)

    def load(self) -> None:
        """Ask every page how it stands."""
        self.shell.tasks.run(lambda: summaries(self._specs), owner=self, done=self._show)

    def changed(self, _changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Whatever changed may change how one of them stands."""
        if self.isVisible():
            self.load()

    def _show(self, found: Mapping[str, Summary]) -> None:
        for key, summary in found.items():
            self.rows[key].show_summary(summary)

    def _opens(self, key: str) -> Callable[[], None]:
        return lambda: self.shell.open(key)

    def _filled(self) -> QWidget:
        card = Card()
        for at, row in enumerate(self.rows.values()):
            if at:
                card.add(hairline())
            card.add(row)
        card.setMaximumWidth(theme().px(_WIDEST))
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme().px(8), theme().px(16))
        column.addWidget(card)
        column.addStretch(1)
        return PageScroll(inside)

    def _empty(self) -> QWidget:
        words = QCoreApplication.translate("AccountabilityPage", "Voor jouw rol staat hier niets.")
        return EmptyState("scales", words)


def summaries(specs: Sequence[PageSpec]) -> dict[str, Summary]:
    """Return how each page stands; one that cannot be read says so itself and leaves the others whole."""
    found = {}
    for spec in specs:
        try:
            found[spec.key] = spec.summary() if spec.summary is not None else Summary("")
        except CasusError as error:
            found[spec.key] = Summary(sentence(error), attention=True)
    return found


def spec(_desk: Desk) -> PageSpec:
    """Return the page; a coordinator has nothing of persons to account for."""
    title = QCoreApplication.translate("AccountabilityPage", "Verantwoording")
    roles = frozenset({Role.PGA_EXPERT, Role.RIO})
    return PageSpec(KEY, title, "scales", AccountabilityPage, roles, section=1)
