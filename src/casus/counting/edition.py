# SPDX-License-Identifier: EUPL-1.2
"""By which edition of the indicator catalogue something was counted: numbers and a digest, no word of it.

`shipped.number.mark`: the version of the shipped catalogue, how many versions the coordinators have made since, and
a digest of these. So an edition tells whether two vaults go by the same definitions, and which of them is behind.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

SAME, OLDER, NEWER = "same", "older", "newer"
_TEXT = re.compile(r"(\d{1,6})\.(\d{1,6})\.([0-9a-f]{16})")
_MARK = 16


@dataclass(frozen=True)
class Edition:
    """An edition of the catalogue; as text it stands in a contribution."""

    shipped: int
    number: int
    mark: str

    def __str__(self) -> str:
        return f"{self.shipped}.{self.number}.{self.mark}"

    @classmethod
    def parse(cls, text: str) -> "Edition":
        """Read the text of an edition; raises ValueError, also for another spelling of one."""
        found = _TEXT.fullmatch(text)
        edition = None if found is None else cls(int(found[1]), int(found[2]), found[3])
        if edition is None or str(edition) != text:
            raise ValueError("edition")
        return edition

    def beside(self, own: "Edition") -> str:
        """Return how this edition stands to one's own: a code of list catalogue_state.

        As many versions but not the same ones: it lacks at least one of ours.
        """
        if self == own:
            return SAME
        return NEWER if (self.shipped, self.number) > (own.shipped, own.number) else OLDER


def edition_of(shipped: int, versions: Iterable[tuple[str, int, Mapping[str, object], bool]]) -> Edition:
    """Return the edition of a catalogue; `versions`: code, number, definition and whether it is hidden."""
    listed = sorted([code, number, definition, hidden] for code, number, definition, hidden in versions)
    content = json.dumps(listed, sort_keys=True, separators=(",", ":"))
    return Edition(shipped, len(listed), sha256(content.encode()).hexdigest()[:_MARK])
