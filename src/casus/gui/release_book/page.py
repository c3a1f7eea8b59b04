# SPDX-License-Identifier: EUPL-1.2
"""The book of releases: everything that ever left, with its statement, and its proof checked again."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from casus.domain.periods import Period
from casus.errors import Cancelled, CasusError
from casus.gui.dates_text import language, local_moment, number, short_date
from casus.gui.error_text import sentence
from casus.gui.forms_registry import FormSpec
from casus.gui.lists import Cell, Column, Kind, ListSpec, Query, RecordTable, Row
from casus.gui.release_book.elsewhere import FORM, ElsewherePanel
from casus.gui.release_book.withdraw import FORM as WITHDRAW
from casus.gui.release_book.withdraw import WithdrawReleasePanel
from casus.gui.release_compare import KEY as COMPARE
from casus.gui.report.proof import preset_text
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card, EmptyState, PageScroll
from casus.gui.widgets.feedback import ProgressRow
from casus.gui.widgets.pause import Pause
from casus.gui.widgets.text import label
from casus.services import book
from casus.services.book import BookEntry, Recheck
from casus.services.desk import Desk

KEY = "vrijgaven"
_SIDE_WIDTH, _ROOM_FOR_SIDE = 360, 800
_SHORT = 20
"""The longest value that still fits beside what it is about."""


class BookSource:
    """A `RecordSource` over the book of releases; ids are numbers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._entries: dict[str, BookEntry] = {}
        self.checked: dict[int, Recheck] = {}
        translate = QCoreApplication.translate
        self.columns = (
            Column("title", translate("ReleaseBook", "Vrijgave"), Kind.NAME, 0, sortable=False),
            Column("on", translate("ReleaseBook", "Datum"), Kind.DATE, 104, sortable=False),
            Column("preset", translate("ReleaseBook", "Bescherming"), Kind.TEXT, 170, sortable=False),
            Column("state", translate("ReleaseBook", "Bewijs"), Kind.STATUS, 132, sortable=False),
        )

    def entry(self, record_id: str) -> BookEntry | None:
        """Return the entry of an id, None when it is not shown."""
        return self._entries.get(record_id)

    def latest(self) -> str:
        """Return the id of the latest entry, "" when there is none."""
        return next(iter(self._entries), "")

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the numbers of the entries that match, the latest first."""
        self._entries = {str(entry.number): entry for entry in book.entries(self._desk, language())}
        words = query.text.casefold().split()
        return [key for key, one in self._entries.items() if all(w in _text(one) for w in words)]

    def count_all(self) -> int:
        """Return how many entries there are."""
        return len(self._entries)

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """Return the entries in words."""
        return [self._row(key, self._entries[key]) for key in ids if key in self._entries]

    def _row(self, key: str, entry: BookEntry) -> Row:
        words, tone = state_text(entry, self.checked.get(entry.number))
        period = Period.parse(entry.period).label(language())
        second = period if not entry.elsewhere else f"{_elsewhere_text()} · {period}"
        cells = (Cell(name_of(entry), second), short_date(entry.on), level_of(entry), Cell(words, tone=tone))
        return Row(key, cells)


class BookPage(Page):
    """The list on the left, the statement of the chosen release on the right."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Boek van vrijgaven"),
            self.tr(
                "Alles wat ooit naar buiten ging. Niets valt eruit te halen; elke vrijgave telt later mee."
            ),
        )
        self._desk = desk
        self._pause = Pause()
        self.add = self.set_primary(self.tr("Van elders…"), self.open_elsewhere, icon="plus")
        self.check = self.add_secondary(self.tr("Reken na"), self.recheck, icon="shield-check")
        self.add_menu(
            [
                (self.tr("Vergelijk met een andere vrijgave"), self.open_compare),
                (self.tr("Trek deze vrijgave in"), self.open_withdraw),
            ]
        )
        self._source = BookSource(desk)
        nouns = self.tr("vrijgave"), self.tr("vrijgaven")
        spec = ListSpec(self.tr("Vrijgaven"), lambda n: nouns[0] if n == 1 else nouns[1])
        empty = EmptyState(
            "book-open",
            self.tr("Er is nog niets vrijgegeven."),
            self.tr("Naar Rapportage"),
            lambda: shell.open("rapportage"),
        )
        self.table = RecordTable(self._source, shell.tasks, spec, empty=empty)
        self.table.refused.connect(shell.show_error)
        self.table.selected.connect(self._show)
        self.table.loaded.connect(self._choose_latest)
        self.progress = ProgressRow()
        self.facts = Card(self.tr("Verklaring"))
        self._lay_out()

    def first_stop(self) -> QWidget | None:
        """Begin in the list; in what stands above it while the list is empty."""
        return self.table.view if self.table.view.isVisible() else super().first_stop()

    def load(self) -> None:
        """Fetch the book again."""
        self.table.reload()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Fetch again when something was released or entered."""
        if "releases" in changes.kinds:
            self.load()

    def open_elsewhere(self) -> None:
        """Open the form for a publication from elsewhere."""
        self.shell.open_panel(ElsewherePanel(self.shell, self._desk))

    def open_compare(self) -> None:
        """Set the chosen release beside the one before it."""
        entry = self._source.entry(self.table.current_id())
        self.shell.open(COMPARE, entry.id if entry is not None and not entry.elsewhere else "")

    def open_withdraw(self) -> None:
        """Open the form that withdraws the chosen release, or say why that cannot be."""
        entry = self._source.entry(self.table.current_id())
        if entry is None or entry.elsewhere or entry.withdrawn_on is not None:
            self.shell.announce(self.tr("Kies een vrijgave van Casus die nog niet is ingetrokken."))
            return
        self.shell.open_panel(WithdrawReleasePanel(self.shell, self._desk, entry.id))

    def recheck(self) -> None:
        """Check the whole book and every proof in it again."""
        self._pause = Pause(self.check)
        job = self.shell.tasks.run_long(
            lambda progress: book.recheck(self._desk, progress),
            owner=self,
            done=self._rechecked,
            failed=self._not_rechecked,
        )
        self.progress.follow(job, self.tr("Bewijzen narekenen"))

    def _rechecked(self, found: tuple[Recheck, ...]) -> None:
        self._pause.over()
        self._source.checked = {one.number: one for one in found}
        self.table.reload()
        wrong = [one.number for one in found if not one.ok]
        if wrong:
            numbers = ", ".join(str(one) for one in wrong)
            words = self.tr(
                "Het bewijs van vrijgave {0} klopt niet. Geef niets meer vrij en waarschuw je beheerder."
            )
            self.notice.show_text(words.format(numbers), "danger")
        else:
            words = self.tr("Het boek is heel en alle bewijzen kloppen. Nagerekend: {0}, in {1} ms.")
            spent = sum(one.seconds for one in found)
            self.notice.show_text(words.format(number(len(found)), number(round(1000 * spent))), "ok")
        self.notice.show()

    def _not_rechecked(self, error: CasusError) -> None:
        self._pause.over()
        if isinstance(error, Cancelled):
            self.shell.announce(sentence(error))
        else:
            self.shell.show_error(error)

    def _choose_latest(self) -> None:
        """Show the statement of the latest release as long as no other was chosen."""
        latest = self._source.latest()
        if latest and not self.table.current_id():
            self.table.select_id(latest)

    def _show(self, record_id: str) -> None:
        self.facts.clear()
        entry = self._source.entry(record_id)
        if entry is None:
            self.facts.add(label(self.tr("Kies een vrijgave om te zien wat haar beschermt."), wrap=True))
            return
        when = self.tr("In het boek sinds {0}").format(local_moment(entry.made_at, self._desk.today()))
        self.facts.add(label(name_of(entry), "strong", wrap=True))
        self.facts.add(label(when, "small", "muted", wrap=True))
        self.facts.add(label(level_of(entry), "small", "muted", wrap=True))
        if entry.withdrawn_on is not None:
            words = self.tr("Ingetrokken op {0}: {1}")
            self.facts.add(
                label(words.format(short_date(entry.withdrawn_on), entry.withdrawn_why), wrap=True)
            )
        if entry.elsewhere:
            words = self.tr("Dit kwam niet uit Casus. Elke vrijgave wordt ook samen hiermee aangevallen.")
            self.facts.add(label(words, wrap=True))
        self.facts.rows.addSpacing(theme().px(8))
        self.facts.add(_pairs(entry.facts[1:]))
        if entry.inside:
            self.facts.rows.addSpacing(theme().px(8))
            self.facts.add(label(self.tr("Alleen voor jou, niet in het rapport"), "strong", wrap=True))
            self.facts.add(_pairs(entry.inside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list the room when a panel stands beside it."""
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= theme().px(_ROOM_FOR_SIDE))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QHBoxLayout(inside)
        column.setContentsMargins(0, 0, theme().px(8), 0)
        column.addWidget(self.facts)
        self._side = PageScroll(inside)
        fix_width(self._side, _SIDE_WIDTH)
        middle = QHBoxLayout()
        middle.setSpacing(theme().px(16))
        middle.addWidget(self.table, 1)
        middle.addWidget(self._side)
        self.body.addWidget(self.progress)
        self.body.addLayout(middle, 1)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Terug"), lambda: self.shell.open("rapportage"), icon="arrow-left"))
        row.addStretch(1)
        self.body.addLayout(row)
        self._show("")


