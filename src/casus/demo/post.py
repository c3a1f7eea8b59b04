# SPDX-License-Identifier: EUPL-1.2
"""What goes between the vaults of the demo team, sealed: cards, the team key, contributions, a case, the code lists.

What is still to be opened lies in a folder per member, to be tried by whoever looks at the demo.
"""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import permutations
from pathlib import Path

from casus.crypto.identity import Identity
from casus.domain.periods import Period
from casus.services import case_exchange, code_lists, exchange, team
from casus.services.case_exchange import SealedOffer
from casus.services.case_list import CaseList
from casus.services.contributions import preview_contribution
from casus.services.desk import Desk
from casus.services.exchange import Card
from casus.services.exchange.kinds_of.catalogue import send_catalogue
from casus.services.exchange.kinds_of.contribution import send_contribution
from casus.services.exchange.kinds_of.team_key import send_team_key
from casus.services.transfers import open_transfers
from casus.vault.tables import Case, Person

FOLDER = "exchange"
OFFICE = "coordinator"
_STRANGER = ("Sabah Lahlou", "pga_expert", "Gemeente Utrecht")
"""Whose card came, and whose words nobody compared yet."""
_PASSED_ON = (
    "Hij is verhuisd en woont nu in jouw wijk. De werkgever weet van de begeleiding. "
    "Wat werkt: korte afspraken, en een bericht vooraf."
)
_WAITING = (
    "Hij komt binnenkort vrij en wil daarna werken. Zijn moeder is het best te bereiken na vieren. "
    "Wil jij het overnemen?"
)


class Post:
    """The desks of the team, by member, and where bundles are laid."""

    def __init__(self, desks: Mapping[str, Desk], folder: Path) -> None:
        self.desks = desks
        self._folder = folder
        self._cards: dict[tuple[str, str], str] = {}

    def exchange_cards(self) -> None:
        """Let everyone take in and verify each other's card; the first worker has one that nobody verified."""
        cards = {key: exchange.read_card(exchange.my_card(desk)) for key, desk in self.desks.items()}
        for mine, theirs in permutations(self.desks, 2):
            row = exchange.add_card(self.desks[mine], cards[theirs]).value
            exchange.verify_colleague(self.desks[mine], row.id, "in_person")
            self._cards[mine, theirs] = row.id
        first = next(iter(self.desks.values()))
        exchange.add_card(first, Card(*_STRANGER, first.today(), Identity.new().public))

    def card(self, mine: str, theirs: str) -> str:
        """Return the id by which one member knows another."""
        return self._cards[mine, theirs]

    def waiting(self, to: str, kind: str) -> Path:
        """Return where a bundle lies that is still to be opened by its receiver."""
        place = self._folder / FOLDER / to
        place.mkdir(parents=True, exist_ok=True)
        return place / exchange.file_name(self.desks[to], kind)

    def deliver(self, to: str, kind: str, seal: Callable[[Path], object]) -> str:
        """Seal something and let its receiver take it in; return the id of what came of it. No file is left."""
        path = self.waiting(to, kind)
        seal(path)
        taken = exchange.take(self.desks[to], path).value
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
        return taken.record_id or ""

    def share_team_key(self) -> None:
        """Let the first worker make the key of the team and seal it to the other workers."""
        first, *others = (key for key in self.desks if key != OFFICE)
        team.make_team_key(self.desks[first])
        for one in others:
            seal = partial(send_team_key, self.desks[first], [self.card(first, one)])
            self.deliver(one, "team_key", seal)

    def contribute(self, member: str, period: Period) -> None:
        """Seal the coded rows of a worker to the coordinator, who takes them in."""
        desk, to = self.desks[member], self.card(member, OFFICE)
        made = preview_contribution(desk, period)
        self.deliver(OFFICE, "contribution", lambda path: send_contribution(desk, made, to, path))

    def hand_over(self) -> None:
        """Let one case go from hand to hand, and another wait for an answer."""
        giver, taker, other = "pga-2", "pga-1", "rio"
        desk = self.desks[giver]
        moved, offered = _to_pass_on(desk)
        offer = SealedOffer(moved, _PASSED_ON, self.card(giver, taker))
        self.deliver(taker, "case", lambda path: case_exchange.send_case(desk, offer, path))
        (answer,) = case_exchange.to_answer(self.desks[taker])
        self.deliver(
            giver,
            "case_answer",
            lambda path: case_exchange.send_case_answer(self.desks[taker], answer.transfer_id, path),
        )
        later = SealedOffer(offered, _WAITING, self.card(giver, other))
        case_exchange.send_case(desk, later, self.waiting(other, "case"))

    def send_lists(self) -> None:
        """Let the coordinator change the words of a list: one worker has them, for another they wait."""
        office = self.desks[OFFICE]
        code_lists.rename_code(office, "life_domain", "housing", "Wonen en thuis", "Home and housing")
        to = self.card(OFFICE, "pga-2")
        self.deliver("pga-2", "catalogue", lambda path: send_catalogue(office, [to], path))
        send_catalogue(office, [self.card(OFFICE, "rio")], self.waiting("rio", "catalogue"))


def _to_pass_on(desk: Desk) -> tuple[str, str]:
    """Return two running cases that can go: nobody closed them off, they are in no family, and not on offer already."""
    running = CaseList(desk).ids("", {"state": frozenset({"running"})}, "opened_on", descending=True)
    offered = {one.case_id for one in open_transfers(desk)}
    found = []
    with desk.reading() as session:
        for case in (session.get_one(Case, one) for one in running if one not in offered):
            restricted = case.restricted or session.get_one(Person, case.person_id).restricted
            if case.family_id is None and case.last_contact_on is not None and not restricted:
                found.append(case.id)
    return found[0], found[1]
