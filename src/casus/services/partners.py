# SPDX-License-Identifier: EUPL-1.2
"""The organisations Casus works with, and the colleagues known in this vault."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.names import parse_full, sort_key
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.facilities import add_facility, facilities
from casus.services.indexing import index_partner, unindex_partner
from casus.services.inputs import FacilityInput, PartnerInput
from casus.vault.tables import Partner, Worker

__all__ = [
    "FacilityInput",
    "PartnerInput",
    "add_colleague",
    "add_facility",
    "add_partner",
    "facilities",
    "partners",
    "remove_partner",
    "update_partner",
    "workers",
]


def partners(desk: Desk, *, kind: str | None = None) -> list[Partner]:
    """Return the partners in use, by name; of one kind (list partner_kind) when asked."""
    wanted = select(Partner).where(Partner.removed_on.is_(None)).order_by(Partner.sort_key)
    if kind is not None:
        wanted = wanted.where(Partner.kind == kind)
    with desk.reading() as session:
        return list(session.scalars(wanted))


def add_partner(desk: Desk, data: PartnerInput) -> Done[Partner]:
    """Add a partner. Raises InvalidForm."""
    values = _clean(data)
    with desk.changing(label="add_partner") as session:
        partner = Partner(**values)
        session.add(partner)
        session.flush()
        index_partner(session, partner)
    return Done(partner, Changes.of(("partners",), partner.id))


def update_partner(desk: Desk, partner_id: str, version: int, data: PartnerInput) -> Done[Partner]:
    """Change a partner. Raises InvalidForm, NotFound, StaleRecord."""
    values = _clean(data)
    with desk.changing(label="update_partner") as session:
        partner = fetch(session, Partner, partner_id, version)
        for name, value in values.items():
            setattr(partner, name, value)
        index_partner(session, partner)
    return Done(partner, Changes.of(("partners",), partner_id))


def remove_partner(desk: Desk, partner_id: str) -> Done[Partner]:
    """Take a partner off the lists of choices; what was recorded with it keeps its name. Raises NotFound."""
    with desk.changing(label="remove_partner") as session:
        partner = fetch(session, Partner, partner_id)
        partner.removed_on = desk.today()
        unindex_partner(session, partner)
    return Done(partner, Changes.of(("partners",), partner_id))


def workers(desk: Desk) -> list[Worker]:
    """Return the colleagues known in this vault who have not left, by name."""
    wanted = select(Worker).where(Worker.ended_on.is_(None)).order_by(Worker.sort_key)
    with desk.reading() as session:
        return list(session.scalars(wanted))


def add_colleague(desk: Desk, name: str | None) -> Done[Worker]:
    """Put a colleague on file by name, or return the one of that name who is. Raises InvalidForm ("name")."""
    check = FormCheck()
    words = check.needed_line("name", name)
    check.finish()
    with desk.changing(label="add_colleague") as session:
        worker = colleague_called(session, desk, words)
    return Done(worker, Changes.of(("workers",), worker.id))


def colleague_called(session: Session, desk: Desk, name: str) -> Worker:
    """Return the colleague of this name, put on file when there was none."""
    parts = parse_full(name)
    key = sort_key(parts.surname, parts.prefix, parts.given)
    known = session.scalar(
        select(Worker).where(Worker.sort_key == key, Worker.ended_on.is_(None)).order_by(Worker.id).limit(1)
    )
    if known is not None:
        return known
    worker = Worker(name=name, sort_key=key, role=desk.role, is_owner=False, in_register=False)
    session.add(worker)
    session.flush()
    return worker


def _clean(data: PartnerInput) -> dict[str, object]:
    check = FormCheck()
    name = check.needed_line("name", data.name)
    values: dict[str, object] = {
        "name": name,
        "sort_key": sort_key(name, "", ""),
        "kind": check.code("kind", "partner_kind", data.kind),
        "covenant": check.line("covenant", data.covenant),
        "contact_name": check.line("contact_name", data.contact_name),
        "telephone": check.line("telephone", data.telephone),
        "email": check.line("email", data.email),
    }
    check.finish()
    return values
