# SPDX-License-Identifier: EUPL-1.2
"""Colours, type and space: tokens, the style sheet, and the focus ring."""

from casus.gui.theme.focus_ring import FocusRing
from casus.gui.theme.theme import Theme, ThemeName, theme

__all__ = ["FocusRing", "Theme", "ThemeName", "theme"]
