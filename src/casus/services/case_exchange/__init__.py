# SPDX-License-Identifier: EUPL-1.2
"""A case goes to a colleague's vault in a sealed file, is answered, and may come back.

`offering` (sealing it) · `arriving` (looking at it and taking it in; `reading`, `people`, `matching`, `storing` and
`documents` do the parts) · `answering` (the answer, made there and taken in here).
"""

from casus.services.case_exchange.answering import AnswerRow, refuse_case, send_case_answer, to_answer
from casus.services.case_exchange.offering import OfferNotes, SealedOffer, offer_notes, send_case

__all__ = [
    "AnswerRow",
    "OfferNotes",
    "SealedOffer",
    "offer_notes",
    "refuse_case",
    "send_case",
    "send_case_answer",
    "to_answer",
]
