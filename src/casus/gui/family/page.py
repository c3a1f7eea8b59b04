# SPDX-License-Identifier: EUPL-1.2
"""The page of one family: its members, its one plan, and what is open and planned for them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.domain.roles import Role
from casus.errors import CasusError, NotFound
from casus.gui.dates_text import day_month
from casus.gui.dossier.parts import Act, act_bar, joined
from casus.gui.families.end_form import FamilyEndPanel
from casus.gui.families.form import FamilyPanel
from casus.gui.families.member_changes import MemberEditPanel, MemberMovePanel, MemberReviewPanel
from casus.gui.families.member_form import MemberPanel
from casus.gui.families.relative_form import RelativePanel
from casus.gui.family.drafts import forms
from casus.gui.family.members import member_list, nobody, past_list, review_soon
from casus.gui.family.plan_part import FamilyPlan
from casus.gui.family.work import work_card
from casus.gui.labels import label as code_label
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card, PageScroll, clear_layout
from casus.gui.widgets.refilling import refill
from casus.gui.widgets.text import label
from casus.services import families, tasks
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.families import MemberRow
from casus.services.family_page import FamilyDossier, open_family

__all__ = ["FamilyPage", "forms", "spec"]

KEY = "gezin"
_KINDS = frozenset(
    {
        "families", "family_members", "persons", "cases", "tasks", "appointments", "contacts", "action_plans",
        "goals", "actions",
    }
)  # fmt: skip
_WIDEST = 1100


class FamilyPage(Page):
    """`open_record` takes the id of a family; the view is logged each time."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self._desk = desk
        self._about = ""
        self._past_open = False
        self.shown: FamilyDossier | None = None
        self.add = self.set_primary(self.tr("Gezinslid toevoegen"), self.add_member, icon="user-plus")
        self.more = self.add_menu(
            [(self.tr("Gezin wijzigen"), self._edit), (self.tr("Gezin afsluiten"), self._end)]
        )
        self._content = QWidget()
        self._content.setProperty("ground", "none")
        self.plan = FamilyPlan(shell, desk)
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, theme().px(8), theme().px(16))
        for layout in (self._above, self._below, column):
            layout.setSpacing(theme().px(16))
        column.addLayout(self._above)
        column.addWidget(self.plan)
        column.addLayout(self._below)
        column.addStretch(1)
        self.body.addWidget(PageScroll(self._content), 1)
        theme().changed.connect(self._fit)
        self._fit()
        self._set_running(running=False)

    def open_record(self, record_id: str) -> None:
        """Fetch and show a family; nothing of the one before stays in view meanwhile."""
        if record_id != self._about:
            self._clear()
        self._about = record_id
        self._fetch()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Fetch again when something shown may have changed."""
        if self._about and self.isVisible() and changes.kinds & _KINDS:
            self._fetch()

    def add_member(self) -> None:
        """Add someone who is on file."""
        self.shell.open_panel(MemberPanel(self.shell, self._desk, self._about))

    def add_relative(self) -> None:
        """Add a child, brother or sister with the least."""
        self.shell.open_panel(RelativePanel(self.shell, self._desk, self._about))

    def _fetch(self) -> None:
        about, desk = self._about, self._desk

        def show(found: FamilyDossier) -> None:
            if about == self._about:
                refill(self._content, lambda: self._show(found))

        self.shell.tasks.run(lambda: open_family(desk, about), owner=self, done=show, failed=self._refused)

    def _refused(self, error: CasusError) -> None:
        if isinstance(error, NotFound):
            self._clear()
        self.shell.show_error(error)

    def _clear(self) -> None:
        self.shown, self._about, self._past_open = None, "", False
        self.set_title("")
        self._set_running(running=False)
        self._clear_parts()
        self.plan.hide()

    def _clear_parts(self) -> None:
        for layout in (self._above, self._below):
            clear_layout(layout)

    def _show(self, found: FamilyDossier) -> None:
        self.shown = found
        family, today = found.record, self._desk.today()
        ended = family.ended_on
        self.set_title(
            family.name,
            joined(
                family.code,
                code_label("district", family.district),
                self.tr("regie: {0}").format(found.lead) if found.lead else "",
                self.tr("gestart {0}").format(day_month(family.started_on, today)),
                self.tr("afgesloten {0}").format(day_month(ended, today)) if ended else "",
                code_label("closure_reason", family.end_reason),
            ),
        )
        self._set_running(running=ended is None)
        self._clear_parts()
        self._above.addWidget(self._members(found))
        self.plan.show_family(found)
        self._below.addWidget(work_card(found, today, self._open_person, self._complete))
        if family.note:
            note = Card(self.tr("Aantekening"))
            note.add(label(family.note, wrap=True))
            self._below.addWidget(note)
        if found.past:
            self._below.addWidget(self._past(found))

    def _set_running(self, *, running: bool) -> None:
        for one in (self.add, self.more):
            one.setVisible(running)

    # --- members ---

    def _members(self, found: FamilyDossier) -> Card:
        card = Card(self.tr("Gezinsleden ({0})").format(len(found.members)))
        running = found.record.ended_on is None
        if found.members:
            card.add(
                member_list(found.members, self._desk.today(), lambda one: self._acts(one, running=running))
            )
        else:
            card.add(nobody())
        if running:
            acts: list[Act] = [(self.tr("Kind, broer of zus vastleggen"), self.add_relative)]
            card.add(act_bar(acts))
        return card

    def _acts(self, member: MemberRow, *, running: bool) -> tuple[list[Act], list[Act]]:
        beside: list[Act] = [(self.tr("Openen"), partial(self._open_person, member.person_id))]
        if not running:
            return beside, []
        if review_soon(member, self._desk.today()):
            beside.insert(0, (self.tr("Hertoetsen"), partial(self._panel, MemberReviewPanel, member.id)))
        return beside, [
            (self.tr("Wijzigen"), partial(self._panel, MemberEditPanel, member.id)),
            (self.tr("Naar een ander gezin"), partial(self._panel, MemberMovePanel, member.id)),
            (self.tr("Uit het gezin"), partial(self._leave, member.id)),
        ]

    def _past(self, found: FamilyDossier) -> Card:
        """Who left, folded until asked for."""
        card = Card(self.tr("Eerdere gezinsleden ({0})").format(len(found.past)))
        words = self.tr("Verberg") if self._past_open else self.tr("Toon")
        fold = button(words, partial(self._fold, found), kind="link")
        fold.setAccessibleName(f"{words}: {card.title.text()}")
        card.header.addWidget(fold)
        if self._past_open:
            card.add(past_list(found.past, self._desk.today(), self._open_person))
        return card

    def _fold(self, found: FamilyDossier) -> None:
        self._past_open = not self._past_open
        self._show(found)

    # --- acts ---

    def _open_person(self, person_id: str) -> None:
        self.shell.open("dossier", f"person:{person_id}")

    def _panel(self, kind: Any, record_id: str) -> None:
        self.shell.open_panel(kind(self.shell, self._desk, record_id))

    def _edit(self) -> None:
        self._panel(FamilyPanel, self._about)

    def _end(self) -> None:
        self._panel(FamilyEndPanel, self._about)

    def _leave(self, member_id: str) -> None:
        today = self._desk.today()
        self._do(
            lambda: families.end_membership(self._desk, member_id, today),
            self.tr("Gezinslid uit het gezin gehaald"),
        )

    def _complete(self, task_id: str) -> None:
        self._do(lambda: tasks.complete_task(self._desk, task_id), self.tr("Taak gedaan"))

    def _do(self, work: Callable[[], Done[Any]], words: str) -> None:
        def done(result: Done[Any]) -> None:
            self.shell.emit_changed(result.changes, self)
            self.shell.announce(words)

        self.shell.tasks.run(work, owner=self, done=done)

    def _fit(self) -> None:
        self._content.setMaximumWidth(theme().px(_WIDEST))


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is opened from the list, from search and from a dossier."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("FamilyPage", "Gezin"),
        "house-line",
        lambda shell: FamilyPage(shell, desk),
        frozenset({Role.PGA_EXPERT}),
        in_sidebar=False,
        parent="gezinnen",
    )
