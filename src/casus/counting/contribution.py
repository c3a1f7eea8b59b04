# SPDX-License-Identifier: EUPL-1.2
"""What a worker hands over for counting: coded, pseudonymous rows, and their one canonical form in bytes.

A row holds codes of the catalogue, a month instead of a day, an age group instead of a birth date. It has no
field that could hold a name, a text or an id of the vault: every value is checked against a code list or is
a keyed pseudonym, both when a row is made and when bytes are read. The sealed file that carries a contribution
between machines carries exactly these bytes. In them rows that have the same codes stand together, so that
what is the same a hundred times is written, read and checked once.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import groupby
from operator import lt
from typing import Any

from casus.counting import marks as of_marks
from casus.counting.archive import ArchivedCount, fault_in, summed
from casus.counting.marks import Marks
from casus.counting.rows import KINDS, Row, alike, check_rows, sorted_rows
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.errors import ContributionInvalid, InvalidInput

__all__ = ["KINDS", "Contribution", "Row", "sorted_rows"]

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
    anonymous counts of dossiers that were destroyed. `marks`: by what each person may be another's.
    """

    team: str
    contributor: str
    role: str
    period: Period
    reference_date: date
    made_at: datetime
    rows: tuple[Row, ...] = field(repr=False)
    archive: tuple[ArchivedCount, ...] = field(default=(), repr=False)
    marks: tuple[Marks, ...] = field(default=(), repr=False)

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
        check_rows(self.rows)
        self._check_marks()
        self._check_archive()

    def _check_marks(self) -> None:
        names = [marks.subject for marks in self.marks]
        if not all(map(lt, names, names[1:])):
            raise ContributionInvalid("order")
        if not {row.subject for row in self.rows}.issuperset(names):
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
        return _canonical(
            {
                "format": FORMAT,
                "version": VERSION,
                "team": self.team,
                "contributor": self.contributor,
                "role": self.role,
                "period": str(self.period),
                "reference_date": self.reference_date.isoformat(),
                "made_at": self.made_at.astimezone(UTC).strftime(_MOMENT),
                "rows": [
                    [kind, dict(codes), [[row.subject, row.record, row.amount] for row in rows]]
                    for (kind, codes), rows in groupby(self.rows, alike)
                ],
                "marks": [[one.subject, one.keys] for one in self.marks],
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
        "rows": tuple(row for group in raw["rows"] for row in _rows(group)),
        "archive": tuple(_archived(entry) for entry in raw["archive"]),
        "marks": tuple(_marks(entry) for entry in raw["marks"]),
    }


def _rows(group: Any) -> Iterator[Row]:
    kind, codes, entries = group
    given = tuple(sorted(codes.items()))
    if not all(type(code) is str for code in codes.values()):
        raise TypeError("codes are texts")
    return (Row(kind, subject, record, given, amount) for subject, record, amount in entries)


def _marks(entry: Any) -> Marks:
    subject, keys = entry
    return Marks(subject, {kind: tuple(found) for kind, found in keys.items()})


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
