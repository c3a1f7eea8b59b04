# SPDX-License-Identifier: EUPL-1.2
"""The members of a family as lines: relation, age, since when, own case, why here; and what can be done."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.ages import age_on
from casus.gui.dates_text import day_month
from casus.gui.dossier.parts import Act, joined, lines, row
from casus.gui.labels import label
from casus.gui.widgets.menu_button import menu_button
from casus.gui.widgets.text import label as text
from casus.services.families import MemberRow

REVIEW_SOON = timedelta(days=90)
"""So long before the eighteenth birthday the review is offered beside the name."""


def member_line(member: MemberRow, today: date, acts: Sequence[Act], more: Sequence[Act]) -> QWidget:
    """Return one member: buttons beside it, and a menu with what is done less often."""
    box = row(member.name, _second(member, today), pill=_pill(member, today), acts=acts)
    if more:
        box.add(menu_button(more, member.name))
    return box


def member_list(
    members: Sequence[MemberRow], today: date, make: Callable[[MemberRow], tuple[list[Act], list[Act]]]
) -> QWidget:
    """Return all members under each other; `make` gives the acts beside each and those in its menu."""
    return lines([member_line(one, today, *make(one)) for one in members])


def past_list(members: Sequence[MemberRow], today: date, on_open: Callable[[str], object]) -> QWidget:
    """Return who left, without anything to do but opening."""
    opening = QCoreApplication.translate("FamilyPage", "Openen")
    return lines(
        [
            row(
                one.name,
                joined(label("family_relation", one.relation), _period(one, today)),
                acts=[(opening, partial(on_open, one.person_id))],
            )
            for one in members
        ]
    )


def review_soon(member: MemberRow, today: date) -> bool:
    """Return whether the eighteenth birthday is near or past, so that it is time to judge again."""
    return member.review_on is not None and member.review_on <= today + REVIEW_SOON


def nobody() -> QWidget:
    """Return what is said of a family without members."""
    words = QCoreApplication.translate("FamilyPage", "Nog niemand. Voeg de jongere en het gezin toe.")
    return text(words, tone="muted", wrap=True)


def _second(member: MemberRow, today: date) -> str:
    also = ""
    if member.also_in:
        names = ", ".join(member.also_in)
        also = QCoreApplication.translate("FamilyPage", "ook in {0}").format(names)
    since = QCoreApplication.translate("FamilyPage", "sinds {0}").format(day_month(member.from_on, today))
    why = ""
    if member.minor_reason and not member.has_open_case:
        why = QCoreApplication.translate("FamilyPage", "reden: {0}").format(member.minor_reason)
    return joined(label("family_relation", member.relation), _age(member, today), since, also, why)


def _pill(member: MemberRow, today: date) -> tuple[str, str] | None:
    if member.review_on is not None and review_soon(member, today):
        due = member.review_on <= today
        words = (
            QCoreApplication.translate("FamilyPage", "18 sinds {0}: hertoets")
            if due
            else QCoreApplication.translate("FamilyPage", "Wordt 18 op {0}")
        )
        return words.format(day_month(member.review_on, today)), "danger" if due else "warn"
    if member.has_open_case:
        return QCoreApplication.translate("FamilyPage", "Eigen casus"), "accent"
    return QCoreApplication.translate("FamilyPage", "Geen eigen casus"), "neutral"


def _age(member: MemberRow, today: date) -> str:
    if member.birth_date is None or member.birth_date > today:
        return QCoreApplication.translate("FamilyPage", "leeftijd onbekend")
    return QCoreApplication.translate("FamilyPage", "{0} jaar").format(age_on(member.birth_date, today))


def _period(member: MemberRow, today: date) -> str:
    until = day_month(member.until_on, today) if member.until_on else ""
    words = QCoreApplication.translate("FamilyPage", "{0} tot {1}")
    return words.format(day_month(member.from_on, today), until)
