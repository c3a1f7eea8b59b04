# SPDX-License-Identifier: EUPL-1.2
"""A contribution has one form in bytes, and nothing else is read as one."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.counting import contribution
from casus.counting.contribution import Contribution, Row, Rows
from casus.errors import ContributionInvalid
from tests.helpers.contributions import (
    MADE,
    PERIOD,
    a_contribution,
    case_row,
    contributions,
    person_row,
    pseudonym,
)

SAMPLE = a_contribution(person_row("a"), case_row("a"), person_row("b"), case_row("b", phase="intake"))


def refused(content: bytes) -> str:
    with pytest.raises(ContributionInvalid) as caught:
        Contribution.from_bytes(content)
    return caught.value.reason


@given(contributions())
def test_what_is_written_is_read_back_the_same(made: Contribution) -> None:
    content = made.to_bytes()
    assert Contribution.from_bytes(content) == made
    assert Contribution.from_bytes(content).to_bytes() == content


@given(contributions(), st.integers(0), st.integers(0, 255))
def test_a_changed_byte_is_refused_or_changes_what_is_read(made: Contribution, place: int, byte: int) -> None:
    content = bytearray(made.to_bytes())
    content[place % len(content)] = byte
    try:
        found = Contribution.from_bytes(bytes(content))
    except ContributionInvalid:
        return
    assert found.to_bytes() == bytes(content)


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_refused(content: bytes) -> None:
    assert refused(content) in {"unreadable", "version"}


@given(st.integers(0))
def test_every_truncation_is_refused(length: int) -> None:
    content = SAMPLE.to_bytes()
    assert refused(content[: length % len(content)]) == "unreadable"


def _swapped(column: str) -> str:
    """A column of two pseudonyms the other way round."""
    return column[32:] + column[:32]


def _edited(edit: Callable[[dict[str, Any]], object], sample: Contribution = SAMPLE) -> bytes:
    data = json.loads(sample.to_bytes())
    edit(data)
    return json.dumps(data, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda d: d["rows"]["groups"][0].__setitem__(0, "secret"), "unknown_kind"),
        (lambda d: d["rows"]["groups"][0][1].update(name="Younes"), "unknown_key"),
        (lambda d: d["rows"]["groups"][0][1].pop("phase"), "missing_key"),
        (lambda d: d["rows"]["groups"][0][1].update(phase="Younes"), "unknown_code"),
        (lambda d: d["rows"]["groups"][0][1].update(opened="2023-13"), "unknown_code"),
        (lambda d: d["rows"]["groups"][0][1].update(opened="2023-01-15"), "unknown_code"),
        (lambda d: d["rows"]["groups"][0][1].update(phase=["execution"]), "unreadable"),
        (lambda d: d["rows"]["groups"][0].__setitem__(0, ["case"]), "unreadable"),
        (lambda d: d["rows"]["groups"][0].__setitem__(2, True), "unreadable"),
        (lambda d: d["rows"]["groups"][0].__setitem__(2, 2), "pseudonym"),
        (lambda d: d["rows"]["groups"][0].append("more"), "unreadable"),
        (lambda d: d["rows"]["groups"].reverse(), "order"),
        (lambda d: d["rows"]["groups"].append(d["rows"]["groups"][-1]), "order"),
        (
            lambda d: d["rows"]["groups"].append(["vog", {"month": "2023-01", "status": "granted"}, 0]),
            "amount",
        ),
        (
            lambda d: d["rows"]["groups"].append(["vog", {"month": "2023-01", "status": "granted"}, -1]),
            "amount",
        ),
        (
            lambda d: d["rows"].update(
                subjects="Younes El Amrani, 1 maart 2004." + d["rows"]["subjects"][31:]
            ),
            "pseudonym",
        ),
        (lambda d: d["rows"].update(subjects=d["rows"]["subjects"][32:]), "pseudonym"),
        (lambda d: d["rows"].update(subjects=d["rows"]["subjects"][1:]), "pseudonym"),
        (lambda d: d["rows"].update(subjects=None), "unreadable"),
        (lambda d: d["rows"].update(records="A" * 32 + d["rows"]["records"][32:]), "pseudonym"),
        (lambda d: d["rows"].update(records="0" * 30 + "  " + d["rows"]["records"][32:]), "pseudonym"),
        (lambda d: d["rows"].update(records="é" * 32 + d["rows"]["records"][32:]), "pseudonym"),
        (lambda d: d["rows"].update(records=["0" * 32]), "pseudonym"),
        (lambda d: d["rows"].update(records=["0"] * 128), "unreadable"),
        (lambda d: d["rows"].update(records=d["rows"]["records"] + "0" * 32), "pseudonym"),
        (lambda d: d["rows"]["amounts"].__setitem__(0, 0), "amount"),
        (lambda d: d["rows"]["amounts"].__setitem__(0, 10**9), "amount"),
        (lambda d: d["rows"]["amounts"].__setitem__(0, True), "amount"),
        (lambda d: d["rows"]["amounts"].append(1), "amount"),
        (
            lambda d: d["rows"].update(
                subjects=d["rows"]["subjects"][:64] + _swapped(d["rows"]["subjects"][64:])
            ),
            "order",
        ),
        (lambda d: d["rows"].update(more=1), "not_canonical"),
        (lambda d: d.update(team="the team"), "pseudonym"),
        (lambda d: d["marks"].update(subjects=_swapped(d["marks"]["subjects"])), "order"),
        (lambda d: d["marks"].update(subjects="0" * 32 + d["marks"]["subjects"][32:]), "pseudonym"),
        (lambda d: d["marks"].update(subjects="Younes El Amrani, 1 maart 2004. " * 2), "pseudonym"),
        (lambda d: d["marks"]["keys"].update(name=[[0], "0" * 16]), "unknown_key"),
        (lambda d: d["marks"]["keys"].update(exact=[[0], "Younes El Amrani, 1 maart 2004. "]), "pseudonym"),
        (lambda d: d["marks"]["keys"].update(exact=[[0], "0" * 31]), "pseudonym"),
        (lambda d: d["marks"]["keys"].update(exact=[[], ""]), "pseudonym"),
        (lambda d: d["marks"]["keys"].update(exact=[[2], "0" * 32]), "pseudonym"),
        (lambda d: d["marks"]["keys"].update(exact=[[-1], "0" * 32]), "pseudonym"),
        (lambda d: d["marks"]["keys"].update(exact=[[True], "0" * 32]), "pseudonym"),
        (lambda d: d["marks"]["keys"].update(exact=[[0, 0], "1" * 32 + "0" * 32]), "order"),
        (lambda d: d["marks"]["keys"].update(exact=[[0, 0], "0" * 64]), "order"),
        (lambda d: d["marks"]["keys"].update(exact=[[1, 0], "0" * 64]), "order"),
        (
            lambda d: d["marks"]["keys"].update(exact=[[0] * 201, "".join(f"{n:032x}" for n in range(201))]),
            "pseudonym",
        ),
        (lambda d: d["marks"]["keys"].update(exact="0" * 32), "unreadable"),
        (lambda d: d["marks"]["keys"].update(date_slip=[[0, 1], "0" * 33]), "pseudonym"),
        (lambda d: d.update(rows={}, marks={}), "unreadable"),
        (lambda d: d.update(rows=[], marks=[]), "unreadable"),
        (lambda d: d.update(extra=1), "not_canonical"),
        (lambda d: d.update(contributor="a vault"), "contributor"),
        (lambda d: d.update(role="mayor"), "contributor"),
        (lambda d: d.update(period="soon"), "unreadable"),
        (lambda d: d.update(period="2022-10-01..2023-10-31"), "not_canonical"),
        (lambda d: d.update(reference_date="2022-09-30"), "reference_date"),
        (lambda d: d.update(made_at="yesterday"), "unreadable"),
        (lambda d: d.update(format="other"), "unreadable"),
        (lambda d: d.update(version=2), "version"),
        (lambda d: d.pop("rows"), "unreadable"),
    ],
)
def test_each_kind_of_foreign_content_is_refused_with_its_reason(
    edit: Callable[[dict[str, Any]], object], reason: str
) -> None:
    assert refused(_edited(edit)) == reason


def test_a_kind_without_persons_has_no_subject() -> None:
    held = Row.of("consulting_hour", pseudonym("a"), pseudonym("r"), country="nl", month="2023-01")
    with pytest.raises(ContributionInvalid):
        a_contribution(held)


def test_other_spellings_of_the_same_content_are_refused() -> None:
    content = SAMPLE.to_bytes()
    assert refused(content + b"\n") == "not_canonical"
    assert refused(content.replace(b'"amount"', b'"amount" ').replace(b",", b", ", 1)) == "not_canonical"
    assert refused(content.replace(b'"format"', b'"\\u0066ormat"')) == "not_canonical"
    assert refused(content.replace(b'"version":1}', b'"version":1,"version":1}')) == "not_canonical"


def test_numbers_that_are_no_numbers_and_endless_nesting_are_refused() -> None:
    assert refused(b'{"format":NaN}') == "unreadable"
    assert refused(b"[" * 100_000) == "unreadable"
    assert refused(b'{"version":' + b"9" * 5000 + b"}") == "unreadable"


def test_oversize_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    content = SAMPLE.to_bytes()
    monkeypatch.setattr(contribution, "MAX_BYTES", len(content) - 1)
    assert refused(content) == "too_large"
    monkeypatch.undo()
    monkeypatch.setattr(contribution, "MAX_ROWS", 3)
    assert refused(content) == "too_large"


@pytest.mark.parametrize(
    "changes",
    [
        {"made_at": datetime(2023, 11, 1, 9)},
        {"made_at": MADE.replace(microsecond=1)},
        {"reference_date": date(2022, 1, 1)},
        {"contributor": "x"},
        {"rows": Rows.of([Row("case", "Younes", pseudonym("r"), ())])},
    ],
)
def test_nothing_uncoded_can_be_made_in_the_first_place(changes: dict[str, Any]) -> None:
    with pytest.raises(ContributionInvalid):
        replace(SAMPLE, **changes)


def test_the_order_of_rows_tells_nothing() -> None:
    first, second = person_row("a"), case_row("a")
    assert a_contribution(first, second) == a_contribution(second, first, first)
    assert a_contribution(first).period == PERIOD


def test_the_rows_are_not_in_the_text_of_a_contribution() -> None:
    assert SAMPLE.rows[0].record not in f"{SAMPLE!r} {SAMPLE.rows!r} {SAMPLE.marks!r}"
