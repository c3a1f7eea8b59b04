# SPDX-License-Identifier: EUPL-1.2
"""What a PGA expert and a RIO together have on file after years: all that the screens of both professions show.

Added after the coordinator got their rows, so that the yearly report is measured on what it always was.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from casus.demo.certificates import follow_up
from casus.demo.custody import detention_records
from casus.demo.generate import BATCH, Batch
from casus.demo.papers import letter
from casus.demo.people import household
from casus.demo.progress import assessment_records, programme_records, vog_record
from casus.demo.stays import stay_records
from casus.demo.words import Dice

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from casus.services.desk import Desk
    from casus.vault.tables import Case, ConsultingSession, Facility, Person, Record, VogAmbassador

SEED = 77
SHARE_INSIDE = 0.8
PROGRAMMES_EACH = 2
SHARE_OF_FAMILIES = 0.3
SESSIONS_PER_PERSON = 0.3
SPOKEN_EACH = 2
PAPERS_PER_PERSON = 0.03
SHARE_ON_OFFER = 0.02
SHARE_RESTRICTED = 0.005
COLLEAGUES = 8
DAYS_AHEAD = timedelta(days=400)
"""Over so many days the appointments of a vault of this size lie: some twenty on a working day."""
SHARE_OF_THE_DAY = 0.5
"""How many of these are the worker's own; the others are of colleagues whose cases they share."""
PAPER_LINES = 400
"""Makes a text of some 20 kilobytes."""


def add_practice(desk: "Desk") -> None:
    """Add it to every dossier of this vault, a batch of dossiers at a time."""
    from sqlalchemy import select

    from casus.vault.tables import Case, Facility, Record, VogAmbassador

    dice = Dice(SEED)
    with desk.reading() as session:
        facilities = list(session.scalars(select(Facility).order_by(Facility.id)))
        helpers = list(session.scalars(select(VogAmbassador).order_by(VogAmbassador.id)))
        case_ids = list(session.scalars(select(Case.id).order_by(Case.id)))
    colleagues: list[Record] = _colleagues(dice)
    sessions = _sessions(dice, desk, facilities, round(len(case_ids) * SESSIONS_PER_PERSON))
    Batch([*colleagues, *sessions]).store(desk)
    for first in range(0, len(case_ids), BATCH):
        chunk = case_ids[first : first + BATCH]
        _add_to(desk, dice, chunk, facilities, helpers, [one.id for one in colleagues], sessions)


def _add_to(
    desk: "Desk",
    dice: Dice,
    case_ids: Sequence[str],
    facilities: Sequence["Facility"],
    helpers: Sequence["VogAmbassador"],
    colleagues: Sequence[str],
    sessions: Sequence["ConsultingSession"],
) -> None:
    from sqlalchemy import select

    from casus.vault.tables import Case, Person

    today, batch = desk.today(), Batch()
    homes: dict[str, str] = {}
    wanted = select(Case, Person).join(Person, Person.id == Case.person_id).where(Case.id.in_(case_ids))
    with desk.reading() as session:
        known = [(case, person) for case, person in session.execute(wanted.order_by(Case.id))]
    for case, person in known:
        batch.add([*_stays(dice, case, facilities, today), *_looks(dice, case, desk.worker_id, today)])
        batch.add(_ways(dice, case, helpers, today))
        batch.add([*_kept(dice, case, desk.worker_id, today), *_spoken(dice, case, sessions)])
        if dice.chance(SHARE_OF_FAMILIES):
            family = _home(dice, case, person, desk.worker_id, today)
            homes[case.id] = family[0].id
            batch.add(family)
        if dice.chance(SHARE_ON_OFFER):
            batch.add([_offer(dice, case, desk.worker_id, colleagues, today)])
    batch.store(desk)
    with desk.changing("demo", label="demo") as session:
        for case, person in session.execute(wanted.order_by(Case.id)):
            case.family_id = homes.get(case.id)
            person.restricted = dice.chance(SHARE_RESTRICTED)
            case.restricted = dice.chance(SHARE_RESTRICTED)
            if dice.chance(PAPERS_PER_PERSON):
                _add_papers(session, dice, case, today)
        _spread_days(session, dice, case_ids, colleagues, today)


