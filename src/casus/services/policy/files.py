# SPDX-License-Identifier: EUPL-1.2
"""Opens the policy file an organisation hands out: an ordinary, small UTF-8 file and nothing else."""

import os
import stat
from pathlib import Path

from casus.domain.policy import Policy
from casus.services.policy.part import wrong_at
from casus.services.policy.reader import read_policy

LARGEST = 256 * 1024
"""Bytes."""
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)  # a link put there in the meantime is not followed
    | getattr(os, "O_NONBLOCK", 0)  # a pipe put there in the meantime does not wait
    | getattr(os, "O_BINARY", 0)
)


def read_text(path: Path) -> str:
    """Return the text of a policy file, as it stands; raises PolicyInvalid.

    Reasons: missing, link, not_a_file, no_access, too_large, empty, encoding, nul.
    """
    name = path.name or "beleid.toml"
    try:
        content = _read(path, name)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # the last: a name no file can have
        raise wrong_at(name, None, "missing") from None
    except OSError:
        raise wrong_at(name, None, "no_access") from None
    return decoded(content, name)


def decoded(content: bytes, name: str) -> str:
    """Return the text of a file's bytes. Raises PolicyInvalid: too_large, empty, encoding, nul."""
    if len(content) > LARGEST:
        raise wrong_at(name, None, "too_large", most=LARGEST // 1024)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise wrong_at(name, content[: error.start].count(b"\n") + 1, "encoding") from None
    if not text.strip():
        raise wrong_at(name, None, "empty")
    if "\0" in text:
        raise wrong_at(name, text[: text.index("\0")].count("\n") + 1, "nul")
    return text


def read_file(path: Path) -> tuple[Policy, str]:
    """Return the policy in a file, and its text. Raises PolicyInvalid."""
    text = read_text(path)
    return read_policy(text, path.name), text


def _read(path: Path, name: str) -> bytes:
    _require_file(os.lstat(path), name)
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        _require_file(os.fstat(descriptor), name)
        return file.read(LARGEST + 1)


def _require_file(found: os.stat_result, name: str) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise wrong_at(name, None, "link")
    if not stat.S_ISREG(found.st_mode):
        raise wrong_at(name, None, "not_a_file")
