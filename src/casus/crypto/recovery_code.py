# SPDX-License-Identifier: EUPL-1.2
"""The recovery code of a vault: 128 random bits on paper, in a sealed envelope."""

import secrets

from casus.crypto import typed_code

CODE_BYTES = 16
FIELD = "recovery_code"


def new_code() -> str:
    """Return a fresh code, as it is printed: seven groups of four."""
    return typed_code.encode(secrets.token_bytes(CODE_BYTES))


def secret_of(text: str) -> bytes:
    """Return the secret behind a typed code; raise InvalidInput("recovery_code", …) on a typing error."""
    return typed_code.decode(text, CODE_BYTES, FIELD)
