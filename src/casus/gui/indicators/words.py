# SPDX-License-Identifier: EUPL-1.2
"""The words of the catalogue: how an indicator stands, and in what two versions differ."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services.indicators import KnownIndicator

_DIFFERENCES = {
    "title": QT_TRANSLATE_NOOP("Indicators", "naam"),
    "definition": QT_TRANSLATE_NOOP("Indicators", "wat meetelt"),
    "source": QT_TRANSLATE_NOOP("Indicators", "bron"),
    "note": QT_TRANSLATE_NOOP("Indicators", "toelichting"),
    "pillar": QT_TRANSLATE_NOOP("Indicators", "pijler"),
    "focus": QT_TRANSLATE_NOOP("Indicators", "focuspunt"),
    "unit": QT_TRANSLATE_NOOP("Indicators", "eenheid"),
    "where": QT_TRANSLATE_NOOP("Indicators", "filter"),
    "reference_day": QT_TRANSLATE_NOOP("Indicators", "peildatum"),
    "breakdowns": QT_TRANSLATE_NOOP("Indicators", "uitsplitsing"),
    "hidden": QT_TRANSLATE_NOOP("Indicators", "wel of niet in rapporten"),
}


def difference_words(differs: Iterable[str]) -> str:
    """Return in what a version differs from the one before it: "gewijzigd: naam, filter"."""
    words = ", ".join(QCoreApplication.translate("Indicators", _DIFFERENCES[one]) for one in differs)
    return QCoreApplication.translate("Indicators", "gewijzigd: {0}").format(words) if words else ""


def state_of(one: KnownIndicator) -> str:
    """Return the one thing to know of an indicator, as a code."""
    if one.unfit:
        return "unfit"
    if one.hidden:
        return "hidden"
    return "own" if one.own else "changed" if one.changed else "shipped"


TONES = {"unfit": "danger", "hidden": "neutral", "own": "accent", "changed": "accent", "shipped": "ok"}
_STATES = {
    "unfit": QT_TRANSLATE_NOOP("Indicators", "Past niet meer"),
    "hidden": QT_TRANSLATE_NOOP("Indicators", "Verborgen"),
    "own": QT_TRANSLATE_NOOP("Indicators", "Eigen"),
    "changed": QT_TRANSLATE_NOOP("Indicators", "Gewijzigd"),
    "shipped": QT_TRANSLATE_NOOP("Indicators", "Van Casus"),
}
STATES = tuple(_STATES)


def state_words(state: str) -> str:
    """Return the word for a state."""
    return QCoreApplication.translate("Indicators", _STATES[state])
