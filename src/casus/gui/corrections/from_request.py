# SPDX-License-Identifier: EUPL-1.2
"""From a request to what it is about: the form that fits its kind."""

from collections.abc import Callable

from casus.gui.corrections.note_form import CorrectionPanel
from casus.gui.corrections.objection_forms import ObjectionPanel
from casus.gui.shell import Shell
from casus.gui.widgets.panel import SidePanel
from casus.services.desk import Desk
from casus.services.records import AccessRequest

_ITEMS, _CASES = ("correction", "erasure"), ("objection", "restriction")
DISPUTING = frozenset({*_ITEMS, *_CASES})
"""Kinds of request (list access_kind) that dispute something."""


def noting_panel(shell: Shell, desk: Desk, request: AccessRequest) -> Callable[[], SidePanel] | None:
    """Return what makes the form in which is noted what a request is about; None for one that only asks to see.

    An objection that names no case is noted from the dossier of the case.
    """
    if request.kind in _ITEMS:
        return lambda: CorrectionPanel(shell, desk, request.person_id, "", "", request.id)
    case_id = request.case_id
    if request.kind in _CASES and case_id:
        return lambda: ObjectionPanel(shell, desk, request.person_id, case_id, request.id)
    return None
