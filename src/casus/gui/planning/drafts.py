# SPDX-License-Identifier: EUPL-1.2
"""The forms of planning and of transfers that a draft opens again."""

from casus.gui.exchange.places import follow_up, other_way
from casus.gui.forms_registry import FormSpec
from casus.gui.planning.rhythm_form import RhythmPanel
from casus.gui.transfers.answers import AcceptPanel, RefusePanel
from casus.gui.transfers.offer import OfferPanel
from casus.gui.transfers.sealed import CaseAnswerPanel, CaseRefusalPanel, answer_after
from casus.services.desk import Desk


def forms(desk: Desk) -> list[FormSpec]:
    """Return the specs; an offer opens beside its dossier."""
    follow_up("case", answer_after)
    other_way("case", lambda shell, path: CaseRefusalPanel(shell, desk, path))
    return [
        FormSpec(
            "hand_over",
            "dossier",
            lambda shell, about, draft: OfferPanel(shell, desk, about, draft=draft),
            lambda about: f"case:{about}",
        ),
        FormSpec(
            "hand_over_accept",
            "planning",
            lambda shell, about, draft: AcceptPanel(shell, desk, about, draft=draft),
        ),
        FormSpec(
            "hand_over_refuse",
            "planning",
            lambda shell, about, draft: RefusePanel(shell, desk, about, draft=draft),
        ),
        FormSpec(
            "case_answer",
            "planning",
            lambda shell, about, draft: CaseAnswerPanel(shell, desk, about, draft=draft),
        ),
        FormSpec(
            "case_refusal",
            "pakketten",
            lambda shell, _about, draft: CaseRefusalPanel(shell, desk, draft=draft),
        ),
        FormSpec(
            "rhythm", "planning", lambda shell, about, draft: RhythmPanel(shell, desk, about, draft=draft)
        ),
    ]
