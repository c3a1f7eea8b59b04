# SPDX-License-Identifier: EUPL-1.2
"""Looking at documents inside the window, by keyboard: pages, pictures, text, and what cannot be shown."""

import io
from collections.abc import Callable
from datetime import timedelta

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case
from tests.helpers.keyboard import CTRL, User
from tests.helpers.papers import DAY, a_paper, pdf, png

from casus.gui.attachments import papers
from casus.gui.attachments.page import AttachmentViewer
from casus.services import attachments
from casus.services.audit import AuditList
from casus.services.desk import Desk
from casus.services.records import Attachment, Case

LONG = b"Regel met tekst.\n" * 40_000


@pytest.fixture
def case(desk: Desk) -> Case:
    return a_case(desk)


@pytest.fixture
def user(desk: Desk, case: Case, sit_down: Callable[..., User]) -> User:
    return sit_down(desk)


def add(desk: Desk, case: Case, *contents: bytes) -> list[Attachment]:
    """Put documents in the dossier, each a day older than the one before."""
    return [
        a_paper(
            desk, case.person_id, content, f"Stuk {at}", case_id=case.id, received_on=DAY - timedelta(days=at)
        )
        for at, content in enumerate(contents, start=1)
    ]


def look(user: User, paper: Attachment) -> AttachmentViewer:
    """Open a document, and wait until what is in view is drawn."""
    page = user.open("bijlage", paper.id)
    assert isinstance(page, AttachmentViewer)
    wait(user, page)
    return page


def wait(user: User, page: AttachmentViewer) -> None:
    if page.stack.currentWidget() is page.sheets:
        user._qtbot.waitUntil(lambda: page.sheets.complete)
    user.settle()


def darkest(page: AttachmentViewer) -> int:
    """Return the darkest grey that is painted: letters are nearly black."""
    image = page.sheets.viewport().grab().toImage()
    width, height = image.width(), image.height()
    return min(image.pixelColor(x, y).lightness() for x in range(0, width, 2) for y in range(0, height, 2))


def test_a_pdf_is_shown_page_by_page_and_read_aloud(user: User, desk: Desk, case: Case) -> None:
    (paper,) = add(desk, case, pdf("Geachte heer", "Tweede bladzijde", "Einde"))
    page = look(user, paper)
    assert page.title() == "Stuk 1"
    assert page.stack.currentWidget() is page.sheets
    assert page.sheets.accessibleName() == "Pagina 1 van 3"
    assert "Geachte heer" in page.sheets.accessibleDescription()
    assert darkest(page) < 90
    assert user.focus() is page.sheets
    seen = []
    for _ in range(20):
        user.press(Qt.Key.Key_PageDown)
        wait(user, page)
        seen.append(page.sheets.accessibleName())
    assert seen[-1] == "Pagina 3 van 3"
    assert "Pagina 2 van 3" in seen
    user.press(Qt.Key.Key_Home)
    assert page.sheets.accessibleName() == "Pagina 1 van 3"
    assert AuditList(desk).latest("attachments", paper.id, 1)[0]["action"] == "viewed"


def test_the_words_of_a_document_are_not_in_the_window_title(user: User, desk: Desk, case: Case) -> None:
    look(user, add(desk, case, pdf())[0])
    assert user.window.windowTitle() == "Casus · Bijlage"


def test_larger_smaller_fitting_and_turned_by_key(user: User, desk: Desk, case: Case) -> None:
    page = look(user, add(desk, case, pdf("Geachte heer"))[0])
    at_first = page.sheets.percent
    user.press(Qt.Key.Key_Plus)
    wait(user, page)
    larger = page.sheets.percent
    assert larger > at_first
    user.press(Qt.Key.Key_Minus)
    user.press(Qt.Key.Key_Minus)
    wait(user, page)
    assert page.sheets.percent < at_first
    user.press(Qt.Key.Key_0)
    assert page.sheets.percent == at_first
    high = page.sheets.verticalScrollBar().maximum()
    user.press(Qt.Key.Key_R)
    wait(user, page)
    assert page.sheets.verticalScrollBar().maximum() < high
    assert darkest(page) < 90
    for _ in range(3):
        user.press(Qt.Key.Key_R)
    assert page.sheets.verticalScrollBar().maximum() == high


def test_what_is_drawn_is_bounded_however_long_and_large(user: User, desk: Desk, case: Case) -> None:
    page = look(user, add(desk, case, pdf(*(f"Bladzijde {at}" for at in range(30))))[0])
    for _ in range(5):
        user.press(Qt.Key.Key_Plus)
    wait(user, page)
    for place in range(0, page.sheets.verticalScrollBar().maximum(), 9_000):
        page.sheets.verticalScrollBar().setValue(place)
        wait(user, page)
    assert page.sheets.tiles <= 80


def test_a_picture_is_shown_and_its_place_among_the_others(user: User, desk: Desk, case: Case) -> None:
    first, second, third = add(desk, case, pdf(), png(300, 200), b"Kort briefje.\n")
    page = look(user, second)
    assert page.tools.place.text() == "Bijlage 2 van 3"
    assert page.sheets.percent == 100
    user.press(Qt.Key.Key_PageDown, CTRL)
    assert page.title() == "Stuk 3"
    assert page.text.edit.toPlainText() == "Kort briefje.\n"
    assert not page.tools.after.isEnabled()
    assert not page.tools.turning.isEnabled()
    user.press(Qt.Key.Key_PageUp, CTRL)
    user.press(Qt.Key.Key_PageUp, CTRL)
    wait(user, page)
    assert page.title() == "Stuk 1"
    assert not page.tools.before.isEnabled()
    del first, third


