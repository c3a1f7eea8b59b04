# SPDX-License-Identifier: EUPL-1.2
"""Where what a package was about is shown, and what has to be done once one was taken in."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject

from casus.gui.shell import Shell
from casus.gui.widgets.panel import SidePanel
from casus.services import exchange
from casus.services.desk import Desk
from casus.services.exchange import Taken

_PAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "cases": ("dossier", "case:{0}"),
        "persons": ("dossier", "person:{0}"),
        "stories": ("verhalen", "{0}"),
        "releases": ("vrijgaven", ""),
        "contribution_batches": ("aanleveringen", ""),
    }
)
"""The page that shows a record of a kind, and what it is called there."""

FollowUp = Callable[[Shell, Desk, Taken], SidePanel | None]
_follow_ups: dict[str, FollowUp] = {}
OtherWay = Callable[[Shell, Path], SidePanel]
_other_ways: dict[str, OtherWay] = {}


def follow_up(kind: str, make: FollowUp) -> None:
    """Let a kind of package ask for something once it was taken in, such as an answer to its sender."""
    _follow_ups[kind] = make


def other_way(kind: str, make: OtherWay) -> None:
    """Let a kind of package be answered without taking it in."""
    _other_ways[kind] = make


def panel_instead(shell: Shell, kind: str, path: Path) -> SidePanel | None:
    """Return the panel by which a package of this kind is not taken in; None when there is none."""
    make = _other_ways.get(kind)
    return make(shell, path) if make is not None else None


def has_other_way(kind: str) -> bool:
    """Tell whether a package of this kind can be answered without taking it in."""
    return kind in _other_ways


def panel_after(shell: Shell, desk: Desk, kind: str, taken: Taken) -> SidePanel | None:
    """Return the panel that follows when a package of this kind was taken in; None when nothing does."""
    make = _follow_ups.get(kind)
    return make(shell, desk, taken) if make is not None else None


def can_open(shell: Shell, record_kind: str | None, record_id: str | None) -> bool:
    """Tell whether this role has a page for what a package was about."""
    page = _PAGES.get("cases" if record_kind == "transfers" else record_kind or "")
    return bool(record_id) and page is not None and page[0] in shell.page_keys()


def open_subject(shell: Shell, desk: Desk, owner: QObject, record_kind: str, record_id: str) -> None:
    """Go to what a package was about."""

    def go(subject: tuple[str, str]) -> None:
        page = _PAGES.get(subject[0])
        if page is not None:
            shell.open(page[0], page[1].format(subject[1]))

    shell.tasks.run(lambda: exchange.subject_of(desk, record_kind, record_id), owner=owner, done=go)
