# SPDX-License-Identifier: EUPL-1.2
"""Eight years of one dossier, from its first reason to its destruction by two people: nothing is left, every count is."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from casus.counting import catalogue, tally
from casus.counting.contribution import Contribution
from casus.counting.registers import Registers
from casus.counting.tally import Counting
from casus.crypto.keys import DATABASE
from casus.domain.clock import FixedClock
from casus.domain.periods import Period
from casus.errors import NotAllowed, UndoRefused
from casus.services import contributions, destruction, retention, search, team, today, undo
from casus.services.desk import Desk
from casus.vault.tables import CountArchive, DestructionProposal
from casus.vault.tables.audit import AuditEntry, ChangeBatch, FieldChange
from tests.conftest import MakeDesk
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.canary import search_bytes, search_files
from tests.helpers.one_dossier import FIRST, LAST, Dossier
from tests.helpers.raw_pages import pages

SECRET = "gele trein zonder zeven torens"
YEARS = [Period.of_year(year) for year in range(FIRST, LAST + 1)]


@pytest.fixture
def clock() -> FixedClock:
    """Eight years before the end."""
    return FixedClock(datetime(FIRST, 1, 4, 9, tzinfo=UTC))


@pytest.fixture
def dossier(make_desk: MakeDesk, clock: FixedClock) -> Dossier:
    """A whole dossier, due, and another one beside it that stays."""
    desk = make_desk()
    one = Dossier(desk, clock)
    one.at(FIRST, 1, 5)
    other = a_case(
        desk,
        a_person(desk, surname="Bakker", given_name="Sem", birth_date=date(1996, 1, 2)),
        opened_on=clock.today(),
    )
    a_home_visit(desk, other, on=clock.today())
    one.live()
    return one


def traces(dossier: Dossier, *folders: Path) -> list[str]:
    """Every trace in the decrypted pages and in the folders."""
    vault = dossier.desk.vault
    raw = pages(vault.folder / "vault.db", vault._vault_key().subkey(DATABASE))
    return search_bytes(raw) + search_files(folders)


def figures(made: tuple[Contribution, ...], period: Period) -> list[tuple[object, ...]]:
    counting = Counting(period, period.last, b"k" * 32)
    return [
        (table.code, dict(table.counts), table.persons and dict(table.persons), dict(table.caseloads))
        for table in tally.count(catalogue.load(), list(made), Registers(), counting)
    ]


def yearly(desk: Desk, office: Desk) -> list[list[tuple[object, ...]]]:
    """The figures of each year at the coordinator's desk, from what this worker contributes now."""
    found = []
    for period in YEARS:
        contributions.receive(office, contributions.contribute(desk, period))
        with office.reading() as session:
            found.append(figures(contributions.load(session, period, period.last), period))
    return found


def test_a_dossier_lives_eight_years_and_leaves_its_counts_only(
    dossier: Dossier, make_desk: MakeDesk, own_home: Path, tmp_path: Path
) -> None:
    desk, office = dossier.desk, make_desk("coordinator", "Ineke")
    team.make_team_key(desk)
    assert len(dossier.words.places) > 60
    assert retention.RetentionList(desk).counts()["due"] == today.today(desk).counts["retention_due"] == 1
    assert today.today(desk).counts["relatives_due"] == 1
    assert len(traces(dossier, own_home, tmp_path)) >= 1
    dossier.at(LAST + 1, 1, 8)
    before = yearly(desk, office)
    assert len({str(one) for one in before}) > 3  # something happened in most years
    destruction.enrol_second(desk, dossier.colleague_id, SECRET)
    proposal = destruction.propose(desk, [dossier.case_id], "term_ended").value
    with pytest.raises(NotAllowed, match="same_person"):
        destruction.confirm(desk, proposal.id, desk.worker_id, SECRET)
    with desk.reading() as session:
        records = json.loads(session.get_one(DestructionProposal, proposal.id).content)["records"]
        told = select(AuditEntry.batch_id).where(AuditEntry.record_id.in_([one[1] for one in records]))
        batches = {one for one in session.scalars(told) if one is not None}
    done = destruction.confirm(desk, proposal.id, dossier.colleague_id, SECRET).value
    assert done.finished
    assert {dossier.person_id, dossier.relative_id} <= set(proposal.person_ids)
    assert proposal.family_ids == (dossier.family_id,)

    assert traces(dossier, own_home, tmp_path) == []
    assert desk.vault.verify().findings == ()
    for place in ("surname", "alias", "visit 2016-04-15", "title"):
        assert search.search(desk, dossier.words(place)) == []
    with desk.reading() as session:
        assert (
            session.scalars(select(FieldChange).where(FieldChange.record_id == dossier.person_id)).all() == []
        )
        assert session.scalars(select(ChangeBatch.reason).where(ChangeBatch.reason.is_not(None))).all() == []
        assert session.scalars(select(AuditEntry.action).where(AuditEntry.action == "destroyed")).first()
        assert session.scalars(select(CountArchive.id)).first()
    assert len(batches) > 50
    for batch_id in sorted(batches)[::6]:
        with pytest.raises(UndoRefused):
            undo.undo(desk, batch_id)
    assert yearly(desk, office) == before
    assert traces(dossier, own_home, tmp_path) == []
