# SPDX-License-Identifier: EUPL-1.2
"""Space that follows the base size: margins and gaps of layouts that are on screen already."""

from PySide6.QtWidgets import QLayout, QWidget

_BASE = "spaceAt100"


def rescale(root: QWidget, before: int, now: int) -> None:
    """Give every layout under `root` the margins and gap it has at `before` per cent, at `now` per cent.

    What a layout has at 100 % is remembered in it, so that going back and forth does not drift.
    """
    layouts = [*root.findChildren(QLayout)]
    if (own := root.layout()) is not None and own not in layouts:
        layouts.append(own)
    for layout in layouts:
        base = layout.property(_BASE)
        if not isinstance(base, list):
            edges = layout.contentsMargins()
            lengths = (edges.left(), edges.top(), edges.right(), edges.bottom(), layout.spacing())
            base = [length * 100 / before for length in lengths]
            layout.setProperty(_BASE, base)
        left, top, right, bottom, gap = (round(length * now / 100) for length in base)
        layout.setContentsMargins(left, top, right, bottom)
        if gap >= 0:
            layout.setSpacing(gap)
