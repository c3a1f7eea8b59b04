# SPDX-License-Identifier: EUPL-1.2
"""Adding documents to a dossier as a user: dropped, pasted or chosen; each bad one told beside its line."""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.keyboard import CTRL, PATIENCE_MS, User
from tests.helpers.papers import a_file, a_paper, pdf, png
from tests.helpers.vaults import PASSWORD

from casus.errors import Cancelled
from casus.gui.attachments.adding import AddingPanel, add_all
from casus.gui.attachments.files_field import FileLine
from casus.gui.dossier.page import DossierPage
from casus.gui.search import Finder
from casus.services import attachments, persons, vaults
from casus.services.attachments import AttachmentRow, MemorySource
from casus.services.attachments.sources import Opened
from casus.services.desk import Desk
from casus.services.records import Case

LEFT, NOTHING = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def case(desk: Desk) -> Case:
    return a_case(desk)


@pytest.fixture
def user(desk: Desk, case: Case, sit_down: Callable[..., User]) -> User:
    """A worker with a dossier open."""
    return sit_down(desk, "dossier", f"case:{case.id}#attachments")


def page_of(user: User) -> DossierPage:
    page = user.page
    assert isinstance(page, DossierPage)
    return page


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(target: QWidget, data: QMimeData) -> bool:
    """Come in over a page with something; return whether it would be taken."""
    event = QDragEnterEvent(QPointF(60, 60), Qt.DropAction.CopyAction, data, LEFT, NOTHING)
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drop(user: User, data: QMimeData) -> None:
    """Let something go over the page."""
    target = page_of(user)
    assert drag(target, data)
    QApplication.sendEvent(target, QDropEvent(QPointF(60, 60), Qt.DropAction.CopyAction, data, LEFT, NOTHING))
    user.settle()


def lines(user: User) -> list[FileLine]:
    panel = user.panel
    assert isinstance(panel, AddingPanel)
    return panel.files.lines


def kept(desk: Desk, case: Case) -> Sequence[AttachmentRow]:
    with desk.reading() as session:
        return attachments.attachments_of(session, case.person_id)


def save(user: User) -> None:
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()


