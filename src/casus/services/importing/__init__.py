# SPDX-License-Identifier: EUPL-1.2
"""Importing a spreadsheet: read it, say which column is what, try it, and keep it as one change."""

from casus.services.importing.csv_file import DELIMITERS, ENCODINGS
from casus.services.importing.grid import Grid, Line, Progress
from casus.services.importing.mapping import (
    Layout,
    data_lines,
    guess,
    header_of,
    match_columns,
    recall,
    remember,
)
from casus.services.importing.matching import AS_NEW, SKIP
from casus.services.importing.preview import Shown, preview
from casus.services.importing.reading import read_file
from casus.services.importing.report import (
    DOUBLE,
    EXISTING,
    FAILED,
    FATES,
    HELD,
    READY,
    Candidate,
    CheckReport,
    Doubt,
    Problem,
    Question,
    problems_csv,
)
from casus.services.importing.run import check, perform
from casus.services.importing.subjects import Field, Subject, subjects, subjects_of

__all__ = [
    "AS_NEW", "DELIMITERS", "DOUBLE", "ENCODINGS", "EXISTING", "FAILED", "FATES", "HELD", "READY", "SKIP",
    "Candidate", "CheckReport", "Doubt", "Field", "Grid", "Layout", "Line", "Problem", "Progress", "Question", "Shown",
    "Subject", "check", "data_lines", "guess", "header_of", "match_columns", "perform", "preview",
    "problems_csv", "read_file", "recall", "remember", "subjects", "subjects_of",
]  # fmt: skip
