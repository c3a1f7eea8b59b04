# SPDX-License-Identifier: EUPL-1.2
"""A composed report: a number in a sentence can only be a released number; what is wrong has its place."""

import re
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.conftest import NUMBERS, Node, structure, text_of

from casus import reports
from casus.disclosure import Figure, FigureStatus, Release
from casus.errors import InvalidInput, ReportInvalid
from casus.reports import layout
from casus.reports.composed import Block, Chapter, Problem, ReportDocument, compose, hand_typed, read, verbal
from casus.reports.composed.document import PARTS
from casus.reports.composed.placeholders import FORMS, UNDER, FigureRef, elsewhere_text, figure_text, pieces
from casus.reports.story import ReportStory
from casus.reports.texts import Texts

KNOWN = frozenset({"top_x", "top_x/phase"})
NL = Texts("nl")


def a_story(key: str = "a", **changes: object) -> ReportStory:
    """A story that may be told."""
    parts = (("situation", "Hij kwam <b>niet</b> opdagen."), ("what_failed", "De eerste brief."))
    made = ReportStory(key, f"Verhaal {key}", "young_person", "careers", parts, True, True, True)
    return replace(made, **changes)


def a_document(*blocks: Block, **changes: object) -> ReportDocument:
    """A document of one chapter."""
    made = ReportDocument("nl", "Jaarverslag", "", (Chapter("Hoofdstuk", "", blocks),))
    return replace(made, **changes)


def problems(full: Release, text: str) -> list[Problem]:
    """What is wrong with a text."""
    return list(compose(a_document(Block("text", "did", text)), full, (), KNOWN).problems)


def said(full: Release, text: str) -> str:
    """How a text is printed."""
    ready = compose(a_document(Block("text", "did", text)), full, (), KNOWN)
    return "\n".join(ready.chapters[0].blocks[0].paragraphs).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "code", "about"),
    [
        ("{{figure:nope}}", "unknown_figure", "nope"),
        ("{{figure:top_x}}", "not_released", "top_x"),
        ("{{figure:top_x/phase}}", "not_released", "top_x/phase"),
        ("{{figure:by_both|age=12}}", "unknown_dimension", "age"),
        ("{{figure:by_both|district=mars}}", "unknown_category", "mars"),
        ("{{figure:inspections|tens}}", "form_unfit", "{{figure:inspections|tens}}"),
        ("{{figure:inspections|district=zuid}}", "unknown_dimension", "district"),
        ("{{figure:}}", "bad_placeholder", "{{figure:}}"),
        ("{{figure:a|b}}", "bad_placeholder", "{{figure:a|b}}"),
        ("{{figure:a|b=c|b=d}}", "bad_placeholder", "{{figure:a|b=c|b=d}}"),
        ("{{ figure:inspections }}", "bad_placeholder", "{{ figure:inspections }}"),
        ("{{figure:inspections", "bad_placeholder", "{{"),
        ("figure:inspections}}", "bad_placeholder", "}}"),
        ("{{figure:{{figure:experts}}}}", "bad_placeholder", "{{figure:{{figure:experts}}"),
        ("{{elsewhere:400|source=Brief}}", "bad_placeholder", "{{elsewhere:400|source=Brief}}"),
        ("{{elsewhere:400|source=|on=2023-11-28}}", "bad_placeholder", "{{elsewhere:400|source=|on=2023-11-28}}"),
        ("{{elsewhere:400|source=x|on=2023-13-28}}", "bad_placeholder", "{{elsewhere:400|source=x|on=2023-13-28}}"),
        ("<script>{{x}}</script>", "bad_placeholder", "{{x}}"),
    ],
)  # fmt: skip
def test_what_is_no_released_figure_is_an_error_with_its_place(
    full: Release, text: str, code: str, about: str
) -> None:
    found = problems(full, f"Vooraf, {text}")
    assert (found[0].code, found[0].about, found[0].blocks) == (code, about, True)
    assert (found[0].chapter, found[0].block, found[0].at) == (
        0,
        0,
        8 + text.index(about if about in text and code == "bad_placeholder" else text),
    )


