# SPDX-License-Identifier: EUPL-1.2
"""The words of the dashboard: numbers that may not be known, targets, coverage."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import number
from casus.gui.labels import label
from casus.gui.widgets.pill import Pill
from casus.services.coverage import IN, MISSING, OLDER, Covered
from casus.services.dashboard import Target

TONES = {"on_course": "ok", "behind": "warn", "no_target": "neutral"}
_UNKNOWN = "–"


def number_text(value: int | None) -> str:
    """Return a number, or a dash where nothing was contributed."""
    return _UNKNOWN if value is None else number(value)


def target_text(target: Target) -> str:
    """Return what is aimed at: "ten minste 40"."""
    if target.value is None:
        return ""
    return f"{label('target_aim', target.aim).lower()} {number(target.value)}"


def due_text(target: Target) -> str:
    """Return what the target comes to by now, where that is less than all of it."""
    if target.due is None or target.due == target.value:
        return ""
    words = QCoreApplication.translate("Dashboard", "Tot vandaag hoort daar {0} bij.")
    return words.format(number(target.due))


def inside_pill() -> Pill:
    """Return the mark of every exact number on these screens."""
    return Pill(QCoreApplication.translate("Dashboard", "Intern, nog niet beschermd"), "warn")


def coverage_text(found: Sequence[Covered]) -> str:
    """Return how many contributions are in, and how many are missing."""
    translate = QCoreApplication.translate
    if not found:
        return translate("Dashboard", "Er staan geen PGA-experts of RIO’s in het register.")
    arrived = sum(one.state == IN for one in found)
    missing = sum(one.state == MISSING for one in found)
    other = len(found) - arrived - missing
    words = [translate("Dashboard", "Aangeleverd: {0} van {1}.").format(arrived, len(found))]
    if missing:
        words.append(translate("Dashboard", "Ontbreekt: {0}.").format(missing))
    if other:
        words.append(translate("Dashboard", "Andere peildatum: {0}.").format(other))
    if older := sum(one.catalogue == OLDER for one in found):
        words.append(translate("Dashboard", "Met een oudere catalogus: {0}.").format(older))
    return " ".join(words)
