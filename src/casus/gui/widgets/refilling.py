# SPDX-License-Identifier: EUPL-1.2
"""Filling a part of a page anew without losing the keyboard; what takes the keyboard in it, in the order of Tab."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid


def refill(area: QWidget, fill: Callable[[], object]) -> None:
    """Fill `area` anew; a keyboard in it goes to what has the same name now, else to the next that does the same.

    What goes on under other words, as the next step of a path does, has an object name that stays. When there is none, it goes to the beginning: what merely stands there now may do something else.
    """
    here = QApplication.focusWidget()
    if here is None or not area.isAncestorOf(here):
        fill()
        return
    name, words, before, path = _name(here), _words(here), stops_in(area), here.objectName()
    at = before.index(here) if here in before else 0
    fill()
    if isValid(here) and here.hasFocus() and area.isAncestorOf(here) and not put_away(here):
        return
    fresh = stops_in(area)
    same = [one for one in fresh if path and one.objectName() == path]
    same = same or [one for one in fresh if name and _name(one) == name]
    alike = [one for one in (*fresh[at:], *reversed(fresh[:at])) if words and _words(one) == words]
    target = same or alike or fresh[:1]
    if target:
        appear(target[0], area)
        target[0].setFocus(Qt.FocusReason.OtherFocusReason)


def stops_in(area: QWidget) -> list[QWidget]:
    """Return what takes the keyboard in a part of the window, in the order of Tab; what was put away does not."""
    found: list[QWidget] = []
    window = area.window()
    here = window.nextInFocusChain()
    while here is not None and here is not window:
        stops = here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.focusProxy() is None
        if stops and area.isAncestorOf(here) and not any(map(put_away, _within(here, area))):
            found.append(here)
        here = here.nextInFocusChain()
    return found


def put_away(part: QWidget) -> bool:
    """Whether it was hidden; what was just made is not shown yet either, but comes by itself."""
    return part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def appear(part: QWidget, area: QWidget) -> None:
    """Show what was just made: else it cannot take the keyboard yet."""
    for one in reversed(list(_within(part, area))):
        if one.isHidden():
            one.show()


def _within(part: QWidget, area: QWidget) -> Iterator[QWidget]:
    """Go from a part up to the area it is in."""
    here: QWidget | None = part
    while here is not None and here is not area:
        yield here
        here = here.parentWidget()


def _name(part: QWidget) -> str:
    return part.accessibleName() or _words(part)


def _words(part: QWidget) -> str:
    return part.text() if isinstance(part, QAbstractButton) else ""
