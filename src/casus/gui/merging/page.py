# SPDX-License-Identifier: EUPL-1.2
"""The page with pairs that may be one person, and with the merges that can be taken apart again."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.domain.roles import Role
from casus.gui.accountability import KEY as ACCOUNTABILITY
from casus.gui.dates_text import local_moment, number, short_date
from casus.gui.dossier.parts import joined, lines, row
from casus.gui.forms_registry import FormSpec
from casus.gui.labels import label as code_label
from casus.gui.merging.panel import FORM as MERGE
from casus.gui.merging.panel import MergePanel
from casus.gui.merging.split_panel import FORM as SPLIT
from casus.gui.merging.split_panel import SplitPanel
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell, Summary
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card, EmptyState, PageScroll, clear_layout
from casus.services import merging
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.merging import Merged, Pair, Suggestion

KEY = "dubbele-personen"
_BLOCK, _MOST = 25, 100
_KINDS = frozenset({"persons", "person_aliases", "person_merges", "not_duplicates", "family_members"})


class DuplicatesPage(Page):
    """Suggestions in blocks, the most alike first; under them what was merged."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(
            shell,
            QCoreApplication.translate("DuplicatesPage", "Dubbele personen"),
            QCoreApplication.translate(
                "DuplicatesPage",
                "Wie misschien twee keer in je kluis staat. Jij beslist; Casus voegt niets zelf samen.",
            ),
        )
        self._desk = desk
        self._found: list[Suggestion] = []
        self._merges: list[Merged] = []
        self._shown = _BLOCK
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(16))
        self.body.addWidget(PageScroll(inside), 1)

    def load(self) -> None:
        """Look for pairs, in the background."""
        desk = self._desk
        self.shell.tasks.run(
            lambda: (merging.suggestions(desk), merging.merges(desk)), owner=self, done=self._show
        )

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Look again when a person changed."""
        if _KINDS & changes.kinds and self.isVisible():
            self.load()

    def _show(self, found: tuple[list[Suggestion], list[Merged]]) -> None:
        self._found, self._merges = found
        self._fill()

    def _fill(self) -> None:
        clear_layout(self._column)
        if not self._found and not self._merges:
            words = self.tr("Niemand staat dubbel in je kluis, voor zover Casus ziet.")
            self._column.addWidget(EmptyState("check-circle", words), 1)
            return
        if self._found:
            self._column.addWidget(self._suggested())
        if self._merges:
            card = Card(self.tr("Samengevoegd"))
            card.add(lines([self._merged(one) for one in self._merges[:_MOST]]))
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _suggested(self) -> Card:
        card = Card(self.tr("Misschien dezelfde persoon ({0})").format(number(len(self._found))))
        card.add(lines([self._pair(one) for one in self._found[: self._shown]]))
        if len(self._found) > self._shown:
            card.add(button(self.tr("Meer tonen"), self._more, kind="quiet"))
        return card

    def _pair(self, one: Suggestion) -> QWidget:
        title = self.tr("{0} en {1}").format(self._who(one.left), self._who(one.right))
        acts = (
            (self.tr("Vergelijken"), lambda: self._compare(one)),
            (self.tr("Geen dubbele"), lambda: self._keep_apart(one)),
        )
        names = self.tr("{0} en {1}").format(one.left.name, one.right.name)
        return row(
            title, ", ".join(code_label("duplicate_sign", code) for code in one.why), acts=acts, about=names
        )

    def _merged(self, one: Merged) -> QWidget:
        title = self.tr("{0} ({1}), met {2}").format(one.kept_name, one.kept_number, one.merged_number)
        second = joined(local_moment(one.at, self._desk.today()), one.reason)
        if one.stuck:
            return row(title, joined(second, self._why_stuck(one.stuck)))
        return row(title, second, acts=((self.tr("Uit elkaar halen"), lambda: self._split(one.id)),))

    def _why_stuck(self, rule: str) -> str:
        """Say in a few words why a merge cannot be taken apart here."""
        words = {
            "merged_further": self.tr("daarna zelf samengevoegd"),
            "merge_erased": self.tr("wat ervoor gold is vernietigd"),
            "merge_elsewhere": self.tr("in de kluis van een collega"),
        }
        return words[rule]

    def _who(self, one: Pair) -> str:
        born = short_date(one.birth_date) if one.birth_date else ""
        where = code_label("district", one.district) if one.district != "unknown" else ""
        told = ", ".join(part for part in (one.number, born, where) if part)
        return f"{one.name} ({told})"

    def _more(self) -> None:
        self._shown += _BLOCK
        self._fill()

    def _compare(self, one: Suggestion) -> None:
        self.shell.open_panel(MergePanel(self.shell, self._desk, one.left.id, one.right.id))

    def _split(self, merge_id: str) -> None:
        self.shell.open_panel(SplitPanel(self.shell, self._desk, merge_id))

    def _keep_apart(self, one: Suggestion) -> None:
        def done(result: Done[object]) -> None:
            self.shell.emit_changed(result.changes)
            self.shell.announce(self.tr("Onthouden: dit zijn twee personen"))

        self.shell.tasks.run(
            lambda: merging.keep_apart(self._desk, one.left.id, one.right.id), owner=self, done=done
        )


def _summary() -> Summary:
    return Summary(
        QCoreApplication.translate(
            "DuplicatesPage", "Wie misschien twee keer in je kluis staat, en wie is samengevoegd."
        )
    )


def forms(desk: Desk) -> list[FormSpec]:
    """Return the forms that a draft can open again."""
    return [
        FormSpec(MERGE, KEY, lambda shell, about, draft: _merge(shell, desk, about, draft)),
        FormSpec(SPLIT, KEY, lambda shell, about, draft: SplitPanel(shell, desk, about, draft=draft)),
    ]


def _merge(shell: Shell, desk: Desk, about: str, draft: dict[str, object]) -> MergePanel:
    left, _colon, right = about.partition(":")
    return MergePanel(shell, desk, left, right, draft=draft)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is opened from Verantwoording."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("DuplicatesPage", "Dubbele personen"),
        "users",
        lambda shell: DuplicatesPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent=ACCOUNTABILITY,
        summary=_summary,
    )
