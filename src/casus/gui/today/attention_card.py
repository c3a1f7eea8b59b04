# SPDX-License-Identifier: EUPL-1.2
"""Let op: what is late or due, whose review, who is silent, who comes out, and what lacks."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from casus.gui.dates_text import day_month, relative_date
from casus.gui.shell import Shell
from casus.gui.today.groups import GroupCard
from casus.gui.today.lines import Line
from casus.services import tasks
from casus.services.desk import Desk
from casus.services.tasks import TaskRow
from casus.services.today import CaseRow, ReleaseRow, TodayView

WINDOWS = ("release_7", "release_soon", "release_90")
"""Within 7, 30 and 90 days; each holds the ones before."""
GUARDED = (
    "requests_late",
    "requests_soon",
    "conditions_due",
    "vog_due",
    "plans_due",
    "members_due",
    "retention_due",
    "relatives_due",
    "recipients",
    "accesses",
)
"""Terms that are guarded; each is one number, and the list behind it names who."""


class AttentionCard(GroupCard):
    """Each group a number that opens its list; nothing that is not asked for."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, desk)
        self.name(self.tr("Let op"))

    def fill(self, view: TodayView) -> None:
        """Fill in the groups, the most urgent first."""
        self._tasks("overdue", view, view.overdue)
        self._tasks("soon", view, view.soon)
        self._cases("reviews_due", view, [(one, self._review(one.day)) for one in view.reviews_due])
        self._releases(view)
        self._cases("long_silent", view, [(one, self._silent(one.day)) for one in view.long_silent])
        for key in GUARDED:
            self.number(key, view.counts[key])
        self.number("missing", view.counts["missing"])
        if self.rows.count() == 0:
            self.nothing(self.tr("Niets dat nu aandacht vraagt."))

    def _tasks(self, key: str, view: TodayView, rows: Sequence[TaskRow]) -> None:
        self.group(key, view.counts[key], [self._task(one) for one in rows])

    def _task(self, one: TaskRow) -> Line:
        parts = (one.person_name, one.owner, self._day(one.due_on))
        return Line(
            one.title,
            " · ".join(part for part in parts if part),
            partial(self._open_task, one),
            act=(self.tr("Gereed"), partial(self._complete, one.id)),
            spot=one.id,
            about=one.case_id or one.person_id or "",
        )

    def _cases(self, key: str, view: TodayView, rows: Sequence[tuple[CaseRow, str]]) -> None:
        lines = [
            Line(
                one.person_name,
                second,
                partial(self.open_dossier, one.case_id, one.person_id),
                spot=f"{key}:{one.case_id}",
                about=one.case_id,
            )
            for one, second in rows
        ]
        self.group(key, view.counts[key], lines)

    def _releases(self, view: TodayView) -> None:
        counts = view.counts
        self.group("release_late", counts["release_late"], [self._release(one) for one in view.releases_late])
        seen = 0
        for key in WINDOWS:  # everyone once, under the first window that holds them
            self.number(key, counts[key])
            for one in view.releases_soon[seen : counts[key]]:
                self.add(self._release(one))
            seen = counts[key]
        self.number("release_unknown", counts["release_unknown"])

    def _release(self, one: ReleaseRow) -> Line:
        return Line(
            one.person_name,
            f"{self._day(one.expected_on)} · {one.facility}",
            partial(self.open_dossier, one.case_id, one.person_id),
            spot=one.detention_id,
            about=one.case_id or one.person_id,
        )

    def _day(self, day: date | None) -> str:
        return relative_date(day, self.desk.today()) if day else ""

    def _review(self, day: date | None) -> str:
        """Return when a review is due, and that it is late when it is."""
        if day is not None and day < self.desk.today():
            return self.tr("te laat: had {0} gemoeten").format(day_month(day, self.desk.today()))
        return self._day(day)

    def _silent(self, day: date | None) -> str:
        return self.tr("laatste contact {0}").format(self._day(day)) if day else self.tr("nog geen contact")

    def _open_task(self, one: TaskRow) -> None:
        if one.person_id:
            place = f"case:{one.case_id}" if one.case_id else f"person:{one.person_id}"
            self.shell.open("dossier", f"{place}#tasks")
        else:
            self.shell.open("taken", one.id)

    def _complete(self, task_id: str) -> None:
        work = partial(tasks.complete_task, self.desk, task_id)
        self.shell.tasks.run(work, owner=self, done=self._completed)

    def _completed(self, done: Any) -> None:
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.tr("Taak gereed"))
