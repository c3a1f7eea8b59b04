# SPDX-License-Identifier: EUPL-1.2
"""Tables from plain files, protected without a vault: CSV and a TOML description in, protected CSV out.

The use case of `casus disclose` (docs/disclosure.md); the protection itself is `casus.disclosure`.
"""

from casus.services.disclose.gathering import Job
from casus.services.disclose.run import Done, disclose

__all__ = ["Done", "Job", "disclose"]
