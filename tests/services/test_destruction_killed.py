# SPDX-License-Identifier: EUPL-1.2
"""A destruction that is killed at any moment: everything is there, or nothing is and the rest follows by itself."""

import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.helpers.processes import run
from tests.helpers.vaults import ANY_COST, PASSWORD
from tests.helpers.whole_life import Place, a_written_place, traces

from casus.crypto import kdf
from casus.crypto.keys import DATABASE
from casus.domain.clock import FixedClock
from casus.services import destruction, drafts, vaults

KILLS = int(os.environ.get("CASUS_KILLS", "3"))
"""How many in the ordinary suite; `make torture` asks for 200."""
CLOCK = FixedClock(datetime(2023, 11, 1, 9, 0, tzinfo=UTC))
DESTROYING = """
import os, signal, time
from casus.crypto import kdf
kdf.PRODUCTION_LIMITS = ANY_COST
from casus.services import destruction, vaults
from tests.helpers.whole_life import SECRET
def destroy(root, begin):
    os.environ["XDG_DATA_HOME"] = f"{root}/home"
    desk = vaults.unlock(Path(root) / "kluis", PASSWORD, clock)
    waiting = destruction.proposals(desk, open_only=True)[0]
    second = destruction.second_persons(desk)[0].worker_id
    begin()
    destruction.confirm(desk, waiting.id, second, SECRET)
for line in sys.stdin:
    root, _, part = line.strip().rpartition(" ")
    if part == "0":
        began = []
        destroy(root, lambda: began.append(time.monotonic()))
        whole = time.monotonic() - began[0]
        continue
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        destroy(root, lambda: os.write(writes, b"x"))
        os._exit(0)
    os.read(reads, 1)
    time.sleep(float(part) * whole)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    say("killed" if os.WIFSIGNALED(status) else "finished")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows cannot be copied while it runs")
def test_a_destruction_that_is_killed_is_whole_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kdf, "PRODUCTION_LIMITS", ANY_COST)
    picker = random.Random(2023)
    with a_written_place(tmp_path / "first", CLOCK, proposed=True) as place:
        copies = [place.copy_to(tmp_path / str(number)) for number in range(KILLS + 1)]
    parts = [0.0, *(picker.uniform(0.3, 1.05) for _ in range(KILLS))]
    asked = "".join(f"{copy.root} {part:g}\n" for copy, part in zip(copies, parts, strict=True))
    ended = run(DESTROYING, tmp_path, tmp_path, said=asked, seconds=60 + 30 * KILLS)
    assert len(ended) == KILLS
    assert "killed" in ended
    found = [whole_or_nothing(copy, monkeypatch) for copy in copies]
    assert found[0] == "gone"
    if KILLS > 50:
        assert {"gone", "there"} <= set(found)


def whole_or_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> str:
    """Unlock again; return whether all is gone or all is there, and fail on anything between."""
    monkeypatch.setenv("XDG_DATA_HOME", str(place.home))
    desk = vaults.unlock(place.vault, PASSWORD, CLOCK)
    try:
        key = desk.vault._vault_key().subkey(DATABASE)
        assert desk.vault.verify().findings == ()
        assert not desk.vault.erasure_pending()
        waiting = destruction.proposals(desk, open_only=True)
        if waiting:
            assert not waiting[0].changed
            assert destruction.plan_destruction(desk, [place.life.case_id]).counts == waiting[0].counts
            assert len(drafts.list_drafts(desk)) == 3
            return "there"
        assert traces(place, key, desk) == []
        assert destruction.destroyed(desk)[0].finished
        return "gone"
    finally:
        vaults.lock(desk)
