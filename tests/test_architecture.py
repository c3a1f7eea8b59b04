# SPDX-License-Identifier: EUPL-1.2
"""The rules of the building: who may import whom, sizes, words and texts."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "casus"
FORMS = PACKAGE / "gui" / "forms"
GENERATED = (FORMS,)

MODULE_CEILING = 400
FUNCTION_CEILING = 40
# A name here would be a debt; the list is empty and stays so.
ALLOWED_ABOVE_THE_CEILING: frozenset[str] = frozenset()

SQL = re.compile(
    r"^\s*(select|insert|update|delete|replace|create|drop|alter|pragma|attach|with)\s", re.IGNORECASE
)


def modules(folder: Path) -> list[Path]:
    """Return the hand-written modules under a folder."""
    found = (path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)
    return sorted(path for path in found if not any(skip in path.parents for skip in GENERATED))


def shown(path: Path) -> str:
    """Return a path as it is written in this repository."""
    return path.relative_to(ROOT).as_posix()


def trees(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Yield every hand-written module with its syntax tree."""
    for path in modules(folder):
        yield path, parsed(path)


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a module; half a dozen tests go along all of them."""
    return ast.parse(path.read_text(encoding="utf-8"))


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on a tree, apart from this process and from any cache."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "src"), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_package_imports_only_from_below() -> None:
    outcome = lint_imports(ROOT)
    assert outcome.returncode == 0, outcome.stdout


CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]
PACKAGES = {
    f"casus.{path.stem}"
    for path in PACKAGE.iterdir()
    if (path.is_dir() or path.suffix == ".py") and path.stem not in ("__init__", "__pycache__")
}
BREACHES = (
    ("reports/breach.py", "from casus.vault import Vault", "A report cannot contain a record"),
    ("disclosure/breach.py", "from casus.counting import tally", "A report cannot contain a record"),
    ("gui/breach.py", "from casus.vault import Vault", "The window sees use cases"),
    ("gui/breach.py", "from casus.disclosure import release", "The window sees use cases"),
    ("services/breach.py", "from PySide6 import QtCore", "Only the window knows Qt"),
    ("services/breach.py", "import sqlcipher3", "Only the vault knows the database"),
    ("demo/breach.py", "from sqlalchemy import text", "Queries stay in the vault"),
    ("vault/breach.py", "import cryptography", "Only crypto knows the primitives"),
    ("counting/breach.py", "import numpy", "Only disclosure solves"),
    ("services/breach.py", "from odfdo import Document", "Only the writers know file formats"),
    ("app_breach/__init__.py", "from casus import errors", "Layers"),
    ("domain/breach.py", "from casus.services import desk", "Layers"),
    ("cli/breach.py", "import socket", "Nothing of ours opens a connection"),
    ("gui/breach.py", "import webbrowser", "Nothing of ours opens a connection"),
    (
        "vault/breach.py",
        "def read(data):\n    import pickle\n    return pickle.loads(data)",
        "Data never turns",
    ),
)
USERS = {
    "The window sees use cases": None,
    "A report cannot contain a record": None,
    "Only the window knows Qt": {"app", "gui"},
    "Only the vault knows the database": {"vault"},
    "Queries stay in the vault": {"vault", "counting", "services"},
    "Only crypto knows the primitives": {"crypto"},
    "Only disclosure solves": {"disclosure"},
    "Only the writers know file formats": {"reports"},
}
"""Who alone may use what a contract is about; None: the contract is about its own packages only."""


@pytest.mark.parametrize("contract", [one["name"] for one in CONTRACTS])
def test_every_contract_has_a_planted_breach(contract: str) -> None:
    assert any(contract.startswith(name) for *_, name in BREACHES)


@pytest.mark.parametrize("name", USERS)
def test_a_contract_holds_for_every_package_but_those_it_is_about(name: str) -> None:
    contract = next(one for one in CONTRACTS if one["name"].startswith(name))
    users = USERS[name]
    if users is None:
        assert set(contract["source_modules"]) < PACKAGES
    else:
        assert set(contract["source_modules"]) == PACKAGES - {f"casus.{user}" for user in users}


def test_modules_are_imported_by_name_in_few_places() -> None:
    """An import by a name made at run time is one that no contract sees."""
    places = set()
    for path, tree in trees(PACKAGE):
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name in ("import_module", "__import__", "eval", "exec", "compile") and not is_qt_or_re(call):
                places.add(shown(path))
    assert places == {"src/casus/app.py", "src/casus/gui/features.py", "src/casus/gui/pages.py"}


def is_qt_or_re(call: ast.Call) -> bool:
    """Tell whether this is `dialog.exec()` or `re.compile(...)`."""
    owner = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    return bool(owner) and owner != "importlib"


def planted(number: int, module: str) -> str:
    """Return where a breach is planted: each in a module of its own."""
    return module.replace("/breach.py", f"/breach_{number}.py")


@pytest.fixture(scope="module")
def judgement(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the program with all breaches in it."""
    copy = tmp_path_factory.mktemp("breaches")
    shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for number, (module, statement, _contract) in enumerate(BREACHES):
        breach = copy / "src" / "casus" / planted(number, module)
        breach.parent.mkdir(exist_ok=True)
        breach.write_text(f"{statement}\n", encoding="utf-8")
    outcome = lint_imports(copy)
    assert outcome.returncode != 0
    return outcome.stdout


