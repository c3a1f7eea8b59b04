# SPDX-License-Identifier: EUPL-1.2
"""Figures that others published, kept with their source."""

KEY = "contextcijfers"
