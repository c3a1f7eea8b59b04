# SPDX-License-Identifier: EUPL-1.2
"""Contributions for tests: made-up coded rows, and a strategy that yields any valid contribution."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from hashlib import sha256

from hypothesis import strategies as st

from casus.counting.contribution import KINDS, Contribution, Row, sorted_rows
from casus.counting.marks import DIFFERENT, HANDED_OVER, JOINING, NUMBER, SAME, ManyMarks, Marks
from casus.counting.pseudonyms import NEAR_LENGTH
from casus.counting.tally import Counting
from casus.domain.codelists import codelist
from casus.domain.periods import Period

PERIOD = Period(date(2022, 10, 1), date(2023, 10, 31))
MADE = datetime(2023, 11, 1, 9, 0, tzinfo=UTC)
COUNTING = Counting(PERIOD, PERIOD.last, b"a snapshot key of 32 bytes long!")


def pseudonym(text: str) -> str:
    """Something that looks like a pseudonym, the same for the same text."""
    return sha256(text.encode()).hexdigest()[:32]


def a_contribution(
    *rows: Row,
    contributor: str = "a worker",
    role: str = "pga_expert",
    made_at: datetime = MADE,
    marks: Mapping[str, Iterable[tuple[str, str]]] | None = None,
    team: str = "a team",
) -> Contribution:
    """A contribution over the period of the letter with these rows; `marks` by person: kinds and what they digest.

    Whoever is in a row has a mark of their own, unless given.
    """
    given = {pseudonym(name): found for name, found in (marks or {}).items()}
    told = [
        Marks.of(one, ((kind, digest(kind, text)) for kind, text in given.get(one, ())))
        for one in sorted({row.subject for row in rows if row.subject is not None})
    ]
    return Contribution(
        pseudonym(team), pseudonym(contributor), role, PERIOD, PERIOD.last, made_at, sorted_rows(rows), marks=ManyMarks.of(told)
    )  # fmt: skip


def digest(kind: str, text: str) -> str:
    """Something that looks like a key of this kind."""
    if kind in (NUMBER, SAME, DIFFERENT, HANDED_OVER):
        return pseudonym(text)
    return pseudonym(f"{kind} {text}")[: None if kind in JOINING else NEAR_LENGTH]


def person_row(name: str, **codes: str) -> Row:
    """What is told of a person; a young person of 18-20 in Overvecht unless said otherwise."""
    given = {"age_group": "age_18_20", "district": "overvecht", "role": "young_person", **codes}
    return Row.of("person", pseudonym(name), pseudonym(f"person {name}"), **given)


def case_row(name: str, number: str = "1", **codes: str) -> Row:
    """A running Top X case in execution, unless said otherwise."""
    given = {"approach": "top_x", "phase": "execution", "state": "open", "opened": "2023-01", **codes}
    return Row.of("case", pseudonym(name), pseudonym(f"case {name} {number}"), **given)


def _values(code_list: str) -> st.SearchStrategy[str]:
    if code_list == "month":
        return st.sampled_from(["2022-10", "2023-01", "2023-10"])
    if code_list == "life_domains":
        return st.sampled_from(["0", "1", "12"])
    if code_list == "running_state":
        return st.sampled_from(["open", "ended"])
    return st.sampled_from(codelist(code_list).values)


PSEUDONYMS = st.integers(0, 5).map(lambda number: pseudonym(str(number)))


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Draw any valid row."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    rule = KINDS[kind]
    codes = {key: draw(_values(name)) for key, name in rule.codes.items()}
    for key in rule.optional:
        if draw(st.booleans()):
            del codes[key]
    subject = draw(PSEUDONYMS) if rule.subject else None
    record = pseudonym(f"record {draw(st.integers(0, 30))}")
    amount = draw(st.integers(1, 50))
    return Row(kind, subject, record, tuple(sorted(codes.items())), amount)


@st.composite
def contributions(draw: st.DrawFn) -> Contribution:
    """Draw any valid contribution."""
    role = draw(st.sampled_from(codelist("worker_role").values))
    some = draw(st.lists(rows(), max_size=20))
    kinds = st.sampled_from([*JOINING, DIFFERENT, HANDED_OVER, "near_surname", "date_slip"])
    keys = st.lists(st.tuples(kinds, st.sampled_from("012345")), max_size=4)
    marks = {name: draw(keys) for name in "012345"}
    return a_contribution(*some, contributor=draw(st.text(max_size=5)), role=role, marks=marks)
