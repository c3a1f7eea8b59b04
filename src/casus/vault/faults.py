# SPDX-License-Identifier: EUPL-1.2
"""What the database says, as errors of ours; no error leaves the vault with a value in it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, StatementError
from sqlcipher3 import dbapi2

from casus.errors import (
    CasusError,
    DiskFull,
    InvalidInput,
    VaultDamaged,
    VaultInUse,
    VaultReadOnly,
    VaultUnreachable,
)

_CONSTRAINT = re.compile(r"^(UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed(?:: (.*))?$")
_RULES = {"UNIQUE": "unique", "NOT NULL": "required", "CHECK": "check", "FOREIGN KEY": "foreign_key"}
_NAMES = re.compile(r"[a-z0-9_., ]+")


def named(fault: BaseException) -> CasusError | None:
    """Return the expected error behind what the driver raised, or None when it is a bug of ours."""
    text = str(fault)
    if isinstance(fault, UnicodeEncodeError):
        return InvalidInput("text", "surrogate")
    if isinstance(fault, OverflowError):
        return InvalidInput("number", "too_large")
    if isinstance(fault, dbapi2.IntegrityError):
        return _broken_constraint(text)
    if not isinstance(fault, dbapi2.DatabaseError):
        return None
    for fragments, make in _SENTENCES:
        if any(fragment in text for fragment in fragments):
            return make()
    return None


_SENTENCES = (
    (("database or disk is full",), lambda: DiskFull()),
    (("attempt to write a readonly", "readonly database"), lambda: VaultReadOnly()),
    (("database is locked", "database table is locked"), lambda: VaultInUse()),
    (
        (
            "file is not a database",
            "malformed",
            "hmac check failed",
            "file is encrypted",
            "vtable constructor failed",  # the index to search in cannot be read
        ),
        lambda: VaultDamaged(part="database", reason="page"),
    ),
    (("disk I/O error", "unable to open database file"), lambda: VaultUnreachable(code="io")),
)


@contextmanager
def database_errors() -> Iterator[None]:
    """Turn expected database errors into ours; a bug stays what it is, with its values hidden.

    The cause is cut off, because the driver's own errors may carry what was being written.
    """
    try:
        yield
    except (DBAPIError, StatementError) as exc:
        expected = named(exc.orig) if exc.orig is not None else None
        if expected is not None:
            raise expected from None
        raise
    except (dbapi2.Error, UnicodeEncodeError, OverflowError) as exc:
        expected = named(exc)
        if expected is not None:
            raise expected from None
        raise


def _broken_constraint(text: str) -> CasusError | None:
    match = _CONSTRAINT.match(text)
    if match is None:  # a trigger said no: nobody may alter the audit log
        return None
    names = match[2] or ""
    columns = (
        [name.strip().rpartition(".")[2] for name in names.split(",")] if _NAMES.fullmatch(names) else []
    )
    return InvalidInput(columns[0] if columns else "record", _RULES[match[1]])
