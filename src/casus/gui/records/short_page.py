# SPDX-License-Identifier: EUPL-1.2
"""A page with one short list that opens from another page: a new one, Enter for the form, and the way back."""

from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.gui.drafts import Payload
from casus.gui.lists import Column, ListSpec, RecordTable
from casus.gui.records.short import ShortSource
from casus.gui.shell import ChangesLike, Page, Shell
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.panel import SidePanel
from casus.services.desk import Desk
from casus.services.drafts import load_draft

T = TypeVar("T")
NEW = "new"


class ShortPage(Page, Generic[T]):
    """Base: subclasses say of which `kind` the records are, under which `form` a draft is kept, and `back` to where.

    They give the columns, the source and the form of one record.
    """

    kind: ClassVar[str]
    form: ClassVar[str]
    back: ClassVar[str]

    def __init__(self, shell: Shell, desk: Desk, title: str, subtitle: str, new: str) -> None:
        super().__init__(shell, "", "")
        self.set_title(title, subtitle)
        self.desk = desk
        self.set_primary(new, lambda: self.open_form(), icon="plus")
        self.source = self.make_source(self.columns())
        self.table = RecordTable(self.source, shell.tasks, self.list_spec(), empty=self.empty(new))
        self.table.opened.connect(self.open_record)
        self.table.refused.connect(shell.show_error)
        self.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        leave = QCoreApplication.translate("ShortPage", "Terug")
        row.addWidget(button(leave, lambda: shell.open(self.back), icon="arrow-left"))
        row.addStretch(1)
        self.body.addLayout(row)

    def first_stop(self) -> QWidget | None:
        """Begin in the list; in what stands above it while the list is empty."""
        return self.table.view if self.table.view.isVisible() else super().first_stop()

    def columns(self) -> list[Column]:
        """Return the columns of the list."""
        raise NotImplementedError

    def make_source(self, columns: list[Column]) -> ShortSource[T]:
        """Return where the rows come from."""
        raise NotImplementedError

    def list_spec(self) -> ListSpec:
        """Return what the list is called, and its filters."""
        raise NotImplementedError

    def panel(self, record_id: str, draft: Payload | None) -> SidePanel:
        """Return the form of a record, or of a new one."""
        raise NotImplementedError

    def empty(self, _new: str) -> EmptyState | None:
        """Return what stands in place of an empty list."""
        return None

    def load(self) -> None:
        """Fetch the list again."""
        self.table.reload()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Fetch again when one of these records changed."""
        if self.kind in changes.kinds:
            self.table.reload()

    def open_record(self, record_id: str) -> None:
        """Open the form of a record."""
        self.open_form(record_id)

    def open_form(self, record_id: str = NEW) -> None:
        """Open the form, with what was typed in it before."""
        desk, shell, about = self.desk, self.shell, f"{self.form}:{record_id}"

        def show(draft: Payload | None) -> None:
            shell.open_panel(self.panel(record_id, draft))

        shell.tasks.run(lambda: load_draft(desk, about), owner=self, done=show)
