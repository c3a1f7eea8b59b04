# SPDX-License-Identifier: EUPL-1.2
"""Restricting a dossier, and the second look at every time that one was opened with a reason."""

KEY = "noodinzage"
"""The page that lists every opening."""
