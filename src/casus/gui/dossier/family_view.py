# SPDX-License-Identifier: EUPL-1.2
"""A family: who belongs to it, who leads, since when."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.dates_text import day_month
from casus.gui.dossier.family_tab import member_lines
from casus.gui.dossier.parts import Act, act_bar, facts, joined
from casus.gui.families.form import FamilyPanel
from casus.gui.families.member_form import MemberPanel
from casus.gui.labels import label as code_label
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.containers import Card, PageScroll, clear_layout
from casus.gui.widgets.text import label
from casus.services import families, partners
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.families import MemberRow
from casus.services.records import Family, FamilyMember

_WIDEST = 960


class FamilyView(QWidget):
    """Members with what can be done; shown in the place of a dossier."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        content = QWidget()
        content.setProperty("ground", "none")
        content.setMaximumWidth(theme().px(_WIDEST))
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, theme().px(8), theme().px(8), theme().px(16))
        self._column.setSpacing(theme().px(16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PageScroll(content))

    def load(self, family_id: str, entitle: Callable[[str, str], object]) -> None:
        """Fetch and show a family; `entitle` gets the title and the line under it."""

        def fetch() -> tuple[Family, list[MemberRow], str]:
            family = families.get_family(self._desk, family_id)
            leads = {one.id: one.name for one in partners.workers(self._desk)}
            return family, families.members(self._desk, family_id), leads.get(family.lead_id or "", "")

        def show(found: tuple[Family, list[MemberRow], str]) -> None:
            family, members, lead = found
            since = day_month(family.started_on, self._desk.today())
            entitle(
                family.name,
                joined(
                    family.code,
                    code_label("district", family.district),
                    self.tr("gestart {0}").format(since),
                    self.tr("regie: {0}").format(lead) if lead else "",
                ),
            )
            self._show(family, members)

        self._shell.tasks.run(fetch, owner=self, done=show)

    def _show(self, family: Family, members: list[MemberRow]) -> None:
        clear_layout(self._column)
        card = Card(self.tr("Gezinsleden"))
        now = [one for one in members if one.until_on is None]
        if now:
            card.add(member_lines(self._desk, now, self._open_person, self._acts_on))
        else:
            card.add(
                label(self.tr("Nog niemand. Voeg de jongere en het gezin toe."), tone="muted", wrap=True)
            )
        acts: list[Act] = [
            (
                self.tr("Gezinslid toevoegen"),
                lambda: self._panel(MemberPanel(self._shell, self._desk, family.id)),
            ),
            (self.tr("Gezin wijzigen"), lambda: self._panel(FamilyPanel(self._shell, self._desk, family.id))),
        ]
        card.add(act_bar(acts))
        self._column.addWidget(card)
        if family.note:
            note = Card(self.tr("Notitie"))
            note.add(facts([(self.tr("Over dit gezin"), family.note)]))
            self._column.addWidget(note)
        self._column.addStretch(1)

    def _acts_on(self, member: MemberRow) -> list[Act]:
        return [(self.tr("Uit het gezin"), lambda: self._end(member.id))]

    def _open_person(self, person_id: str) -> None:
        self._shell.open("dossier", f"person:{person_id}")

    def _end(self, member_id: str) -> None:
        def done(result: Done[FamilyMember]) -> None:
            self._shell.emit_changed(result.changes, self)
            self._shell.announce(self.tr("Gezinslid uit het gezin gehaald"))

        self._shell.tasks.run(
            lambda: families.end_membership(self._desk, member_id, self._desk.today()), owner=self, done=done
        )

    def _panel(self, panel: MemberPanel | FamilyPanel) -> None:
        self._shell.open_panel(panel)
