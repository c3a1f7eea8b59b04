# SPDX-License-Identifier: EUPL-1.2
"""Writing down a home visit or a prison visit."""

from casus.gui.visits.panel import (
    HOME,
    PRISON,
    VisitKind,
    VisitPanel,
    VisitSubject,
    open_visit,
    reopen_visit,
)

__all__ = ["HOME", "PRISON", "VisitKind", "VisitPanel", "VisitSubject", "open_visit", "reopen_visit"]
