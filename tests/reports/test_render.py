# SPDX-License-Identifier: EUPL-1.2
"""What goes in, what comes out, and that nothing but a Release can go in."""

import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.releases import a_dimension, a_headline, a_release, a_table
from tests.reports.conftest import a_full_release, read_csv

from casus import reports
from casus.disclosure import Category, Dimension, Protection, Release
from casus.errors import InvalidInput

NASTY = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(codec=None), max_size=20),  # lone surrogates included
    st.sampled_from(
        (
            "<b>vet</b> & <img src='x'/>",
            "&amp;&#0;</para>",
            "nul\x00 bel\x07 esc\x1b[31m",
            "\u202egnp.exe \u2066 \u200b \ufeff",
            "محمد שלום 👩‍👩‍👧 नमस्ते",
            "=1+1",
            "\t@SUM(A1)",
            "regel\nregel\r\nregel",
            "W" * 3000,
            "{about} {0} %s",
            "\ufffe\uffff\U0010ffff\ue000",
            "",
        )
    ),
)


@pytest.mark.parametrize("fmt", reports.FORMATS)
def test_only_a_real_release_becomes_a_report(full: Release, fmt: str) -> None:
    look_alike = SimpleNamespace(
        **{name: getattr(full, name) for name in full.__dataclass_fields__ if name != "token"}
    )
    for other in (look_alike, full.tables, a_table(), None):
        with pytest.raises(TypeError):
            reports.render(other, fmt)
        with pytest.raises(TypeError):
            reports.file_name(other, fmt)


def test_an_unknown_format_or_language_is_refused(full: Release) -> None:
    with pytest.raises(InvalidInput) as refused:
        reports.render(full, "docx")
    assert refused.value.field == "format"
    with pytest.raises(InvalidInput):
        reports.file_name(full, "../pdf")
    with pytest.raises(InvalidInput) as refused:
        reports.render(full, "csv", language="de")
    assert refused.value.field == "language"


def test_a_file_name_is_made_of_fixed_words_period_and_number(full: Release) -> None:
    assert reports.file_name(full, "pdf") == "voortgangsrapportage-2022-10-2023-10-vrijgave-1.pdf"
    assert reports.file_name(full, "csv", language="en") == "progress-report-2022-10-2023-10-release-1.csv"


@pytest.mark.parametrize("fmt", reports.FORMATS)
def test_the_same_release_gives_the_same_bytes_whatever_the_clock_says(
    full: Release, fmt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = reports.render(full, fmt)
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    assert reports.render(full, fmt) == first


@pytest.mark.parametrize("fmt", reports.FORMATS)
def test_another_process_with_another_hash_seed_makes_the_same_bytes(full: Release, fmt: str) -> None:
    here = reports.render(full, fmt)
    code = (
        "import sys; from tests.reports.conftest import a_full_release; from casus import reports;"
        f"sys.stdout.buffer.write(reports.render(a_full_release(), {fmt!r}))"
    )
    root = Path(__file__).parents[2]
    surroundings = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}",
        "TZ": "Asia/Tokyo",
    }
    there = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=surroundings, cwd=root
    )
    assert there.stdout == here


def test_the_language_and_the_organisation_change_the_files(full: Release) -> None:
    for fmt in ("pdf", "ods"):
        files = {
            reports.render(full, fmt),
            reports.render(full, fmt, language="en"),
            reports.render(full, fmt, organisation="Gemeente Elders"),
        }
        assert len(files) == 3


def test_two_releases_of_the_same_figures_are_told_apart() -> None:
    one = a_full_release()
    other = a_release(a_headline("other", 3))
    assert reports.render(one, "pdf") != reports.render(other, "pdf")


@given(title=NASTY, label=NASTY, organisation=NASTY)
def test_no_text_can_break_a_file_or_be_read_as_markup(title: str, label: str, organisation: str) -> None:
    dimension = Dimension("d", {"nl": label}, (Category("a", {"nl": label}), Category("b", {"nl": title})))
    table = a_table(
        "t",
        title={"nl": title},
        definition={"nl": label},
        unit_label={"nl": label},
        source={"nl": title},
        note={"nl": title},
        dimensions=(dimension, a_dimension("e", ("x", "y"))),
        counts={("a", "x"): 3, ("b", "y"): 4},
        protection=Protection.EXACT,
    )
    made = a_release(table)
    for fmt in reports.FORMATS:
        assert reports.render(made, fmt, organisation=organisation)
    assert len(read_csv(reports.render(made, "csv"))) == 9
