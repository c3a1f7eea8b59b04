# SPDX-License-Identifier: EUPL-1.2
"""The command line as an administrator uses it: passwords by descriptor, words, exit codes."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from casus.domain.clock import FixedClock
from casus.domain.periods import Period
from casus.errors import ExportFailed
from casus.services import composing, reporting, vaults
from casus.services.exchange import read_card
from casus.services.registers import InspectionInput, add_inspection
from casus.services.vaults import NewVault
from casus.vault.tables import ReleaseRow
from tests.helpers.command_line import Casus, here, separately
from tests.helpers.vaults import PASSWORD


@pytest.fixture
def casus(monkeypatch: pytest.MonkeyPatch) -> Casus:
    """Run a command in this process."""
    return here(monkeypatch)


@pytest.fixture
def coordinator(tmp_path: Path, cheap_kdf: None) -> Path:
    """A coordinator's vault, closed, with 296 inspections in it."""
    clock = FixedClock(datetime(2023, 11, 1, 9, 0, tzinfo=UTC))
    new = NewVault(tmp_path / "kluis van é", PASSWORD, "Gemeente Utrecht", "nl", "Inge Bakker", "coordinator")
    desk = vaults.create(new, clock).desk
    add_inspection(desk, InspectionInput(date(2023, 5, 1), amount=296))
    vaults.lock(desk)
    return new.folder


def test_version_and_help_need_no_vault() -> None:
    assert separately("--version").stdout.startswith("casus 0.")
    ran = separately("--help", language="en_GB.UTF-8")
    assert ran.returncode == 0
    assert all(command in ran.stdout for command in ("demo", "info", "verify", "report"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("info",),
        ("report", "kluis", "--out", "map"),
        ("report", "kluis", "--out", "map", "--period", "2023-13"),
        ("report", "kluis", "--out", "map", "--period", "2023", "--preset", "loose"),
        ("verify", "kluis", "--password", "geheim"),
        ("demo", "map", "--open", "--no-window"),
    ],
)
def test_a_mistake_in_the_call_ends_with_2_and_the_usage(casus: Casus, arguments: tuple[str, ...]) -> None:
    ran = casus(*arguments)
    assert ran.returncode == 2
    assert "usage: casus" in ran.stderr


def test_info_describes_a_vault_without_its_password(casus: Casus, coordinator: Path) -> None:
    ran = casus("info", coordinator)
    assert ran.returncode == 0
    assert "wachtwoord, herstelcode" in ran.stdout
    assert str(coordinator) in ran.stdout
    assert "recovery code" in casus("info", coordinator, language="en_US.UTF-8").stdout


@pytest.mark.parametrize(("command", "password"), [("info", None), ("verify", PASSWORD)])
def test_what_is_no_vault_is_told_before_a_password_is_asked(
    casus: Casus, tmp_path: Path, command: str, password: str | None
) -> None:
    (tmp_path / "notes.txt").write_text("x")
    ran = casus(command, tmp_path, password=password)
    assert ran.returncode == 9
    assert ran.stderr.startswith("casus: ")
    assert len(ran.stderr.splitlines()) == 1
    assert casus(command, tmp_path / "nowhere", password=password).returncode == 9


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
def test_verify_finds_a_vault_in_order(casus: Casus, coordinator: Path, ending: bytes) -> None:
    ran = casus("verify", coordinator, password=PASSWORD.encode() + ending)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("In orde: ")


