# SPDX-License-Identifier: EUPL-1.2
"""The encrypted store: the only user of the database.

`Vault` is loaded on first use, because SQLAlchemy takes half a second and the unlock window needs only
`casus.vault.info`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casus.vault.secret import Secret
    from casus.vault.store import Vault

__all__ = ["Secret", "Vault"]


def __getattr__(name: str) -> object:
    """Import `Vault` or `Secret` when it is first asked for."""
    if name == "Vault":
        from casus.vault.store import Vault

        return Vault
    if name == "Secret":
        from casus.vault.secret import Secret

        return Secret
    raise AttributeError(name)
