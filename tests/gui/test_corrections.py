# SPDX-License-Identifier: EUPL-1.2
"""The person disagrees: from the menu of a row to both versions in the dossier and a recipient told, by keyboard."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton

from casus.gui.cases.phase_form import PhasePanel
from casus.gui.corrections.card import DisputesCard
from casus.gui.corrections.decide_form import CarryOutPanel, DecidePanel
from casus.gui.corrections.note_form import CorrectionPanel
from casus.gui.corrections.objection_forms import ObjectionDecidePanel, ObjectionPanel
from casus.gui.corrections.page import RecipientsPage
from casus.gui.dossier.page import DossierPage
from casus.gui.sharings.form import SharingPanel
from casus.gui.visits import CorrectPanel
from casus.gui.widgets.timeline import Aside
from casus.services import contact_changes, sharing
from casus.services.desk import Desk
from casus.services.inputs import SharingInput
from casus.services.today import today
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_home_visit
from tests.helpers.keyboard import CTRL, User

DAY = date(2023, 10, 31)
REASON = "Hij liet een brief van school zien."


def words_in(user: User, kind: type) -> str:
    """Return all the words in the widgets of a kind on the page."""
    from PySide6.QtWidgets import QLabel

    found = [one for one in user.page.findChildren(kind) if one.isVisibleTo(user.page)]
    return "\n".join(label.text() for one in found for label in one.findChildren(QLabel))


def save(user: User) -> None:
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()


def test_a_correction_from_row_to_recipient(desk: Desk, sit_down: Callable[..., User]) -> None:
    case = a_case(desk)
    visit = a_home_visit(desk, case, report="Hij was boos.")
    shared = SharingInput(
        case.person_id, "", "public_task", DAY, case_id=case.id, recipient="Buurtteam",
        data_kinds=("progress",), way="oral",
    )  # fmt: skip
    sharing.log_sharing(desk, shared)
    user = sit_down(desk)
    user.window.open("dossier", f"case:{case.id}")
    user.settle()
    page = user.page
    assert isinstance(page, DossierPage)
    page._timeline.timeline.menu_wanted.emit(f"contacts:{visit.id}", QPoint(300, 300))
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    menu.actions()[0].trigger()
    user.settle()
    panel = user.panel
    assert isinstance(panel, CorrectionPanel)
    assert panel.ui.recordField.value() == f"contacts:{visit.id}"
    assert panel.ui.fieldField.value() == "report"
    assert "Hij was boos." in panel.now.text()
    assert_accessible(panel)
    panel.ui.statementField.set_value("Ik was moe.")
    panel.ui.proposedTextField.set_value("Hij was moe.")
    save(user)
    user.window.open("dossier", f"case:{case.id}#account")
    user.settle()
    assert "Ik was moe." in words_in(user, DisputesCard)
    card = user.page.findChildren(DisputesCard)[0]
    user.push(next(one for one in card.findChildren(QPushButton) if one.text() == "Beslissen"))
    deciding = user.panel
    assert isinstance(deciding, DecidePanel)
    assert ("Ik was moe." in deciding.said.text(), "Hij was boos." in deciding.now.text()) == (True, True)
    deciding.ui.decisionField.set_value("kept")
    deciding.ui.reasoningField.set_value(REASON)
    save(user)
    carrying = user.panel  # what has to change is offered at once
    assert isinstance(carrying, CarryOutPanel)
    assert not carrying.for_good.isVisibleTo(carrying)
    assert carrying.ui.valueTextField.value() == "Hij was moe."
    carrying.ui.valueTextField.set_value("")
    save(user)
    assert carrying.ui.valueTextField.error()
    carrying.ui.valueTextField.set_value("Hij was moe.")
    save(user)
    assert contact_changes.get_contact(desk, visit.id).report == "Hij was moe."
    assert "Eerst stond er: Hij was boos." in words_in(user, DisputesCard)
    user.window.open("dossier", f"case:{case.id}")
    user.settle()
    assert "Eerst stond er: Hij was boos." in words_in(user, Aside)
    page.acts.correct_contact(visit.id)  # the form of the record says so too
    user.settle()
    form = user.panel
    assert isinstance(form, CorrectPanel)
    assert len(form.findChildren(Aside)) == 1
    user.window.close_panel()

    assert today(desk).counts["recipients"] == 1
    user.window.open("ontvangers")
    user.settle()
    told = user.page
    assert isinstance(told, RecipientsPage)
    told.table.view.setFocus()
    told.table.select_id(told.table.model.id_at(0))
    user.press(Qt.Key.Key_D, CTRL)
    user.settle()
    assert today(desk).counts["recipients"] == 0


def test_an_objection_limits_sharing_and_closes_the_case(desk: Desk, sit_down: Callable[..., User]) -> None:
    case = a_case(desk)
    user = sit_down(desk)
    user.window.open("dossier", f"case:{case.id}#account")
    user.settle()
    page = user.page
    assert isinstance(page, DossierPage)
    page.acts.object()
    user.settle()
    panel = user.panel
    assert isinstance(panel, ObjectionPanel)
    panel.ui.statementField.set_value("Ik wil dit niet.")
    save(user)
    assert page.header.limit.isVisibleTo(page)
    page.acts.share()
    user.settle()
    form = user.panel
    assert isinstance(form, SharingPanel)
    assert form.ui.restrictionGroundField.isVisibleTo(form)
    assert form.ui.restrictionReasonField.isVisibleTo(form)
    user.window.close_panel()
    card = user.page.findChildren(DisputesCard)[0]
    user.push(next(one for one in card.findChildren(QPushButton) if one.text() == "Beslissen"))
    deciding = user.panel
    assert isinstance(deciding, ObjectionDecidePanel)
    deciding.ui.decisionField.set_value("upheld")
    deciding.ui.reasoningField.set_value(REASON)
    save(user)
    assert isinstance(user.panel, PhasePanel)
