# SPDX-License-Identifier: EUPL-1.2
"""The words of the wizard's choices: the roles, and how to begin."""

from PySide6.QtCore import QCoreApplication

from casus.gui.start.option_cards import Option

EMPTY, DEMO = "empty", "demo"


def roles() -> tuple[Option, ...]:
    """Return the roles, by their codes in worker_role."""
    return (
        Option(
            "pga_expert",
            QCoreApplication.translate("Wizard", "PGA-expert"),
            QCoreApplication.translate(
                "Wizard", "Je begeleidt jongeren en gezinnen in de persoonsgerichte aanpak."
            ),
        ),
        Option(
            "rio",
            QCoreApplication.translate("Wizard", "Re-integratieofficier (RIO)"),
            QCoreApplication.translate("Wizard", "Je begeleidt mensen in detentie en bij hun terugkeer."),
        ),
        Option(
            "coordinator",
            QCoreApplication.translate("Wizard", "Coördinator"),
            QCoreApplication.translate(
                "Wizard", "Je houdt registers bij en maakt de rapportage. In je kluis staan geen personen."
            ),
        ),
    )


def beginnings() -> tuple[Option, ...]:
    """Return the ways to begin with a finished vault."""
    return (
        Option(
            EMPTY,
            QCoreApplication.translate("Wizard", "Begin met een lege kluis"),
            QCoreApplication.translate("Wizard", "Je zet er zelf de eerste persoon in."),
        ),
        Option(
            DEMO,
            QCoreApplication.translate("Wizard", "Bekijk eerst de demo"),
            QCoreApplication.translate(
                "Wizard",
                "Een kluis met verzonnen mensen, om rustig rond te kijken. Je eigen kluis blijft leeg.",
            ),
        ),
    )
