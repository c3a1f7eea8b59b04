# SPDX-License-Identifier: EUPL-1.2
"""Writing down a visit or another contact, correcting it, and planning the next."""

from casus.gui.visits.appointment import AppointmentPanel
from casus.gui.visits.correct import CorrectPanel
from casus.gui.visits.kinds import HOME, KINDS, OTHER, PRISON, VisitKind, VisitSubject, form_for
from casus.gui.visits.panel import VisitPanel, open_visit, reopen_visit

__all__ = [
    "HOME",
    "KINDS",
    "OTHER",
    "PRISON",
    "AppointmentPanel",
    "CorrectPanel",
    "VisitKind",
    "VisitPanel",
    "VisitSubject",
    "form_for",
    "open_visit",
    "reopen_visit",
]
