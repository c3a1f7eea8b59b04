# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.crypto import recovery_code, typed_code
from casus.errors import InvalidInput

SECRETS = st.binary(min_size=16, max_size=16)


def test_a_code_is_seven_groups_of_four_and_always_another() -> None:
    codes = {recovery_code.new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", code) for code in codes)


@given(SECRETS)
def test_what_is_printed_is_read_back(secret: bytes) -> None:
    assert recovery_code.secret_of(typed_code.encode(secret)) == secret


@given(SECRETS)
def test_typing_is_forgiven(secret: bytes) -> None:
    code = typed_code.encode(secret)
    typed = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert recovery_code.secret_of(f" {typed}\n") == secret
    assert recovery_code.secret_of(code.replace("1", "I").replace("-", "")) == secret


def test_nearly_all_wrong_digits_and_swaps_are_noticed() -> None:
    """Twelve check bits let one in 4,096 through; that is then a wrong code, not a right one."""
    secret = bytes(range(16))
    digits = typed_code.encode(secret).replace("-", "")
    tries = [digits[:at] + other + digits[at + 1 :] for at in range(28) for other in typed_code.ALPHABET]
    tries += [digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(27)]
    wrong = [one for one in tries if one != digits]
    accepted = 0
    for one in wrong:
        try:
            recovery_code.secret_of(one)
        except InvalidInput:
            continue
        accepted += 1
    assert accepted <= 3
    assert len(wrong) > 800


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", "length"),
        ("ABCD", "length"),
        ("U" * 28, "character"),
        ("é" * 28, "character"),
        ("A" * 29, "length"),
        ("A" * 1_000_000, "length"),
    ],
)
def test_what_is_no_code_says_why(typed: str, rule: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        recovery_code.secret_of(typed)
    assert (caught.value.field, caught.value.rule) == ("recovery_code", rule)
