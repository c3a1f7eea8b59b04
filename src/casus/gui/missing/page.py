# SPDX-License-Identifier: EUPL-1.2
"""The page with what lacks in the dossiers; Enter opens the dossier where it can be filled in."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.accountability import KEY as ACCOUNTABILITY
from casus.gui.cases.form import CasePanel
from casus.gui.cases.informed import InformedPanel
from casus.gui.cases.review_form import AssignPanel, ReviewPanel
from casus.gui.detentions.form import DetentionPanel
from casus.gui.dossier.plan_form import PlanPanel
from casus.gui.families.member_changes import MemberEditPanel
from casus.gui.persons.form import PersonPanel
from casus.gui.records import Filter, Heading, ListPage, ListWords, ServiceSource
from casus.gui.shell import ChangesLike, PageSpec, Shell, Summary
from casus.gui.vog.form import VogPanel
from casus.gui.widgets.panel import SidePanel
from casus.services.desk import Desk
from casus.services.missing_list import KINDS, MissingList

KEY = "ontbrekend"
_NOT_RECORDS = frozenset({"drafts", "settings"})

Make = Callable[[Shell, Desk, Any], SidePanel]


def _person(shell: Shell, desk: Desk, row: Any) -> SidePanel:
    return PersonPanel(shell, desk, row["person_id"])


def _basis(shell: Shell, desk: Desk, row: Any) -> SidePanel:
    return CasePanel(shell, desk, "", row["case_id"])


def _inform(shell: Shell, desk: Desk, row: Any) -> SidePanel:
    return InformedPanel(shell, desk, row["case_id"])


def _member(shell: Shell, desk: Desk, row: Any) -> SidePanel:
    return MemberEditPanel(shell, desk, row["record_id"])


def _vog(shell: Shell, desk: Desk, row: Any) -> SidePanel:
    return VogPanel(shell, desk, row["person_id"], row["record_id"])


def _review(shell: Shell, desk: Desk, row: Any) -> SidePanel:
    return ReviewPanel(shell, desk, row["case_id"])


def _assign(shell: Shell, desk: Desk, row: Any) -> SidePanel:
    return AssignPanel(shell, desk, row["case_id"])


def _plan(shell: Shell, desk: Desk, row: Any) -> SidePanel:
    return PlanPanel(shell, desk, row["case_id"])


def _detention(shell: Shell, desk: Desk, row: Any) -> SidePanel:
    return DetentionPanel(shell, desk, row["person_id"], row["record_id"])


WHERE: Mapping[str, tuple[str, Make | None]] = MappingProxyType(
    {
        "legal_basis": ("account", _basis),
        "inclusion": ("account", _basis),
        "informed": ("account", _inform),
        "inform_again": ("account", _inform),
        "informed_young": ("account", _inform),
        "informed_16": ("account", _inform),
        "representative": ("timeline", _person),
        "proportionality": ("account", _basis),
        "minor_reason": ("account", _basis),
        "referrer": ("account", _basis),
        "member_reason": ("family", _member),
        "review_on": ("account", _review),
        "case_lead": ("account", _assign),
        "plan": ("plan", _plan),
        "birth_date": ("timeline", _person),
        "district": ("timeline", _person),
        "expected_release": ("detention", _detention),
        "return_plan": ("detention", _detention),
        "conditions": ("detention", None),
        "vog_due": ("programmes", _vog),
    }
)
"""By what lacks: the tab of the dossier where it stands, and the form in which it is filled in."""


class MissingPage(ListPage):
    """The page with what lacks; behind each filter stands how many lines it finds."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._records = MissingList(desk)
        super().__init__(shell, ServiceSource(self._records, _headings(), desk.today()), _words())
        self._desk = desk
        self.table.loaded.connect(self._count)

    def changed(self, changes: ChangesLike, _initiator: object) -> None:
        """Anything that is recorded may fill in what lacks."""
        if changes.kinds - _NOT_RECORDS and self.isVisible():
            self.table.reload()

    def open_record(self, record_id: str) -> None:
        """Open the dossier at the tab, with the form beside it; a restricted dossier asks its reason first."""
        row = self.source.known.get(record_id)
        if row is None:
            return
        tab, make = WHERE[row["missing"]]
        place = f"case:{row['case_id']}" if row["case_id"] else f"person:{row['person_id']}"
        self.shell.open("dossier", f"{place}#{tab}")
        if make is not None and not row["restricted"]:
            self.shell.open_panel(make(self.shell, self._desk, row))

    def _count(self) -> None:
        self.shell.tasks.run(self._records.counts, owner=self, done=self._show_counts)

    def _show_counts(self, counts: dict[str, int]) -> None:
        found = {f"missing:{kind}": number for kind, number in counts.items()}
        self.table.chips.show_counts("missing", found)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading("name", QCoreApplication.translate("MissingPage", "Naam"), 0),
        Heading("missing", QCoreApplication.translate("MissingPage", "Wat ontbreekt"), 250),
        Heading("since", QCoreApplication.translate("MissingPage", "Sinds"), 110),
        Heading("approach", QCoreApplication.translate("MissingPage", "Aanpak"), 170),
        Heading("phase", QCoreApplication.translate("MissingPage", "Fase"), 180, status=True),
    )


def _words() -> ListWords:
    return ListWords(
        title=QCoreApplication.translate("MissingPage", "Ontbrekende gegevens"),
        purpose=QCoreApplication.translate(
            "MissingPage", "Wat nog niet in je dossiers staat. Enter opent het dossier waar je het invult."
        ),
        one=QCoreApplication.translate("MissingPage", "ontbrekend gegeven"),
        many=QCoreApplication.translate("MissingPage", "ontbrekende gegevens"),
        empty=QCoreApplication.translate("MissingPage", "Er ontbreekt niets in je dossiers."),
        new="",
        icon="check-circle",
        key="missing",
        kinds=frozenset(),
        filters=(Filter("missing", "missing", KINDS),),
    )


def _summary(desk: Desk) -> Summary:
    found = sum(MissingList(desk).counts().values())
    if not found:
        return Summary(QCoreApplication.translate("MissingPage", "Er ontbreekt niets in je dossiers."), 0)
    words = QCoreApplication.translate("MissingPage", "Wat nog niet in je dossiers staat en er wel hoort.")
    return Summary(words, found, attention=True)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is opened from Verantwoording and from the number on Vandaag."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("MissingPage", "Ontbrekende gegevens"),
        "clipboard-text",
        lambda shell: MissingPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent=ACCOUNTABILITY,
        summary=lambda: _summary(desk),
    )
