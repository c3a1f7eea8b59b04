# SPDX-License-Identifier: EUPL-1.2
"""Drafts: what is typed is handed over in time, once per change, and at once before a lock."""

from typing import Any

from pytestqt.qtbot import QtBot

from casus.gui.drafts import DraftKeeper


class Store:
    """Remembers what it was asked to keep."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, dict[str, Any]]] = []
        self.dropped: list[str] = []

    def save(self, key: str, payload: dict[str, Any]) -> None:
        self.kept.append((key, dict(payload)))


def test_a_changed_form_is_kept_within_the_interval(qtbot: QtBot) -> None:
    store, form = Store(), {"report": ""}
    keeper = DraftKeeper(store.save, interval_ms=20)
    keeper.register("visit:1", form.copy)
    form["report"] = "Moeder was thuis."
    keeper.touch("visit:1")
    qtbot.waitUntil(lambda: bool(store.kept), timeout=1000)
    assert store.kept == [("visit:1", {"report": "Moeder was thuis."})]


def test_a_form_nobody_typed_in_is_never_kept(qtbot: QtBot) -> None:
    store, form = Store(), {"report": ""}
    keeper = DraftKeeper(store.save, interval_ms=5)
    keeper.register("visit:1", form.copy)
    keeper.touch("visit:1")
    qtbot.wait(40)
    keeper.flush()
    keeper.close("visit:1")
    assert store.kept == []


def test_a_lock_keeps_every_open_form_at_once() -> None:
    background, now = Store(), Store()
    forms = {"visit:1": {"report": ""}, "case:new": {"note": ""}}
    keeper = DraftKeeper(background.save, save_now=now.save, interval_ms=60_000)
    for key, form in forms.items():
        keeper.register(key, form.copy)
    forms["visit:1"]["report"] = "half af"
    forms["case:new"]["note"] = "ook"
    keeper.flush()
    assert sorted(now.kept) == [("case:new", {"note": "ook"}), ("visit:1", {"report": "half af"})]
    assert background.kept == []
    assert keeper.open_keys() == ("visit:1", "case:new")


def test_closing_a_form_keeps_the_last_words_and_forgets_the_form() -> None:
    store, form = Store(), {"report": ""}
    keeper = DraftKeeper(store.save)
    keeper.register("visit:1", form.copy)
    form["report"] = "laatste"
    keeper.close("visit:1")
    keeper.flush()
    assert store.kept == [("visit:1", {"report": "laatste"})]
    assert keeper.open_keys() == ()


def test_storing_a_form_drops_its_draft_without_keeping_it_again() -> None:
    store, form = Store(), {"report": ""}
    keeper = DraftKeeper(store.save, drop_draft=store.dropped.append)
    keeper.register("visit:1", form.copy)
    form["report"] = "opgeslagen"
    keeper.discard("visit:1")
    keeper.close("visit:1")
    assert (store.kept, store.dropped) == ([], ["visit:1"])


def test_a_stored_draft_is_put_back_and_not_kept_again_unchanged() -> None:
    store, form = Store(), {"report": ""}
    keeper = DraftKeeper(store.save)
    keeper.register("visit:1", form.copy, form.update, {"report": "van gisteren"})
    keeper.flush()
    assert form == {"report": "van gisteren"}
    assert store.kept == []
