# SPDX-License-Identifier: EUPL-1.2
"""Every use case by which a case goes to another worker's vault, done once, with canaries."""

from pathlib import Path

from casus.services import case_exchange, exchange, vaults
from casus.services.case_exchange import SealedOffer
from tests.helpers.canary import Canary
from tests.helpers.every_field import World
from tests.helpers.exchange import acquainted
from tests.helpers.vaults import CHEAP, PASSWORD


def hand_cases_over(world: World, canary: Canary) -> None:
    """Seal two cases to a colleague, who takes one over and refuses the other; both answers are taken in.

    The files, and the colleague's vault, stay in the home folder, where nothing may be found in clear.
    """
    worker, folder = world.worker, Path.home()
    new = vaults.NewVault(folder / "rio", PASSWORD, "Gemeente", "nl", canary("the RIO"), "rio")
    colleague = vaults.create(new, worker.clock, cost=CHEAP).desk
    try:
        acquainted(worker, colleague)
        keys = exchange.identity(colleague).public
        known = next(one.id for one in exchange.colleagues(worker) if one.keys == keys)
        for number, taken in enumerate((True, False)):
            offered, answered = folder / f"{number}.casusbundel", folder / f"{number}-antwoord.casusbundel"
            note = canary.text(f"sealed offer {number}")
            case_exchange.send_case(worker, SealedOffer(world.case(), note, known), offered)
            exchange.look(colleague, offered)
            if taken:
                exchange.take(colleague, offered)
                (waiting,) = case_exchange.to_answer(colleague)
                words = canary.text("taken over")
                case_exchange.send_case_answer(colleague, waiting.transfer_id, answered, note=words)
            else:
                case_exchange.refuse_case(colleague, offered, canary.text("not taken over"), answered)
            exchange.look(worker, answered)
            exchange.take(worker, answered)
    finally:
        colleague.vault.close()
