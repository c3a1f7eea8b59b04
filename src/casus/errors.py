# SPDX-License-Identifier: EUPL-1.2
"""Everything that may be expected to go wrong, as types that carry data and never a person's data.

`gui/error_text.py` turns each class into one Dutch sentence; the command line uses the same text.
What is not a `CasusError` is a bug.
"""

from typing import ClassVar


class CasusError(Exception):
    """Expected, caused by the user or the surroundings, safe to show and to log.

    Keyword arguments become attributes and `data`: ids, counts, codes, paths of the vault folder.
    `exit_code` is what the command line returns for it (see docs/commands.md).
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, **data: object) -> None:
        super().__init__(type(self).__name__)
        self.data = data

    def __str__(self) -> str:
        inside = ", ".join(f"{key}={value!r}" for key, value in sorted(self.data.items()))
        return f"{type(self).__name__}({inside})"


class InvalidInput(CasusError):
    """A field holds something that may not be stored: `field` and `rule` name which and why."""

    exit_code = 3

    def __init__(self, field: str, rule: str, **data: object) -> None:
        super().__init__(field=field, rule=rule, **data)
        self.field = field
        self.rule = rule


class InvalidForm(CasusError):
    """One or more fields of a form may not be stored; `errors` holds an `InvalidInput` for each."""

    exit_code = 3

    def __init__(self, errors: tuple[InvalidInput, ...]) -> None:
        super().__init__(fields=tuple(error.field for error in errors))
        self.errors = errors


class NotFound(CasusError):
    """No record of this kind with this id."""

    def __init__(self, kind: str, record_id: str) -> None:
        super().__init__(kind=kind, record_id=record_id)


class StaleRecord(CasusError):
    """The record was changed by someone else (or another window) since it was read."""

    def __init__(self, kind: str, record_id: str) -> None:
        super().__init__(kind=kind, record_id=record_id)


class NotAllowed(CasusError):
    """The act breaks a rule of the work, such as a phase that may not follow this one."""

    exit_code = 3

    def __init__(self, rule: str, **data: object) -> None:
        super().__init__(rule=rule, **data)
        self.rule = rule


class UndoRefused(CasusError):
    """A change cannot be taken back; `reason` is a code, `kind` and `act` say what stands in the way."""

    exit_code = 3

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason=reason, **data)
        self.reason = reason


class PossibleDuplicate(CasusError):
    """Persons that may be the same are on file; `ids` lists them, most alike first."""

    exit_code = 3

    def __init__(self, ids: tuple[str, ...]) -> None:
        super().__init__(ids=ids)
        self.ids = ids


# --- the vault ---------------------------------------------------------------------------------


class VaultError(CasusError):
    """Base of all that can be wrong with a vault folder."""

    exit_code = 4


class WrongPassword(VaultError):
    """No slot opens with this password or recovery code; the vault itself is undamaged."""

    exit_code = 5


class WeakPassword(VaultError):
    """The new password is too easy to guess; `score` 0-4 (zxcvbn), `reason` a code."""

    exit_code = 3


class VaultLocked(VaultError):
    """The vault is not open, so nothing can be read or written."""


class VaultInUse(VaultError):
    """Another running program holds this vault."""

    exit_code = 6


class VaultDamaged(VaultError):
    """A part of the vault fails its check; `part` is header, database, audit or lock."""

    exit_code = 7


class VaultTooNew(VaultError):
    """Made by a newer Casus (`found` > `supported`); nothing was written."""

    exit_code = 8


class NotAVault(VaultError):
    """The folder is missing, incomplete or of another program; `reason` is a code."""

    exit_code = 9


class VaultExists(VaultError):
    """There is already something at this place; nothing was overwritten."""


class VaultReadOnly(VaultError):
    """The folder or disk refuses writing."""


class VaultOlderThanSeen(VaultError):
    """The vault's audit log is behind what this computer last saw: a restored or rolled-back copy."""


class DiskFull(VaultError):
    """Too little room (`needed` and `free` in bytes); what was on disk is unchanged."""


class EngineUnsafe(VaultError):
    """The database engine is not the pinned, encrypting one; `reason` is a code. Nothing was written."""

    exit_code = 10


class VaultUnreachable(VaultError):
    """The disk or share with the vault stopped answering; what was on it is as it was."""


class SealBroken(CasusError):
    """Something sealed does not open: changed, cut, or sealed for someone or something else."""

    exit_code = 14


# --- counting, release, reports -----------------------------------------------------------------


class ContributionInvalid(CasusError):
    """What should be a contribution is damaged, not coded, too large or of a newer Casus; `reason` is a code."""

    exit_code = 15

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason=reason, **data)
        self.reason = reason


class HandOverInvalid(CasusError):
    """What should be a case handed over is damaged or of a newer Casus; `reason` is a code."""

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason=reason, **data)
        self.reason = reason


class BundleInvalid(CasusError):
    """A sealed bundle or a contact card cannot be taken in; `reason` is a code. Nothing of it was."""

    exit_code = 3

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason=reason, **data)
        self.reason = reason


class ReleaseRefused(CasusError):
    """No safe publication was found. `reasons` is a tuple of `disclosure.Refusal`.

    `sentences`: the same in words, from whoever knew the tables and the dates of earlier releases.
    """

    exit_code = 11

    def __init__(self, reasons: tuple[object, ...], sentences: tuple[str, ...] = ()) -> None:
        super().__init__(reasons=len(reasons))
        self.reasons = reasons
        self.sentences = sentences


class ReportInvalid(CasusError):
    """A composed report cannot be read or may not be written yet; `reason` is a code. Nothing was written.

    `problems`: what has to be solved first (`reports.composed.Problem`).
    """

    exit_code = 3

    def __init__(self, reason: str, problems: tuple[object, ...] = (), **data: object) -> None:
        super().__init__(reason=reason, count=len(problems), **data)
        self.reason = reason
        self.problems = problems


class LedgerBroken(CasusError):
    """The ledger of earlier releases is forged, truncated or older than it was; nothing may leave."""

    exit_code = 12


class ExportFailed(CasusError):
    """The file could not be written; `reason` is a code."""

    exit_code = 13


class UnreadableFile(CasusError):
    """A file to import cannot be read, or not safely; `reason` is a code, `first` a line, `most` a limit."""

    exit_code = 3

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason=reason, **data)
        self.reason = reason


class AttachmentRefused(CasusError):
    """A file cannot become part of a dossier; `reason` is a code, `most` and `size` are in MB."""

    exit_code = 3

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason=reason, **data)
        self.reason = reason


class Unshowable(CasusError):
    """A document in a dossier cannot be drawn; `reason` is a code. It is kept as it is."""

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason=reason, **data)
        self.reason = reason


class TableFileInvalid(CasusError):
    """A file for `casus disclose` is not right; `reason` is a code, `place` the file's name and line."""

    exit_code = 3

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason=reason, **data)
        self.reason = reason


class PolicyInvalid(CasusError):
    """A policy file is damaged, contradicts itself or may not follow the one in force; the last good one stays.

    `reason` is a code, `place` the file's name and line, `key` what stands there.
    """

    exit_code = 3

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason=reason, **data)
        self.reason = reason


class Cancelled(CasusError):
    """The user stopped it; nothing was changed."""

    exit_code = 130
