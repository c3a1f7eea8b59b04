# SPDX-License-Identifier: EUPL-1.2
"""The translation check sees a text that is new, unfinished, left over or has lost a field."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.packaging.conftest import draw

ENGLISH = {"Goedemorgen, {name}": "Good morning, {name}", "Voorbeeld": "Example"}


def translate(checkout: Path, texts: dict[str, str]) -> None:
    """Put translations into the checkout's English file, as a translator would."""
    path = checkout / "resources" / "translations" / "casus_en.ts"
    content = path.read_text(encoding="utf-8")
    for source, english in texts.items():
        content = content.replace(
            f'<source>{source}</source>\n        <translation type="unfinished"></translation>',
            f"<source>{source}</source>\n        <translation>{english}</translation>",
        )
    path.write_text(content, encoding="utf-8")


@pytest.fixture
def translated(translations_complete: ModuleType, checkout: Path) -> Path:
    """Return the checkout with both its texts translated."""
    translations_complete.refresh(checkout)
    translate(checkout, ENGLISH)
    return checkout


def test_whole_translations_pass(translations_complete: ModuleType, translated: Path) -> None:
    assert translations_complete.check(translated) == []


def test_texts_without_english_fail(translations_complete: ModuleType, checkout: Path) -> None:
    assert len(translations_complete.check(checkout)) == 2
    translations_complete.refresh(checkout)
    assert len(translations_complete.check(checkout)) == 2


def test_a_new_text_fails_until_it_is_translated(translations_complete: ModuleType, translated: Path) -> None:
    draw(translated, "other_dialog", "Iets anders")
    assert [line for line in translations_complete.check(translated) if "Iets anders" in line]
    translations_complete.refresh(translated)
    translate(translated, {"Iets anders": "Something else"})
    assert translations_complete.check(translated) == []


def test_a_translation_nobody_asks_for_fails(translations_complete: ModuleType, translated: Path) -> None:
    (translated / "ui" / "sample_dialog.ui").unlink()
    assert [line for line in translations_complete.check(translated) if "Voorbeeld" in line]


def test_a_translation_that_lost_its_field_fails(translations_complete: ModuleType, checkout: Path) -> None:
    translations_complete.refresh(checkout)
    translate(checkout, ENGLISH | {"Goedemorgen, {name}": "Good morning"})
    assert [line for line in translations_complete.check(checkout) if "{name}" in line]


def test_a_plural_needs_its_dutch_forms_too(translations_complete: ModuleType, translated: Path) -> None:
    (translated / "src/casus/gui/plural.py").write_text(
        'class Plural(QObject):\n    def label(self, n):\n        return self.tr("%n zaken", "", n)\n',
        encoding="utf-8",
    )
    translations_complete.refresh(translated)
    complaints = translations_complete.check(translated)
    assert [line.partition(":")[0] for line in complaints] == ["casus_en.ts", "casus_nl.ts"]