@pytest.mark.parametrize("number", range(len(BREACHES)))
def test_a_planted_breach_is_reported_by_its_contract(judgement: str, number: int) -> None:
    module, _statement, contract = BREACHES[number]
    sections = re.split(r"^(.+)\n-{3,}$", judgement.partition("Broken contracts")[2], flags=re.MULTILINE)
    about = dict(zip(sections[1::2], sections[2::2], strict=True))
    section = next(words for title, words in about.items() if title.startswith(contract))
    name = planted(number, module).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    assert re.search(rf"\bcasus\.{re.escape(name)}\b", section), section


@pytest.mark.parametrize("folder", ["packaging", "packaging/checks", "ui", "resources"])
def test_folders_that_are_not_packages_stay_so(folder: str) -> None:
    """A `packaging/__init__.py` would hide PyPI's `packaging` from every build run in the root."""
    assert not (ROOT / folder / "__init__.py").exists()


def test_no_module_is_longer_than_the_ceiling() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(PACKAGE)}
    assert {
        name: length
        for name, length in lengths.items()
        if length > MODULE_CEILING and name not in ALLOWED_ABOVE_THE_CEILING
    } == {}


def test_no_function_is_longer_than_the_ceiling() -> None:
    too_long = {}
    for path, tree in trees(PACKAGE):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                name = f"{shown(path)}: {node.name}"
                if length > FUNCTION_CEILING and name not in ALLOWED_ABOVE_THE_CEILING:
                    too_long[name] = length
    assert too_long == {}


def test_every_source_starts_with_its_licence() -> None:
    sources = [*modules(PACKAGE), *modules(ROOT / "tests"), *modules(ROOT / "packaging")]
    assert [
        shown(path)
        for path in sources
        if not path.read_text(encoding="utf-8").startswith("# SPDX-License-Identifier: EUPL-1.2\n")
    ] == []


def test_texts_for_translation_are_whole_literals() -> None:
    """Qt's lupdate reads the source: an f-string or a variable in tr() is a text that never gets its English."""
    faults = []
    for path, tree in trees(PACKAGE):
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            texts = translated_arguments(call)
            if any(isinstance(inner, ast.JoinedStr) for text in texts for inner in ast.walk(text)):
                faults.append(f"{shown(path)}:{call.lineno}")
    assert faults == []


def translated_arguments(call: ast.Call) -> list[ast.expr]:
    """Return the arguments of a call that Qt translates: those of tr() and of translate()."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return list(call.args) if name in ("tr", "translate", "QT_TRANSLATE_NOOP") else []


def test_sql_is_put_together_nowhere_but_in_the_vault() -> None:
    faults = []
    for path, tree in trees(PACKAGE):
        if PACKAGE / "vault" in path.parents:
            continue
        faults += [f"{shown(path)}:{node.lineno}" for node in ast.walk(tree) if builds_sql(node)]
    assert faults == []


def builds_sql(node: ast.AST) -> bool:
    """Tell whether an expression makes SQL out of parts: f-string, `+`, `%` or .format()."""
    match node:
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), _, *_]):
            return bool(SQL.match(start)) and start.isupper()
        case ast.BinOp(left=ast.Constant(value=str(start)), op=ast.Add() | ast.Mod()):
            return bool(SQL.match(start)) and start.split()[0].isupper()
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(start)), attr="format")):
            return bool(SQL.match(start)) and start.split()[0].isupper()
        case _:
            return False


def test_the_window_uses_no_part_of_qt_that_can_connect() -> None:
    """Import-linter sees PySide6 as one; these of its parts can open a connection."""
    connecting = re.compile(r"\bQt(Network|Web\w+|Bluetooth|Nfc|SerialPort|RemoteObjects|HttpServer|Grpc)\b")
    assert [
        shown(path) for path in modules(PACKAGE) if connecting.search(path.read_text(encoding="utf-8"))
    ] == []


def glossary() -> dict[str, str]:
    """Return the Dutch terms of docs/glossary.md with their identifiers."""
    rows = re.findall(
        r"^\| ([^|]+) \| `([^`]+)`", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE
    )
    return {term.strip(): identifier for terms, identifier in rows for term in terms.split(",")}


def words(identifier: str) -> tuple[str, ...]:
    """Return the words of a name, in lower case: snake_case, camelCase and ALLCAPS alike."""
    return tuple(word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-zé]+", identifier))


def identifiers(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield every name a module gives to something, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.lineno, node.name
            case ast.arg():
                yield node.lineno, node.arg
            case ast.Name(ctx=ast.Store()):
                yield node.lineno, node.id
            case ast.Attribute(ctx=ast.Store()):
                yield node.lineno, node.attr


def dutch_terms() -> set[tuple[str, ...]]:
    """Return the glossary's terms as words, without those that English spells the same, plural or not."""
    terms = {words(term.replace(" ", "_")): words(identifier) for term, identifier in glossary().items()}
    same = {term: {*english, *(f"{word}s" for word in english)} for term, english in terms.items()}
    return {term for term, alike in same.items() if term and not set(term) <= alike}


def test_the_glossary_is_read() -> None:
    assert glossary()["huisbezoek"] == "HomeVisit"
    assert ("plan", "van", "aanpak") in dutch_terms()
    assert ("register",) not in dutch_terms()


def test_the_code_uses_the_english_words_of_the_glossary() -> None:
    terms = dutch_terms()
    longest = max(map(len, terms))
    faults = []
    for path, tree in trees(PACKAGE):
        for line, name in identifiers(tree):
            split = words(name.removeprefix("Casus"))  # the product may bear its name
            runs = {split[i : i + n] for n in range(1, longest + 1) for i in range(len(split) - n + 1)}
            if runs & terms:
                faults.append(f"{shown(path)}:{line}: {name}")
    assert faults == []
