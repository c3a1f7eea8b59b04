# SPDX-License-Identifier: EUPL-1.2
"""The forms that change someone's place in a family: correct it, move it, judge it again at eighteen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_member_edit_form import Ui_MemberEditForm
from casus.gui.forms.ui_member_move_form import Ui_MemberMoveForm
from casus.gui.forms.ui_member_review_form import Ui_MemberReviewForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import families
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import Family, FamilyMember, Person

_STAYS, _LEAVES = "stays", "leaves"


class MemberEditPanel(RecordPanel):
    """Correct someone's relation, or why they are here."""

    def __init__(self, shell: Shell, desk: Desk, member_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_MemberEditForm()
        self.ui.setupUi(content)
        self._member_id = member_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("MemberEditPanel", "Gezinslid wijzigen"),
            translate("MemberEditPanel", "Wijzigingen opslaan"),
            f"member_edit:{member_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def about(self) -> tuple[str, str]:
        """Return the record that is changed."""
        return "family_members", self._member_id

    def fetch(self) -> tuple[FamilyMember, Person]:
        """Return the membership, and whose it is."""
        return families.get_member(self.desk, self._member_id)

    def fill(self, found: tuple[FamilyMember, Person]) -> None:
        """Begin with what is known."""
        member, person = found
        self._version = member.version
        self.set_subtitle(person_name(person))
        self.ui.relationField.set_value(member.relation)
        self.ui.minorReasonField.set_value(member.minor_reason)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the change."""
        given = filled(values)
        return lambda: families.update_member(self.desk, self._member_id, self._version, **given)

    def stored(self, result: Done[FamilyMember]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Gezinslid gewijzigd"))


class MemberReviewPanel(RecordPanel):
    """At the eighteenth birthday: does someone stay in the family?"""

    def __init__(self, shell: Shell, desk: Desk, member_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_MemberReviewForm()
        self.ui.setupUi(content)
        self._member_id = member_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("MemberReviewPanel", "Hertoets bij 18 jaar"),
            translate("MemberReviewPanel", "Hertoets vastleggen"),
            f"member_review:{member_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> tuple[FamilyMember, Person]:
        """Return the membership, and whose it is."""
        return families.get_member(self.desk, self._member_id)

    def fill(self, found: tuple[FamilyMember, Person]) -> None:
        """Begin with today."""
        member, person = found
        self._version = member.version
        self.set_subtitle(person_name(person))
        self.ui.staysField.set_choices(
            [Choice(_STAYS, self.tr("Blijft in het gezin")), Choice(_LEAVES, self.tr("Gaat eruit"))]
        )
        self.ui.onField.set_value(self.desk.today())

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the judgement."""
        stays = values["stays"] == _STAYS
        return lambda: families.review_member(
            self.desk,
            self._member_id,
            self._version,
            on=values["on"],
            stays=stays,
            reason=values["reason"],
        )

    def stored(self, result: Done[FamilyMember]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Hertoets vastgelegd"))


@dataclass(frozen=True)
class _Move:
    """Who moves, and where to."""

    member: FamilyMember
    person: Person
    others: list[Family]


class MemberMovePanel(RecordPanel):
    """Let someone pass to another family."""

    def __init__(self, shell: Shell, desk: Desk, member_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_MemberMoveForm()
        self.ui.setupUi(content)
        self._member_id = member_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("MemberMovePanel", "Naar een ander gezin"),
            translate("MemberMovePanel", "Verplaatsen"),
            f"member_move:{member_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Move:
        """Return the membership, and the families that run."""
        member, person = families.get_member(self.desk, self._member_id)
        return _Move(member, person, families.running_families(self.desk, member.family_id))

    def fill(self, found: _Move) -> None:
        """Begin with today; without another family there is nowhere to go."""
        self._version = found.member.version
        self.set_subtitle(person_name(found.person))
        names = [Choice(one.id, f"{one.name} · {one.code}") for one in found.others]
        self.ui.familyField.set_choices(names)
        self.ui.onField.set_value(self.desk.today())
        if not names:
            self.show_notice(self.tr("Er loopt geen ander gezin. Leg dat eerst vast."), "warn")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what moves the person."""
        return lambda: families.move_member(
            self.desk, self._member_id, self._version, family_id=values["family_id"], on=values["on"]
        )

    def stored(self, result: Done[FamilyMember]) -> None:
        """Tell, and go where the person went."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Gezinslid verplaatst"))
        self.shell.open("gezin", result.value.family_id)
