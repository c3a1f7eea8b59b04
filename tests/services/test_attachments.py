# SPDX-License-Identifier: EUPL-1.2
"""Documents in a dossier: what comes in is what comes out, in chunks; what is no document stays outside."""

import os
import socket
import sys
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select, text
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.papers import DAY, a_file, a_paper, about, pdf, png
from tests.helpers.vaults import shared_desks

from casus.errors import (
    AttachmentRefused,
    Cancelled,
    DiskFull,
    InvalidForm,
    InvalidInput,
    NotAllowed,
    NotFound,
    StaleRecord,
    UndoRefused,
    VaultDamaged,
)
from casus.services import attachments, cases, dossier, persons, undo
from casus.services.attachments import CHUNK, AttachmentReader, FileSource, MemorySource
from casus.services.audit import AuditList
from casus.services.desk import Desk
from casus.services.error_sentences import sentence
from casus.services.search import search
from casus.vault.tables import Attachment, AttachmentChunk, AuditEntry

SIZES = (1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK)
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Desk]]:
    """A worker's desk and a coordinator's, for all of this module."""
    with shared_desks(tmp_path_factory.mktemp("papers"), "pga_expert", "coordinator") as desks:
        yield desks


@pytest.fixture
def office(shared: tuple[Desk, Desk]) -> Desk:
    return shared[0]


@pytest.fixture
def person_id(office: Desk) -> str:
    return a_person(office).id


def content_of(desk: Desk, attachment_id: str) -> bytes:
    return b"".join(attachments.read_chunks(desk, attachment_id))


def reader(desk: Desk, attachment_id: str) -> AttachmentReader:
    return attachments.open_attachment(desk, attachment_id)


def chunks_in(desk: Desk) -> int:
    with desk.reading() as session:
        return session.scalar(select(func.count()).select_from(AttachmentChunk)) or 0


def refusal(desk: Desk, person_id: str, source: attachments.Source) -> str:
    """Return the sentence of a refusal; nothing may have come into the vault."""
    before = chunks_in(desk)
    with pytest.raises(AttachmentRefused) as found:
        attachments.add_attachment(desk, source, about(person_id))
    assert chunks_in(desk) == before
    assert sentence(found.value, "nl") != sentence(AttachmentRefused("x"), "nl")
    return sentence(found.value, "nl")


# --- in and out ------------------------------------------------------------------------------------


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_bytes_come_out_as_they_went_in(office: Desk, data: st.DataObject) -> None:
    person = _someone(office)
    size = data.draw(st.one_of(st.sampled_from(SIZES), st.integers(1, 2 * CHUNK + 3)))
    seed = data.draw(st.binary(min_size=1, max_size=40))
    content = (png() + seed * (size // len(seed) + 1))[: max(size, 16)]
    paper = a_paper(office, person, content)
    assert content_of(office, paper.id) == content
    opened = reader(office, paper.id)
    for _ in range(4):
        start = data.draw(st.integers(0, len(content) + 5))
        length = data.draw(st.integers(0, CHUNK + 5))
        assert opened.read_at(start, length) == content[start : start + length]


def _someone(desk: Desk, found: dict[str, str] = {}) -> str:  # noqa: B006 - once for all examples
    return found.setdefault(str(desk.vault.folder), a_person(desk).id)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("brief.pdf", pdf(), "application/pdf"),
        ("foto.pdf", png(), "image/png"),
        ("foto.jpg", b"\xff\xd8\xff\xe0" + bytes(20), "image/jpeg"),
        ("foto", b"GIF89a" + bytes(20), "image/gif"),
        ("foto.webp", b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(20), "image/webp"),
        ("foto.bmp", b"BM" + bytes(40), "image/bmp"),
        ("briefje.exe", "Café, één.\n".encode(), "text/plain"),
        ("BM.txt", b"BMW stond voor de deur, kenteken onbekend.", "text/plain"),
    ],
)
def test_what_it_is_follows_from_its_bytes(
    office: Desk, person_id: str, tmp_path: Path, name: str, content: bytes, media_type: str
) -> None:
    added = attachments.add_attachment(office, FileSource(a_file(tmp_path, name, content)), about(person_id))
    assert (added.value.media_type, added.value.size) == (media_type, len(content))
    assert added.changes.kinds == {"attachments"}
    assert content_of(office, added.value.id) == content


