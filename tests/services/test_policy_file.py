# SPDX-License-Identifier: EUPL-1.2
"""A policy file is read strictly: whatever is wrong is refused with its line, key and a sentence, and quickly."""

import ast
import os
import re
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casus.assets import resource_path
from casus.disclosure import PRESETS as HOUSE_PRESETS
from casus.domain.policy import GROWING_LISTS, HOUSE, NO_POLICY, OPEN_LISTS, WORD_LISTS
from casus.errors import PolicyInvalid
from casus.services.error_sentences import known, sentence
from casus.services.policy import differences, facts, read_file, read_policy
from casus.services.policy.files import LARGEST, decoded
from casus.services.policy.part import Part
from casus.services.policy.presets import preset_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "policy.md").read_text(encoding="utf-8")
EXAMPLE = resource_path("catalogue", "beleid.voorbeeld.toml").read_text(encoding="utf-8")
HEAD = """policy_version = 2
organisation = "Gemeente Utrecht"
issued_by = "Hoofd Veiligheid"
valid_from = 2023-10-01
"""
"""Four lines: what a case adds begins on line 5."""

REFUSED = {  # what is added: reason, line, key
    "retention_years = 5": ("unknown_key", 5, "retention_years"),
    "[retention]\nyears = -1": ("out_of_range", 6, "retention.years"),
    "[retention]\nyears = 0": ("out_of_range", 6, "retention.years"),
    "[retention]\nyears = 1000000000": ("out_of_range", 6, "retention.years"),
    "[retention]\nyears = true": ("not_a_whole", 6, "retention.years"),
    "[retention]\nyears = 5.5": ("not_a_whole", 6, "retention.years"),
    "[retention]\nyears = 5\nyears = 6": ("twice", 7, None),
    "[lock]\nminutes_most = 5\n[lock]\nminutes_least = 1": ("twice", 7, None),
    '[retention]\nstart = "whenever"': ("not_a_choice", 6, "retention.start"),
    "[retention]\nyears = 1\n[review]\nmonths = 24": ("term_before_review", 6, "retention.years"),
    "[review]\nmonths = 24\n[retention.approach.rio]\nyears = 1": (
        "term_before_review", 8, "retention.approach.rio.years"),
    "[retention.approach.nobody]\nyears = 5": ("unknown_code", 5, "retention.approach.nobody"),
    "[retention]\nextension_months_most = 121": ("out_of_range", 6, "retention.extension_months_most"),
    "[lock]\nminutes_most = 0": ("out_of_range", 6, "lock.minutes_most"),
    "[lock]\nminutes_most = 1000000": ("out_of_range", 6, "lock.minutes_most"),
    "[lock]\nminutes_least = 9\nminutes_most = 4": ("least_above_most", 6, "lock.minutes_least"),
    "lock = 5": ("not_a_table", 5, "lock"),
    "[attachments]\nmegabytes_most = 501": ("out_of_range", 6, "attachments.megabytes_most"),
    "[restricted]\nbreak_glass_hours = 25": ("out_of_range", 6, "restricted.break_glass_hours"),
    "[minors]\nyoungest = 14\n[minors.lowest_age]\ntop_x = 13": (
        "below_youngest", 8, "minors.lowest_age.top_x"),
    "[figures.standard]\nthreshold = 4": ("below_house", 6, "figures.standard.threshold"),
    "[figures.exact]\nmin_population = 9": ("below_house", 6, "figures.exact.min_population"),
    "[figures.exact]\nbase = 5": ("unknown_key", 6, "figures.exact.base"),
    "[figures.standard]\nmin_population = 2000": ("out_of_range", 6, "figures.standard.min_population"),
    "[figures.standard]\nmin_population = 25": ("strict_below_standard", 6, "figures.standard.min_population"),
    "[figures.standard]\nmin_population = 40\n[figures.strict]\nmin_population = 30": (
        "strict_below_standard", 8, "figures.strict.min_population"),
    "[figures.standard]\nthreshold = 8": ("threshold_above_base", 6, "figures.standard.threshold"),
    '[figures]\npresets = ["loose"]': ("not_a_choice", 6, "figures.presets"),
    "[figures]\npresets = []": ("presets_empty", 6, "figures.presets"),
    '[figures]\nlicence = "mine"': ("not_a_choice", 6, "figures.licence"),
    '[codes.phase.closed]\nhidden = true': ("code_needed", 6, "codes.phase.closed.hidden"),
    '[codes.partner_kind.other]\nhidden = true': ("code_needed", 6, "codes.partner_kind.other.hidden"),
    '[codes.country.de]\nhidden = true': ("code_needed", 6, "codes.country.de.hidden"),
    '[codes.worker_role.rio]\nnl = "Chef"': ("list_closed", 5, "codes.worker_role"),
    '[codes.phase.org_extra]\nnl = "Extra"': ("no_such_code", 5, "codes.phase.org_extra"),
    '[codes.partner_kind.voedselbank]\nnl = "Voedselbank"': (
        "no_such_code", 5, "codes.partner_kind.voedselbank"),
    '[codes.partner_kind.org_food]\nen = "Food bank"': ("required", 5, "codes.partner_kind.org_food.nl"),
    '[codes.partner_kind.school]\nnl = "politie"': ("label_twice", 6, "codes.partner_kind.school.nl"),
    "valid_until = 2023-09-30": ("ends_before_start", 5, "valid_until"),
    "valid_until = 2023-09-30T10:00:00": ("not_a_date", 5, "valid_until"),
    'valid_until = "2024-01-01"': ("not_a_date", 5, "valid_until"),
    'confirmed_by_officer = "F. de Groot"': ("not_confirmed", 5, "confirmed_by_officer"),
    'confirmed_by_officer = "F. de Groot, 2023-02-30"': ("not_confirmed", 5, "confirmed_by_officer"),
    'confirmed_by_officer = "F. de Groot, 2023-09-15"': ("nothing_to_confirm", 5, "confirmed_by_officer"),
    'officer = ""': ("required", 5, "officer"),
    f'officer = "{"x" * 201}"': ("text_too_long", 5, "officer"),
    'officer = "a\\u202Eb"': ("bad_text", 5, "officer"),
    "officer = [1]": ("not_a_text", 5, "officer"),
    "officer": ("syntax", 5, None),
    "x = [1,": ("syntax", 5, None),
    f"x = {'[' * 5_000}": ("line_too_long", 5, None),
    f"x = {'[' * 500}": ("too_deep", 5, None),
    "\n".join(["x = ["] + ["[" * 30] * 200): ("too_deep", None, None),
    f"{'a.' * 400}b = 1": ("too_deep", 5, None),
    "\n".join(f"k{n} = 1" for n in range(5_100)): ("too_many_lines", 5_001, None),
    f"policy = {'9' * 1_900}": ("unknown_key", 5, "policy"),
}  # fmt: skip


