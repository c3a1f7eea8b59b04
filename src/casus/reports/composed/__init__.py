# SPDX-License-Identifier: EUPL-1.2
"""A report composed by a coordinator: chapters of text, released figures and approved stories.

The document is plain data (`document`), texts get their figures by placeholders only (`placeholders`,
`verbal`, `hand_typed`), and `checking.compose` makes of document, release and stories what a writer prints.
"""

from casus.reports.composed.checking import Problem, ReadyReport, compose
from casus.reports.composed.document import Block, Chapter, ReportDocument, read

__all__ = ["Block", "Chapter", "Problem", "ReadyReport", "ReportDocument", "compose", "read"]
