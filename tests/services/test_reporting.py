# SPDX-License-Identifier: EUPL-1.2
"""From contributions to files: counted, protected, written in the book first, and only then outside."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, select, text
from tests.helpers.builders import a_case, a_person, a_programme
from tests.helpers.contributions import MADE, PERIOD, a_contribution, case_row, person_row

from casus.domain.clock import FixedClock
from casus.domain.periods import Period
from casus.errors import (
    ContributionInvalid,
    ExportFailed,
    InvalidInput,
    LedgerBroken,
    NotAllowed,
    ReleaseRefused,
)
from casus.services import registers, reporting, settings, team
from casus.services.audit import AuditList, verify
from casus.services.desk import Desk
from casus.services.letter import compare
from casus.services.registers import InspectionInput, SchoolActivityInput
from casus.vault.tables import ContributionContent, Setting

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

KEY = bytes(range(32))


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator's desk."""
    return make_desk("coordinator")


def many(persons: int = 23, **codes: str) -> object:
    rows = [(person_row(f"p{n}"), case_row(f"p{n}", **codes)) for n in range(persons)]
    return a_contribution(*(row for pair in rows for row in pair))


def some_inspections(desk: Desk, amount: int = 296) -> None:
    registers.add_inspection(desk, InspectionInput(date(2023, 5, 1), amount=amount))


def test_the_whole_line_from_two_workers_to_three_files(make_desk: "MakeDesk", tmp_path: Path) -> None:
    coordinator, expert, rio = make_desk("coordinator"), make_desk("pga_expert"), make_desk("rio")
    for number in range(12):
        person = a_person(expert, given_name=f"Sem{number}")
        a_case(expert, person)
        a_programme(expert, person, started_on=date(2023, 6, 2))
    for number in range(4, 16):
        a_case(rio, a_person(rio, given_name=f"Sem{number}"), approach="rio")
    for worker in (expert, rio):
        team.join(worker, KEY)
        reporting.receive(coordinator, reporting.contribute(worker, PERIOD))
    some_inspections(coordinator)
    protected = reporting.protect(coordinator, PERIOD)
    true = {line.table: line.true for line in protected.lines if line.cell == ()}
    assert (true["young_people"], true["top_x"], true["programme_starts"]) == (16, 12, 12)
    reporting.release(coordinator, protected)
    files = reporting.export(coordinator, protected, tmp_path)
    assert [path.name for path in files] == [
        f"voortgangsrapportage-2022-10-2023-10-vrijgave-1.{fmt}"
        for fmt in ("pdf", "ods", "csv", "csv-metadata.json")
    ]
    table = files[2].read_text(encoding="utf-8-sig")
    assert "296" in table
    assert "Sem" not in table
    assert verify(coordinator).ok


def test_published_figures_are_rounded_and_the_true_ones_stay_in_the_lines(coordinator: Desk) -> None:
    reporting.receive(coordinator, many())  # type: ignore[arg-type]
    some_inspections(coordinator)
    protected = reporting.protect(coordinator, PERIOD)
    lines = {(line.table, line.cell): line for line in protected.lines}
    top_x, inspections = lines["top_x", ()], lines["buit_inspections", ()]
    assert (top_x.true, top_x.status) == (23, "rounded")
    assert top_x.published in (20, 25)
    assert (inspections.true, inspections.published, inspections.status) == (296, 296, "exact")
    assert lines["top_x/phase", ("execution",)].labels == ("Uitvoering",)


def test_what_is_too_small_is_withheld_with_its_reason_and_the_rest_leaves(coordinator: Desk) -> None:
    reporting.receive(coordinator, many(7))  # type: ignore[arg-type]
    some_inspections(coordinator)
    protected = reporting.protect(coordinator, PERIOD)
    assert {one.table.code for one in protected.withheld} >= {"top_x", "top_x/phase", "young_people"}
    assert "top_x" not in {table.code for table in protected.release.tables}
    line = next(line for line in protected.lines if line.table == "top_x")
    assert (line.true, line.published, line.status) == (7, None, "withheld")
    assert line.why.startswith("Deze tabel gaat over te weinig mensen. Minder dan 10 is te weinig")


def test_no_file_before_the_release_is_in_the_book(coordinator: Desk, tmp_path: Path) -> None:
    protected = reporting.protect(coordinator, PERIOD)
    with pytest.raises(NotAllowed) as caught:
        reporting.export(coordinator, protected, tmp_path)
    assert caught.value.rule == "not_released"
    assert list(tmp_path.glob("*vrijgave*")) == []


