# SPDX-License-Identifier: EUPL-1.2
"""A vault of every released format opens for ever, by production's own limits (tests/data/README.md)."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from casus.crypto.kdf import PRODUCTION_LIMITS
from casus.domain.clock import FixedClock
from casus.vault import Secret, Vault, search
from tests.helpers import freeze_vault
from tests.helpers.vaults import PASSWORD

DATA = Path(__file__).resolve().parents[1] / "data"
FORMATS = sorted(path.name for path in DATA.glob("vault-v*"))


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / name / "expected.json").read_text(encoding="utf-8"))
    return found


def opened(name: str, tmp_path: Path, clock: FixedClock, secret: Secret) -> Vault:
    folder = tmp_path / "kluis"
    shutil.copytree(DATA / name / "kluis", folder)
    return Vault.open(folder, secret, clock=clock, limits=PRODUCTION_LIMITS, local=tmp_path / "local")


def test_there_is_a_frozen_vault_of_the_first_format() -> None:
    assert "vault-v1" in FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_frozen_vault_opens_and_holds_what_it_held(name: str, tmp_path: Path, clock: FixedClock) -> None:
    """Fields that came later may be there too; none of the old ones may be missing or different."""
    vault = opened(name, tmp_path, clock, Secret.password(PASSWORD))
    with vault.reading() as session:
        found = freeze_vault.content(session)
        assert [hit.kind for hit in search.search(session, "celik")] == ["persons"]
    for table, rows in expected(name)["tables"].items():
        assert len(found[table]) == len(rows) > 0, table
        for row in rows:
            assert any(row.items() <= one.items() for one in found[table]), (table, row)
    assert vault.verify().ok
    vault.close()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", ["recovery", "escrow"])
def test_a_frozen_vault_opens_in_every_way(name: str, kind: str, tmp_path: Path, clock: FixedClock) -> None:
    code = expected(name)["recovery_code"]
    secret = Secret.recovery(code) if kind == "recovery" else Secret.escrow(freeze_vault.OFFICE_KEY)
    opened(name, tmp_path, clock, secret).close()


def test_every_table_of_the_present_format_is_in_its_frozen_vault() -> None:
    """A table that nothing was ever frozen of could change its format unseen."""
    tables = {freeze_vault.table_of(mapper).name for mapper in freeze_vault.mapped()}
    assert tables == set(expected(FORMATS[-1])["tables"])
