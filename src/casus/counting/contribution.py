# SPDX-License-Identifier: EUPL-1.2
"""What a worker hands over for counting: coded, pseudonymous rows, and their one canonical form in bytes.

A row holds codes of the catalogue, a month instead of a day, an age group instead of a birth date. It has no
field that could hold a name, a text or an id of the vault: every value is checked against a code list or is
a keyed pseudonym, both when a row is made and when bytes are read. The sealed file that will carry a
contribution between machines carries exactly these bytes.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from casus.counting.archive import ArchivedCount, fault_in, summed
from casus.domain import codelists
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.errors import ContributionInvalid, InvalidInput

FORMAT, VERSION = "casus-contribution", 1
MAX_BYTES = 64 * 1024 * 1024
MAX_ROWS = 400_000
MAX_AMOUNT = 100_000

_PSEUDONYM = re.compile(r"[0-9a-f]{32}")
_MONTH = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])")
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_MONTHS = "month"  # in place of the name of a code list
_OPEN_ENDED = {"running_state": frozenset({"open", "ended"})}


@dataclass(frozen=True)
class Kind:
    """What a kind of row holds: its codes with the list each comes from, and whether it is about a person."""

    codes: Mapping[str, str]
    subject: bool = True
    optional: frozenset[str] = frozenset()


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "person": Kind({"age_group": "age_group", "district": "district", "role": "person_role"}),
        "case": Kind({"approach": "approach", "phase": "phase", "state": "running_state", "opened": _MONTHS}),
        "contact": Kind(
            {"kind": "contact_kind", "month": _MONTHS, "reached": "reached", "country": "country"},
            optional=frozenset({"country"}),
        ),
        "programme": Kind({"kind": "programme_kind", "started": _MONTHS, "status": "programme_status"}),
        "detention": Kind({"country": "country", "entered": _MONTHS}),
        "condition": Kind({"condition": "basic_condition", "status": "condition_status", "month": _MONTHS}),
        "vog": Kind({"status": "vog_status", "month": _MONTHS}),
        "family": Kind({"district": "district"}, subject=False),
        "family_member": Kind({}),
        "consulting_hour": Kind({"country": "country", "month": _MONTHS}, subject=False),
        "consulting_conversations": Kind({"country": "country", "month": _MONTHS}, subject=False),
    }
)
"""Every kind of row. What is not needed for an indicator of the catalogue is not in here."""


@dataclass(frozen=True)
class Row:
    """One coded row; `subject` and `record` are keyed pseudonyms, `amount` how many it stands for."""

    kind: str
    subject: str | None
    record: str
    codes: tuple[tuple[str, str], ...]
    amount: int = 1

    @classmethod
    def of(
        cls, kind: str, subject: str | None, record: str, amount: int = 1, /, **codes: str | None
    ) -> "Row":
        """Return a row with these codes, those that are None left out."""
        given = tuple(sorted((key, code) for key, code in codes.items() if code is not None))
        return cls(kind, subject, record, given, amount)

    def __getitem__(self, key: str) -> str:
        """Return a code; KeyError when the row has none under this key."""
        code = self.get(key)
        if code is None:
            raise KeyError(key)
        return code

    def get(self, key: str) -> str | None:
        """Return a code, None when the row has none under this key."""
        for name, code in self.codes:
            if name == key:
                return code
        return None


@dataclass(frozen=True)
class Contribution:
    """All rows of one vault for one period; raises ContributionInvalid when anything in it is not coded.

    `contributor` is a pseudonym of the vault, `role` a code of list worker_role. `rows` are sorted and
    unique, so that their order tells nothing. `archive`: anonymous counts of dossiers that were destroyed.
    """

    contributor: str
    role: str
    period: Period
    reference_date: date
    made_at: datetime
    rows: tuple[Row, ...] = field(repr=False)
    archive: tuple[ArchivedCount, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not _PSEUDONYM.fullmatch(self.contributor) or self.role not in codelist("worker_role"):
            raise ContributionInvalid("contributor")
        if self.reference_date < self.period.first:
            raise ContributionInvalid("reference_date")
        if self.made_at.tzinfo is None or self.made_at.microsecond:
            raise ContributionInvalid("made_at")
        if len(self.rows) > MAX_ROWS:
            raise ContributionInvalid("too_large")
        for position, row in enumerate(self.rows):
            _check_row(row, position)
        if any(first >= second for first, second in pairwise(map(_order, self.rows))):
            raise ContributionInvalid("order")
        self._check_archive()

    def _check_archive(self) -> None:
        if summed(self.archive) != self.archive:
            raise ContributionInvalid("order")
        for position, count in enumerate(self.archive):
            if reason := fault_in(count, self.period):
                raise ContributionInvalid(reason, position=position)

    def to_bytes(self) -> bytes:
        """Return the canonical bytes: equal contributions give equal bytes, and the other way round."""
        archive = [[c.what, c.indicator, dict(c.codes), c.amount] for c in self.archive]
        return _canonical(
            {
                "format": FORMAT,
                "version": VERSION,
                "contributor": self.contributor,
                "role": self.role,
                "period": str(self.period),
                "reference_date": self.reference_date.isoformat(),
                "made_at": self.made_at.astimezone(UTC).strftime(_MOMENT),
                "rows": [[r.kind, r.subject, r.record, dict(r.codes), r.amount] for r in self.rows],
            }
            | ({"archive": archive} if archive else {})
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
            found = cls(
                contributor=raw["contributor"],
                role=raw["role"],
                period=Period.parse(raw["period"]),
                reference_date=date.fromisoformat(raw["reference_date"]),
                made_at=datetime.strptime(raw["made_at"], _MOMENT).replace(tzinfo=UTC),
                rows=tuple(_row(entry) for entry in raw["rows"]),
                archive=tuple(_archived(entry) for entry in raw.get("archive", ())),
            )
        except (KeyError, TypeError, ValueError, AttributeError, InvalidInput) as error:
            raise ContributionInvalid("unreadable") from error
        if found.to_bytes() != content:
            raise ContributionInvalid("not_canonical")
        return found


def sorted_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows in canonical order, equal ones once."""
    return tuple(sorted(set(rows), key=_order))


