# SPDX-License-Identifier: EUPL-1.2
"""What a worker does for whole families and with colleagues: a family plan, a sister who turns 18, a case on offer."""

from collections.abc import Iterator
from datetime import date, timedelta

from casus.demo.generate import Batch
from casus.demo.people import least, person_record, relative
from casus.demo.words import Dice
from casus.domain.ages import ADULT, birthday
from casus.domain.names import parse_full, sort_key
from casus.services.case_list import CaseList
from casus.services.desk import Desk
from casus.services.families import members, running_families
from casus.services.persons import get_person
from casus.vault.tables import (
    Action,
    ActionPlan,
    Case,
    Family,
    FamilyMember,
    Goal,
    Person,
    Record,
    Transfer,
    Worker,
)

_PLANNED = 3
"""Families with a plan: not all, so that the way to write one is seen too."""
_GOALS = (
    ("family_relations", "Samen eten zonder ruzie", "Gezinsgesprek met het buurtteam", "Buurtteam"),
    ("finances", "Overzicht over de post en de rekeningen", "Post ordenen met moeder", "PGA-expert"),
    ("education", "Iedereen op tijd op school", "Afspraak met de mentor maken", "Ouders"),
)
_NOTE = (
    "Hij opent de deur alleen na een bericht vooraf. Moeder helpt mee en is het best te bereiken na vieren. "
    "De werkgever weet van de begeleiding. Wat werkt: korte afspraken, samen opschrijven."
)


def add_teamwork(desk: Desk, seed: int, colleague: str, role: str) -> None:
    """Add it to the vault of a worker; `colleague` is who a case is offered to. `seed` is of their own ids.

    Nothing of it is counted in a report.
    """
    dice, today = Dice(seed), desk.today()
    homes = running_families(desk)
    with desk.reading() as session:
        cases = [session.get(Case, case_id) for case_id in CaseList(desk).ids()]
    rows: list[Record] = []
    for home in homes[:_PLANNED]:
        rows += _plan(dice, home, today)
    if homes:
        child = next(one for one in members(desk, homes[0].id) if one.relation == "child")
        rows += _sister(dice, homes[0], get_person(desk, child.person_id), today)
    on_offer = next(
        (one for one in cases if one and one.closed_on is None and one.phase == "scaling_down"), None
    )
    if on_offer is not None:
        rows += _offer(dice, on_offer, desk.worker_id, _worker(dice, colleague, role), today)
    Batch(rows).store(desk)


def _plan(dice: Dice, home: Family, today: date) -> Iterator[Record]:
    plan = ActionPlan(
        id=dice.id(), family_id=home.id, number=1, on=today - timedelta(days=dice.randint(30, 70)),
        status="adopted", summary="Rust in huis, en ieder kind een plek op school.", discussed=True,
        agreed=True, evaluate_on=today + timedelta(days=dice.randint(20, 60)),
    )  # fmt: skip
    plan.discussed_on = plan.on
    yield plan
    for place, (life_domain, title, action, who) in enumerate(_GOALS[: dice.randint(2, 3)]):
        goal = Goal(
            id=dice.id(), plan_id=plan.id, life_domain=life_domain, title=title, position=place,
            status=dice.choice(["in_progress", "in_progress", "met"]), due_on=plan.evaluate_on,
        )  # fmt: skip
        yield goal
        yield Action(
            id=dice.id(), goal_id=goal.id, title=action, intervention="guidance", responsible=who,
            status=goal.status, position=0,
        )  # fmt: skip


def _sister(dice: Dice, home: Family, son: Person, today: date) -> tuple[Record, ...]:
    """Someone in the family who turns 18 within three weeks, so that it has to be judged if she stays."""
    sister = least(person_record(dice, relative(dice, son, today, 15, 17), "family_member"))
    soon = today + timedelta(days=dice.randint(6, 20))
    sister.birth_date = soon.replace(year=soon.year - ADULT)
    member = FamilyMember(
        id=dice.id(), family_id=home.id, person_id=sister.id, relation="sibling", from_on=home.started_on,
        minor_reason="Woont in hetzelfde huis en vraagt zelf om hulp.",
        review_on=birthday(sister.birth_date, ADULT),
    )  # fmt: skip
    return sister, member


def _worker(dice: Dice, name: str, role: str) -> Worker:
    parts = parse_full(name)
    return Worker(
        id=dice.id(), name=name, sort_key=sort_key(parts.surname, parts.prefix, parts.given), role=role,
        is_owner=False, in_register=False,
    )  # fmt: skip


def _offer(dice: Dice, case: Case, worker_id: str, to: Worker, today: date) -> tuple[Record, ...]:
    offer = Transfer(
        id=dice.id(), case_id=case.id, from_worker_id=worker_id, to_worker_id=to.id,
        offered_on=max(today - timedelta(days=2), case.opened_on), status="offered", note=_NOTE,
    )  # fmt: skip
    return to, offer
