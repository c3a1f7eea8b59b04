# SPDX-License-Identifier: EUPL-1.2
"""Where the user is: page, record, open form and cursor, kept in the vault with every draft.

So a form comes back where it was after a lock, and after a crash as well. Closing the form, or the window,
forgets it: then the next start begins at Vandaag, and the draft waits there.
"""

import logging
from dataclasses import dataclass
from typing import Any

from casus.errors import CasusError
from casus.gui.shell.history import Place
from casus.gui.widgets import spot as spots
from casus.gui.widgets.spot import Spot
from casus.services import drafts, settings
from casus.services.desk import Desk

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Standing:
    """Page and record, the draft key of the open form ("" for none), and where in it the keyboard is."""

    place: Place | None = None
    draft: str = ""
    spot: Spot | None = None

    def plain(self) -> dict[str, Any] | None:
        """Return it as JSON can hold it; None when there is no page."""
        if self.place is None:
            return None
        return {
            "key": self.place.key,
            "record": self.place.record_id,
            "draft": self.draft,
            "spot": self.spot.plain() if self.spot else None,
        }


def keep_place(desk: Desk, standing: Standing) -> None:
    """Remember it; when the vault cannot be written the draft beside it still brings the form back."""
    plain = standing.plain()
    if plain is None:
        return
    try:
        settings.set_setting(desk, drafts.STANDING, plain)
    except CasusError as error:
        _log.warning("place not kept: %s", type(error).__name__)


def last_place(desk: Desk) -> Standing:
    """Return where to go on; a draft that had to be kept outside the vault comes first."""
    kept: Any = settings.get_setting(desk, drafts.STANDING)
    outside = next((row.key for row in drafts.list_drafts(desk) if row.outside), "")
    if not isinstance(kept, dict):
        return Standing(draft=outside)
    draft = str(kept.get("draft", ""))
    spot = spots.read(kept.get("spot")) if outside in ("", draft) else None
    return Standing(Place(str(kept.get("key", "")), str(kept.get("record", ""))), outside or draft, spot)


def forget_place(desk: Desk) -> None:
    """Forget it: a next start begins at today."""
    if settings.get_setting(desk, drafts.STANDING) is not None:
        settings.set_setting(desk, drafts.STANDING, None)
