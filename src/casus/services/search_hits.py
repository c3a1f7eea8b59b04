# SPDX-License-Identifier: EUPL-1.2
"""What a search brings: the record, why it fits, and the words around what was typed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casus.domain.names import fold

_BEFORE, _AFTER = 32, 64
"""Signs of a text that are shown before and after the word that was found."""


@dataclass(frozen=True)
class Quote:
    """A piece of a text on one line: what stands before the word that was found, the word, what follows."""

    before: str
    word: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.word}{self.after}"


@dataclass(frozen=True)
class Hit:
    """Something found, and why.

    `why` is a code: of a name (name, alias, number, similar: a misspelling was forgiven), of what stands
    beside it (street, postcode, telephone, email, place, code, contact_name, several), or of a text (report,
    met_at, source, attendee, title, owner, note, provider). `matched` is what stands there (the alias, the street), "" in a
    restricted dossier; `quote` the place in a text. `place` is where the record can be seen: "case:<id>" or
    "person:<id>" for a text, "inside" or "earlier" for a facility with detentions.
    """

    kind: str
    record_id: str
    title: str
    subtitle: str
    why: str
    matched: str = ""
    place: str = ""
    on: date | None = None
    code: str = ""
    quote: Quote | None = None


def starts_all(words: Sequence[str], text: str | None) -> bool:
    """Return whether every typed word starts a word of the text."""
    starts = words_of_text(text)
    return all(any(start.startswith(word) for start in starts) for word in words)


def starts_any(words: Sequence[str], text: str | None) -> bool:
    """Return whether one of the typed words starts a word of the text."""
    starts = words_of_text(text)
    return any(start.startswith(word) for start in starts for word in words)


def words_of_text(text: str | None) -> list[str]:
    """Return the words of a text as the index knows them."""
    return re.findall(r"\w+", fold(text or ""))


def quote(text: str, words: Sequence[str]) -> Quote | None:
    """Return the text around the first word that a typed word starts; None when there is none."""
    for first, last in _spans(text):
        token = text[first:last]
        found = [token.lower()] if token.isascii() and token.isalnum() else words_of_text(token)
        if any(part.startswith(word) for part in found for word in words):
            return Quote(_before(text[:first]), token, _after(text[last:]))
    return None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words are; an apostrophe or an accent of its own does not end one."""
    for found in re.finditer(r"\w(?:[\w'’‘`´\u0300-\u036f]*\w)?[\u0300-\u036f]*", text):
        yield found.span()


def _before(text: str) -> str:
    line = re.sub(r"\s+", " ", text[-4 * _BEFORE :])
    if len(line) <= _BEFORE and len(text) <= 4 * _BEFORE:
        return line.lstrip()
    return "… " + line[-_BEFORE:].partition(" ")[2]


def _after(text: str) -> str:
    line = re.sub(r"\s+", " ", text[: 4 * _AFTER]).rstrip()
    if len(line) <= _AFTER:
        return line
    return line[:_AFTER].rpartition(" ")[0] + " …"
