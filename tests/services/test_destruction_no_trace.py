# SPDX-License-Identifier: EUPL-1.2
"""After a destruction nothing of a whole life is left: not in the decrypted pages, nor anywhere else on the disk."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select
from tests.helpers.thorough import share
from tests.helpers.vaults import ANY_COST, PASSWORD
from tests.helpers.whole_life import SECRET, Life, Place, a_written_place, traces

from casus.crypto import kdf
from casus.crypto.keys import DATABASE
from casus.domain.clock import FixedClock
from casus.errors import UndoRefused
from casus.services import destruction, search, undo, vaults
from casus.services.desk import Desk
from casus.services.destruction import carrying_out, leftovers
from casus.services.records import ContactAttendee
from casus.vault import erasure, finishing
from casus.vault.tables import Destruction
from casus.vault.tables.audit import AuditEntry, ChangeBatch

CLOCK = FixedClock(datetime(2023, 11, 1, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A closed vault with a whole life in it; each test takes a copy."""
    with a_written_place(tmp_path_factory.mktemp("life"), CLOCK) as place:
        yield place


@pytest.fixture
def place(written: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A copy of that vault and its home folder."""
    monkeypatch.setattr(kdf, "PRODUCTION_LIMITS", ANY_COST)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return written.copy_to(tmp_path)


def destroy(desk: Desk, life: Life) -> destruction.Destroyed:
    proposal = destruction.propose(desk, [life.case_id], "term_ended").value
    return destruction.confirm(desk, proposal.id, life.second_id, SECRET).value


def test_nothing_is_left_of_a_whole_life(place: Place) -> None:
    life = place.life
    desk = vaults.unlock(place.vault, PASSWORD, CLOCK)
    key = desk.vault._vault_key().subkey(DATABASE)
    assert len(traces(place, key, desk)) > 3
    with desk.reading() as session:
        before = session.query(AuditEntry).count()
        batches = [batch.id for batch in session.query(ChangeBatch) if batch.label == "update_case"]
    plan = destruction.plan_destruction(desk, [life.case_id])
    assert plan.allowed, plan.blocks
    assert plan.person_ids == (life.person_id,)
    assert plan.family_ids == (life.ids["families"],)
    assert plan.drafts == 3
    done = destroy(desk, life)
    assert done.finished
    assert done.counts == plan.counts
    assert traces(place, key, desk) == []
    assert desk.vault.verify().findings == ()
    with desk.reading() as session:
        assert session.query(AuditEntry).count() > before
        gone = session.query(Destruction).count()
        told = session.query(AuditEntry).where(AuditEntry.action == "destroyed").count()
        assert gone == told > sum(plan.counts.values())
        attendee = session.scalars(select(ContactAttendee).where(ContactAttendee.person_id.is_(None))).all()
        assert [one.name for one in attendee if one.contact_id != ""] == [None]
    assert batches
    for batch_id in batches:
        with pytest.raises(UndoRefused) as refused:
            undo.undo(desk, batch_id)
        assert refused.value.reason == "destroyed"
    assert not search.search(desk, place.canary("persons.surname changed"))
    vaults.lock(desk)
    assert traces(place, key) == []


STEPS: dict[str, tuple[Any, str, Any]] = {
    "history": (erasure, "_erase_history", lambda *_: None),
    "search": (erasure, "search", SimpleNamespace(unindex_many=lambda *_: None)),
    "drafts in the vault": (carrying_out, "_drop_drafts", lambda *_: None),
    "drafts outside": (leftovers, "clear", lambda _desk: True),
    "copies before upgrades": (finishing, "remove_copies", lambda _folder: None),
    "names of attendees": (erasure, "_drop_fields", lambda *_: 0),
}


@pytest.mark.parametrize("left_out", share(STEPS, 0))
def test_each_step_left_out_leaves_a_trace(
    place: Place, left_out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = vaults.unlock(place.vault, PASSWORD, CLOCK)
    key = desk.vault._vault_key().subkey(DATABASE)
    monkeypatch.setattr(*STEPS[left_out])
    monkeypatch.setattr(carrying_out, "Archiver", lambda *_: SimpleNamespace(keep=lambda: 0))
    destroy(desk, place.life)
    assert traces(place, key, desk) != []
    vaults.lock(desk)
