# SPDX-License-Identifier: EUPL-1.2
"""What differs between the forms for contacts, and whom one is about."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.gui.labels import choices
from casus.gui.widgets.choice import Choice
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services import contacts
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import ContactInput, HomeVisitInput, PrisonVisitInput

MEETINGS = frozenset({"case_meeting", "mdo"})
CALLS = frozenset({"telephone", "video"})
_OWN_FORM = frozenset({"home_visit", "prison_visit"})
_USUAL = "telephone"


@dataclass(frozen=True)
class VisitKind:
    """What differs between the forms: draft key, title, input class and use case.

    `code` is of list contact_kind, or "contact" for the form in which the kind is chosen.
    """

    code: str
    title: str
    save: str
    make: Callable[..., ContactInput]
    log: Callable[[Desk, str, Any], Done[Any]]

    @property
    def chosen(self) -> bool:
        """Whether the kind is chosen in the form."""
        return self.code not in _OWN_FORM

    @property
    def begins_as(self) -> str:
        """Return the code of list contact_kind the form begins with."""
        return _USUAL if self.chosen else self.code


HOME = VisitKind(
    "home_visit",
    QT_TRANSLATE_NOOP("VisitPanel", "Huisbezoek"),
    QT_TRANSLATE_NOOP("VisitPanel", "Bezoek opslaan"),
    HomeVisitInput,
    lambda desk, _kind, given: contacts.log_home_visit(desk, given),
)
PRISON = VisitKind(
    "prison_visit",
    QT_TRANSLATE_NOOP("VisitPanel", "Detentiebezoek"),
    QT_TRANSLATE_NOOP("VisitPanel", "Bezoek opslaan"),
    PrisonVisitInput,
    lambda desk, _kind, given: contacts.log_prison_visit(desk, given),
)
OTHER = VisitKind(
    "contact",
    QT_TRANSLATE_NOOP("VisitPanel", "Contact"),
    QT_TRANSLATE_NOOP("VisitPanel", "Contact opslaan"),
    ContactInput,
    contacts.log_contact,
)
KINDS = MappingProxyType({kind.code: kind for kind in (HOME, PRISON, OTHER)})


def form_for(contact_kind: str) -> VisitKind:
    """Return the form in which a contact of this kind is written down."""
    return KINDS.get(contact_kind, OTHER)


@dataclass(frozen=True)
class VisitSubject:
    """Whom the contact is about, by ids; "" for a name that is still to be looked up.

    `contact_kind` is the kind of the appointment that is reported.
    """

    person_id: str
    case_id: str | None
    name: str = ""
    facility_id: str | None = None
    appointment_id: str | None = None
    contact_kind: str = ""


def other_kinds() -> list[Choice]:
    """Return the kinds of contact that are chosen in the form, and have none of their own."""
    return [one for one in choices("contact_kind") if one.code not in _OWN_FORM]


def reached_choices(contact_kind: str) -> list[Choice]:
    """Return how an attempt of this kind may end: nobody is "not at home" on the telephone or in a cell."""
    no_answer = QCoreApplication.translate("VisitPanel", "Geen gehoor")
    found = []
    for one in choices("reached"):
        if one.code != "not_at_home" or contact_kind == HOME.code:
            found.append(one)
        elif contact_kind in CALLS:
            found.append(Choice(one.code, no_answer))
    return found
