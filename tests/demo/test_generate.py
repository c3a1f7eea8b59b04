# SPDX-License-Identifier: EUPL-1.2
"""The invented dossiers: the same for the same seed, logged like any other record, and findable."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import func, select

from casus.demo import generate
from casus.demo.generate import fill, random_stories
from casus.demo.words import Dice
from casus.domain.periods import Period
from casus.services.desk import Desk
from casus.vault.row_digest import layout_of, record_classes
from casus.vault.search import search
from casus.vault.tables import AuditEntry, Partner, Person, PersonAlias

PERIOD = Period(date(2022, 10, 1), date(2023, 10, 31))
APPROACHES = {"top_x": 0.7, "rio": 0.3}


def filled(desk: Desk, amount: int) -> Desk:
    """Fill a desk's vault with dossiers."""
    fill(desk, random_stories(Dice(1), amount, APPROACHES, PERIOD), seed=1, period=PERIOD)
    return desk


def records_of(desk: Desk) -> dict[str, list[str]]:
    """Return every row by its kind, without whose vault it is."""
    with desk.reading() as session:
        tables = {layout_of(one).kind: layout_of(one).table for one in record_classes()}
        rows = {
            kind: sorted(
                repr([None if value == desk.worker_id else value for value in row])
                for row in session.execute(select(table)).all()
            )
            for kind, table in tables.items()
            if kind not in {"workers", "settings"}
        }
    return {kind: found for kind, found in rows.items() if found}


def test_the_same_seed_gives_the_same_records(make_desk: Callable[..., Desk]) -> None:
    one, other = (records_of(filled(make_desk(), 6)) for _ in range(2))
    assert one == other
    assert len(one["persons"]) == len(one["cases"]) == 6
    assert len(one["contacts"]) > 6


def test_every_invented_record_has_its_entry_in_the_audit_log(make_desk: Callable[..., Desk]) -> None:
    desk = filled(make_desk(), 4)
    assert desk.vault.verify().ok
    with desk.reading() as session:
        created = select(func.count()).where(
            AuditEntry.action == "created", AuditEntry.actor == desk.worker_id
        )
        assert session.scalar(created) >= sum(map(len, records_of(desk).values()))


def test_persons_nicknames_and_partners_are_found_by_searching(make_desk: Callable[..., Desk]) -> None:
    desk = filled(make_desk(), 20)
    with desk.reading() as session:
        nickname = session.scalars(select(PersonAlias)).all()[0]
        person = session.get_one(Person, nickname.person_id)
        partner = session.scalars(select(Partner)).all()[0]
        wanted = {person.number: person.id, nickname.name: person.id, partner.name: partner.id}
        for typed, record_id in wanted.items():
            assert record_id in {hit.record_id for hit in search(session, typed)}


def test_progress_is_told_up_to_the_last_dossier(
    make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generate, "BATCH", 2)
    told: list[tuple[int, int]] = []
    stories = random_stories(Dice(1), 5, APPROACHES, PERIOD)
    fill(make_desk(), stories, seed=1, period=PERIOD, progress=lambda *at: told.append(at))
    assert told == [(2, 5), (4, 5), (5, 5)]
