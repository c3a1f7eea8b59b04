# SPDX-License-Identifier: EUPL-1.2
"""A program that is killed while it takes a case with its documents in: all of it is there, or nothing."""

import os
import random
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.exchange import acquainted
from tests.helpers.papers import a_paper, pdf
from tests.helpers.processes import run
from tests.helpers.vaults import ANY_COST, CHEAP, PASSWORD

from casus.crypto import kdf
from casus.domain.clock import FixedClock
from casus.services import case_exchange, exchange, vaults
from casus.services.attachments import read_chunks
from casus.services.case_exchange import SealedOffer
from casus.services.vaults import NewVault
from casus.vault.tables import Attachment, AttachmentChunk, BundleReceipt, Case, Contact, Person

KILLS = int(os.environ.get("CASUS_KILLS", "2"))
"""How many in the ordinary suite; `make torture` asks for 200."""
CLOCK = FixedClock(datetime(2023, 11, 1, 9, 0, tzinfo=UTC))
PAPERS, SIZE = 3, 200_000
TAKING = """
import os, signal, time
from casus.crypto import kdf
kdf.PRODUCTION_LIMITS = ANY_COST
from casus.services import exchange, vaults
from casus.services.exchange import kinds
kinds._kinds()  # what is imported late is no part of taking in
def take(root, begin):
    os.environ["XDG_DATA_HOME"] = f"{root}/home"
    desk = vaults.unlock(Path(root) / "kluis", PASSWORD, clock)
    begin()
    exchange.take(desk, folder / "casus.casusbundel", choices={"person": "new"})
for line in sys.stdin:
    root, _, part = line.strip().rpartition(" ")
    if part == "0":
        began = []
        take(root, lambda: began.append(time.monotonic()))
        whole = time.monotonic() - began[0]
        continue
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        take(root, lambda: os.write(writes, b"x"))
        os._exit(0)
    os.read(reads, 1)
    time.sleep(float(part) * whole)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    say("killed" if os.WIFSIGNALED(status) else "finished")
"""


def sealed(folder: Path, first: Path) -> None:
    """Seal a case with documents into `folder` for the vault under `first`, which is locked again."""
    sender, to = (
        vaults.create(NewVault(place, PASSWORD, "Gemeente Utrecht", "nl", name, role), CLOCK, cost=CHEAP).desk
        for place, name, role in (
            (folder / "van", "Anna Boer", "pga_expert"),
            (first / "kluis", "Rachid Idrissi", "rio"),
        )
    )
    acquainted(sender, to)
    person = a_person(sender)
    case = a_case(sender, person)
    a_home_visit(sender, case)
    for number in range(PAPERS):
        a_paper(sender, person.id, pdf("x" * SIZE), f"Brief {number}", case_id=case.id)
    known = exchange.colleagues(sender)[0].id
    case_exchange.send_case(
        sender, SealedOffer(case.id, "Woont nu in jouw gebied.", known), folder / "casus.casusbundel"
    )
    for desk in (sender, to):
        vaults.lock(desk)


@pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows cannot be copied while it runs")
def test_a_case_that_is_taken_in_is_whole_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "PRODUCTION_LIMITS", ANY_COST)
    places = [tmp_path / str(number) for number in range(KILLS + 1)]
    places[0].mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(places[0] / "home"))
    sealed(tmp_path, places[0])
    for place in places[1:]:
        shutil.copytree(places[0], place)
    picker = random.Random(7)
    parts = [0.0, *(picker.uniform(0.1, 0.9) for _ in range(KILLS))]
    asked = "".join(f"{place} {part:g}\n" for place, part in zip(places, parts, strict=True))
    ended = run(TAKING, tmp_path, tmp_path, said=asked, seconds=60 + 30 * KILLS)
    assert len(ended) == KILLS
    assert "killed" in ended or KILLS < 3
    found = [whole_or_nothing(place, monkeypatch) for place in places]
    assert found[0] == "whole"
    if KILLS > 50:
        assert {"whole", "nothing"} <= set(found)


def whole_or_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Unlock again; return whether all is there or nothing is, and fail on anything between."""
    monkeypatch.setenv("XDG_DATA_HOME", str(place / "home"))
    desk = vaults.unlock(place / "kluis", PASSWORD, CLOCK)
    try:
        assert desk.vault.verify().findings == ()
        with desk.reading() as session:
            counts = [
                session.scalar(select(func.count()).select_from(table))
                for table in (Person, Case, Contact, Attachment, AttachmentChunk, BundleReceipt)
            ]
            papers = list(session.scalars(select(Attachment)))
        if not any(counts):
            return "nothing"
        assert counts[:4] == [1, 1, 1, PAPERS]
        assert counts[5] == 1
        for paper in papers:
            assert sum(len(piece) for piece in read_chunks(desk, paper.id)) == paper.size
        return "whole"
    finally:
        vaults.lock(desk)
