# SPDX-License-Identifier: EUPL-1.2
"""The page with colleagues: their cards, the twelve words to compare, one's own card."""
