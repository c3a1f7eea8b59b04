# SPDX-License-Identifier: EUPL-1.2
"""Requests of persons about their own data (GDPR articles 12 to 21): the steps, the terms, the list."""

from casus.services.inputs import AccessRequestInput
from casus.services.requests.inputs import (
    AnswerSentInput,
    ExtensionInput,
    IdentityInput,
    RequestDecisionInput,
    WithdrawalInput,
)
from casus.services.requests.reading import access_requests, get_request, open_requests
from casus.services.requests.request_list import RequestList, request_counts, stand_of, state_clause
from casus.services.requests.steps import (
    check_identity,
    decide_request,
    extend_request,
    is_open,
    receive_access_request,
    send_answer,
    withdraw_request,
)

__all__ = [
    "AccessRequestInput",
    "AnswerSentInput",
    "ExtensionInput",
    "IdentityInput",
    "RequestDecisionInput",
    "RequestList",
    "WithdrawalInput",
    "access_requests",
    "check_identity",
    "decide_request",
    "extend_request",
    "get_request",
    "is_open",
    "open_requests",
    "receive_access_request",
    "request_counts",
    "send_answer",
    "stand_of",
    "state_clause",
    "withdraw_request",
]
