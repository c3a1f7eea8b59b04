# SPDX-License-Identifier: EUPL-1.2
"""Professionals in post: VOG ambassadors and the register of staff."""

from datetime import date

from casus.errors import NotAllowed
from casus.services.changes import Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.register_inputs import AmbassadorInput, WorkerInput
from casus.services.register_store import MOST, add, person_named, update
from casus.vault.tables import VogAmbassador, Worker


def add_ambassador(desk: Desk, data: AmbassadorInput) -> Done[VogAmbassador]:
    """Add a VOG ambassador. Raises InvalidForm."""
    return add(desk, VogAmbassador, _ambassador(desk.today(), data))


def update_ambassador(desk: Desk, record_id: str, version: int, data: AmbassadorInput) -> Done[VogAmbassador]:
    """Change a VOG ambassador. Raises InvalidForm, NotFound, StaleRecord."""
    return update(desk, VogAmbassador, record_id, version, _ambassador(desk.today(), data))


def _ambassador(today: date, data: AmbassadorInput) -> dict[str, object]:
    check = FormCheck()
    values = {
        **person_named(check, data.name),
        "organisation": check.needed_line("organisation", data.organisation),
        "organisation_kind": check.code("organisation_kind", "organisation_kind", data.organisation_kind),
        "trained_on": check.past("trained_on", data.trained_on, today),
        "active_until": check.day("active_until", data.active_until, required=False),
        "advices": check.number("advices", data.advices, last=MOST, required=True),
    }
    check.not_before("active_until", data.active_until, data.trained_on)
    check.finish()
    return values


def add_worker(desk: Desk, data: WorkerInput) -> Done[Worker]:
    """Add a colleague to the register of staff. Raises InvalidForm."""
    return add(desk, Worker, {**_worker(data), "is_owner": False})


def update_worker(desk: Desk, worker_id: str, version: int, data: WorkerInput) -> Done[Worker]:
    """Change a colleague. Raises InvalidForm, NotFound, StaleRecord.

    NotAllowed("own_role") for another role of the vault's owner: what may be in a vault hangs on it.
    """
    values = _worker(data)
    with desk.reading() as session:
        worker = fetch(session, Worker, worker_id)
        if worker.is_owner and worker.role != values["role"]:
            raise NotAllowed("own_role")
    return update(desk, Worker, worker_id, version, values)


def _worker(data: WorkerInput) -> dict[str, object]:
    check = FormCheck()
    values = {
        **person_named(check, data.name),
        "role": check.code("role", "worker_role", data.role),
        "started_on": check.day("started_on", data.started_on, required=data.in_register),
        "ended_on": check.day("ended_on", data.ended_on, required=False),
        "in_register": bool(data.in_register),
        "email": check.line("email", data.email),
    }
    check.not_before("ended_on", data.ended_on, data.started_on)
    check.finish()
    return values
