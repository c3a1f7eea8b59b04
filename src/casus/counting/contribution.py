# SPDX-License-Identifier: EUPL-1.2
"""What a worker hands over for counting: coded, pseudonymous rows, and their one canonical form in bytes.

A row holds codes of the catalogue, a month instead of a day, an age group instead of a birth date. It has no
field that could hold a name, a text or an id of the vault: every value is checked against a code list or is
a keyed pseudonym, both when a row is made and when bytes are read. The sealed file that carries a contribution
between machines carries exactly these bytes. In them rows and marks stand in columns (`Rows`, `ManyMarks`), so that
what is the same a hundred times is written, read and checked once.
"""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from casus.counting import marks as of_marks
from casus.counting.archive import ArchivedCount, fault_in, summed
from casus.counting.edition import Edition
from casus.counting.marks import ManyMarks
from casus.counting.rows import KINDS, Row, Rows, check_rows, sorted_rows
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.errors import ContributionInvalid, InvalidInput

__all__ = ["KINDS", "Contribution", "ManyMarks", "Row", "Rows", "sorted_rows"]

FORMAT, VERSION = "casus-contribution", 1
MAX_BYTES = 64 * 1024 * 1024
MAX_ROWS = 400_000

_PSEUDONYM = re.compile(r"[0-9a-f]{32}")
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True)
class Contribution:
    """All rows of one vault for one period; raises ContributionInvalid when anything in it is not coded.

    `contributor` is a pseudonym of the vault, `role` a code of list worker_role, `team` tells under which key
    all pseudonyms were made. `rows` are sorted and unique, so that their order tells nothing. `archive`:
    anonymous counts of dossiers that were destroyed. `marks`: by what each person may be another's. `catalogue`:
    by which edition of the indicator catalogue it was made (counting.edition), "" where that is not told.
    """

    team: str
    contributor: str
    role: str
    period: Period
    reference_date: date
    made_at: datetime
    rows: Rows = field(repr=False)
    archive: tuple[ArchivedCount, ...] = field(default=(), repr=False)
    marks: ManyMarks = field(default_factory=ManyMarks, repr=False)
    catalogue: str = ""

    def __post_init__(self) -> None:
        if not _PSEUDONYM.fullmatch(self.team):
            raise ContributionInvalid("pseudonym")
        if not _PSEUDONYM.fullmatch(self.contributor) or self.role not in codelist("worker_role"):
            raise ContributionInvalid("contributor")
        if self.reference_date < self.period.first:
            raise ContributionInvalid("reference_date")
        if self.made_at.tzinfo is None or self.made_at.microsecond:
            raise ContributionInvalid("made_at")
        if len(self.rows) > MAX_ROWS:
            raise ContributionInvalid("too_large")
        self._check_catalogue()
        check_rows(self.rows)
        self._check_marks()
        self._check_archive()

    def _check_catalogue(self) -> None:
        try:
            if self.catalogue:
                Edition.parse(self.catalogue)
        except ValueError:
            raise ContributionInvalid("catalogue") from None

    def _check_marks(self) -> None:
        if not set(self.rows.subjects).issuperset(self.marks.subjects):
            raise ContributionInvalid("pseudonym")
        if reason := of_marks.fault_in(self.marks):
            raise ContributionInvalid(reason)

    def _check_archive(self) -> None:
        if summed(self.archive) != self.archive:
            raise ContributionInvalid("order")
        for position, count in enumerate(self.archive):
            if reason := fault_in(count, self.period):
                raise ContributionInvalid(reason, position=position)

    def to_bytes(self) -> bytes:
        """Return the canonical bytes: equal contributions give equal bytes, and the other way round."""
        edition = {"catalogue": self.catalogue} if self.catalogue else {}
        return _canonical(
            {
                **edition,
                "format": FORMAT,
                "version": VERSION,
                "team": self.team,
                "contributor": self.contributor,
                "role": self.role,
                "period": str(self.period),
                "reference_date": self.reference_date.isoformat(),
                "made_at": self.made_at.astimezone(UTC).strftime(_MOMENT),
                "rows": self.rows.as_data(),
                "marks": self.marks.as_data(),
                "archive": [[c.what, c.indicator, dict(c.codes), c.amount] for c in self.archive],
            }
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> "Contribution":
        """Read what `to_bytes` wrote and nothing else; raises ContributionInvalid with the reason.

        Unknown keys, unknown codes, other spellings of the same content, oversize and every kind of
        damage are refused.
        """
        if len(content) > MAX_BYTES:
            raise ContributionInvalid("too_large")
        raw = _parsed(content)
        try:
            found = cls(**_fields(raw))
        except (KeyError, TypeError, ValueError, AttributeError, InvalidInput) as error:
            raise ContributionInvalid("unreadable") from error
        if found.to_bytes() != content:
            raise ContributionInvalid("not_canonical")
        return found

    @classmethod
    def from_checked_bytes(cls, content: bytes) -> "Contribution":
        """Read bytes that `from_bytes` read before and that are known to be the same; nothing is checked again."""
        found = object.__new__(cls)
        for name, value in _fields(_parsed(content)).items():
            object.__setattr__(found, name, value)
        return found


def _fields(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "team": raw["team"],
        "contributor": raw["contributor"],
        "role": raw["role"],
        "period": Period.parse(raw["period"]),
        "reference_date": date.fromisoformat(raw["reference_date"]),
        "made_at": datetime.strptime(raw["made_at"], _MOMENT).replace(tzinfo=UTC),
        "rows": Rows.from_data(raw["rows"]),
        "archive": tuple(_archived(entry) for entry in raw["archive"]),
        "marks": ManyMarks.from_data(raw["marks"]),
        "catalogue": raw.get("catalogue", ""),
    }


def _archived(entry: Any) -> ArchivedCount:
    what, indicator, codes, amount = entry
    return ArchivedCount(what, indicator, tuple(sorted(codes.items())), amount)


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        raw = json.loads(content.decode("ascii"), parse_constant=_no_constant, parse_float=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ContributionInvalid("unreadable") from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise ContributionInvalid("unreadable")
    if raw.get("version") != VERSION:
        raise ContributionInvalid("version")
    return raw


def _no_constant(_text: str) -> float:
    raise ValueError("only whole numbers")


def _canonical(data: object) -> bytes:
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")
