# SPDX-License-Identifier: EUPL-1.2
"""Verantwoording: what the law and decency ask of the files, and the pages where that is done."""

KEY = "verantwoording"
"""A page with this parent is listed there: `PageSpec(..., in_sidebar=False, parent=KEY, summary=...)`."""
