# SPDX-License-Identifier: EUPL-1.2
"""The contact card (`.casuskaart`): a worker's name, role and public keys, signed by themselves.

A card proves that whoever made it has the keys, not who that is: that is what comparing the words is for.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from casus.crypto.identity import PublicIdentity
from casus.domain.codelists import codelist
from casus.domain.text import clean_line
from casus.errors import BundleInvalid, InvalidInput
from casus.services import report_files, settings
from casus.services.desk import Desk
from casus.services.exchange.own import identity
from casus.vault.tables import Worker

SUFFIX = ".casuskaart"
MOST_BYTES = 8 * 1024
_FORMAT, _VERSION = "casus-kaart", 1
_SIGNED = b"casus card 1\x00"
_FIELDS = frozenset(
    {"format", "version", "name", "role", "organisation", "made_on", "seal", "sign", "signature"}
)


@dataclass(frozen=True)
class Card:
    """What a card says; the signature was checked when it was read."""

    name: str
    role: str
    organisation: str
    made_on: date
    keys: PublicIdentity


def my_card(desk: Desk) -> bytes:
    """Return this desk's own card, to be given to colleagues by any way: it holds nothing secret."""
    own = identity(desk)
    with desk.reading() as session:
        worker = session.get_one(Worker, desk.worker_id)
        organisation = str(settings.read(session, settings.ORGANISATION) or "")
    plain: dict[str, Any] = {
        "format": _FORMAT,
        "version": _VERSION,
        "name": worker.name,
        "role": desk.role,
        "organisation": organisation,
        "made_on": desk.today().isoformat(),
        "seal": own.public.seal.hex(),
        "sign": own.public.sign.hex(),
    }
    plain["signature"] = own.signature(_SIGNED + _canonical(plain)).hex()
    return json.dumps(plain, indent=1, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n"


def save_card(desk: Desk, path: Path, *, overwrite: bool = False) -> None:
    """Write this desk's own card to a file; raises ExportFailed."""
    report_files.write(path, my_card(desk), overwrite=overwrite)


def read_card(data: bytes) -> Card:
    """Read a card; raises BundleInvalid "not_a_card", "newer", "too_large", "card_damaged"."""
    if len(data) > MOST_BYTES:
        raise BundleInvalid("too_large")
    plain = _plain(data)
    if plain.get("format") != _FORMAT:
        raise BundleInvalid("not_a_card")
    if type(plain.get("version")) is int and plain["version"] > _VERSION:
        raise BundleInvalid("newer")
    try:
        signature = bytes.fromhex(plain.pop("signature"))
        keys = PublicIdentity(bytes.fromhex(plain["seal"]), bytes.fromhex(plain["sign"]))
        card = Card(
            name=_line("name", plain["name"]),
            role=codelist("worker_role").require("role", plain["role"]),
            organisation=_line("organisation", plain["organisation"]),
            made_on=date.fromisoformat(plain["made_on"]),
            keys=keys,
        )
    except (KeyError, TypeError, ValueError, InvalidInput):
        raise BundleInvalid("card_damaged") from None
    whole = plain.keys() == _FIELDS - {"signature"} and keys.signed(_SIGNED + _canonical(plain), signature)
    if not whole:
        raise BundleInvalid("card_damaged")
    return card


def _plain(data: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise BundleInvalid("not_a_card") from None
    if not isinstance(plain, dict):
        raise BundleInvalid("not_a_card")
    return plain


def _line(field: str, text: object) -> str:
    if not isinstance(text, str):
        raise TypeError("no text")
    cleaned = clean_line(field, text)
    if not cleaned:
        raise ValueError("empty")
    return cleaned


def _canonical(plain: dict[str, Any]) -> bytes:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")
