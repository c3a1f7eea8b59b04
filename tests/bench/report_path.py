# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's wait: counting, protecting and attacking a period, and writing its report."""

import time
from contextlib import closing

from tests.bench.data import COORDINATOR, PERIOD, desk_of, open_vault
from tests.bench.place import Place

FORMATS = ("pdf", "ods", "csv")


def count_protect_audit(place: Place) -> float:
    """Return the seconds from the request to a protected report, attacked jointly with an earlier one."""
    from casus.services import reporting

    with closing(open_vault(place.folder, COORDINATOR)) as vault:
        desk = desk_of(vault, "coordinator")
        began = time.perf_counter()
        reporting.protect(desk, PERIOD)
        return time.perf_counter() - began


def write_report(place: Place) -> float:
    """Return the seconds in which a protected report becomes PDF, ODS and CSV."""
    from casus.services import reporting

    with closing(open_vault(place.folder, COORDINATOR)) as vault:
        desk = desk_of(vault, "coordinator")
        protected = reporting.protect(desk, PERIOD)
        began = time.perf_counter()
        for fmt in FORMATS:
            reporting.render(desk, protected, fmt)
        return time.perf_counter() - began
