# SPDX-License-Identifier: EUPL-1.2
import pytest
from cryptography.hazmat.bindings._rust import openssl as rust_openssl
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from casus.crypto import box, seal
from casus.errors import InvalidInput, SealBroken, WrongPassword

OFFICE = seal.new_keypair()
OTHER = seal.new_keypair()


def test_hpke_opens_the_vector_of_rfc_9180_appendix_a_1_1() -> None:
    suite = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_128_GCM)
    private = X25519PrivateKey.from_private_bytes(
        bytes.fromhex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8")
    )
    enc = "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"
    ct = "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a"
    opened = rust_openssl.hpke._decrypt_with_aad(
        suite,
        bytes.fromhex(enc + ct),
        private,
        bytes.fromhex("4f6465206f6e2061204772656369616e2055726e"),
        b"Count-0",
    )
    assert opened == b"Beauty is truth, truth beauty"


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_what_is_sealed_opens_with_the_private_key_and_the_same_info(content: bytes, info: bytes) -> None:
    sealed = seal.seal(content, OFFICE.public, info)
    assert seal.unseal(sealed, OFFICE.private, info) == content
    for private, other_info in ((OTHER.private, info), (OFFICE.private, info + b"x")):
        with pytest.raises(SealBroken):
            seal.unseal(sealed, private, other_info)


def test_every_flipped_byte_and_every_truncation_breaks_the_seal() -> None:
    sealed = seal.seal(b"inhoud", OFFICE.public, b"")
    for at in range(len(sealed)):
        changed = bytearray(sealed)
        changed[at] ^= 0x55
        for broken in (bytes(changed), sealed[:at]):
            with pytest.raises(SealBroken):
                seal.unseal(broken, OFFICE.private, b"")


def test_a_public_key_of_another_length_is_refused() -> None:
    with pytest.raises(InvalidInput):
        seal.seal(b"", bytes(31), b"")


def test_the_office_key_travels_as_encrypted_pem() -> None:
    pem = seal.export_private(OFFICE.private, "kaars in de kelder")
    assert pem.startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert seal.import_private(pem, "kaars in de kelder") == OFFICE.private
    with pytest.raises(WrongPassword):
        seal.import_private(pem, "een andere zin")


@pytest.mark.parametrize("pem", ["", "hallo", "é" * 10, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"])
def test_what_is_no_pem_is_refused(pem: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        seal.import_private(pem, "kaars")
    assert caught.value.field == "escrow_key"


def test_the_office_keys_travel_on_paper() -> None:
    assert seal.private_from_print(seal.printed_private(OFFICE.private).lower()) == OFFICE.private
    assert seal.public_from_text(seal.public_to_text(OFFICE.public)) == OFFICE.public
    assert seal.public_of(OFFICE.private) == OFFICE.public


def test_a_key_pair_does_not_show_its_private_half() -> None:
    assert OFFICE.private.hex() not in repr(OFFICE)
    assert repr(OFFICE.private) not in repr(OFFICE)


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_a_box_opens_with_its_key_and_context_only(content: bytes, context: bytes) -> None:
    key, other = bytes(32), bytes([1]) * 32
    locked = box.lock_up(key, content, context)
    assert box.open_up(key, locked, context) == content
    assert locked != box.lock_up(key, content, context)
    for wrong_key, wrong_context in ((other, context), (key, context + b"x")):
        with pytest.raises(SealBroken):
            box.open_up(wrong_key, locked, wrong_context)


def test_every_flipped_byte_and_every_truncation_breaks_a_box() -> None:
    locked = box.lock_up(bytes(32), b"concept", b"form")
    for at in range(len(locked)):
        changed = bytearray(locked)
        changed[at] ^= 0x55
        for broken in (bytes(changed), locked[:at]):
            with pytest.raises(SealBroken):
                box.open_up(bytes(32), broken, b"form")
