# SPDX-License-Identifier: EUPL-1.2
"""How often a case asks for a contact, per phase: a default that an office may change for its vault."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy.orm import Session

from casus.services.changes import Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.services.settings import read, set_setting

SETTING = "visit_rhythm"
LONGEST = 366
DEFAULT: Mapping[str, int] = MappingProxyType(
    {
        "registered": 14,
        "screening": 14,
        "intake": 14,
        "planning": 14,
        "execution": 14,
        "monitoring": 42,
        "scaling_down": 42,
        "reopened": 14,
    }
)
"""Days between two contacts per phase: every other week while work is done, every six weeks at a distance."""


def rhythm(session: Session) -> dict[str, int]:
    """Return the days between contacts per phase, as kept in this vault, else the default."""
    kept = read(session, SETTING)
    own = kept if isinstance(kept, dict) else {}
    return {phase: _sound(own.get(phase), days) for phase, days in DEFAULT.items()}


def get_rhythm(desk: Desk) -> dict[str, int]:
    """Return the days between contacts per phase, for a form."""
    with desk.reading() as session:
        return rhythm(session)


def set_rhythm(desk: Desk, days: Mapping[str, int | None]) -> Done[dict[str, int]]:
    """Keep another rhythm (days per phase, 1 up to 366); raises InvalidForm under the name of the phase."""
    check = FormCheck()
    for phase in DEFAULT:
        check.number(phase, days.get(phase), first=1, last=LONGEST, required=True)
    check.finish()
    return set_setting(desk, SETTING, {phase: days[phase] for phase in DEFAULT})


def _sound(value: object, default: int) -> int:
    fits = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LONGEST
    return value if fits and isinstance(value, int) else default
