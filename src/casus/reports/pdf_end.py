# SPDX-License-Identifier: EUPL-1.2
"""The end of the report as a PDF: how the figures are protected, the terms, and where each figure comes from."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from casus.disclosure import Release
from casus.reports import pdf_styles as look
from casus.reports import statement
from casus.reports.layout import Indicator
from casus.reports.pdf_parts import Said
from casus.reports.pdf_tables import pairs_table, text_table
from casus.reports.texts import Texts


def protection(release: Release, texts: Texts) -> Iterator[Flowable]:
    """Yield what stands under the heading on protection, with the statement of the release."""
    for number, text in enumerate(statement.paragraphs(release, texts)):
        yield Said(text, look.BODY if number else look.LEAD)
    yield Spacer(1, 10)
    title = Said(texts.say("statement.heading"), look.PART, "H2")
    head = texts.say("statement.what"), texts.say("statement.value")
    yield KeepTogether([title, pairs_table(head, statement.lines(release, texts))])


def appendix(texts: Texts, sourced: Sequence[Indicator]) -> Iterator[Flowable]:
    """Yield the terms, and the source of each of these figures."""
    say = texts.say
    yield Said(say("appendix_lead"), look.LEAD)
    yield Said(say("terms"), look.PART, "H2")
    terms = [(texts.pick(e["term"]), texts.pick(e["text"])) for e in texts.entries("terms")]
    yield text_table((say("term"), say("meaning_of")), terms, (90, look.WIDTH - 90))
    if not sourced:
        return
    yield Spacer(1, 18)
    yield CondPageBreak(120)
    yield Said(say("sources"), look.PART, "H2")
    heads = [say(name) for name in ("figure", "unit", "source", "reference_date")]
    rows = [_source_row(one, texts) for one in sourced]
    yield text_table(heads, rows, (160, 80, look.WIDTH - 340, 100))


def _source_row(indicator: Indicator, texts: Texts) -> tuple[str, ...]:
    pick, lead = texts.pick, indicator.lead
    return pick(lead.title), pick(lead.unit_label), pick(lead.source), texts.day(lead.reference_date)
