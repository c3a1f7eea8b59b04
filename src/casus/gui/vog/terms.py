# SPDX-License-Identifier: EUPL-1.2
"""The terms of a certificate in words."""

from PySide6.QtCore import QCoreApplication


def days_left(left: int | None) -> str:
    """Return how long a term still runs, or how long it is over; "" without a term."""
    if left is None:
        return ""
    if left == 0:
        return QCoreApplication.translate("VogTerms", "Vandaag")
    if left > 0:
        return QCoreApplication.translate("VogTerms", "Nog %n dag(en)", "", left)
    return QCoreApplication.translate("VogTerms", "%n dag(en) te laat", "", -left)
