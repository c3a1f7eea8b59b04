# SPDX-License-Identifier: EUPL-1.2
"""The ledger notices whatever was done to it since."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casus.disclosure import Ledger, LedgerEntry
from casus.errors import LedgerBroken
from tests.helpers.releases import AT, EMPTY, KEY, a_headline, a_release, a_table


def three() -> Ledger:
    ledger = EMPTY
    for number in range(3):
        table = a_table(population=f"persons{number}")
        ledger = ledger.extended(
            a_release(table, a_headline(), ledger=ledger, at=AT + timedelta(days=number)).entry
        )
    return ledger


LEDGER = three()


def _reason(entries: tuple[LedgerEntry, ...], key: bytes = KEY, head: str | None = LEDGER.head) -> object:
    with pytest.raises(LedgerBroken) as caught:
        Ledger(entries, key, head)
    return caught.value.data["reason"]


def test_a_whole_ledger_is_accepted_again_from_its_json() -> None:
    read = tuple(LedgerEntry.from_json(entry.to_json()) for entry in LEDGER.entries)
    assert read == LEDGER.entries
    assert Ledger(read, KEY, LEDGER.head).head == LEDGER.entries[-1].digest
    assert [entry.number for entry in read] == [1, 2, 3]


def test_json_is_canonical() -> None:
    text = LEDGER.entries[0].to_json()
    assert LedgerEntry.from_json(json.dumps(json.loads(text), indent=3)).to_json() == text


def test_truncated_ledgers_are_noticed() -> None:
    assert _reason(LEDGER.entries[:2]) == "head"
    assert _reason(()) == "head"
    assert _reason(LEDGER.entries[1:]) == "order"


def test_reordered_ledgers_are_noticed() -> None:
    first, second, third = LEDGER.entries
    assert _reason((second, first, third)) == "order"
    assert _reason((replace(second, number=1), replace(first, number=2), third)) == "order"


def test_an_older_copy_is_noticed_by_its_head() -> None:
    older = LEDGER.entries[:2]
    assert Ledger(older, KEY, older[-1].digest).entries == older
    assert _reason(older, head=LEDGER.head) == "head"
    assert _reason(LEDGER.entries, head=older[-1].digest) == "head"
    assert _reason(LEDGER.entries, head=None) == "head"


def test_another_installations_ledger_is_noticed() -> None:
    assert _reason(LEDGER.entries, key=b"another key of thirty-two bytes!") == "forged"


def _forgeries() -> list[tuple[str, Any]]:
    entry = json.loads(LEDGER.entries[1].to_json())
    return [(path, value) for path, value in _leaves(entry, "") if path != "/digest"]


def _leaves(raw: Any, path: str) -> list[tuple[str, Any]]:
    if isinstance(raw, dict):
        return [leaf for key, part in raw.items() for leaf in _leaves(part, f"{path}/{key}")]
    if isinstance(raw, list) and raw:
        return [leaf for number, part in enumerate(raw[:2]) for leaf in _leaves(part, f"{path}/{number}")]
    return [(path, raw)]


@pytest.mark.parametrize("path", [path for path, _ in _forgeries()])
def test_a_change_anywhere_in_an_entry_is_noticed(path: str) -> None:
    raw = json.loads(LEDGER.entries[1].to_json())
    *above, last = path.strip("/").split("/")
    place = raw
    for step in above:
        place = place[int(step)] if isinstance(place, list) else place[step]
    key: Any = int(last) if isinstance(place, list) else last
    place[key] = _other(place[key])
    with pytest.raises(LedgerBroken):
        _with_second(json.dumps(raw))


def _with_second(text: str) -> Ledger:
    return Ledger((LEDGER.entries[0], LedgerEntry.from_json(text), LEDGER.entries[2]), KEY, LEDGER.head)


def _other(value: Any) -> Any:
    if isinstance(value, bool) or value is None:
        return 1 if value is None else not value
    if isinstance(value, int | float):
        return value + 5
    return "x" if not value else value[:-1] + ("0" if value[-1] != "0" else "1")


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"format":1}', '{"format":2}', "not json", "1"])
def test_what_is_no_entry_is_called_broken(text: str) -> None:
    with pytest.raises(LedgerBroken):
        LedgerEntry.from_json(text)


def test_an_entry_that_does_not_follow_cannot_be_added() -> None:
    with pytest.raises(LedgerBroken):
        EMPTY.extended(LEDGER.entries[1])


def test_a_short_key_is_a_bug() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        Ledger((), b"short", None)


def test_exact_figures_carry_no_seal_and_rounded_ones_do() -> None:
    persons, register = LEDGER.entries[0].tables
    assert all(figure.seal for figure in persons.figures)
    assert not any(figure.seal for figure in register.figures)
