# SPDX-License-Identifier: EUPL-1.2
"""Every use case of contributing and of counting somebody once, done between a worker's and a coordinator's vault."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from casus.crypto.identity import Identity
from casus.domain.periods import Period
from casus.errors import CasusError
from casus.services import contributions, exchange, matching, taken_back, team
from casus.services.contributions import preview_contribution
from casus.services.desk import Desk
from casus.services.exchange import Card
from casus.services.exchange.kinds_of.contribution import send_contribution
from casus.services.exchange.kinds_of.team_key import send_team_key
from casus.vault.tables import MatchHint, MatchQuestion
from tests.helpers.builders import a_case, a_person
from tests.helpers.canary import Canary
from tests.helpers.contributions import a_contribution, case_row, person_row
from tests.helpers.every_field import World

_BORN = date(2003, 4, 9)


def contribute_everything(world: World, canary: Canary) -> None:
    """Make, send, renew and throw away the key; contribute; ask and answer who somebody is."""
    worker, office = world.worker, world.coordinator
    before: dict[int, bytes] = {}
    with suppress(CasusError), worker.reading() as session:
        before = dict(team.every_key(session))
    if before:
        team.leave_team(worker)
    team.make_team_key(worker)
    team.renew_team_key(worker)
    colleague = _card(worker, "rio", canary)
    send_team_key(worker, [colleague], _file("sleutel"), unverified=True)
    year = Period.of_year(worker.today().year)
    boss = _card(worker, "coordinator", canary)
    send_contribution(worker, preview_contribution(worker, year), boss, _file("aanlevering"), unverified=True)
    _ask(worker, colleague, canary)
    _hint(office, canary)
    team.leave_team(worker)
    for year, key in before.items():
        team.join(worker, key, year)


def _ask(worker: Desk, colleague: str, canary: Canary) -> None:
    surname = canary("matched surname")
    person = a_person(worker, surname=surname, given_name="Sam", birth_date=_BORN)
    a_case(worker, person)
    with worker.changing() as session:
        hint = MatchHint(person_id=person.id, colleague_id=colleague, likeness="near_surname")
        asked = MatchQuestion(
            colleague_id=colleague, number="P-EVERY", given_name="Sam", prefix="", surname=surname,
            birth_date=_BORN,
        )  # fmt: skip
        session.add_all([hint, asked])
        session.flush()
    matching.send_match_question(worker, [hint.id], _file("vraag"), unverified=True)
    matching.leave_match_hint(worker, hint.id)
    matching.answer_match(worker, asked.id, person.id)
    matching.withdraw_match_answer(worker, matching.match_answers(worker)[0].id)


def _hint(office: Desk, canary: Canary) -> None:
    cards = [_card(office, role, canary) for role in ("pga_expert", "rio")]
    whose = {one.id: one.worker_id for one in exchange.colleagues(office)}
    period = Period.of_year(2019)  # no other contribution of the walk is about it
    for name, card in zip("ab", cards, strict=True):
        marks = {name: [("exact", name), ("near_surname", "both")]}
        rows = (person_row(name), case_row(name))
        made = a_contribution(*rows, contributor=f"every {name}", marks=marks)
        made = replace(made, period=period, reference_date=period.last)
        batch_id = contributions.receive(office, made, worker_id=whose[card]).value
    (asked,) = matching.doubtful(office, period)
    matching.send_match_hints(office, period, asked.colleague_id, _file("wie"), unverified=True)
    taken_back.returning(office, batch_id)
    taken_back.take_back_contribution(office, batch_id, canary.text("why it is taken back"))
    taken_back.clean_up(office)


def _card(desk: Desk, role: str, canary: Canary) -> str:
    card = Card(
        canary(f"name of a {role}"), role, canary("organisation"), desk.today(), Identity.new().public
    )
    return exchange.add_card(desk, card).value.id


def _file(name: str) -> Path:
    return Path.home() / f"{name}.casusbundel"
