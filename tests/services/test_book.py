# SPDX-License-Identifier: EUPL-1.2
"""The book of releases: shown in words, checked again without a solver, and older than no copy of it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from tests.helpers.contributions import PERIOD, a_contribution, case_row, person_row

from casus.errors import Cancelled, LedgerBroken
from casus.services import book, elsewhere, registers, reporting
from casus.services.desk import Desk
from casus.services.elsewhere import ElsewhereInput
from casus.services.registers import InspectionInput

if TYPE_CHECKING:
    from tests.conftest import MakeDesk


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator who released a report, and knows of a publication elsewhere."""
    desk = make_desk("coordinator")
    rows = [row for n in range(23) for row in (person_row(f"p{n}"), case_row(f"p{n}"))]
    reporting.receive(desk, a_contribution(*rows))
    registers.add_inspection(desk, InspectionInput(date(2023, 5, 1), amount=296))
    reporting.release(desk, reporting.protect(desk, PERIOD))
    given = ElsewhereInput("Jeugdmonitor", date(2023, 11, 1), "top_x", "2022-10..2023-10", {"": 23})
    elsewhere.add_elsewhere(desk, given)
    return desk


def execute(desk: Desk, statement: str) -> None:
    """Change the tables behind the program's back."""
    with desk.changing() as session:
        session.connection().execute(text(statement))


def test_each_release_is_told_with_its_statement_and_what_only_the_coordinator_sees(
    coordinator: Desk,
) -> None:
    later, first = book.entries(coordinator, "en")
    assert (later.number, later.elsewhere, later.facts) == (2, True, ())
    assert (first.number, first.elsewhere, first.preset, first.preset_version) == (1, False, "standard", 1)
    told = dict(first.facts)
    assert told["Protection level"] == "Standard, version 1"
    assert told["Mark in the book of releases"] == first.digest[:16]
    inside = dict(first.inside)
    assert "Other counts that give the same figures, kept as proof" in inside
    assert not inside.keys() & told.keys()


def test_every_proof_is_checked_again_in_little_time(coordinator: Desk) -> None:
    heard: list[tuple[int, int]] = []
    first, second = book.recheck(coordinator, lambda done, total: heard.append((done, total)))
    assert (first.number, first.ok, first.problem) == (1, True, "")
    assert (second.number, second.ok) == (2, True)
    assert 0 < first.seconds < 1
    assert heard == [(0, 2), (1, 2)]


def test_checking_can_be_stopped(coordinator: Desk) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        book.recheck(coordinator, stop)


@pytest.mark.parametrize("proof", ["x''", "x'00ff'", "substr(proof, 1, length(proof) - 3)"])
def test_a_changed_proof_is_noticed(coordinator: Desk, proof: str) -> None:
    execute(coordinator, f"UPDATE releases SET proof = {proof} WHERE number = 1")
    first, _ = book.recheck(coordinator)
    assert (first.ok, first.problem) == (False, "not_named")


@pytest.mark.parametrize(
    "forge",
    [
        "UPDATE releases SET entry = replace(entry, '296', '297')",
        "UPDATE releases SET digest = 'x' WHERE number = 2",
        "UPDATE releases SET number = 3 WHERE number = 2",
        "DELETE FROM settings WHERE name = 'ledger_head'",
    ],
)
def test_a_forged_or_older_book_stops_every_use_of_it(coordinator: Desk, forge: str) -> None:
    protected = reporting.protect(coordinator, PERIOD)
    execute(coordinator, forge)
    uses: tuple[Callable[[], object], ...] = (
        lambda: book.recheck(coordinator),
        lambda: reporting.protect(coordinator, PERIOD),
        lambda: reporting.release(coordinator, protected),
    )
    for use in uses:
        with pytest.raises(LedgerBroken):
            use()


def test_the_book_outlives_the_people_it_was_counted_from(coordinator: Desk) -> None:
    """Contributions and registers are destroyed; what left stays known, and binds the next release."""
    before = [(one.number, one.digest) for one in book.entries(coordinator)]
    execute(coordinator, "DELETE FROM contribution_contents")
    execute(coordinator, "DELETE FROM contribution_batches")
    execute(coordinator, "DELETE FROM inspections")
    assert [(one.number, one.digest) for one in book.entries(coordinator)] == before
    assert all(one.ok for one in book.recheck(coordinator))
    assert reporting.protect(coordinator, PERIOD).release.statement.releases == 2
