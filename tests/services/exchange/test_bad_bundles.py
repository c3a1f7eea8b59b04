# SPDX-License-Identifier: EUPL-1.2
"""Bundles of every kind that are not right: one clear sentence each, and not a byte of the vault changes."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest
from tests.helpers.bundles import REAL, Apart, craft, make, take_apart
from tests.helpers.exchange import ECHO, acquainted, digest, echo, meet
from tests.helpers.ready_vaults import BEGIN
from tests.helpers.thorough import THOROUGH
from tests.helpers.vaults import ANY_COST, CHEAP, PASSWORD

from casus.crypto import kdf
from casus.crypto.bundle import Letter, Part, PartSize, layout
from casus.crypto.identity import Identity
from casus.domain.clock import FixedClock
from casus.errors import BundleInvalid, Cancelled, CasusError, ExportFailed
from casus.services import error_sentences, exchange, vaults
from casus.services.desk import Desk
from casus.services.exchange import kinds
from casus.services.exchange.kinds import BundleKind

MakeDesk = Callable[..., Desk]
CODES = sorted(kinds._kinds())
PEOPLE = (
    ("Anna Boer", "pga_expert"), ("Rachid Idrissi", "rio"), ("Fatima Haddad", "coordinator"),
    ("Karel de Smit", "coordinator"),
)  # fmt: skip
LOST = frozenset({"truncated", "damaged", "not_a_bundle", "newer", "not_for_you", "too_large", "signature"})


@dataclass
class Team:
    """A desk of each role and a second coordinator; two who exchange something know one another."""

    desks: tuple[Desk, ...]
    met: set[tuple[str, str]] = field(default_factory=set)

    def of(self, kind: BundleKind) -> tuple[Desk, Desk, Desk]:
        """Return who sends this kind, who gets it, and somebody else."""
        sender = next(one for one in self.desks if one.role in kind.senders)
        to = next(one for one in self.desks if one.role in kind.receivers and one is not sender)
        for one, other in ((sender, to), (to, sender)):
            if (one.worker_id, other.worker_id) not in self.met:
                self.met.add((one.worker_id, other.worker_id))
                meet(one, other)
        return sender, to, next(one for one in self.desks if one not in (sender, to))


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """Give the team, the same for every kind."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kdf, "PRODUCTION_LIMITS", ANY_COST)
        folder, clock = tmp_path_factory.mktemp("team"), FixedClock(BEGIN)
        desks = tuple(
            vaults.create(
                vaults.NewVault(folder / name, PASSWORD, "Gemeente Utrecht", "nl", name, role),
                clock,
                cost=CHEAP,
            ).desk
            for name, role in PEOPLE
        )
        yield Team(desks)
        for one in desks:
            vaults.lock(one)


def reason_of(act: Callable[[], object]) -> str:
    """Return why it was refused, after looking whether people are told in one or two sentences."""
    with pytest.raises(CasusError) as caught:
        act()
    said = {error_sentences.sentence(caught.value, language) for language in ("nl", "en")}
    assert all(20 < len(one) < 250 for one in said)
    return caught.value.reason if isinstance(caught.value, BundleInvalid) else type(caught.value).__name__


def bad_letters(apart: Apart, own: Identity) -> Iterator[tuple[str, Letter, tuple[bytes, ...], str]]:
    """Yield what can be wrong with a letter that was sealed and signed as it should be."""
    letter, bodies = apart.letter, apart.bodies
    yield "newer", replace(letter, about={**letter.about, "version": 10**6}), bodies, "newer"
    yield "no version", replace(letter, about={}), bodies, "damaged"
    yield "unknown kind", replace(letter, kind="parcel"), bodies, "unknown_kind"
    yield (
        "from the future",
        replace(letter, made_at=letter.made_at + timedelta(days=400)),
        bodies,
        "from_future",
    )
    yield "somebody else's", replace(letter, recipients=(own.public,)), bodies, "not_for_you"
    size = (PartSize("payload", 2**63),)
    yield "2^63 bytes", replace(letter, parts=size), bodies, "too_large"
    yield "a large payload", replace(letter, parts=(PartSize("payload", 3 * 1024**3),)), bodies, "too_large"
    many = tuple(PartSize(f"document:{at:032x}", 0) for at in range(layout.MOST_PARTS + 1))
    yield "too many parts", replace(letter, parts=many), bodies, "too_large"
    twice = (*letter.parts, letter.parts[0])
    yield "a part twice", replace(letter, parts=twice), bodies, "damaged"
    yield "no payload", replace(letter, parts=()), (), "damaged"


