# SPDX-License-Identifier: EUPL-1.2
"""Putting stored values in words, with what is about others hidden and with what a worker decided by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.domain.dates import format_date, format_time, month_name
from casus.domain.masking import Masker
from casus.domain.names import display_name
from casus.services.lists import AnySelect
from casus.services.overview.catalogue import FieldSpec, catalogue
from casus.services.overview.model import CHANGED, HAND, SHOWN, WITHHELD, FieldView, Piece
from casus.vault.tables import Facility, Partner, Person, RequestMask, Worker

Place = tuple[str, str, str]
"""A field: kind, id, column."""
_NAMED: Mapping[str, AnySelect] = {
    "worker": select(Worker.id, Worker.role),
    "partner": select(Partner.id, Partner.name),
    "facility": select(Facility.id, Facility.name),
}


@dataclass
class Wording:
    """Knows what stands for ids, hides what is about others, and follows the decisions made by hand."""

    session: Session
    language: str
    person_id: str
    masker: Masker
    decisions: Mapping[Place, Sequence[RequestMask]]
    _names: dict[str, dict[str, str]] = field(default_factory=dict)

    def view(
        self, kind: str, record_id: str, spec: FieldSpec, value: Any, name: str = ""
    ) -> FieldView | None:
        """Return one field in words; None when it is empty. `name` is the column, unless it is an older value."""
        if value is None or value in ("", []):
            return None
        column = name or spec.name
        label = spec.label(self.language)
        if spec.how == "person":
            return FieldView(column, label, (self._person(str(value)),))
        if not spec.is_text:
            return FieldView(column, label, (Piece(self.words(spec, value)),))
        return self.text(kind, record_id, column, label, str(value))

    def text(self, kind: str, record_id: str, column: str, label: str, value: str) -> FieldView:
        """Return a text that was typed, in pieces."""
        decided = self.decisions.get((kind, record_id, column), ())
        return FieldView(column, label, tuple(self._pieces(value, decided)), is_text=True)

    def words(self, spec: FieldSpec, value: Any) -> str:
        """Return a value that nobody typed, in words."""
        how = spec.how
        if how == "code":
            return codelist(spec.code_list).label(str(value), self.language)
        if how == "codes":
            return ", ".join(codelist(spec.code_list).label(str(one), self.language) for one in value)
        if how == "flag":
            return self.word("yes" if value else "no")
        if how == "month" and isinstance(value, date):
            return f"{month_name(value.month, self.language)} {value.year}"
        if isinstance(value, datetime):
            local = value.astimezone()
            return f"{format_date(local.date(), self.language, 'long')} {format_time(local.time())}"
        if isinstance(value, date):
            return format_date(value, self.language, "long")
        if how in ("worker", "partner", "facility"):
            return self.name(how, str(value))
        return str(value)

    def word(self, key: str) -> str:
        """Return a fixed word of the view."""
        return catalogue().word(key, self.language)

    def role(self, worker_id: str) -> str:
        """Return what a colleague is; an actor that is none of them is the program itself."""
        return self._known("worker").get(worker_id) or self.word("program")

    def name(self, how: str, record_id: str) -> str:
        """Return what stands for a worker (their role), a partner or a facility (their name)."""
        return self._known(how).get(record_id, "")

    def _known(self, how: str) -> dict[str, str]:
        if how not in self._names:
            rows = self.session.execute(_NAMED[how]).all()
            labels = codelist("worker_role")
            self._names[how] = {
                row[0]: labels.label(row[1], self.language) if how == "worker" else row[1] for row in rows
            }
        return self._names[how]

    def _person(self, person_id: str) -> Piece:
        if person_id == self.person_id:
            return Piece(self.word("self"))
        other = self.session.get(Person, person_id)
        if other is None:
            return Piece(self.word("name"))
        full = display_name(other.surname, other.prefix or "", other.given_name, order="natural")
        return Piece(self.word("name"), "name", full)

    def _pieces(self, text: str, decided: Sequence[RequestMask]) -> Iterable[Piece]:
        withheld = next((one for one in decided if one.act == "withhold"), None)
        if withheld is not None:
            ground = codelist("withholding_ground").label(withheld.ground, self.language)
            yield Piece(self.word("withheld").format(ground), WITHHELD, text)
            return
        by_hand = [one.passage or "" for one in decided if one.act == "hide"]
        if any(
            not passage or passage not in text for passage in by_hand
        ):  # none: it was erased with the text
            yield Piece(self.word("changed"), CHANGED, text)
            return
        yield from self._marked(text, by_hand, {one.passage for one in decided if one.act == "show"})

    def _marked(self, text: str, by_hand: Sequence[str], shown: set[str | None]) -> Iterable[Piece]:
        found = [(one.start, one.end, str(one.kind)) for one in self.masker.find(text)]
        stretches = [one if text[one[0] : one[1]] not in shown else (one[0], one[1], SHOWN) for one in found]
        stretches += [(start, end, HAND) for passage in by_hand for start, end in _places(text, passage)]
        at = 0
        for start, end, mark in _apart(stretches):
            if start > at:
                yield Piece(text[at:start])
            words = text[start:end]
            yield Piece(words if mark == SHOWN else self.word(mark), mark, words)
            at = end
        if at < len(text):
            yield Piece(text[at:])


def _places(text: str, passage: str) -> Iterable[tuple[int, int]]:
    at = text.find(passage)
    while at >= 0:
        yield at, at + len(passage)
        at = text.find(passage, at + len(passage))


def _apart(stretches: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the stretches in order without overlap: what is hidden goes before what is shown, hand before program."""
    apart: list[tuple[int, int, str]] = []
    for start, end, mark in sorted(stretches, key=lambda one: (one[0], -one[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end, mark))
            continue
        first, last, before = apart[-1]
        kept = HAND if HAND in (mark, before) else (mark if before == SHOWN else before)
        apart[-1] = (first, max(last, end), kept)
    return apart
