# SPDX-License-Identifier: EUPL-1.2
"""Afspraken: what is planned, and which reports are still missing."""
