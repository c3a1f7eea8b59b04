# SPDX-License-Identifier: EUPL-1.2
"""The counting rules: each turns facts into units, one per thing counted."""
