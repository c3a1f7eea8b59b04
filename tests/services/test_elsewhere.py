# SPDX-License-Identifier: EUPL-1.2
"""A publication from elsewhere is typed in, stands in the book for ever, and counts in every later attack."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, text
from tests.helpers.contributions import PERIOD, a_contribution, case_row, person_row

from casus.counting.catalogue import load
from casus.errors import InvalidForm, InvalidInput, LedgerBroken, NotAllowed, ReleaseRefused
from casus.services import book, elsewhere, release_book, reporting
from casus.services.audit import AuditList, verify
from casus.services.desk import Desk
from casus.services.elsewhere import OTHER, ElsewhereInput
from casus.vault.tables import ReleasedFigure, ReleaseRow, Setting

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

AGES = {"total": 23, "age_12_15": 4, "age_18_20": None}
GIVEN = ElsewhereInput(
    title="Jeugdmonitor 2023, tabel 3", on=date(2023, 11, 1), indicator="top_x", period="2022-10..2023-10",
    cells=AGES, breakdown="age_group",
)  # fmt: skip


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator's desk."""
    return make_desk("coordinator")


def refused_fields(desk: Desk, given: ElsewhereInput) -> dict[str, str]:
    with pytest.raises(InvalidForm) as caught:
        elsewhere.add_elsewhere(desk, given)
    return {error.field: error.rule for error in caught.value.errors}


def test_what_is_about_people_or_firms_can_be_chosen_with_its_breakdowns() -> None:
    codes = {one.code for one in elsewhere.indicators(load(), "nl")}
    assert {"top_x", "families", "home_visits"} <= codes
    assert "buit_inspections" not in codes
    by = {one.code: one.label for one in elsewhere.breakdowns(load(), "top_x", "nl")}
    assert by["age_group"] == "leeftijd"
    assert elsewhere.breakdowns(load(), OTHER, "nl") == ()


def test_each_figure_of_a_breakdown_has_a_row_the_total_first() -> None:
    rows = elsewhere.rows_of(load(), GIVEN, "en")
    assert (rows[0].code, rows[0].label) == ("total", "Total")
    assert len(rows) > 3
    assert [one.code for one in elsewhere.rows_of(load(), replace(GIVEN, breakdown="total"), "nl")] == [""]
    with pytest.raises(InvalidInput):
        elsewhere.rows_of(load(), replace(GIVEN, period="never"), "nl")


def test_it_is_stored_with_its_figures_and_an_audit_entry(coordinator: Desk) -> None:
    row = elsewhere.add_elsewhere(coordinator, GIVEN).value
    assert (row.number, row.kind, row.title, row.preset) == (1, "elsewhere", GIVEN.title, "elsewhere")
    with coordinator.reading() as session:
        told = {next(iter(one.cell.values())): one.value for one in session.query(ReleasedFigure)}
    assert told == {"total": 23, "age_12_15": 4}
    log = AuditList(coordinator)
    (entry,) = log.rows(log.ids(chips={"action": frozenset({"recorded"})}))
    assert (entry["kind"], entry["record_id"]) == ("releases", row.id)
    assert verify(coordinator).ok


def test_later_releases_follow_it_in_one_chain_and_are_attacked_with_it(coordinator: Desk) -> None:
    rows = [row for n in range(40) for row in (person_row(f"p{n}"), case_row(f"p{n}"))]
    reporting.receive(coordinator, a_contribution(*rows))
    elsewhere.add_elsewhere(coordinator, replace(GIVEN, cells={"": 40}, breakdown="total"))
    protected = reporting.protect(coordinator, PERIOD)
    assert protected.release.statement.releases == 1
    assert reporting.release(coordinator, protected).value.number == 2
    assert [one.number for one in book.entries(coordinator)] == [2, 1]


def test_something_the_catalogue_does_not_count_is_described_in_words(coordinator: Desk) -> None:
    given = ElsewhereInput(
        "Buurtkrant", date(2023, 6, 1), OTHER, "2023", {"group_1": 8, "group_2": None, "total": 12},
        subject="Jongeren bij de boksschool", groups=("meisjes", "jongens"), rounded_to=4,
    )  # fmt: skip
    row = elsewhere.add_elsewhere(coordinator, given).value
    (entry,) = book.entries(coordinator, "nl")
    assert (entry.title, entry.on, entry.elsewhere, entry.facts) == ("Buurtkrant", given.on, True, ())
    assert row.statement["rounded_to"] == 4


def test_a_mistake_is_told_at_its_field(coordinator: Desk) -> None:
    assert refused_fields(coordinator, replace(GIVEN, title=" ")) == {"title": "required"}
    assert refused_fields(coordinator, replace(GIVEN, on=date(2093, 1, 1))) == {"on": "future"}
    assert refused_fields(coordinator, replace(GIVEN, indicator="schools")) == {"indicator": "required"}
    assert refused_fields(coordinator, replace(GIVEN, period="2023-13")) == {"period": "period"}
    assert refused_fields(coordinator, replace(GIVEN, cells={"total": None})) == {"cells": "required"}
    assert refused_fields(coordinator, replace(GIVEN, rounded_to=1)) == {"rounded_to": "number"}
    other = replace(GIVEN, indicator=OTHER, groups=("a", "a"))
    assert refused_fields(coordinator, other) == {"subject": "required", "groups": "duplicate"}
    with coordinator.reading() as session:
        assert session.query(ReleaseRow).count() == 0


def test_figures_that_contradict_each_other_are_refused_in_words(coordinator: Desk) -> None:
    with pytest.raises(ReleaseRefused) as caught:
        elsewhere.add_elsewhere(coordinator, replace(GIVEN, cells={"total": 3, "age_12_15": 4}))
    assert caught.value.sentences == (
        "Bij het totaal staat 3, maar de delen zijn samen 4. Controleer de getallen.",
    )
    with pytest.raises(ReleaseRefused) as caught:
        elsewhere.add_elsewhere(coordinator, replace(GIVEN, cells={"total": 7}, rounded_to=5))
    assert "geen veelvoud van 5" in caught.value.sentences[0]
    assert book.entries(coordinator) == []


def test_only_a_coordinator_enters_it(make_desk: "MakeDesk") -> None:
    with pytest.raises(NotAllowed):
        elsewhere.add_elsewhere(make_desk("rio"), GIVEN)


def test_taking_it_out_of_the_book_is_noticed(coordinator: Desk) -> None:
    elsewhere.add_elsewhere(coordinator, GIVEN)
    with coordinator.changing() as session:
        for table in ("released_figures", "releases"):
            session.connection().execute(text(f"DELETE FROM {table}"))
        session.execute(delete(Setting).where(Setting.name == "ledger_head"))
    with pytest.raises(LedgerBroken) as caught:
        reporting.protect(coordinator, PERIOD)
    assert caught.value.data["reason"] == "audit"


def test_an_earlier_publication_is_named_by_its_title_and_day(coordinator: Desk) -> None:
    elsewhere.add_elsewhere(coordinator, replace(GIVEN, on=date(2023, 11, 1) - timedelta(days=100)))
    with coordinator.reading() as session:
        (found,) = release_book.earlier(session)
    assert (found.title, found.on) == (GIVEN.title, date(2023, 7, 24))