def test_card_writes_the_card_of_the_owner_and_its_twelve_words(
    casus: Casus, coordinator: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mijn kaart.casuskaart"
    asked = ("card", coordinator, "--out", file)
    ran = casus(*asked, password=PASSWORD)
    assert (ran.returncode, ran.stderr) == (0, "")
    words = read_card(file.read_bytes()).keys.fingerprint()
    assert ran.stdout.splitlines()[-1] == " ".join(words)
    assert casus(*asked, password=PASSWORD).returncode == ExportFailed.exit_code


def test_a_wrong_password_ends_with_5_and_is_not_repeated(coordinator: Path) -> None:
    ran = separately("verify", coordinator, password="kanarie van Xanthippe")
    assert ran.returncode == 5
    assert "Xanthippe" not in ran.stdout + ran.stderr
    assert "De kluis is onbeschadigd" in ran.stderr


@pytest.mark.parametrize("password", [b"", b"\xff\xfe", b"x" * 70_000])
def test_a_descriptor_without_a_password_ends_with_2(
    casus: Casus, coordinator: Path, password: bytes
) -> None:
    ran = casus("verify", coordinator, password=password)
    assert ran.returncode == 2
    assert "bestandsdescriptor" in ran.stderr


def test_a_descriptor_that_is_not_open_ends_with_2(casus: Casus, coordinator: Path) -> None:
    for fd in ("4095", "-1", "99999999999999999999"):
        assert casus("verify", coordinator, "--password-fd", fd).returncode == 2


def test_a_damaged_vault_ends_with_7(casus: Casus, coordinator: Path) -> None:
    for name in ("vault.key", "vault.key.bak"):
        (coordinator / name).write_bytes((coordinator / name).read_bytes()[:100])
    assert casus("info", coordinator).returncode == 7


def test_verify_ends_with_7_when_something_is_not_in_order(
    casus: Casus, coordinator: Path, clock: FixedClock
) -> None:
    desk = vaults.unlock(coordinator, PASSWORD, clock)
    with desk.changing() as session:
        session.connection().execute(text("UPDATE inspections SET amount = 297"))
    vaults.lock(desk)
    ran = casus("verify", coordinator, password=PASSWORD)
    assert ran.returncode == 7
    assert ran.stdout.startswith("NIET in orde: 1 ")
    assert "inspections" in ran.stdout


def test_verify_checks_the_proof_of_every_release_and_ends_with_12_when_one_is_not_right(
    casus: Casus, coordinator: Path, clock: FixedClock
) -> None:
    desk = vaults.unlock(coordinator, PASSWORD, clock)
    row = reporting.release(desk, reporting.protect(desk, Period.parse("2023"))).value
    vaults.lock(desk)
    ran = casus("verify", coordinator, password=PASSWORD)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Boek van vrijgaven in orde: 1 bewijzen nagerekend in " in ran.stdout
    desk = vaults.unlock(coordinator, PASSWORD, clock)
    with desk.changing() as session:
        found = session.get(ReleaseRow, row.id)
        assert found is not None
        found.proof = b"another"
    vaults.lock(desk)
    ran = casus("verify", coordinator, password=PASSWORD)
    assert ran.returncode == 12
    assert "het bewijs van vrijgave 1 klopt niet" in ran.stdout


def test_report_gives_exact_numbers_when_asked(casus: Casus, coordinator: Path, tmp_path: Path) -> None:
    ask = ("report", coordinator, "--period", "2023", "--out", tmp_path / "uit")
    ran = casus(*ask, "--preset", "exact", password=PASSWORD)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(list((tmp_path / "uit").iterdir())) == 4


def test_report_releases_and_writes_its_files_and_a_composed_report_by_name(
    casus: Casus, coordinator: Path, tmp_path: Path, clock: FixedClock
) -> None:
    out = tmp_path / "nieuw" / "rapport"
    ask = ("report", coordinator, "--period", "2022-10..2023-10", "--out", out)
    ran = separately(*ask, password=PASSWORD)
    assert (ran.returncode, ran.stderr) == (0, "")
    names = sorted(path.name for path in out.iterdir())
    assert names == [
        f"voortgangsrapportage-2022-10-2023-10-vrijgave-1.{end}"
        for end in ("csv", "csv-metadata.json", "ods", "pdf")
    ]
    assert "296" in (out / names[0]).read_text(encoding="utf-8-sig")
    again = casus(*ask, "--language", "en", password=PASSWORD)
    assert again.returncode == 0
    assert "Vrijgave 2:" in again.stdout
    assert (out / "progress-report-2022-10-2023-10-release-2.pdf").is_file()
    desk = vaults.unlock(coordinator, PASSWORD, clock)
    for name, subtitle in (("Jaarverslag", "Een jaar verder"), ("Half", "Wel 35 jongeren")):
        row = composing.start_report(desk, name, "year", composing.to_choose(desk)[0].id).value
        composing.change_report(
            desk, row.id, lambda document, said=subtitle: replace(document, subtitle=said)
        )  # type: ignore[misc]
    vaults.lock(desk)
    ask = ("report", coordinator, "--out", out, "--composed")
    ran = casus(*ask, "Half", password=PASSWORD)
    assert ran.returncode == 3
    assert "Nog te doen: Half. Dit getal is met de hand getypt: 35." in ran.stdout
    assert not [*out.glob("verslag*")]
    assert casus(*ask, "Weg", password=PASSWORD).returncode == 1
    ran = casus(*ask, "Jaarverslag", password=PASSWORD)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len([*out.glob("verslag-2022-10-2023-10-vrijgave-2.*")]) == 4


def test_nothing_is_released_when_the_files_cannot_be_written(
    casus: Casus, coordinator: Path, tmp_path: Path
) -> None:
    (tmp_path / "bestand").write_text("in de weg")
    ask = ("report", coordinator, "--period", "2023", "--out")
    assert casus(*ask, tmp_path / "bestand", password=PASSWORD).returncode == 13
    ran = casus(*ask, tmp_path / "uit", password=PASSWORD)
    assert "Vrijgave 1:" in ran.stdout


def test_a_refused_release_ends_with_11_and_names_the_reason(
    casus: Casus, coordinator: Path, tmp_path: Path
) -> None:
    desk = vaults.unlock(coordinator, PASSWORD, FixedClock(datetime(2093, 1, 1, tzinfo=UTC)))
    reporting.release(desk, reporting.protect(desk, Period.parse("2023")))
    vaults.lock(desk)
    ran = casus("report", coordinator, "--period", "2023", "--out", tmp_path, password=PASSWORD)
    assert ran.returncode == 11
    assert "De klok van deze computer staat vóór vrijgave 1 van 1 januari 2093." in ran.stderr
    assert list(tmp_path.glob("voortgang*")) == []


def test_a_vault_in_use_ends_with_6(casus: Casus, coordinator: Path, clock: FixedClock) -> None:
    desk = vaults.unlock(coordinator, PASSWORD, clock)
    try:
        assert casus("verify", coordinator, password=PASSWORD).returncode == 6
    finally:
        vaults.lock(desk)


def test_a_demo_is_not_built_over_something_else(casus: Casus, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("keep me")
    ran = casus("demo", tmp_path, "--no-window")
    assert ran.returncode == 4
    assert (tmp_path / "notes.txt").read_text() == "keep me"