def words(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


# --- the ways in -----------------------------------------------------------------------------------


def test_dropped_files_get_a_line_each_and_are_stored(
    user: User, desk: Desk, case: Case, tmp_path: Path
) -> None:
    scan, photo = a_file(tmp_path, "brief_rechtbank.pdf", pdf()), a_file(tmp_path, "huis.png", png())
    drop(user, files(scan, photo))
    assert [(one.title.value(), one.kind.value()) for one in lines(user)] == [
        ("brief rechtbank", "other"), ("huis", "image"),
    ]  # fmt: skip
    assert "PDF" in words(lines(user)[0])
    user.fill(lines(user)[0].title, "Beschikking")
    user.fill(lines(user)[0].received_on, "2 okt")
    save(user)
    assert user.window.area.panel is None
    found = {one.title: one for one in kept(desk, case)}
    assert found.keys() == {"Beschikking", "huis"}
    assert (found["Beschikking"].received_on.month, found["Beschikking"].case_id) == (10, case.id)
    assert b"".join(attachments.read_chunks(desk, found["huis"].id)) == png()
    assert "Beschikking" in words(page_of(user))
    assert scan.exists()


def test_a_drag_over_the_page_is_answered_and_forgotten(user: User, tmp_path: Path) -> None:
    page = page_of(user)
    assert drag(page, files(a_file(tmp_path, "x.pdf", pdf())))
    assert page.drops.cover.isVisible()
    assert page.drops.cover.size() == page.size()
    assert "Laat los" in page.drops.cover.sentence.text()
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not page.drops.cover.isVisible()
    text = QMimeData()
    text.setText("zomaar tekst")
    web = QMimeData()
    web.setUrls([QUrl("https://example.invalid/x.pdf")])
    assert not drag(page, text)
    assert not drag(page, web)
    assert not page.drops.cover.isVisible()


def test_nothing_can_be_dropped_on_a_restricted_dossier(user: User, desk: Desk, tmp_path: Path) -> None:
    person = a_person(desk)
    persons.set_restricted(desk, person.id, person.version, True, "Bekende van een collega.")
    user.open("dossier", f"person:{person.id}")
    assert not drag(user.page, files(a_file(tmp_path, "x.pdf", pdf())))


def test_files_are_chosen_by_keyboard(user: User, desk: Desk, case: Case, tmp_path: Path) -> None:
    page = page_of(user)
    page.acts.papers.ask = lambda: [str(a_file(tmp_path, "Brief.pdf", pdf()))]
    user.push(_button(page, "Bijlage toevoegen"))
    user.settle()
    assert user.focus() is lines(user)[0].title.edit
    save(user)
    assert [one.title for one in kept(desk, case)] == ["Brief"]


def test_choosing_nothing_does_nothing(user: User) -> None:
    page = page_of(user)
    page.acts.papers.ask = list
    user.push(_button(page, "Bijlage toevoegen"))
    assert user.window.area.panel is None


def test_a_picture_is_pasted_without_ever_being_a_file(user: User, desk: Desk, case: Case) -> None:
    image = QImage(80, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QApplication.clipboard().setImage(image)
    user.tab_to(page_of(user).tabs.tabBar())
    user.press(Qt.Key.Key_V, CTRL)
    user.settle()
    assert lines(user)[0].title.value() == "Geplakte afbeelding"
    save(user)
    (found,) = kept(desk, case)
    assert (found.media_type, found.kind) == ("image/png", "image")
    content = b"".join(attachments.read_chunks(desk, found.id))
    assert QImage.fromData(content).pixelColor(5, 5) == QColor("red")


def test_what_is_dropped_while_the_panel_is_open_joins_it_once(
    user: User, desk: Desk, case: Case, tmp_path: Path
) -> None:
    first, second = a_file(tmp_path, "een.pdf", pdf()), a_file(tmp_path, "twee.pdf", pdf())
    drop(user, files(first))
    user.fill(lines(user)[0].title, "Eerst getypt")
    drop(user, files(first, second))
    assert [one.title.value() for one in lines(user)] == ["Eerst getypt", "twee"]
    user.push(lines(user)[0].remove)
    save(user)
    assert [one.title for one in kept(desk, case)] == ["twee"]


def test_it_can_belong_to_a_contact(user: User, desk: Desk, case: Case, tmp_path: Path) -> None:
    visit = a_home_visit(desk, case)
    drop(user, files(a_file(tmp_path, "foto.png", png())))
    panel = user.panel
    assert isinstance(panel, AddingPanel)
    panel.contact.put_back(visit.id)
    save(user)
    assert kept(desk, case)[0].contact_id == visit.id
    assert "bij huisbezoek van" in words(page_of(user))


# --- what goes wrong -------------------------------------------------------------------------------


def test_the_others_go_on_when_one_is_refused(user: User, desk: Desk, case: Case, tmp_path: Path) -> None:
    bad = a_file(tmp_path, "leeg.pdf", b"")
    drop(user, files(a_file(tmp_path, "goed.pdf", pdf()), bad, a_file(tmp_path, "ook goed.txt", b"ja")))
    assert "0 bytes" in lines(user)[1].error()  # told before anything is asked
    save(user)
    assert {one.title for one in kept(desk, case)} == {"goed", "ook goed"}
    (left,) = lines(user)
    assert "0 bytes" in left.error()
    assert "0 bytes" in words(left)
    bad.write_bytes(pdf())
    save(user)
    assert {one.title for one in kept(desk, case)} == {"goed", "ook goed", "leeg"}


def test_each_bad_file_is_told_in_its_own_line(user: User, tmp_path: Path) -> None:
    said = {
        "folder": "een map", "huge": "5120 MB", "program": "PDF", "gone": "staat er niet", "cut": "einde ontbreekt",
        "empty": "0 bytes",
    }  # fmt: skip
    (tmp_path / "folder").mkdir()
    os.truncate(a_file(tmp_path, "huge", b"%PDF-1.4"), 5 << 30)
    a_file(tmp_path, "program", b"MZ\x90\x00")
    a_file(tmp_path, "cut", pdf()[:90])
    a_file(tmp_path, "empty", b"")
    if sys.platform != "win32":
        said |= {"link": "snelkoppeling", "pipe": "apparaat"}
        (tmp_path / "link").symlink_to(a_file(tmp_path, "echt.pdf", pdf()))
        os.mkfifo(tmp_path / "pipe")
    drop(user, files(*(tmp_path / kind for kind in said)))
    for line, words_for in zip(lines(user), said.values(), strict=True):
        assert words_for in line.error()
        assert words_for in line.title.edit.accessibleDescription()


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made there")
def test_a_strange_name_is_shown_and_stored_clean(user: User, desk: Desk, case: Case, tmp_path: Path) -> None:
    drop(user, files(a_file(tmp_path, "foto\u202egnp.exe\n" + "x" * 150, pdf())))
    assert "\u202e" not in words(lines(user)[0])
    save(user)
    (found,) = kept(desk, case)
    assert found.title == "fotognp"


def test_a_title_that_cannot_be_is_told_at_its_field(
    user: User, tmp_path: Path, desk: Desk, case: Case
) -> None:
    drop(user, files(a_file(tmp_path, "goed.pdf", pdf())))
    user.fill(lines(user)[0].title, " ")
    save(user)
    assert lines(user)[0].title.error()
    user.fill(lines(user)[0].title, "x\u202ey")
    save(user)
    assert lines(user)[0].title.error()
    assert kept(desk, case) == ()
    user.fill(lines(user)[0].title, "Goed")
    user.fill(lines(user)[0].received_on, "+7d")
    save(user)
    assert lines(user)[0].received_on.error()
    assert user.focus() is lines(user)[0].received_on.edit


def test_more_than_twenty_are_not_taken_at_a_time(user: User, tmp_path: Path) -> None:
    drop(user, files(*(a_file(tmp_path, f"{at}.txt", b"x") for at in range(23))))
    assert len(lines(user)) == 20
    assert "20" in user.panel._notice.text()


def test_stopping_keeps_what_was_stored_and_leaves_the_rest(desk: Desk, case: Case, tmp_path: Path) -> None:
    def about(title: str) -> attachments.AttachmentInput:
        return attachments.AttachmentInput(title, "other", desk.today(), case.person_id, case.id)

    work = [
        (attachments.FileSource(a_file(tmp_path, f"{at}.txt", b"tekst\n" * 100_000)), about(str(at)))
        for at in range(4)
    ]
    calls: list[int] = []

    def stop_in_the_second(done: int, total: int) -> None:
        calls.append(done)
        if calls.count(0) == 2 and done:
            raise Cancelled

    outcomes = add_all(desk, work, stop_in_the_second)
    assert [type(one.error).__name__ if one.error else "stored" for one in outcomes] == [
        "stored", "Cancelled", "Cancelled", "Cancelled",
    ]  # fmt: skip
    assert [one.title for one in kept(desk, case)] == ["0"]


class HeldUp:
    """A document that, once it is being stored, waits until it is let go."""

    name = "lang.txt"

    def __init__(self) -> None:
        self.openings, self.go_on = 0, threading.Event()

    @contextmanager
    def opened(self) -> Iterator[Opened]:
        self.openings += 1
        if self.openings > 1:  # the first only looks what it is
            self.go_on.wait(PATIENCE_MS / 1000)
        with MemorySource(self.name, b"tekst\n" * 400_000).opened() as found:
            yield found


def test_annuleer_stops_what_is_being_added(user: User, desk: Desk, case: Case, tmp_path: Path) -> None:
    drop(user, files(a_file(tmp_path, "goed.pdf", pdf())))
    panel, slow = user.panel, HeldUp()
    assert isinstance(panel, AddingPanel)
    panel.add([slow])
    user.settle()
    user.hit(Qt.Key.Key_Return, CTRL)
    try:
        user.wait_until(lambda: panel.progress.isVisible() and slow.openings > 1)
        user.tab_to(_button(panel, "Annuleer"))
        user.hit(Qt.Key.Key_Space)
    finally:
        slow.go_on.set()
    user.settle()
    assert [one.title for one in kept(desk, case)] == ["goed"]
    (left,) = lines(user)
    assert (left.source, bool(left.error())) == (slow, True)
    assert not panel.progress.isVisible()
    save(user)
    assert {one.title for one in kept(desk, case)} == {"goed", "lang"}


def test_the_list_with_what_was_typed_comes_back_after_a_lock(
    user: User, desk: Desk, case: Case, sit_down: Callable[..., User], tmp_path: Path
) -> None:
    drop(user, files(*(a_file(tmp_path, f"{name}.pdf", pdf()) for name in ("een", "twee"))))
    user.fill(lines(user)[1].title, "Half getypt")
    user.session.lock("user")
    again = sit_down(vaults.unlock(desk.vault.folder, PASSWORD, desk.clock))
    assert page_of(again).acts.dossier is not None
    assert [one.title.value() for one in lines(again)] == ["een", "Half getypt"]
    assert "PDF" in words(lines(again)[1])
    save(again)
    assert {one.title for one in kept(again.session.desk, case)} == {"een", "Half getypt"}


def test_files_can_be_dropped_on_every_tab(user: User, tmp_path: Path) -> None:
    page, data = page_of(user), files(a_file(tmp_path, "x.pdf", pdf()))
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        user.settle()
        assert drag(page, data), page.tabs.tabText(at)
        assert page.drops.cover.isVisible()
        QApplication.sendEvent(page, QDragLeaveEvent())


# --- the tab ---------------------------------------------------------------------------------------


def test_the_tab_lists_views_changes_and_removes(user: User, desk: Desk, case: Case) -> None:
    assert "Nog geen bijlagen" in words(page_of(user))
    a_paper(desk, case.person_id, title="Vonnis", case_id=case.id)
    page = page_of(user)
    user.open("dossier", f"case:{case.id}#attachments")
    shown = words(page)
    assert "Vonnis" in shown
    assert "Brief · 2 okt" in shown
    assert "PDF, " in shown
    user.push(_named(page, "Bekijken: Vonnis"))
    assert user.page.title() == "Vonnis"
    user.press(Qt.Key.Key_Escape)
    user.push(_named(page, "Weghalen: Vonnis"))
    user.settle()
    assert kept(desk, case) == ()
    user.press(Qt.Key.Key_Z, CTRL)
    user.settle()
    assert [one.title for one in kept(desk, case)] == ["Vonnis"]


def test_the_timeline_opens_it(user: User, desk: Desk, case: Case) -> None:
    a_paper(desk, case.person_id, title="Vonnis", case_id=case.id)
    page = user.open("dossier", f"case:{case.id}")
    user.push(next(one for one in page.findChildren(QPushButton) if one.text() == "Bijlage toegevoegd"))
    assert user.page.title() == "Vonnis"


def test_it_is_found_and_opened_by_search(user: User, desk: Desk, case: Case, qtbot: QtBot) -> None:
    a_paper(desk, case.person_id, title="Jeugdreclassering advies", case_id=case.id)
    user.window.focus_search()
    user.type("jeugdrecl")
    finder = user.window.findChild(Finder)
    assert isinstance(finder, Finder)
    qtbot.waitUntil(finder.popup.isVisible, timeout=5_000)
    user.settle()
    assert finder.popup.titles()[0] == "Jeugdreclassering advies"
    user.press(Qt.Key.Key_Return)
    assert user.page.title() == "Jeugdreclassering advies"


def test_tab_and_panel_can_be_used_by_everyone(user: User, desk: Desk, case: Case, tmp_path: Path) -> None:
    a_paper(desk, case.person_id, case_id=case.id)
    user.open("dossier", f"case:{case.id}#attachments")
    assert_accessible(user.window)
    drop(user, files(a_file(tmp_path, "a.pdf", pdf()), a_file(tmp_path, "b.pdf", b"")))
    assert_accessible(user.window)


def _button(page: QWidget, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == text and one.isVisible())


def _named(page: QWidget, name: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.accessibleName() == name)
