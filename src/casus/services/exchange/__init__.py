# SPDX-License-Identifier: EUPL-1.2
"""Sealed exchange between vaults, without a server: cards, colleagues, bundles that go and come.

`own` (this vault's keys) · `card` (what colleagues are given) · `colleagues` (whose card is known and trusted) ·
`sending`, `receiving` (files; `outside`: what one tells without a key; `several` at once) · `kinds` (what a bundle may hold).
"""

from casus.crypto.bundle import SUFFIX
from casus.crypto.identity import PublicIdentity
from casus.services.exchange.card import Card, my_card, read_card, save_card
from casus.services.exchange.colleagues import (
    ColleagueRow,
    add_card,
    colleagues,
    get_colleague,
    revoke_colleague,
    verify_colleague,
)
from casus.services.exchange.kinds import BundleKind, Fact, Incoming, Option, Question, Taken
from casus.services.exchange.lists import ColleagueList, ReceiptList, subject_of
from casus.services.exchange.outside import Outside, look_outside
from casus.services.exchange.own import identity, renew_identity
from casus.services.exchange.receiving import Preview, look, take
from casus.services.exchange.sending import Outgoing, file_name, send
from casus.services.exchange.several import Fate, look_at_all, take_all

__all__ = [
    "SUFFIX",
    "BundleKind",
    "Card",
    "ColleagueList",
    "ColleagueRow",
    "Fact",
    "Fate",
    "Incoming",
    "Option",
    "Outgoing",
    "Outside",
    "Preview",
    "PublicIdentity",
    "Question",
    "ReceiptList",
    "Taken",
    "add_card",
    "colleagues",
    "file_name",
    "get_colleague",
    "identity",
    "look",
    "look_at_all",
    "look_outside",
    "my_card",
    "read_card",
    "renew_identity",
    "revoke_colleague",
    "save_card",
    "send",
    "subject_of",
    "take",
    "take_all",
    "verify_colleague",
]
