# SPDX-License-Identifier: EUPL-1.2
"""Two releases beside each other: every figure of both, the difference, and where the definition changed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.domain.periods import Period
from casus.domain.roles import Role
from casus.gui.dates_text import language, number
from casus.gui.lists import Cell, Column, FilterChip, Kind, ListSpec, RecordTable, Row
from casus.gui.records.short import ShortSource
from casus.gui.release_compare import KEY
from casus.gui.report.figures import SUPPRESSED
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.containers import EmptyState
from casus.services import book
from casus.services.book import BookEntry
from casus.services.desk import Desk
from casus.services.release_comparing import ComparedFigure, Side, compare_releases

_BOOK = "vrijgaven"
_SIGN = {True: "+", False: "−"}


class ComparePage(Page):
    """Two choices above the list; it begins with the last two releases."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Vrijgaven vergelijken"),
            self.tr(
                "Dezelfde cijfers naast elkaar, zoals ze naar buiten gingen. Een klein verschil tussen afgeronde "
                "cijfers zegt niets."
            ),
        )
        self._desk = desk
        self._wanted = ""
        self.first, self.second = (
            self._choice("first", self.tr("Van")),
            self._choice("second", self.tr("Naar")),
        )
        self.table = self._table()
        self._lay_out()

    def load(self) -> None:
        """Fetch the releases there are, then compare the chosen two."""
        desk = self._desk
        self.shell.tasks.run(
            lambda: [one for one in book.entries(desk, language()) if not one.elsewhere],
            owner=self,
            done=self._offer,
            failed=self.shell.show_error,
        )

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Fetch again when something was released or withdrawn."""
        if "releases" in changes.kinds:
            self.load()

    def open_record(self, record_id: str) -> None:
        """Compare the release with this id with the one before it."""
        self._wanted = record_id
        self.load()

    def _choice(self, key: str, title: str) -> ChoiceField:
        field = ChoiceField()
        field.set_key(key)
        field.set_label(title)
        field.changed.connect(lambda: self.table.reload())
        return field

    def _offer(self, found: Sequence[BookEntry]) -> None:
        translate = QCoreApplication.translate
        choices = [
            Choice(
                one.id,
                translate("ComparePage", "Vrijgave {0}, {1}").format(
                    one.number, Period.parse(one.period).label(language())
                )
                + (translate("ComparePage", " (ingetrokken)") if one.withdrawn_on is not None else ""),
            )
            for one in found
        ]
        ids = [one.id for one in found]
        at = ids.index(self._wanted) if self._wanted in ids else 0
        kept = (self.first.value(), self.second.value())
        for field in (self.first, self.second):
            field.set_choices(choices)
        if self._wanted or not set(kept) <= set(ids) or "" in kept:
            self.second.set_value(ids[at] if ids else "")
            self.first.set_value(ids[at + 1] if at + 1 < len(ids) else ids[at - 1] if len(ids) > 1 else "")
        self._wanted = ""
        self.empty.sentence.setText(
            self.tr("Kies twee verschillende vrijgaven.")
            if len(found) > 1
            else self.tr("Vergelijken kan zodra er twee vrijgaven zijn.")
        )
        self.table.reload()

    def _fetch(self) -> Sequence[ComparedFigure]:
        one, other = self.first.value(), self.second.value()
        if not one or not other or one == other:
            return ()
        return compare_releases(self._desk, one, other, language()).figures

    def _table(self) -> RecordTable:
        columns = [
            Column("figure", self.tr("Cijfer"), Kind.NAME, 0, sortable=False),
            Column("first", self.tr("Eerdere"), Kind.NUMBER, 110, sortable=False),
            Column("second", self.tr("Latere"), Kind.NUMBER, 110, sortable=False),
            Column("difference", self.tr("Verschil"), Kind.NUMBER, 110, sortable=False),
            Column("state", self.tr("Let op"), Kind.STATUS, 180, sortable=False),
        ]
        chips = (
            FilterChip("headline", self.tr("Alleen totalen"), "which"),
            FilterChip("different", self.tr("Verschillend"), "what"),
            FilterChip("redefined", self.tr("Andere definitie"), "what"),
        )
        nouns = self.tr("cijfer"), self.tr("cijfers")
        spec = ListSpec(self.tr("Vergelijking"), lambda n: nouns[0] if n == 1 else nouns[1], "", chips)
        empty = self.empty = EmptyState("arrows-left-right", "")
        table = RecordTable(
            ShortSource(columns, self._fetch, _row, _chips), self.shell.tasks, spec, empty=empty
        )
        table.refused.connect(self.shell.show_error)
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(self.first, 1)
        row.addWidget(self.second, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(button(self.tr("Terug"), lambda: self.shell.open(_BOOK), icon="arrow-left"))
        below.addStretch(1)
        self.body.addLayout(below)


def side_text(side: Side) -> str:
    """Return a figure as it left; nothing where it was not in that release."""
    if not side.status:
        return ""
    return SUPPRESSED if side.value is None else number(side.value)


def difference_text(one: ComparedFigure) -> str:
    """Return the difference with its sign; "±" where one of both is rounded."""
    difference = one.difference
    if difference is None:
        return ""
    about = "± " if one.rounded and difference else ""
    return f"{about}{_SIGN[difference > 0] if difference else ''}{number(abs(difference))}"


def _row(one: ComparedFigure) -> Row:
    translate = QCoreApplication.translate
    cells = " · ".join(one.labels)
    by = ", ".join(one.by).lower()
    second = f"{cells} ({by})" if cells else translate("ComparePage", "totaal")
    state = Cell("")
    if one.redefined:
        state = Cell(translate("ComparePage", "Andere definitie"), tone="warn")
    elif not one.first.status:
        state = Cell(translate("ComparePage", "Nieuw"), tone="accent")
    elif not one.second.status:
        state = Cell(translate("ComparePage", "Niet meer"), tone="neutral")
    key = "|".join((one.indicator, *one.by, *one.labels))
    name = Cell(one.title, second)
    return Row(key, (name, side_text(one.first), side_text(one.second), difference_text(one), state))


def _chips(one: ComparedFigure) -> frozenset[str]:
    found = {"headline"} if not one.labels else set()
    found |= {"redefined"} if one.redefined else set()
    return frozenset(found | ({"different"} if one.first.value != one.second.value else set()))


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from the book of releases."""
    title = QCoreApplication.translate("ComparePage", "Vrijgaven vergelijken")
    return PageSpec(KEY, title, "arrows-left-right", lambda shell: ComparePage(shell, desk),
                    frozenset({Role.COORDINATOR}), in_sidebar=False, parent="rapportage")  # fmt: skip
