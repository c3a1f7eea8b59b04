# SPDX-License-Identifier: EUPL-1.2
"""The book of releases goes to a successor: whole and checked, never forked, never going on in two places."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.helpers.crowd import a_crowd, tabled
from tests.helpers.exchange import acquainted, digest, meet
from tests.services.test_dashboard import ATM
from tests.services.test_indicators import WEST

from casus.counting import catalogue
from casus.disclosure import STANDARD, Ledger, release
from casus.domain.periods import Period
from casus.errors import BundleInvalid, InvalidForm, NotAllowed
from casus.services import book, context_figures, exchange, indicators, periods, release_book, undo
from casus.services.desk import Desk
from casus.services.exchange.kinds_of import ledger
from casus.services.indicators import TargetInput
from casus.services.periods import PeriodInput
from casus.vault.tables import (
    FieldChange,
    OwnIdentity,
    ReleaseDefinition,
    ReleasedFigure,
    ReleaseRow,
    ReleaseWithdrawal,
    ReleaseWording,
)

MakeDesk = Callable[..., Desk]
PERIOD = Period.parse("2022-10..2023-10")
CROWD = a_crowd(4, least=80, most=200)


def of(desk: Desk) -> Ledger:
    with desk.reading() as session:
        return release_book.read_ledger(session, desk.vault)


def publish(desk: Desk, *names: str) -> None:
    made = release([tabled("t", CROWD.people, CROWD.by(*names))], of(desk), STANDARD, at=desk.clock.now())
    with desk.changing(label="release") as session:
        release_book.write(session, desk.vault, made, catalogue.load(), PERIOD)


def known(desk: Desk, other: Desk) -> str:
    keys = exchange.identity(other).public
    return next(one.id for one in exchange.colleagues(desk) if one.keys == keys)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises((BundleInvalid, NotAllowed)) as caught:
        act()
    return str(getattr(caught.value, "reason", None) or caught.value.data["rule"])


def figures(desk: Desk) -> list[tuple[object, ...]]:
    with desk.reading() as session:
        rows = session.scalars(select(ReleasedFigure))
        return sorted((one.indicator, json.dumps(one.cell), one.value, one.status) for one in rows)


def test_a_successor_goes_on_with_the_book_and_gives_it_back(make_desk: MakeDesk, tmp_path: Path) -> None:
    first, second = acquainted(make_desk("coordinator"), make_desk("coordinator", "Fatima Haddad"))
    assert refused(lambda: ledger.send_ledger(first, known(first, second), tmp_path / "0")) == "ledger_empty"
    publish(first, "district")
    publish(first, "district", "phase")
    with first.changing() as session:
        one = session.scalars(select(ReleaseRow).where(ReleaseRow.number == 2)).one()
        why = "Een telfout in het register."
        session.add(ReleaseWithdrawal(release_id=one.id, withdrawn_on=first.today(), reason=why))
    own = indicators.add_indicator(first, WEST).value.code
    indicators.add_indicator(second, replace(WEST, definition_nl="Anders gezegd."))  # the same code by chance
    indicators.set_target(first, own, PERIOD, TargetInput(40))
    year = periods.add_period(first, PeriodInput("2023", title="Voortgang")).value
    periods.add_period(second, PeriodInput("2023"))
    periods.move_period(first, year.id, year.version, "adopted")
    kept = context_figures.add_context_figure(first, ATM).value
    path = tmp_path / "boek.casusbundel"
    ledger.send_ledger(first, known(first, second), path)
    assert ledger.handed_over(first) is not None
    assert refused(lambda: publish(first, "age")) == "ledger_handed_over"

    facts = {fact.name: fact.value for fact in exchange.look(second, path).facts}
    assert (facts["releases"], facts["releases_new"]) == (2, 2)
    assert (facts["targets"], facts["periods"], facts["context_figures"]) == (1, 1, 1)
    exchange.take(second, path)
    assert of(second).entries == of(first).entries
    assert figures(second) == figures(first)
    with first.reading() as here, second.reading() as there:
        for table in (ReleaseWording, ReleaseDefinition, ReleaseWithdrawal):
            assert len(here.scalars(select(table)).all()) == len(there.scalars(select(table)).all()) > 0
    (mine,) = (one for one in indicators.known_indicators(second) if one.own)
    assert (mine.code, mine.version, mine.indicator.definition["nl"]) == (own, 2, WEST.definition_nl)
    assert indicators.target_of(second, own, PERIOD).value == 40
    (there,) = periods.period_rows(second)
    assert (there.status, there.title) == ("adopted", "Voortgang")
    assert all(one.ok for one in book.recheck(second))
    assert second.vault.verify().findings == ()
    assert undo.recent(second)[0].never

    second.clock.moment += timedelta(minutes=1)  # type: ignore[attr-defined]
    context_figures.update_context_figure(second, kept.id, 1, replace(ATM, low=450))
    publish(second, "age")
    third = make_desk("coordinator", "Karel Smit")
    acquainted(second, third)
    assert refused(lambda: exchange.take(third, path)) == "not_for_you"
    back = tmp_path / "terug.casusbundel"
    ledger.send_ledger(second, known(second, first), back)
    again = tmp_path / "nog eens.casusbundel"
    ledger.send_ledger(second, known(second, first), again)
    assert (
        refused(lambda: ledger.send_ledger(second, known(second, third), tmp_path / "3"))
        == "ledger_handed_over"
    )
    exchange.take(first, back)
    assert [one.number for one in of(first).entries] == [1, 2, 3]
    assert ledger.handed_over(first) is None
    assert [one.low for one in context_figures.context_figures(first)] == [450]
    assert first.vault.verify().findings == ()
    assert [one.version for one in indicators.known_indicators(first) if one.own] == [2]
    assert refused(lambda: exchange.look(first, again)) == "ledger_older"
    publish(first, "district", "age")

    with pytest.raises(InvalidForm):
        ledger.resume_ledger(second, "")
    ledger.resume_ledger(second, "Het bestand is nooit aangekomen.")
    assert refused(lambda: ledger.resume_ledger(second, "Het bestand is nooit aangekomen.")) == "ledger_here"
    publish(second, "phase")
    ledger.send_ledger(first, known(first, second), tmp_path / "splitsing")
    assert refused(lambda: exchange.look(second, tmp_path / "splitsing")) == "ledger_forks"


def test_a_book_that_was_tampered_with_is_not_taken_in(make_desk: MakeDesk, tmp_path: Path) -> None:
    first, second = acquainted(make_desk("coordinator"), make_desk("coordinator", "Fatima Haddad"))
    publish(first, "district")
    with first.reading() as session:
        payload = json.loads(ledger._payload(session, first))

    def changed(**parts: object) -> str:
        data = {**payload, **parts}
        with first.changing(label="send_ledger") as session:
            outgoing = exchange.Outgoing("ledger", 1, json.dumps(data).encode())
            exchange.send(first, session, [known(first, second)], outgoing, tmp_path / "x", overwrite=True)
        before = digest(second)
        reason = refused(lambda: exchange.take(second, tmp_path / "x"))
        assert digest(second) == before
        return reason

    row = payload["releases"][0]
    entry = row["entry"]
    assert changed(chain="0" * 64) == "ledger_broken"
    assert changed(releases=[{**row, "entry": {**entry, "number": 2}}]) == "ledger_broken"
    assert changed(releases=[{**row, "statement": {**row["statement"], "cells": 0}}]) == "ledger_broken"
    assert changed(releases=[{**row, "proof": ""}]) == "ledger_broken"
    assert changed(releases=[]) == "content"
    assert changed(releases=[{**row, "kind": "elsewhere"}]) == "content"
    assert changed(releases=[{**row, "made_at": "gisteren"}]) == "content"
    assert changed(releases=[{**row, "more": 1}]) == "content"
    bad = {"code": "x\n", "definition_version": 1, "definition": {}}
    for name in ("indicators", "catalogue", "words", "versions", "withdrawn"):
        assert changed(beside={**payload["beside"], name: [bad]}) == "content"
    for wrong in ({"periods": [{"at": "nu"}]}, {"context": [{"id": "x"}]}, {"targets": [1]}, {"more": []}):
        assert changed(office={**payload["office"], **wrong}) == "content"
    strange = [{"number": 9, "words": {}}]
    assert changed(beside={**payload["beside"], "words": strange}) == "content"
    assert changed(more=1) == "content"


def test_private_keys_stand_nowhere_but_in_their_own_row(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk("rio")
    meet(make_desk("pga_expert", "Anna Boer"), desk)
    with desk.changing(label="renew_identity") as session:
        for one in session.scalars(select(OwnIdentity)):
            one.seal_key, one.sign_key = bytes(32), b"\x01" * 32
            session.flush()
            session.delete(one)
    with desk.reading() as session:
        fields = set(session.scalars(select(FieldChange.field).where(FieldChange.kind == "own_identities")))
    assert fields >= {"created_at", "id"}
    assert not fields & {"seal_key", "sign_key"}
    assert desk.vault.verify().findings == ()
    assert undo.recent(desk)[0].never
