# SPDX-License-Identifier: EUPL-1.2
"""Cards and bundles between two real vaults: who is trusted, what is taken in, and what never is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.helpers.exchange import ECHO, acquainted, echo, meet

from casus.crypto.bundle import Part
from casus.errors import BundleInvalid, CasusError, ExportFailed, InvalidForm, NotAllowed
from casus.services import exchange, undo
from casus.services.desk import Desk
from casus.services.exchange import kinds
from casus.vault.tables import AuditEntry, BundleReceipt, Colleague

MakeDesk = Callable[..., Desk]


@pytest.fixture
def two(make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch) -> tuple[Desk, Desk]:
    """A PGA expert and a RIO who compared each other's words."""
    monkeypatch.setattr(kinds, "_kinds", lambda: {ECHO.code: ECHO})
    return acquainted(make_desk("pga_expert"), make_desk("rio", "Rachid Idrissi"))


def entries(desk: Desk) -> int:
    with desk.reading() as session:
        return session.scalar(select(func.count()).select_from(AuditEntry)) or 0


def refused(act: Callable[[], object]) -> str:
    with pytest.raises((BundleInvalid, NotAllowed)) as caught:
        act()
    error = caught.value
    return error.reason if isinstance(error, BundleInvalid) else str(error.rule)


def test_a_card_comes_in_unverified_and_words_are_compared(make_desk: MakeDesk) -> None:
    anna, bilal = make_desk("pga_expert"), make_desk("rio", "Bilal Öztürk")
    card = exchange.read_card(exchange.my_card(anna))
    assert (card.name, card.role, card.organisation) == ("Marieke Visser", "pga_expert", "Gemeente Utrecht")
    row = exchange.add_card(bilal, card).value
    assert (row.state, row.name, row.words) == (
        "unverified",
        "Marieke Visser",
        exchange.identity(anna).public.fingerprint(),
    )
    assert exchange.add_card(bilal, card).value.id == row.id
    assert exchange.verify_colleague(bilal, row.id, "telephone").value.state == "verified"
    assert [one.state for one in exchange.colleagues(bilal)] == ["verified"]
    with pytest.raises(InvalidForm):
        exchange.revoke_colleague(bilal, row.id, "weg")
    assert exchange.revoke_colleague(bilal, row.id, "Laptop gestolen").value.state == "revoked"
    assert exchange.colleagues(bilal, usable=True) == []
    assert refused(lambda: exchange.add_card(bilal, card)) == "card_revoked"
    assert refused(lambda: exchange.verify_colleague(bilal, row.id, "telephone")) == "card_revoked"
    assert refused(lambda: exchange.add_card(anna, card)) == "own_card"


def test_every_other_card_is_refused_in_one_sentence(make_desk: MakeDesk) -> None:
    data = exchange.my_card(make_desk())
    plain = json.loads(data)
    for at in range(0, len(data), 3):
        changed = bytearray(data)
        changed[at] ^= 1
        if json_of(bytes(changed)) != plain:
            assert refused(lambda data=bytes(changed): exchange.read_card(data)) in {
                "not_a_card",
                "card_damaged",
                "newer",
            }
    others = {
        b"": "not_a_card", b"[]": "not_a_card", b"\xff\xfe": "not_a_card", b"[" * 8000: "not_a_card",
        b" " * 9000: "too_large", json.dumps(plain | {"version": 2}).encode(): "newer",
        json.dumps(plain | {"more": 1}).encode(): "card_damaged", json.dumps(plain | {"name": "x" * 999}).encode(): "card_damaged",
    }  # fmt: skip
    for content, reason in others.items():
        assert refused(lambda content=content: exchange.read_card(content)) == reason


def json_of(data: bytes) -> object:
    try:
        return json.loads(data)
    except ValueError:
        return None


