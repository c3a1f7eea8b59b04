# SPDX-License-Identifier: EUPL-1.2
"""A disputed field gets another value, through the very checks the form of that record has.

Nothing is written past those: a birth date that lies in the future, a report that may not be empty, a source
that must be named are refused here as they are there, at the field "value".
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from casus.domain.names import fold, sort_key
from casus.domain.phases import check_reason
from casus.errors import InvalidForm, InvalidInput
from casus.services import cases, persons
from casus.services.checks import FormCheck, renamed
from casus.services.contact_changes import apply_contact
from casus.services.contact_form import clean_contact
from casus.services.contacts import touch_cases
from casus.services.corrections.fields import (
    FIELDS,
    LINE,
    after_erasing,
    erased_words,
    python_value,
)
from casus.services.desk import Desk
from casus.services.guarded import follow_birth_date
from casus.services.indexing import PERSONS, reindex
from casus.services.inputs import Attendee, CaseInput, ContactInput, PersonInput, PrisonVisitInput
from casus.vault.row_digest import layout_of
from casus.vault.tables import (
    AttachmentChunk,
    Case,
    Contact,
    ContactAttendee,
    FieldChange,
    Person,
    PersonAlias,
    Record,
    Task,
)

_Way = Callable[[Session, Desk, Any, Mapping[str, Any]], None]
Erased = list[tuple[str, str, tuple[str, ...]]]
"""Kind, id and fields of which the history must go."""
_FOLLOWS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("person_aliases", "name"): ("folded",),
    **{("persons", name): ("sort_key",) for name in ("given_name", "call_name", "prefix", "surname")},
}
_CONTENT = ("report", "place", "at_time", "duration_minutes", "information_source", "legal_basis")
"""What a contact says; that it took place, when, of what kind and whether it reached the person is counted."""
_REASONS = frozenset({("proportionality_reviews", "reasoning"), ("phase_changes", "reason")})


def change(session: Session, desk: Desk, record: Record, field: str, text: str | None) -> None:
    """Give a field another value, typed as a form would; what follows from it follows.

    Raises InvalidForm with every complaint about this field at "value".
    """
    kind = layout_of(type(record)).kind
    value = python_value(FIELDS[kind][field], text)
    way = _WAYS.get(kind, _plain)
    wrong = _complaints(way, session, desk, record, {field: value})
    fields = {error.field for error in wrong}
    if wrong and (field in fields or not fields <= _known_complaints(way, session, desk, record)):
        raise InvalidForm(tuple(_at_value(error, field) for error in wrong))
    column = layout_of(type(record)).table.c[field]
    if wrong and value is None and not column.nullable:
        raise InvalidForm((InvalidInput("value", "required"),))
    if wrong:  # what was wrong with the rest of the record already is no reason to keep this as it is
        setattr(record, layout_of(type(record)).by_name[field].attribute, value)
        _follow(session, record)
    session.flush()


def erase_field(session: Session, desk: Desk, record: Record, field: str) -> Erased:
    """Empty a field, or let it say that it was erased; return of what the history must go."""
    kind = layout_of(type(record)).kind
    change(session, desk, record, field, after_erasing(desk, kind, record, field))
    return history_of(record, field)


def history_of(record: Record, field: str) -> Erased:
    """Return of what the history must go with a field: itself, and what follows from it."""
    kind = layout_of(type(record)).kind
    return [(kind, record.id, (field, *_FOLLOWS.get((kind, field), ())))]


def erase_whole(session: Session, desk: Desk, record: Record) -> Erased:
    """Take all that a record says; return of what the history must go.

    A contact stays as a stub, for the counts; another name goes, a document goes with its content.
    """
    kind = layout_of(type(record)).kind
    if isinstance(record, Contact):
        return _empty_contact(session, desk, record)
    if isinstance(record, Task):
        record.title, record.note, record.owner = erased_words(desk), None, None
        return [(kind, record.id, ("title", "note", "owner"))]
    fields = tuple(column.name for column in layout_of(type(record)).columns)
    session.delete(record)
    session.flush()
    if isinstance(record, PersonAlias):
        reindex(session, PERSONS, [record.person_id])
    session.execute(delete(AttachmentChunk).where(AttachmentChunk.attachment_id == record.id))
    return [(kind, record.id, fields)]


def _complaints(
    way: _Way, session: Session, desk: Desk, record: Record, values: Mapping[str, Any]
) -> tuple[InvalidInput, ...]:
    """Change a record by the rules of its form; return what they refuse, and then nothing was changed."""
    try:
        way(session, desk, record, values)
    except InvalidForm as form:
        return form.errors
    return ()


def _known_complaints(way: _Way, session: Session, desk: Desk, record: Record) -> set[str]:
    """Return the fields its form would refuse of a record as it stands (it was imported, or rules changed)."""
    return {error.field for error in _complaints(way, session, desk, record, {})}


def _follow(session: Session, record: Record) -> None:
    """Work out what follows from a field that was set by itself."""
    if isinstance(record, Person):
        record.sort_key = sort_key(
            record.surname, record.prefix or "", record.given_name or record.call_name or ""
        )
        follow_birth_date(session, record)
        session.flush()
        reindex(session, PERSONS, [record.id])
    elif isinstance(record, Contact):
        touch_cases(session, record.person_id, record.case_id)


def _at_value(error: InvalidInput, field: str) -> InvalidInput:
    return renamed(error, "value") if error.field == field else error


def _empty_contact(session: Session, desk: Desk, contact: Contact) -> Erased:
    gone: Erased = [("contacts", contact.id, _CONTENT)]
    fields = tuple(column.name for column in layout_of(ContactAttendee).columns)
    gone += [("contact_attendees", one, fields) for one in _ever_there(session, contact.id)]
    emptied: dict[str, Any] = dict.fromkeys(_CONTENT)
    emptied["report"] = after_erasing(desk, "contacts", contact, "report")
    emptied |= {"information_kind": "fact", "attendees": ()}
    _contact(session, desk, contact, emptied)
    session.flush()
    return gone


def _ever_there(session: Session, contact_id: str) -> list[str]:
    """Return ids of the attendees of a contact, those that a correction replaced included."""
    now = session.scalars(select(ContactAttendee.id).where(ContactAttendee.contact_id == contact_id))
    gone = select(FieldChange.record_id).where(
        FieldChange.kind == "contact_attendees",
        FieldChange.field == "contact_id",
        FieldChange.old == contact_id,
    )
    return [*now, *session.scalars(gone.distinct())]


# --- each kind by the rules of its form ------------------------------------------------------------


def _person(session: Session, desk: Desk, record: Any, values: Mapping[str, Any]) -> None:
    assert isinstance(record, Person)
    aliases = session.scalars(select(PersonAlias.name).where(PersonAlias.person_id == record.id))
    now = {name: getattr(record, name) for name in PersonInput.__dataclass_fields__ if name != "aliases"} | {
        "aliases": tuple(aliases)
    }
    data = PersonInput(**{**now, **values, **_needed(values, ("given_name", "surname"))})
    persons.apply_person(session, desk, record, data)


def _case(session: Session, desk: Desk, record: Any, values: Mapping[str, Any]) -> None:
    assert isinstance(record, Case)
    if "closure_note" in values:
        check = FormCheck()
        note = check.text("closure_note", values["closure_note"])
        check.explained("closure_note", "closure_reason", record.closure_reason, note)
        check.finish()
        record.closure_note = note
        return
    now = {name: getattr(record, name) for name in CaseInput.__dataclass_fields__}
    data = CaseInput(**{**now, "inclusion_reasons": tuple(record.inclusion_reasons), **values})
    for name, value in cases.clean_case(session, desk, data).items():
        setattr(record, name, value)


def _contact(session: Session, desk: Desk, record: Any, values: Mapping[str, Any]) -> None:
    assert isinstance(record, Contact)
    wanted = select(ContactAttendee).where(ContactAttendee.contact_id == record.id)
    there = tuple(Attendee(one.person_id, one.partner_id, one.name) for one in session.scalars(wanted))
    names = set(ContactInput.__dataclass_fields__) & set(Contact.__table__.columns.keys())
    now = {name: getattr(record, name) for name in names} | {"attendees": there}
    data = ContactInput(**{**now, **values})
    if record.facility_id:
        prison = {name: getattr(data, name) for name in ContactInput.__dataclass_fields__}
        data = PrisonVisitInput(
            **prison,
            facility_id=record.facility_id,
            consulting_session_id=record.consulting_session_id,
        )
    clean = clean_contact(session, desk, record.kind, data)
    apply_contact(session, record, clean)


def _plain(_session: Session, _desk: Desk, record: Any, values: Mapping[str, Any]) -> None:
    """Set texts, lines and codes by the checks every form has for them."""
    layout, check = layout_of(type(record)), FormCheck()
    for name, value in values.items():
        spec = FIELDS[layout.kind][name]
        required = not layout.table.c[name].nullable
        if spec.code_list:
            made: str | None = check.code(name, spec.code_list, value)
        elif spec.kind == LINE:
            made = check.needed_line(name, value) if required else check.line(name, value)
        else:
            made = check.needed_text(name, value) if required else check.text(name, value)
        if (layout.kind, name) in _REASONS and made:
            _long_enough(check, name, made)
        check.finish()
        setattr(record, layout.by_name[name].attribute, made)


def _alias(session: Session, desk: Desk, record: Any, values: Mapping[str, Any]) -> None:
    assert isinstance(record, PersonAlias)
    _plain(session, desk, record, values)
    record.folded = fold(record.name)
    session.flush()
    reindex(session, PERSONS, [record.person_id])


def _long_enough(check: FormCheck, name: str, words: str) -> None:
    check.rule(lambda: check_reason(name, words))


def _needed(values: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    """Return "" for what the form hands over as a text that is empty."""
    return {name: values[name] or "" for name in names if name in values}


_WAYS: Mapping[str, _Way] = {
    "persons": _person,
    "person_aliases": _alias,
    "cases": _case,
    "contacts": _contact,
}
