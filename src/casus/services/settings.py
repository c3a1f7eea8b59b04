# SPDX-License-Identifier: EUPL-1.2
"""Settings that belong to the vault: the organisation, the language, and what a worker chose to keep."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.vault.tables import Setting

ORGANISATION, LANGUAGE, DEMO_MOMENT = "organisation", "language", "demo_moment"
LANGUAGES = ("nl", "en")


def organisation(desk: Desk) -> str:
    """Return the organisation whose name is on reports; "" when none was given."""
    with desk.reading() as session:
        return str(read(session, ORGANISATION) or "")


def set_organisation(desk: Desk, name: str) -> Done[str]:
    """Change the organisation. Raises InvalidForm."""
    check = FormCheck()
    clean = check.needed_line("organisation", name)
    check.finish()
    return _keep(desk, ORGANISATION, clean)


def set_language(desk: Desk, language: str) -> Done[str]:
    """Change the language in which this vault is opened from now on (nl or en). Raises InvalidForm."""
    check = FormCheck()
    if language not in LANGUAGES:
        check.refuse("language", "unknown_code")
    check.finish()
    return _keep(desk, LANGUAGE, language)


def set_demo_moment(desk: Desk, moment: datetime) -> Done[str]:
    """Mark a vault as a demo that is always opened at this moment, as if today were that day."""
    return _keep(desk, DEMO_MOMENT, moment.isoformat())


def demo_moment(session: Session) -> datetime | None:
    """Return the moment a demo opens at, None in a real vault."""
    kept = read(session, DEMO_MOMENT)
    return datetime.fromisoformat(str(kept)) if kept else None


def get_setting(desk: Desk, name: str, default: Any = None) -> Any:
    """Return a setting by name."""
    with desk.reading() as session:
        found = session.get(Setting, name)
        return default if found is None else found.value


def set_setting(desk: Desk, name: str, value: Any) -> Done[Any]:
    """Keep a setting; `value` is anything that JSON can hold."""
    return _keep(desk, name, value)


def read(session: Session, name: str) -> object:
    """Return a setting within a session, None when it was never kept."""
    found = session.get(Setting, name)
    return None if found is None else found.value


def write(session: Session, name: str, value: object) -> None:
    """Keep a setting within a transaction."""
    found = session.get(Setting, name)
    if found is None:
        session.add(Setting(name=name, value=value))
    else:
        found.value = value


def _keep(desk: Desk, name: str, value: Any) -> Done[Any]:
    with desk.changing(label="set_setting") as session:
        write(session, name, value)
    return Done(value, Changes.of(("settings",), name))
