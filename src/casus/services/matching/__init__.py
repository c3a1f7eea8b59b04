# SPDX-License-Identifier: EUPL-1.2
"""Who may count twice: the coordinator tells pseudonyms that look alike, the workers find out whether it is one person.

`hints` (coordinator to worker: pseudonyms only) · `asking` (worker to worker: a name, once the worker decided so)
· `answering` (what goes into the next contribution). docs/decisions/0012.
"""

from casus.services.matching.answering import (
    AnswerRow,
    Candidate,
    QuestionRow,
    answer_match,
    match_answers,
    match_questions,
    withdraw_match_answer,
)
from casus.services.matching.asking import HintRow, leave_match_hint, match_hints, send_match_question
from casus.services.matching.hints import HintsFor, doubtful, send_match_hints

__all__ = [
    "AnswerRow",
    "Candidate",
    "HintRow",
    "HintsFor",
    "QuestionRow",
    "answer_match",
    "doubtful",
    "leave_match_hint",
    "match_answers",
    "match_hints",
    "match_questions",
    "send_match_hints",
    "send_match_question",
    "withdraw_match_answer",
]
