# SPDX-License-Identifier: EUPL-1.2
"""How long dossiers are kept: what is due, what was proposed, what was destroyed; and what was decided of one."""

KEY = "bewaren"
"""The page Bewaren en vernietigen."""
DOSSIERS, RELATIVES, PROPOSALS, DESTROYED = "dossiers", "relatives", "proposals", "destroyed"
"""Its parts."""
