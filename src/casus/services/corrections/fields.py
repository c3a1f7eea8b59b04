# SPDX-License-Identifier: EUPL-1.2
"""Which fields of which records a person can dispute, and how each is read, compared and typed anew.

What follows from other fields (sort keys, last contact, phase, end of retention) is not here: it changes with
what it follows from. Neither are ids: whom a record is about is no fact to correct but another record.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from casus.crypto.keys import mac
from casus.domain.codelists import codelist
from casus.domain.dates import parse_time
from casus.domain.text import clean_line, clean_text
from casus.errors import InvalidInput, NotFound
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.vault.history import stored_row
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import Case, Contact, Record

TEXT, LINE, DAY, TIME, CODE = "text", "line", "day", "time", "code"
STUB, EMPTY, NEVER = "stub", "empty", "never"
PARTS = {"assessment_id": "assessments", "plan_id": "action_plans", "goal_id": "goals"}
"""What a record is part of that names no person or case itself, by the column that says so."""
_LABEL = b"corrections"
_BOOKKEEPING = frozenset({"version", "changed_at"})


@dataclass(frozen=True)
class FieldSpec:
    """A field that can be disputed: what kind of value it holds, and what stands there once it is erased.

    `erased` is STUB (words that say so), EMPTY, or NEVER: the record cannot be without; then it is corrected, or
    the whole record is erased.
    """

    kind: str = TEXT
    code_list: str = ""
    erased: str = STUB


def _text(*names: str) -> dict[str, FieldSpec]:
    return dict.fromkeys(names, FieldSpec())


def _line(*names: str) -> dict[str, FieldSpec]:
    return dict.fromkeys(names, FieldSpec(LINE, erased=EMPTY))


def _code(code_list: str) -> FieldSpec:
    return FieldSpec(CODE, code_list, NEVER)


FIELDS: Mapping[str, Mapping[str, FieldSpec]] = MappingProxyType(
    {
        "persons": {
            **_line("given_name", "call_name", "prefix"),
            "surname": FieldSpec(LINE, erased=NEVER),
            "birth_date": FieldSpec(DAY, erased=EMPTY),
            **_line("telephone", "email", "street", "house_number", "postcode", "city"),
            "district": _code("district"),
            "language": _code("language"),
            "note": FieldSpec(erased=EMPTY),
        },
        "person_aliases": {"name": FieldSpec(LINE, erased=NEVER)},
        "cases": {
            "legal_basis": _code("legal_basis"),
            **_text("inclusion_note", "proportionality"),
            "informed_on": FieldSpec(DAY, erased=NEVER),
            **_text("informed_note", "closure_note"),
        },
        "contacts": {
            "on": FieldSpec(DAY, erased=NEVER),
            "at_time": FieldSpec(TIME, erased=EMPTY),
            "reached": _code("reached"),
            **_text("report"),
            "information_kind": _code("information_kind"),
            **_line("information_source", "place"),
        },
        "assessments": _text("note"),
        "assessment_scores": {"score": _code("domain_score"), **_text("note"), **_line("source")},
        "proportionality_reviews": _text("reasoning"),
        "phase_changes": _text("reason"),
        "action_plans": _text("summary", "discussed_note", "evaluation"),
        "goals": {"title": FieldSpec(LINE), **_text("result")},
        "actions": {"title": FieldSpec(LINE), **_text("result")},
        "detentions": _text("note"),
        "programmes": _text("note", "stop_reason"),
        "vog_procedures": _text("note", "not_applied_reason"),
        "data_sharings": _text("what", "basis_note"),
        "tasks": {"title": FieldSpec(LINE), **_text("note")},
        "transfers": _text("note", "answer_note"),
        "attachments": {"title": FieldSpec(LINE)},
    }
)
"""By kind of record, in the order in which they are offered."""
WHOLE = ("person_aliases", "contacts", "tasks", "attachments")
"""Kinds of which a whole record can be erased; of a contact that it took place stays, for the counts."""


def spec_of(kind: str, field: str | None) -> FieldSpec | None:
    """Return the field; None for a whole record. Raises InvalidInput "not_disputable" for anything else."""
    if field is None and kind in WHOLE:
        return None
    found = FIELDS.get(kind, {}).get(field or "")
    if found is None:
        raise InvalidInput("field", "not_disputable")
    return found


def record_of(session: Session, kind: str, record_id: str) -> Record:
    """Return the disputed record; raises NotFound when it was destroyed, or never was."""
    record_class = class_of(kind)
    if record_class is None or kind not in FIELDS:
        raise NotFound(kind, record_id)
    return fetch(session, record_class, record_id)


def person_of(session: Session, record: Record) -> str | None:
    """Return whose record it is: the person's own, by the person or case it names, or by what it is part of."""
    if layout_of(type(record)).kind == "persons":
        return record.id
    for name, kind in (("person_id", ""), ("case_id", "cases"), *PARTS.items()):
        owner = getattr(record, name, None)
        if owner and not kind:
            return str(owner)
        if owner:
            found = session.get(class_of(kind) or Case, owner)
            return person_of(session, found) if found is not None else None
    return None


