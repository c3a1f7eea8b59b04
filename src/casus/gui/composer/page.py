# SPDX-License-Identifier: EUPL-1.2
"""The page on which a report is composed: its outline at the left, the report as it will be printed at the right."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from casus.domain.roles import Role
from casus.errors import CasusError
from casus.gui.composer import KEY, opening
from casus.gui.composer.block_panel import BlockPanel
from casus.gui.composer.live import LivePreview
from casus.gui.composer.opening import Found
from casus.gui.composer.panels import ChapterPanel, HeadPanel, NewReportPanel
from casus.gui.composer.side import Side
from casus.gui.dates_text import language
from casus.gui.error_text import sentence
from casus.gui.forms_registry import FormSpec
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.pause import Pause
from casus.services import composing
from casus.services.changes import Done
from casus.services.composing import OpenReport, Preview, Problem, ReportDocument
from casus.services.desk import Desk

_ROOM_FOR_BOTH = 620
_MOST = 4
"""Most problems that are told above a form; the list has them all."""
_KINDS = frozenset({composing.KIND, "releases", "stories"})


class ComposerPage(Page):
    """Reports in the making. Nothing leaves while something of what is still to do keeps it inside."""

    def __init__(self, shell: Shell, desk: Desk, ask_folder: Callable[[QWidget], str] | None = None) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Verslagen"),
            self.tr("Cijfers van een vrijgave en verhalen uit de praktijk, in één verslag."),
        )
        self._desk, self._ask_folder = desk, ask_folder or _ask_folder
        self._wanted = ""
        self._found = Found()
        self._panel: BlockPanel | None = None
        self._pause = Pause()
        self.write = self.set_primary(self.tr("Schrijf bestanden…"), self.save_files, icon="export")
        self.add_secondary(self.tr("Nieuw verslag"), self.new_report, icon="plus")
        entries = (
            (self.tr("Titel en vrijgave…"), self.change_head),
            (self.tr("Gooi verslag weg"), self.throw_away),
        )
        self.menu = self.add_menu(entries)
        self.empty = EmptyState("files", "")
        self.empty.sentence.setMinimumWidth(theme().px(320))
        self.empty.action.clicked.connect(lambda: self._take_latest())
        self.preview = LivePreview(shell, desk)
        self.preview.made.connect(self._show_problems)
        self.side = Side()
        self._connect()
        self._lay_out()

    def first_stop(self) -> QWidget | None:
        """Begin in the outline of the report that is open."""
        outline = self.side.outline
        return outline if outline.isVisible() and outline.isEnabled() else super().first_stop()

    def load(self) -> None:
        """Fetch the reports and open the one wanted, else the one that was open, else the one changed last."""
        wanted = self._wanted or self._found.chosen
        self.shell.tasks.run(lambda: opening.fetch(self._desk, wanted), owner=self, done=self._show)

    def open_record(self, record_id: str) -> None:
        """Open the report with this id."""
        self._wanted = record_id
        self.load()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Fetch again when a report, a release or a story changed."""
        if _KINDS & changes.kinds:
            self.load()

    def new_report(self) -> None:
        """Open the form for a new report."""
        self.shell.open_panel(NewReportPanel(self.shell, self._desk, self._found.releases))

    def change_head(self) -> None:
        """Open the form with title and release."""
        if (report := self._found.report) is not None:
            self.shell.open_panel(HeadPanel(self.shell, self._desk, report, self._found.releases))

    def add(self, kind: str) -> None:
        """Open the form for a new chapter ("chapter") or block (a kind) in the chapter that is chosen."""
        report = self._found.report
        if report is None:
            return
        chapters = report.document.chapters
        if kind == "chapter" or not chapters:
            self.shell.open_panel(ChapterPanel(self.shell, self._desk, report, ""))
            return
        chapter = composing.chapter_of(report.document, self.side.outline.chosen()) or chapters[-1]
        self._open_block(report, chapter.key, kind)

    def open_part(self, key: str, at: int = 0) -> None:
        """Open the form of a chapter or block, at a place in its text."""
        report = self._found.report
        chapter = composing.chapter_of(report.document, key) if report is not None else None
        if report is None or chapter is None:
            self.change_head()
        elif chapter.key == key:
            self.shell.open_panel(ChapterPanel(self.shell, self._desk, report, key))
        else:
            panel = self._open_block(report, chapter.key, key)
            self.preview.show_chapter(report.document.chapters.index(chapter))
            if at:
                panel.go_to(at)

    def follow(self, panel: BlockPanel) -> None:
        """Let the preview follow what is typed in this panel."""
        panel.edited.connect(lambda block: self._type(panel, block))
        panel.going.connect(lambda: self._stop(panel))
        self._panel = panel
        self._fit()

    def throw_away(self) -> None:
        """Throw the report away; undo brings it back."""
        if chosen := self._found.chosen:
            self._change(lambda: composing.remove_report(self._desk, chosen), self.tr("Verslag weggegooid"))

    def save_files(self) -> None:
        """Ask where to, and write the report and its tables."""
        chosen = self._found.chosen
        folder = self._ask_folder(self) if chosen else ""
        if folder:
            self._pause = Pause(self.write)
            self.shell.tasks.run(
                lambda: composing.export_report(self._desk, chosen, Path(folder)),
                owner=self,
                done=self._written,
                failed=self._not_written,
            )

    # --- showing -------------------------------------------------------------------------------

    def _show(self, found: Found) -> None:
        self._found, self._wanted = found, ""
        there = found.report is not None
        self.side.show_reports(found.reports, found.chosen)
        self.side.show_document(found.report.document if found.report is not None else None)
        self.menu.setEnabled(bool(found.chosen))
        self.write.setEnabled(there)
        self.empty.setVisible(not there)
        self._explain(found)
        self._fit()
        self.preview.show_report(found.report)

    def _explain(self, found: Found) -> None:
        """Say why there is nothing to show, and offer the one thing that helps."""
        act = ""
        if found.refused is not None:
            words = sentence(found.refused)
            act = self.tr("Neem de laatste vrijgave") if found.releases else ""
        elif not found.releases:
            words = self.tr("Er is nog geen vrijgave om een verslag van te maken.")
            act = self.tr("Geef eerst cijfers vrij")
        else:
            words, act = self.tr("Er is nog geen verslag."), self.tr("Begin een verslag")
        self.empty.sentence.setText(words)
        self.empty.action.setText(act)
        self.empty.action.setVisible(bool(act))

    def _take_latest(self) -> None:
        """Do what the empty page offers: another release, releasing first, or a new report."""
        found = self._found
        if not found.releases:
            self.shell.open("rapportage")
        elif found.refused is not None:
            latest = found.releases[0].id
            self._change(
                lambda: composing.choose_release(self._desk, found.chosen, latest),
                self.tr("Andere vrijgave gekozen"),
            )
        else:
            self.new_report()

    def _show_problems(self, shown: OpenReport, made: Preview) -> None:
        words = language()
        self.side.show_problems(
            [
                (problem, composing.place_of(shown, problem, words), composing.problem_text(problem, words))
                for problem in made.problems
            ]
        )
        if self._panel is not None:
            own = [problem for problem in made.problems if self._is_about(self._panel, shown, problem)]
            self._panel.show_notice(
                "\n".join(composing.problem_text(one, words) for one in own[:_MOST]), "warn"
            )

    @staticmethod
    def _is_about(panel: BlockPanel, shown: OpenReport, problem: Problem) -> bool:
        """Whether a problem that keeps the report inside is in the block of this panel."""
        chapters = shown.document.chapters
        if not problem.blocks or problem.chapter < 0 or problem.block < 0:
            return False
        return chapters[problem.chapter].blocks[problem.block].key == panel.block().key

    def _type(self, panel: BlockPanel, block: Any) -> None:
        if self._found.report is not None and panel is self._panel:
            self.preview.follow(composing.put_block(self._found.report.document, panel.chapter, block))

    def _stop(self, panel: BlockPanel) -> None:
        if panel is self._panel:
            self._panel = None
            self.preview.follow(None)
            self._fit()

    # --- changing ------------------------------------------------------------------------------

    def _open_block(self, report: OpenReport, chapter: str, at: str) -> BlockPanel:
        panel = BlockPanel(self.shell, self._desk, report, chapter, at)
        self.shell.open_panel(panel)
        self.follow(panel)
        return panel

    def _edit(self, edit: Callable[[ReportDocument], ReportDocument], said: str) -> None:
        if chosen := self._found.chosen:
            self._change(lambda: composing.change_report(self._desk, chosen, edit), said)

    def _change(self, act: Callable[[], Done[Any]], said: str) -> None:
        def done(result: Done[Any]) -> None:
            self.shell.emit_changed(result.changes, self)
            self.shell.announce(said)

        self.shell.tasks.run(act, owner=self, done=done)

    def _remove(self, key: str) -> None:
        self._edit(lambda document: composing.remove(document, key), self.tr("Uit het verslag gehaald"))

    def _move(self, key: str, step: int) -> None:
        self._edit(lambda document: composing.move(document, key, step), self.tr("Verplaatst"))

    def _look_at(self, key: str) -> None:
        """Show the chapter of what is chosen in the preview."""
        report = self._found.report
        chapter = composing.chapter_of(report.document, key) if report is not None else None
        if report is not None and chapter is not None and self.side.outline.hasFocus():
            self.preview.show_chapter(report.document.chapters.index(chapter))

    def _go_to(self, problem: Problem) -> None:
        """Open the block a problem is in, at its place."""
        report = self._found.report
        chapters = report.document.chapters if report is not None else ()
        if not 0 <= problem.chapter < len(chapters):
            self.change_head()
            return
        chapter = chapters[problem.chapter]
        key = chapter.blocks[problem.block].key if 0 <= problem.block < len(chapter.blocks) else chapter.key
        self.side.outline.choose(key)
        self.open_part(key, problem.at)

    def _written(self, files: tuple[Path, ...]) -> None:
        self._pause.over()
        self.shell.announce(self.tr("Verslag geschreven: {0}").format(files[0].name))

    def _not_written(self, error: CasusError) -> None:
        self._pause.over()
        self.shell.show_error(error)

    # --- layout --------------------------------------------------------------------------------

    def _connect(self) -> None:
        outline = self.side.outline
        outline.opened.connect(self.open_part)
        outline.removed.connect(self._remove)
        outline.moved.connect(self._move)
        self.side.wanted.connect(self.add)
        self.side.chosen.connect(self.open_record)
        self.side.problem.connect(self._go_to)
        outline.currentRowChanged.connect(lambda _row: self._look_at(outline.chosen()))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(self.side, 0, Qt.AlignmentFlag.AlignLeft)  # also when it stands alone
        row.addWidget(self.preview, 1)
        row.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignCenter)
        outer = QVBoxLayout()
        outer.addLayout(row, 1)
        self.body.addLayout(outer, 1)
        self.preview.hide()
        self.side.hide()

    def _fit(self) -> None:
        """Show outline and preview side by side; where there is no room, the preview beside a form, else the outline."""
        both = self.width() >= theme().px(_ROOM_FOR_BOTH)
        there = self._found.report is not None
        self.preview.setVisible(there and (both or self._panel is not None))
        self.side.setVisible(bool(self._found.reports) and (both or self._panel is None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _ask_folder(parent: QWidget) -> str:
    return QFileDialog.getExistingDirectory(
        parent, QCoreApplication.translate("ComposerPage", "Waar moet het verslag komen?")
    )


def _follow(shell: Shell, panel: BlockPanel) -> None:
    page = shell.page(KEY)
    if isinstance(page, ComposerPage):
        page.follow(panel)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from Rapportage."""
    title = QCoreApplication.translate("ComposerPage", "Verslagen")
    return PageSpec(KEY, title, "files", lambda shell: ComposerPage(shell, desk), in_sidebar=False,
                    parent="rapportage", roles=frozenset({"coordinator"}))  # fmt: skip


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the forms that a draft can open again; only a coordinator has any."""
    return opening.forms(desk, _follow) if desk.role == Role.COORDINATOR else ()
