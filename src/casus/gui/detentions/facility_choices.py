# SPDX-License-Identifier: EUPL-1.2
"""Facilities as options of a field; one that was taken off the list says so."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from casus.gui.widgets.choice import Choice
from casus.services.records import Facility


def facility_choices(found: Iterable[Facility]) -> list[Choice]:
    """Return the options, by the name of the facility."""
    gone = QCoreApplication.translate("DetentionPanel", "{0} (niet meer op de lijst)")
    return [Choice(one.id, gone.format(one.name) if one.removed_on else one.name) for one in found]
