# SPDX-License-Identifier: EUPL-1.2
"""Two releases beside each other."""

KEY = "vergelijken"
