# SPDX-License-Identifier: EUPL-1.2
"""What workers arrange among themselves so that everybody counts once: the key of the team, and who may be the same."""

KEY = "samen-tellen"
"""The key of the page."""
