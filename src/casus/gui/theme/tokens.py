# SPDX-License-Identifier: EUPL-1.2
"""The colours of Casus as tokens, and the contrast arithmetic that holds them to ui.md."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

HIGH_CONTRAST_MINIMUM = 7.0


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette: every colour as `#RRGGBB`, `line_width` in unscaled pixels."""

    name: str
    dark: bool
    window: str
    surface: str
    sidebar: str
    line: str
    control: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    neutral_soft: str
    hover: str
    line_width: int = 1

    def colors(self) -> dict[str, str]:
        """Return the colour tokens by name."""
        return {
            field: value
            for field in self.__dataclass_fields__
            if isinstance(value := getattr(self, field), str) and field != "name"
        }


LIGHT = Tokens(
    name="light",
    dark=False,
    window="#F6F5F2",
    surface="#FFFFFF",
    sidebar="#ECEAE4",
    line="#D8D5CC",
    control="#8A867C",
    text="#1F2328",
    muted="#5A5F66",
    accent="#1F4E79",
    accent_soft="#E3ECF5",
    on_accent="#FFFFFF",
    ok="#1E6B3C",
    ok_soft="#E6F2EA",
    warn="#8A4B00",
    warn_soft="#FBF0DF",
    danger="#A3201D",
    danger_soft="#FBEBE9",
    neutral_soft="#F0EEEA",
    hover="#F8F7F4",
)

DARK = Tokens(
    name="dark",
    dark=True,
    window="#16181B",
    surface="#1E2125",
    sidebar="#121416",
    line="#33383E",
    control="#7D848C",
    text="#ECEDEE",
    muted="#A9AFB6",
    accent="#8FBCE6",
    accent_soft="#22344A",
    on_accent="#121416",
    ok="#7CC796",
    ok_soft="#1E3427",
    warn="#E6B366",
    warn_soft="#382C18",
    danger="#F19A93",
    danger_soft="#402422",
    neutral_soft="#2A2E33",
    hover="#24282C",
)


def luminance(color: str) -> float:
    """Return the relative luminance (0-1) of `#RRGGBB` (WCAG 2.1, 1.4.3)."""
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio (1-21) of two colours (WCAG 2.1, 1.4.3)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def high_contrast(system: QPalette) -> Tokens:
    """Return a palette of the system's own colours; black and white where those are not far apart."""
    ground = _hex(system, QPalette.ColorRole.Window)
    text = _hex(system, QPalette.ColorRole.WindowText)
    if contrast(ground, text) < HIGH_CONTRAST_MINIMUM:
        ground, text = ("#000000", "#FFFFFF") if luminance(ground) < 0.5 else ("#FFFFFF", "#000000")
    dark = luminance(ground) < luminance(text)
    accent = _readable(_hex(system, QPalette.ColorRole.Highlight), ground, text)
    strong = {tone: _readable(getattr(DARK if dark else LIGHT, tone), ground, text) for tone in _TONES}
    soft = {f"{tone}_soft": ground for tone in (*_TONES, "accent", "neutral")}
    return Tokens(
        name="contrast",
        dark=dark,
        window=ground,
        surface=ground,
        sidebar=ground,
        line=text,
        control=text,
        text=text,
        muted=text,
        accent=accent,
        on_accent=ground,
        hover=ground,
        line_width=2,
        **strong,
        **soft,
    )


_TONES = ("ok", "warn", "danger")


def _hex(palette: QPalette, role: QPalette.ColorRole) -> str:
    return palette.color(QPalette.ColorGroup.Active, role).name(QColor.NameFormat.HexRgb)


def _readable(color: str, ground: str, fallback: str) -> str:
    return color if contrast(color, ground) >= HIGH_CONTRAST_MINIMUM else fallback
