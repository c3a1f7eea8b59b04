# SPDX-License-Identifier: EUPL-1.2
"""One appointment of the sheet: when, whom, where; what was agreed; what to bring and ask."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.domain.codelists import codelist
from casus.gui.dates_text import day_month, relative_date
from casus.gui.dossier.parts import facts, joined
from casus.gui.labels import label as code_label
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label
from casus.gui.words import in_sentence
from casus.services.day_sheet import Expected, SheetTask, Visit
from casus.services.naming import closed_name

_LONGEST = 320


class VisitCard(Card):
    """What one wants to know before ringing the bell; the pages around it give the two acts."""

    def __init__(self, visit: Visit, today: date, *, begun: bool) -> None:
        """`begun`: the day is today or past, so that there can be something to report."""
        super().__init__(_heading(visit))
        self._begun = begun
        self.visit = visit
        self.opener = button(QCoreApplication.translate("DaySheet", "Dossier openen"))
        self.report = button(QCoreApplication.translate("DaySheet", "Verslag maken"))
        for one in (self.opener, self.report):
            one.setAccessibleName(f"{one.text()}: {self.title.text()}")
        if visit.done:
            done = QCoreApplication.translate("DaySheet", "Verslag gemaakt")
            self.header.addWidget(Pill(done, "ok"))
        kind = code_label("contact_kind", visit.kind) if visit.name or visit.restricted else ""
        self.add(label(joined(kind, code_label("phase", visit.phase)), "small", "muted", wrap=True))
        if visit.restricted:
            words = QCoreApplication.translate(
                "DaySheet", "Dit dossier is afgeschermd. Open het om te zien wie het is en waar."
            )
            self.add(label(words, tone="muted", wrap=True))
        else:
            self._fill(today)
        self._buttons()

    def _fill(self, today: date) -> None:
        visit, translate = self.visit, QCoreApplication.translate
        pairs = [
            (translate("DaySheet", "Waar"), visit.place),
            (translate("DaySheet", "Telefoon"), visit.telephone),
            (translate("DaySheet", "Wie je treft"), _people(visit.expected)),
            (translate("DaySheet", "Tolk"), code_label("language", visit.interpreter)),
            (translate("DaySheet", "Aantekening"), visit.note),
            (translate("DaySheet", "Vorige keer"), _last(visit, today)),
            (translate("DaySheet", "Afgesproken"), _tasks(visit.tasks, today, agreed=True)),
            (translate("DaySheet", "Open taken"), _tasks(visit.tasks, today, agreed=False)),
            (translate("DaySheet", "Nog vragen"), _questions(visit.missing)),
        ]
        self.add(facts(pairs))

    def _buttons(self) -> None:
        if self.visit.person_id is None:
            return
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, theme().px(8), 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self.opener)
        if self._begun and not self.visit.done and not self.visit.restricted:
            row.addWidget(self.report)
        row.addStretch(1)
        self.add(line)


def _heading(visit: Visit) -> str:
    name = visit.name
    if visit.restricted:
        name = closed_name(visit.number)
    kind = code_label("contact_kind", visit.kind)
    return joined(visit.at_time or QCoreApplication.translate("DaySheet", "Zonder tijd"), name or kind)


def _people(expected: tuple[Expected, ...]) -> str:
    return "\n".join(_one(person) for person in expected)


def _one(person: Expected) -> str:
    relation = in_sentence(code_label("family_relation", person.relation))
    if person.relation not in codelist("family_relation").values:
        relation = QCoreApplication.translate("DaySheet", "vertegenwoordiger")
    age = ""
    if person.age is not None:
        age = QCoreApplication.translate("DaySheet", "{0} jaar").format(person.age)
    return joined(person.name, relation, age)


def _last(visit: Visit, today: date) -> str:
    if visit.last_on is None:
        return QCoreApplication.translate("DaySheet", "Nog geen contact dat lukte.")
    head = joined(
        relative_date(visit.last_on, today), in_sentence(code_label("contact_kind", visit.last_kind))
    )
    words = visit.last_report
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"{head}\n{words}" if words else head


def _tasks(tasks: tuple[SheetTask, ...], today: date, *, agreed: bool) -> str:
    return "\n".join(
        joined(task.title, task.owner or "", day_month(task.due_on, today) if task.due_on else "")
        for task in tasks
        if task.agreed is agreed
    )


def _questions(missing: tuple[str, ...]) -> str:
    return ", ".join(code_label("sheet_missing", code) for code in missing)
