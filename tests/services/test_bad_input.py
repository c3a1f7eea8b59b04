# SPDX-License-Identifier: EUPL-1.2
"""Every field of every input takes the lists of security.md 5.8: kept and read back, or refused by name."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from tests.helpers.every_field import (
    BY_THEIR_OWN_TESTS,
    CATALOGUE_USES,
    DAY,
    Use,
    World,
    fields_of,
    input_classes,
)
from tests.helpers.every_field import USES as RECORD_USES
from tests.helpers.field_kinds import FORMATTED, is_code, is_line
from tests.helpers.odd_texts import ODD
from tests.helpers.thorough import share
from tests.helpers.vaults import shared_desks

from casus.errors import InvalidForm
from casus.services import context_figures, persons
from casus.services.cases import CaseList
from casus.services.context_figures import ContextFigureInput
from casus.services.desk import Desk
from casus.services.detentions import DetentionList
from casus.services.error_sentences import known
from casus.services.families import FamilyList
from casus.services.indicators import TargetInput, targets
from casus.services.inputs import ContactInput, DetentionInput, PersonInput, PlanInput, ProgrammeInput
from casus.services.persons import PersonList
from casus.services.programmes import ProgrammeList
from casus.services.register_inputs import AmbassadorInput, WorkerInput
from casus.services.search import search
from casus.vault.tables.audit import AuditEntry, FieldChange

USES = {**RECORD_USES, **CATALOGUE_USES}
TOMORROW = date(2023, 11, 2)
PLANNED = frozenset(
    [
        "reference_date",
        "next_on",
        "due_on",
        "intake_on",
        "expected_on",
        "evaluate_on",
        "active_until",
        "started_on",
        "ended_on",
    ]
)
"""Days that may lie ahead; an appointment's own day too. A colleague may be known before the first day."""
ORDERED = [
    (ContactInput, "on", "next_on"),
    (ProgrammeInput, "registered_on", "intake_on"),
    (ProgrammeInput, "registered_on", "started_on"),
    (DetentionInput, "entered_on", "expected_on"),
    (DetentionInput, "entered_on", "plan_received_on"),
    (PlanInput, "on", "evaluate_on"),
    (AmbassadorInput, "trained_on", "active_until"),
    (WorkerInput, "started_on", "ended_on"),
]


REFUSED_AS = ("<email>", "<telephone>", "<time>", "<url>", "<period>", "<required>")
"""How a field with a form of its own refuses what does not fit."""
MOST = {ContextFigureInput: context_figures.MOST, TargetInput: targets.MOST}


