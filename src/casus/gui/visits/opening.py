# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+B from anywhere: the visit of whoever is in view, else of someone whose name is typed."""

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from casus.domain.roles import Role
from casus.errors import CasusError, NotFound
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.page import DossierPage
from casus.gui.lists import RecordTable
from casus.gui.persons.person_field import PersonField
from casus.gui.shell import Shell
from casus.gui.shell.actions import ActionSpec
from casus.gui.visits.kinds import HOME, OTHER, PRISON, VisitKind, VisitSubject
from casus.gui.visits.panel import open_visit
from casus.gui.widgets.panel import SidePanel
from casus.services.contact_help import Subject, subject_of
from casus.services.desk import Desk

ABOUT = ("about", "spot")
"""Dynamic properties of a widget in which the id of the record it is about stands: an item of the agenda, a line of
Vandaag."""
_ID = re.compile(r"[0-9a-f]{32}")


def add_actions(shell: Shell, desk: Desk) -> None:
    """Register the visit that fits (Ctrl+B) and the other ways to write down a contact, for who has dossiers."""
    if desk.role not in (Role.PGA_EXPERT, Role.RIO):
        return
    translate = QCoreApplication.translate
    opener = VisitOpener(shell, desk)
    for key, words, run, keys in (
        ("visit", translate("VisitOpener", "Bezoek vastleggen"), opener.main, "Ctrl+B"),
        ("contact", translate("VisitOpener", "Ander contact vastleggen"), opener.other, "Ctrl+Shift+B"),
    ):
        shell.actions_registry.add(ActionSpec(key, words, run, keys, "edit"))


class VisitOpener:
    """Finds out whom a visit would be about, and opens its form."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._shell, self._desk = shell, desk

    def main(self) -> None:
        """The visit that fits: the dossier's own, else at home; for a RIO in prison."""
        if (acts := self._dossier_acts()) is not None:
            acts.main_visit()
            return
        self._open(PRISON if self._desk.role == Role.RIO else HOME)

    def other(self) -> None:
        """A telephone call, a talk in the street, a meeting."""
        if (acts := self._dossier_acts()) is not None:
            acts.other_contact()
            return
        self._open(OTHER)

    def _dossier_acts(self) -> DossierActions | None:
        """Return what can be done with the dossier that is shown; None when no dossier is."""
        page = self._shell.page()
        return page.acts if isinstance(page, DossierPage) and page.acts.dossier is not None else None

    def _open(self, kind: VisitKind) -> None:
        """Open the form about the row or line with the keyboard; ask whom when there is none."""
        record_id = self._record_in_view()
        if not record_id:
            self._shell.open_panel(WhoPanel(self._shell, self._desk, kind))
            return
        desk, shell = self._desk, self._shell
        shell.tasks.run(
            lambda: subject_of(desk, record_id),
            owner=shell,  # type: ignore[arg-type]  # every Shell is a QObject
            done=lambda found: open_visit(
                shell, desk, kind, VisitSubject(found.person_id, found.case_id, found.name)
            ),
            failed=lambda error: self._not_about_anyone(error, kind),
        )

    def _not_about_anyone(self, error: CasusError, kind: VisitKind) -> None:
        if isinstance(error, NotFound):
            self._shell.open_panel(WhoPanel(self._shell, self._desk, kind))
        else:
            self._shell.show_error(error)

    def _record_in_view(self) -> str:
        """Return the id of the record with the keyboard, or of the row that is chosen in a list."""
        here: QWidget | None = QApplication.focusWidget()
        while here is not None:
            for name in ABOUT:
                if found := _ID.search(str(here.property(name) or "")):
                    return found.group()
            here = here.parentWidget()
        table = getattr(self._shell.page(), "table", None)
        return str(table.current_id()) if isinstance(table, RecordTable) else ""


class WhoPanel(SidePanel):
    """Asks whom the contact is about; whoever is chosen needs no further key. It keeps no draft: a name is soon typed."""

    def __init__(self, shell: Shell, desk: Desk, kind: VisitKind) -> None:
        translate = QCoreApplication.translate
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        self.person = PersonField(content)
        self.person.set_label(translate("WhoPanel", "Voor wie?"))
        self.person.set_help(translate("WhoPanel", "Typ een naam en kies iemand uit je kluis."))
        column.addWidget(self.person)
        super().__init__(translate("VisitPanel", kind.title), content)
        self._shell, self._desk, self._kind = shell, desk, kind
        self.person.connect_to(shell.tasks, desk)
        self.person.changed.connect(self._chosen)

    def begin(self) -> bool:
        self.person.take_focus()
        return True

    def _chosen(self) -> None:
        person_id = self.person.raw()["id"]
        if person_id:
            desk = self._desk
            self._shell.tasks.run(lambda: subject_of(desk, person_id), owner=self, done=self._go_on)

    def _go_on(self, found: Subject) -> None:
        subject = VisitSubject(found.person_id, found.case_id, found.name)
        open_visit(self._shell, self._desk, self._kind, subject)
