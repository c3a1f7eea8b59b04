# SPDX-License-Identifier: EUPL-1.2
"""Bewaren en vernietigen: the closed dossiers by when they may go, what was proposed, and what was destroyed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QWidget

from casus.domain.roles import Role
from casus.gui.accountability import KEY as ACCOUNTABILITY
from casus.gui.dates_text import number
from casus.gui.forms_registry import FormSpec
from casus.gui.records import Filter, ListPage, ListWords
from casus.gui.retention import DESTROYED, DOSSIERS, KEY, PROPOSALS, decide_forms
from casus.gui.retention.destroyed import destroyed_table
from casus.gui.retention.proposals import ProposalsView
from casus.gui.retention.propose import ProposePanel
from casus.gui.retention.source import RetentionSource
from casus.gui.shell import ChangesLike, PageSpec, Shell, Summary
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.segments import SegmentBar
from casus.gui.widgets.text import label
from casus.services.desk import Desk
from casus.services.retention import RetentionList

_LIST = "list:"
_CHANGING = frozenset({"cases", "destruction_proposals", "destructions", "persons"})


class RetentionPage(ListPage):
    """Three parts behind one bar; several dossiers can be chosen at a time and proposed together."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._due = RetentionSource(desk)
        super().__init__(shell, self._due, _words())
        self._desk = desk
        self.propose = self.set_primary(self.tr("Voorstellen voor vernietiging"), self.open_proposal)
        self.table.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.view.selectionModel().selectionChanged.connect(self._say_chosen)
        self.table.loaded.connect(self._loaded)
        self.bar = SegmentBar(self)
        self.bar.setAccessibleName(self.tr("Onderdeel"))
        self.bar.chosen.connect(self._show_part)
        self.chosen = label(role="small", tone="muted")
        self.proposals = ProposalsView(shell, desk, self._name_parts)
        self.destroyed_list = destroyed_table(shell, desk)
        self._lay_out()
        self._name_parts(0)
        self.bar.set_code(DOSSIERS)

    def load(self) -> None:
        """Fetch all three."""
        self.table.reload()
        self.proposals.load()
        self.destroyed_list.reload()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Reload when a case, a proposal or a destruction changed."""
        if changes.kinds & _CHANGING:
            self.load()

    def open_record(self, record_id: str) -> None:
        """Show a part by its key, a case in the list ("list:<id>"), or the dossier of a case."""
        if record_id in (DOSSIERS, PROPOSALS, DESTROYED):
            self.bar.set_code(record_id)
            self._show_part(record_id)
        elif record_id.startswith(_LIST):
            self.show_only(())
            self.table.select_id(record_id.removeprefix(_LIST))
        else:
            self.open_dossier_of(record_id, "account")

    def show_only(self, chips: Sequence[str]) -> None:
        """Show the list filtered by these chips, as a number elsewhere promised."""
        self.open_record(DOSSIERS)
        super().show_only(chips)

    def chosen_ids(self) -> list[str]:
        """Return the ids of the dossiers that are chosen, in the order of the list."""
        rows = sorted({one.row() for one in self.table.view.selectionModel().selectedRows()})
        return [one for one in map(self.table.model.id_at, rows) if one]

    def open_proposal(self) -> None:
        """Show what would go of the chosen dossiers."""
        chosen = self.chosen_ids()
        if chosen:
            self.shell.open_panel(ProposePanel(self.shell, self._desk, chosen))
        else:
            self.shell.announce(self.tr("Kies eerst een of meer dossiers in de lijst."))

    def _lay_out(self) -> None:
        self.body.removeWidget(self.table)
        line = QHBoxLayout()
        line.addWidget(self.bar, 1)
        line.addWidget(self.chosen)
        self.stack = QStackedWidget()
        for part in (self.table, self.proposals, self.destroyed_list):
            self.stack.addWidget(part)
        self.body.addLayout(line)
        self.body.addWidget(self.stack, 1)

    def _show_part(self, key: str) -> None:
        self.stack.setCurrentIndex((DOSSIERS, PROPOSALS, DESTROYED).index(key))
        self.propose.setVisible(key == DOSSIERS)
        self.chosen.setVisible(key == DOSSIERS)

    def _name_parts(self, waiting: int) -> None:
        proposals = (
            self.tr("Voorstellen ({0})").format(number(waiting)) if waiting else self.tr("Voorstellen")
        )
        self.bar.set_choices(
            [
                Choice(DOSSIERS, self.tr("Dossiers")),
                Choice(PROPOSALS, proposals),
                Choice(DESTROYED, self.tr("Vernietigd")),
            ]
        )

    def _loaded(self) -> None:
        self._say_chosen()
        self.shell.tasks.run(self._due.due.counts, owner=self, done=self._show_counts)

    def _show_counts(self, counts: dict[str, int]) -> None:
        self.table.chips.show_counts("state", {f"state:{code}": amount for code, amount in counts.items()})

    def _say_chosen(self, *_changes: object) -> None:
        count = len(self.chosen_ids())
        words = self.tr("%n dossier(s) gekozen", "", count) if count else ""
        self.chosen.setText(words or self.tr("Met Shift of Ctrl kies je er meer"))


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("RetentionPage", "Bewaren en vernietigen"),
        purpose=translate(
            "RetentionPage",
            "Afgesloten dossiers en hoe lang je ze bewaart. Vernietigen doe je altijd met twee personen.",
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
    """Return how many dossiers are due, for the page above."""
    due = RetentionList(desk).counts()["due"]
    if not due:
        return Summary(QCoreApplication.translate("RetentionPage", "Er is nu niets aan de beurt."), 0)
    words = QCoreApplication.translate(
        "RetentionPage", "%n dossier(s) aan de beurt om te vernietigen", "", due
    )
    return Summary(words, due, attention=True)


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
