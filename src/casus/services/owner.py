# SPDX-License-Identifier: EUPL-1.2
"""Whose vault it is: one worker row is the owner, and the settings say for which organisation."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.domain.clock import Clock, ShiftedClock
from casus.domain.names import parse_full, sort_key
from casus.errors import VaultDamaged
from casus.services import break_glass, code_lists, policy, settings
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.vault import Vault
from casus.vault.tables import ReleaseRow, Worker, new_id


@dataclass(frozen=True)
class Identity:
    """The owner of a new vault, made fit to store."""

    name: str
    role: str
    organisation: str
    language: str


def check(name: str, role: str, organisation: str, language: str) -> Identity:
    """Clean what the wizard asked; raises InvalidForm with the fields of `NewVault`."""
    form = FormCheck()
    identity = Identity(
        form.needed_line("owner_name", name),
        form.code("role", "worker_role", role),
        form.line("organisation", organisation) or "",
        language,
    )
    if language not in settings.LANGUAGES:
        form.refuse("language", "unknown_code")
    form.finish()
    return identity


def settle(vault: Vault, clock: Clock, identity: Identity) -> Desk:
    """Write the owner and the settings of a new vault; a failure closes the vault."""
    worker_id = new_id()
    parts = parse_full(identity.name)
    owner = Worker(
        id=worker_id,
        name=identity.name,
        sort_key=sort_key(parts.surname, parts.prefix, parts.given),
        role=identity.role,
        started_on=clock.today(),
        is_owner=True,
        in_register=False,
    )
    try:
        with vault.transaction(worker_id, label="vault_created") as session:
            session.add(owner)
            settings.write(session, settings.ORGANISATION, identity.organisation)
            settings.write(session, settings.LANGUAGE, identity.language)
    except BaseException:
        vault.close()
        raise
    code_lists.use_none()
    return Desk(vault, clock, worker_id, identity.role, identity.language)


def desk_of(vault: Vault, clock: Clock) -> Desk:
    """Return the desk of an open vault's owner; raises VaultDamaged when it has none."""
    with vault.reading() as session:
        owner = session.scalar(select(Worker).where(Worker.is_owner.is_(True)).limit(1))
        language = str(settings.read(session, settings.LANGUAGE) or "nl")
        demo = _demo_begin(session)
    if owner is None:
        raise VaultDamaged(part="database", reason="owner")
    right = ShiftedClock(demo, clock) if demo else clock
    desk = Desk(vault, right, owner.id, owner.role, language, is_demo=bool(demo))
    policy.use(desk)
    break_glass.close_all(desk)
    return desk


def _demo_begin(session: Session) -> datetime | None:
    """Return when a demo's clock starts: never before its last release, which a ledger would refuse."""
    begin = settings.demo_moment(session)
    released = session.scalar(select(func.max(ReleaseRow.made_at)))
    return begin if begin is None or released is None else max(begin, released)