def test_adding_and_reading_a_large_document_takes_a_few_chunks_of_memory(
    office: Desk, person_id: str, tmp_path: Path
) -> None:
    path = tmp_path / "scan.pdf"
    with path.open("wb") as file:
        file.write(pdf()[:-30])
        file.truncate(24 * MEGABYTE)
        file.seek(24 * MEGABYTE - 7)
        file.write(b"\n%%EOF\n")
    seen: list[tuple[int, int]] = []
    tracemalloc.start()
    try:
        added = attachments.add_attachment(
            office, FileSource(path), about(person_id), lambda done, total: seen.append((done, total))
        )
        for _chunk in attachments.read_chunks(office, added.value.id):
            pass
        opened = reader(office, added.value.id)
        for at in range(0, opened.size, 5 * CHUNK // 2):
            opened.read_at(at, 1000)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20 * CHUNK
    assert seen[0] == (0, 24 * 1024)
    assert seen[-1] == (24 * 1024, 24 * 1024)
    assert len(seen) == 24 * MEGABYTE // CHUNK + 1


# --- what stays outside ----------------------------------------------------------------------------


def test_a_file_without_bytes_is_refused(office: Desk, person_id: str, tmp_path: Path) -> None:
    said = refusal(office, person_id, FileSource(a_file(tmp_path, "leeg.pdf", b"")))
    assert "0 bytes" in said


def test_a_file_of_five_gigabytes_is_refused_without_being_read(
    office: Desk, person_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_file(tmp_path, "film.pdf", b"%PDF-1.4")
    os.truncate(path, 5 * 1024 * MEGABYTE)
    monkeypatch.setattr("casus.services.attachments.storing._look_at", pytest.fail)
    said = refusal(office, person_id, FileSource(path))
    assert "5120 MB" in said
    assert "50 MB" in said


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 docx",
        b"MZ\x90\x00",
        b"\x7fELF\x02",
        bytes(40),
        b"ftyp\x00heic",
        b"{\\rtf1 x}",
        b"\xd0\xcf\x11\xe0",
    ],
)
def test_another_kind_is_refused_with_what_can_be_done(office: Desk, person_id: str, content: bytes) -> None:
    assert "PDF" in refusal(office, person_id, MemorySource("brief.pdf", content))


@pytest.mark.parametrize("content", ["caf\u00e9".encode("latin-1"), "brief".encode("utf-16"), b"ok\xc3"])
def test_text_in_another_encoding_is_refused(office: Desk, person_id: str, content: bytes) -> None:
    assert "UTF-8" in refusal(office, person_id, MemorySource("brief.txt", content))


def test_text_that_turns_out_to_be_none_is_refused_as_a_whole(office: Desk, person_id: str) -> None:
    content = b"een brief\n" * 60_000 + b"\x00"
    refusal(office, person_id, MemorySource("brief.txt", content))


def test_a_letter_may_lie_across_two_chunks(office: Desk, person_id: str) -> None:
    content = b"a" * (CHUNK - 1) + "é".encode() + b"b"
    assert content_of(office, a_paper(office, person_id, content).id) == content


def test_a_pdf_without_its_end_is_refused(office: Desk, person_id: str) -> None:
    assert "niet compleet" in refusal(office, person_id, MemorySource("brief.pdf", pdf()[:200]))


