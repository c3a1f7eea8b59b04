# SPDX-License-Identifier: EUPL-1.2
"""What the coordinator of the demo adds to the figures: targets, a figure of others, and reports for the council."""

from datetime import date
from pathlib import Path

from casus.demo.told import told
from casus.domain.periods import Period
from casus.reports.composed import Block, ReportDocument
from casus.reports.composed.document import TEXT
from casus.services import composing, context_figures
from casus.services.context_figures import ContextFigureInput
from casus.services.desk import Desk
from casus.services.indicators import TargetInput, set_target

_TARGETS = {
    "programme_starts": 30,
    "schools": 40,
    "vog_ambassadors": 25,
    "buit_inspections": 280,
    "knock_and_talk": 120,
}
_BOMBINGS = ContextFigureInput(
    what="Plofkrakers in Nederland",
    low=400,
    unit="personen",
    source="Brief aan de raad, kenmerk 11870520",
    on=date(2023, 10, 31),
    pillar="careers",
    note="Een schatting, geen telling. Ongeveer twee derde komt uit Utrecht en Midden-Nederland.",
)


def aim(office: Desk, period: Period) -> None:
    """Set what the coordinator aims at in the period, some of it not reached, and keep a figure of others."""
    for code, value in _TARGETS.items():
        set_target(office, code, period, TargetInput(value))
    context_figures.add_context_figure(office, _BOMBINGS)


def compose_reports(office: Desk, release_id: str, folder: Path, language: str) -> tuple[Path, ...]:
    """Begin the letter, write the yearly report with its texts and stories, and put that in `folder`."""
    words = told()["report"]
    letter = composing.start_report(office, words["letter"][language], "letter", release_id, language).value
    composing.change_report(office, letter.id, _filled)
    report = composing.start_report(office, words["name"][language], "year", release_id, language).value
    composing.change_report(office, report.id, _written)
    return composing.export_report(office, report.id, folder, ("pdf",), overwrite=True)


def _filled(document: ReportDocument) -> ReportDocument:
    """Fill in the texts that are still empty."""
    for chapter in document.chapters:
        texts = told()["report"].get(chapter.pillar, {})
        for block in chapter.blocks:
            words = texts.get(block.part, {}).get(document.language)
            if block.kind == TEXT and not block.text and words:
                document = composing.put_block(document, chapter.key, _with(block, words))
    return document


def _written(document: ReportDocument) -> ReportDocument:
    """Fill in every text, and say first what was done."""
    document = _filled(document)
    for chapter in document.chapters:
        texts = told()["report"].get(chapter.pillar, {})
        if "did" in texts:
            new = Block(TEXT, "did", texts["did"][document.language])
            document = composing.put_block(document, chapter.key, new, after=chapter.blocks[0].key)
    return document


def _with(block: Block, words: str) -> Block:
    return Block(TEXT, block.part, words, key=block.key)
