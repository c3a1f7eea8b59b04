# SPDX-License-Identifier: EUPL-1.2
"""The forms of families that a draft opens again; each draft key holds the ids its form needs."""

from functools import partial
from typing import Any

from casus.gui.drafts import Payload
from casus.gui.families.end_form import FamilyEndPanel
from casus.gui.families.form import FamilyPanel
from casus.gui.families.member_changes import MemberEditPanel, MemberMovePanel, MemberReviewPanel
from casus.gui.families.member_form import MemberPanel
from casus.gui.families.relative_form import RelativePanel
from casus.gui.forms_registry import FormSpec
from casus.gui.shell import Shell
from casus.gui.widgets.panel import SidePanel
from casus.services.desk import Desk


def forms(desk: Desk) -> list[FormSpec]:
    """Return the specs; a form about a family opens beside it, one about a member beside the list."""
    return [
        FormSpec("family", "gezinnen", partial(_family, desk)),
        FormSpec("family_member", "gezin", partial(_by_ids, desk, MemberPanel), _first),
        FormSpec("relative", "gezin", partial(_by_ids, desk, RelativePanel), _first),
        FormSpec("family_end", "gezin", partial(_by_ids, desk, FamilyEndPanel), _first),
        FormSpec("member_edit", "gezinnen", partial(_by_ids, desk, MemberEditPanel)),
        FormSpec("member_move", "gezinnen", partial(_by_ids, desk, MemberMovePanel)),
        FormSpec("member_review", "gezinnen", partial(_by_ids, desk, MemberReviewPanel)),
    ]


def _by_ids(desk: Desk, panel: Any, shell: Shell, about: str, draft: Payload) -> SidePanel:
    made: SidePanel = panel(shell, desk, *about.split(":"), draft=draft)
    return made


def _family(desk: Desk, shell: Shell, about: str, draft: Payload) -> SidePanel:
    family_id, _colon, member_id = about.partition(":")
    return FamilyPanel(shell, desk, family_id, member_id=member_id, draft=draft)


def _first(about: str) -> str:
    return about.split(":")[0]
