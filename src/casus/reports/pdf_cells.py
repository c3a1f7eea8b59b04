# SPDX-License-Identifier: EUPL-1.2
"""What stands in a cell of a PDF table, and the tags of rows and cells."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, LongTable

from casus.reports import pdf_styles as look
from casus.reports.pdf_tags import Element
from casus.reports.texts import NO_BREAK

_BASELINE = look.CELL.leading - look.CELL.fontSize


class Number(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A figure, right-aligned; the mark of a rounded figure is quieter than its digits."""

    def __init__(self, text: str, *, strong: bool) -> None:
        super().__init__()
        self.mark, _, self.digits = text.rpartition(NO_BREAK)
        self.font = look.SEMIBOLD if strong else look.REGULAR

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size of one line."""
        self.width, self.height = available_width, look.CELL.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw the mark and the digits, in the order in which they are read."""
        canv, size = self.canv, look.CELL.fontSize
        canv.setFont(self.font, size)
        if self.mark:
            left = self.width - stringWidth(self.digits, self.font, size) - 2
            canv.setFillColor(look.MUTED)
            canv.drawRightString(left, _BASELINE, self.mark + NO_BREAK)
        canv.setFillColor(look.TEXT)
        canv.drawRightString(self.width, _BASELINE, self.digits)


class Bar(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A bar in a row of a table, as long as its share of the largest figure; parts of a row are lighter."""

    def __init__(self, share: float, *, part: bool) -> None:
        super().__init__()
        self.share, self.color = share, look.tints(3)[1] if part else look.ACCENT

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size of one line."""
        self.width, self.height = available_width, look.CELL.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw the bar on its base line; nothing for zero."""
        if not self.share:
            return
        self.canv.setFillColor(self.color)
        self.canv.rect(0, 2, self.width * self.share, 7.5, stroke=0, fill=1)


class CellTags:
    """Called by reportlab while it draws a table; turns rows and cells into elements.

    One object serves all parts of a table that is split over pages: it stays one Table element, and
    the header that is repeated on a later page is an artifact.
    """

    def __init__(self, bar_column: int | None = None) -> None:
        self.bar_column = bar_column
        self.table: Element | None = None
        self.row: Element | None = None
        self.repeated = False
        self.head = False
        self.open: Any = None

    def __call__(self, table: LongTable, event: str, *details: Any) -> None:
        """Handle one event of reportlab's Table.draw."""
        handle = getattr(self, f"_{event}", None)
        if handle is not None:
            handle(table, *details)
        elif event in ("endBG", "endLines", "endCell"):
            self._close()

    def _close(self) -> None:
        self.open.__exit__(None, None, None)

    def _enter(self, context: Any) -> None:
        self.open = context
        context.__enter__()

    def _startTable(self, table: LongTable) -> None:
        self.repeated = self.table is not None
        if self.table is None:
            self.table = table.canv.root.add("Table")

    def _startBG(self, table: LongTable) -> None:
        self._enter(table.canv.artifact())

    _startLines = _startBG

    def _startRow(self, table: LongTable, number: int) -> None:
        assert self.table is not None
        self.head = number < table.repeatRows
        self.row = None if self.head and self.repeated else self.table.add("TR")

    def _startCell(self, table: LongTable, _row: int, column: int, *_details: Any) -> None:
        if self.row is None or column == self.bar_column:
            self._enter(table.canv.artifact())
            return
        scope = "Column" if self.head else "Row" if column == 0 else None
        attributes = {"O": "Table", "Scope": scope} if scope else None
        cell = self.row.add("TH" if scope else "TD", attributes=attributes)
        self._enter(table.canv.marked(cell))
