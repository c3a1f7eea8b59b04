# SPDX-License-Identifier: EUPL-1.2
"""Bewaren en vernietigen: closed dossiers and relatives by when they may go, what was proposed, what was destroyed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QWidget

from casus.domain.roles import Role
from casus.gui.accountability import KEY as ACCOUNTABILITY
from casus.gui.dates_text import number
from casus.gui.forms_registry import FormSpec
from casus.gui.records import Filter, ListPage, ListWords
from casus.gui.retention import DESTROYED, DOSSIERS, KEY, PROPOSALS, RELATIVES, decide_forms
from casus.gui.retention.destroyed import destroyed_table
from casus.gui.retention.proposals import ProposalsView
from casus.gui.retention.propose import ProposePanel
from casus.gui.retention.relatives import DUE_CHIP, RelativesSource, relatives_table
from casus.gui.retention.source import RetentionSource
from casus.gui.shell import ChangesLike, PageSpec, Shell, Summary
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.segments import SegmentBar
from casus.gui.widgets.text import label
from casus.services.desk import Desk
from casus.services.retention import RelativesList, RetentionList

_LIST = "list:"
RELATIVES_DUE = "relatives:due"
"""The chip by which a number elsewhere opens the relatives who are due."""
_PARTS = (DOSSIERS, RELATIVES, PROPOSALS, DESTROYED)
_CHANGING = frozenset(
    {"cases", "destruction_proposals", "destructions", "persons", "families", "family_members"}
)


class RetentionPage(ListPage):
    """Four parts behind one bar; several dossiers or relatives can be chosen at a time and proposed together."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._due, self._part = RetentionSource(desk), DOSSIERS
        super().__init__(shell, self._due, _words())
        self._desk = desk
        self.propose = self.set_primary(self.tr("Voorstellen voor vernietiging"), self.open_proposal)
        self.table.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._relatives = RelativesSource(desk)
        self.relatives = relatives_table(shell, self._relatives)
        self.relatives.opened.connect(lambda person_id: shell.open("dossier", f"person:{person_id}"))
        for table in (self.table, self.relatives):
            table.view.selectionModel().selectionChanged.connect(self._say_chosen)
            table.loaded.connect(self._loaded)
        self.bar = SegmentBar(self)
        self.bar.setAccessibleName(self.tr("Onderdeel"))
        self.bar.chosen.connect(self._show_part)
        self.chosen = label(role="small", tone="muted")
        self.proposals = ProposalsView(shell, desk, self._say_waiting)
        self.destroyed_list = destroyed_table(shell, desk)
        self._lay_out()
        self._waiting = self._leaving = 0
        self._name_parts()
        self.bar.set_code(DOSSIERS)

    def load(self) -> None:
        """Fetch all of them."""
        self.table.reload()
        self.relatives.reload()
        self.proposals.load()
        self.destroyed_list.reload()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Reload when a case, a proposal or a destruction changed."""
        if changes.kinds & _CHANGING:
            self.load()

    def open_record(self, record_id: str) -> None:
        """Show a part by its key, a case in the list ("list:<id>"), or the dossier of a case."""
        if record_id in _PARTS:
            self.bar.set_code(record_id)
            self._show_part(record_id)
        elif record_id.startswith(_LIST):
            self.show_only(())
            self.table.select_id(record_id.removeprefix(_LIST))
        else:
            self.open_dossier_of(record_id, "account")

    def show_only(self, chips: Sequence[str]) -> None:
        """Show the list filtered by these chips, as a number elsewhere promised."""
        if tuple(chips) == (RELATIVES_DUE,):
            self.open_record(RELATIVES)
            self.relatives.search.clear()
            self.relatives.chips.choose((DUE_CHIP,))
            self.relatives.reload()
            return
        self.open_record(DOSSIERS)
        super().show_only(chips)

    def chosen_ids(self) -> list[str]:
        """Return the ids of the dossiers, or relatives, that are chosen, in the order of the list."""
        table = self.relatives if self._part == RELATIVES else self.table
        rows = sorted({one.row() for one in table.view.selectionModel().selectedRows()})
        return [one for one in map(table.model.id_at, rows) if one]

    def open_proposal(self) -> None:
        """Show what would go of the chosen dossiers."""
        chosen = self.chosen_ids()
        if chosen and self._part == RELATIVES:
            self.shell.open_panel(ProposePanel(self.shell, self._desk, (), chosen))
        elif chosen:
            self.shell.open_panel(ProposePanel(self.shell, self._desk, chosen))
        elif self._part == RELATIVES:
            self.shell.announce(self.tr("Kies eerst een of meer gezinsleden in de lijst."))
        else:
            self.shell.announce(self.tr("Kies eerst een of meer dossiers in de lijst."))

    def _lay_out(self) -> None:
        self.body.removeWidget(self.table)
        line = QHBoxLayout()
        line.addWidget(self.bar, 1)
        line.addWidget(self.chosen)
        self.stack = QStackedWidget()
        for part in (self.table, self.relatives, self.proposals, self.destroyed_list):
            self.stack.addWidget(part)
        self.body.addLayout(line)
        self.body.addWidget(self.stack, 1)

    def _show_part(self, key: str) -> None:
        self._part = key
        self.stack.setCurrentIndex(_PARTS.index(key))
        self.propose.setVisible(key in (DOSSIERS, RELATIVES))
        self.chosen.setVisible(key in (DOSSIERS, RELATIVES))
        self._say_chosen()

    def _say_waiting(self, waiting: int) -> None:
        self._waiting = waiting
        self._name_parts()

    def _name_parts(self) -> None:
        relatives, proposals = self.tr("Gezinsleden"), self.tr("Voorstellen")
        if self._leaving:
            relatives = self.tr("Gezinsleden ({0})").format(number(self._leaving))
        if self._waiting:
            proposals = self.tr("Voorstellen ({0})").format(number(self._waiting))
        self.bar.set_choices(
            [
                Choice(DOSSIERS, self.tr("Dossiers")),
                Choice(RELATIVES, relatives),
                Choice(PROPOSALS, proposals),
                Choice(DESTROYED, self.tr("Vernietigd")),
            ]
        )

    def _loaded(self) -> None:
        self._say_chosen()
        self.shell.tasks.run(
            lambda: (self._due.due.counts(), self._relatives.due.counts()), owner=self, done=self._show_counts
        )

    def _show_counts(self, counts: tuple[dict[str, int], dict[str, int]]) -> None:
        for table, found in zip((self.table, self.relatives), counts, strict=True):
            table.chips.show_counts("state", {f"state:{code}": amount for code, amount in found.items()})
        self._leaving = counts[1]["due"]
        self._name_parts()

    def _say_chosen(self, *_changes: object) -> None:
        count = len(self.chosen_ids())
        if self._part == RELATIVES:
            words = self.tr("%n gezinslid (gezinsleden) gekozen", "", count) if count else ""
        else:
            words = self.tr("%n dossier(s) gekozen", "", count) if count else ""
        self.chosen.setText(words or self.tr("Met Shift of Ctrl kies je er meer"))


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("RetentionPage", "Bewaren en vernietigen"),
        purpose=translate(
            "RetentionPage",
            "Wie je niet langer mag bewaren, en vanaf wanneer. Vernietigen doe je altijd met twee personen.",
        ),
        one=translate("RetentionPage", "dossier"),
        many=translate("RetentionPage", "dossiers"),
        empty=translate("RetentionPage", "Er zijn nog geen afgesloten dossiers."),
        new="",
        icon="archive",
        key="retention",
        kinds=_CHANGING,
        filters=(
            Filter("state", "retention_state", ("due", "soon", "held", "proposed", "extended")),
            Filter("approach", "approach", ("top_x", "local_pga", "rio", "aftercare")),
        ),
        start_with=("state:due",),
        start_empty=translate("RetentionPage", "Er is nu niets aan de beurt; je bewaart {0}."),
    )


def summary(desk: Desk) -> Summary:
    """Return how many dossiers and relatives are due, for the page above."""
    due, leaving = RetentionList(desk).counts()["due"], RelativesList(desk).counts()["due"]
    translate = QCoreApplication.translate
    if not due + leaving:
        return Summary(translate("RetentionPage", "Er is nu niets aan de beurt."), 0)
    dossiers = translate("RetentionPage", "%n dossier(s) aan de beurt om te vernietigen", "", due)
    relatives = translate("RetentionPage", "%n gezinslid (gezinsleden) om te vernietigen", "", leaving)
    words = [one for one, amount in ((dossiers, due), (relatives, leaving)) if amount]
    return Summary(" · ".join(words), due + leaving, attention=True)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from Verantwoording and from the number on Vandaag."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("RetentionPage", "Bewaren en vernietigen"),
        "archive",
        lambda shell: RetentionPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent=ACCOUNTABILITY,
        summary=lambda: summary(desk),
    )


def forms(desk: Desk) -> list[FormSpec]:
    """Return the forms that open again by their draft."""
    return decide_forms.forms(desk)
