# SPDX-License-Identifier: EUPL-1.2
"""The kind `contribution`: coded rows of a worker, as they were seen on the screen, for a coordinator to count."""

from pathlib import Path

from casus.counting.collecting import held_back
from casus.counting.contribution import Contribution
from casus.counting.edition import Edition
from casus.domain.roles import Permission, Role
from casus.errors import ContributionInvalid
from casus.services import contributions
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.exchange.kinds import BundleKind, Documents, Fact, Incoming, Taken
from casus.services.exchange.sending import Outgoing, send
from casus.services.indicators.versions import edition

CODE, VERSION = "contribution", 1


def send_contribution(
    desk: Desk,
    made: Contribution,
    colleague_id: str,
    path: Path,
    *,
    unverified: bool = False,
    overwrite: bool = False,
) -> Done[None]:
    """Seal exactly these rows to a coordinator. Raises as `sending.send`, NotAllowed("role")."""
    desk.require(Permission.CONTRIBUTE)
    outgoing = Outgoing(CODE, VERSION, made.to_bytes())
    with desk.changing(label="send_contribution") as session:
        changes = send(
            desk, session, [colleague_id], outgoing, path, unverified=unverified, overwrite=overwrite
        )
        contributions.note(desk, session, made)
    return Done(None, changes)


def _read(incoming: Incoming) -> Contribution:
    """Return what came; raises ContributionInvalid, "contributor" when another role sealed it."""
    with held_back():
        found = Contribution.from_bytes(incoming.payload)
    if found.role != incoming.sender.role:
        raise ContributionInvalid("contributor")
    return found


def _preview(incoming: Incoming) -> tuple[Fact, ...]:
    found = _read(incoming)
    earlier = contributions.replaced(incoming.session, found, incoming.sender.worker_id)
    facts = [
        Fact("period", found.period.label(incoming.desk.language)),
        Fact("reference_date", found.reference_date),
        Fact("persons", len(found.marks)),
        Fact("rows", len(found.rows)),
    ]
    if found.catalogue:
        state = Edition.parse(found.catalogue).beside(edition(incoming.session))
        facts.append(Fact("catalogue", state, "catalogue_state"))
    facts += [Fact("replaces", one.made_at.date()) for one in earlier]
    return tuple(facts)


def _take(incoming: Incoming, _documents: Documents) -> Taken:
    found = _read(incoming)
    worker_id = incoming.sender.worker_id
    batch_id = contributions.keep(incoming.desk, incoming.session, found, worker_id, incoming.payload)
    return Taken(Changes.of((contributions.KIND,), batch_id), contributions.KIND, batch_id)


KIND = BundleKind(
    code=CODE,
    versions=frozenset({VERSION}),
    senders=frozenset({Role.PGA_EXPERT, Role.RIO}),
    receivers=frozenset({Role.COORDINATOR}),
    preview=_preview,
    take=_take,
    together=True,
)