def _order(row: Row) -> tuple[str, str, str, tuple[tuple[str, str], ...], int]:
    return row.kind, row.subject or "", row.record, row.codes, row.amount


def _check_row(row: Row, position: int) -> None:
    if reason := _fault_in_codes(row.kind, row.codes, codelists.state()):
        raise ContributionInvalid(reason, position=position)
    about_someone = KINDS[row.kind].subject
    if about_someone is (row.subject is None):
        raise ContributionInvalid("pseudonym", position=position)
    if not all(_PSEUDONYM.fullmatch(name) for name in (row.record, row.subject) if name is not None):
        raise ContributionInvalid("pseudonym", position=position)
    if type(row.amount) is not int or not 1 <= row.amount <= MAX_AMOUNT:
        raise ContributionInvalid("amount", position=position)


@lru_cache(maxsize=50_000)
def _fault_in_codes(name: str, codes: tuple[tuple[str, str], ...], _lists: int) -> str | None:
    """Return what is wrong with the codes of a kind of row; the same few combinations come back all the time."""
    kind = KINDS.get(name)
    if kind is None:
        return "unknown_kind"
    given = dict(codes)
    if len(given) != len(codes) or not given.keys() <= kind.codes.keys():
        return "unknown_key"
    if not kind.codes.keys() - kind.optional <= given.keys():
        return "missing_key"
    return None if all(_listed(kind.codes[key], code) for key, code in given.items()) else "unknown_code"


def _listed(name: str, code: str) -> bool:
    if name == _MONTHS:
        return bool(_MONTH.fullmatch(code))
    return code in _OPEN_ENDED[name] if name in _OPEN_ENDED else code in codelist(name)


def _row(entry: Any) -> Row:
    kind, subject, record, codes, amount = entry
    return Row(kind, subject, record, tuple(sorted(codes.items())), amount)


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