def _spread_days(
    session: "Session", dice: Dice, case_ids: Sequence[str], colleagues: Sequence[str], today: date
) -> None:
    """Give the days as many appointments as people can keep: the demo plans all within three weeks of today."""
    from sqlalchemy import select

    from casus.vault.tables import Appointment

    wanted = select(Appointment).where(Appointment.case_id.in_(case_ids), Appointment.cancelled.is_(False))
    for one in session.scalars(wanted.order_by(Appointment.id)):
        ahead = one.on >= today
        one.on = (
            dice.weekday(today, today + DAYS_AHEAD)
            if ahead
            else dice.day(today - DAYS_AHEAD, today - timedelta(days=1))
        )
        one.worker_id = one.worker_id if dice.chance(SHARE_OF_THE_DAY) else dice.choice(colleagues)


def _stays(dice: Dice, case: "Case", facilities: Sequence["Facility"], today: date) -> "list[Record]":
    """Return a detention with its conditions; most are still inside, with a release that is still to come."""
    from casus.vault.tables import BasicConditionCheck, Detention

    rows = detention_records(dice, case, dice.choice(facilities), today)
    stay = next(one for one in rows if isinstance(one, Detention))
    if dice.chance(SHARE_INSIDE) and stay.released_on is not None:
        stay.released_on = None
        stay.release_certainty = dice.choice(["known", "estimated"])
        stay.expected_on = today + timedelta(days=dice.randint(0, 400))
        rows = [one for one in rows if not (isinstance(one, BasicConditionCheck) and one.moment == "release")]
    rows += stay_records(dice, rows, today)
    if stay.released_on is None and stay.release_certainty == "estimated" and not dice.chance(0.02):
        stay.expected_on = today + timedelta(days=dice.randint(1, 400))
    return rows


def _looks(dice: Dice, case: "Case", worker_id: str, today: date) -> "Iterator[Record]":
    """Yield the review of half a year, and the measurement after the first ones where there is time for it."""
    from casus.vault.tables import ProportionalityReview

    last = case.closed_on or today
    yield ProportionalityReview(
        id=dice.id(), case_id=case.id, on=dice.day(case.opened_on, last), proportionate=True,
        reasoning="Het risico is niet kleiner geworden, en lichtere hulp sloeg niet aan.",
        next_on=case.review_on, worker_id=worker_id,
    )  # fmt: skip
    if case.opened_on + timedelta(days=120) < last:
        yield from assessment_records(
            dice, case, worker_id, last, "final" if case.closed_on else "interim", 1
        )


def _ways(dice: Dice, case: "Case", helpers: Sequence["VogAmbassador"], today: date) -> "list[Record]":
    """Return the programmes with their attendance, and the way to a certificate of conduct."""
    rows: list[Record] = []
    for _ in range(PROGRAMMES_EACH):
        kind = dice.choice(["school", "volunteering", "coaching"])
        rows += programme_records(
            dice, case.person_id, case.id, kind, dice.weekday(case.opened_on, today), today
        )
    rows.append(vog_record(dice, case.person_id, case.id, None, dice.weekday(case.opened_on, today)))
    follow_up(dice, rows, helpers, today)
    return rows


def _home(dice: Dice, case: "Case", person: "Person", worker_id: str, today: date) -> "list[Record]":
    """Return a family, itself first, with its members and its plan."""
    from casus.vault.tables import Action, ActionPlan, Goal

    home = household(dice, person, worker_id, case.opened_on, today)
    plan = ActionPlan(
        id=dice.id(), family_id=home.family.id, number=1, on=case.opened_on, status="adopted", agreed=True,
        summary="Rust in huis, en ieder kind een plek op school.", discussed=True, discussed_on=case.opened_on,
        evaluate_on=today + timedelta(days=dice.randint(-10, 90)),
    )  # fmt: skip
    goal = Goal(
        id=dice.id(), plan_id=plan.id, life_domain="finances", title="Overzicht over de post",
        status="in_progress", due_on=plan.evaluate_on, position=1,
    )  # fmt: skip
    action = Action(
        id=dice.id(), goal_id=goal.id, title="Post ordenen met moeder", intervention="guidance",
        responsible="PGA-expert", status="in_progress", position=1,
    )  # fmt: skip
    return [home.family, *home.persons, *home.members, plan, goal, action]


