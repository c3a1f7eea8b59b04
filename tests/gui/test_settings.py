# SPDX-License-Identifier: EUPL-1.2
"""What the window remembers survives, and whatever is wrong with the file gives defaults."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from casus.errors import ExportFailed
from casus.gui.settings import ListState, Settings, load


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "casus" / "settings.json"
    settings = Settings(
        path, language="en", theme="dark", font_percent=150, lock_minutes=3, last_vault="/kluis"
    )
    settings.list_states["cases"] = ListState("name", True, (0, 160, 180))
    settings.save()
    assert load(path) == settings
    assert not path.with_suffix(".new").exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b'{"language": 3, "list_states": 4}', b"[" * 100_000],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load(path) == Settings(path)


@pytest.mark.parametrize(
    ("key", "value"),
    [("font_percent", 1000), ("font_percent", True), ("theme", "pink"), ("language", "fr"), ("lock_minutes", 0),
     ("last_vault", "x" * 5000), ("geometry", None)],
)  # fmt: skip
def test_a_value_out_of_range_gives_its_default_and_spares_the_others(
    tmp_path: Path, key: str, value: object
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"last_page": "casussen", key: value}), encoding="utf-8")
    loaded = load(path)
    assert getattr(loaded, key) == getattr(Settings(), key)
    assert loaded.last_page == "casussen"


def test_odd_list_states_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    states = {"a": 3, "b": {"sort": 4, "widths": ["x", 7], "descending": "yes"}, "c": {"widths": 3}}
    path.write_text(json.dumps({"list_states": states}), encoding="utf-8")
    assert load(path).list_states == {"b": ListState("", False, (7,)), "c": ListState()}


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(ExportFailed):
        Settings(blocked / "settings.json").save()


def test_settings_without_a_path_are_kept_nowhere() -> None:
    Settings().save()
    assert Settings().path is None


def test_nothing_about_a_person_has_a_place_in_the_settings() -> None:
    allowed = {
        "path", "language", "theme", "font_percent", "lock_minutes", "last_vault", "geometry", "last_page",
        "list_states",
    }  # fmt: skip
    assert {spec.name for spec in fields(Settings)} == allowed
