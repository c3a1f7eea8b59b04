# SPDX-License-Identifier: EUPL-1.2
"""The long series: 24 monthly releases of a cumulative count, ten new persons a month, with a ledger."""

import time

from casus.disclosure import STANDARD, Ledger, release
from casus.errors import ReleaseRefused
from tests.bench.disclosure.judge import Judged, Shown, judge, rounding_settled
from tests.bench.disclosure.sections import Plot, Section, Target
from tests.helpers.releases import AT, EMPTY
from tests.helpers.scenarios import monthly

SEEDS = 3
MONTHS = 24


def study(seeds: int = SEEDS, months: int = MONTHS) -> Section:
    """Release every month of several registers; what is refused is left out and counted."""
    found = [_series(seed, months) for seed in range(seeds)]
    rows = [
        (str(seed), str(judged.targets), str(judged.exact), str(judged.narrow), str(refused),
         f"{max(seconds):.1f}", f"{sum(seconds):.0f}")
        for seed, (judged, refused, seconds) in enumerate(found)
    ]  # fmt: skip
    headings = ("register", "targets", "exact", "< 5 values", "refused", "slowest s", "all s")
    longest = [max(seconds[month] for _, _, seconds in found) for month in range(months)]
    plot = Plot("seconds per release by its month, slowest register", [*enumerate(longest, start=1)], "s")
    targets = (
        Target("targets known exactly", sum(judged.exact for judged, _, _ in found), 0),
        Target("targets with fewer than 5 values", sum(judged.narrow for judged, _, _ in found), 0),
        Target("slowest release of a 24-month ledger (s)", max(longest), 5),
    )
    title = f"{months} monthly cumulative releases, preset standard"
    return Section(title, headings, rows, targets, [plot])


def _series(seed: int, months: int) -> tuple[Judged, int, list[float]]:
    ledger: Ledger = EMPTY
    shown: list[Shown] = []
    seconds, refused = [], 0
    for tables in monthly(seed, months):
        began = time.perf_counter()
        try:
            made = release(tables, ledger, STANDARD, at=AT)
        except ReleaseRefused:
            refused += 1
        else:
            ledger = ledger.extended(made.entry)
            shown.append(Shown(tables[0], made.tables[0], len(shown)))
        seconds.append(time.perf_counter() - began)
    return judge(shown, rounding_settled, growing=True), refused, seconds
