# SPDX-License-Identifier: EUPL-1.2
"""What a person brings to open a vault: a password, the recovery code, or the office's escrow key."""

from dataclasses import dataclass, field

from casus.crypto import recovery_code
from casus.crypto.password import as_bytes
from casus.crypto.slots import ESCROW, PASSWORD, RECOVERY


@dataclass(frozen=True, slots=True)
class Secret:
    """The kind of slot and the secret for it; repr does not show the secret."""

    kind: str
    value: bytes = field(repr=False)

    @classmethod
    def password(cls, text: str) -> "Secret":
        """Take a password; raise InvalidInput("password", …) when it is empty, too long or no text."""
        return cls(PASSWORD, as_bytes(text))

    @classmethod
    def recovery(cls, text: str) -> "Secret":
        """Take a recovery code as typed; raise InvalidInput("recovery_code", …) on a typing error."""
        return cls(RECOVERY, recovery_code.secret_of(text))

    @classmethod
    def escrow(cls, private_key: bytes) -> "Secret":
        """Take the office's private key (`crypto.seal.import_private` or `private_from_print` reads it)."""
        return cls(ESCROW, private_key)
