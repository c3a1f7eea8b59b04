# SPDX-License-Identifier: EUPL-1.2
"""The terms of a request by the person about their data, and what an answer must hold (GDPR article 12)."""

from dataclasses import dataclass
from datetime import date

from casus.domain.dates import add_months
from casus.domain.phases import check_reason
from casus.errors import InvalidInput, NotAllowed

ANSWER_MONTHS = 1
"""GDPR article 12(3): "without undue delay and in any event within one month of receipt"."""
EXTENSION_MONTHS = 2
"""The same: "may be extended by two further months where necessary", taking complexity and number into account."""
GRANTED, PARTLY, DENIED = "granted", "partly", "denied"
"""Codes of list access_decision."""
REASONED = frozenset({PARTLY, DENIED})
"""Decisions that must be reasoned and name complaint and objection (GDPR 12(4), UAVG 34, Awb 3:45 and 3:46)."""


@dataclass(frozen=True)
class Term:
    """A request's term: the day it came in, and the day the person was told that it takes longer, if they were."""

    received_on: date
    extended_on: date | None = None

    @property
    def first_due_on(self) -> date:
        """Return the last day of the first month.

        The same day of the next month, or its last day where that day is missing (Regulation 1182/71, article
        3(2)(c)). A term that ends in a weekend is not lengthened here (3(4) allows it): too early does no harm.
        """
        return add_months(self.received_on, ANSWER_MONTHS)

    @property
    def due_on(self) -> date:
        """Return the last day to answer; an extension counts from the receipt, so no month end is lost."""
        months = ANSWER_MONTHS + (EXTENSION_MONTHS if self.extended_on is not None else 0)
        return add_months(self.received_on, months)

    def extended(self, told_on: date, reason: str) -> "Term":
        """Return this term with two months more.

        GDPR 12(3): "shall inform the data subject of any such extension within one month of receipt of the
        request, together with the reasons for the delay". So the day the person was told decides, not the day
        it is written down (the log keeps that one). Raises NotAllowed("extended_already"),
        InvalidInput("told_on", "before_step" or "after_term") and InvalidInput("reason", ...).
        """
        if self.extended_on is not None:
            raise NotAllowed("extended_already", on=self.extended_on)
        if told_on < self.received_on:
            raise InvalidInput("told_on", "before_step")
        if told_on > self.first_due_on:
            raise InvalidInput("told_on", "after_term", last=self.first_due_on)
        check_reason("reason", reason)
        return Term(self.received_on, told_on)


def check_decision(decision: str, reasoning: str, *, remedies_told: bool) -> None:
    """Check that a refusal, whole or in part, is reasoned and that its answer names complaint and objection.

    GDPR 12(4): the reasons, "the possibility of lodging a complaint with a supervisory authority and seeking a
    judicial remedy". Raises InvalidInput on "reasoning" or "remedies_told".
    """
    if decision in REASONED:
        check_reason("reasoning", reasoning)
        if not remedies_told:
            raise InvalidInput("remedies_told", "remedies_required")


def needs_identity(decision: str) -> bool:
    """Return whether who asks must have been checked before this answer may go out.

    Nothing about a person goes to anyone whose identity was not seen (GDPR 12(6), 32). A full refusal may go out
    without: it may be refused because nobody could be identified (GDPR 12(2)), and it holds no data.
    """
    return decision != DENIED