@pytest.mark.parametrize("code", CODES)
def test_what_is_not_right_is_told_and_changes_nothing(team: Team, tmp_path: Path, code: str) -> None:
    kind = kinds._kinds()[code]
    sender, to, other = team.of(kind)
    path = make(kind, sender, to, tmp_path / "een pakket 😀.casusbundel")
    me, mine = exchange.identity(sender), exchange.identity(to)
    apart, data = take_apart(path, mine), path.read_bytes()
    thorough = code == "catalogue" or THOROUGH
    if code in REAL:
        assert exchange.look(to, path).facts
    before = digest(to)
    assert reason_of(lambda: exchange.look(other, path)) == "not_for_you"

    bad = tmp_path / "slecht.casusbundel"
    letter, bodies = apart.letter.to_bytes(), apart.bodies

    def tried(content: bytes, expected: set[str] | frozenset[str] | None, why: str) -> None:
        bad.write_bytes(content)
        reason = reason_of(lambda: exchange.look(to, bad))
        assert expected is None or reason in expected, why
        with pytest.raises(CasusError):
            exchange.take(to, bad)

    tried(craft(me, [mine.public], letter, bodies, signer=Identity.new()), {"signature"}, "unsigned")
    stranger = Identity.new()
    unknown = replace(apart.letter, sender=stranger.public).to_bytes()
    tried(craft(stranger, [mine.public], unknown, bodies), {"unknown_sender"}, "unknown signer")
    halves = replace(apart.letter, sender=replace(me.public, seal=stranger.public.seal)).to_bytes()
    tried(craft(me, [mine.public], halves, bodies), {"unknown_sender"}, "half a key")
    for payload in (b"", b"[]", b"{}", b"null", b"\xff\xfe", b'{"a":' * 2000, b'{"version": 1e999}'):
        sized = (PartSize("payload", len(payload)), *apart.letter.parts[1:])
        nonsense = replace(apart.letter, parts=sized).to_bytes()
        tried(craft(me, [mine.public], nonsense, (payload, *bodies[1:])), None, repr(payload[:20]))
    for why, wrong, parts, expected in islice(bad_letters(apart, Identity.new()), None if thorough else 2):
        tried(craft(me, [mine.public], wrong.to_bytes(), parts), {expected}, why)
    longer = replace(apart.letter, parts=(*apart.letter.parts, PartSize("document", 5))).to_bytes()
    tried(craft(me, [mine.public], longer, bodies), {"truncated", "signature"}, "a part that is not there")
    tried(craft(me, [mine.public], b'{"kind":' * 3000, ()), {"damaged"}, "no letter")
    places = sorted({*range(0, len(data), max(1, len(data) // 9)), 9, 13, len(data) - 1})
    for at in places if thorough else places[1:2]:
        flipped = bytearray(data)
        flipped[at] ^= 0x20
        tried(bytes(flipped), LOST, f"byte {at}")
        tried(data[:at], LOST, f"until {at}")
    for content in (b"PK\x03\x04" + data, data + b"\x00", data[:50] * 1000):
        tried(content, LOST, "something else")
    assert digest(to) == before
    if code in REAL:
        exchange.take(to, path, choices={"person": "new"})
        after = digest(to)
        assert reason_of(lambda: exchange.take(to, path)) == "replayed"
        assert digest(to) == after


class _Stick(io.FileIO):
    """A file on a stick that is taken out while it is read."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 100_000:
            raise OSError(5, "Input/output error")
        return super().read(-1 if size is None else size) or b""


def test_a_stick_taken_out_a_stop_a_clock_and_ten_thousand_parts(
    make_desk: MakeDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "_kinds", lambda: {ECHO.code: ECHO})
    sender, to = acquainted(make_desk("pga_expert"), make_desk("rio", "Rachid Idrissi"))
    parts = [Part(f"document:{at:032x}", 300, iter([bytes(300)])) for at in range(10_000)]
    path = echo(sender, to, tmp_path / "veel.casusbundel", b"hallo", parts)
    before = digest(to)
    assert exchange.look(to, path).documents == 10_000

    def stop(done: int, _total: int) -> None:
        if done >= 2:
            raise Cancelled

    for act in (exchange.look, exchange.take):
        assert reason_of(lambda act=act: act(to, path, progress=stop)) == "Cancelled"  # type: ignore[misc]
    told: list[tuple[int, int]] = []
    exchange.look(to, path, lambda done, total: told.append((done, total)))
    assert told[0] == (0, told[-1][1])
    assert told[-1][0] <= told[-1][1] == 4

    with monkeypatch.context() as broken:
        broken.setattr(Path, "open", lambda self, _mode: _Stick(self))
        assert reason_of(lambda: exchange.look(to, path)) == "unreadable"
        assert reason_of(lambda: exchange.take(to, path)) == "unreadable"
    assert reason_of(lambda: exchange.look(to, Path("een\x00naam"))) == "unreadable"
    assert digest(to) == before

    slow = replace(to, clock=FixedClock(to.clock.now() - timedelta(hours=20)))
    assert exchange.look(slow, path).documents == 10_000
    behind = replace(to, clock=FixedClock(to.clock.now() - timedelta(days=3)))
    assert reason_of(lambda: exchange.look(behind, path)) == "from_future"
    known = exchange.colleagues(sender)[0].id
    receipts, head = exchange.ReceiptList(sender).total(), digest(sender)
    for nowhere, why in ((tmp_path / "geen map" / "x", "no_folder"), (path, "exists")):
        with pytest.raises(ExportFailed) as caught, sender.changing(label="send_bundle") as session:
            exchange.send(sender, session, [known], exchange.Outgoing("echo", 1, b"{}"), nowhere)
        assert caught.value.data["reason"] == why
    assert (exchange.ReceiptList(sender).total(), digest(sender)) == (receipts, head)
