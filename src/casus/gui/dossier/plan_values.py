# SPDX-License-Identifier: EUPL-1.2
"""From a plan as it is kept to what its form holds."""

from typing import Any

from casus.gui.dates_text import short_date
from casus.gui.dossier.action_line import PARTNER, TEXT
from casus.services.plans import PlanView
from casus.services.records import Action


def goals_raw(plan: PlanView) -> list[dict[str, Any]]:
    """Return the goals of a plan as the field of goals holds them."""
    return [
        {
            "id": goal.record.id,
            "domain": goal.record.life_domain,
            "what": goal.record.title,
            "when": short_date(goal.record.due_on) if goal.record.due_on else "",
            "actions": [_action(plan, action) for action in goal.actions],
        }
        for goal in plan.goals
    ]


def owner_name(plan: PlanView, action: Action) -> str:
    """Return the name of the partner who does an action, or who was typed in; "" for a fixed choice."""
    return plan.partners.get(action.partner_id or "", "") or action.responsible or ""


def _action(plan: PlanView, action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "what": action.title,
        "who": _who(action),
        "name": owner_name(plan, action),
        "kind": action.intervention,
        "when": short_date(action.due_on) if action.due_on else "",
    }


def _who(action: Action) -> str:
    if action.partner_id:
        return f"{PARTNER}{action.partner_id}"
    if action.owner in ("worker", "person", "family"):
        return str(action.owner)
    return f"{TEXT}{action.responsible}" if action.responsible else "worker"
