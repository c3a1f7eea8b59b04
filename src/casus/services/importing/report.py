# SPDX-License-Identifier: EUPL-1.2
"""What a dry run found: counts that add up, errors by line and column, questions to decide once."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from casus.errors import CasusError, InvalidInput
from casus.services.error_sentences import field_sentence, sentence

READY, EXISTING, DOUBLE, HELD, FAILED = "ready", "existing", "double", "held", "failed"
"""What becomes of a line: imported, there already, twice in the file, held back (a question), wrong."""
FATES = (READY, EXISTING, DOUBLE, HELD, FAILED)


@dataclass(frozen=True)
class Problem:
    """Something wrong on a line: the name of its column ("" for the whole line), and the error."""

    line: int
    column: str
    error: CasusError

    @property
    def rule(self) -> str:
        """A code for the rule that is broken."""
        return str(self.error.data.get("rule") or type(self.error).__name__)

    def sentence(self, language: str) -> str:
        """Return what is wrong, in words."""
        if isinstance(self.error, InvalidInput):
            return field_sentence(self.error, language)
        return sentence(self.error, language)


@dataclass(frozen=True)
class Question:
    """A value that no list knows: its field, how many lines have it, and the code it may mean."""

    field: str
    column: str
    value: str
    folded: str
    lines: int
    suggestion: str


@dataclass(frozen=True)
class Candidate:
    """Someone a person of the file may be; on file, or on an earlier `line` of the file."""

    token: str
    name: str
    number: str
    birth_date: date | None
    district: str
    line: int


@dataclass(frozen=True)
class Doubt:
    """A person of the file who looks like others: decided once, under `key`."""

    key: str
    name: str
    birth_date: date | None
    lines: tuple[int, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class CheckReport:
    """The outcome of a dry run. `fates` gives what becomes of each line; `made` counts records by table.

    `doubles` gives for each line that is in the file twice the first line like it.
    """

    fates: Mapping[int, str]
    made: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    doubles: Mapping[int, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All lines with something in them; the sum of `count` over the fates."""
        return len(self.fates)

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What becomes of the lines that are neither imported nor wrong, in the form of problems."""
        return tuple(
            Problem(line, "", self._notice(line, fate))
            for line, fate in self.fates.items()
            if fate in (EXISTING, DOUBLE, HELD)
        )

    def _notice(self, line: int, fate: str) -> InvalidInput:
        if fate == DOUBLE:
            return InvalidInput("line", "same_line", first=self.doubles[line])
        return InvalidInput("line", "on_file") if fate == EXISTING else InvalidInput("line", "left_out")

    def count(self, fate: str) -> int:
        """Return how many lines have this fate."""
        return sum(one == fate for one in self.fates.values())


def problems_csv(report: CheckReport, language: str) -> bytes:
    """Return the errors for a file that holds nothing personal: line, column, rule, and the rule in words.

    Column names are the user's own and may hold anything, so a cell that a spreadsheet would take for a
    formula gets an apostrophe.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    english = language == "en"
    writer.writerow(
        ["line", "column", "rule", "meaning"] if english else ["regel", "kolom", "code", "uitleg"]
    )
    for problem in report.problems:
        writer.writerow([problem.line, _harmless(problem.column), problem.rule, problem.sentence(language)])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
