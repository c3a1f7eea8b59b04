# SPDX-License-Identifier: EUPL-1.2
"""The page with everything about one person, for the request of that person."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casus.domain.roles import Role
from casus.errors import CasusError, NotAllowed
from casus.gui.dates_text import language, number
from casus.gui.dossier.restricted import RestrictedView
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.icons import set_line_icon
from casus.gui.person_overview.mask_form import FORM, HIDE, SHOW, WITHHOLD, MaskPanel
from casus.gui.person_overview.text_view import OverviewText, Spot
from casus.gui.requests import KEY as REQUESTS
from casus.gui.requests.page import OVERVIEW
from casus.gui.requests.step_forms import DecidePanel, SentPanel
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import button
from casus.gui.widgets.feedback import ProgressRow
from casus.gui.widgets.text import label, show_if
from casus.services import break_glass
from casus.services.desk import Desk
from casus.services.overview import Overview, open_overview

KEY = OVERVIEW
MASK_KEYS = "Ctrl+M"
_SUBJECTS, _NARROW = 256, 760
"""How wide the subjects are, and under which width of the page the text goes before them, in pixels at 100 %."""
_NOT_RECORDS = frozenset({"drafts", "settings"})


class OverviewPage(Page):
    """`open_record` takes the id of a request; opening it is logged. All of it is let go when the page is left."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, self.tr("Alles over één persoon"))
        self._desk = desk
        self._request_id = self._person_id = ""
        self.found: Overview | None = None
        self.decide = self.set_primary(self.tr("Besluit vastleggen"), self._decide, icon="scales")
        self.sent = self.add_secondary(self.tr("Antwoord gegeven"), self._sent, icon="check")
        self.words = label("", "small", "muted", wrap=True)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Zoeken in dit overzicht (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Zoeken in dit overzicht"))
        set_line_icon(self.search, "magnifying-glass")
        self.search.textChanged.connect(lambda _text: self._refill())
        self.subjects = QListWidget()
        self.subjects.setProperty("kind", "subjects")
        self.subjects.setAccessibleName(self.tr("Onderwerpen"))
        fix_width(self.subjects, _SUBJECTS)
        self.subjects.currentRowChanged.connect(lambda _row: self._refill())
        self.text = OverviewText()
        self.text.asked.connect(self._open_document)
        self.text.cursorPositionChanged.connect(self._arrange)
        mask = self.tr("Afschermen of tonen")
        self.masking = button(mask, self.mask_here, icon="eye-slash")
        self.masking.setToolTip(f"{mask} ({MASK_KEYS})")
        self.document = button(self.tr("Document openen"), self._open_document, icon="file-text")
        self.progress = ProgressRow()
        self.restricted = RestrictedView()
        self.restricted.reason_given.connect(self._open_with_reason)
        self.stack = QStackedWidget()
        for part in (self._whole(), self.restricted):
            self.stack.addWidget(part)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.stack, 1)
        self._add_keys()
        theme().changed.connect(self._refill)
        self.forget()

    def open_record(self, record_id: str) -> None:
        """Fetch and show everything about who made this request."""
        self.forget()
        self._request_id = record_id
        self._fetch()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Fetch it again when anything changed while it is looked at."""
        if self._request_id and self.isVisible() and changes.kinds - _NOT_RECORDS:
            self._fetch()

    def forget(self) -> None:
        """Let go of all of it."""
        self.found = None
        self.text.forget()
        self.subjects.clear()
        self.set_title(self.tr("Alles over één persoon"))
        show_if(self.stack, False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # left for another page; not a window that was made small
            self.forget()
            self._request_id = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        show_if(self.subjects, self.width() >= theme().px(_NARROW))

    def find_field(self) -> QLineEdit:
        """Return where one looks for something in the view."""
        return self.search

    def mask_here(self) -> None:
        """Open the form for the text under the cursor."""
        spot = self.text.spot()
        if spot is None or spot.field is None or not spot.field.is_text:
            self.shell.announce(self.tr("Zet de cursor in een tekst, of selecteer woorden."))
            return
        act, passage = _proposal(spot)
        about = f"{self._request_id}:{spot.item.kind}:{spot.item.record_id}:{spot.field.name}"
        self.shell.open_panel(MaskPanel(self.shell, self._desk, about, act=act, passage=passage))

    # --- fetching ---

    def _fetch(self) -> None:
        desk, wanted, spoken = self._desk, self._request_id, language()

        def show(found: Overview) -> None:
            if wanted == self._request_id:
                self._show(found)

        job = self.shell.tasks.run(
            lambda: open_overview(desk, wanted, spoken), owner=self, done=show, failed=self._refused
        )
        self.progress.follow(job, self.tr("Alles over deze persoon ophalen"))

    def _show(self, found: Overview) -> None:
        at = self.text.textCursor().position() if self.found is not None else 0
        row = max(0, self.subjects.currentRow())
        self.found, self._person_id = found, found.person_id
        self.set_title(self.tr("Alles over {0}").format(found.person_name), self._purpose())
        self.words.setText(self._warnings(found))
        show_if(self.words, bool(self.words.text()))
        self.subjects.blockSignals(True)
        self.subjects.clear()
        self.subjects.addItem(QListWidgetItem(self.tr("Alles")))
        for section in found.sections:
            many = f" ({number(len(section.items))})" if len(section.items) > 1 else ""
            self.subjects.addItem(QListWidgetItem(section.title + many))
        self.subjects.setCurrentRow(min(row, self.subjects.count() - 1))
        self.subjects.blockSignals(False)
        self.decide.setEnabled(not found.closed)
        self.sent.setEnabled(not found.closed)
        self.stack.setCurrentIndex(0)
        show_if(self.stack, True)
        self._refill(at)

    def _refill(self, at: int = 0) -> None:
        if self.found is None:
            return
        row = self.subjects.currentRow()
        sections = self.found.sections if row <= 0 else self.found.sections[row - 1 : row]
        self.text.show_sections(sections, self.search.text(), at)
        self._arrange()

    def _refused(self, error: CasusError) -> None:
        if isinstance(error, NotAllowed) and error.rule == "restricted":
            self._person_id = str(error.data.get("person_id", ""))
            self.set_title(self.tr("Afgeschermd dossier"))
            self.stack.setCurrentIndex(1)
            show_if(self.stack, True)
            self.restricted.start()
            return
        self.forget()
        self.shell.show_error(error)

    def _open_with_reason(self, reason: str) -> None:
        desk, person_id = self._desk, self._person_id

        def opened(done: Any) -> None:
            self.shell.emit_changed(done.changes, self)

        self.shell.tasks.run(
            lambda: break_glass.open_restricted(desk, person_id, reason), owner=self, done=opened
        )

    # --- acts ---

    def _decide(self) -> None:
        self.shell.open_panel(DecidePanel(self.shell, self._desk, self._request_id))

    def _sent(self) -> None:
        self.shell.open_panel(SentPanel(self.shell, self._desk, self._request_id))

    def _open_document(self) -> None:
        spot = self.text.spot()
        if spot is not None and spot.item.kind == "attachments":
            self.shell.open("bijlage", spot.item.record_id)

    def _arrange(self) -> None:
        spot = self.text.spot()
        open_request = self.found is not None and not self.found.closed
        self.masking.setEnabled(
            open_request and spot is not None and spot.field is not None and spot.field.is_text
        )
        show_if(self.document, spot is not None and spot.item.kind == "attachments")

    def _purpose(self) -> str:
        return self.tr(
            "Wat deze kluis over deze persoon weet, met anderen afgeschermd. Alleen op dit scherm: er is geen "
            "bestand, kopie of afdruk, want wat Casus verlaat, is niet meer beschermd. Lees het samen door."
        )

    def _warnings(self, found: Overview) -> str:
        words = [
            self.tr(
                "Kijk het eerst zelf na: namen die nergens in de kluis staan, herkent Casus niet, en de inhoud van "
                "documenten wordt niet afgeschermd."
            )
        ]
        if found.drafts:
            words.append(
                self.tr("%n concept(en) over deze persoon zijn nog niet opgeslagen.", "", found.drafts)
            )
        return " ".join(words)

    # --- layout ---

    def _whole(self) -> QWidget:
        look = theme()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, look.px(8))
        column.setSpacing(look.px(12))
        column.addWidget(self.words)
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addWidget(self.document)
        line.addWidget(self.masking)
        column.addLayout(line)
        both = QHBoxLayout()
        both.setSpacing(look.px(12))
        both.addWidget(self.subjects)
        both.addWidget(self.text, 1)
        column.addLayout(both, 1)
        return whole

    def _add_keys(self) -> None:
        keys = QKeySequence(MASK_KEYS)
        short = QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        short.setWhatsThis(self.masking.text())
        short.activated.connect(self.mask_here)


def _proposal(spot: Spot) -> tuple[str, str]:
    """Return what is most likely wanted: hide the selected words, or show what is hidden here."""
    if spot.piece is not None and spot.piece.mark in ("name", "address", "number", "worker"):
        return SHOW, spot.piece.original
    if spot.selected:
        return HIDE, spot.selected
    return WITHHOLD, ""


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the form that a draft opens again."""

    def make(shell: Shell, about: str, draft: Payload) -> MaskPanel:
        return MaskPanel(shell, desk, about, draft=draft)

    return (FormSpec(FORM, KEY, make, lambda about: about.partition(":")[0]),)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from a request."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("OverviewPage", "Alles over één persoon"),
        "user-list",
        partial(OverviewPage, desk=desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent=REQUESTS,
    )
