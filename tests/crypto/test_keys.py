# SPDX-License-Identifier: EUPL-1.2
import hmac
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from casus.crypto import keys
from casus.crypto.keys import VaultKey


def test_hkdf_gives_the_answer_of_rfc_5869_test_case_1() -> None:
    derivation = HKDF(
        algorithm=SHA256(),
        length=42,
        salt=bytes.fromhex("000102030405060708090a0b0c"),
        info=bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"),
    )
    expected = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    assert derivation.derive(b"\x0b" * 22).hex() == expected


def test_a_subkey_is_hkdf_with_its_label_and_no_salt() -> None:
    key = bytes(range(32))
    extracted = hmac.digest(bytes(32), key, sha256)
    expected = hmac.digest(extracted, b"casus/1/draft\x01", sha256)
    assert VaultKey(key).subkey(keys.DRAFT) == expected


def test_aes_256_gcm_gives_the_answer_of_the_gcm_specification() -> None:
    """Test case 14 of McGrew and Viega."""
    sealed = AESGCM(bytes(32)).encrypt(bytes(12), bytes(16), None)
    assert sealed.hex() == "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"


def test_every_label_gives_another_key() -> None:
    key = VaultKey.new()
    labels = [
        keys.DATABASE,
        keys.HEADER_MAC,
        keys.AUDIT_MAC,
        keys.ANCHOR_MAC,
        keys.DRAFT,
        keys.LEDGER,
        keys.ROUNDING,
        keys.PSEUDONYM,
    ]
    assert len({key.subkey(label) for label in labels}) == len(labels)


def test_new_keys_differ_and_are_not_shown() -> None:
    one, other = VaultKey.new(), VaultKey.new()
    assert not one.equals(other)
    assert one.equals(VaultKey(one.raw()))
    assert one.raw().hex() not in repr(one)


def test_a_key_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="length"):
        VaultKey(bytes(31))


def test_a_mac_is_hmac_sha256_of_the_parts() -> None:
    assert keys.mac(b"k", b"a", b"bc") == hmac.digest(b"k", b"abc", sha256)
