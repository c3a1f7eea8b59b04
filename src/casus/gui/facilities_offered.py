# SPDX-License-Identifier: EUPL-1.2
"""The facilities a form offers, and the way on when there is none to choose yet."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import ChoiceField


def offer_facilities(field: ChoiceField, places: Sequence[Choice]) -> None:
    """Offer these; an empty list says where facilities are put on it."""
    field.set_choices(places)
    if not places:
        field.set_help(
            QCoreApplication.translate(
                "FacilitiesOffered",
                "Er is nog geen inrichting om te kiezen. Zet hem op de lijst in Beheer, bij Inrichtingen. "
                "Wat je hier typt blijft als concept bewaard.",
            )
        )
