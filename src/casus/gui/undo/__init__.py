# SPDX-License-Identifier: EUPL-1.2
"""Undo in the window: its actions, the offer after saving, and the panel with recent changes."""

from casus.gui.undo.keeper import UndoKeeper

__all__ = ["UndoKeeper"]
