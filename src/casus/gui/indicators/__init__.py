# SPDX-License-Identifier: EUPL-1.2
"""The indicator catalogue and its editor."""

KEY = "indicatoren"
