# SPDX-License-Identifier: EUPL-1.2
"""A document of a dossier, looked at inside the window: pages, a picture or text, and nothing of it on disk."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from casus.domain.roles import Role
from casus.errors import CasusError, NotAllowed, NotFound, Unshowable
from casus.gui.attachments.adding import AddingPanel
from casus.gui.attachments.form import AttachmentPanel
from casus.gui.attachments.opening import Looked, look_at
from casus.gui.attachments.papers import Paper, TextPaper, Tile
from casus.gui.attachments.sheets import STEP, SheetView
from casus.gui.attachments.sizes import facts_of
from casus.gui.attachments.tools import ViewerTools
from casus.gui.attachments.trouble import TroubleView
from casus.gui.attachments.words import TextView
from casus.gui.error_text import sentence
from casus.gui.forms_registry import FormSpec
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.widgets.feedback import ProgressRow
from casus.services.attachments import is_image
from casus.services.desk import Desk

__all__ = ["AttachmentViewer", "forms", "spec"]

KEY = "bijlage"


class AttachmentViewer(Page):
    """Shows one document; what it holds is let go as soon as the page is out of view or the vault locks."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self._desk = desk
        self._id = self._shown_id = ""
        self._looked: Looked | None = None
        self.tools = ViewerTools()
        self.sheets = SheetView()
        self.text = TextView()
        self.trouble = TroubleView()
        self.progress = ProgressRow()
        self.stack = QStackedWidget()
        for part in (self.sheets, self.text, self.trouble):
            self.stack.addWidget(part)
        self.back = self.add_secondary(self.tr("Terug naar dossier"), self.leave, icon="arrow-left")
        self.edit = self.add_secondary(self.tr("Gegevens wijzigen"), self._edit, icon="pencil-simple")
        self.body.addWidget(self.tools)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.stack, 1)
        self._connect()
        self._clear()

    def open_record(self, record_id: str) -> None:
        """Fetch and show a document; the view is logged."""
        self._clear()
        self._id = record_id
        self._fetch()

    def changed(self, changes: ChangesLike, _initiator: object) -> None:
        """Show the new title when it was changed; go back when it is no longer there."""
        mine = self._shown_id in changes.ids and "attachments" in changes.kinds
        whose = self._looked.row.person_id if self._looked is not None else ""
        closed = whose in changes.ids and "emergency_accesses" in changes.kinds  # it may be closed now
        if (mine or closed) and self.isVisible():
            self._fetch()

    def leave(self) -> None:
        """Go back to the dossier, to its list of documents."""
        row = self._looked.row if self._looked else None
        if row is not None:
            about = f"case:{row.case_id}" if row.case_id else f"person:{row.person_id}"
            self.shell.open("dossier", f"{about}#attachments")

    # --- fetching ---

    def _fetch(self, password: str = "") -> None:
        desk, wanted = self._desk, self._id
        self._shown_id = wanted
        if self._looked is not None:
            self._release()
        job = self.shell.tasks.run(
            lambda: look_at(desk, wanted, password),
            owner=self,
            done=partial(self._show, wanted),
            failed=partial(self._failed, wanted),
        )
        self.progress.follow(job, self.tr("Bijlage openen"))

    def _show(self, wanted: str, looked: Looked) -> None:
        if wanted != self._id or not self.isVisible():  # gone elsewhere in the meantime
            self._close_later(looked.paper)
            return
        self._looked = looked
        row = looked.row
        self.set_title(row.title, facts_of(row, self._desk.today()))
        self.back.setEnabled(True)
        self.edit.setVisible(not row.read_only)
        self.tools.show_place(looked.position, looked.of)
        if looked.failure is not None:
            self._show_trouble(looked.failure)
        elif isinstance(looked.paper, TextPaper):
            self.text.start(*looked.text)
            self._turn_to(self.text)
        else:
            self.sheets.show_pages(looked.pages, widen=not is_image(row.media_type))
            self._turn_to(self.sheets)
        self._show_size()

    def _show_trouble(self, failure: CasusError) -> None:
        locked = isinstance(failure, Unshowable) and failure.reason == "password"
        self.trouble.show_sentence(sentence(failure), asks_password=locked)
        self._turn_to(self.trouble)

    def _turn_to(self, part: SheetView | TextView | TroubleView) -> None:
        self.stack.setCurrentWidget(part)
        self.stack.show()
        self.tools.show_for(sheets=part is self.sheets, text=part is self.text)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, wanted: str, error: CasusError) -> None:
        if wanted != self._id:
            return
        if isinstance(error, NotAllowed) and (person_id := error.data.get("person_id")):
            self.shell.open("dossier", f"person:{person_id}#attachments")  # asks for a reason first
            return
        if isinstance(error, NotFound):
            self.leave()
        self._clear()
        self.shell.show_error(error)

    # --- drawing ---

    def _draw(self, tile: Tile) -> None:
        looked = self._looked
        if looked is None or looked.paper is None or isinstance(looked.paper, TextPaper):
            return
        paper: Paper = looked.paper
        self.shell.tasks.run(
            lambda: (paper.draw(tile), paper.words(tile.page)),
            owner=self,
            done=lambda drawn: self._drawn(looked, tile, *drawn),
            failed=self._show_trouble,
        )

    def _drawn(self, looked: Looked, tile: Tile, image: QImage, words: str) -> None:
        if looked is self._looked:
            self.sheets.take(tile, image)
            if tile.page == self.sheets.page:
                self.sheets.setAccessibleDescription(words)

    def _more_text(self) -> None:
        looked = self._looked
        if looked is not None and isinstance(paper := looked.paper, TextPaper):
            self.shell.tasks.run(
                paper.more,
                owner=self,
                done=lambda more: self.text.add(*more) if looked is self._looked else None,
            )

    # --- letting go ---

    def _clear(self) -> None:
        """Let go of the document, and of every word of it."""
        self._release()
        self._id = self._shown_id = ""
        self.set_title("")
        self.back.setEnabled(False)
        self.stack.hide()
        self.tools.show_for(sheets=False, text=False)
        self.tools.show_place(0, 0)

    def _release(self) -> None:
        looked, self._looked = self._looked, None
        self.sheets.clear()
        self.sheets.setAccessibleDescription("")
        self.text.clear()
        if looked is not None:
            self._close_later(looked.paper)

    def _close_later(self, paper: Paper | TextPaper | None) -> None:
        """Close it where it was opened: in the worker."""
        if paper is not None:
            self.shell.tasks.run(paper.close, owner=self, done=lambda _none: None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of view, out of memory: also when the vault locks."""
        super().hideEvent(event)
        self._release()
        self._shown_id = ""

    def showEvent(self, event: QShowEvent) -> None:
        """Come back, as after a form that took the whole width."""
        super().showEvent(event)
        if self._id and not self._shown_id:
            self._fetch()

    # --- what the user does ---

    def _connect(self) -> None:
        self.sheets.wanted.connect(self._draw)
        self.sheets.moved.connect(self._show_size)
        self.text.more_wanted.connect(self._more_text)
        self.trouble.password_given.connect(self._fetch)
        acts = {
            self.tools.smaller: lambda: self._zoom(1 / STEP),
            self.tools.larger: lambda: self._zoom(STEP),
            self.tools.fitting: self._fit,
            self.tools.turning: self.sheets.turn,
            self.tools.before: lambda: self._step(-1),
            self.tools.after: lambda: self._step(1),
        }
        for tool, run in acts.items():
            tool.clicked.connect(lambda _on=False, run=run: run())
        keys = {
            "+": self.tools.larger, "=": self.tools.larger, "-": self.tools.smaller, "0": self.tools.fitting,
            "R": self.tools.turning, "Ctrl+PgUp": self.tools.before, "Ctrl+PgDown": self.tools.after,
        }  # fmt: skip
        for key, tool in keys.items():
            self._shortcut(key, tool.click, tool.accessibleName())
        self._shortcut("Esc", self.leave)

    def _shortcut(self, keys: str, run: object, words: str = "") -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setWhatsThis(words)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)

    def _zoom(self, factor: float) -> None:
        if self.stack.currentWidget() is self.text:
            self.text.zoom(factor)
        else:
            self.sheets.zoom(factor)

    def _fit(self) -> None:
        if self.stack.currentWidget() is self.text:
            self.text.fit()
        else:
            self.sheets.fit()

    def _step(self, by: int) -> None:
        looked = self._looked
        if looked is not None and (other := looked.beside(by)):
            self.shell.open(KEY, other)

    def _edit(self) -> None:
        if self._looked is not None and not self._looked.row.read_only:
            self.shell.open_panel(AttachmentPanel(self.shell, self._desk, self._looked.row.id))

    def _show_size(self) -> None:
        looked = self._looked
        if looked is not None and looked.pages:
            page, of = self.sheets.page + 1, len(looked.pages)
            self.tools.show_size(page, of, self.sheets.percent)
            self.sheets.setAccessibleName(self.tr("Pagina {0} van {1}").format(page, of))


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is opened from a dossier and not from the sidebar."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("AttachmentViewer", "Bijlage"),
        "paperclip",
        lambda shell: AttachmentViewer(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent="casussen",
    )


def forms(desk: Desk) -> list[FormSpec]:
    """Return the forms that a draft opens again."""
    return [
        FormSpec(
            "adding",
            "dossier",
            lambda shell, about, draft: AddingPanel(shell, desk, *about.split(":"), draft=draft),
            _added,
        ),
        FormSpec(
            "attachment",
            KEY,
            lambda shell, about, draft: AttachmentPanel(shell, desk, about, draft=draft),
            str,
        ),
    ]


def _added(about: str) -> str:
    person_id, _colon, case_id = about.partition(":")
    return f"case:{case_id}#attachments" if case_id else f"person:{person_id}#attachments"
