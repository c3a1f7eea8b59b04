# SPDX-License-Identifier: EUPL-1.2
"""Consulting hours in facilities: the list with its totals, and a whole session in one form."""