@pytest.mark.parametrize("added", REFUSED, ids=lambda text: text.splitlines()[-1][:40])
def test_what_is_wrong_is_told_with_line_key_and_reason(added: str) -> None:
    reason, line, key = REFUSED[added]
    with pytest.raises(PolicyInvalid) as caught:
        read_policy(HEAD + added, "beleid.toml")
    error = caught.value
    assert (error.reason, error.data.get("key")) == (reason, key)
    assert error.data["place"] == ("beleid.toml" if line is None else f"beleid.toml:{line}")
    for language in ("nl", "en"):
        words = sentence(error, language)
        assert words.startswith(str(error.data["place"]))
        assert "…" not in words
        assert key is None or key in words


def reasons_in(path: Path) -> set[str]:
    """Every reason a module of the reader gives, found in its syntax."""
    found = set()
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call):
            at = {"wrong_at": 2, "wrong": 1}.get(getattr(call.func, "id", ""))
            at = 0 if getattr(call.func, "attr", "") == "wrong" else at
            if at is not None and isinstance(call.args[at], ast.Constant):
                found.add(str(call.args[at].value))
    return found


def test_every_reason_has_its_own_sentence() -> None:
    folder = ROOT / "src" / "casus" / "services" / "policy"
    given_anywhere = set().union(*map(reasons_in, folder.glob("*.py")))
    given_anywhere |= {f"not_a_{kind}" for kind in ("table", "text", "list", "whole", "yes", "date")}
    names = {name.partition(".") for name in known("particular")}
    assert {reason for kind, _dot, reason in names if kind == "PolicyInvalid"} == given_anywhere


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b"", "empty", None),
        (b" \n\n", "empty", None),
        (b"\xef\xbb\xbf", "empty", None),
        (HEAD.encode("utf-16"), "encoding", 1),
        (b'policy_version = 1\nofficer = "Ren\xe9"\n', "encoding", 2),
        (b"policy_version = 1\n\0", "nul", 2),
        (b"#" * (LARGEST + 1), "too_large", None),
    ],
)
def test_what_is_no_text_file_is_refused(
    content: bytes, reason: str, line: int | None, tmp_path: Path
) -> None:
    path = tmp_path / "beleid.toml"
    path.write_bytes(content)
    with pytest.raises(PolicyInvalid) as caught:
        read_file(path)
    assert (caught.value.reason, caught.value.data["line"]) == (reason, line)


