# SPDX-License-Identifier: EUPL-1.2
"""The VOG ambassador who helps someone, as a worker knows them.

The register of ambassadors is the coordinator's, and so is its number of advices: what a worker links here is
counted from the procedures themselves and never added to that number, so nothing counts twice.
"""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.services.inputs import VogInput
from casus.services.register_store import person_named
from casus.vault.tables import VogAmbassador, VogProcedure


@dataclass(frozen=True)
class Helper:
    """An ambassador to choose; `helped` is how many procedures in this vault name them."""

    id: str
    name: str
    organisation: str
    helped: int


def ambassadors(desk: Desk) -> list[Helper]:
    """Return the ambassadors known in this vault who are still active, by name."""
    helped = (
        select(func.count(VogProcedure.id))
        .where(VogProcedure.ambassador_id == VogAmbassador.id)
        .correlate(VogAmbassador)
        .scalar_subquery()
    )
    active = VogAmbassador.active_until.is_(None) | (VogAmbassador.active_until >= desk.today())
    wanted = select(VogAmbassador.id, VogAmbassador.name, VogAmbassador.organisation, helped).where(active)
    with desk.reading() as session:
        rows = session.execute(wanted.order_by(VogAmbassador.sort_key, VogAmbassador.id))
        return [Helper(*row) for row in rows]


def helping_ambassador(session: Session, desk: Desk, check: FormCheck, data: VogInput) -> str | None:
    """Return the ambassador of a procedure: one on file, or someone new, who is kept.

    A new one of the same name and organisation as one on file is that one. In a worker's vault the day of
    training is not known; the day of the first link stands in for it, and is counted nowhere.
    """
    if data.ambassador_id:
        return check.known(session, "ambassador_id", VogAmbassador, data.ambassador_id)
    if not (data.ambassador_name or data.ambassador_organisation):
        return None
    try_on = FormCheck()
    named = person_named(try_on, data.ambassador_name or "")
    named_ok = not try_on.failed
    if not named_ok:
        check.needed_line("ambassador_name", data.ambassador_name)
    organisation = check.needed_line("ambassador_organisation", data.ambassador_organisation)
    if check.failed or not named_ok:
        return None
    same = _on_file(session, str(named["name"]), organisation)
    return same or _add(session, desk, named, organisation)


def _on_file(session: Session, name: str, organisation: str) -> str | None:
    same = select(VogAmbassador.id).where(
        VogAmbassador.name == name, VogAmbassador.organisation == organisation
    )
    return session.scalar(same.limit(1))


def _add(session: Session, desk: Desk, named: dict[str, object], organisation: str) -> str:
    made = VogAmbassador(
        **named, organisation=organisation, organisation_kind="other", trained_on=desk.today(), advices=0
    )
    session.add(made)
    session.flush()
    return made.id
