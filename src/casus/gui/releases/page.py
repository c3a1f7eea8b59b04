# SPDX-License-Identifier: EUPL-1.2
"""The release radar: who inside comes free when, and what is not arranged yet."""

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.conditions import FIVE
from casus.domain.roles import Role
from casus.gui.dates_text import day_month
from casus.gui.detentions.matrix import STATUS_TONES
from casus.gui.detentions.plan_contact import VISIT, PlanContactPanel
from casus.gui.detentions.views import RELEASES, add_views
from casus.gui.labels import label
from casus.gui.lists import Cell, Column, Kind
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.gui.visits import PRISON, VisitSubject, open_visit
from casus.services.desk import Desk
from casus.services.release_radar import TERMS, ReleaseRadar

_TERM = "term"


class RadarSource(ServiceSource):
    """The radar in words: days left under the day, what is not arranged as words with an icon each."""

    def __init__(self, records: ReleaseRadar, today: date) -> None:
        super().__init__(records, _headings(), today)
        at = [column.key for column in self.columns].index("open_conditions")
        before, shown = self.columns[:at], self.columns[at]
        marks = Column(shown.key, shown.title, Kind.MARKS, shown.width)
        self.columns = (*before, marks, *self.columns[at + 1 :])

    def _cell(self, heading: Heading, row: Any) -> Cell:
        if heading.key == "name":
            abroad = "" if row["country"] == "nl" else f" · {label('country', row['country'])}"
            return Cell(row.title, f"{row.subtitle}{abroad}")
        if heading.key == "expected_on":
            return self._expected(row)
        if heading.key == "open_conditions":
            return _not_arranged(row)
        if heading.key == "plan_received_on" and row["plan_received_on"] is None:
            return Cell(QCoreApplication.translate("ReleasesPage", "nog niet"))
        return super()._cell(heading, row)

    def _expected(self, row: Any) -> Cell:
        day, left = row["expected_on"], row["days_left"]
        if day is None or left is None:
            return Cell(QCoreApplication.translate("ReleasesPage", "onbekend"))
        return Cell(day_month(day, self.today), days_left(left))


def days_left(left: int) -> str:
    """Return how far off a release is, in words."""
    translate = QCoreApplication.translate
    if left == 0:
        return translate("ReleasesPage", "vandaag")
    if left > 0:
        return translate("ReleasesPage", "over %n dag(en)", "", left)
    return translate("ReleasesPage", "%n dag(en) te laat", "", -left)


def _not_arranged(row: Any) -> Cell:
    stands = {code: row[f"status:{code}"] or "not_checked" for code in FIVE}
    wanted = {code: status for code, status in stands.items() if status != "arranged"}
    if not wanted:
        words = QCoreApplication.translate("ReleasesPage", "Alles op orde")
        return Cell(words, marks=((words, "ok"),))
    spoken = ", ".join(
        f"{label('basic_condition', code)} {label('matrix_status', status).lower()}"
        for code, status in wanted.items()
    )
    marks = tuple((label("basic_condition", code), STATUS_TONES[status]) for code, status in wanted.items())
    return Cell(spoken, marks=marks)


class ReleasesPage(ListPage):
    """Who comes out first stands at the top; V writes down a visit, P plans one."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._desk = desk
        self._radar = ReleaseRadar(desk)
        super().__init__(shell, RadarSource(self._radar, desk.today()), _words())
        self.views = add_views(self, RELEASES)
        visit = QCoreApplication.translate("ReleasesPage", "Bezoek vastleggen")
        plan = QCoreApplication.translate("ReleasesPage", "Bezoek plannen")
        self.acts = ListActs(
            self,
            (
                ListAct(visit, "V", self.log_visit, lambda _row: True, "note-pencil"),
                ListAct(plan, "P", self.plan_visit, lambda _row: True, "calendar-plus"),
            ),
        )
        self.table.loaded.connect(self._count_terms)

    def open_record(self, record_id: str) -> None:
        """Open the tab Detentie of the dossier."""
        row = self.source.known.get(record_id)
        if row is not None:
            self.shell.open("dossier", f"{_place(row)}#detention")

    def log_visit(self, record_id: str) -> None:
        """Write down a visit in prison to this person."""
        open_visit(self.shell, self._desk, PRISON, self._subject(record_id))

    def plan_visit(self, record_id: str) -> None:
        """Plan a visit in prison."""
        row = self.source.known[record_id]
        about, facility = row["case_id"] or row["person_id"], row["facility_id"]
        panel = PlanContactPanel(self.shell, self._desk, about, VISIT, facility_id=facility)
        self.shell.open_panel(panel)

    def _subject(self, record_id: str) -> VisitSubject:
        row = self.source.known[record_id]
        return VisitSubject(row["person_id"], row["case_id"], row.title, row["facility_id"])

    def _count_terms(self) -> None:
        self.shell.tasks.run(self._radar.term_counts, owner=self, done=self._show_terms)

    def _show_terms(self, counts: dict[str, int]) -> None:
        self.table.chips.show_counts(_TERM, {f"{_TERM}:{code}": counts[code] for code in TERMS})


def _place(row: Any) -> str:
    return f"case:{row['case_id']}" if row["case_id"] else f"person:{row['person_id']}"


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("name", translate("ReleasesPage", "Naam"), 0),
        Heading("expected_on", translate("ReleasesPage", "Komt vrij"), 128),
        Heading("release_certainty", translate("ReleasesPage", "Zekerheid"), 126, status=True),
        Heading("open_conditions", translate("ReleasesPage", "Nog te regelen"), 316),
        Heading("next_on", translate("ReleasesPage", "Afspraak"), 110),
        Heading("plan_received_on", translate("ReleasesPage", "D&R-plan"), 90),
    )


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("ReleasesPage", "Vrijlatingen"),
        purpose=translate("ReleasesPage", "Wie wanneer vrijkomt, en wat er nog niet geregeld is."),
        one=translate("ReleasesPage", "persoon zit vast"),
        many=translate("ReleasesPage", "mensen zitten vast"),
        empty=translate("ReleasesPage", "Er zit nu niemand vast."),
        new="",
        icon="calendar-check",
        key="releases",
        kinds=frozenset({"persons", "detentions", "basic_condition_checks", "appointments", "facilities"}),
        filters=(
            Filter(_TERM, "release_term", TERMS),
            Filter("open", "open_condition", FIVE),
            Filter("country", "country", ("de",)),
        ),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is one of the views of Detentie."""
    return PageSpec(
        RELEASES,
        QCoreApplication.translate("ReleasesPage", "Vrijlatingen"),
        "calendar-check",
        lambda shell: ReleasesPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent="detentie",
    )
