# SPDX-License-Identifier: EUPL-1.2
"""A page that is one long list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import NotFound
from casus.gui.importing import KEY as IMPORT
from casus.gui.lists import ListSpec, RecordTable
from casus.gui.records.own_filters import VaultFilters
from casus.gui.records.preview import RowPreview
from casus.gui.records.source import Filter, ServiceSource
from casus.gui.shell import ChangesLike, Page, Shell
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.panel import SidePanel


@dataclass(frozen=True)
class ListWords:
    """The words of a list page; `one` and `many` stand behind the count; `empty` is said of an empty list."""

    title: str
    purpose: str
    one: str
    many: str
    empty: str
    new: str  # the button above the list, and in the empty one; "": nothing is added here
    icon: str
    key: str
    kinds: frozenset[str]  # of records whose change reloads the list
    filters: tuple[Filter, ...] = field(default=())
    start_with: tuple[str, ...] = ()  # chips that are on at first, such as "state:running"
    start_empty: str = ""  # said when those chips find nothing; {0} is all there is ("4 detenties")
    importable: bool = False  # an empty list also offers to import a file


class ListPage(Page):
    """Title, filters, table, and a button for a new record; a subclass says what opening a record does."""

    def __init__(
        self,
        shell: Shell,
        source: ServiceSource,
        words: ListWords,
        new_form: Callable[[], SidePanel] | None = None,
    ) -> None:
        super().__init__(shell, words.title, words.purpose)
        self._words, self._source, self._new_form = words, source, new_form
        if words.new:
            self.set_primary(words.new, self.open_new, icon="plus")
        chips = tuple(chip for group in words.filters for chip in group.chips())
        spec = ListSpec(words.title, lambda n: words.one if n == 1 else words.many, words.key, chips)
        self.empty = EmptyState(words.icon, words.empty, words.new, self.open_new)
        if words.importable:
            link = QCoreApplication.translate("ListPage", "Importeer een bestand")
            self.empty.offer(link, lambda: shell.open(IMPORT))
        filters = VaultFilters(source.records.desk, words.key)
        self.table = RecordTable(
            source, shell.tasks, spec, settings=shell.settings, filters=filters, empty=self.empty
        )
        self.table.chips.choose(words.start_with)
        self.table.starts_with = frozenset(words.start_with)
        self.table.starts_empty = words.start_empty
        self.table.opened.connect(self.open_record)
        self.table.refused.connect(shell.show_error)
        self.preview = RowPreview(shell, self.table, source, words.key)
        self.body.addWidget(self.table, 1)

    @property
    def source(self) -> ServiceSource:
        """Return where the rows come from."""
        return self._source

    def open_new(self) -> None:
        """Open the form for a new record at the right."""
        if self._new_form is not None:
            self.shell.open_panel(self._new_form())

    def first_stop(self) -> QWidget | None:
        """Begin in the list itself; in what stands above it while the list is empty."""
        return self.table.view if self.table.view.isVisible() else super().first_stop()

    def load(self) -> None:
        """Fetch the list again; filters and selection stay."""
        self.table.reload()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Reload when a record of this list changed."""
        if changes.kinds & self._words.kinds:
            self.table.reload()

    def show_only(self, chips: Sequence[str]) -> None:
        """Show the list filtered by these chips ("attention:review_due"), as a number elsewhere promised."""
        self.table.search.clear()
        self.table.chips.choose(chips)
        self.table.reload()

    def open_dossier_of(self, record_id: str, tab: str = "") -> None:
        """Open the dossier behind a record whose row names its case or person, at a tab when one is named."""
        spot = f"#{tab}" if tab else ""
        records = self._source.records

        def work() -> str:
            rows = records.rows([record_id])
            if not rows:
                raise NotFound(self._words.key, record_id)
            case_id, person_id = rows[0]["case_id"], rows[0]["person_id"]
            return f"case:{case_id}{spot}" if case_id else f"person:{person_id}{spot}"

        self.shell.tasks.run(work, owner=self, done=lambda place: self.shell.open("dossier", place))