def test_a_release_that_was_overtaken_must_be_protected_again(coordinator: Desk) -> None:
    first, second = reporting.protect(coordinator, PERIOD), reporting.protect(coordinator, PERIOD)
    reporting.release(coordinator, first)
    for late in (first, second):
        with pytest.raises(NotAllowed) as caught:
            reporting.release(coordinator, late)
        assert caught.value.rule == "ledger_moved"
    again = reporting.protect(coordinator, PERIOD)
    assert reporting.release(coordinator, again).value.number == 2
    assert [row.number for row in reporting.releases(coordinator)] == [2, 1]


def test_the_same_state_gives_the_same_figures_in_every_release(coordinator: Desk) -> None:
    for persons in (40, 41):  # the second takes the place of the first
        reporting.receive(coordinator, many(persons))  # type: ignore[arg-type]
    first = reporting.protect(coordinator, PERIOD)
    reporting.release(coordinator, first)
    with coordinator.reading() as session:  # what was replaced goes once a release was counted without it
        assert len(session.scalars(select(ContributionContent.batch_id)).all()) == 1
    second = reporting.protect(coordinator, PERIOD)
    assert [table.figures for table in second.release.tables] == [
        table.figures for table in first.release.tables
    ]


def test_releasing_and_writing_are_in_the_log(coordinator: Desk, tmp_path: Path) -> None:
    protected = reporting.protect(coordinator, PERIOD)
    row = reporting.release(coordinator, protected).value
    reporting.export(coordinator, protected, tmp_path, ("csv",))
    log = AuditList(coordinator)
    found = log.rows(log.ids(chips={"action": frozenset({"exported", "written"})}))
    assert [(one["action"], one["kind"], one["record_id"]) for one in found] == [
        ("written", "releases", row.id), ("exported", "releases", row.id),
    ]  # fmt: skip


def _forget_head(desk: Desk) -> None:
    with desk.changing() as session:
        session.execute(delete(Setting).where(Setting.name == "ledger_head"))


def _forget_release(desk: Desk) -> None:
    with desk.changing() as session:
        for table in ("released_figures", "release_wordings", "release_definitions", "releases"):
            session.connection().execute(text(f"DELETE FROM {table}"))
    _forget_head(desk)


def _forge_figure(desk: Desk) -> None:
    with desk.changing() as session:
        session.connection().execute(text("UPDATE releases SET entry = replace(entry, '296', '297')"))


def _swap_number(desk: Desk) -> None:
    with desk.changing() as session:
        session.connection().execute(text("UPDATE releases SET previous = 'x'"))


@pytest.mark.parametrize("tamper", [_forget_head, _forget_release, _forge_figure, _swap_number])
def test_a_forged_or_truncated_book_stops_every_release(
    coordinator: Desk, tamper: Callable[[Desk], None]
) -> None:
    some_inspections(coordinator)
    protected = reporting.protect(coordinator, PERIOD)
    reporting.release(coordinator, protected)
    tamper(coordinator)
    with pytest.raises(LedgerBroken):
        reporting.protect(coordinator, PERIOD)
    with pytest.raises(LedgerBroken):
        reporting.release(coordinator, protected)


def test_a_clock_set_back_is_refused_for_the_whole_report(coordinator: Desk, clock: FixedClock) -> None:
    reporting.release(coordinator, reporting.protect(coordinator, PERIOD))
    clock.moment -= timedelta(days=1)
    with pytest.raises(ReleaseRefused) as caught:
        reporting.protect(coordinator, PERIOD)
    assert "clock_set_back" in {getattr(reason, "code", "") for reason in caught.value.reasons}


def test_a_stricter_preset_is_never_loosened_afterwards(coordinator: Desk) -> None:
    reporting.receive(coordinator, many(60))  # type: ignore[arg-type]
    reporting.release(coordinator, reporting.protect(coordinator, PERIOD, "strict"))
    with pytest.raises(ReleaseRefused):
        reporting.protect(coordinator, PERIOD)


def test_unknown_presets_and_dates_before_the_period_are_refused(coordinator: Desk) -> None:
    with pytest.raises(InvalidInput) as caught:
        reporting.protect(coordinator, PERIOD, "loose")
    assert (caught.value.field, caught.value.rule) == ("preset", "unknown_code")
    with pytest.raises(InvalidInput) as caught:
        reporting.compose(coordinator, PERIOD, date(2022, 9, 30))
    assert caught.value.field == "reference_date"


