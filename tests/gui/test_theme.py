# SPDX-License-Identifier: EUPL-1.2
"""Colours, type and space keep to ui.md, and change while the program runs."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casus.assets import resource_path
from casus.gui.theme import FocusRing, theme
from casus.gui.theme.scale import BASE_POINTS, Scale
from casus.gui.theme.theme import fill
from casus.gui.theme.tokens import DARK, LIGHT, Tokens, contrast, high_contrast
from casus.gui.widgets.text_fields import TextField

GROUNDS = ("window", "surface", "sidebar", "accent_soft", "hover")
INKS = ("text", "muted", "accent", "ok", "warn", "danger")
PALETTES = (
    LIGHT,
    DARK,
    high_contrast(QPalette(QColor("#000000"))),
    high_contrast(QPalette(QColor("#FFFFFF"))),
)


@pytest.mark.parametrize("tokens", PALETTES, ids=lambda one: f"{one.name}-{one.window}")
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_every_text_can_be_read_on_every_ground(tokens: Tokens, ground: str, ink: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 5.3


@pytest.mark.parametrize("tokens", PALETTES, ids=lambda one: f"{one.name}-{one.window}")
def test_pills_banners_and_primary_buttons_can_be_read(tokens: Tokens) -> None:
    pairs = [(tone, f"{tone}_soft") for tone in ("ok", "warn", "danger", "accent")]
    pairs += [
        ("muted", "neutral_soft"),
        ("text", "neutral_soft"),
        ("on_accent", "accent"),
        ("window", "text"),
    ]
    pairs += [("text", f"{tone}_soft") for tone in ("ok", "warn", "danger")]
    for ink, ground in pairs:
        assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 5.3, (ink, ground)


@pytest.mark.parametrize("tokens", PALETTES, ids=lambda one: f"{one.name}-{one.window}")
@pytest.mark.parametrize("ground", GROUNDS)
def test_borders_of_controls_and_the_focus_ring_stand_out(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.control, getattr(tokens, ground)) >= 3
    assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


def test_high_contrast_uses_heavier_lines_and_the_systems_own_colours() -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Window, QColor("#202000"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    tokens = high_contrast(system)
    assert (tokens.window, tokens.text, tokens.line_width, tokens.dark) == ("#202000", "#ffff00", 2, True)


def test_high_contrast_does_without_system_colours_that_lie_close_together() -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Window, QColor("#777777"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("#888888"))
    assert contrast(high_contrast(system).text, high_contrast(system).window) == pytest.approx(21)


def test_the_style_sheet_is_filled_completely() -> None:
    template = resource_path("themes", "casus.qss").read_text(encoding="utf-8")
    filled = fill(template, LIGHT, Scale(150))
    assert "@" not in filled
    assert LIGHT.accent in filled
    assert f"{BASE_POINTS * 1.5 * 1.6:.2f}pt" in filled


@pytest.mark.parametrize(("asked", "got"), [(10, 80), (80, 80), (130, 130), (200, 200), (900, 200)])
def test_the_base_size_stays_between_80_and_200_per_cent(asked: int, got: int) -> None:
    assert Scale(asked).percent == got


def test_a_window_that_is_open_repaints_when_the_theme_changes(qtbot: QtBot) -> None:
    window = QWidget()
    window.setProperty("ground", "window")
    qtbot.addWidget(window)
    window.resize(60, 60)
    window.show()
    for name, tokens in (("light", LIGHT), ("dark", DARK)):
        theme().apply(name)
        QApplication.processEvents()
        assert window.grab().toImage().pixelColor(5, 5).name() == tokens.window.lower()


def test_text_and_space_of_an_open_window_follow_the_base_size_and_come_back(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(10, 10, 10, 10)
    label = QLabel("Tekst")
    layout.addWidget(label)
    qtbot.addWidget(window)
    window.show()
    before = label.sizeHint().height()
    for percent in (110, 90, 200):
        theme().apply("light", percent)
    assert layout.contentsMargins().left() == 20
    assert label.sizeHint().height() > before * 1.7
    theme().apply("light", 100)
    assert layout.contentsMargins().left() == 10


def test_the_keyboard_is_shown_by_a_ring_two_pixels_off(qtbot: QtBot, qapp: QApplication) -> None:
    ring = FocusRing(qapp, theme())
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(20, 20, 20, 20)
    field = TextField()
    layout.addWidget(field)
    qtbot.addWidget(window)
    window.resize(300, 120)
    window.show()
    window.activateWindow()
    field.take_focus()
    qtbot.waitUntil(field.control.hasFocus)
    QApplication.processEvents()
    box = field.control.rect()
    corner = field.control.mapTo(window, box.topLeft())
    picture = window.grab().toImage()
    ratio = picture.devicePixelRatio()
    above = picture.pixelColor(round((corner.x() + box.width() / 2) * ratio), round((corner.y() - 3) * ratio))
    assert above.name() == LIGHT.accent.lower()
    ring.deleteLater()
