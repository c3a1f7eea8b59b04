# SPDX-License-Identifier: EUPL-1.2
"""A team whose vaults know each other's cards, and what goes between them in files."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

from casus.domain.periods import Period
from casus.services import exchange, team
from casus.services.contributions import preview_contribution
from casus.services.desk import Desk
from casus.services.exchange.kinds_of.contribution import send_contribution
from casus.services.exchange.kinds_of.team_key import send_team_key
from tests.helpers.exchange import meet

MEMBERS = {
    "anna": ("pga_expert", "Anna Bos"),
    "okan": ("pga_expert", "Okan Yildirim"),
    "farid": ("rio", "Farid Hassani"),
    "office": ("coordinator", "Inge Bakker"),
}


class Team:
    """Some desks; `file` gives a fresh path for a bundle."""

    def __init__(self, make_desk: Callable[..., Desk], folder: Path, *keys: str) -> None:
        self.desks = {key: make_desk(*one) for key, one in MEMBERS.items() if key in keys}
        for one, other in permutations(self.desks.values(), 2):
            meet(one, other)
        self._folder, self._files = folder, 0

    def __getitem__(self, key: str) -> Desk:
        """Return a desk."""
        return self.desks[key]

    def file(self) -> Path:
        """Return where a bundle can be written."""
        self._files += 1
        return self._folder / f"pakket {self._files}.casusbundel"

    def card(self, mine: str, theirs: str) -> str:
        """Return the id by which one desk knows the other."""
        keys = exchange.identity(self[theirs]).public
        return next(one.id for one in exchange.colleagues(self[mine]) if one.keys == keys)

    def share_key(self, *others: str) -> None:
        """Let anna make the key and seal it to the others."""
        team.make_team_key(self["anna"])
        if not others:
            return
        path = self.file()
        send_team_key(self["anna"], [self.card("anna", one) for one in others], path)
        for one in others:
            exchange.take(self[one], path)

    def sealed(self, who: str, period: Period) -> Path:
        """Return the sealed contribution of a worker."""
        path = self.file()
        made = preview_contribution(self[who], period)
        send_contribution(self[who], made, self.card(who, "office"), path)
        return path

    def contribute(self, who: str, period: Period) -> Path:
        """Seal the contribution of a worker and let the coordinator take it in."""
        path = self.sealed(who, period)
        exchange.take(self["office"], path)
        return path
