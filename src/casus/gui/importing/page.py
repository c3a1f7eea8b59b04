# SPDX-License-Identifier: EUPL-1.2
"""The import wizard: four steps on one page; nothing is kept before the last button."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from casus.errors import Cancelled, CasusError, UnreadableFile
from casus.gui.dates_text import language
from casus.gui.error_text import sentence
from casus.gui.importing.action import KEY
from casus.gui.importing.check_step import CheckStep
from casus.gui.importing.file_step import FileStep
from casus.gui.importing.mapping_step import MappingStep, Wish
from casus.gui.importing.questions_step import QuestionsStep
from casus.gui.importing.taking_back import TakingBack
from casus.gui.report.step_path import StepPath
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.tasks import Progress
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.feedback import ProgressRow
from casus.services import importing, undo
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.facilities import facilities
from casus.services.importing import CheckReport, Doubt, Grid, Layout, Question, Shown
from casus.services.report_files import write
from casus.services.undo import Act

FILE, COLUMNS, QUESTIONS, CHECK = range(4)
_FIRST = Wish("", "", "")


@dataclass(frozen=True)
class Opened:
    """A file that was read, how it is likely to be meant, and what its facilities may be called."""

    grid: Grid
    layout: Layout
    facilities: tuple[Choice, ...]


class ImportPage(Page):
    """File → columns → questions → check. All work is done in the worker; the file itself is never copied."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self._purpose = self.tr("Je ziet eerst wat er gebeurt, en kunt het daarna terugdraaien.")
        self.set_title(self.tr("Bestand importeren"), self._purpose)
        self._desk = desk
        self._path = Path()
        self.opened: Opened | None = None
        self._layout: Layout | None = None
        self.report: CheckReport | None = None
        self._asked: frozenset[tuple[str, str]] = frozenset()
        self.path = StepPath(
            [self.tr("Bestand"), self.tr("Kolommen"), self.tr("Vragen"), self.tr("Controle")]
        )
        self.progress = ProgressRow()
        self.file = FileStep(desk.role, language())
        self.columns = MappingStep(desk.role)
        self.questions = QuestionsStep()
        self.check = CheckStep(shell)
        self.taking_back = TakingBack(self, shell, desk, self.check, self.progress)
        self.steps = QStackedWidget()
        for step in (self.file, self.columns, self.questions, self.check):
            self.steps.addWidget(step)
        self.body.addWidget(self.path)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.steps, 1)
        self._connect()

    # --- 1: the file ---

    def read(self, path: Path, wish: Wish = _FIRST) -> None:
        """Read a file and guess what is in it; shows step 2."""
        self._path = path
        desk = self._desk

        def work(progress: Progress) -> Opened:
            grid = importing.read_file(
                path,
                sheet=wish.sheet,
                encoding=wish.encoding,
                delimiter=wish.delimiter,
                progress=lambda done, total: progress(100 * done // max(total, 1), 100),
            )
            layout = importing.recall(desk, grid) or importing.guess(grid, desk.role)
            if layout is None:
                raise UnreadableFile("empty")
            return Opened(grid, layout, tuple(Choice(one.id, one.name) for one in facilities(desk)))

        self._run_long(work, self._show_file, self.tr("Bestand lezen"))

    def _show_file(self, opened: Opened) -> None:
        self.opened, self._layout, self.report = opened, opened.layout, None
        self._asked = frozenset()
        self.check.start_without_doubles()
        self.columns.show_grid(opened.grid, opened.layout, opened.facilities)
        self._go(COLUMNS)
        self.columns.ui.subjectField.take_focus()

    # --- 2: the columns ---

    def _regroup(self, subject: str, header: int) -> None:
        opened, desk = self.opened, self._desk
        chosen = importing.subjects().get(subject)
        if opened is not None and chosen is not None:
            self.shell.tasks.run(
                lambda: importing.guess(opened.grid, desk.role, subject=chosen, header=header),
                owner=self,
                done=self._show_layout,
            )

    def _show_layout(self, layout: Layout | None) -> None:
        if layout is None:
            self.shell.show_error(UnreadableFile("no_header"))
            return
        self.columns.show_layout(layout)

    def _look(self, layout: Layout) -> None:
        opened, desk, words = self.opened, self._desk, language()

        def shown(lines: list[tuple[int, list[Shown]]]) -> None:
            if self.columns.layout_now() == layout:
                self.columns.show_preview(lines)

        if opened is not None:
            self.shell.tasks.run(
                lambda: importing.preview(desk, opened.grid, layout, words), owner=self, done=shown
            )

    def _accept(self, layout: Layout) -> None:
        self._layout = layout
        self._keep(layout)
        self._check()

    # --- 3 and 4: questions, check ---

    def _check(self) -> None:
        opened, layout, desk, words = self.opened, self._layout, self._desk, language()
        if opened is None or layout is None:
            return

        def work(progress: Progress) -> CheckReport:
            return importing.check(desk, opened.grid, layout, language=words, progress=progress)

        self._run_long(work, self._checked, self.tr("Bestand controleren"))

    def _checked(self, report: CheckReport) -> None:
        self.report = report
        self.check.show_report(report)
        values, doubts = self._unasked(report)
        if values or doubts:
            self._ask(values, doubts)
        else:
            self._go(CHECK)
            self.check.go.setFocus()

    def _unasked(self, report: CheckReport) -> tuple[list[Question], list[Doubt]]:
        """Return the questions that were not put yet."""
        layout = self._layout
        asked = layout.same if layout is not None else {}
        values = [one for one in report.questions if (one.field, one.folded) not in self._asked]
        return values, [one for one in report.doubts if one.key not in asked]

    def _ask(self, values: list[Question], doubts: list[Doubt]) -> None:
        opened, layout = self.opened, self._layout
        if opened is not None and layout is not None:
            self.questions.show_questions(layout.subject, values, doubts, opened.facilities)
            self._go(QUESTIONS)
            self.questions.take_focus()

    def _decide(self, values: Mapping[tuple[str, str], str], persons: Mapping[str, str]) -> None:
        layout = self._layout
        if layout is None:
            return
        self._asked |= self.questions.shown_values()
        decided = replace(layout, codes={**layout.codes, **values}, same={**layout.same, **persons})
        self._layout = decided
        self._keep(decided)
        self._check()

    def _back_from_check(self) -> None:
        """Put all questions again; without any, back to the columns."""
        layout, report = self._layout, self.report
        if layout is None or report is None or not (self._asked or layout.same):
            self._go(COLUMNS)
            return
        codes = {key: code for key, code in layout.codes.items() if key not in self._asked}
        self._layout = replace(layout, codes=codes, same={})
        self._asked = frozenset()
        self._check()

    def _set_doubles(self, keep: bool) -> None:
        if self._layout is not None:
            self._layout = replace(self._layout, keep_doubles=keep)
            self._check()

    def _perform(self) -> None:
        opened, layout, report, desk, words = (
            self.opened,
            self._layout,
            self.report,
            self._desk,
            language(),
        )
        if opened is None or layout is None or report is None:
            return

        def work(progress: Progress) -> tuple[Done[CheckReport], Act | None]:
            done = importing.perform(desk, opened.grid, layout, report, language=words, progress=progress)
            return done, next(iter(undo.recent(desk, 1)), None)

        self._run_long(work, self._performed, self.tr("Importeren"))

    def _performed(self, outcome: tuple[Done[CheckReport], Act | None]) -> None:
        done, act = outcome
        self.taking_back.keep(act, done.value)
        self.check.show_done(done.value)
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.tr("Bestand geïmporteerd"))

    def load(self) -> None:
        """Look whether the import was undone while another page was shown."""
        self.taking_back.look()

    def changed(self, _changes: ChangesLike, initiator: QWidget | None) -> None:
        """Look whether the import was undone elsewhere."""
        if initiator is not self:
            self.taking_back.look()

    def _save(self, path: Path, content: bytes) -> None:
        self.shell.tasks.run(
            lambda: write(path, content, overwrite=True),
            owner=self,
            done=lambda _none: self.shell.announce(self.tr("Lijst met fouten opgeslagen")),
        )

    # --- inside ---

    def start(self) -> None:
        """Begin with another file; what was read of the last one is let go."""
        self.opened = self._layout = self.report = None
        self.taking_back.keep(None, None)
        self._asked = frozenset()
        self._go(FILE)
        self.file.start()

    def _keep(self, layout: Layout) -> None:
        opened, desk = self.opened, self._desk
        if opened is not None:
            self.shell.tasks.run(
                lambda: importing.remember(desk, opened.grid, layout), owner=self, done=lambda _kept: None
            )

    def _run_long(self, work: Callable[[Progress], Any], done: Callable[[Any], object], words: str) -> None:
        def finished(result: Any) -> None:
            self.steps.setEnabled(True)
            done(result)

        self.notice.hide()
        self.steps.setEnabled(False)
        job = self.shell.tasks.run_long(work, owner=self, done=finished, failed=self._failed)
        self.progress.follow(job, words)

    def _failed(self, error: CasusError) -> None:
        """Show what went wrong; after a cancel everything is as it was, at the same step."""
        self.steps.setEnabled(True)
        here = self.steps.currentIndex()
        if isinstance(error, Cancelled):
            self.notice.show_text(sentence(error), "neutral")
            self.notice.show()
            buttons = (self.file.next, self.columns.next, self.questions.next, self.check.go)
            buttons[here].setFocus()
        elif here != FILE or not self.file.refuse(error):
            self.shell.show_error(error)

    def _go(self, step: int) -> None:
        self.set_title(self.title(), self._purpose if step == FILE else "")
        self.steps.setCurrentIndex(step)
        self.path.set_current(step)

    def _connect(self) -> None:
        self.file.wanted.connect(self.read)
        self.columns.back.connect(lambda: self._go(FILE))
        self.columns.reread.connect(lambda wish: self.read(self._path, wish))
        self.columns.regroup.connect(self._regroup)
        self.columns.looked.connect(self._look)
        self.columns.accepted.connect(self._accept)
        self.questions.back.connect(lambda: self._go(COLUMNS))
        self.questions.decided.connect(self._decide)
        self.check.back.connect(self._back_from_check)
        self.check.doubles_wanted.connect(self._set_doubles)
        self.check.accepted.connect(self._perform)
        self.check.another.connect(self.start)
        self.check.save_wanted.connect(self._save)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is reached by its action, by Beheer and by empty lists."""
    title = QCoreApplication.translate("ImportPage", "Bestand importeren")
    return PageSpec(
        KEY, title, "upload-simple", lambda shell: ImportPage(shell, desk), in_sidebar=False, parent="beheer"
    )
