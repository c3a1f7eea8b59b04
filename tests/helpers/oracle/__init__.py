# SPDX-License-Identifier: EUPL-1.2
"""An attacker of its own: what can be derived from released tables; shares no code with the engine.

It works on the full product of all attributes, on what is published and nothing else, with scipy, and
believes no answer that does not fit in plain integers.
"""

from tests.helpers.oracle.attacker import Attacker
from tests.helpers.oracle.listing import count_answers
from tests.helpers.oracle.program import Impossible, OracleFailed
from tests.helpers.oracle.world import Fact, Knowledge, Link, Sum, World

__all__ = [
    "Attacker",
    "Fact",
    "Impossible",
    "Knowledge",
    "Link",
    "OracleFailed",
    "Sum",
    "World",
    "count_answers",
]
