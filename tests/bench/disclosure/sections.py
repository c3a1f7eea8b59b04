# SPDX-License-Identifier: EUPL-1.2
"""What a part of the study gives: a table to read, targets to reach, and lines to draw."""

from collections.abc import Sequence
from dataclasses import dataclass, field

_WIDTH = 60


@dataclass(frozen=True)
class Target:
    """A figure with the limit it may not pass (`least`: may not stay under)."""

    what: str
    value: float
    limit: float
    least: bool = False

    @property
    def reached(self) -> bool:
        """Tell whether the figure is on the right side."""
        return self.value >= self.limit if self.least else self.value <= self.limit

    def line(self) -> str:
        """Return the target as a line to read."""
        sign = "≥" if self.least else "≤"
        outcome = "reached" if self.reached else "MISSED"
        return f"{self.what}: {self.value:.4g} ({sign} {self.limit:g}) {outcome}"


@dataclass(frozen=True)
class Section:
    """One part: `rows` under `headings`, what has to be reached, and what to know when reading it."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    targets: Sequence[Target] = ()
    plots: Sequence["Plot"] = ()
    notes: Sequence[str] = field(default_factory=tuple)

    def text(self) -> str:
        """Return the part for a terminal."""
        lines = [self.title, "=" * len(self.title), *_aligned([self.headings, *self.rows]), ""]
        lines += [line for plot in self.plots for line in (*plot.lines(), "")]
        lines += [f"  {note}" for note in self.notes]
        lines += [f"  {target.line()}" for target in self.targets]
        return "\n".join(lines) + "\n"

    def data(self) -> dict[str, object]:
        """Return the part ready for JSON."""
        return {
            "title": self.title,
            "rows": [dict(zip(self.headings, row, strict=True)) for row in self.rows],
            "targets": [
                {"what": t.what, "value": t.value, "limit": t.limit, "reached": t.reached}
                for t in self.targets
            ],
            "plots": [{"title": plot.title, "points": list(plot.points)} for plot in self.plots],
        }


@dataclass(frozen=True)
class Plot:
    """Bars of `(place, value)` points, drawn with characters."""

    title: str
    points: Sequence[tuple[float, float]]
    unit: str

    def lines(self) -> list[str]:
        """Return the plot, one line per point."""
        most = max((value for _, value in self.points), default=0.0) or 1.0
        bars = [
            f"  {place:>8g} {'█' * round(_WIDTH * value / most):<{_WIDTH}} {value:.3g} {self.unit}"
            for place, value in self.points
        ]
        return [f"  {self.title}", *bars]


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        first, *rest = zip(row, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in rest)]
        lines.append("  ".join(cells).rstrip())
    return [lines[0], "-" * max(map(len, lines)), *lines[1:]]
