# SPDX-License-Identifier: EUPL-1.2
"""Drafts: sealed, found again the next morning, also when the vault could not be written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from casus.errors import DiskFull, SealBroken
from casus.services import drafts
from casus.services.desk import Desk
from casus.vault.tables import Draft

Reopen = Callable[[Desk], Desk]
SECRET = "Zeldzamenaam vertelde"


def test_a_draft_is_there_the_next_morning_and_gone_when_dropped(desk: Desk, reopen: Reopen) -> None:
    drafts.save_draft(desk, "visit:1", "home_visit", "a" * 32, {"report": "eerste"})
    drafts.save_draft(desk, "visit:1", "home_visit", "a" * 32, {"report": SECRET, "reached": None, "n": 3})
    again = reopen(desk)
    row = drafts.list_drafts(again)[0]
    assert (row.key, row.form, row.record_id, row.outside) == ("visit:1", "home_visit", "a" * 32, False)
    assert drafts.load_draft(again, "visit:1") == {"report": SECRET, "reached": None, "n": 3}
    assert drafts.load_draft(again, "visit:2") is None
    drafts.drop_draft(again, "visit:1")
    drafts.drop_draft(again, "visit:1")
    assert drafts.list_drafts(again) == []


def test_a_draft_is_sealed_even_inside_the_vault_and_belongs_to_its_form(desk: Desk) -> None:
    drafts.save_draft(desk, "visit:1", "home_visit", None, {"report": SECRET})
    with desk.reading() as session:
        sealed = session.get_one(Draft, "visit:1").sealed
    assert SECRET.encode() not in sealed
    with desk.changing() as session:
        session.get_one(Draft, "visit:1").sealed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    with pytest.raises(SealBroken):
        drafts.load_draft(desk, "visit:1")


def test_with_a_full_vault_the_draft_waits_sealed_on_this_computer(
    desk: Desk, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.save_draft(desk, "visit:1", "home_visit", None, {"report": "oud"})
    desk.clock.moment += timedelta(minutes=1)  # type: ignore[attr-defined]
    with monkeypatch.context() as patched:
        patched.setattr("casus.services.drafts.Desk.changing", _refuses)
        drafts.save_draft(desk, "visit:1", "home_visit", None, {"report": SECRET})
        drafts.save_draft(desk, "visit:2", "prison_visit", "b" * 32, {"report": "twee"})
    files = list(own_home.rglob("*.draft"))
    assert len(files) == 2
    for path in files:
        assert SECRET.encode() not in path.read_bytes()
        assert "visit" not in path.name
    rows = {row.key: row.outside for row in drafts.list_drafts(desk)}
    assert rows == {"visit:1": True, "visit:2": True}
    assert drafts.load_draft(desk, "visit:1") == {"report": SECRET}
    assert drafts.load_draft(desk, "visit:2") == {"report": "twee"}
    drafts.save_draft(desk, "visit:2", "prison_visit", "b" * 32, {"report": "drie"})
    drafts.drop_draft(desk, "visit:1")
    assert list(own_home.rglob("*.draft")) == []
    assert drafts.load_draft(desk, "visit:2") == {"report": "drie"}


@contextmanager
def _refuses(*_: object, **__: object) -> Iterator[None]:
    raise DiskFull(needed=1, free=0)
    yield


def test_a_forged_file_in_the_local_folder_is_no_draft(desk: Desk, own_home: Path) -> None:
    folder = own_home / "xdg_data_home" / "casus" / "drafts" / desk.vault.vault_id
    folder.mkdir(parents=True)
    (folder / f"{'0' * 32}.draft").write_bytes(b"\x01 vals")
    assert drafts.list_drafts(desk) == []


def test_when_nothing_can_be_written_the_vaults_own_reason_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("casus.services.drafts.Desk.changing", _refuses)
    monkeypatch.setattr("casus.services.drafts.files.write_whole", refuse)
    with pytest.raises(DiskFull):
        drafts.save_draft(desk, "visit:1", "home_visit", None, {"report": SECRET})
