# SPDX-License-Identifier: EUPL-1.2
"""The ways into an open vault: changing the password, the recovery code and the office's escrow."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from casus.crypto import recovery_code
from casus.crypto.header import Header
from casus.crypto.kdf import KdfCost, KdfLimits
from casus.crypto.keys import VaultKey
from casus.crypto.password import as_bytes, require_strong
from casus.crypto.signing import Signer, new_signer, sign
from casus.crypto.slots import ESCROW, PASSWORD, RECOVERY, EscrowSlot, SecretSlot, Slot
from casus.errors import InvalidInput, WrongPassword
from casus.vault import header_file
from casus.vault.audit_log import VAULT
from casus.vault.secret import Secret
from casus.vault.tables.audit import VaultMeta

GENERATION = "header_gen"
CONFIRMED = "recovery_confirmed"
_OWNER = "owner"


class SlotKeeper(ABC):
    """What an open vault can do with its slots; each change is one header write and one audit entry."""

    folder: Path
    vault_id: str
    _limits: KdfLimits

    @abstractmethod
    def transaction(
        self, actor: str, reason: str | None = None, *, label: str = "change"
    ) -> AbstractContextManager[Session]:
        """Give a session (see Vault.transaction)."""

    @abstractmethod
    def log(self, session: Session, action: str, kind: str, record_id: str) -> None:
        """Write an audit entry (see Vault.log)."""

    @abstractmethod
    def _vault_key(self) -> VaultKey:
        """Return the vault key; raise VaultLocked."""

    def change_password(self, current: str, new: str) -> None:
        """Replace the password; the current one is asked again, because a screen may stand open.

        Takes two key derivations. Raises WrongPassword, WeakPassword, InvalidInput("password", …),
        DiskFull, VaultReadOnly: the old password holds then.
        """
        self._replace_password(Secret.password(current), new)

    def reset_password(self, code: str, new: str) -> None:
        """Replace a forgotten password; the recovery code takes the place of the current one.

        Raises as `change_password`, and InvalidInput("recovery_code", …) on a typing error in the code.
        """
        self._replace_password(Secret.recovery(code), new)

    def new_recovery_code(self) -> str:
        """Replace the recovery code and return the new one, to be printed and typed back.

        The old code opens nothing from now on; the new one counts as unconfirmed until
        `confirm_recovery_code`.
        """
        code = recovery_code.new_code()
        header = self._header()
        slot = self._secret_slot(header, RECOVERY, recovery_code.secret_of(code))
        self._put(header.with_slot(slot), "recovery_code_renewed", confirmed=False)
        return code

    def confirm_recovery_code(self, typed: str) -> None:
        """Check a recovery code as typed from paper: it must open this vault.

        Raises InvalidInput("recovery_code", …) on a typing error, WrongPassword on another code.
        """
        self._open_slot(Secret.recovery(typed))
        with self.transaction(_OWNER, label="recovery_code_confirmed") as session:
            session.merge(VaultMeta(name=CONFIRMED, value="1"))
            self.log(session, "recovery_code_confirmed", VAULT, self.vault_id)

    def add_escrow(self, public_key: bytes) -> None:
        """Let the office's key open this vault (in place of an earlier office key)."""
        header = self._header()
        slot = EscrowSlot.make(public_key, self._vault_key(), self.vault_id)
        self._put(header.with_slot(slot), "escrow_added")

    def remove_escrow(self) -> None:
        """Take the office's key away. Copies of the header made before still open with it."""
        header = self._header()
        if header.slot(ESCROW) is None:
            raise InvalidInput("escrow", "absent")
        self._put(header.without_slot(ESCROW), "escrow_removed")

    def is_own_secret(self, text: str) -> bool:
        """Tell whether a secret opens this vault, as its password or its recovery code; two key derivations."""
        secrets = [Secret.password(text)]
        with suppress(InvalidInput):
            secrets.append(Secret.recovery(text))
        for secret in secrets:
            with suppress(WrongPassword):
                self._open_slot(secret)
                return True
        return False

    def new_signer(self, secret: str, worker_id: str) -> Signer:
        """Make a key to sign with for a colleague, at the cost of this vault's own password.

        Raises WeakPassword, InvalidInput("password", …).
        """
        require_strong(secret)
        return new_signer(as_bytes(secret), self._signer(worker_id), _cost_of(self._header()))

    def sign(self, slot: Mapping[str, Any], secret: str, worker_id: str, content: bytes) -> bytes:
        """Sign for a colleague with their secret; raise WrongPassword, InvalidInput("password", …)."""
        return sign(slot, as_bytes(secret), self._signer(worker_id), content, self._limits)

    def _signer(self, worker_id: str) -> str:
        """Name who signs: a colleague, in this vault and no other."""
        return f"{self.vault_id}/{worker_id}"

    def _replace_password(self, proof: Secret, new: str) -> None:
        header = self._open_slot(proof)
        require_strong(new)
        slot = self._secret_slot(header, PASSWORD, as_bytes(new))
        self._put(header.with_slot(slot), "password_changed")

    def _header(self) -> Header:
        return header_file.read(self.folder).sealed.authentic(self._vault_key())

    def _open_slot(self, secret: Secret) -> Header:
        """Open a slot of the header on disk; raise WrongPassword unless this vault's own key is in it."""
        key = self._vault_key()
        header, found, _ = header_file.unlock(self.folder, secret, self._limits)
        if not found.equals(key):
            raise WrongPassword(slot=secret.kind)
        return header

    def _secret_slot(self, header: Header, kind: str, secret: bytes) -> Slot:
        return SecretSlot.make(kind, secret, self._vault_key(), self.vault_id, _cost_of(header))

    def _put(self, new: Header, action: str, *, confirmed: bool | None = None) -> None:
        """Write a header, together with its entry; when the entry cannot be kept, the old header comes back."""
        key, old = self._vault_key(), self._header()
        try:
            with self.transaction(_OWNER, label=action) as session:
                session.merge(VaultMeta(name=GENERATION, value=str(new.gen)))
                if confirmed is not None:
                    session.merge(VaultMeta(name=CONFIRMED, value=str(int(confirmed))))
                self.log(session, action, VAULT, self.vault_id)
                header_file.write(self.folder, new, key)
        except BaseException:
            if header_file.read(self.folder).sealed.header != old:
                header_file.write(self.folder, old, key)
            raise


def _cost_of(header: Header) -> KdfCost:
    slot = header.slot(PASSWORD)
    assert isinstance(slot, SecretSlot)
    return slot.cost
