# SPDX-License-Identifier: EUPL-1.2
"""Requests of persons about their own data: the list, and a form for every step."""

KEY = "verzoeken"
"""The key of the page."""
