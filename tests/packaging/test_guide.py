# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the user guide: every one that a page shows is there, and `make guide` makes it."""

import re
from pathlib import Path

from casus.gui.screens import picture_names

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "gebruik" / "beelden"
SUFFIX = "-light-nl.png"
MOST_BYTES = 8_000_000


def of_makefile() -> list[str]:
    """Return the names in the variable GUIDE."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    found = re.search(r"^GUIDE := (.*)$", text, re.MULTILINE)
    assert found is not None
    return found[1].split()


def shown() -> list[tuple[str, str, str]]:
    """Return page, alt text and picture of every picture in the guide and the readme."""
    pages = [*sorted((ROOT / "docs" / "gebruik").glob("*.md")), ROOT / "README.md"]
    return [
        (page.name, words, name)
        for page in pages
        for words, name in re.findall(
            r"!\[([^\]]*)\]\([\w/]*beelden/([^)]+)\)", page.read_text(encoding="utf-8")
        )
    ]


def test_every_picture_of_a_page_exists_and_is_described() -> None:
    assert len(shown()) > 20
    missing = [(page, name) for page, _words, name in shown() if not (PICTURES / name).is_file()]
    assert not missing
    assert not [(page, name) for page, words, name in shown() if len(words.split()) < 2]


def test_make_guide_makes_exactly_the_pictures_there_are() -> None:
    asked = of_makefile()
    assert len(set(asked)) == len(asked)
    assert {f"{name}{SUFFIX}" for name in asked} == {path.name for path in PICTURES.glob("*.png")}
    assert set(asked) <= set(picture_names())


def test_every_picture_is_shown_somewhere() -> None:
    assert {f"{name}{SUFFIX}" for name in of_makefile()} == {name for _page, _words, name in shown()}


def test_pictures_have_names_of_their_own() -> None:
    assert len(set(picture_names())) == len(picture_names())


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.glob("*.png")) < MOST_BYTES
