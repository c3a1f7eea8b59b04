# SPDX-License-Identifier: EUPL-1.2
"""The forms about detention that a draft opens again; each draft key holds the ids its form needs."""

from collections.abc import Callable
from typing import Any

from casus.gui.detentions.condition_form import ConditionPanel
from casus.gui.detentions.form import DetentionPanel
from casus.gui.detentions.id_form import IdApplicationPanel
from casus.gui.detentions.leave_form import LeavePanel
from casus.gui.detentions.release_form import ReleasePanel
from casus.gui.detentions.transfer_form import TransferPanel
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.shell import Shell
from casus.gui.widgets.panel import SidePanel
from casus.services.desk import Desk


def forms(desk: Desk) -> list[FormSpec]:
    """Return the specs; what is about a case opens beside its dossier."""

    def by_ids(panel: Any) -> Callable[[Shell, str, Payload], SidePanel | None]:
        return lambda shell, about, draft: panel(shell, desk, *about.split(":"), draft=draft)

    return [
        FormSpec("detention", "detentie", by_ids(DetentionPanel)),
        FormSpec("release", "detentie", by_ids(ReleasePanel)),
        FormSpec("transfer", "detentie", by_ids(TransferPanel)),
        FormSpec("leave", "detentie", by_ids(LeavePanel)),
        FormSpec("id_application", "dossier", by_ids(IdApplicationPanel), _inside),
        FormSpec("condition", "dossier", by_ids(ConditionPanel), _inside),
    ]


def _inside(about: str) -> str:
    """Return the place in the dossier where the form was opened."""
    return f"case:{about.split(':')[0]}#detention"
