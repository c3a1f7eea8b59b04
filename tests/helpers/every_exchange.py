# SPDX-License-Identifier: EUPL-1.2
"""Every use case of the sealed exchange, done once between a worker's vault and a coordinator's, with canaries."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from casus.crypto.bundle import Part
from casus.errors import CasusError
from casus.services import code_lists, exchange
from casus.services.exchange import kinds
from casus.services.exchange.kinds_of import catalogue, ledger
from tests.helpers.canary import Canary
from tests.helpers.every_field import World
from tests.helpers.exchange import ECHO


def exchange_everything(world: World, canary: Canary) -> None:
    """Take in cards, compare the words, send and take in a bundle, renew the own keys, revoke a colleague.

    The files stay in the home folder, where nothing may be found in clear.
    """
    worker, office = world.worker, world.coordinator
    folder = Path.home()
    known = _meet(world, canary)
    echo = replace(
        ECHO, senders=frozenset({"coordinator"}), receivers=frozenset({"pga_expert"}), together=True
    )
    with patch.object(kinds, "_kinds", lambda: {echo.code: echo}):
        path = folder / exchange.file_name(office, "echo")
        text = canary.text("payload of a bundle").encode()
        paper = Part(f"document:{1:032x}", len(text), iter([text]))
        with office.changing(label="send_bundle") as session:
            outgoing = exchange.Outgoing("echo", 1, text, [paper])
            exchange.send(office, session, [known], outgoing, path)
        exchange.look(worker, path)
        exchange.look_at_all(worker, [path, folder / "geen pakket"])
        exchange.take_all(worker, [path, folder / "geen pakket"])
        with suppress(CasusError):
            exchange.take(worker, path)
    lists = folder / exchange.file_name(office, catalogue.CODE)
    catalogue.send_catalogue(office, [known], lists)
    exchange.take(worker, lists)
    code_lists.use(office.vault, office.policy)  # the lists are the other vault's again
    for act in (
        lambda: ledger.send_ledger(office, known, folder / exchange.file_name(office, ledger.CODE)),
        lambda: ledger.resume_ledger(office, canary.text("why the book is taken back")),
    ):
        with suppress(
            CasusError
        ):  # nothing was released yet; tests/services/exchange/test_ledger.py has the rest
            act()
    exchange.renew_identity(worker, canary.text("why renewed"))
    exchange.revoke_colleague(office, known, canary.text("why revoked"))


def _meet(world: World, canary: Canary) -> str:
    """Let both take in the other's card; return who the worker is to the coordinator."""
    ids = []
    for desk, other in ((world.worker, world.coordinator), (world.coordinator, world.worker)):
        card = exchange.read_card(exchange.my_card(other))
        card = replace(card, organisation=canary(f"organisation of the {other.role}"))
        ids.append(exchange.add_card(desk, card).value.id)
        exchange.verify_colleague(desk, ids[-1], "telephone")
    return ids[-1]
