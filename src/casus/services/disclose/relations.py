# SPDX-License-Identifier: EUPL-1.2
"""What the rows of all files say of a dimension: its classes, and in which wider ones they lie."""

from dataclasses import dataclass, field
from pathlib import Path

from casus.services.disclose.faults import fault
from casus.services.disclose.reading import Row
from casus.services.disclose.spec import DimensionSpec

Level = tuple[str, str]
"""A class by the column it stands in and its text there."""


@dataclass
class Known:
    """What is known of one dimension: leaves and wider classes, each with the file and line of the first row."""

    leaves: dict[str, tuple[Path, int]] = field(default_factory=dict)
    parents: dict[Level, tuple[Level | None, int]] = field(default_factory=dict)
    groups: dict[str, dict[str, tuple[str, int]]] = field(default_factory=dict)


class Relations:
    """What has been learnt, by dimension."""

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}

    def learn(self, one: DimensionSpec, text: str, row: Row, path: Path) -> None:
        """Take in a row that is about class `text`; raises TableFileInvalid when rows contradict each other."""
        known = self.known.setdefault(one.code, Known())
        if text in (one.tree or ()) or text in (one.groups or ()):
            return
        known.leaves.setdefault(text, (path, row.line))
        line: list[Level] = [(one.column, text)]
        line += [(name, row.values[name]) for name in one.parent_columns if row.values[name]]
        for place, level in enumerate(line):
            above = line[place + 1] if place + 1 < len(line) else None
            first, at = known.parents.setdefault(level, (above, row.line))
            if first != above:
                names = [f"{two[0]} {two[1]}" if two else "–" for two in (first, above)]
                raise fault(
                    "two_parents", path, row.line, code=level[1], one=names[0], other=names[1], first=at
                )
        for column in one.group_columns:
            value = row.values[column]
            group, at = known.groups.setdefault(column, {}).setdefault(text, (value, row.line))
            if group != value:
                raise fault(
                    "two_parents", path, row.line, code=text, one=group or "–", other=value or "–", first=at
                )
