# SPDX-License-Identifier: EUPL-1.2
"""The dossier of a person, in one of their cases."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from casus.domain.roles import Role
from casus.errors import CasusError, NotAllowed, NotFound
from casus.gui.attachments.drop import DropGround
from casus.gui.dossier.account_tab import AccountTab
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.attachments_tab import AttachmentsTab
from casus.gui.dossier.detention_tab import DetentionTab
from casus.gui.dossier.domains_tab import DomainsTab
from casus.gui.dossier.drafts import forms
from casus.gui.dossier.family_tab import FamilyTab
from casus.gui.dossier.header import DossierHeader
from casus.gui.dossier.parts import Tab
from casus.gui.dossier.plan_tab import PlanTab
from casus.gui.dossier.programmes_tab import ProgrammesTab
from casus.gui.dossier.restricted import RestrictedView
from casus.gui.dossier.tasks_tab import TasksTab
from casus.gui.dossier.timeline_tab import TimelineTab
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.widgets.refilling import refill
from casus.services.closed_records import everything_of
from casus.services.desk import Desk
from casus.services.dossier import Dossier, open_dossier

__all__ = ["DossierPage", "forms", "spec"]

_FIRST = "timeline"


class DossierPage(Page):
    """`open_record` takes "case:<id>" or "person:<id>"; a view is logged each time.

    "#<tab>" behind it shows that tab at first ("case:<id>#tasks"), and "#timeline:<kind>:<id>" that item of it.
    """

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self._desk = desk
        self._about, self._first_tab, self._item = "", "", ""
        self._reason: str | None = None
        self.acts = DossierActions(shell, desk, self)
        self.visit = self.set_primary(self.tr("Bezoek vastleggen"), self.acts.main_visit, icon="note-pencil")
        self.header = DossierHeader(self.acts)
        self.header.case_chosen.connect(lambda case_id: shell.open("dossier", f"case:{case_id}"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._make_tabs()
        self.acts.tab_wanted.connect(self._show_tab)
        self.drops = DropGround(self, self._takes_files, self.acts.papers.take)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.setWhatsThis(self.tr("Bijlage plakken"))
        paste.activated.connect(self.acts.papers.paste)
        whole = QWidget()
        self.restricted = RestrictedView()
        self.restricted.reason_given.connect(self._open_with_reason)
        self.stack = QStackedWidget()
        for part in (whole, self.restricted):
            self.stack.addWidget(part)
        self._lay_out(whole)
        self.body.addWidget(self.stack, 1)
        self.stack.hide()
        self._percent = theme().scale.percent
        theme().changed.connect(self._rescale)

    def open_record(self, record_id: str) -> None:
        """Fetch and show a dossier; nothing of the one before stays in view meanwhile."""
        about, _hash, spot = record_id.partition("#")
        self._first_tab, _colon, self._item = spot.partition(":")
        if about != self._about:
            self._clear()
        self._about, self._reason = about, None
        self._fetch(new=True)

    def changed(self, changes: ChangesLike, initiator: QWidget | None) -> None:
        """Fetch again what is shown when a record changed; the tab stays."""
        if initiator is self:
            return
        if self._about and self.isVisible() and changes.kinds - {"drafts", "settings"}:
            self._fetch(new=False)

    def _fetch(self, *, new: bool) -> None:
        record_id = self._about.partition(":")[2]
        about, reason = self._about, self._reason

        def show(dossier: Dossier) -> None:
            if about == self._about:
                self._show(dossier, new=new)

        self.shell.tasks.run(
            lambda: open_dossier(self._desk, record_id, reason=reason),
            owner=self,
            done=show,
            failed=self._refused,
        )

    def _show(self, dossier: Dossier, *, new: bool) -> None:
        self.acts.dossier = dossier
        opened, self._reason = self._reason is not None, None
        self._show_part(0)
        self.set_title(dossier.header.name)
        self.visit.setText(
            self.tr("Detentiebezoek vastleggen")
            if self.acts.visit_is_prison
            else self.tr("Bezoek vastleggen")
        )
        self.visit.setVisible(not dossier.read_only)
        self.header.show_dossier(dossier, self._desk.today())
        if new:
            self._show_tab(self._first_tab if self._first_tab in self._tabs else _FIRST)
        for tab in self._tabs.values():
            refill(tab, partial(tab.show_dossier, dossier))
        if new and self._item:
            self._timeline.seek(self._item)
        if opened:  # it is open everywhere from now on
            self.shell.emit_changed(everything_of(dossier.person.id), self)

    def _rescale(self) -> None:
        """Make the tabs anew at another size: their columns are as wide as the letters ask."""
        percent, self._percent = self._percent, theme().scale.percent
        if percent != self._percent and self.acts.dossier is not None:
            self._show(self.acts.dossier, new=False)

    def _refused(self, error: CasusError) -> None:
        """A restricted dossier asks a reason first."""
        if isinstance(error, NotAllowed) and error.rule == "restricted":
            self._ask_reason()
            return
        if isinstance(error, NotFound):  # undone, or gone in another way: nothing of it stays in view
            self._about = ""
            self._clear()
        self.shell.show_error(error)

    def _ask_reason(self) -> None:
        """Nothing of the dossier stays in view, nor in what is built of it; forms that are open keep a draft."""
        if self.acts.dossier is not None:
            self._forget()
            self.shell.close_panel()
        self.set_title(self.tr("Afgeschermd dossier"))
        self._show_part(1)
        self.restricted.start()

    def _forget(self) -> None:
        """Take what was shown of a dossier out of the page."""
        self.acts.dossier = None
        self.header.forget()
        for tab in self._tabs.values():
            tab.clear()

    def _open_with_reason(self, reason: str) -> None:
        self._reason = reason
        self._fetch(new=True)

    def _clear(self) -> None:
        self._forget()
        self.set_title("")
        self.stack.hide()
        self.visit.hide()

    def _takes_files(self) -> bool:
        """Whether what is let go here goes into a dossier that is shown, and worked on here."""
        shown = self.acts.dossier is not None and self.stack.currentIndex() == 0
        return shown and not self.acts.read_only

    def _show_part(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.stack.show()
        self.visit.setVisible(at == 0)

    def _show_tab(self, key: str) -> None:
        self.tabs.setCurrentWidget(self._tabs[key])

    def _make_tabs(self) -> None:
        acts = self.acts
        self._timeline = TimelineTab(acts)
        self._tabs: dict[str, Tab | TimelineTab] = {
            "timeline": self._timeline,
            "plan": PlanTab(acts),
            "domains": DomainsTab(acts),
            "detention": DetentionTab(acts),
            "programmes": ProgrammesTab(acts),
            "family": FamilyTab(acts),
            "tasks": TasksTab(acts),
            "attachments": AttachmentsTab(acts),
            "account": AccountTab(acts),
        }
        names = {
            "timeline": self.tr("Tijdlijn"),
            "plan": self.tr("Plan"),
            "domains": self.tr("Leefgebieden"),
            "detention": self.tr("Detentie"),
            "programmes": self.tr("Trajecten"),
            "family": self.tr("Gezin"),
            "tasks": self.tr("Taken"),
            "attachments": self.tr("Bijlagen"),
            "account": self.tr("Verantwoording"),
        }
        for key, tab in self._tabs.items():
            self.tabs.addTab(tab, names[key])

    def _lay_out(self, whole: QWidget) -> None:
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.header)
        column.addWidget(self.tabs, 1)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is opened from lists and not from the sidebar."""
    title = QCoreApplication.translate("DossierPage", "Dossier")
    roles = frozenset({Role.PGA_EXPERT, Role.RIO})
    return PageSpec(
        "dossier",
        title,
        "folder-open",
        lambda shell: DossierPage(shell, desk),
        roles,
        in_sidebar=False,
        parent="casussen",
    )
