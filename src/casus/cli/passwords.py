# SPDX-License-Identifier: EUPL-1.2
"""Where a password comes from: a prompt or a file descriptor, never an argument others can see."""

import getpass
import os

from casus.cli.texts import say

LONGEST = 64 * 1024
"""Bytes; far more than any password, so that a wrong descriptor cannot fill the memory."""


class UnreadablePassword(Exception):
    """The file descriptor gives no password: a mistake in how the command was called."""

    def __init__(self, fd: int) -> None:
        super().__init__(fd)
        self.fd = fd


def password_from(fd: int | None, language: str) -> str:
    """Return the password typed at the prompt, or what the descriptor holds without its last line end.

    Raises UnreadablePassword when the descriptor cannot be read, is empty or too long, or is not UTF-8.
    """
    if fd is None:
        return getpass.getpass(say("ask.password", language))
    try:
        content = _read(fd)
        text = content.decode("utf-8")
    except (OSError, ValueError, OverflowError) as error:
        raise UnreadablePassword(fd) from error
    if not content or len(content) > LONGEST:
        raise UnreadablePassword(fd)
    return text.removesuffix("\n").removesuffix("\r")


def _read(fd: int) -> bytes:
    parts: list[bytes] = []
    while sum(map(len, parts)) <= LONGEST and (part := os.read(fd, LONGEST)):
        parts.append(part)
    return b"".join(parts)
