# SPDX-License-Identifier: EUPL-1.2
"""Vaults for tests: the password all of them have, and the cost that makes them quick to open."""

from casus.crypto.kdf import KdfCost, KdfLimits

PASSWORD = "paarse fiets onder lampion wolk"
OTHER_PASSWORD = "stille kade tussen vier bruggen"
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
ANY_COST = KdfLimits(memory_kib=(64, 1 << 20), passes=(1, 10), lanes=(1, 8))
"""Accepts the cheap cost. Production code never makes such limits: it reads `kdf.PRODUCTION_LIMITS`."""
