# SPDX-License-Identifier: EUPL-1.2
"""Every error anywhere in the code, found in its syntax: a sentence of its own, in both languages, filled in whole."""

import ast
import inspect
import re
import string
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

import casus
from casus import errors
from casus.assets import resource_path
from casus.services.error_sentences import field_sentence, sentence

SOURCE = Path(casus.__file__).parent
RAW = tomllib.loads(resource_path("catalogue", "errors.toml").read_text(encoding="utf-8"))
CALLS = {
    "InvalidInput": ("rule", 1), "refuse": ("rule", 1), "NotAllowed": ("not_allowed", 0),
}  # fmt: skip
"""What makes an error with a code: the part of the catalogue, and which argument the code is."""
WORKED_OUT = {
    ("checks.py", "refuse"): {"before_start", "before_step"},
    ("codelists.py", "InvalidInput"): {"required", "unknown_code"},
    ("faults.py", "InvalidInput"): {"unique", "required", "check", "foreign_key"},
    ("registers.py", "NotAllowed"): {"school_in_use", "ambassador_in_use", "worker_in_use", "in_use"},
    ("tasks.py", "NotAllowed"): {"task_not_open", "task_not_done"},
    ("text.py", "InvalidInput"): {"nul", "surrogate", "control", "invisible"},
}
"""Codes that are no literal at the place where the error is made: which they can be."""
PASSED_ON = {
    ("checks.py", "InvalidInput"),
    ("checks.py", "renamed"),
    ("panel.py", "InvalidInput"),
    ("form.py", "InvalidInput"),
}
"""Places that pass on an error or a code that was made elsewhere."""


@dataclass(frozen=True)
class Raised:
    """An error made somewhere: where, which part of the catalogue, its code, and the data it gets along."""

    place: str
    part: str
    code: str
    data: frozenset[str]


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def codes(argument: ast.expr) -> set[str]:
    """Return the literal codes an argument can be; none when it is worked out."""
    match argument:
        case ast.Constant(value=str(code)):
            return {code}
        case ast.IfExp(body=body, orelse=other):
            found, others = codes(body), codes(other)
            return found | others if found and others else set()
        case _:
            return set()


@cache
def raised() -> tuple[tuple[Raised, ...], tuple[str, ...]]:
    """Return every error made with a code, and the places whose code nobody can tell from the source."""
    found, unclear = [], []
    for path in sorted(SOURCE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or name_of(call) not in CALLS:
                continue
            part, at = CALLS[name_of(call)]
            place = f"{path.name}:{call.lineno}"
            if len(call.args) <= at or isinstance(call.args[at], ast.Starred):
                continue
            known = codes(call.args[at]) or WORKED_OUT.get((path.name, name_of(call)), set())
            data = frozenset(word.arg or "**" for word in call.keywords)
            found += [Raised(place, part, code, data) for code in known]
            if not known and (path.name, name_of(call)) not in PASSED_ON:
                unclear.append(f"{place} {ast.unparse(call)}")
    return tuple(found), tuple(unclear)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def every_class() -> list[type[errors.CasusError]]:
    """Return every class of an expected error; all are in one module."""
    found = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    return [kind for kind in found if issubclass(kind, errors.CasusError)]


def made(kind: type[errors.CasusError]) -> errors.CasusError:
    """Return an error of a class with arguments that say nothing."""
    needed = {
        name: () if "tuple" in str(one.annotation) else "x"
        for name, one in inspect.signature(kind.__init__).parameters.items()
        if name != "self" and one.kind is not inspect.Parameter.VAR_KEYWORD
    }
    return kind(**needed)


def test_all_classes_of_errors_are_in_one_module() -> None:
    names = {kind.__name__ for kind in every_class()}
    elsewhere = {
        f"{path.name}: {node.name}"
        for path in SOURCE.rglob("*.py")
        if path.name != "errors.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if getattr(base, "attr", getattr(base, "id", "")) in names
    }
    assert elsewhere == set()


TOLD_BY_THEIR_FIELDS = (errors.InvalidInput, errors.InvalidForm)


def test_every_code_can_be_told_from_the_source() -> None:
    found, unclear = raised()
    assert unclear == ()
    assert len(found) > 100


def test_every_code_made_anywhere_has_its_own_sentence() -> None:
    missing = {f"{one.place}: {one.code}" for one in raised()[0] if one.code not in RAW[one.part]}
    assert missing == set()


def test_every_error_brings_along_what_its_sentence_asks_for() -> None:
    lacking = {
        f"{one.place}: {one.code} needs {sorted(asked - one.data)}"
        for one in raised()[0]
        for asked in [placeholders(RAW[one.part][one.code]["nl"])]
        if not asked <= one.data and "**" not in one.data
    }
    assert lacking == set()


def test_every_class_has_a_sentence_of_its_own_that_names_no_class() -> None:
    own = {
        kind: RAW["error"].get(kind.__name__) for kind in every_class() if kind not in TOLD_BY_THEIR_FIELDS
    }
    assert [kind.__name__ for kind, texts in own.items() if texts is None] == []
    names = re.compile("|".join(kind.__name__ for kind in own))
    for kind in own:
        for language in ("nl", "en"):
            shown = sentence(made(kind), language)
            assert not names.search(shown)
            assert "{" not in shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_errors_are_told_with_the_same_words(language: str) -> None:
    """What the user has to do differs, so the words do."""
    told = {
        f"{part}.{code}": texts[language]
        for part in ("error", "particular", "not_allowed")
        for code, texts in RAW[part].items()
    }
    assert [pair for pair in combinations(told, 2) if told[pair[0]] == told[pair[1]]] == []


def test_an_unknown_code_still_gives_a_whole_sentence() -> None:
    for code in ("", "of_tomorrow", "{x}", "%s"):
        for language in ("nl", "en", "de", ""):
            assert field_sentence(errors.InvalidInput("x", code), language).endswith(".")
            assert sentence(errors.NotAllowed(code), language).endswith(".")
            assert sentence(errors.NotAVault(reason=code), language).endswith(".")
