# SPDX-License-Identifier: EUPL-1.2
"""Commands without a window, on the same services (docs/commands.md)."""

from casus.cli.demo import Window
from casus.cli.main import run

__all__ = ["Window", "run"]