def test_a_folder_is_refused(office: Desk, person_id: str, tmp_path: Path) -> None:
    assert "map" in refusal(office, person_id, FileSource(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="making a link takes a right there")
def test_a_link_is_refused_also_to_an_ordinary_file(office: Desk, person_id: str, tmp_path: Path) -> None:
    link = tmp_path / "koppeling.pdf"
    link.symlink_to(a_file(tmp_path, "brief.pdf", pdf()))
    assert "snelkoppeling" in refusal(office, person_id, FileSource(link))


def test_a_windows_shortcut_is_refused(office: Desk, person_id: str) -> None:
    shortcut = b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(80)
    assert "snelkoppeling" in refusal(office, person_id, MemorySource("brief.pdf.lnk", shortcut))


@pytest.mark.skipif(sys.platform == "win32", reason="no such things there")
def test_pipes_sockets_and_devices_are_refused_without_waiting(
    office: Desk, person_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("luister")
        for place in (pipe, tmp_path / "luister", Path(os.devnull)):
            assert "apparaat" in refusal(office, person_id, FileSource(place))


@pytest.mark.parametrize("name", ["weg.pdf", "weg\x00.pdf", "n" * 300 + ".pdf", "../../weg.pdf"])
def test_a_file_that_is_not_there_is_told(office: Desk, person_id: str, tmp_path: Path, name: str) -> None:
    with pytest.raises(AttachmentRefused) as found:
        attachments.add_attachment(office, FileSource(tmp_path / name), about(person_id))
    assert found.value.reason in ("missing", "no_access")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may read everything")
def test_a_file_one_may_not_read_is_told(office: Desk, person_id: str, tmp_path: Path) -> None:
    path = a_file(tmp_path, "dicht.pdf", pdf())
    path.chmod(0)
    assert "mag of kan" in refusal(office, person_id, FileSource(path))


@pytest.mark.parametrize("change", ["shrink", "grow", "touch"])
def test_a_file_that_changes_while_it_is_read_is_refused(
    office: Desk, person_id: str, tmp_path: Path, change: str
) -> None:
    path = a_file(tmp_path, "scan.txt", b"regel\n" * 100_000)
    before = chunks_in(office)

    def meddle(done: int, _total: int) -> None:
        if done == 0:
            if change == "shrink":
                os.truncate(path, 1000)
            elif change == "grow":
                path.open("ab").write(b"nog meer")
            else:
                os.utime(path, ns=(1, 1))

    with pytest.raises(AttachmentRefused) as found:
        attachments.add_attachment(office, FileSource(path), about(person_id), meddle)
    assert found.value.reason == "changed"
    assert chunks_in(office) == before


def test_stopping_half_way_leaves_nothing(office: Desk, person_id: str) -> None:
    before = chunks_in(office)

    def stop(done: int, _total: int) -> None:
        if done > 600:
            raise Cancelled

    with pytest.raises(Cancelled):
        attachments.add_attachment(
            office, MemorySource("x.txt", b"tekst\n" * 200_000), about(person_id), stop
        )
    assert chunks_in(office) == before


def test_a_disk_without_room_is_noticed_before_anything_is_written(
    office: Desk, person_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _place: type("Room", (), {"free": 1000}))
    before = chunks_in(office)
    with pytest.raises(DiskFull):
        a_paper(office, person_id)
    assert chunks_in(office) == before


def test_what_the_database_says_of_a_full_disk_is_told_and_leaves_nothing(
    office: Desk, person_id: str
) -> None:
    before = chunks_in(office)
    with office.reading() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar_one()
        session.execute(
            text(f"PRAGMA max_page_count = {pages + 40}")
        )  # the connection that is kept in the pool
    try:
        with pytest.raises(DiskFull):
            a_paper(office, person_id, b"tekst\n" * 2_000_000)
    finally:
        with office.reading() as session:
            session.execute(text("PRAGMA max_page_count = 1073741823"))
    assert chunks_in(office) == before
    assert a_paper(office, person_id).size > 0


# --- names and words -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("brief_rechtbank 2023.pdf", "brief rechtbank 2023"),
        ("../../../etc/passwd", "passwd"),
        ("..\\..\\geheim.pdf", "geheim"),
        ("foto\u202egnp.exe", "fotognp"),
        ("a\x07b\nc\u200b.pdf", "ab c"),
        ("..", "Bijlage"),
        (".pdf", "pdf"),
        ("\u202e\u200b", "Bijlage"),
        ("e" + "\u0301" * 40 + ".pdf", "Bijlage"),
        ("n" * 300 + ".pdf", "n" * 120),
    ],
)
def test_a_title_from_a_name_is_clean(name: str, title: str) -> None:
    assert attachments.title_from(name) == title


@given(st.text(max_size=320))
@settings(max_examples=60)
def test_any_name_gives_a_title_that_can_be_stored(name: str) -> None:
    made = attachments.title_from(name, "en")
    assert 0 < len(made) <= 120
    assert made.isprintable()
    assert "/" not in made
    assert "\\" not in made


