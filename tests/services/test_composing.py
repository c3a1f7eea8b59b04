# SPDX-License-Identifier: EUPL-1.2
"""Composing a report at a coordinator's desk: from a release of the book, undoable, and not written half."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from odfdo import Document
from sqlalchemy import text
from tests.helpers.contributions import PERIOD, a_contribution, case_row, person_row
from tests.reports.conftest import read_csv, text_of

from casus import reports
from casus.domain.policy import LICENCES
from casus.errors import (
    ExportFailed,
    InvalidForm,
    InvalidInput,
    LedgerBroken,
    NotAllowed,
    NotFound,
    ReportInvalid,
)
from casus.reports import csvw
from casus.reports.story import ReportStory
from casus.services import composing, registers, reporting, undo
from casus.services.composing import Block, ReportDocument, drafts
from casus.services.desk import Desk
from casus.services.registers import InspectionInput
from casus.services.withdrawing import withdraw_release

Office = tuple[Desk, reporting.ProtectedReport]


@pytest.fixture
def office(make_desk: object) -> Iterator[Office]:
    """A coordinator's desk with one release of exact and rounded figures, and one story."""
    desk = make_desk("coordinator")  # type: ignore[operator]
    pairs = [(person_row(f"p{n}"), case_row(f"p{n}")) for n in range(23)]
    reporting.receive(desk, a_contribution(*(row for pair in pairs for row in pair)))
    registers.add_inspection(desk, InspectionInput(date(2023, 5, 1), amount=296))
    protected = reporting.protect(desk, PERIOD)
    reporting.release(desk, protected)
    story = ReportStory(
        "s1", "Een deur", "young_person", "careers", (("situation", "Zo ging het."),), True, True, True
    )
    with patch.object(drafts, "stories_for_report", return_value=(story,)):
        yield desk, protected


def a_report(desk: Desk, template: str = "empty", name: str = "Verslag") -> str:
    """Begin a report of the only release; return its id."""
    return composing.start_report(desk, name, template, composing.to_choose(desk)[0].id).value.id


def put(desk: Desk, report_id: str, *blocks: Block) -> None:
    """Put blocks in a chapter of their own."""

    def edit(document: ReportDocument) -> ReportDocument:
        document = composing.put_chapter(document, "Hoofdstuk", "money_flows")
        for block in blocks:
            document = composing.put_block(document, document.chapters[-1].key, block)
        return document

    composing.change_report(desk, report_id, edit)


def test_a_release_is_opened_again_exactly_as_it_left(office: Office) -> None:
    desk, protected = office
    again = composing.open_report(desk, a_report(desk)).release
    assert again.tables == protected.release.tables
    assert (again.statement, again.preset, again.period) == (
        protected.release.statement, protected.release.preset, protected.release.period,
    )  # fmt: skip
    for fmt in ("csv", "csvw"):
        assert reports.render(again, fmt) == reports.render(protected.release, fmt)
    assert "dc:license" not in json.loads(reports.render(again, "csvw"))  # nobody gave anything away
    assert (*csvw.LICENCES,) == LICENCES  # what the policy may say, the description can
    given = json.loads(reports.render(again, "csvw", notes=reports.Colophon(licence="cc0")))
    assert given["dc:license"]["@id"].startswith("https://creativecommons.org/publicdomain/zero/")
    with desk.changing() as session:
        session.connection().execute(
            text("UPDATE release_wordings SET words = replace(words, 'phase', 'phrase')")
        )
    with pytest.raises(LedgerBroken, match="words"):
        composing.open_report(desk, composing.reports(desk)[0].id)


def test_all_files_of_a_report_say_the_same_and_no_half_report_is_written(
    office: Office, tmp_path: Path
) -> None:
    desk, protected = office
    report_id = a_report(desk)
    put(desk, report_id, Block("text", "did", "Er waren 296 controles, en {{figure:top_x}} jongeren."))
    with pytest.raises(ReportInvalid) as caught:
        composing.export_report(desk, report_id, tmp_path)
    (problem,) = caught.value.problems
    assert problem.proposal == "{{figure:buit_inspections}}"  # type: ignore[attr-defined]
    assert not [*tmp_path.glob("verslag*")]
    report = composing.open_report(desk, report_id)
    assert composing.place_of(report, problem, "nl") == "Hoofdstuk, Wat we deden"  # type: ignore[arg-type]
    key = report.document.chapters[0].blocks[0].key
    mended = Block(
        "text",
        "did",
        "Er waren {{figure:buit_inspections}} controles, en {{figure:top_x}} jongeren.",
        key=key,
    )
    codes = tuple(one.code for one in composing.indicators(report.release, "nl"))
    put(desk, report_id, Block("figures", "did", items=codes), Block("stories", "see", items=("s1",)))
    composing.change_report(desk, report_id, lambda document: composing.put_block(document, "", mended))
    pdf, ods, table, about = composing.export_report(desk, report_id, tmp_path)
    words = " ".join(text_of(pdf.read_bytes()).replace("\u00a0", " ").split())
    top_x = next(one for one in protected.release.tables if one.code == "top_x").figures[()].value
    assert f"Er waren 296 controles, en ongeveer {top_x} jongeren." in words
    assert "Zo ging het." in words
    numbers = {
        (line["indicator"], *(line[f"categorie_{n}"] for n in (1, 2) if line.get(f"categorie_{n}"))): line[
            "waarde"
        ]
        for line in read_csv(table.read_bytes())
    }
    exact = {
        (one.code, *cell): "" if figure.value is None else str(figure.value)
        for one in protected.release.tables
        for cell, figure in one.figures.items()
    }
    assert numbers == exact
    sheet = next(one for one in Document(ods).body.tables if one.name == "Overzicht")
    rows = {row[0]: row[1] for row in sheet.iter_values() if row[0]}
    assert rows["Controles door het BUIT"] == 296
    said = json.loads(about.read_bytes())
    assert said["url"] == table.name
    titles = [column["titles"]["nl"] for column in said["tableSchema"]["columns"]]
    assert titles == table.read_text(encoding="utf-8-sig").splitlines()[0].split(";")
    with pytest.raises(ExportFailed):
        composing.export_report(desk, report_id, tmp_path)


