# SPDX-License-Identifier: EUPL-1.2
"""The synthetic Utrecht team: seeded, deterministic, offline, and never a real person's data."""