def test_what_is_said_about_it_is_checked(office: Desk, person_id: str) -> None:
    other = a_home_visit(office)
    wrong = about(person_id, "x\u202ey", kind="?", received_on=DAY + timedelta(days=400))
    wrong = replace(wrong, case_id=other.case_id, contact_id=other.id)
    before = chunks_in(office)
    with pytest.raises(InvalidForm) as found:
        attachments.add_attachment(office, MemorySource("x", pdf()), wrong)
    assert {(one.field, one.rule) for one in found.value.errors} == {
        ("title", "invisible"), ("kind", "unknown_code"), ("received_on", "future"), ("case_id", "other_person"),
        ("contact_id", "other_person"),
    }  # fmt: skip
    assert chunks_in(office) == before


def test_a_coordinator_has_no_dossiers(shared: tuple[Desk, Desk]) -> None:
    with pytest.raises(NotAllowed, match="role"):
        a_paper(shared[1], "x" * 32)


# --- life ------------------------------------------------------------------------------------------


def test_it_belongs_to_a_case_and_a_contact_and_can_move(office: Desk) -> None:
    visit = a_home_visit(office)
    paper = a_paper(office, visit.person_id, case_id=visit.case_id, contact_id=visit.id)
    found = dossier.open_dossier(office, visit.person_id).attachments
    assert [(one.title, one.contact_kind, one.case_id) for one in found] == [
        ("Brief", "home_visit", visit.case_id)
    ]
    other = cases.open_case(office, replace(_case_input(visit.person_id), approach="local_pga")).value
    data = about(visit.person_id, "Besluit", kind="decision", case_id=other.id)
    attachments.update_attachment(office, paper.id, paper.version, data)
    row = attachments.get_attachment(office, paper.id)
    assert (row.title, row.kind, row.case_id, row.contact_id) == ("Besluit", "decision", other.id, None)
    with pytest.raises(StaleRecord):
        attachments.update_attachment(office, paper.id, paper.version - 1, data)
    undo.undo(office, _last(office))
    assert attachments.get_attachment(office, paper.id).title == "Brief"


def _case_input(person_id: str) -> cases.CaseInput:
    from tests.helpers.builders import A_CASE

    return replace(A_CASE, person_id=person_id)


def _last(desk: Desk) -> str:
    step = undo.steps(desk).undo
    assert step is not None
    return step.batch_id


def test_it_never_moves_to_someone_else(office: Desk, person_id: str) -> None:
    paper = a_paper(office, person_id)
    with pytest.raises(InvalidInput, match="other_person"):
        attachments.update_attachment(office, paper.id, paper.version, about(a_person(office).id))


def test_adding_is_undone_and_done_again_with_its_content(office: Desk, person_id: str) -> None:
    paper = a_paper(office, person_id, png())
    taken_back = undo.undo(office, _last(office))
    with pytest.raises(NotFound):
        attachments.get_attachment(office, paper.id)
    with pytest.raises(NotFound):
        content_of(office, paper.id)
    undo.undo(office, taken_back.value.batch_id)
    assert content_of(office, paper.id) == png()


def test_what_was_removed_comes_back_for_a_month_and_then_never(office: Desk, person_id: str) -> None:
    attachments.clean_up(_later(office))
    paper = a_paper(office, person_id, png())
    attachments.remove_attachment(office, paper.id, paper.version)
    batch = _last(office)
    assert attachments.clean_up(office) == 0
    back = undo.undo(office, batch)
    assert content_of(office, paper.id) == png()
    undo.undo(office, back.value.batch_id)
    assert attachments.clean_up(_later(office)) == 1
    with pytest.raises(UndoRefused) as found:
        undo.undo(office, _last(office))
    assert found.value.reason == "content_gone"
    with office.reading() as session:
        last = session.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(1)).one()
        left = (
            select(func.count()).select_from(AttachmentChunk).where(AttachmentChunk.attachment_id == paper.id)
        )
        assert session.scalar(left) == 0
    assert (last.action, last.kind, last.record_id) == ("destroyed", "attachments", paper.id)


