# SPDX-License-Identifier: EUPL-1.2
"""What is planned and open for the members of a family."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import relative_date
from casus.gui.dossier.parts import joined, lines, row
from casus.gui.labels import label as code_label
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label
from casus.services.family_page import FamilyDossier, PlannedRow
from casus.services.tasks import TaskRow

Act = Callable[[str], object]


def work_card(found: FamilyDossier, today: date, on_open: Act, on_complete: Act) -> Card:
    """Return the card; `on_open` gets the id of a person, `on_complete` that of a task."""
    card = Card(QCoreApplication.translate("FamilyPage", "Afspraken en taken"))
    rows = [
        *(_appointment(one, today, on_open) for one in found.appointments),
        *(_task(one, today, on_complete) for one in found.tasks),
    ]
    nothing = QCoreApplication.translate("FamilyPage", "Niets open voor dit gezin.")
    card.add(lines(rows) if rows else label(nothing, tone="muted", wrap=True))
    return card


def _appointment(one: PlannedRow, today: date, on_open: Act) -> QWidget:
    kind = code_label("contact_kind", one.kind)
    opening = QCoreApplication.translate("FamilyPage", "Openen")
    words = joined(one.person_name, relative_date(one.on, today), one.at_time or "", one.place)
    return row(
        kind, words, acts=[(opening, partial(on_open, one.person_id))], about=f"{kind} {one.person_name}"
    )


def _task(task: TaskRow, today: date, on_complete: Act) -> QWidget:
    due = relative_date(task.due_on, today) if task.due_on else ""
    late = task.due_on is not None and task.due_on < today
    return row(
        task.title,
        joined(task.person_name, task.owner or "", due),
        pill=(QCoreApplication.translate("FamilyPage", "Te laat"), "danger") if late else None,
        acts=[(QCoreApplication.translate("FamilyPage", "Gereed"), partial(on_complete, task.id))],
    )
