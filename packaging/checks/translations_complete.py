# SPDX-License-Identifier: EUPL-1.2
"""Keeps the translations whole: every Dutch text of the code and forms has its English, and no more.

`--update` brings new texts into the files (translated ones stay); without it nothing is changed
and anything missing, unfinished or left over fails. `casus_en.ts` holds all texts, `casus_nl.ts`
only the plural forms ("%n zaken"), because Dutch itself is the source language.
"""

import argparse
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hatch_build import FORMS, ROOT, TRANSLATIONS, BuildStopped, qt_tool, run_tool

FIELD = re.compile(r"\{[^{}]*\}|%n|%L?\d")


@dataclass(frozen=True)
class Language:
    """One `.ts` file and how lupdate fills it."""

    file: str
    options: tuple[str, ...]


LANGUAGES = (
    Language("casus_en.ts", ("-target-language", "en_GB")),
    Language("casus_nl.ts", ("-target-language", "nl_NL", "-pluralonly")),
)


def sources(root: Path) -> list[Path]:
    """Return every file with texts: the forms and the hand-written code."""
    code = (path for path in (root / "src" / "casus").rglob("*.py") if root / FORMS not in path.parents)
    return sorted([*code, *(root / "ui").rglob("*.ui")])


def update(root: Path, language: Language, target: Path, *options: str) -> None:
    """Bring the texts of `sources` into the `.ts` file `target`; raise BuildStopped when lupdate fails."""
    with tempfile.TemporaryDirectory() as scratch:
        listing = Path(scratch) / "sources.lst"
        listing.write_text("\n".join(map(str, sources(root))), encoding="utf-8")
        run_tool(
            qt_tool("pyside6-lupdate"), "-silent", "-locations", "none", "-sort-messages",
            "-source-language", "nl_NL", *language.options, *options, f"@{listing}", "-ts", target,
        )  # fmt: skip


def complaints(path: Path) -> Iterator[str]:
    """Yield one line for each text that is unfinished, empty, left over, or loses a `{field}`."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            problem = fault(source, message)
            if problem:
                yield f"{path.name}: {context.findtext('name')}: {source!r}: {problem}"


def fault(source: str, message: ET.Element) -> str | None:
    """Return what is wrong with one translation, if anything."""
    translation = message.find("translation")
    state = "missing" if translation is None else translation.get("type")
    if translation is None or state is not None:
        return state
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    if not all(form.strip() for form in forms):
        return "empty"
    wanted = set(FIELD.findall(source)) - {"%n"}
    if any(set(FIELD.findall(form)) - {"%n"} != wanted for form in forms):
        return f"the fields {', '.join(sorted(wanted)) or '(none)'} differ in the translation"
    return None


def is_empty(path: Path) -> bool:
    """Tell whether a `.ts` file holds no message at all."""
    return next(ET.parse(path).getroot().iter("message"), None) is None


def check(root: Path) -> list[str]:
    """Return every complaint about the committed translations, measured on a copy."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        for language in LANGUAGES:
            committed = root / TRANSLATIONS / language.file
            copy = Path(scratch) / language.file
            if committed.exists():
                shutil.copyfile(committed, copy)
            update(
                root, language, copy, "-disable-heuristic", "sametext", "-disable-heuristic", "similartext"
            )
            found.extend(complaints(copy))
    return found


def refresh(root: Path) -> None:
    """Update the committed files in place; a language without texts gets no file."""
    for language in LANGUAGES:
        target = root / TRANSLATIONS / language.file
        update(root, language, target, "-no-obsolete")
        if is_empty(target):
            target.unlink()


def main() -> int:
    """Update or check; print what still has to be translated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="bring new texts into the files")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to look at")
    arguments = parser.parse_args()
    try:
        if arguments.update:
            refresh(arguments.root)
        found = check(arguments.root)
    except BuildStopped as stopped:
        found = [str(stopped)]
    for line in found:
        print(line, file=sys.stderr)
    print(f"{len(found)} texts to mend" if found else "translations are complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