def _later(desk: Desk) -> Desk:
    """Return the desk as it is more than a month later."""
    from casus.domain.clock import FixedClock

    return replace(desk, clock=FixedClock(desk.clock.now() + timedelta(days=attachments.KEPT_DAYS + 1)))


def test_a_view_is_logged(office: Desk, person_id: str) -> None:
    paper = a_paper(office, person_id)
    reader(office, paper.id)
    assert AuditList(office).latest("attachments", paper.id, 1)[0]["action"] == "viewed"


def test_a_restricted_dossier_shows_its_documents_after_a_reason_only(office: Desk) -> None:
    person = a_person(office)
    paper = a_paper(office, person.id)
    persons.set_restricted(office, person.id, person.version, True, "Bekende van een collega.")
    with pytest.raises(NotAllowed, match="restricted"):
        reader(office, paper.id)
    dossier.open_dossier(office, person.id, reason="Spoed: de politie belt over vanavond.")
    assert reader(office, paper.id).size == paper.size


def test_documents_of_a_restricted_case_are_listed_only_while_it_is_open(office: Desk) -> None:
    case = a_case(office)
    paper = a_paper(office, case.person_id, case_id=case.id)
    with office.changing() as session:
        session.get_one(type(case), case.id).restricted = True
    with office.reading() as session:
        assert attachments.attachments_of(session, case.person_id) == ()
    opened = dossier.open_dossier(office, case.id, reason="Spoed: de politie belt over vanavond.")
    assert [one.id for one in opened.attachments] == [paper.id]


def test_the_timeline_tells_of_it(office: Desk, person_id: str) -> None:
    paper = a_paper(office, person_id)
    item = dossier.open_dossier(office, person_id).timeline[0]
    assert (item.id, item.kind, item.record, item.text) == (paper.id, "attachment", "attachments", "Brief")


def test_the_limit_is_a_setting_of_the_vault(office: Desk, person_id: str) -> None:
    assert attachments.attachment_limit(office) == 50
    attachments.set_attachment_limit(office, 1)
    try:
        assert "1 MB" in refusal(office, person_id, MemorySource("x.txt", b"x" * (MEGABYTE + 1)))
        with pytest.raises(InvalidForm):
            attachments.set_attachment_limit(office, 0)
        with pytest.raises(InvalidForm):
            attachments.set_attachment_limit(office, 501)
    finally:
        attachments.set_attachment_limit(office, 50)


def test_it_is_found_by_its_title_until_it_goes(office: Desk, person_id: str) -> None:
    paper = a_paper(office, person_id, title="Beschikking jeugdreclassering")
    (hit,) = [one for one in search(office, "jeugdrecl") if one.kind == "attachments"]
    assert (hit.record_id, hit.title, hit.code) == (paper.id, "Beschikking jeugdreclassering", "letter")
    attachments.update_attachment(office, paper.id, paper.version, about(person_id, "Vonnis"))
    assert search(office, "jeugdrecl") == []
    assert [one.record_id for one in search(office, "vonnis")] == [paper.id]
    attachments.remove_attachment(office, paper.id)
    assert search(office, "vonnis") == []
    undo.undo(office, _last(office))
    assert [one.record_id for one in search(office, "vonnis")] == [paper.id]


# --- soundness -------------------------------------------------------------------------------------


def test_verify_reads_every_document(office: Desk, person_id: str) -> None:
    good, bad, short = (a_paper(office, person_id, png(at, 900)) for at in (600, 601, 602))
    assert office.vault.verify().ok
    with office.changing() as session:
        session.get_one(AttachmentChunk, (bad.id, 0)).content = b"iets anders"
        session.execute(delete(AttachmentChunk).where(AttachmentChunk.attachment_id == short.id))
    try:
        found = {(one.part, one.reason, one.kind, one.record_id) for one in office.vault.verify().findings}
        assert found == {("rows", "content", "attachments", one.id) for one in (bad, short)}
        for one in (bad, short):
            with pytest.raises(VaultDamaged):
                content_of(office, one.id)
        assert content_of(office, good.id) == png(600, 900)
    finally:
        for one in (bad, short):
            with office.changing() as session:
                session.delete(session.get_one(Attachment, one.id))
