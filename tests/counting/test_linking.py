# SPDX-License-Identifier: EUPL-1.2
"""Who is one person over vaults: each rule, what stands in its way, and how often it is right."""

from datetime import timedelta
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from casus.counting import catalogue, tally
from casus.counting.contribution import KINDS, Contribution
from casus.counting.facts import combine
from casus.counting.linking import link, near_pairs
from casus.counting.registers import Registers
from casus.counting.tally import Counting
from casus.domain.near_names import MEASURED
from casus.gui.report.contribution_rows import KINDS as SHOWN
from tests.bench import exchange, linkage
from tests.helpers.contributions import MADE, a_contribution, case_row, contributions, person_row, pseudonym

Told = dict[str, list[tuple[str, str]]]


def of(worker: str, **told: list[tuple[str, str]]) -> Contribution:
    """A contribution with these persons and marks."""
    rows = [person_row(name) for name in told]
    return a_contribution(*rows, contributor=worker, marks=told)


def groups(*made: Contribution) -> list[str]:
    """Who is counted as one, as words of names."""
    linkage = link(made)
    names = {pseudonym(name): name for name in "abcdefgh"}
    found: dict[str, list[str]] = {}
    for subject in sorted({marks.subject for one in made for marks in one.marks}, key=names.__getitem__):
        found.setdefault(linkage.person(subject), []).append(names[subject])
    return sorted("".join(one) for one in found.values())


def test_each_rule_joins_and_a_chain_does_too() -> None:
    assert groups(of("1", a=[("exact", "x")]), of("2", b=[("exact", "x")])) == ["ab"]
    assert groups(of("1", a=[("match", "x")]), of("2", b=[("match", "x")])) == ["ab"]
    assert groups(of("1", a=[("number", "b")]), of("2", b=[])) == ["ab"]
    assert groups(of("1", a=[("same", "b")]), of("2", b=[])) == ["ab"]
    assert groups(of("1", a=[("near_surname", "x")]), of("2", b=[("near_surname", "x")])) == ["a", "b"]
    chain = (
        of("1", a=[("exact", "x")]),
        of("2", b=[("exact", "x"), ("match", "y")]),
        of("3", c=[("match", "y")]),
    )
    assert groups(*chain) == ["abc"]


def test_nobody_becomes_one_whom_a_worker_keeps_apart_and_they_are_doubtful() -> None:
    """Twins in one vault, and one of them in another: by the first letter nobody can tell which."""
    twins = of("1", a=[("exact", "mo"), ("match", "m")], b=[("exact", "mu"), ("match", "m")])
    third = of("2", c=[("match", "m")])
    assert groups(twins, third) == ["a", "b", "c"]
    assert len(link([twins, third]).doubtful) == 3
    known = of("2", c=[("exact", "mu"), ("match", "m")])
    assert groups(twins, known) == ["a", "bc"]
    assert not link([twins, known]).doubtful
    chain = of("1", a=[("exact", "x")], b=[("match", "y")])
    between = of("2", c=[("exact", "x"), ("match", "y")])
    assert groups(chain, between) == ["ac", "b"]
    assert not link([chain, between]).doubtful


def test_an_answer_goes_before_what_looks_alike() -> None:
    one, other = of("1", a=[("match", "x")]), of("2", b=[("match", "x"), ("different", "a")])
    assert groups(one, other) == ["a", "b"]
    assert near_pairs([one, other]) == []
    near = of("1", a=[("near_surname", "x")]), of("2", b=[("near_surname", "x")])
    assert [(pair.why, {pair.first, pair.second}) for pair in near_pairs(near)] == [
        ("near_surname", {pseudonym("a"), pseudonym("b")})
    ]
    assert near_pairs([near[0], of("2", b=[("near_surname", "x"), ("same", "a")])]) == []
    dated = (
        of("1", a=[("no_birth_date", "x"), ("match", "p")]),
        of("2", b=[("no_birth_date", "x"), ("match", "q")]),
    )
    assert near_pairs(dated) == []
    assert len(near_pairs([dated[0], of("2", b=[("no_birth_date", "x")])])) == 1


@given(st.lists(contributions(), min_size=2, max_size=3, unique_by=lambda one: one.contributor))
@settings(max_examples=25)
def test_order_makes_no_difference_and_no_worker_finds_two_of_theirs_joined(made: list[Contribution]) -> None:
    found = [link(order) for order in permutations(made)]
    assert all((one.one_of, one.doubtful) == (found[0].one_of, found[0].doubtful) for one in found)
    apart = {
        (marks.subject, pseudonym(name))
        for one in made
        for marks in one.marks
        for name in "012345"
        if pseudonym(name) in marks.of_kind("different")
    }
    told = {marks.subject for one in made for marks in one.marks}
    for one in made:
        own = {marks.subject for marks in one.marks}
        assert len({found[0].person(subject) for subject in own}) == len(own)
    for first, second in apart:
        if first != second and {first, second} <= told:
            assert found[0].person(first) != found[0].person(second)


def test_who_has_the_case_now_tells_of_it_although_the_other_contributes_later() -> None:
    mine = case_row("a", phase="monitoring")
    gone = a_contribution(
        person_row("a"), case_row("a", phase="intake"), contributor="1", made_at=MADE + timedelta(1),
        marks={"a": [("handed_over", "case a 1")]},
    )  # fmt: skip
    has_it = a_contribution(person_row("a"), mine, contributor="2")
    (case,) = combine([gone, has_it]).of("case")
    assert case.codes["phase"] == "monitoring"
    other = a_contribution(
        person_row("a"),
        case_row("a", phase="intake"),
        case_row("a", "2"),
        contributor="1",
        made_at=MADE + timedelta(1),
    )
    assert {row.codes["phase"] for row in combine([other, has_it]).of("case")} == {"intake", "execution"}


def test_linking_is_as_good_as_the_notes_of_a_report_say() -> None:
    scores = linkage.measure(1, 2_500)
    assert scores["joined"].precision >= MEASURED.precision
    assert scores["joined"].recall >= MEASURED.recall - 0.02
    assert scores["joined and answered"].recall >= MEASURED.answered - 0.01
    assert scores["asked"].precision >= 0.7
    assert scores["exact"].precision > scores["match"].precision - 0.001


def test_a_large_team_is_joined_to_the_number_it_has() -> None:
    made, truth = exchange.large_team(12, 40)
    counting = Counting(exchange.YEAR, exchange.YEAR.last, bytes(32))
    assert (
        sum(len(one.marks) for one in made) - link(made).joined == truth < sum(len(one.marks) for one in made)
    )
    tables = tally.count(catalogue.load(), made, Registers(), counting)
    young = next(one for one in tables if one.code.startswith("young_people") and not one.dimensions)
    assert young.counts == {(): truth}


def test_every_kind_of_row_has_words_on_the_page() -> None:
    assert KINDS.keys() <= SHOWN.keys()
