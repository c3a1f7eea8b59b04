# SPDX-License-Identifier: EUPL-1.2
"""Pictures of windows as small files: a window has few colours, so a palette of 256 shows no difference."""

from array import array
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QImage

_PALETTE, _SMALLEST = 256, 0
_ALIKE = 0xF8F8F8
"""Colours that are the same under this mask are one: else the many greys of letters leave a few red ones no place."""


def save_small(picture: QImage, path: Path) -> bool:
    """Write a picture with the 256 most used of its colours that differ, every other one as the nearest of them."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = array("I", bytes(image.constBits()))
    counted = Counter(pixels)
    palette = _palette(counted)
    places = {colour: place for place, colour in enumerate(palette)}
    for colour in counted:
        if colour not in places:
            places[colour] = _nearest(colour, palette)
    width, height = image.width(), image.height()
    row_of = array("B", map(places.__getitem__, pixels)).tobytes()
    indexed = QImage(row_of, width, height, width, QImage.Format.Format_Indexed8)
    indexed.setColorTable(palette)
    return bool(indexed.save(str(path), quality=_SMALLEST))


def _palette(counted: Counter[int]) -> list[int]:
    """Return the most used colour of each sort, of the sorts that are used most."""
    sorts: Counter[int] = Counter()
    chosen: dict[int, int] = {}
    for colour, times in counted.most_common():
        sorts[colour & _ALIKE] += times
        chosen.setdefault(colour & _ALIKE, colour)
    return [chosen[sort] for sort, _times in sorts.most_common(_PALETTE)]


def _nearest(colour: int, palette: list[int]) -> int:
    red, green, blue = _parts(colour)
    far = []
    for one in palette:
        its_red, its_green, its_blue = _parts(one)
        far.append((its_red - red) ** 2 + (its_green - green) ** 2 + (its_blue - blue) ** 2)
    return far.index(min(far))


def _parts(colour: int) -> tuple[int, int, int]:
    return colour >> 16 & 255, colour >> 8 & 255, colour & 255