def test_a_withdrawn_story_and_a_withdrawn_release_keep_a_report_inside(
    office: Office, tmp_path: Path
) -> None:
    desk, _protected = office
    report_id = a_report(desk)
    put(desk, report_id, Block("text", "did", "Er is veel gedaan."), Block("stories", "see", items=("s1",)))
    with patch.object(drafts, "stories_for_report", return_value=()), pytest.raises(ReportInvalid) as caught:
        composing.export_report(desk, report_id, tmp_path)
    assert [one.code for one in caught.value.problems] == ["story_withdrawn"]  # type: ignore[attr-defined]
    assert not [*tmp_path.glob("verslag*")]
    assert composing.export_report(desk, report_id, tmp_path, ("pdf",))
    withdraw_release(desk, composing.to_choose(desk)[0].id, "Een tabel klopte niet.")
    assert composing.to_choose(desk) == ()
    with pytest.raises(ReportInvalid, match="withdrawn"):
        composing.export_report(desk, report_id, tmp_path, overwrite=True)


def test_every_step_can_be_taken_back_and_bad_input_changes_nothing(
    office: Office,
) -> None:
    desk, _protected = office
    report_id = a_report(desk, "letter", "Voortgang")
    before = composing.open_report(desk, report_id).document
    for block in (
        Block("text", "did", "x" * 1_000_000),
        Block("text", "did", "a\x00b"),
        Block("text", "nope", "a"),
    ):
        with pytest.raises((InvalidInput, ReportInvalid)):
            put(desk, report_id, block)
    assert composing.open_report(desk, report_id).document == before
    keys = [one.key for one in before.chapters]
    composing.change_report(desk, report_id, lambda document: composing.move(document, keys[1], -1))
    composing.change_report(desk, report_id, lambda document: replace(document, title="Anders"))
    assert [one.name for one in composing.reports(desk)] == ["Anders"]
    composing.remove_report(desk, report_id)
    for _step in range(3):
        undo.undo(desk, undo.steps(desk).undo.batch_id)  # type: ignore[union-attr]
    assert composing.open_report(desk, report_id).document == before
    with pytest.raises(InvalidForm) as refused:
        composing.start_report(desk, " ", "nope", None, "de")
    assert refused.value.data["fields"] == ("name", "template", "language", "release_id")
    with pytest.raises(NotFound):
        composing.find_report(desk, "weg")


def test_blocks_and_chapters_are_moved_and_none_is_ever_lost() -> None:
    document = composing.put_chapter(
        composing.put_chapter(ReportDocument("nl", "T"), "A", "", "a"), "B", "", "b"
    )
    for key in ("1", "2"):
        document = composing.put_block(document, "a", Block("text", "did", key, key=key))

    def shape(document: ReportDocument) -> str:
        return " ".join(one.key + "".join(block.key for block in one.blocks) for one in document.chapters)

    assert shape(document) == "a12 b"
    assert shape(composing.move(document, "2", 1)) == "a1 b2"
    assert shape(composing.move(composing.move(document, "2", 1), "2", -1)) == "a12 b"
    assert shape(composing.move(document, "1", -1)) == "a12 b"
    assert shape(composing.move(document, "b", -1)) == "b a12"
    assert shape(composing.put_block(document, "gone", Block("text", "did", "3", key="3"))) == "a12 b3"
    assert (
        shape(composing.put_block(document, "a", Block("text", "did", "3", key="3"), after="1")) == "a132 b"
    )
    assert shape(composing.remove(document, "a")) == "b"


def test_only_a_coordinator_composes(make_desk: object) -> None:
    desk = make_desk("pga_expert")  # type: ignore[operator]
    for act in (composing.reports, composing.to_choose):
        with pytest.raises(NotAllowed, match="role"):
            act(desk)
