# SPDX-License-Identifier: EUPL-1.2
"""Texts that use cases take beside their input: reasons, notes, results; kept as documented or refused by name."""

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select
from tests.helpers.every_field import World
from tests.helpers.every_word import WORDS
from tests.helpers.odd_texts import ODD
from tests.helpers.thorough import share
from tests.helpers.vaults import shared_desks

from casus.errors import InvalidForm
from casus.services.desk import Desk
from casus.services.owner import check
from casus.vault.tables.audit import AuditEntry


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A worker's and a coordinator's desk."""
    with shared_desks(tmp_path_factory.mktemp("world"), "pga_expert", "coordinator") as (worker, coordinator):
        yield World(worker, coordinator)


def entries(desk: Desk) -> int:
    with desk.reading() as session:
        return session.scalar(select(func.max(AuditEntry.seq))) or 0


@pytest.mark.parametrize(("turn", "name"), [*enumerate(WORDS)])
def test_words_are_read_back_as_documented_or_refused_by_name(world: World, turn: int, name: str) -> None:
    words = WORDS[name]
    desk = world.coordinator if words.coordinator else world.worker
    for label, odd in share(ODD.items(), turn, 6):
        it = words.prepare(world)
        before = entries(desk)
        try:
            words.say(world, it, odd.typed)
        except InvalidForm as form:
            wrong = {error.field: error.rule for error in form.errors}
            assert entries(desk) == before, label
            outcome = f"<{wrong[words.field]}>"
        else:
            with desk.reading() as session:
                outcome = session.scalar(words.kept)
        expected = odd.line if words.line else odd.text
        assert outcome == expected or (outcome == "<reason_too_short>" and len(expected) < 10), label


@pytest.mark.parametrize("field", ["owner_name", "organisation"])
def test_the_owner_and_the_organisation_of_a_new_vault(field: str) -> None:
    for label, odd in ODD.items():
        asked = {"owner_name": "Marjan Visser", "organisation": "Gemeente", field: odd.typed}
        try:
            outcome = getattr(
                check(asked["owner_name"], "rio", asked["organisation"], "nl"), field.replace("owner_", "")
            )
        except InvalidForm as form:
            outcome = f"<{ {error.field: error.rule for error in form.errors}[field] }>"
        assert outcome == odd.line, label
