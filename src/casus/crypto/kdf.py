# SPDX-License-Identifier: EUPL-1.2
"""From a password to a key: Argon2id (RFC 9106), with a cost that is bounded before it is paid."""

import threading
import time
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from casus.errors import VaultDamaged

KEY_BYTES = 32
SALT_BYTES = 16
_TARGET_SECONDS = 1.5
_LANES_IN_USE = threading.Lock()
"""OpenSSL's Argon2 with several lanes waits for ever when two threads derive at once [measured, 50.0.2]."""


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess costs: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int


@dataclass(frozen=True, slots=True)
class KdfLimits:
    """The costs that are accepted, both ends included."""

    memory_kib: tuple[int, int]
    passes: tuple[int, int]
    lanes: tuple[int, int]
    least_work: int = 0  # memory in KiB times passes

    def check(self, cost: KdfCost) -> None:
        """Raise VaultDamaged on a cost outside the limits, before any memory is asked for.

        A cheaper cost would let an attacker make guessing easy, a dearer one would take the computer down
        (security.md 5.1: 64 MiB-1 GiB, t 1-10, p 1-8, and no less work than the floor of 64 MiB, t=3).
        """
        pairs = (
            (cost.memory_kib, self.memory_kib),
            (cost.passes, self.passes),
            (cost.lanes, self.lanes),
        )
        inside = all(type(value) is int and low <= value <= high for value, (low, high) in pairs)
        if not inside or cost.memory_kib * cost.passes < self.least_work:
            raise VaultDamaged(part="header", reason="kdf_cost")


START_COST = KdfCost(memory_kib=256 * 1024, passes=3, lanes=4)
FLOOR_COST = KdfCost(memory_kib=64 * 1024, passes=3, lanes=4)
PRODUCTION_LIMITS = KdfLimits(
    memory_kib=(64 * 1024, 1024 * 1024),
    passes=(1, 10),
    lanes=(1, 8),
    least_work=FLOOR_COST.memory_kib * FLOOR_COST.passes,
)


def derive(secret: bytes, salt: bytes, cost: KdfCost, limits: KdfLimits) -> bytes:
    """Return 32 key bytes; raise VaultDamaged when `cost` is outside `limits`.

    Takes about a second, lets other threads run meanwhile, and cannot be stopped half way: a caller that
    may be cancelled throws the result away.
    """
    limits.check(cost)
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    with _LANES_IN_USE:
        return bytes(kdf.derive(secret))


def calibrate(most: KdfCost = START_COST) -> KdfCost:
    """Return the dearest cost from `most` downwards that this computer pays within 1.5 seconds."""
    memory = most.memory_kib
    while memory > FLOOR_COST.memory_kib:
        cost = KdfCost(memory, START_COST.passes, START_COST.lanes)
        started = time.perf_counter()
        derive(b"calibration", bytes(SALT_BYTES), cost, PRODUCTION_LIMITS)
        if time.perf_counter() - started <= _TARGET_SECONDS:
            return cost
        memory //= 2
    return FLOOR_COST
