# SPDX-License-Identifier: EUPL-1.2
"""The search field of the window: records and commands, found as one types (Ctrl+K)."""

from casus.gui.search.finder import Finder

__all__ = ["Finder"]
