# SPDX-License-Identifier: EUPL-1.2
"""Where the user was when the vault locked: page, record and open form, kept in the vault itself."""

import logging
from typing import Any

from casus.errors import CasusError
from casus.gui.shell.history import Place
from casus.services import drafts, settings
from casus.services.desk import Desk

_log = logging.getLogger(__name__)
_NAME = "place_at_lock"


def keep_place(desk: Desk, place: Place | None, draft: str) -> None:
    """Remember it; when the vault cannot be written the draft beside it still brings the form back."""
    if place is None:
        return
    try:
        settings.set_setting(desk, _NAME, {"key": place.key, "record": place.record_id, "draft": draft})
    except CasusError as error:
        _log.warning("place not kept: %s", type(error).__name__)


def last_place(desk: Desk) -> tuple[Place | None, str]:
    """Return page and draft to open; a draft that had to be kept outside the vault comes first."""
    kept: Any = settings.get_setting(desk, _NAME)
    outside = next((row.key for row in drafts.list_drafts(desk) if row.outside), "")
    if not isinstance(kept, dict):
        return None, outside
    return Place(str(kept.get("key", "")), str(kept.get("record", ""))), outside or str(kept.get("draft", ""))


def forget_place(desk: Desk) -> None:
    """Forget it: a next start begins at today."""
    settings.set_setting(desk, _NAME, None)
