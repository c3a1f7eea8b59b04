# SPDX-License-Identifier: EUPL-1.2
"""What the command line does around its commands: the window, the prompt, a bug, a stop."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from casus import cli
from casus.cli import commands, demo, passwords, texts
from casus.cli import main as cli_main
from casus.demo import team
from casus.services.letter import LetterFigure, LetterLine


class FakeWindow:
    """Remembers what it was asked to show."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def start(self) -> int:
        self.asked.append(("start",))
        return 0

    def open_demo(self, folder: Path) -> int:
        self.asked.append(("open", folder))
        return 0

    def write_screens(self, demo: Path, out: Path, language: str) -> Sequence[Path]:
        self.asked.append(("screens", demo, out, language))
        return (out / "vandaag.png",)


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> FakeWindow:
    """A window that only remembers, in a Dutch terminal without a display."""
    monkeypatch.setattr(cli_main, "harden", lambda: None)  # the test's own process stays as it is
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    return FakeWindow()


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A demo that is built at once."""
    letter = (
        LetterLine(LetterFigure("schools", "scholen", "40", 40, 40), 40),
        LetterLine(LetterFigure("top_x", "jongeren", "tientallen", 20, 99), 55),
        LetterLine(LetterFigure("rios", "RIO’s", "3", 3, 3), None),
    )
    made = team.DemoTeam(tmp_path, {}, (tmp_path / "rapport.pdf",), (tmp_path / "verslag.pdf",), letter, 2)
    monkeypatch.setattr(team, "build", lambda _folder, **_how: made)
    return tmp_path


def test_without_a_command_the_window_starts(window: FakeWindow) -> None:
    assert cli.run([], window) == 0
    assert window.asked == [("start",)]


def test_the_demo_prints_the_letter_beside_our_figures(
    window: FakeWindow, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["demo", str(built), "--no-window"], window) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].split() == ["scholen", "40", "40", "gelijk"]
    assert lines[3].split() == ["jongeren", "tientallen", "55", "gelijk"]
    assert lines[4].split() == ["RIO’s", "3", "–", "ANDERS"]
    assert window.asked == []


def test_without_a_display_the_demo_writes_pictures(
    window: FakeWindow, built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "has_display", lambda: False)
    cli.run(["demo", str(built)], window)
    cli.run(["demo", str(built), "--screens", str(built / "elders")], window)
    assert [asked[2] for asked in window.asked] == [built / "screens", built / "elders"]
    assert "Hier is geen beeldscherm" in capsys.readouterr().out


def test_with_a_display_the_demo_opens(
    window: FakeWindow, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "has_display", lambda: True)
    cli.run(["demo", str(built)], window)
    assert window.asked == [("open", built)]


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"QT_QPA_PLATFORM": "minimal:size=1"}, "win32", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_where_a_window_can_be_shown(environment: dict[str, str], platform: str, expected: bool) -> None:
    assert demo.has_display(environment, platform) is expected


def test_a_bug_is_told_without_any_value(
    window: FakeWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_asked: object, _language: str) -> int:
        raise KeyError("Xanthippe")

    monkeypatch.setitem(cli_main._COMMANDS, "info", fail)
    assert cli.run(["info", "kluis"], window) == cli_main.BUG
    told = capsys.readouterr().err
    assert "Xanthippe" not in told
    assert "KeyError" in told


@pytest.mark.parametrize("stop", [KeyboardInterrupt, EOFError])
def test_a_stop_at_the_prompt_ends_with_130(
    window: FakeWindow, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    def fail(_asked: object, _language: str) -> int:
        raise stop

    monkeypatch.setitem(cli_main._COMMANDS, "verify", fail)
    assert cli.run(["verify", "kluis"], window) == 130


def test_without_a_descriptor_the_password_is_asked_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(passwords.getpass, "getpass", lambda prompt: asked.append(prompt) or "geheim")
    assert passwords.password_from(None, "nl") == "geheim"
    assert asked == ["Wachtwoord van de kluis: "]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "nl_NL"}, "nl"),
        ({"LANG": "C"}, "nl"),
        ({"LC_ALL": "", "LANG": "en"}, "en"),
    ],
)
def test_the_language_is_that_of_the_terminal(environment: dict[str, str], expected: str) -> None:
    assert texts.terminal_language(environment) == expected


def test_every_text_is_there_in_both_languages() -> None:
    for part, entries in texts._catalogue().items():
        if part != "version":
            assert all(set(entry) == {"nl", "en"} for entry in entries.values())


def test_info_says_when_the_key_file_was_read_from_its_copy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = SimpleNamespace(
        folder="kluis", vault_id="1" * 32, format_version=1, slots=("escrow",), size=1_500_000,
        header_from_copy=True,
    )  # fmt: skip
    monkeypatch.setattr(commands.vaults, "inspect", lambda _folder: found)
    commands.info(SimpleNamespace(vault=Path("kluis")), "nl")  # type: ignore[arg-type]
    told = capsys.readouterr().out
    assert "kantoorsleutel" in told
    assert "1.5 MB" in told
    assert "onleesbaar" in told
