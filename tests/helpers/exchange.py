# SPDX-License-Identifier: EUPL-1.2
"""Colleagues who know each other's keys, and a kind of bundle that only echoes."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from casus.crypto.bundle import Part
from casus.crypto.identity import Identity
from casus.services import exchange
from casus.services.changes import Changes
from casus.services.desk import Desk
from casus.services.exchange.card import Card
from casus.services.exchange.kinds import BundleKind, Documents, Fact, Incoming, Taken


def digest(desk: Desk) -> str:
    """Return the digest of a vault's file: the same as long as nothing at all was written."""
    return sha256((desk.vault.folder / "vault.db").read_bytes()).hexdigest()


def a_card(name: str = "Rachid Idrissi", role: str = "rio") -> Card:
    """Return the card of someone who has a vault elsewhere."""
    return Card(name, role, "Gemeente Utrecht", date(2023, 10, 2), Identity.new().public)


def meet(desk: Desk, other: Desk, *, verified: bool = True) -> str:
    """Take in the other's card; return the colleague's id."""
    row = exchange.add_card(desk, exchange.read_card(exchange.my_card(other))).value
    if verified:
        exchange.verify_colleague(desk, row.id, "in_person")
    return row.id


def acquainted(one: Desk, other: Desk) -> tuple[Desk, Desk]:
    """Let both take in and verify each other's card."""
    meet(one, other)
    meet(other, one)
    return one, other


def _taken(_incoming: Incoming, documents: Documents) -> Taken:
    for _part, pieces in documents:
        for _piece in pieces:
            pass
    return Taken(Changes.of(("bundle_receipts",)))


ECHO = BundleKind(
    code="echo",
    versions=frozenset({1}),
    senders=frozenset({"pga_expert"}),
    receivers=frozenset({"rio"}),
    preview=lambda incoming: (Fact("text", incoming.payload.decode()),),
    take=_taken,
)


def echo(
    sender: Desk,
    to: Desk,
    path: Path,
    payload: bytes,
    documents: Sequence[Part] = (),
    *,
    kind: str = "echo",
    version: int = 1,
) -> Path:
    """Send an echo to a colleague the sender knows; return the file."""
    keys = exchange.identity(to).public
    known = next(one.id for one in exchange.colleagues(sender) if one.keys == keys)
    with sender.changing(label="send_bundle") as session:
        exchange.send(sender, session, [known], exchange.Outgoing(kind, version, payload, documents), path)
    return path