def test_long_text_comes_in_pieces_and_grows_by_key(user: User, desk: Desk, case: Case) -> None:
    page = look(user, add(desk, case, LONG)[0])
    short = len(page.text.edit.toPlainText())
    assert short < len(LONG)
    assert user.focus() is page.text.edit
    height = page.text.edit.fontMetrics().height()
    user.press(Qt.Key.Key_Plus)
    assert page.text.edit.fontMetrics().height() > height
    while page.text.more.isVisible():
        user.push(page.text.more)
    assert page.text.edit.toPlainText().encode() == LONG


def test_text_that_turns_around_is_written_out(user: User, desk: Desk, case: Case) -> None:
    page = look(user, add(desk, case, "Betaal \u202e001 euro\n<b>x</b>".encode())[0])
    assert page.text.edit.toPlainText() == "Betaal ⟨U+202E⟩001 euro\n<b>x</b>"


def test_esc_goes_back_to_the_documents_of_the_dossier(user: User, desk: Desk, case: Case) -> None:
    look(user, add(desk, case, pdf())[0])
    user.press(Qt.Key.Key_Escape)
    dossier = user.page
    assert dossier.tabs.currentWidget() is dossier._tabs["attachments"]  # type: ignore[attr-defined]


def test_a_pdf_with_a_password_asks_for_it(user: User, desk: Desk, case: Case) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("Vertrouwelijk")))
    writer.encrypt("geheim", algorithm="AES-256")
    content = io.BytesIO()
    writer.write(content)
    page = look(user, add(desk, case, content.getvalue())[0])
    assert page.stack.currentWidget() is page.trouble
    assert "wachtwoord" in page.trouble.sentence.text()
    assert user.focus() is page.trouble.password.edit
    user.type("fout")
    user.press(Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.trouble
    user.type("geheim")
    user.press(Qt.Key.Key_Return)
    wait(user, page)
    assert page.stack.currentWidget() is page.sheets
    assert "Vertrouwelijk" in page.sheets.accessibleDescription()


def test_what_cannot_be_shown_says_why(user: User, desk: Desk, case: Case, expected_warnings: None) -> None:
    bad = {
        b"%PDF-1.4 niets %%EOF": "beschadigd",
        b"\xff\xd8\xff\xe0 geen foto": "beschadigd",
        png(60_000, 60_000, rows=1): "te veel beeldpunten",
        png(900, 900)[:60]: "beschadigd",
    }
    for paper, words in zip(add(desk, case, *bad), bad.values(), strict=True):
        page = look(user, paper)
        assert page.stack.currentWidget() is page.trouble
        assert words in page.trouble.sentence.text()
        assert not page.trouble.password.isVisible()


def test_a_large_picture_is_scaled_down_while_it_is_read(
    user: User, desk: Desk, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "LONGEST_SIDE", 500)
    reader = attachments.open_attachment(desk, add(desk, case, png(2_000, 1_000))[0].id)
    paper = papers.PicturePaper(reader)
    assert paper.pages()[0].width() * 96 / 72 == pytest.approx(500)


def test_scripts_and_links_in_a_pdf_do_nothing(user: User, desk: Desk, case: Case) -> None:
    action = "/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://example.invalid'\\)) >>"
    page = look(user, add(desk, case, pdf("Klik hier", extra=action))[0])
    QTest.mouseClick(page.sheets.viewport(), Qt.MouseButton.LeftButton)
    assert page.stack.currentWidget() is page.sheets
    assert "Klik hier" in page.sheets.accessibleDescription()


def test_leaving_lets_go_of_every_picture_and_word(user: User, desk: Desk, case: Case) -> None:
    first, second = add(desk, case, pdf("Geachte heer"), LONG)
    page = look(user, first)
    user.open("personen")
    assert page.sheets.tiles == 0
    assert page.sheets.accessibleDescription() == ""
    look(user, second)
    user.open("personen")
    assert page.text.edit.toPlainText() == ""


def test_a_lock_lets_go_at_once(user: User, desk: Desk, case: Case) -> None:
    page = look(user, add(desk, case, pdf("Geachte heer"))[0])
    assert page.sheets.tiles > 0
    user.session.lock("user")
    assert page.sheets.tiles == 0
    assert page.sheets.accessibleDescription() == ""
    assert not page.isVisible()


def test_the_title_can_be_changed_beside_the_document(user: User, desk: Desk, case: Case) -> None:
    (paper,) = add(desk, case, pdf())
    page = look(user, paper)
    user.push(_button(page, "Gegevens wijzigen"))
    user.fill(user.panel.ui.titleField, "Brief van de rechtbank")  # type: ignore[attr-defined]
    user.press(Qt.Key.Key_Return, CTRL)
    wait(user, page)
    assert page.title() == "Brief van de rechtbank"
    assert attachments.get_attachment(desk, paper.id).title == "Brief van de rechtbank"


def test_a_document_that_went_is_told(user: User, desk: Desk, case: Case) -> None:
    (paper,) = add(desk, case, pdf())
    look(user, paper)
    attachments.remove_attachment(desk, paper.id)
    page = user.open("bijlage", paper.id)
    assert page.notice.isVisible()
    assert page.title() == ""


def test_the_viewer_can_be_used_by_everyone(user: User, desk: Desk, case: Case, qtbot: QtBot) -> None:
    for paper in add(desk, case, pdf(), b"Tekst.\n"):
        page = look(user, paper)
        assert_accessible(page)
    del qtbot


def _button(page: AttachmentViewer, text: str) -> object:
    from PySide6.QtWidgets import QPushButton

    return next(one for one in page.findChildren(QPushButton) if one.text() == text)
