# SPDX-License-Identifier: EUPL-1.2
"""Casus: encrypted, offline case records; only proven-safe aggregates leave."""

__version__ = "0.1.0"
