# SPDX-License-Identifier: EUPL-1.2
"""`casus policy` and `casus disclose --policy`: what an organisation checks, and what then holds."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from casus import cli
from casus.assets import resource_path
from casus.cli import main as cli_main
from casus.domain.periods import Period
from casus.errors import InvalidInput, TableFileInvalid
from casus.services import policy, reporting
from casus.services.desk import Desk
from casus.services.disclose import disclose
from tests.cli.test_run import FakeWindow
from tests.helpers.disclosing import CLIENTS, NOW, SPEC, job, put

EXAMPLE = resource_path("catalogue", "beleid.voorbeeld.toml")


def run(*arguments: str | Path) -> int:
    return cli.run([str(one) for one in arguments], FakeWindow())


def test_a_file_is_checked_and_a_vault_tells_its_policy(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(cli_main, "harden", lambda: None)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert run("policy", "check", EXAMPLE) == 0
    said = capsys.readouterr().out
    assert said.startswith("Policy 1 of Gemeente Utrecht is sound.")
    assert "Keeping: Re-integration (RIO): 3 years after the last contact\n" in said
    assert "Level Exact numbers: small is below 5, at least 10 persons (not fixed)\n" in said

    bad = tmp_path / "slecht.toml"
    bad.write_text("policy_version = 1\nretention = 5\n", encoding="utf-8")
    assert run("policy", "check", bad) == 3
    assert "slecht.toml" in capsys.readouterr().err

    policy.apply_policy(desk, EXAMPLE.read_text(encoding="utf-8"), "beleid.toml")
    monkeypatch.setattr("casus.cli.commands._unlocked", lambda _asked, _language: Opened(desk))
    assert run("policy", "show", desk.vault.folder) == 0
    said = capsys.readouterr().out
    assert said.startswith("In force: policy 1, applied on 2023-11-01, SHA-256 ")


class Opened:
    """A desk that is open already."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __enter__(self) -> Desk:
        return self._desk

    def __exit__(self, *_error: object) -> None: ...


def test_levels_and_thresholds_hold_for_disclose_and_for_the_report(
    make_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    plain = disclose(job(tmp_path), NOW)
    assert plain.release.preset.min_population == 10
    raised = disclose(job(tmp_path, policy=EXAMPLE, out=tmp_path / "b"), NOW)
    assert (raised.release.preset.code, raised.release.preset.min_population) == ("standard", 15)
    assert raised.release.statement.min_population == 15
    with pytest.raises(TableFileInvalid, match="preset_by_policy"):
        disclose(job(tmp_path, policy=EXAMPLE, preset="exact", out=tmp_path / "c"), NOW)
    assert not (tmp_path / "c").exists()

    desk = make_desk("coordinator")
    policy.apply_policy(desk, EXAMPLE.read_text(encoding="utf-8"), "beleid.toml")
    period = Period.parse("2023")
    with pytest.raises(InvalidInput, match="fixed_by_policy"):
        reporting.protect(desk, period, "exact")
    made = reporting.protect(replace(desk, language="en"), period, "standard").release
    assert made.preset.min_population == 15