def is_planned(kind: type, name: str) -> bool:
    pair = (kind.__name__, name)
    if pair in (
        ("ProgrammeInput", "started_on"),
        ("ProgrammeInput", "ended_on"),
        ("FamilyInput", "started_on"),
    ):
        return False
    return name in PLANNED or pair == ("AppointmentInput", "on") or kind.__name__ == "LeaveInput"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A worker's and a coordinator's desk."""
    with shared_desks(tmp_path_factory.mktemp("world"), "pga_expert", "coordinator") as (worker, coordinator):
        yield World(worker, coordinator)


def entries(desk: Desk) -> tuple[int, int]:
    """The numbers of the last entry and the last field change: each record that changes makes one."""
    with desk.reading() as session:
        return (
            session.scalar(select(func.max(AuditEntry.seq))) or 0,
            session.scalar(select(func.max(FieldChange.id))) or 0,
        )


def attempt(world: World, use: Use, **changes: object) -> tuple[str, Any]:
    """Store an input with one field changed: ("<rule>", None) when it is refused, else ("", what is kept).

    Refused means: as a form's error under the field's own name, with a sentence for it, nothing of what was
    typed in the error, and nothing in the vault. The last of several changes is the field that is looked at.
    """
    *_, (name, value) = changes.items()
    given = use.changed(world, changes)
    before = entries(use.desk(world))
    try:
        done = use.store(world, given)
    except InvalidForm as form:
        wrong = {error.field: error for error in form.errors}
        assert use.place(name) in wrong, f"{name} is refused as {list(wrong)}"
        error = wrong[use.place(name)]
        assert error.rule in known("rule")
        shown = f"{form}{form!r}{form.args}{error}{error!r}{error.args}"
        assert not isinstance(value, str) or len(value) < 3 or value not in shown
        assert entries(use.desk(world)) == before
        return f"<{error.rule}>", None
    with use.desk(world).reading() as session:
        return "", use.read(session, done.value.id, name)


def having(wanted: type) -> list[type]:
    """The inputs with a field of this type."""
    return [kind for kind in sorted(USES, key=lambda one: one.__name__) if any(fields_of(kind, wanted))]


def test_every_input_is_tried() -> None:
    assert input_classes() == {*USES, *BY_THEIR_OWN_TESTS}
    for kind, file in BY_THEIR_OWN_TESTS.items():
        assert kind.__name__ in (Path(__file__).parent / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", having(str))
def test_a_text_is_read_back_as_documented_or_refused_by_name(world: World, kind: type) -> None:
    wanted = enumerate(fields_of(kind, str))
    for name, (label, odd) in ((name, one) for turn, name in wanted for one in share(ODD.items(), turn, 6)):
        outcome, kept = attempt(world, USES[kind], **{name: odd.typed})
        expected = "<unknown_code>" if is_code(kind, name) else odd.line if is_line(kind, name) else odd.text
        if not (name in FORMATTED and outcome in REFUSED_AS):
            assert (outcome or kept) == expected, f"{name}: {label}"


@pytest.mark.parametrize("kind", having(str))
def test_spaces_alone_are_nothing_or_refused(world: World, kind: type) -> None:
    for name in fields_of(kind, str):
        outcome, kept = attempt(world, USES[kind], **{name: " \t\u00a0 "})
        refused_as = ("<required>", "<unknown_code>", "<time>", "<one_of>")
        assert outcome in refused_as or kept in (None, ""), name


@pytest.mark.parametrize("kind", having(date))
def test_a_day_outside_the_calendar_in_use_is_refused_by_name(world: World, kind: type) -> None:
    for name, day in product(
        fields_of(kind, date), (date.min, date(1899, 12, 31), date(2101, 1, 1), date.max)
    ):
        outcome, _ = attempt(world, USES[kind], **{name: day})
        assert outcome in ("<date>", "<too_old>", "<future>", "<before_start>", "<before_step>"), (
            f"{name}: {day}"
        )


@pytest.mark.parametrize("kind", having(date))
def test_what_has_happened_lies_not_in_the_future(world: World, kind: type) -> None:
    for name in fields_of(kind, date):
        outcome, kept = attempt(world, USES[kind], **{name: TOMORROW})
        assert (outcome or kept) == (TOMORROW if is_planned(kind, name) else "<future>"), name


@pytest.mark.parametrize(("kind", "start", "end"), ORDERED)
def test_an_end_before_its_start_is_refused_by_name(world: World, kind: type, start: str, end: str) -> None:
    outcome, _ = attempt(world, USES[kind], **{start: DAY, end: DAY - timedelta(days=1)})
    assert outcome in ("<before_start>", "<before_step>", "<next_before>")


@pytest.mark.parametrize("kind", having(int))
def test_a_number_out_of_range_is_refused_by_name(world: World, kind: type) -> None:
    for name, number in product(fields_of(kind, int), (-1, MOST.get(kind, 999_999) + 1, 2**63, 2**70)):
        assert attempt(world, USES[kind], **{name: number})[0] == "<number>", f"{name}: {number}"


def test_fifty_megabytes_are_refused_at_once(world: World) -> None:
    for kind, name in ((PersonInput, "surname"), (PersonInput, "note"), (ContactInput, "report")):
        given = USES[kind].changed(world, {name: "é" * 50_000_000})
        started = time.perf_counter()
        with pytest.raises(InvalidForm):
            USES[kind].store(world, given)
        assert time.perf_counter() - started < 1


def test_who_is_alike_can_be_asked_with_anything_typed_so_far(world: World) -> None:
    """The form asks while one types, before anything is checked."""
    for odd in ODD.values():
        persons.find_similar(world.worker, PersonInput(odd.typed, odd.typed, odd.typed, odd.typed))


def test_anything_can_be_searched_for(world: World) -> None:
    lists = [kind(world.worker) for kind in (PersonList, CaseList, FamilyList, DetentionList, ProgrammeList)]
    for odd in ODD.values():
        started = time.perf_counter()
        search(world.worker, odd.typed)
        for one in lists:
            one.ids(odd.typed)
        assert time.perf_counter() - started < 2
