# SPDX-License-Identifier: EUPL-1.2
"""Where the window goes when something that was found is chosen."""

from PySide6.QtCore import Qt

from casus.gui.lists import Query
from casus.gui.records import ListPage
from casus.gui.shell import MainWindow
from casus.services.search import Hit

_RECORDS = {"persons": "person", "cases": "case"}


def open_hit(window: MainWindow, hit: Hit) -> None:
    """Open the dossier, at the contact or task itself; the document; who is in a facility or with a partner."""
    if hit.kind in _RECORDS:
        window.open("dossier", f"{_RECORDS[hit.kind]}:{hit.record_id}")
    elif hit.kind == "families":
        window.open("gezin", hit.record_id)
    elif hit.kind == "facilities":
        _open_facility(window, hit)
    elif hit.kind == "attachments":
        window.open("bijlage", hit.record_id)
    elif hit.kind == "partners":
        _open_partner(window, hit)
    elif hit.place:
        window.open("dossier", f"{hit.place}{_spot(hit)}")
    else:
        _open_list(window, "taken", hit.title)


def _spot(hit: Hit) -> str:
    """Return the place in the dossier: what was done stands in the timeline, what is to be done in its tab."""
    if hit.kind == "programmes":
        return "#programmes"
    if hit.kind == "tasks" and hit.code == "open":
        return "#tasks"
    return f"#timeline:{hit.kind}:{hit.record_id}"


def _open_facility(window: MainWindow, hit: Hit) -> None:
    """Show who is inside, else who was; a facility where nobody ever was is only in the list of Beheer."""
    if hit.place and _has(window, "detentie"):
        chips = frozenset({"state:running"} if hit.place == "inside" else ())
        _open_list(window, "detentie", hit.title, chips)
    else:
        window.open("beheer", hit.record_id)


def _open_partner(window: MainWindow, hit: Hit) -> None:
    """Show the programmes a partner provides; else say whom to call."""
    if hit.place and _has(window, "trajecten"):
        _open_list(window, "trajecten", hit.title)
    else:
        window.announce(" · ".join(part for part in (hit.title, hit.subtitle) if part))


def _open_list(window: MainWindow, key: str, text: str, chips: frozenset[str] = frozenset()) -> None:
    window.open(key)
    page = window.page()
    if isinstance(page, ListPage):
        page.table.apply(Query(text, chips))
        page.table.view.setFocus(Qt.FocusReason.OtherFocusReason)


def _has(window: MainWindow, key: str) -> bool:
    return any(spec.key == key for spec in window.sidebar_specs())
