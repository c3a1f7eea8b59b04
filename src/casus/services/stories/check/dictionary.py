# SPDX-License-Identifier: EUPL-1.2
"""Whether something is a Dutch word of up to eleven letters (OpenTaal), so that words are not taken for names."""

import lzma
from functools import cache, lru_cache

from casus.assets import resource_path

LONGEST = 11

FUNCTION_WORDS = frozenset(
    """aan af al alle alles als altijd ander andere anders ben best beter bij bijna blij boven daar dag dan dat de
    deed den der deze die dit doe doen door drie een eens eerst eerste eind elk elke en er even ga gaan geen
    gelijk gemeen gewoon goed goede grof groot grote had hard heb hebben heel heer heet hele helft hem hen het
    hier hij hoe hoog huis ieder iemand iets ik in is ja jaar jij jong jonge jongen jou jouw kan keer kiezen
    klein kleine kom komen kort kwam laat lag lang lange later leer leven licht liep maar mag maken man me mee
    meer men met mij mijn min moeder na naar nam net niet niets nieuw nieuwe nog nooit nu of om omdat onder ons
    ooit ook oom op open oud oude ouder over paar pas plek recht rest rond rust samen schoon snel sterk straf te
    tegen tien tijd toen tot twee uit vaak vader van veel ver vier vlug vond voor vriend vrij vrijdag vrije waar
    wanneer want waren was wat week weer weg wel werd wereld werk wie wij wijk wil wilde wit witte wordt wou ze
    zeer zei zelf zes zich zij zijn zin zo zoon zou zus zwaar zwart zwarte""".split()  # noqa: SIM905
)
"""So common that a small letter, or a capital that only begins a sentence, says nothing about a name."""


@lru_cache(maxsize=20_000)
def is_word(folded: str) -> bool:
    """Tell whether this is a Dutch word, without accents and in small letters."""
    return 2 <= len(folded) <= LONGEST and folded.isascii() and _found(folded.encode("ascii"))


def _found(word: bytes) -> bool:
    """Search the sorted list, of which one copy of bytes is in memory and no set of strings."""
    words = _words()
    low, high = 0, len(words) - 1
    while low < high:
        start = words.rfind(b"\n", 0, (low + high) // 2 + 1)
        end = words.find(b"\n", start + 1)
        if end < 0 or start >= high:
            return False
        here = words[start + 1 : end]
        if here == word:
            return True
        if here < word:
            low = end
        else:
            if start <= low:
                return False
            high = start
    return False


@cache
def _words() -> bytes:
    return lzma.decompress(resource_path("catalogue", "words_nl.txt.xz").read_bytes())
