# SPDX-License-Identifier: EUPL-1.2
"""Class 14 on a real vault: the book of releases against whoever holds the files, and against a second vault."""

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from casus.counting import catalogue
from casus.disclosure import STANDARD, Ledger, release
from casus.domain.clock import FixedClock
from casus.domain.periods import Period
from casus.errors import LedgerBroken, NotAllowed, VaultOlderThanSeen
from casus.services import release_book, settings
from casus.vault import Secret, Vault
from casus.vault.tables import ReleaseRow
from tests.conftest import MakeVault
from tests.helpers.crowd import a_crowd, tabled
from tests.helpers.vaults import PASSWORD

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PERIOD = Period.parse("2022-10..2023-10")
CROWD = a_crowd(4, least=80, most=200)


def ledger_of(vault: Vault) -> Ledger:
    with vault.reading() as session:
        return release_book.read_ledger(session, vault)


def publish(vault: Vault, clock: FixedClock, *names: str) -> None:
    """Make a release and write it into the book."""
    made = release([tabled("t", CROWD.people, CROWD.by(*names))], ledger_of(vault), STANDARD, at=clock.now())
    with vault.transaction("w1") as session:
        release_book.write(session, vault, made, catalogue.load(), PERIOD)


@pytest.fixture
def book(vault: Vault, clock: FixedClock) -> Vault:
    """A vault with two releases in its book."""
    publish(vault, clock, "district")
    publish(vault, clock, "district", "phase")
    return vault


def test_the_book_reads_back_what_was_written(book: Vault) -> None:
    assert [entry.number for entry in ledger_of(book).entries] == [1, 2]


def test_a_book_of_which_the_last_release_and_the_head_were_set_back_is_refused(book: Vault) -> None:
    """As in an older copy of these rows, put into the newer vault."""
    first = ledger_of(book).entries[0]
    with book.transaction("w1") as session:
        session.connection().execute(text("DELETE FROM released_figures"))
        session.connection().execute(text("DELETE FROM release_wordings"))
        session.connection().execute(text("DELETE FROM release_definitions"))
        session.connection().execute(text("DELETE FROM releases WHERE number = 2"))
        settings.write(session, "ledger_head", first.digest)
    with pytest.raises(LedgerBroken):
        ledger_of(book)


def test_a_book_with_a_forged_figure_is_refused(book: Vault) -> None:
    with book.transaction("w1") as session:
        row = session.scalars(select(ReleaseRow)).first()
        assert row is not None
        entry = dict(row.entry)
        figures = entry["tables"][0]["figures"]
        figures[0][1] = (figures[0][1] or 0) + 5
        session.connection().execute(
            text("UPDATE releases SET entry = :entry WHERE id = :id"),
            {"entry": json.dumps(entry), "id": row.id},
        )
    with pytest.raises(LedgerBroken):
        ledger_of(book)


def test_a_release_made_with_the_book_of_another_vault_cannot_be_written(
    make_vault: MakeVault, book: Vault, clock: FixedClock
) -> None:
    other = make_vault()
    made = release([tabled("t", CROWD.people, CROWD.by("age"))], ledger_of(other), STANDARD, at=clock.now())
    with pytest.raises(NotAllowed), book.transaction("w1") as session:
        release_book.write(session, book, made, catalogue.load(), PERIOD)
    assert len(ledger_of(book).entries) == 2


def test_a_first_release_of_another_vault_does_not_begin_an_empty_book(
    make_vault: MakeVault, clock: FixedClock
) -> None:
    """Both books are empty, so the number fits; the chain's key does not."""
    one, other = make_vault(), make_vault()
    made = release([tabled("t", CROWD.people, CROWD.by("age"))], ledger_of(other), STANDARD, at=clock.now())
    with pytest.raises((NotAllowed, LedgerBroken)):
        with one.transaction("w1") as session:
            release_book.write(session, one, made, catalogue.load(), PERIOD)
        ledger_of(one)


def rows_of(session: "Session") -> list[dict[str, object]]:
    columns = [column.key for column in ReleaseRow.__table__.columns]
    return [{key: getattr(row, key) for key in columns} for row in session.scalars(select(ReleaseRow))]


def test_a_book_copied_from_another_vault_is_refused(make_vault: MakeVault, book: Vault) -> None:
    other, head = make_vault(), ledger_of(book).head
    with book.reading() as session:
        rows = rows_of(session)
    with other.transaction("w1") as session:
        for row in rows:
            session.add(ReleaseRow(**row))
            other.log(session, release_book.EXPORTED, release_book.KIND, str(row["id"]))
        settings.write(session, "ledger_head", head)
    with pytest.raises(LedgerBroken):
        ledger_of(other)


def test_an_older_copy_of_the_whole_vault_is_noticed_before_anything_leaves(
    vault: Vault, clock: FixedClock, tmp_path: Path
) -> None:
    publish(vault, clock, "district")
    vault.close()
    shutil.copytree(vault.folder, tmp_path / "copy")
    later = Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock)
    publish(later, clock, "district", "phase")
    later.close()
    shutil.rmtree(vault.folder)
    shutil.copytree(tmp_path / "copy", vault.folder)
    with pytest.raises(VaultOlderThanSeen):
        Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock)
