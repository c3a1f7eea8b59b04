# SPDX-License-Identifier: EUPL-1.2
"""The import wizard: file → columns → questions → check, and one change that can be undone."""

from casus.gui.importing.action import KEY, add_action

__all__ = ["KEY", "add_action"]