def test_placeholders_become_the_released_figures_in_words(full: Release) -> None:
    total, zuid = (full.tables[0].figures[cell].value for cell in (("total", "total"), ("zuid", "total")))
    assert said(full, "{{figure:experts}} en {{figure:experts|word}}") == "5 en vijf"
    assert said(full, "{{figure:inspections}} of {{figure:inspections|round}}") == "1.296 of ongeveer 1.300"
    assert said(full, "{{figure:by_both}}") == f"ongeveer {NL.number(total)}"
    assert said(full, "{{figure:by_both|district=zuid}}") == f"ongeveer {NL.number(zuid)}"
    assert (
        said(full, "{{figure:by_both|district=zuid|phase=aftercare}}") == "geen"
    )  # impossible by definition
    assert (
        said(full, elsewhere_text("400", "Brief 1|2", full.tables[0].period[1]))
        == "400 (Brief 1 2, 31 oktober 2023)"
    )
    assert not problems(full, "{{figure:by_both|district=zuid}} {{figure:inspections|round}}")


REFUSED = (
    "35 jongeren", "vijfendertig jongeren", "tweeëndertig", "driehonderd", "1.296 controles", "50%", "3½ uur",
    "３５ jongeren", "٣٥", "35jongeren", "2023 jongeren", "de 12 van vorig jaar", "12, 13", "²", "thirty-five",
    "5x", "10:1", "1e4", "100.000", "-7", "2/3 van hen",
)  # fmt: skip
ALLOWED = (
    "In 2023 begon het.", "begin 2022", "sinds 1999", "2022-2023", "2022–2023", "(2023)", "28 november 2023", "28-11-2023",
    "2023-11-28", "1 mei", "november 2023", "artikel 2:50", "art. 18a Pbw", "lid 3", "kenmerk 11870520", "2e kans",
    "de 1ste keer", "om 10.00 uur", "week 12", "fase 2", "Stand in najaar 2023.", "één van hen", "twee pijlers", "dertien",
)  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_a_number_typed_by_hand_is_refused(full: Release, text: str) -> None:
    found = problems(full, f"Er waren {text} hier.")
    assert [one.code for one in found] == ["hand_typed"] * max(1, len(found))
    assert found
    assert all(one.blocks for one in found)
    ready = compose(a_document(title=f"Over {text} hier"), full, (), KNOWN)
    assert "hand_typed" in {one.code for one in ready.problems}


@pytest.mark.parametrize("text", ALLOWED[:-1])
def test_years_dates_and_articles_may_be_typed(full: Release, text: str) -> None:
    assert not [*hand_typed.find(text)]


def test_a_hand_typed_figure_that_was_released_is_proposed(full: Release) -> None:
    (found,) = problems(full, "Er waren 1.296 controles.")
    assert (found.about, found.proposal, found.at) == ("1.296", "{{figure:inspections}}", 9)


@given(
    value=st.integers(0, 5_000),
    rounded=st.booleans(),
    form=st.sampled_from(FORMS),
    language=st.sampled_from(["nl", "en"]),
)
@settings(max_examples=120)
def test_a_figure_in_words_never_says_more_than_the_published_figure(
    full: Release, value: int, rounded: bool, form: str, language: str
) -> None:
    table = full.tables[0]  # rounded to 5, at most 4 off
    value = value // 5 * 5 if rounded else value
    figure = Figure(value, FigureStatus.ROUNDED if rounded else FigureStatus.EXACT)
    texts = Texts(language)
    words = verbal.say(figure, table, form, texts)
    if words is None:
        return
    low, high = (max(0, value - 4), value + 4) if rounded else (value, value)
    number = re.sub(r"[.,]", "", words.split("\u00a0")[-1].split(" ")[-1])
    if form == UNDER or (rounded and value == 0):
        assert high < int(number) <= high + 5
    elif form == "tens" and value:
        first, below = {"t": (20, 100), "h": (200, 1000), "d": (2000, 10**6)}[
            words[0] if language == "nl" else {"do": "t", "hu": "h", "th": "d"}[words[:2]]
        ]
        assert first <= low <= high < below
    elif number.isdigit():
        assert (texts.say("verbal.about") in words) == (rounded or (form == "round" and value >= 20))
        assert abs(int(number) - value) <= max(0 if form != "round" else value * 0.13, 0)
    assert not rounded or not words.isdigit()


