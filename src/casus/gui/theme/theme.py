# SPDX-License-Identifier: EUPL-1.2
"""The one place that gives the running application its colours, type and space, and changes them."""

import re
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from casus.assets import resource_path
from casus.gui.theme.fonts import register_fonts
from casus.gui.theme.layouts import rescale
from casus.gui.theme.scale import Scale
from casus.gui.theme.tokens import DARK, LIGHT, Tokens, high_contrast

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PLACE = re.compile(r"@(?:(px|pt|asset)\(([^)]+)\)|([a-z_]+))")


class ThemeName(StrEnum):
    """What a user can choose; `system` follows the computer's own setting while running."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """Colours, fonts and lengths of now; lives as a child of the application.

    Signals:
        changed: after every widget got the new palette, font and style sheet.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system_palette = QPalette(app.palette())
        self._template = resource_path("themes", "casus.qss").read_text(encoding="utf-8")
        self._family = register_fonts()
        self.choice = ThemeName.SYSTEM
        self.tokens = LIGHT
        self.scale = Scale()
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    def apply(self, choice: ThemeName | str, percent: int = 100) -> None:
        """Switch to a theme and a base size (80-200 %); every open window repaints."""
        self.choice = ThemeName(choice)
        self.tokens = self._resolve(self.choice)
        before, self.scale = self.scale, Scale(percent)
        self._app.setStyleSheet("")  # put in place of another, a sheet takes five times as long [measured]
        self._app.setPalette(palette_of(self.tokens))
        self._app.setFont(self.font())
        self._app.setStyleSheet(fill(self._template, self.tokens, self.scale))
        if before != self.scale:
            for window in self._app.topLevelWidgets():
                rescale(window, before.percent, self.scale.percent)
        self.changed.emit()

    def color(self, token: str) -> QColor:
        """Return a token as a colour."""
        return QColor(getattr(self.tokens, token))

    def px(self, pixels: float) -> int:
        """Return a length given in pixels at 100 % in real pixels."""
        return self.scale.px(pixels)

    def font(self, role: str = "body") -> QFont:
        """Return the font of a role: title, section, strong, body or small."""
        return self.scale.font(self._family, role)

    def _resolve(self, choice: ThemeName) -> Tokens:
        if choice is ThemeName.CONTRAST:
            return high_contrast(self._system_palette)
        if choice is ThemeName.SYSTEM:
            hints = self._app.styleHints()
            if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
                return high_contrast(self._system_palette)
            return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if choice is ThemeName.DARK else LIGHT

    def _follow_system(self) -> None:
        if self.choice is ThemeName.SYSTEM:
            self.apply(ThemeName.SYSTEM, self.scale.percent)


def theme() -> Theme:
    """Return the application's theme, made on first use with the light palette at 100 %."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("theme() needs a running QApplication")
    found = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(found, Theme):
        return found
    made = Theme(app)
    made.apply(ThemeName.LIGHT)
    return made


def fill(template: str, tokens: Tokens, scale: Scale) -> str:
    """Return the style sheet: `@token` colours, `@px(n)`, `@pt(f)` and `@asset(file)` filled in."""
    colors = tokens.colors()
    pictures = resource_path("themes", "dark" if tokens.dark else "light").as_posix()

    def value(match: re.Match[str]) -> str:
        unit, argument, name = match.groups()
        if unit == "px":
            return f"{scale.px(float(argument))}px"
        if unit == "pt":
            return f"{scale.points(float(argument)):.2f}pt"
        if unit == "asset":
            return f"{pictures}/{argument}"
        return f"{tokens.line_width}px" if name == "line_width" else colors[name]

    return _PLACE.sub(value, _COMMENT.sub("", template))


def palette_of(tokens: Tokens) -> QPalette:
    """Return the Qt palette of a set of tokens, for everything the style sheet does not reach."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, token in {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.hover,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.Highlight: tokens.accent_soft,
        role.HighlightedText: tokens.text,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.control,
        role.Shadow: tokens.control,
    }.items():
        palette.setColor(target, QColor(token))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.control))
    return palette
