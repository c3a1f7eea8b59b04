# SPDX-License-Identifier: EUPL-1.2
"""One page for all registers: choose one, see its entries, add the next."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from casus.domain.roles import Role
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.importing import KEY as IMPORT
from casus.gui.lists import ListSpec, RecordTable
from casus.gui.records import ServiceSource, VaultFilters
from casus.gui.registers.kinds import BY_KEY, KINDS, RegisterKind
from casus.gui.registers.panel import RegisterPanel
from casus.gui.registers.totals import RegisterTotals
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.segments import SegmentBar
from casus.services.desk import Desk
from casus.services.drafts import load_draft
from casus.services.importing import subjects_of
from casus.services.registers import RegisterList


class RegistersPage(Page):
    """A bar of registers above the list of the chosen one; lists are made when first shown."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self._desk = desk
        self._tables: dict[str, RecordTable] = {}
        self.set_primary(self.tr("Vastleggen"), self.open_new, icon="plus")
        self.add_secondary(self.tr("Totalen"), self.show_totals, icon="chart-bar")
        self.bar = SegmentBar(self)
        self.bar.setAccessibleName(self.tr("Register"))
        self.bar.set_choices([Choice(kind.key, kind.words(kind.title)) for kind in KINDS])
        self.bar.set_code(KINDS[0].key)
        self.bar.chosen.connect(self.open_record)
        self.stack = QStackedWidget()
        self.body.addWidget(self.bar)
        self.body.addWidget(self.stack, 1)
        self._show(KINDS[0])

    @property
    def kind(self) -> RegisterKind:
        """The register that is shown."""
        return BY_KEY[self.bar.code()]

    @property
    def table(self) -> RecordTable:
        """The list that is shown."""
        return self._tables[self.kind.key]

    def load(self) -> None:
        """Fetch the list again."""
        self.table.reload()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Reload the list when its register changed."""
        if self.kind.key in changes.kinds or "schools" in changes.kinds:
            self.table.reload()

    def open_record(self, record_id: str) -> None:
        """Show a register, by its key; behind it the chips to show it by ("inspections:kind:buit")."""
        key, *chips = record_id.split(":")
        if key in BY_KEY:
            self.bar.set_code(key)
            self._show(BY_KEY[key])
            if chips:
                self.table.chips.choose(
                    [":".join(pair) for pair in zip(chips[::2], chips[1::2], strict=False)]
                )
            self.table.reload()

    def open_new(self) -> None:
        """Open the form for a new entry."""
        self._open_form(self.kind)

    def show_totals(self) -> None:
        """Show what the register adds up to."""
        self.shell.open_panel(RegisterTotals(self.shell, self._desk, self.kind))

    def _open_form(self, kind: RegisterKind, record_id: str = "") -> None:
        """Open the form of an entry, "" for a new one, with what was typed in it and not stored."""
        key = f"register:{kind.key}:{record_id}"

        def show(draft: Payload | None) -> None:
            self.shell.open_panel(RegisterPanel(self.shell, self._desk, kind, record_id, draft=draft))

        self.shell.tasks.run(lambda: load_draft(self._desk, key), owner=self, done=show)

    def _show(self, kind: RegisterKind) -> None:
        self.set_title(self.tr("Registers"), kind.words(kind.purpose))
        if kind.key not in self._tables:
            self._tables[kind.key] = self._make(kind)
            self.stack.addWidget(self._tables[kind.key])
        self.stack.setCurrentWidget(self._tables[kind.key])

    def _make(self, kind: RegisterKind) -> RecordTable:
        records = RegisterList(self._desk, kind.key)
        source = ServiceSource(records, kind.columns(), self._desk.today())
        nouns = self.tr("regel"), self.tr("regels")
        chips = tuple(chip for group in kind.chips() for chip in group.chips())
        spec = ListSpec(
            kind.words(kind.title), lambda n: nouns[0] if n == 1 else nouns[1], f"register_{kind.key}", chips
        )
        empty = EmptyState(
            "clipboard-text",
            self.tr("In dit register staat nog niets."),
            self.tr("Vastleggen"),
            self.open_new,
        )
        if kind.key in {subject.code for subject in subjects_of(self._desk.role)}:
            empty.offer(self.tr("Importeer een bestand"), lambda: self.shell.open(IMPORT))
        filters = VaultFilters(self._desk, spec.key)
        table = RecordTable(
            source, self.shell.tasks, spec, settings=self.shell.settings, filters=filters, empty=empty
        )
        if records.newest_first:
            table.start_sorted(records.default_sort, descending=True)
        table.opened.connect(lambda record_id: self._open_form(kind, record_id))
        table.refused.connect(self.shell.show_error)
        return table


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    title = QCoreApplication.translate("RegistersPage", "Registers")
    roles = frozenset({Role.COORDINATOR})
    return PageSpec(
        "registers", title, "clipboard-text", lambda shell: RegistersPage(shell, desk), roles, section=1
    )


def forms(desk: Desk) -> list[FormSpec]:
    """Return the form that a draft opens again; its key holds register and entry."""

    def make(shell: Shell, about: str, draft: Payload) -> SidePanel:
        register, _colon, record_id = about.partition(":")
        return RegisterPanel(shell, desk, BY_KEY[register], record_id, draft=draft)

    return [FormSpec("register", "registers", make, lambda about: about.partition(":")[0])]
