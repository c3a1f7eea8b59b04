# SPDX-License-Identifier: EUPL-1.2
"""Everything about one person: every table and column, nobody else's name, and what a worker decides by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from tests.helpers.builders import a_case, a_home_visit, a_person

from casus.domain.codelists import codelist
from casus.errors import InvalidForm, NotAllowed, NotFound
from casus.services import break_glass, contact_changes, families, overview, persons, requests, tasks
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput, Attendee, FamilyInput, MemberInput, TaskInput
from casus.services.overview import FieldView, MaskInput, Overview
from casus.services.overview.catalogue import catalogue
from casus.services.overview.gathering import target
from casus.vault.row_digest import class_of, layout_of, record_classes
from casus.vault.tables import AuditEntry, Base, RequestMask, Worker

TODAY = date(2023, 11, 1)
REPORT = "Moeder Fatima El Amrani belt 06-12345678 over Younes. Zij woont aan de Kanaalstraat 12 bij Rachid."


def all_fields(found: Overview, kind: str, name: str) -> Iterator[FieldView]:
    for section in found.sections:
        for item in section.items:
            if item.kind == kind:
                yield from (one for one in item.fields if one.name == name)


def words_of(found: Overview) -> str:
    return "\n".join(
        f"{item.title} {one.label} {one.words}"
        for section in found.sections
        for item in section.items
        for one in item.fields
    )


def test_every_table_and_column_is_shown_or_left_out_for_a_reason() -> None:
    shown, excluded, never = catalogue().tables, catalogue().excluded, catalogue().never
    for record_class in record_classes():
        layout = layout_of(record_class)
        if layout.kind in excluded:
            pointing = [
                key for key in layout.table.foreign_keys if key.column.table.name in ("persons", "cases")
            ]
            assert not pointing, f"{layout.kind} points at a person"
            continue
        spec = shown.get(layout.kind)
        assert spec is not None, (
            f"{layout.kind} is neither shown nor left out: resources/catalogue/overview.toml"
        )
        columns = {column.name for column in layout.columns} - never.keys()
        assert columns == {one.name for one in spec.fields} | spec.hidden.keys(), layout.kind
        assert spec.by or spec.through, layout.kind
        found_before = list(shown)[: list(shown).index(layout.kind)]
        for column in spec.by:
            assert column == "id" or target(layout.kind, column) in found_before, (layout.kind, column)
        for one in spec.fields:
            if one.how in ("code", "codes"):
                assert codelist(one.code_list)
        pointing = {
            key.parent.name for key in layout.table.foreign_keys if key.column.table.name == "persons"
        }
        by_person = {column for column in spec.by if column != "id"} | set(spec.mentions)
        assert pointing <= by_person | {"id"}, (
            f"{layout.kind}: {pointing - by_person} may point at the person"
        )
        assert spec.group in codelist("overview_group").values
    assert all(class_of(kind) is not None for kind in (*shown, *excluded))
    others = {"attachment_chunks", "audit_entries", "change_batches", "drafts", "field_changes", "settings"}
    rest = {table.name for table in Base.metadata.tables.values()} - shown.keys() - excluded.keys()
    assert others <= rest
    for name in rest - others:
        keys = Base.metadata.tables[name].foreign_keys
        assert not [key for key in keys if key.column.table.name in ("persons", "cases")], name


def a_dossier(desk: Desk) -> tuple[str, str, str]:
    """A person with a mother and a brother in the family, a visit and a task; ids of request, contact and mother."""
    person = a_person(desk)
    mother = a_person(
        desk,
        given_name="Fatima",
        telephone="06-12345678",
        street="Kanaalstraat",
        house_number="12",
        role="family_member",
    )
    a_person(desk, given_name="Sjoerd", surname="Hoekstra", aliases=("Rachid",))
    case = a_case(desk, person)
    family = families.register_family(desk, FamilyInput("Gezin El Amrani", TODAY)).value
    for one, relation in ((person, "child"), (mother, "parent")):
        families.add_member(desk, MemberInput(family.id, one.id, relation, TODAY))
    there = (Attendee(person_id=mother.id), Attendee(name="Tante Yasmina"))
    visit = a_home_visit(desk, case, report=REPORT, attendees=there)
    tasks.add_task(desk, TaskInput("Bel Sjoerd Hoekstra en Yasmina", case_id=case.id))
    asked = AccessRequestInput(person.id, "access", TODAY, statement="Wat staat er over mij?")
    return requests.receive_access_request(desk, asked).value.id, visit.id, mother.id


def test_others_are_masked_everywhere_and_what_is_ones_own_stays(desk: Desk) -> None:
    request_id, contact_id, _mother = a_dossier(desk)
    found = overview.open_overview(desk, request_id)
    words = words_of(found)
    for name in ("Fatima", "Sjoerd", "Hoekstra", "Rachid", "Yasmina", "12345678", "Kanaalstraat"):
        assert name not in words, name
    with desk.reading() as session:
        for name in session.scalars(select(Worker.name)):
            assert name not in words
    (report,) = all_fields(found, "contacts", "report")
    assert report.words == (
        "Moeder [naam van een ander] belt [nummer of e-mail van een ander] over Younes. Zij woont aan de "
        "[adres van een ander] bij [naam van een ander]."
    )
    (summary,) = [item for item in found.sections[0].items if item.kind == "article15"]
    assert {one.name for one in summary.fields} == set(catalogue().article15)
    assert [view.words for view in all_fields(found, "persons", "surname")] == ["El Amrani"]
    with desk.reading() as session:
        viewed = select(AuditEntry.kind).where(
            AuditEntry.action == "viewed", AuditEntry.record_id == request_id
        )
        assert session.scalars(viewed).all() == ["access_requests"]
    contact_changes.delete_contact(desk, contact_id, 1)
    gone = overview.open_overview(desk, request_id)
    assert not list(all_fields(gone, "contacts", "report"))
    (earlier,) = [
        one
        for one in (
            field for s in gone.sections for i in s.items if i.kind == "field_changes" for field in i.fields
        )
        if one.name.endswith(".report")
    ]
    assert earlier.words == report.words


def test_a_worker_hides_shows_and_leaves_out_by_hand(desk: Desk) -> None:
    request_id, contact_id, _mother = a_dossier(desk)
    about = MaskInput(request_id, "contacts", contact_id, "report", "hide", "over Younes")

    def report() -> FieldView:
        (view,) = all_fields(overview.open_overview(desk, request_id), "contacts", "report")
        return view

    overview.mask_text(desk, about)
    assert "[afgeschermd: over een ander]. Zij" in report().words
    for wrong, rule in (
        (replace(about, passage="staat er niet"), {"passage": "not_in_text"}),
        (replace(about, act="show", passage="Rachid"), {"reason": "required"}),
        (replace(about, act="withhold"), {"ground": "required"}),
    ):
        with pytest.raises(InvalidForm) as caught:
            overview.mask_text(desk, wrong)
        assert {one.field: one.rule for one in caught.value.errors} == rule
    with pytest.raises(NotFound):
        overview.mask_text(desk, replace(about, record_id="0" * 32))
    show = replace(about, act="show", passage="Rachid", reason="Is zijn eigen bijnaam op straat.")
    overview.mask_text(desk, show)
    assert report().words.endswith("bij Rachid.")
    overview.mask_text(desk, replace(about, act="withhold", ground="offences"))
    assert report().words == f"[weggelaten: {codelist('withholding_ground').label('offences')}]"
    overview.mask_text(desk, replace(about, act="reset"))
    assert "over Younes" in report().words
    overview.mask_text(desk, about)
    with desk.changing() as session:
        contact = session.get(class_of("contacts"), contact_id)
        assert contact is not None
        contact.report = "Iets heel anders over iemand."
    assert report().words.startswith("[afgeschermd: deze tekst is gewijzigd")
    with desk.reading() as session:
        assert session.scalars(select(RequestMask.act)).all() == ["hide"]
        logged = select(AuditEntry.action).where(AuditEntry.kind == "request_masks")
        assert session.scalars(logged).all().count("created") == 4
    requests.withdraw_request(desk, request_id, requests.WithdrawalInput(TODAY))
    with pytest.raises(NotAllowed):
        overview.mask_text(desk, about)


def test_a_restricted_dossier_asks_its_reason_first(desk: Desk) -> None:
    request_id, _contact, _mother = a_dossier(desk)
    person_id = requests.get_request(desk, request_id).person_id
    version = persons.get_person(desk, person_id).version
    persons.set_restricted(desk, person_id, version, True, "Bedreigd; alleen wie het nodig heeft.")
    with pytest.raises(NotAllowed) as refused:
        overview.open_overview(desk, request_id)
    assert refused.value.rule == "restricted"
    break_glass.open_restricted(desk, person_id, "Betrokkene vraagt om inzage.")
    assert overview.open_overview(desk, request_id).person_id == person_id