def test_only_an_ordinary_file_is_opened(tmp_path: Path) -> None:
    good = tmp_path / "goed.toml"
    good.write_bytes(b"\xef\xbb\xbf" + EXAMPLE.replace("\n", "\r\n").encode())
    assert read_file(good)[0] == read_policy(EXAMPLE)
    made: dict[str, Callable[[Path], object]] = {"not_a_file": Path.mkdir, "missing": lambda _path: None}
    if hasattr(os, "mkfifo"):
        made |= {"link": lambda path: path.symlink_to(good)}
        fifo = tmp_path / "pijp"
        os.mkfifo(fifo)
        with pytest.raises(PolicyInvalid, match="not_a_file"):
            read_file(fifo)
    for reason, make in made.items():
        make(tmp_path / reason)
        with pytest.raises(PolicyInvalid, match=reason):
            read_file(tmp_path / reason)
    with pytest.raises(PolicyInvalid, match="missing"):
        read_file(tmp_path / "a\0b")


PARTS = st.sampled_from([*EXAMPLE.splitlines(), "x = 1", "[[", '"', "[a.b.c]", "years = -1", "\ufeff", "\t"])


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, len(EXAMPLE)), st.integers(0, 30), st.binary(max_size=6)), max_size=4),
    st.lists(PARTS, max_size=6),
)
@example([(0, len(EXAMPLE), b"")], ["a = " + "{a=" * 30 + "1" + "}" * 30])
def test_no_file_whatever_does_anything_but_be_read_or_refused(
    cuts: list[tuple[int, int, bytes]], added: list[str]
) -> None:
    content = EXAMPLE.encode()
    for at, length, put in cuts:
        content = content[:at] + put + content[at + length :]
    content += "\n".join(["", *added]).encode()
    began = monotonic()
    try:
        policy = read_policy(decoded(content, "beleid.toml"), "beleid.toml")
    except PolicyInvalid as error:
        told = sentence(error)
        assert told.startswith("beleid.toml")
    else:
        assert policy.thresholds["standard"].threshold >= HOUSE["standard"].threshold
        assert facts(policy)
        assert facts(policy, "en")
        differences(NO_POLICY, policy)
    assert monotonic() - began < 2


def test_the_house_is_the_same_on_both_sides_and_a_policy_only_raises() -> None:
    strict = read_policy(HEAD + "[figures.strict]\nbase = 20\nthreshold = 15\n")
    for code, preset in HOUSE_PRESETS.items():
        assert (preset.base, preset.threshold, preset.min_population) == (
            HOUSE[code].base, HOUSE[code].threshold, HOUSE[code].min_population,
        )  # fmt: skip
        assert preset_of(NO_POLICY, code) == preset
    raised = preset_of(strict, "strict")
    assert (raised.base, raised.threshold, raised.min_population) == (20, 15, 20)


def test_every_key_and_list_is_on_the_page_and_every_key_on_the_page_is_read() -> None:
    asked: set[str] = set()
    original = Part._take

    def taking(self: Part, key: str, kind: type, name: str) -> object:
        path = ".".join((*self.path, key))
        path = re.sub(r"^retention\.approach\.\w+", "retention.approach.AANPAK", path)
        path = re.sub(r"^minors\.lowest_age\.\w+", "minors.lowest_age.AANPAK", path)
        path = re.sub(r"^codes\.\w+\.\w+", "codes.LIJST.CODE", path)
        asked.add(re.sub(r"^codes\.(?!LIJST)\w+$", "codes.LIJST", path))
        return original(self, key, kind, name)

    Part._take = taking  # type: ignore[method-assign]
    try:
        read_policy(EXAMPLE)
    finally:
        Part._take = original  # type: ignore[method-assign]
    tables = {"retention", "review", "minors", "restricted", "lock", "attachments", "figures", "codes"}
    tables |= {"retention.approach", "retention.approach.AANPAK", "minors.lowest_age", "codes.LIJST",
               "codes.LIJST.CODE", "figures.standard", "figures.strict", "figures.exact"}  # fmt: skip
    on_page = set(re.findall(r"^\| `([\w.]+)` \|", PAGE, re.MULTILINE))
    assert on_page == asked - tables
    for name in OPEN_LISTS | GROWING_LISTS | WORD_LISTS:
        assert f"`{name}`" in PAGE
    assert PAGE.count(EXAMPLE) == 1
