# SPDX-License-Identifier: EUPL-1.2
"""Composing a report of released figures and approved stories: begin, keep, look at, write.

`drafts` keeps reports in the vault, `released` opens a release of the book again, `templates` says what a report
begins as, `figures` what can be inserted, `output` checks and writes.
"""

from casus.reports.composed import Block, Chapter, Problem, ReportDocument
from casus.reports.composed.document import (
    FIGURES,
    HEADING,
    KINDS,
    MOST_BLOCKS,
    MOST_CHAPTERS,
    PARTS,
    STORIES,
    TEXT,
)
from casus.reports.composed.placeholders import elsewhere_text
from casus.reports.story import ReportStory
from casus.services.composing.drafts import (
    KIND,
    OpenReport,
    ReportLine,
    change_report,
    choose_release,
    find_report,
    open_report,
    remove_report,
    reports,
    start_report,
)
from casus.services.composing.editing import block_of, chapter_of, move, put_block, put_chapter, remove
from casus.services.composing.figures import FigureChoice, IndicatorChoice, figures, forms, indicators
from casus.services.composing.output import Preview, export_report, place_of, preview, problem_text, ready
from casus.services.composing.released import Choosable, to_choose

__all__ = [
    "FIGURES", "HEADING", "KIND", "KINDS", "MOST_BLOCKS", "MOST_CHAPTERS", "PARTS", "STORIES", "TEXT", "Block",
    "Chapter", "Choosable", "FigureChoice", "IndicatorChoice", "OpenReport", "Preview", "Problem", "ReportDocument",
    "ReportLine", "ReportStory", "block_of", "change_report", "chapter_of", "choose_release", "elsewhere_text",
    "export_report", "figures", "find_report", "forms", "indicators", "move", "open_report", "place_of", "preview",
    "problem_text", "put_block", "put_chapter", "ready", "remove", "remove_report", "reports", "start_report",
    "to_choose",
]  # fmt: skip
