# SPDX-License-Identifier: EUPL-1.2
"""What docs/disclosure.md shows does run, word for word."""

import re
from pathlib import Path

import pytest
from tests.helpers.disclosing import numbers, ran

from casus.disclosure import PRESETS
from casus.services.disclose.sections import Section

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "disclosure.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "docs" / "examples" / "disclose"
DATA = ROOT / "tests" / "data" / "sdc"


def blocks(language: str) -> list[str]:
    """Return the examples in one language, as they stand on the page."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_spec_on_the_page_is_that_of_the_example() -> None:
    assert blocks("toml") == [(EXAMPLE / "spec.toml").read_text(encoding="utf-8")]


def test_the_worked_example_runs(tmp_path: Path) -> None:
    done = ran(
        EXAMPLE,
        "clients",
        "regions",
        elsewhere=(EXAMPLE / "yearbook.csv",),
        ledger=tmp_path / "ledger.jsonl",
        out=tmp_path / "out",
    )
    assert (done.entered, done.release.number) == (1, 2)
    clients, ages = (numbers_of(tmp_path / "out" / f"{name}.csv") for name in ("clients", "ages"))
    for district in ("Focus areas", "Noord", "total"):
        assert clients[district] % 5 == 0
    assert clients["Focus areas"] == clients["Overvecht"] + clients["Kanaleneiland"]
    assert abs(ages["total"] - 185) < 5


def numbers_of(path: Path) -> dict[str, int]:
    """The numbers of a table by its first dimension, totals of the others."""
    return {cell[0]: n for cell, n in numbers(path).items() if set(cell[1:]) <= {"total"}}


@pytest.mark.parametrize("spec", sorted((EXAMPLE / "sdc").glob("*.toml")), ids=lambda path: path.stem)
def test_the_public_tables_go_through_with_their_short_spec(spec: Path, tmp_path: Path) -> None:
    if spec.stem in ("casus_C10x10x5h_500", "ssbtools_d3"):
        pytest.skip("large: part of make bench")
    done = ran(tmp_path, tables=(DATA / f"{spec.stem}.csv",), spec=spec)
    assert len(numbers(tmp_path / "out" / f"{spec.stem}.csv")) == done.release.statement.cells


def test_every_public_table_has_a_short_spec() -> None:
    assert {path.stem for path in (EXAMPLE / "sdc").glob("*.toml")} == {
        path.stem for path in DATA.glob("*.csv")
    }


def test_the_python_on_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = blocks("python")
    exec(program, {})
    said = capsys.readouterr().out
    assert len(said.splitlines()) == 5
    assert "('North',) 25 rounded" in said or "('North',) 30 rounded" in said


def test_every_key_of_the_description_is_on_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: set[str] = set()
    close = Section.close

    def closing(self: Section) -> None:
        asked.update(self.asked)
        close(self)

    monkeypatch.setattr(Section, "close", closing)
    ran(EXAMPLE, "clients", "regions", elsewhere=(EXAMPLE / "yearbook.csv",), out=tmp_path / "out")
    page = "\n".join(line for line in PAGE.splitlines() if not line.startswith("```"))
    assert {key for key in asked if f"`{key}" not in page and f"[{key}." not in page} <= {"version"}


def test_the_levels_on_the_page_are_those_of_the_engine() -> None:
    for preset in PRESETS.values():
        assert f"| `{preset.code}` |" in PAGE
        assert f"{preset.min_population} persons" in PAGE
