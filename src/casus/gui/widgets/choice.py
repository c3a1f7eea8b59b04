# SPDX-License-Identifier: EUPL-1.2
"""One option a user can choose: a stable code and the words shown for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """`code` is stored, `label` is read."""

    code: str
    label: str
