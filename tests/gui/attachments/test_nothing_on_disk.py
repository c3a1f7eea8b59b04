# SPDX-License-Identifier: EUPL-1.2
"""No byte of a document is ever readable on a disk: not while it is added or viewed, and not after a kill."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select
from tests.helpers.builders import a_case
from tests.helpers.keyboard import User
from tests.helpers.papers import about, pdf, png
from tests.helpers.processes import start
from tests.helpers.vaults import PASSWORD

from casus.gui.attachments.page import AttachmentViewer
from casus.services import attachments, vaults
from casus.services.attachments import MemorySource
from casus.services.desk import Desk
from casus.vault.tables import AttachmentChunk

WORD = b"Qwyxzebpapieren"
CONTENTS = (pdf(WORD.decode(), "Tweede"), WORD + b"\n" + b"tekst\n" * 60_000, png(400, 300) + WORD)


class Disks:
    """The folders a program can write in, looked through again and again."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self.looked = 0

    def look(self, *_anything: object) -> None:
        """Fail when the word stands in a file or in its name."""
        self.looked += 1
        for path in (path for folder in self._folders for path in folder.rglob("*")):
            try:
                content = path.read_bytes() if path.is_file() else b""
            except OSError:  # gone in the meantime
                continue
            assert WORD not in content, f"readable in {path}"
            assert WORD not in path.name.encode()


@pytest.fixture
def disks(tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Disks:
    """Watch the vault, the home folder, and a folder for temporary files of this test alone."""
    place = tmp_path / "tijdelijk"
    place.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return Disks(tmp_path, own_home)


def test_adding_and_viewing_leaves_nothing_readable(
    disks: Disks, desk: Desk, sit_down: Callable[..., User], qtbot: QtBot
) -> None:
    case = a_case(desk)
    for content in CONTENTS:
        data = about(case.person_id, case_id=case.id)
        attachments.add_attachment(desk, MemorySource("x", content), data, disks.look)
    user = sit_down(desk)
    with desk.reading() as session:
        listed = attachments.attachments_of(session, case.person_id)
    for row in listed:
        page = user.open("bijlage", row.id)
        assert isinstance(page, AttachmentViewer)
        qtbot.waitUntil(lambda page=page: page.stack.currentWidget() is page.text or page.sheets.complete)
        QApplication.processEvents()
        disks.look()
    user.session.lock("user")
    disks.look()
    assert disks.looked > len(CONTENTS)


ADDING = """
from casus.crypto import kdf
from casus.services import attachments, vaults
from casus.services.attachments import MemorySource
from tests.helpers.papers import about
kdf.PRODUCTION_LIMITS = ANY_COST
desk = vaults.unlock(folder, PASSWORD, clock)
def stop_half_way(done, total):
    if done > total // 2:
        say("half way")
        sys.stdin.read()
content = b"Qwyxzebpapieren tekst\\n" * 800_000
attachments.add_attachment(desk, MemorySource("x.txt", content), about(local.name), stop_half_way)
"""


def test_a_kill_half_way_leaves_nothing_readable_and_nothing_at_all(
    disks: Disks, desk: Desk, tmp_path: Path, cheap_kdf: None
) -> None:
    person_id = a_case(desk).person_id
    vaults.lock(desk)
    process = start(ADDING, desk.vault.folder, tmp_path / person_id)
    assert process.stdout is not None
    said = process.stdout.readline()
    disks.look()
    grown = (desk.vault.folder / "vault.db").stat().st_size
    process.kill()
    process.communicate()
    assert said == "half way\n"
    assert grown > 4 << 20  # pages were on the disk already
    disks.look()
    again = vaults.unlock(desk.vault.folder, PASSWORD, desk.clock)
    try:
        with again.reading() as session:
            assert session.scalar(select(func.count()).select_from(AttachmentChunk)) == 0
        assert again.vault.verify().ok
        assert (desk.vault.folder / "vault.db").stat().st_size < grown
        disks.look()
    finally:
        vaults.lock(again)
