# SPDX-License-Identifier: EUPL-1.2
"""Sealed bundles: what goes in comes out for whoever may open it, and any other file ends in one clear error."""

import io
import itertools
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.crypto.bundle import Letter, Opened, Part, layout, open_bundle, seal_bundle
from casus.crypto.bundle.stream import CHUNK, TAG
from casus.crypto.identity import Identity, PublicIdentity, word_list
from casus.errors import BundleInvalid

AT = datetime(2023, 11, 1, 9, 0, tzinfo=UTC)
ANNA, BILAL, CHRIS = Identity.new(), Identity.new(), Identity.new()
SIZES = st.one_of(st.integers(0, 200), st.sampled_from([CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 3]))


def sealed(*contents: bytes, to: tuple[Identity, ...] = (BILAL,), sender: Identity = ANNA) -> bytes:
    parts = [Part(f"document:{at:032x}", len(one), iter([one])) for at, one in enumerate(contents)]
    _id, pieces = seal_bundle(sender, [one.public for one in to], "case", AT, parts, {"version": 1})
    return b"".join(pieces)


def taken(data: bytes, own: Identity = BILAL) -> tuple[Letter, list[bytes]]:
    opened = open_bundle(io.BytesIO(data), [own])
    return opened.letter, [b"".join(pieces) for _part, pieces in opened.parts()]


def reason(data: bytes, own: Identity = BILAL) -> str:
    with pytest.raises(BundleInvalid) as caught:
        taken(data, own)
    return caught.value.reason


@settings(max_examples=25)
@given(st.lists(SIZES, max_size=4), st.integers(1, 3))
def test_every_recipient_and_nobody_else_reads_what_was_sealed(sizes: list[int], recipients: int) -> None:
    contents = [bytes([at]) * size for at, size in enumerate(sizes)]
    to = (BILAL, CHRIS, ANNA)[:recipients]
    data = sealed(*contents, to=to)
    for own in (ANNA, BILAL, CHRIS):
        if own not in to:
            assert reason(data, own) == "not_for_you"
            continue
        letter, found = taken(data, own)
        assert found == contents
        assert (letter.kind, letter.made_at, letter.about) == ("case", AT, {"version": 1})
        assert letter.sender == ANNA.public
        assert letter.recipients == tuple(one.public for one in to)


def test_no_flipped_byte_goes_unseen() -> None:
    data = sealed(b"a short report")
    for at in range(len(data)):
        changed = bytearray(data)
        changed[at] ^= 1 << at % 8
        assert reason(bytes(changed)) in {"not_a_bundle", "newer", "damaged", "truncated", "not_for_you"}, at


def test_no_cut_goes_unseen_and_no_byte_may_follow() -> None:
    data = sealed(b"x" * (CHUNK + 100))
    cuts = [*range(700), *range(700, len(data), 997), len(data) - CHUNK - TAG, len(data) - 1]
    for at in cuts:
        assert reason(data[:at]) in {"not_a_bundle", "truncated", "damaged"}, at
    assert reason(data + b"\x00") == "damaged"
    assert reason(data + data) == "damaged"


def test_what_is_cut_at_a_chunk_is_told_as_cut() -> None:
    data = sealed(b"x" * 3 * CHUNK)
    start = layout.PREFIX_BYTES + layout.header_bytes(data[: layout.PREFIX_BYTES])
    assert reason(data[: start + CHUNK + TAG]) == "truncated"
    assert reason(data[: start + 2 * (CHUNK + TAG)]) == "truncated"


class Carbon:
    """Signs as Anna does, and keeps what she signed for later."""

    public = ANNA.public

    def __init__(self, kept: bytes = b"") -> None:
        self.kept = kept

    def signature(self, content: bytes) -> bytes:
        self.kept = self.kept or ANNA.signature(content)
        return self.kept


def test_a_recipient_cannot_pass_it_on_as_sealed_to_another() -> None:
    """Bilal opens what Anna sealed to him, and seals the same to Chris under her signature: it does not hold."""
    anna = Carbon()
    parts = [Part("a", 3, iter([b"one"]))]
    _id, pieces = seal_bundle(anna, [BILAL.public], "case", AT, parts)  # type: ignore[arg-type]
    assert taken(b"".join(pieces))[1] == [b"one"]
    again = [Part("a", 3, iter([b"one"]))]
    _id, pieces = seal_bundle(Carbon(anna.kept), [CHRIS.public], "case", AT, again)  # type: ignore[arg-type]
    assert reason(b"".join(pieces), CHRIS) == "signature"


@pytest.mark.parametrize("size", [2**63, 2**200, -1, 1.5, "9", None, True])
def test_a_declared_size_that_cannot_be_is_refused_before_anything_is_read(size: object) -> None:
    plain = Letter("case", AT, ANNA.public, (BILAL.public,), (), {}).to_bytes()
    data = plain.replace(b'"parts":[]', b'"parts":[["a",' + layout.canonical(size) + b"]]")
    with pytest.raises(BundleInvalid) as caught:
        Letter.from_bytes(data)
    assert caught.value.reason in {"too_large", "damaged"}


def test_more_parts_or_bytes_than_a_dossier_can_have_are_not_even_written() -> None:
    many = [Part(f"a:{at:032x}", 0, iter(())) for at in range(layout.MOST_PARTS + 1)]
    vast = [Part("a", layout.MOST_BYTES + 1, itertools.repeat(b"x"))]
    for parts in (many, vast):
        with pytest.raises(BundleInvalid) as caught:
            seal_bundle(ANNA, [BILAL.public], "case", AT, parts)
        assert caught.value.reason == "too_large"


def test_a_part_that_is_longer_or_shorter_than_said_is_noticed_before_the_file_is_whole() -> None:
    for size in (3, 5):
        _id, pieces = seal_bundle(ANNA, [BILAL.public], "case", AT, [Part("a", size, iter([b"four"]))])
        with pytest.raises(RuntimeError, match="as long"):
            list(pieces)


@given(st.binary(max_size=400))
def test_no_other_file_ends_in_anything_but_a_clear_error(data: bytes) -> None:
    assert reason(data) in {"not_a_bundle", "truncated"}
    start = layout.MAGIC + b"\x00\x01"
    assert reason(start + data) in {"damaged", "truncated", "not_for_you"}
    assert reason(layout.MAGIC + b"\x00\x02\x00\x00\x00\x00" + data) == "newer"


@given(st.binary(max_size=300))
def test_no_letter_however_strange_ends_in_anything_but_a_clear_error(data: bytes) -> None:
    for text in (data, b"[" * 100_000, b'{"kind":' + data):
        with pytest.raises(BundleInvalid):
            Letter.from_bytes(text)


def test_looking_is_reading_to_the_end() -> None:
    opened: Opened = open_bundle(io.BytesIO(sealed(b"one", b"two")), [CHRIS, BILAL])
    assert [part.size for part in opened.check().parts] == [3, 3]


def test_a_fingerprint_is_twelve_words_and_no_private_key_is_shown() -> None:
    assert len(word_list()) == len(set(word_list())) == 256
    prints = {Identity.new().public.fingerprint() for _ in range(50)}
    assert {len(words) for words in prints} == {12}
    assert len(prints) == 50
    assert PublicIdentity(ANNA.public.seal, ANNA.public.sign).fingerprint() == ANNA.public.fingerprint()
    assert ANNA.seal.hex() not in repr(ANNA)
    assert str(ANNA.sign) not in repr(ANNA)
