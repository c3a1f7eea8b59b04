# SPDX-License-Identifier: EUPL-1.2
"""Bundles as no vault of ours would write them: taken apart, changed, and sealed again; and one real one per kind."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from casus.crypto.bundle import Letter, layout, open_bundle, sealing
from casus.crypto.bundle.stream import encrypted
from casus.crypto.identity import Identity, PublicIdentity
from casus.crypto.keys import KEY_BYTES
from casus.crypto.seal import seal
from casus.services import case_exchange, code_lists, exchange, team
from casus.services.case_exchange import SealedOffer
from casus.services.desk import Desk
from casus.services.exchange.kinds import BundleKind
from casus.services.exchange.kinds_of import catalogue, team_key
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.papers import a_paper

Make = Callable[[Desk, Desk, str, Path], object]
"""Seals one real bundle from a desk to another, whom the first knows by this id, into a file."""


@dataclass(frozen=True)
class Apart:
    """What was in a bundle."""

    letter: Letter
    bodies: tuple[bytes, ...]


def take_apart(path: Path, own: Identity) -> Apart:
    """Open a bundle as its recipient would."""
    with path.open("rb") as file:
        opened = open_bundle(file, [own])
        return Apart(opened.letter, tuple(b"".join(pieces) for _part, pieces in opened.parts()))


def craft(
    sender: Identity,
    to: Sequence[PublicIdentity],
    letter: bytes,
    bodies: Sequence[bytes] = (),
    *,
    signer: Identity | None = None,
) -> bytes:
    """Seal any bytes as letter and parts; `signer` signs in place of the one who is named as the sender."""
    bundle_id, key = uuid4().hex, secrets.token_bytes(KEY_BYTES)
    info = sealing.INFO + bundle_id.encode("ascii")
    header = layout.write_header(bundle_id, tuple(seal(key, one.seal, info) for one in to))
    plain = [len(letter).to_bytes(4, "big"), letter, *bodies]
    signed = sealing._signed(header, plain, signer or sender)
    return b"".join([header, *encrypted(sealing.payload_key(key, header), signed)])


def _case(sender: Desk, _to: Desk, known: str, path: Path) -> object:
    person = a_person(sender)
    case = a_case(sender, person)
    a_home_visit(sender, case)
    a_paper(sender, person.id, case_id=case.id)
    return case_exchange.send_case(sender, SealedOffer(case.id, "Woont nu in jouw gebied.", known), path)


def _lists(sender: Desk, _to: Desk, known: str, path: Path) -> object:
    code_lists.use(sender.vault, sender.policy)
    code_lists.add_code(sender, code_lists.LIFE_DOMAIN, "Vrije tijd en sport")
    return catalogue.send_catalogue(sender, [known], path)


def _team_key(sender: Desk, _to: Desk, known: str, path: Path) -> object:
    if not team.has_joined(sender):
        team.make_team_key(sender)
    return team_key.send_team_key(sender, [known], path)


REAL: Mapping[str, Make] = {"case": _case, "catalogue": _lists, "team_key": _team_key}
"""How a real one is made; of the other kinds only what every bundle has is real."""


def make(kind: BundleKind, sender: Desk, to: Desk, path: Path) -> Path:
    """Seal a bundle of this kind: a real one, or one whose payload says nothing."""
    keys = exchange.identity(to).public
    known = next(one.id for one in exchange.colleagues(sender) if one.keys == keys)
    if kind.code in REAL:
        REAL[kind.code](sender, to, known, path)
        return path
    with sender.changing(label="send_bundle") as session:
        outgoing = exchange.Outgoing(kind.code, max(kind.versions), b"{}")
        exchange.send(sender, session, [known], outgoing, path)
    return path
