# SPDX-License-Identifier: EUPL-1.2
"""Pictures of windows as small files: a window has few colours, so a palette of 256 shows no difference."""

from array import array
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QImage

_PALETTE, _SMALLEST = 256, 0


def save_small(picture: QImage, path: Path) -> bool:
    """Write a picture with its 256 most used colours, every other one as the nearest of them."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = array("I", bytes(image.constBits()))
    counted = Counter(pixels)
    palette = [colour for colour, _times in counted.most_common(_PALETTE)]
    places = {colour: place for place, colour in enumerate(palette)}
    for colour in counted:
        if colour not in places:
            places[colour] = _nearest(colour, palette)
    width, height = image.width(), image.height()
    row_of = array("B", map(places.__getitem__, pixels)).tobytes()
    indexed = QImage(row_of, width, height, width, QImage.Format.Format_Indexed8)
    indexed.setColorTable(palette)
    return bool(indexed.save(str(path), quality=_SMALLEST))


def _nearest(colour: int, palette: list[int]) -> int:
    red, green, blue = _parts(colour)
    far = []
    for one in palette:
        its_red, its_green, its_blue = _parts(one)
        far.append((its_red - red) ** 2 + (its_green - green) ** 2 + (its_blue - blue) ** 2)
    return far.index(min(far))


def _parts(colour: int) -> tuple[int, int, int]:
    return colour >> 16 & 255, colour >> 8 & 255, colour & 255
