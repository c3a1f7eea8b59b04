# SPDX-License-Identifier: EUPL-1.2
"""The type scale and the 4-pixel space steps, both scaled with the user's base size."""

import sys
from dataclasses import dataclass

from PySide6.QtGui import QFont

MINIMUM, MAXIMUM = 80, 200
# A point is 1/72 inch on macOS and 1/96 elsewhere: both give 14 pixels of body text.
BASE_POINTS = 14.0 if sys.platform == "darwin" else 10.5

ROLE_FACTORS = {"title": 1.6, "section": 1.2, "body": 1.0, "strong": 1.0, "small": 0.9}
SEMIBOLD_ROLES = frozenset({"title", "section", "strong"})


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes at `percent` (80-200) of the base size."""

    percent: int = 100

    def __post_init__(self) -> None:
        object.__setattr__(self, "percent", max(MINIMUM, min(MAXIMUM, self.percent)))

    def px(self, pixels: float) -> int:
        """Return a length of the design (pixels at 100 %) in real pixels, at least 1 unless zero."""
        return max(1, round(pixels * self.percent / 100)) if pixels else 0

    def points(self, factor: float = 1.0) -> float:
        """Return a type size in points: `factor` times the base size."""
        return BASE_POINTS * self.percent / 100 * factor

    def font(self, family: str, role: str = "body") -> QFont:
        """Return the font of a role: title, section, strong, body or small."""
        font = QFont(family)
        font.setPointSizeF(self.points(ROLE_FACTORS[role]))
        font.setWeight(QFont.Weight.DemiBold if role in SEMIBOLD_ROLES else QFont.Weight.Normal)
        return font