def test_a_newer_contribution_replaces_the_older_and_never_the_other_way_round(coordinator: Desk) -> None:
    old = a_contribution(person_row("a"), case_row("a"))
    new = a_contribution(person_row("b"), case_row("b"), made_at=MADE + timedelta(days=1))
    reporting.receive(coordinator, new)
    with pytest.raises(NotAllowed) as caught:
        reporting.receive(coordinator, old)
    assert caught.value.rule == "older_contribution"
    reporting.receive(coordinator, new)
    (kept,) = reporting.received(coordinator, PERIOD)
    assert (kept.rows, kept.made_at) == (2, new.made_at)
    assert reporting.compose(coordinator, PERIOD).contributions == 1


def test_contributions_for_other_periods_and_dates_are_left_aside(coordinator: Desk) -> None:
    reporting.receive(coordinator, replace(a_contribution(), reference_date=date(2023, 9, 30)))
    assert reporting.compose(coordinator, PERIOD).contributions == 0
    assert reporting.compose(coordinator, PERIOD, date(2023, 9, 30)).contributions == 1
    assert reporting.received(coordinator, Period.parse("2023")) == []


def test_rows_changed_after_they_were_received_are_noticed(coordinator: Desk) -> None:
    reporting.receive(coordinator, many())  # type: ignore[arg-type]
    with coordinator.changing() as session:
        session.execute(delete(ContributionContent))
    with pytest.raises(ContributionInvalid) as caught:
        reporting.compose(coordinator, PERIOD)
    assert caught.value.reason == "digest"


def test_each_role_does_its_own_part(make_desk: "MakeDesk") -> None:
    coordinator, worker = make_desk("coordinator"), make_desk("pga_expert")
    for act in (
        lambda: reporting.contribute(coordinator, PERIOD),
        lambda: team.join(coordinator, KEY),
        lambda: reporting.receive(worker, a_contribution()),
    ):
        with pytest.raises(NotAllowed) as caught:
            act()
        assert caught.value.rule == "role"


def test_a_worker_contributes_only_with_the_key_of_a_team(desk: Desk) -> None:
    assert not team.has_joined(desk)
    with pytest.raises(NotAllowed) as caught:
        reporting.contribute(desk, PERIOD)
    assert caught.value.rule == "no_team_key"
    team.join(desk, KEY)
    team.join(desk, KEY)
    assert team.has_joined(desk)
    with pytest.raises(NotAllowed) as caught:
        team.join(desk, team.new_key())
    assert caught.value.rule == "other_team"
    with pytest.raises(InvalidInput):
        team.join(desk, b"short")


def test_a_preview_shows_every_count_and_protects_nothing(coordinator: Desk) -> None:
    some_inspections(coordinator, 7)
    lines = {(line.table, line.cell): line for line in reporting.preview(coordinator, PERIOD)}
    line = lines["buit_inspections/month", ("2023-q2",)]
    assert (line.true, line.published, line.status, line.labels) == (
        7,
        None,
        "counted",
        ("2e kwartaal 2023",),
    )


def test_the_letter_lies_beside_the_figures(coordinator: Desk) -> None:
    school = registers.add_school(coordinator, registers.SchoolInput("Het Anker")).value
    registers.add_school_activity(coordinator, SchoolActivityInput(school.id, date(2023, 5, 1)))
    some_inspections(coordinator)
    found = {line.figure.table: line for line in compare(reporting.protect(coordinator, PERIOD))}
    assert (found["buit_inspections"].published, found["buit_inspections"].agrees) == (296, True)
    assert (found["schools"].published, found["schools"].agrees) == (1, False)
    assert found["programme_starts"].published is None


def test_a_report_names_the_organisation_of_the_vault(coordinator: Desk, tmp_path: Path) -> None:
    settings.set_organisation(coordinator, "Gemeente Voorbeeld")
    protected = reporting.protect(coordinator, PERIOD)
    assert reporting.render(coordinator, protected, "pdf", "en").startswith(b"%PDF")
    with pytest.raises(InvalidInput):
        reporting.render(coordinator, protected, "docx")
    with pytest.raises(ExportFailed):
        reporting.write(tmp_path / "no" / "such" / "folder.csv", b"x")
