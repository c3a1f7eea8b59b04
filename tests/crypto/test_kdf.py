# SPDX-License-Identifier: EUPL-1.2
import threading

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from casus.crypto import kdf
from casus.crypto.kdf import FLOOR_COST, PRODUCTION_LIMITS, START_COST, KdfCost
from casus.errors import VaultDamaged
from tests.helpers.vaults import ANY_COST, CHEAP

GIB = 1024 * 1024


def test_argon2id_gives_the_answer_of_rfc_9106() -> None:
    derivation = Argon2id(
        salt=b"\x02" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=b"\x04" * 12,
        secret=b"\x03" * 8,
    )
    expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    assert derivation.derive(b"\x01" * 32).hex() == expected


def test_our_parameters_reach_argon2id_in_the_right_places() -> None:
    """The answer is one of the reference implementation's own (phc-winner-argon2, test.c)."""
    limits = kdf.KdfLimits((8, GIB), (1, 10), (1, 8))
    key = kdf.derive(b"password", b"somesalt", KdfCost(65536, 2, 1), limits)
    assert key.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


@pytest.mark.parametrize(
    "cost",
    [
        KdfCost(64 * GIB, 3, 4),
        KdfCost(2 * GIB, 3, 4),
        KdfCost(64 * 1024, 1, 4),
        KdfCost(64 * 1024, 2, 4),
        KdfCost(63 * 1024, 10, 4),
        KdfCost(256 * 1024, 0, 4),
        KdfCost(256 * 1024, 11, 4),
        KdfCost(256 * 1024, 3, 0),
        KdfCost(256 * 1024, 3, 9),
        KdfCost(-1, 3, 4),
        KdfCost(256 * 1024, True, 4),
        CHEAP,
    ],
)
def test_production_refuses_a_cost_outside_its_limits_before_paying_it(cost: KdfCost) -> None:
    with pytest.raises(VaultDamaged) as caught:
        kdf.derive(b"x", bytes(16), cost, PRODUCTION_LIMITS)
    assert caught.value.data == {"part": "header", "reason": "kdf_cost"}


@pytest.mark.parametrize("cost", [START_COST, FLOOR_COST, KdfCost(GIB, 1, 1), KdfCost(64 * 1024, 10, 8)])
def test_production_accepts_what_it_may_meet(cost: KdfCost) -> None:
    PRODUCTION_LIMITS.check(cost)


def test_calibration_steps_down_on_a_slow_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    paid: list[int] = []
    seconds = {256 * 1024: 3.0, 128 * 1024: 1.4}
    now = [0.0]

    def slow(_secret: bytes, _salt: bytes, cost: KdfCost, _limits: object) -> bytes:
        paid.append(cost.memory_kib)
        now[0] += seconds[cost.memory_kib]
        return b""

    monkeypatch.setattr(kdf, "derive", slow)
    monkeypatch.setattr(kdf.time, "perf_counter", lambda: now[0])
    assert kdf.calibrate() == KdfCost(128 * 1024, 3, 4)
    assert paid == [256 * 1024, 128 * 1024]


def test_calibration_never_goes_below_the_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]

    def very_slow(*_anything: object) -> bytes:
        now[0] += 60.0
        return b""

    monkeypatch.setattr(kdf, "derive", very_slow)
    monkeypatch.setattr(kdf.time, "perf_counter", lambda: now[0])
    assert kdf.calibrate() == FLOOR_COST


def test_two_threads_can_derive_at_once() -> None:
    """Without its lock, OpenSSL's Argon2 with several lanes waits for ever here."""
    cost = KdfCost(1024, 1, 4)
    keys: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: keys.append(kdf.derive(b"x", bytes(16), cost, ANY_COST)), daemon=True)
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert len(keys) == 4
    assert len(set(keys)) == 1
