# SPDX-License-Identifier: EUPL-1.2
"""Cell suppression as a pure puzzle: which figures to withhold so that what is small stays open, cheaply."""

from casus.disclosure.suppression.attacker import Effort
from casus.disclosure.suppression.puzzle import Clue, Puzzle, View
from casus.disclosure.suppression.search import Plan, solve

__all__ = ["Clue", "Effort", "Plan", "Puzzle", "View", "solve"]
