# SPDX-License-Identifier: EUPL-1.2
"""Keeps Tab in the order of the eye for what is made after its form was built."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def line_up(place: QWidget, parts: Sequence[QWidget]) -> None:
    """Let Tab come to `parts`, in their order, where the container `place` stands.

    Qt puts a new widget last in its window, and `QWidget.setTabOrder` does nothing with a container: neither
    as the first of two, nor with a part of its own.
    """
    before = _stop_before(place, parts)
    for part in parts:
        if before is not None:
            QWidget.setTabOrder(before, part)
        before = part


def _stop_before(place: QWidget, parts: Sequence[QWidget]) -> QWidget | None:
    step = place.previousInFocusChain()
    while step is not None and step is not place:
        takes_tab = bool(step.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and step not in parts and not place.isAncestorOf(step):
            return step
        step = step.previousInFocusChain()
    return None
