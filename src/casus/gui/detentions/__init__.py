# SPDX-License-Identifier: EUPL-1.2
"""The page with stays in detention and what comes free when."""
