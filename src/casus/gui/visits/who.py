# SPDX-License-Identifier: EUPL-1.2
"""Who may have been at a contact: as the form offers them, and as they are stored."""

from dataclasses import dataclass, field

from casus.gui.labels import label
from casus.gui.visits.kinds import MEETINGS
from casus.gui.widgets.choice import Choice
from casus.services.contact_help import Suggestion
from casus.services.inputs import Attendee


@dataclass(frozen=True)
class Offer:
    """What the form offers and whom it is about, fetched before it can be used."""

    name: str
    attendees: list[Suggestion]
    partners: list[Suggestion] = field(default_factory=list)
    facilities: list[Choice] = field(default_factory=list)

    def at(self, contact_kind: str) -> list[Suggestion]:
        """Return who is offered at a contact of this kind: at a meeting the partners too."""
        more = self.partners if contact_kind in MEETINGS else []
        return [*self.attendees, *(one for one in more if one not in self.attendees)]


def code_of(one: Suggestion) -> str:
    """Return what stands for someone in a draft, whoever else is offered by then."""
    return f"{one.kind}:{one.record_id or one.name}"


def attendee_of(one: Suggestion) -> Attendee:
    """Return someone who is offered as someone who was there."""
    if one.kind == "person":
        return Attendee(person_id=one.record_id)
    return Attendee(partner_id=one.record_id) if one.kind == "partner" else Attendee(name=one.name)


def words_for(one: Suggestion) -> str:
    """Return the words of the chip of someone."""
    role = label("family_relation", one.role) if one.kind == "person" else ""
    return f"{one.name} ({role.lower()})" if role and role != one.role else one.name
