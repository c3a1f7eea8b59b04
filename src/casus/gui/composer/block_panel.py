# SPDX-License-Identifier: EUPL-1.2
"""The form for one block of a report: a focus point, a text with figures, tables of figures, or stories."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from casus.gui.composer.figure_picker import FigurePicker
from casus.gui.drafts import Payload
from casus.gui.forms.ui_report_block_form import Ui_ReportBlockForm
from casus.gui.labels import label as code_label
from casus.gui.panels import FormPanel, PanelSpec
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.services import composing
from casus.services.changes import Done
from casus.services.composing import FIGURES, HEADING, KINDS, STORIES, TEXT, Block, OpenReport
from casus.services.desk import Desk

BLOCK = "report_block"
_ROOM_FOR_BOTH = 620
_PART_OF = {TEXT: "purpose", FIGURES: "did", STORIES: "see"}


class BlockPanel(FormPanel):
    """What stands in the block; the preview beside it follows what is typed.

    `at` is the key of the block, or a kind of block for a new one in the chapter with key `chapter`.

    Signals:
        edited: the block as it would be now.
    """

    edited = Signal(object)

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        report: OpenReport,
        chapter: str,
        at: str,
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_ReportBlockForm()
        self.ui.setupUi(content)
        self._desk, self._id, self.chapter = desk, report.id, chapter
        self.picker: FigurePicker | None = None
        self._pinned: bool | None = None
        found = composing.block_of(report.document, at)
        kind = found.kind if found is not None else at if at in KINDS else TEXT
        self._kind, self._own_key = kind, found.key if found is not None else ""
        self._fill(report, found or Block(kind, _PART_OF.get(kind, "")))
        none = QCoreApplication.translate("BlockPanel", "Er zijn nog geen goedgekeurde verhalen.")
        spec = PanelSpec(
            code_label("report_block", kind),
            QCoreApplication.translate("BlockPanel", "Bewaar"),
            f"{BLOCK}:{report.id}:{chapter}:{at}",
            none if kind == STORIES and not report.stories else "",
        )
        super().__init__(shell, content, spec, today=desk.clock.today, draft=draft)
        self.form.changed.connect(lambda: self.edited.emit(self.block()))
        self.picker = FigurePicker(report) if kind == TEXT else None
        if self.picker is not None:
            self.picker.picked.connect(self._put_in)
            self._place_picker()

    def block(self) -> Block:
        """Return the block as it is in the form now."""
        ui = self.ui
        if self._kind == HEADING:
            return Block(HEADING, text=ui.headingField.value() or "", key=self._own_key)
        part = ui.partField.value() or _PART_OF[self._kind]
        if self._kind == TEXT:
            return Block(TEXT, part, ui.textField.value(), key=self._own_key)
        field = ui.figuresField if self._kind == FIGURES else ui.storiesField
        return Block(self._kind, part, items=tuple(field.value()), key=self._own_key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_picker()

    def begin(self) -> bool:
        """Begin where one was, else in the text: what part it is of is mostly right."""
        if super().begin():
            return True
        if self._kind == TEXT:
            self.ui.textField.edit.setFocus()
        return self._kind == TEXT

    def go_to(self, at: int) -> None:
        """Put the keyboard in the text, at a place in it."""
        edit = self.ui.textField.edit
        edit.setFocus()
        cursor = edit.textCursor()
        cursor.setPosition(min(at, edit.document().characterCount() - 1))
        edit.setTextCursor(cursor)

    def work(self, _values: dict[str, Any]) -> Callable[[], Any]:
        """Return what puts the block in the report."""
        block, chapter = self.block(), self.chapter
        return lambda: composing.change_report(
            self._desk, self._id, lambda document: composing.put_block(document, chapter, block)
        )

    def stored(self, result: Done[Any]) -> None:
        """Tell that it is kept."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Blok bewaard"))

    def _fill(self, report: OpenReport, block: Block) -> None:
        ui, language = self.ui, report.document.language
        ui.partField.setVisible(self._kind != HEADING)
        ui.headingField.setVisible(self._kind == HEADING)
        ui.textField.setVisible(self._kind == TEXT)
        ui.figuresField.setVisible(self._kind == FIGURES)
        ui.storiesField.setVisible(self._kind == STORIES)
        ui.partField.set_value(block.part)
        if self._kind == HEADING:
            ui.headingField.set_value(block.text)
        elif self._kind == TEXT:
            ui.textField.set_value(block.text)
        elif self._kind == FIGURES:
            found = composing.indicators(report.release, language)
            gone = [code for code in block.items if code not in {one.code for one in found}]
            ui.figuresField.set_choices(
                [Choice(one.code, f"{one.title} ({one.value})") for one in found]
                + [Choice(code, code) for code in gone]
            )
            ui.figuresField.set_value(block.items)
        else:
            self._offer_stories(report, block)

    def _offer_stories(self, report: OpenReport, block: Block) -> None:
        """Offer the stories that may be told; one that was withdrawn since stays, so that it can be taken out."""
        against = QCoreApplication.translate("BlockPanel", "{0} (tegengeluid)")
        gone = QCoreApplication.translate("BlockPanel", "Ingetrokken verhaal")
        found = {
            one.key: against.format(one.title) if one.against_the_grain else one.title
            for one in report.stories
        }
        missing = [Choice(key, gone) for key in block.items if key not in found]
        self.ui.storiesField.set_choices([*(Choice(key, words) for key, words in found.items()), *missing])
        self.ui.storiesField.set_value(block.items)

    def _place_picker(self) -> None:
        """Keep the figures in view below the text; where that leaves no text in view, let them scroll with it."""
        pinned = self.height() >= theme().px(_ROOM_FOR_BOTH)
        if self.picker is None or pinned is self._pinned:
            return
        self._pinned = pinned
        self.picker.set_inset(theme().px(24) if pinned else 0)
        (self.put_below if pinned else self.put_under)(self.picker)

    def _put_in(self, text: str) -> None:
        self.ui.textField.edit.insertPlainText(text)
        self.ui.textField.edit.setFocus()
