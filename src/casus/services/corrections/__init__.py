# SPDX-License-Identifier: EUPL-1.2
"""What the person disputes about their file, and what becomes of it (GDPR articles 16 to 19 and 21).

Noted, decided item by item, carried out in the record; recipients are told; an objection limits its case.
"""

from casus.services.corrections.carrying_out import carry_out_correction
from casus.services.corrections.deciding import decide_correction, note_correction
from casus.services.corrections.inputs import (
    CorrectionDecisionInput,
    CorrectionInput,
    NoticeInput,
    ObjectionDecisionInput,
    ObjectionInput,
)
from casus.services.corrections.notices import NoticeList, get_notice, settle_notice
from casus.services.corrections.objecting import (
    decide_objection,
    get_objection,
    lift_restriction,
    note_objection,
    objections_of,
)
from casus.services.corrections.reading import (
    Beside,
    CorrectionRow,
    CorrectionView,
    Disputable,
    besides_of,
    corrections_of,
    current_value,
    disputables,
    get_correction,
    state_of,
)
from casus.vault.correction_queries import CHANGING, ERASING

__all__ = [
    "CHANGING",
    "ERASING",
    "Beside",
    "CorrectionDecisionInput",
    "CorrectionInput",
    "CorrectionRow",
    "CorrectionView",
    "Disputable",
    "NoticeInput",
    "NoticeList",
    "ObjectionDecisionInput",
    "ObjectionInput",
    "besides_of",
    "carry_out_correction",
    "corrections_of",
    "current_value",
    "decide_correction",
    "decide_objection",
    "disputables",
    "get_correction",
    "get_notice",
    "get_objection",
    "lift_restriction",
    "note_correction",
    "note_objection",
    "objections_of",
    "settle_notice",
    "state_of",
]
