# SPDX-License-Identifier: EUPL-1.2
"""Opening the view of everything about one person for a request: gathered, put in words, grouped by subject."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.domain.dates import format_date
from casus.domain.names import display_name
from casus.errors import NotAllowed
from casus.services.checks import fetch
from casus.services.corrections.reading import Beside, besides_of
from casus.services.desk import Desk
from casus.services.overview.catalogue import TableSpec, catalogue
from casus.services.overview.gathering import Gathered, gather, target
from casus.services.overview.history import earlier_values, looks
from casus.services.overview.model import FieldView, ItemView, Overview, Piece, SectionView
from casus.services.overview.names import masker_for
from casus.services.overview.wording import Place, Wording
from casus.vault.closed import closed_cases
from casus.vault.tables import AccessRequest, Case, Draft, Person, Record, RequestMask


def open_overview(desk: Desk, request_id: str, language: str = "") -> Overview:
    """Return everything the vault holds about the person who asks, others masked; opening it is logged as a view.

    Raises NotFound, and NotAllowed("restricted", person_id=...) for a restricted dossier that was not opened with
    a reason (`break_glass.open_restricted`). `language` is that of the reader, the desk's when left out.
    GDPR article 15.
    """
    with desk.reading() as session:
        request = fetch(session, AccessRequest, request_id)
        person = fetch(session, Person, request.person_id)
        closed = select(Case.id).where(Case.person_id == person.id, Case.id.in_(closed_cases()))
        if session.scalar(closed.limit(1)) is not None:
            raise NotAllowed("restricted", person_id=person.id)
    with desk.changing(label="log_view") as session:
        desk.vault.log(session, "viewed", "access_requests", request_id)
        desk.vault.log(session, "viewed", "persons", person.id)
    with desk.reading() as session:
        return _assemble(session, language or desk.language, request, person)


def _assemble(session: Session, language: str, request: AccessRequest, person: Person) -> Overview:
    found = gather(session, person.id)
    wording = Wording(
        session, language, person.id, masker_for(session, found), decisions_of(session, request.id)
    )
    groups = _grouped(found, wording)
    groups["history"] = list(earlier_values(session, found, wording))
    groups["log"] += looks(session, found, wording)
    groups["article15"] = list(_article15(found, wording, groups))
    labels = codelist("overview_group")
    besides = besides_of(session, person.id)
    for group, items in groups.items():
        groups[group] = [_with_view(item, besides, wording) for item in items]
    sections = tuple(
        SectionView(group, labels.label(group, language), tuple(groups[group]))
        for group in labels.values
        if groups.get(group)
    )
    name = display_name(person.surname, person.prefix or "", person.given_name, order="natural")
    ended = request.sent_on is not None or request.withdrawn_on is not None
    return Overview(request.id, person.id, name, sections, _drafts(session, found), ended)


def decisions_of(session: Session, request_id: str) -> Mapping[Place, list[RequestMask]]:
    """Return what was decided by hand for a request, by the field it is about."""
    decided: dict[Place, list[RequestMask]] = defaultdict(list)
    wanted = select(RequestMask).where(RequestMask.request_id == request_id)
    for mask in session.scalars(wanted.order_by(RequestMask.created_at, RequestMask.id)):
        decided[mask.record_kind, mask.record_id, mask.field].append(mask)
    return decided


def _grouped(found: Gathered, wording: Wording) -> dict[str, list[ItemView]]:
    """Return the records by subject, newest first, each with what belongs under it."""
    groups: dict[str, list[ItemView]] = defaultdict(list)
    under: dict[tuple[str, str], list[tuple[TableSpec, Record]]] = defaultdict(list)
    tops: dict[str, list[tuple[TableSpec, Record]]] = defaultdict(list)
    for kind, records in found.records.items():
        spec = catalogue().tables[kind]
        for record in records.values():
            above = _above(spec, record, found)
            (under[above] if above else tops[spec.group]).append((spec, record))
    for group, pairs in tops.items():
        for spec, record in _newest_first(pairs):
            groups[group] += _with_parts(spec, record, under, wording, 0)
    for kind, column, record in found.mentions:
        groups["identity"].append(_mention(kind, column, record, wording))
    return groups


def _above(spec: TableSpec, record: Record, found: Gathered) -> tuple[str, str] | None:
    """Return the record of the same subject under which this one stands."""
    if not spec.by or spec.by == ("id",):
        return None
    kind, value = target(spec.kind, spec.by[0]), getattr(record, spec.by[0])
    known = catalogue().tables.get(kind)
    same = known is not None and known.group == spec.group
    return (kind, value) if same and value in found.ids(kind) else None


def _with_parts(
    spec: TableSpec,
    record: Record,
    under: Mapping[tuple[str, str], list[tuple[TableSpec, Record]]],
    wording: Wording,
    depth: int,
) -> Iterator[ItemView]:
    yield _item(spec, record, wording, depth)
    for part, one in _newest_first(under.get((spec.kind, record.id), [])):
        yield from _with_parts(part, one, under, wording, depth + 1)


def _newest_first(pairs: Iterable[tuple[TableSpec, Record]]) -> list[tuple[TableSpec, Record]]:
    order = {kind: place for place, kind in enumerate(catalogue().tables)}

    def key(pair: tuple[TableSpec, Record]) -> tuple[int, int, str]:
        spec, record = pair
        day = _day(spec, record)
        return -(day.toordinal() if day else 0), order[spec.kind], record.id

    return sorted(pairs, key=key)


def _day(spec: TableSpec, record: Record) -> date | None:
    value: Any = getattr(record, spec.day) if spec.day else None
    return value.astimezone().date() if isinstance(value, datetime) else value


def _item(spec: TableSpec, record: Record, wording: Wording, depth: int) -> ItemView:
    views = (wording.view(spec.kind, record.id, one, getattr(record, one.name)) for one in spec.fields)
    day = _day(spec, record)
    words = codelist("record_kind").label(spec.kind, wording.language)
    title = f"{words} · {format_date(day, wording.language, 'long')}" if day else words
    return ItemView(spec.kind, record.id, title, tuple(view for view in views if view), day, depth)


def _with_view(
    item: ItemView, besides: Mapping[tuple[str, str], tuple[Beside, ...]], wording: Wording
) -> ItemView:
    """Return a record with what the person said of it beside its own words (GDPR article 16)."""
    said = [one for one in besides.get((item.kind, item.record_id), ()) if one.decision == "statement"]
    words = wording.word("own_view")
    views = [
        wording.text("corrections", one.correction_id, "statement", words, one.statement) for one in said
    ]
    return replace(item, fields=(*item.fields, *views)) if views else item


def _mention(kind: str, column: str, record: Record, wording: Wording) -> ItemView:
    spec = next(one for one in catalogue().tables[kind].fields if one.name == column)
    words = codelist("record_kind").label(kind, wording.language)
    view = FieldView(column, wording.word("mentioned"), (Piece(spec.label(wording.language)),))
    return ItemView(kind, record.id, words, (view,))


def _article15(found: Gathered, wording: Wording, groups: Mapping[str, list[ItemView]]) -> Iterator[ItemView]:
    """Yield what article 15(1) and (2) ask to tell, filled in from the dossier."""
    language = wording.language
    cases = [one for one in found.records["cases"].values() if isinstance(one, Case)]
    group_label, nothing = codelist("overview_group").label, wording.word("nobody")
    told = {
        "purposes": _list(codelist("approach").label(one.approach, language) for one in cases),
        "basis": _list(codelist("legal_basis").label(one.legal_basis, language) for one in cases),
        "categories": _list(group_label(group, language).lower() for group in groups if groups[group]),
        "recipients": _list(_shown(wording, found, "data_sharings", "recipient")),
        "term": _list(
            format_date(one.retain_until, language, "long") if one.retain_until else wording.word("not_set")
            for one in cases
        ),
        "source": _list(
            [
                *(wording.name("partner", one.referring_partner_id or "") for one in cases),
                *_shown(wording, found, "contacts", "information_source"),
            ]
        ),
    }
    fields = []
    for key, words in catalogue().article15.items():
        text = words["en_text" if language == "en" else "nl_text"].format(told.get(key) or nothing)
        fields.append(FieldView(key, words["en" if language == "en" else "nl"], (Piece(text),)))
    yield ItemView("article15", "", "", tuple(fields))


def _shown(wording: Wording, found: Gathered, kind: str, column: str) -> list[str]:
    """Return what a text column shows over all records, others masked."""
    values = (getattr(one, column) for one in found.records[kind].values())
    return [wording.text(kind, "", column, "", str(value)).words for value in values if value]


def _list(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word))


def _drafts(session: Session, found: Gathered) -> int:
    """Return how many drafts are about this person; their key holds the id of what they are about."""
    ids = {one for _kind, one in found.pairs()}
    keys = session.scalars(select(Draft.key))
    return sum(any(part in ids for part in key.split(":")) for key in keys)
