# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's indicators go to the workers: the same definition and version, never an older one, read strictly."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.builders import a_case, a_person
from tests.helpers.exchange import acquainted, digest
from tests.services.test_indicators import WEST, as_input

from casus.counting.catalogue import load
from casus.domain.periods import Period
from casus.errors import BundleInvalid, UndoRefused
from casus.services import contributions, exchange, indicators, stories, team, undo
from casus.services.checks import FormCheck
from casus.services.coverage import coverage
from casus.services.desk import Desk
from casus.services.exchange.kinds_of import catalogue, definitions
from casus.services.indicators import TargetInput, inputs
from casus.services.indicators.targets import targets_of

MakeDesk = Callable[..., Desk]
YEAR = Period.of_year(2023)
OWN = replace(WEST, title_nl="West en Overvecht", filters=("district=west", "district=overvecht"))


def known(desk: Desk, other: Desk) -> str:
    keys = exchange.identity(other).public
    return next(one.id for one in exchange.colleagues(desk) if one.keys == keys)


def in_force(desk: Desk) -> list[tuple[str, int, object, bool]]:
    return [(one.code, one.version, one.indicator, one.hidden) for one in indicators.known_indicators(desk)]


def aimed(desk: Desk) -> dict[str, int]:
    with desk.reading() as session:
        return {code: row.value for code, row in targets_of(session, YEAR).items()}


def test_a_worker_goes_by_what_the_coordinator_defined_last(make_desk: MakeDesk, tmp_path: Path) -> None:
    office, worker = acquainted(make_desk("coordinator"), make_desk("pga_expert", "Anna Boer"))
    to = known(office, worker)
    code = indicators.add_indicator(office, OWN).value.code
    indicators.change_indicator(office, "top_x", 1, as_input(office, "top_x", note_nl="Alleen Top X."))
    indicators.set_target(office, code, YEAR, TargetInput(40))
    late, first, second = (tmp_path / name for name in ("laat", "een", "twee"))
    for path in (late, first):
        catalogue.send_catalogue(office, [to], path)
    facts = {fact.name: fact.value for fact in exchange.look(worker, first).facts}
    title = as_input(office, "top_x").title_nl
    assert facts == {
        "indicators_new": "West en Overvecht (versie 1)",
        "indicators_changed": f"{title} (versie 2)",
        "targets": 1,
    }
    before_it = in_force(worker)
    exchange.take(worker, first)
    undo.undo(worker, undo.recent(worker)[0].batch_id)
    assert (in_force(worker), aimed(worker)) == (before_it, {})
    exchange.take(worker, first)
    assert in_force(worker) == in_force(office) != before_it
    assert aimed(worker) == {code: 40}
    assert (code, "West en Overvecht") in stories.indicator_choices(worker, "nl")
    assert exchange.look(worker, late).facts == (
        exchange.Fact("nothing_new", "nothing_new", "bundle_answer"),
    )

    team.make_team_key(worker)
    a_case(worker, a_person(worker))
    made = contributions.contribute(worker, YEAR)
    contributions.receive(office, made)
    assert [one.catalogue for one in coverage(office, YEAR) if one.batch_id] == ["same"]
    office.clock.moment += timedelta(minutes=1)  # type: ignore[attr-defined]
    indicators.set_target(office, code, YEAR, TargetInput(45))
    indicators.change_indicator(office, code, 1, replace(OWN, filters=("district=west",), reason="Te groot."))
    assert [one.catalogue for one in coverage(office, YEAR) if one.batch_id] == ["older"]

    catalogue.send_catalogue(office, [to], second)
    exchange.take(worker, second)
    exchange.take(worker, late)
    assert in_force(worker) == in_force(office)
    assert aimed(worker) == {code: 45}
    contributions.receive(office, contributions.contribute(worker, YEAR))
    assert [one.catalogue for one in coverage(office, YEAR) if one.batch_id] == ["same"]
    with office.reading() as session:
        told = definitions.told(session, fit=True)
    told[0]["hidden"] = not told[0]["hidden"]  # the number is here, but says something else
    content = json.dumps({"lists": {}, "indicators": told, "targets": []}).encode()
    with office.changing(label="send_catalogue") as session:
        exchange.send(office, session, [to], exchange.Outgoing("catalogue", 1, content), tmp_path / "anders")
    before = digest(worker)
    with pytest.raises(BundleInvalid, match="indicator_forks"):
        exchange.take(worker, tmp_path / "anders")
    assert digest(worker) == before
    sent = next(one for one in undo.recent(office) if one.code == "change_indicator")
    with pytest.raises(UndoRefused):
        undo.undo(office, sent.batch_id)


def test_a_definition_that_the_editor_would_refuse_is_refused() -> None:
    definition = inputs.raw_of(FormCheck(), OWN, load(), "own_both", 1)
    version: dict[str, Any] = {
        "code": "own_both", "definition_version": 1, "definition": definition, "hidden": False,
        "changed_on": "2023-11-01", "reason": "De raad vroeg ernaar.",
    }  # fmt: skip
    assert definitions.read([version], fit=True)[0].made is not None

    def other(code: str = version["code"], **parts: object) -> dict[str, Any]:
        return {**version, "code": code, "definition": definition | {"code": code} | parts}

    def refused(*told: dict[str, Any]) -> str:
        with pytest.raises(BundleInvalid) as caught:
            definitions.read([*told], fit=True)
        return caught.value.reason

    for parts in (
        {"protection": "exact"}, {"measure": "secrets"}, {"unit": "visits"}, {"where": {"district": "atlantis"}},
        {"where": {"district": ["west", "west"]}}, {"where": {"vog_status": "granted"}}, {"moment": "reference_date"},
        {"breakdowns": [["age_group", "approach", "phase"]]}, {"reference_day": "10-01"}, {"more": 1},
    ):  # fmt: skip
        assert refused(other(**parts)) == "indicator_unfit", parts  # type: ignore[arg-type]
    for parts in (
        {"title": {"nl": "Twee\nregels", "en": "Two"}}, {"version": 2}, {"note": {"nl": "a\x00", "en": "b"}},
        {"title": {"nl": " West", "en": "West"}}, {"where": {"district": ["west"]}},
    ):  # fmt: skip
        assert refused(other(**parts)) == "content", parts  # type: ignore[arg-type]
    later = {"definition_version": 2}
    assert refused(other("top_x")) == "content"  # the number of the shipped one
    assert refused(other("buit_inspections", version=2) | later) == "content"  # which counts inspections
    assert refused({**version, "reason": ""}) == refused({**version, "hidden": 1}) == "content"
    assert refused(version, version) == refused(version, other("own_twin")) == "content"
    aim = {
        "code": "top_x",
        "period": "2023",
        "value": 3,
        "aim": "at_least",
        "at": "2023-11-01T09:00:00+00:00",
    }
    assert definitions.read_targets([aim])[0].value == 3
    for wrong in ({"period": "soon"}, {"value": -1}, {"aim": "most"}, {"at": "2023-11-01"}, {"more": 1}):
        with pytest.raises(BundleInvalid):
            definitions.read_targets([aim | wrong])