def _pairs(facts: Sequence[tuple[str, str]]) -> QWidget:
    """Return the lines of a statement: what at the left, its value at the right."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme().px(12))
    grid.setVerticalSpacing(theme().px(8))
    grid.setColumnStretch(0, 1)
    for at, (what, value) in enumerate(facts):
        short = len(value) <= _SHORT
        shown = label(value, "small", wrap=not short)
        shown.setAccessibleName(f"{what}: {value}")
        name = label(what, "small", "muted", wrap=True)
        if short:
            shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, 2 * at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(shown, 2 * at, 1)
        else:
            grid.addWidget(name, 2 * at, 0, 1, 2)
            grid.addWidget(shown, 2 * at + 1, 0, 1, 2)
    return made


def name_of(entry: BookEntry) -> str:
    """Return what an entry is called: its number, or the title of the publication."""
    if entry.elsewhere:
        return entry.title
    return QCoreApplication.translate("ReleaseBook", "Vrijgave {0}").format(entry.number)


def level_of(entry: BookEntry) -> str:
    """Return the protection level an entry left with."""
    if entry.elsewhere:
        return QCoreApplication.translate("ReleaseBook", "Niet door Casus")
    return preset_text(entry.preset, entry.preset_version)


def state_text(entry: BookEntry, checked: Recheck | None) -> tuple[str, str]:
    """Return what is known of an entry's proof, and its tone."""
    translate = QCoreApplication.translate
    if checked is not None and not checked.ok:
        return translate("ReleaseBook", "Klopt niet"), "danger"
    if entry.withdrawn_on is not None:
        return translate("ReleaseBook", "Ingetrokken"), "warn"
    if checked is None:
        return translate("ReleaseBook", "Bewaard"), "neutral"
    if entry.elsewhere:
        return translate("ReleaseBook", "Ongewijzigd"), "ok"
    return translate("ReleaseBook", "Nagerekend"), "ok"


def _elsewhere_text() -> str:
    return QCoreApplication.translate("ReleaseBook", "Elders gepubliceerd")


def _text(entry: BookEntry) -> str:
    period = Period.parse(entry.period).label(language())
    return f"{name_of(entry)} {entry.period} {period} {level_of(entry)} {entry.digest}".casefold()


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from Rapportage."""
    title = QCoreApplication.translate("ReleaseBook", "Boek van vrijgaven")
    return PageSpec(KEY, title, "book-open", lambda shell: BookPage(shell, desk), in_sidebar=False,
                    parent="rapportage", roles=frozenset({"coordinator"}))  # fmt: skip


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the forms that a draft can open again."""
    return (
        FormSpec(FORM, KEY, lambda shell, _about, draft: ElsewherePanel(shell, desk, draft=draft)),
        FormSpec(
            WITHDRAW, KEY, lambda shell, about, draft: WithdrawReleasePanel(shell, desk, about, draft=draft)
        ),
    )
