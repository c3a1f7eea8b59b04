# SPDX-License-Identifier: EUPL-1.2
"""Disclosure control: the only way a count leaves Casus; knows no person, no database, no language."""

from casus.disclosure.elsewhere import Elsewhere, enter_elsewhere, made_elsewhere
from casus.disclosure.figures.dimensions import PublishedDimension
from casus.disclosure.ledger import (
    Ledger,
    LedgerEntry,
    PublishedFigure,
    PublishedTable,
)
from casus.disclosure.model import (
    TOTAL,
    Audit,
    Category,
    Cell,
    CountTable,
    Dimension,
    Figure,
    FigureStatus,
    Group,
    Method,
    Preset,
    Protection,
    Refusal,
    ReleasedTable,
    Statement,
    Text,
    all_cells,
)
from casus.disclosure.presets import EXACT, PRESETS, STANDARD, STRICT
from casus.disclosure.progress import Progress, Stage
from casus.disclosure.proposals.coarsening import Change, Proposal, Step, applied, coarsened
from casus.disclosure.proposals.proposing import propose
from casus.disclosure.release import Release, release, reopen
from casus.disclosure.wording import words_of

__all__ = [
    "EXACT",
    "PRESETS",
    "STANDARD",
    "STRICT",
    "TOTAL",
    "Audit",
    "Category",
    "Cell",
    "Change",
    "CountTable",
    "Dimension",
    "Elsewhere",
    "Figure",
    "FigureStatus",
    "Group",
    "Ledger",
    "LedgerEntry",
    "Method",
    "Preset",
    "Progress",
    "Proposal",
    "Protection",
    "PublishedDimension",
    "PublishedFigure",
    "PublishedTable",
    "Refusal",
    "Release",
    "ReleasedTable",
    "Stage",
    "Statement",
    "Step",
    "Text",
    "all_cells",
    "applied",
    "coarsened",
    "enter_elsewhere",
    "made_elsewhere",
    "propose",
    "release",
    "reopen",
    "words_of",
]
