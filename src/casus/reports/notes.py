# SPDX-License-Identifier: EUPL-1.2
"""What a report says about how its figures were made, beside the release itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MethodNotes:
    """Coverage: how many workers handed in, of how many; linkage: its measured precision and recall (0 to 1).

    None where it is not known: then the report says nothing about it.
    """

    received: int | None = None
    expected: int | None = None
    precision: float | None = None
    recall: float | None = None


NO_NOTES = MethodNotes()