pieces_of_text = st.lists(
    st.sampled_from(["Er zijn ", "{{figure:experts}}", "{{figure:by_both|district=west}}", "{{figure:sessions|round}}", "{{", "}}", "12", "in 2023 ", "x|y", "\n"])
    | st.text(max_size=6)
)  # fmt: skip


@given(parts=pieces_of_text)
@settings(max_examples=60)
def test_no_number_gets_into_a_sentence_but_a_released_one(full: Release, parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join(getattr(one, "text", getattr(one, "raw", "")) for one in pieces(text)) == text
    ready = compose(a_document(Block("text", "did", text)), full, (), KNOWN)
    if ready.refused:
        return
    printed = " ".join(ready.chapters[0].blocks[0].paragraphs).replace("\u00a0", " ")
    released = {figure.value for table in full.tables for figure in table.figures.values()} | {45, 2025}
    for found in re.findall(r"\d[\d.]*", re.sub(r"in 2023", "", printed)):
        typed = found in text and not [*hand_typed.find(text)]
        assert typed or int(found.replace(".", "")) in released


def test_released_numbers_side_by_side_never_make_another(full: Release) -> None:
    one = "{{figure:experts}}"
    assert said(full, f"{one}{one}.{one}") == "5 5. 5"
    assert said(full, f"in 2023{one}2e") == "in 2023 5 2e"


def test_a_placeholder_round_trips(full: Release) -> None:
    for table in full.tables:
        names = [dimension.code for dimension in table.dimensions]
        for cell in layout.keys(table):
            (ref,) = pieces(figure_text(table.code.partition("/")[0], cell, names, "round"))
            assert isinstance(ref, FigureRef)
            assert dict(ref.filters) == {n: c for n, c in zip(names, cell, strict=True) if c != "total"}


def test_stories_that_may_not_be_told_keep_the_report_inside(full: Release) -> None:
    told = (
        a_story("a"),
        a_story("b", consent_stated=False),
        a_story("c", parts=(("situation", "x" * 30_000),)),
    )
    ready = compose(a_document(Block("stories", "see", items=("a", "b", "c", "gone"))), full, told, KNOWN)
    assert [one.key for one in ready.chapters[0].blocks[0].stories] == ["a"]
    assert {(one.code, one.about) for one in ready.refused} == {
        ("story_no_consent", "b"), ("story_too_long", "c"), ("story_withdrawn", "gone"),
    }  # fmt: skip
    calm = compose(
        a_document(Block("stories", "see", items=("a",))), full, [a_story(against_the_grain=False)], KNOWN
    )
    assert [one.code for one in calm.problems] == ["no_counter_story"]
    assert not calm.refused


def test_a_document_is_read_strictly_and_written_back_the_same() -> None:
    document = a_document(
        Block("text", "did", "Een\nTwee"),
        Block("figures", "did", items=("a", "b")),
        Block("heading", text="Focus"),
    )
    raw = document.as_data()
    assert read(raw) == document
    for wrong in (
        {**raw, "x": 1},
        {**raw, "language": "de"},
        {**raw, "chapters": "x"},
        {**raw, "title": 3},
        [],
        None,
    ):
        with pytest.raises(ReportInvalid) as caught:
            read(wrong)
        assert caught.value.reason == "unreadable"
    with pytest.raises(ReportInvalid, match="version"):
        read({**raw, "format": 2})
    for words, rule in (("x" * 1_000_000, "too_long"), ("a\x00b", "nul"), ("a\u202eb", "invisible")):
        with pytest.raises(InvalidInput) as refused:
            read(a_document(Block("text", "did", words)).as_data())
        assert refused.value.rule == rule
    with pytest.raises(InvalidInput):
        read(a_document(*[Block("text", "did")] * 401).as_data())


def a_big_report(full: Release, stories: int = 40) -> tuple[ReportDocument, list[ReportStory]]:
    """All parts of a chapter, every figure, many stories, long texts, markup, and an empty chapter."""
    told = [
        a_story(f"s{n}", parts=(("situation", "Lang verhaal met <i>tekens</i> & zo. " * 40),))
        for n in range(stories)
    ]
    codes = tuple(dict.fromkeys(table.code for table in full.tables if table.code != "by_district"))
    texts = [
        Block("text", part, "Alinea <b>&amp;</b> een.\n" + "Heel lange zin zonder einde, " * 130)
        for part in PARTS
    ]
    chapters = (
        Chapter(
            "Pijler",
            "careers",
            (Block("heading", text="Focus"), Block("figures", "did", items=codes), *texts),
        ),
        Chapter("Verhalen", "", (Block("stories", "see", items=tuple(one.key for one in told)),)),
        Chapter("Leeg"),
    )
    return ReportDocument("nl", "Jaarverslag 2023", "Grenzen stellen", chapters), told


@pytest.fixture(scope="module")
def big(full: Release) -> bytes:
    document, told = a_big_report(full)
    ready = compose(document, full, told, KNOWN)
    assert not ready.refused
    notes = reports.Colophon(7, 8, 0.996, 0.93)
    return reports.render_composed(ready, full, language="nl", notes=notes)[0]


def test_equal_reports_are_equal_files(full: Release) -> None:
    document, told = a_big_report(full, 1)
    small = replace(document, chapters=document.chapters[1:])
    one, other = (
        reports.render_composed(compose(small, full, told, KNOWN), full, language="en") for _ in range(2)
    )
    assert one == other
    assert one[1] == (3, 3)  # no tables: the next chapter begins on the same page


def test_the_pdf_holds_every_figure_story_and_text(full: Release, big: bytes) -> None:
    tree = structure(big)
    found = [
        [
            [cell.text.strip().replace("\u00ad", "").replace("\u00a0", " ") for cell in row.kids]
            for row in table.kids
        ]
        for table in tree.all("Table")
    ]
    expected = []
    for table in full.tables:
        if table.dimensions:
            grid = layout.grid(table, NL)
            rows = [
                [row.label, *(NL.figure(figure).replace("\u00a0", " ") for figure in row.figures)]
                for row in grid.rows
            ]
            expected.append([[grid.stub, *(column.label for column in grid.columns)], *rows])
    assert found[: len(expected)] == expected
    words = " ".join(text_of(big).split()).replace("\u00a0", " ")
    assert len([*tree.all("Sect")]) == words.count("Verhaal s") == 40
    assert "Alinea <b>&amp;</b> een." in words
    assert words.count("Heel lange zin") == 130 * len(PARTS)  # nothing of a long text is left out
    assert "7 van de 8 medewerkers" in words
    assert "99,6 %" in words
    assert not {
        number for number in NUMBERS if re.search(rf"(?<![\d.]){re.escape(NL.number(number))}(?!\d)", words)
    }
    levels = [int(node.role[1]) for node in _in_order(tree) if re.fullmatch(r"H\d", node.role)]
    assert all(after <= before + 1 for before, after in pairwise(levels))  # no level of headings is skipped


def _in_order(node: Node) -> list[Node]:
    return [node, *(one for kid in node.kids for one in _in_order(kid))]


def test_no_heading_stands_alone_at_the_end_of_a_page(big: bytes) -> None:
    headings = {
        "De situatie",
        "Wat niet werkte",
        "Wat we zien",
        "Wat we leren",
        "Wat we deden",
        "Verhaal uit de praktijk",
    }
    for page in pypdfium2.PdfDocument(big):
        lines = [line.strip() for line in page.get_textpage().get_text_bounded().splitlines() if line.strip()]
        last = [line for line in lines if not re.match(r"Gemeente Utrecht|\d+$", line)][-1]
        assert last not in headings
        assert not re.fullmatch(r"Verhaal s\d+", last)
