# SPDX-License-Identifier: EUPL-1.2
"""`casus bundle look`: what a sealed package says of itself without a key, and one sentence for all that is none."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casus import cli
from casus.cli import main as cli_main
from casus.crypto.bundle import Part, seal_bundle
from casus.crypto.identity import Identity
from tests.cli.test_run import FakeWindow


def run(*arguments: str | Path) -> int:
    return cli.run([str(one) for one in arguments], FakeWindow())


def test_a_package_tells_its_outside_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli_main, "harden", lambda: None)
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    me, others = Identity.new(), [Identity.new().public for _ in range(3)]
    payload = Part("payload", 1_500_000, iter([b"x" * 1_500_000]))
    made_at = datetime(2023, 11, 1, 9, tzinfo=UTC)
    bundle_id, pieces = seal_bundle(me, others, "case", made_at, [payload], {"version": 1, "about": "Amrani"})
    whole = b"".join(pieces)
    path = tmp_path / "pakket.casusbundel"
    path.write_bytes(whole)
    assert run("bundle", "look", path) == 0
    said = capsys.readouterr().out
    told = [line.split(None, 1)[1] for line in said.splitlines()[:4]]
    assert told == [bundle_id, "1", "3", f"1.5 MB ({len(whole)} bytes)"]
    assert "case" not in said.lower()
    assert not any(one.seal.hex() in said or one.sign.hex() in said for one in (*others, me.public))

    with pytest.raises(SystemExit) as left:
        run("bundle", "look", "--help")
    assert left.value.code == 0
    assert "verzegeld pakket" in capsys.readouterr().out

    at = whole.index(b"}") + 1 + 32  # the header and its checksum end here
    newer = whole[:8] + b"\x00\x02" + whole[10:]
    wrong = {
        "leeg": (b"", "geen verzegeld pakket"),
        "zip": (b"PK\x03\x04" + whole, "geen verzegeld pakket"),
        "kort": (whole[:12], "het einde ontbreekt"),
        "kop": (whole[: at - 1], "het einde ontbreekt"),
        "zonder": (whole[:at], "het einde ontbreekt"),
        "nieuwer": (newer, "nieuwere Casus"),
        "veranderd": (whole[:30] + bytes([whole[30] ^ 1]) + whole[31:], "veranderd of beschadigd"),
        "lang": (whole[:10] + b"\xff" * 4 + whole[14:], "veranderd of beschadigd"),
    }
    for name, (content, words) in wrong.items():
        bad = tmp_path / name
        bad.write_bytes(content)
        assert run("bundle", "look", bad) == 3, name
        told_of = capsys.readouterr()
        assert (told_of.out, told_of.err.count("\n")) == ("", 1), name
        assert words in told_of.err, name
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe) if hasattr(os, "mkfifo") else pipe.mkdir()
    for nothing in (pipe, tmp_path, tmp_path / "is er niet", "een\x00naam"):
        assert run("bundle", "look", nothing) == 3
        assert "kan niet worden gelezen" in capsys.readouterr().err
