# SPDX-License-Identifier: EUPL-1.2
"""An application for an identity document as a path of steps; the next one is one key away."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from casus.domain.codelists import codelist
from casus.gui.dates_text import day_month
from casus.gui.detentions.acts import CustodyActs
from casus.gui.icons import set_icon
from casus.gui.labels import label
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.text import hairline
from casus.gui.widgets.text import label as text
from casus.services.id_applications import next_step
from casus.services.records import IdApplication

_SIZE = 18


def id_card(
    acts: CustodyActs, applications: tuple[IdApplication, ...], today: date, *, fixed: bool = False
) -> Card:
    """Return the card with all applications of a case, and a button to begin one; `fixed`: it is only read."""
    translate = QCoreApplication.translate
    card = Card(translate("IdCard", "ID-bewijs aanvragen"))
    for at, application in enumerate(applications):
        if at:
            card.add(hairline())
        card.add(_application(acts, application, today, fixed=fixed))
    if not applications:
        words = translate("IdCard", "Zonder ID-bewijs geen uitkering, zorgverzekering of kamer.")
        card.add(text(words, tone="muted", wrap=True))
    if not fixed and all(next_step(one) is None for one in applications):
        begin = button(translate("IdCard", "Aanvraag beginnen"), acts.apply_for_id)
        begin.setObjectName("idBegin")
        row = FlowBox(gap=8)
        row.add(begin)
        card.add(row)
    return card


def _application(acts: CustodyActs, application: IdApplication, today: date, *, fixed: bool) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, theme().px(4), 0, theme().px(4))
    column.setSpacing(theme().px(8))
    column.addWidget(text(application.document, "strong", wrap=True))
    path = FlowBox(gap=12)
    for step in codelist("id_step").values:
        path.add(_step(application, step, today))
    column.addWidget(path)
    if application.note:
        column.addWidget(text(application.note, "small", "muted", wrap=True))
    if not fixed:
        column.addWidget(_buttons(acts, application))
    return box


def _step(application: IdApplication, step: str, today: date) -> QWidget:
    """Return one step: an icon and a word, and the day it was taken."""
    day: date | None = getattr(application, step)
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(4))
    mark = QLabel()
    comes = next_step(application) == step
    set_icon(
        mark,
        "check-circle" if day else "arrow-circle-right" if comes else "circle",
        "ok" if day else "accent" if comes else "muted",
        _SIZE,
    )
    name = label("id_step", step)
    words = f"{name} {day_month(day, today)}" if day else name
    row.addWidget(mark)
    row.addWidget(text(words, "strong" if comes else "body", "" if day or comes else "muted"))
    box.setAccessibleName(words)
    return box


def _buttons(acts: CustodyActs, application: IdApplication) -> QWidget:
    translate = QCoreApplication.translate
    bar = FlowBox(gap=8)
    if (step := next_step(application)) is not None:
        words = translate("IdCard", "{0}: vandaag").format(label("id_step", step))
        made = button(words, lambda: acts.step_id(application), icon="check")
        made.setObjectName(f"idStep-{application.id}")
        bar.add(made)
    for words, run in (
        (translate("IdCard", "Wijzigen"), lambda: acts.apply_for_id(application.id)),
        (translate("IdCard", "Weghalen"), lambda: acts.remove_id(application)),
    ):
        link = button(words, run, kind="link")
        link.setAccessibleName(f"{words}: {application.document}")
        bar.add(link)
    return bar
