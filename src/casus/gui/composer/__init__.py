# SPDX-License-Identifier: EUPL-1.2
"""Composing a report of released figures and approved stories."""

KEY = "verslagen"