def test_what_is_sent_is_looked_at_and_taken_in_once(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, bilal = two
    path = echo(
        anna, bilal, tmp_path / "one.casusbundel", b"hello", [Part(f"document:{1:032x}", 3, iter([b"abc"]))]
    )
    preview = exchange.look(bilal, path)
    assert (preview.kind, preview.sender.name, preview.documents, preview.bytes) == (
        "echo",
        "Marieke Visser",
        1,
        8,
    )
    assert preview.facts == (exchange.Fact("text", "hello"),)
    assert preview.taken_at is None
    done = exchange.take(bilal, path)
    assert done.changes.touches("bundle_receipts")
    before = entries(bilal)
    assert exchange.look(bilal, path).taken_at is not None
    assert refused(lambda: exchange.take(bilal, path)) == "replayed"
    assert entries(bilal) == before
    assert bilal.vault.verify().findings == ()


def test_only_whom_it_was_sealed_to_opens_it(
    two: tuple[Desk, Desk], make_desk: MakeDesk, tmp_path: Path
) -> None:
    anna, bilal = two
    path = echo(anna, bilal, tmp_path / "one.casusbundel", b"hello")
    stranger = make_desk("pga_expert", "Chris de Wit")
    meet(stranger, anna)
    assert refused(lambda: exchange.look(stranger, path)) == "not_for_you"
    assert refused(lambda: exchange.look(anna, path)) == "not_for_you"


def test_unknown_unverified_and_revoked_senders(
    make_desk: MakeDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "_kinds", lambda: {ECHO.code: ECHO})
    anna, bilal = make_desk("pga_expert"), make_desk("rio", "Bilal Öztürk")
    meet(anna, bilal)
    path = echo(anna, bilal, tmp_path / "one.casusbundel", b"hello")
    assert refused(lambda: exchange.look(bilal, path)) == "unknown_sender"
    row = exchange.add_card(bilal, exchange.read_card(exchange.my_card(anna))).value
    assert exchange.look(bilal, path).sender.state == "unverified"
    assert refused(lambda: exchange.take(bilal, path)) == "unverified_colleague"
    exchange.revoke_colleague(bilal, row.id, "De woorden waren anders")
    assert refused(lambda: exchange.look(bilal, path)) == "revoked_sender"
    assert refused(lambda: exchange.take(bilal, path, unverified=True)) == "revoked_sender"
    with pytest.raises(NotAllowed):
        echo(bilal, anna, tmp_path / "two.casusbundel", b"hello")
    assert not (tmp_path / "two.casusbundel").exists()


def test_nothing_is_taken_in_half(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, bilal = two
    path = echo(
        anna,
        bilal,
        tmp_path / "one.casusbundel",
        b"hello",
        [Part("document", 300_000, iter([b"x" * 300_000]))],
    )
    data, before = path.read_bytes(), entries(bilal)
    for at in (*range(0, len(data), 7919), len(data) - 1):
        changed = bytearray(data)
        changed[at] ^= 0x40
        for content in (bytes(changed), data[:at]):
            path.write_bytes(content)
            with pytest.raises(CasusError):
                exchange.take(bilal, path)
    for content in (b"", b"PK\x03\x04", data + b"\x00"):
        path.write_bytes(content)
        with pytest.raises(CasusError):
            exchange.look(bilal, path)
    assert refused(lambda: exchange.look(bilal, tmp_path / "gone.casusbundel")) == "unreadable"
    assert refused(lambda: exchange.look(bilal, tmp_path)) == "unreadable"
    assert entries(bilal) == before
    path.write_bytes(data)
    exchange.take(bilal, path)


def test_a_newer_unknown_or_misdirected_kind_is_told(
    two: tuple[Desk, Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bilal = two
    assert refused(lambda: exchange.look(bilal, echo(anna, bilal, tmp_path / "1", b"", version=9))) == "newer"
    assert (
        refused(lambda: exchange.look(bilal, echo(anna, bilal, tmp_path / "2", b"", kind="strange")))
        == "unknown_kind"
    )
    path = echo(bilal, anna, tmp_path / "3", b"")
    assert refused(lambda: exchange.look(anna, path)) == "wrong_role"


def test_a_file_that_is_there_stays_and_a_full_disk_leaves_no_receipt(
    two: tuple[Desk, Desk], tmp_path: Path
) -> None:
    anna, bilal = two
    path = echo(anna, bilal, tmp_path / "one.casusbundel", b"hello")
    data = path.read_bytes()
    with pytest.raises(ExportFailed):
        echo(anna, bilal, path, b"other")
    assert path.read_bytes() == data
    with pytest.raises(RuntimeError, match="as long"):
        echo(anna, bilal, tmp_path / "two.casusbundel", b"", [Part("document", 5, iter([b"four"]))])
    assert [one.name for one in tmp_path.iterdir() if "casusbundel" in one.name or "part" in one.name] == [
        path.name
    ]
    with anna.reading() as session:
        assert session.scalar(select(func.count()).select_from(BundleReceipt)) == 1


def test_a_renewed_identity_still_opens_what_was_on_its_way(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, bilal = two
    path = echo(anna, bilal, tmp_path / "one.casusbundel", b"hello")
    old = exchange.identity(bilal).public
    exchange.renew_identity(bilal, "Laptop gestolen")
    assert exchange.identity(bilal).public != old
    exchange.take(bilal, path)


def test_taking_in_a_card_is_undone_as_any_change(two: tuple[Desk, Desk]) -> None:
    _anna, bilal = two
    undo.undo(bilal, undo.recent(bilal)[0].batch_id)
    with bilal.reading() as session:
        assert session.scalars(select(Colleague.verified_on)).all() == [None]


def test_what_went_out_and_own_keys_are_never_taken_back(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, bilal = two
    echo(anna, bilal, tmp_path / "one.casusbundel", b"hello")
    exchange.renew_identity(anna, "Laptop gestolen")
    never = {act.code: act.never for act in undo.recent(anna)}
    assert never["send_bundle"]
    assert never["renew_identity"]
    assert never["make_identity"]
    assert not never["verify_colleague"]
