# SPDX-License-Identifier: EUPL-1.2
"""A small record for tests of the vault itself."""

from typing import Any

from casus.vault.tables import School


def a_school(name: str = "De Zwaluw", **fields: Any) -> School:
    """Return a school with plausible fields."""
    values = {"sort_key": name.casefold(), "kind": "secondary", "district": "overvecht"} | fields
    return School(name=name, **values)
