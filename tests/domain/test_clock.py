# SPDX-License-Identifier: EUPL-1.2
"""The time as something that is handed in."""

from datetime import UTC, date, datetime, timedelta, timezone

from casus.domain.clock import Clock, FixedClock, SystemClock

AMSTERDAM_SUMMER = timezone(timedelta(hours=2))


def test_a_fixed_clock_stands_still_and_tells_the_local_date_and_the_utc_moment() -> None:
    clock: Clock = FixedClock(datetime(2023, 7, 1, 0, 30, tzinfo=AMSTERDAM_SUMMER))
    assert clock.today() == date(2023, 7, 1)
    assert clock.now() == datetime(2023, 6, 30, 22, 30, tzinfo=UTC)
    assert clock.now().tzinfo is UTC


def test_the_system_clock_tells_an_aware_moment_in_utc() -> None:
    clock: Clock = SystemClock()
    before = datetime.now(UTC)
    moment = clock.now()
    assert before <= moment <= datetime.now(UTC)
    assert moment.utcoffset() == timedelta(0)
    assert abs((clock.today() - moment.date()).days) <= 1