def of_person(kind: str, person_id: str) -> ColumnElement[bool]:
    """Return the clause that finds the records of a kind that are this person's, as `person_of` tells of one."""
    table = _table(kind)
    if kind == "persons":
        return table.c.id == person_id
    if "person_id" in table.c:
        return table.c.person_id == person_id
    column, whole = next(
        ((name, one) for name, one in PARTS.items() if name in table.c), ("case_id", "cases")
    )
    return table.c[column].in_(select(_table(whole).c.id).where(of_person(whole, person_id)))


def _table(kind: str) -> Table:
    record_class = class_of(kind)
    assert record_class is not None
    return layout_of(record_class).table


def value_of(record: Record, field: str | None) -> Any:
    """Return what stands in the field, stored in its plain form; of a whole record every field."""
    row = stored_row(record)
    if field is None:
        return {name: value for name, value in row.items() if name not in _BOOKKEEPING}
    return row.get(field)


def digest(desk: Desk, kind: str, field: str | None, value: Any) -> str:
    """Return a keyed digest of a value in its plain form: it can be compared, and tells nothing without the vault."""
    told = json.dumps([kind, field, value], sort_keys=True, separators=(",", ":"))
    return mac(desk.vault.subkey(_LABEL), told.encode("ascii")).hex()


def typed(spec: FieldSpec, text: str | None, name: str = "value") -> str | None:
    """Return what a form handed over for this field, fit to keep; None for nothing. Raises InvalidInput.

    A day comes as YYYY-MM-DD, a time as HH:MM, a code as itself.
    """
    if text is None or not text.strip():
        return None
    if spec.kind == TEXT:
        return clean_text(name, text)
    line = clean_line(name, text)
    if spec.kind == CODE:
        return codelist(spec.code_list).require(name, line)
    if spec.kind == TIME:
        return parse_time(line, field=name).strftime("%H:%M")
    if spec.kind == DAY:
        try:
            return date.fromisoformat(line).isoformat()
        except ValueError:
            raise InvalidInput(name, "date") from None
    return line


def python_value(spec: FieldSpec, text: str | None) -> Any:
    """Return the value the use cases take for a typed one."""
    return date.fromisoformat(text) if text and spec.kind == DAY else text


def erased_words(desk: Desk) -> str:
    """Return what stands where a text was erased, with the day."""
    day = desk.today()
    return f"{codelist('erased_mark').label('erased', desk.language)} {day.day}-{day.month}-{day.year}"


def after_erasing(desk: Desk, kind: str, record: Record, field: str) -> str | None:
    """Return what stands in a field once it is erased, typed as a form would."""
    spec = FIELDS[kind][field]
    if isinstance(record, Contact) and field == "report" and not record.report:
        return None
    return erased_words(desk) if spec.erased == STUB else None
