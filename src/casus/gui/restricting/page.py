# SPDX-License-Identifier: EUPL-1.2
"""Every time a restricted dossier was opened with a reason, and the second look at it."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.accountability import KEY as ACCOUNTABILITY
from casus.gui.dates_text import local_time, short_date
from casus.gui.forms_registry import FormSpec
from casus.gui.lists import Cell
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.restricting import KEY
from casus.gui.restricting.form import RestrictionPanel, VerdictPanel
from casus.gui.shell import PageSpec, Shell, Summary
from casus.services.break_glass import AccessList, to_judge
from casus.services.desk import Desk


class AccessSource(ServiceSource):
    """The list in words: the moment with its time; the reason only while the dossier is open."""

    def _cell(self, heading: Heading, row: Any) -> Cell:
        if heading.key == "opened_at":
            moment: datetime = row["opened_at"]
            return Cell(short_date(moment.astimezone().date()), local_time(moment))
        if heading.key == "reason" and row["restricted"]:
            return Cell(QCoreApplication.translate("AccessPage", "staat in het dossier"))
        return super()._cell(heading, row)


class AccessPage(ListPage):
    """The page; Enter opens the dossier, which asks its reason when it is closed."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, AccessSource(AccessList(desk), _headings(), desk.today()), _words())
        judge = ListAct(
            QCoreApplication.translate("AccessPage", "Beoordelen"),
            "B",
            lambda access_id: shell.open_panel(VerdictPanel(shell, desk, access_id)),
            lambda row: row["state"] != "judged",
            "check-circle",
            on_closed=True,
        )
        self.acts = ListActs(self, (judge,))
        self.table.start_sorted("opened_at", descending=True)

    def open_record(self, record_id: str) -> None:
        """Open the dossier, where each opening stands with its reason."""
        self.open_dossier_of(record_id, "account")


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("name", translate("AccessPage", "Van wie"), 250),
        Heading("opened_at", translate("AccessPage", "Wanneer"), 110),
        Heading("worker", translate("AccessPage", "Door"), 140),
        Heading("reason", translate("AccessPage", "Waarom"), 0),
        Heading("state", translate("AccessPage", "Stand"), 185, status=True),
        Heading("verdict", translate("AccessPage", "Oordeel"), 120),
    )


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("AccessPage", "Noodinzage"),
        purpose=translate(
            "AccessPage",
            "Elke keer dat een afgeschermd dossier met een reden is geopend. Laat een ander meekijken.",
        ),
        one=translate("AccessPage", "noodinzage"),
        many=translate("AccessPage", "noodinzages"),
        empty=translate("AccessPage", "Er is nog geen afgeschermd dossier geopend."),
        new="",
        icon="lock-key-open",
        key="emergency_accesses",
        kinds=frozenset({"emergency_accesses", "persons"}),
        filters=(
            Filter("state", "access_state", ("open", "unjudged", "judged")),
            Filter("verdict", "access_verdict", ("right", "talked", "wrong")),
        ),
    )


def _summary(desk: Desk) -> Summary:
    waiting = to_judge(desk)
    translate = QCoreApplication.translate
    if not waiting:
        return Summary(translate("AccessPage", "Elke noodinzage is beoordeeld."), 0)
    words = translate("AccessPage", "Hier moet nog iemand naar kijken: een dossier is met een reden geopend.")
    return Summary(words, waiting, attention=True)


def forms(desk: Desk) -> list[FormSpec]:
    """Return the forms that a draft opens again."""
    return [
        FormSpec(
            "restriction",
            "dossier",
            lambda shell, about, draft: RestrictionPanel(shell, desk, *about.split(":"), draft=draft),
            _place,
        ),
        FormSpec(
            "access_verdict", KEY, lambda shell, about, draft: VerdictPanel(shell, desk, about, draft=draft)
        ),
    ]


def _place(about: str) -> str:
    person_id, _colon, case_id = about.partition(":")
    return f"case:{case_id}" if case_id else f"person:{person_id}"


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from Verantwoording."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("AccessPage", "Noodinzage"),
        "lock-key-open",
        lambda shell: AccessPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent=ACCOUNTABILITY,
        summary=lambda: _summary(desk),
    )