def _kept(dice: Dice, case: "Case", worker_id: str, today: date) -> "Iterator[Record]":
    """Yield an appointment that was cancelled; most have one."""
    from casus.vault.tables import Appointment

    if dice.chance(0.8):
        yield Appointment(
            id=dice.id(), person_id=case.person_id, case_id=case.id, kind="home_visit", at_time="10:00",
            on=dice.weekday(case.opened_on, today), cancelled=True, worker_id=worker_id,
        )  # fmt: skip


def _spoken(dice: Dice, case: "Case", sessions: Sequence["ConsultingSession"]) -> "Iterator[Record]":
    """Yield conversations in consulting hours, of about one in three."""
    from casus.vault.tables import Contact

    if not sessions or not dice.chance(SESSIONS_PER_PERSON):
        return
    for one in dice.sample(list(sessions), min(SPOKEN_EACH, len(sessions))):
        yield Contact(
            id=dice.id(), person_id=case.person_id, case_id=case.id, kind="consulting_hour", on=one.on,
            facility_id=one.facility_id, consulting_session_id=one.id, reached="yes", initiative="person",
            report="Vraagt hoe het met een ID-bewijs zit.", information_kind="fact", worker_id=one.worker_id,
        )  # fmt: skip


def _sessions(
    dice: Dice, desk: "Desk", facilities: Sequence["Facility"], amount: int
) -> "list[ConsultingSession]":
    from casus.vault.tables import ConsultingSession

    rows = []
    for number in range(amount):
        conversations = dice.randint(1, 7)
        rows.append(
            ConsultingSession(
                id=dice.id(),
                facility_id=dice.choice(facilities).id,
                conversations=conversations,
                on=desk.today() - timedelta(days=number // 2),
                worker_id=desk.worker_id,
                new_persons=dice.randint(0, min(2, conversations)),
            )
        )
    return rows


def _colleagues(dice: Dice) -> "list[Record]":
    from casus.vault.tables import Worker

    return [
        Worker(
            id=dice.id(),
            name=f"Collega {number}",
            sort_key=f"collega {number}",
            role="pga_expert",
            is_owner=False,
            in_register=False,
        )
        for number in range(1, COLLEAGUES + 1)
    ]


def _offer(dice: Dice, case: "Case", worker_id: str, colleagues: Sequence[str], today: date) -> "Record":
    from casus.vault.tables import Transfer

    status = "offered" if case.closed_on is None and dice.chance(0.5) else "refused"
    offered_on = dice.day(case.opened_on, today)
    return Transfer(
        id=dice.id(), case_id=case.id, from_worker_id=worker_id, to_worker_id=dice.choice(colleagues),
        offered_on=offered_on, answered_on=None if status == "offered" else offered_on, status=status,
        note="Hij opent de deur alleen na een bericht vooraf.",
    )  # fmt: skip


def _add_papers(session: "Session", dice: Dice, case: "Case", today: date) -> None:
    """Put a letter and a long note in a dossier."""
    from casus.services.attachments import PDF, TEXT, store_content
    from casus.vault.tables import Attachment

    note = "".join(
        f"{number}. Overleg met de mentor, {dice.id()}\n" for number in range(PAPER_LINES)
    ).encode()
    for title, kind, media_type, content in (
        ("Uitnodiging voor een gesprek", "letter", PDF, letter()),
        ("Verslagen van school", "other", TEXT, note),
    ):
        paper = Attachment(
            id=dice.id(), person_id=case.person_id, case_id=case.id, kind=kind, title=title,
            media_type=media_type, size=len(content), received_on=today,
        )  # fmt: skip
        paper.digest = store_content(session, paper.id, content)
        session.add(paper)
