# SPDX-License-Identifier: EUPL-1.2
"""The family around the person: who belongs to it, and who acts for someone under 16."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.ages import age_on
from casus.domain.roles import Permission, Role, may
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, Tab, act_bar, joined, lines, row
from casus.gui.labels import label
from casus.gui.widgets.containers import Card
from casus.services.desk import Desk
from casus.services.dossier import Dossier, FamilyView
from casus.services.families import MemberRow


class FamilyTab(Tab):
    """Each family the person belongs to."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self.area.setAccessibleName(self.tr("Gezin"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the families, or the way to one."""
        self.clear()
        if not dossier.families:
            act: Act | None = (self.tr("Gezin vastleggen"), self._acts.add_family)
            sentence = self.tr("Nog geen gezin bij deze persoon.")
            self.add_empty(
                "house-line", sentence, act if self._may_keep() and not self._acts.read_only else None
            )
        for view in dossier.families:
            self.add(self._card(view, dossier.person.id))

    def _card(self, view: FamilyView, person_id: str) -> Card:
        shell, family = self._acts.shell, view.record
        card = Card(family.name)
        others = [member for member in view.members if member.person_id != person_id]
        card.add(member_lines(self.desk, others, lambda other: shell.open("dossier", f"person:{other}")))
        acts: list[Act] = [(self.tr("Gezin openen"), lambda: shell.open("gezin", family.id))]
        if not self._acts.read_only:
            acts.append((self.tr("Gezinslid toevoegen"), lambda: self._acts.add_member(family.id)))
        if self._may_keep():
            card.add(act_bar(acts))
        return card

    def _may_keep(self) -> bool:
        return may(Role(self.desk.role), Permission.FAMILIES)


def member_lines(
    desk: Desk,
    members: Sequence[MemberRow],
    on_open: Callable[[str], object],
    more: Callable[[MemberRow], list[Act]] = lambda _member: [],
) -> QWidget:
    """Return a row per member: name, relation, age, own case."""
    translate = QCoreApplication.translate
    rows = []
    for member in members:
        left = translate("Family", "tot {0}").format(member.until_on.isoformat()) if member.until_on else ""
        case = (translate("Family", "Eigen casus"), "accent") if member.has_open_case else None
        words = joined(label("family_relation", member.relation), _age(member.birth_date, desk.today()), left)
        open_it: Act = (translate("Family", "Openen"), partial(on_open, member.person_id))
        rows.append(row(member.name, words, pill=case, acts=[*more(member), open_it]))
    return lines(rows)


def _age(birth_date: date | None, today: date) -> str:
    if birth_date is None:
        return ""
    return QCoreApplication.translate("Family", "{0} jaar").format(age_on(birth_date, today))
