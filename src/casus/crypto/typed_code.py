# SPDX-License-Identifier: EUPL-1.2
"""Secret bytes as a code on paper: groups of four, with check digits, forgiving about how it is typed.

The alphabet is Crockford's base 32 (no I, L, O, U); O is read as 0, I and L as 1. The last digits are the
first bits of SHA-256 over the bytes, so a typing error is told apart from a code of another vault.
"""

from hashlib import sha256

from casus.errors import InvalidInput

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUP = 4
_BITS_PER_GROUP = 5 * _GROUP
_MIN_CHECK_BITS = 12
_READ_AS = str.maketrans("OIL", "011")
_VALUES = {char: value for value, char in enumerate(ALPHABET)}
_IGNORED = frozenset(" -–—_.\t\r\n\u00a0\u202f")


def encode(secret: bytes) -> str:
    """Return groups of four joined by `-`; 16 bytes give 7 groups, 32 bytes give 14."""
    check_bits = _check_bits(len(secret))
    number = (int.from_bytes(secret, "big") << check_bits) | _check(secret, check_bits)
    digits = (8 * len(secret) + check_bits) // 5
    text = "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(digits)))
    return "-".join(text[at : at + _GROUP] for at in range(0, digits, _GROUP))


def decode(text: str, length: int, field: str) -> bytes:
    """Return the `length` bytes behind a typed code.

    Raises InvalidInput(field, rule): "length" (too short or long), "character" (one that no code has),
    "check" (a digit is wrong or two are swapped).
    """
    check_bits = _check_bits(length)
    digits = (8 * length + check_bits) // 5
    if len(text) > 20 * digits:
        raise InvalidInput(field, "length")
    typed = "".join(char for char in text.upper() if char not in _IGNORED).translate(_READ_AS)
    if any(char not in _VALUES for char in typed):
        raise InvalidInput(field, "character")
    if len(typed) != digits:
        raise InvalidInput(field, "length")
    number = 0
    for char in typed:
        number = (number << 5) | _VALUES[char]
    secret = (number >> check_bits).to_bytes(length, "big")
    if number & ((1 << check_bits) - 1) != _check(secret, check_bits):
        raise InvalidInput(field, "check")
    return secret


def _check_bits(length: int) -> int:
    """Return how many check bits fill the last group: at least 12."""
    return _MIN_CHECK_BITS + -(8 * length + _MIN_CHECK_BITS) % _BITS_PER_GROUP


def _check(secret: bytes, bits: int) -> int:
    digest = sha256(b"casus typed code 1" + secret).digest()
    return int.from_bytes(digest, "big") >> (256 - bits)
