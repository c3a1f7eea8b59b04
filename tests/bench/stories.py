# SPDX-License-Identifier: EUPL-1.2
"""How well the check of a story finds, how often it is wrong, and how long it takes: `python -m tests.bench.stories`."""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from casus.services.stories.check import BLOCK, check_texts
from casus.services.stories.check.index import Index
from tests.helpers import story_phrases
from tests.helpers.story_phrases import Phrase


@dataclass
class Recall:
    """What was found of what had to be: per kind and way, with what was missed."""

    asked: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    blocked: int = 0
    missed: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def whole(self) -> float:
        """The part of all phrases that was found."""
        return self.found.total() / self.asked.total()

    def of_kind(self, kind: str) -> float:
        """The part of one kind of phrases that was found."""
        asked = sum(number for (one, _way), number in self.asked.items() if one == kind)
        return sum(number for (one, _way), number in self.found.items() if one == kind) / asked


def measure_recall(index: Index, phrases: Iterable[Phrase]) -> Recall:
    """Check each phrase; it counts as found when a hit about what is stored overlaps it."""
    recall = Recall()
    for phrase in phrases:
        key = (phrase.kind, phrase.way)
        hits = [
            hit
            for hit in check_texts(index, {"situation": phrase.text}).hits
            if hit.start < phrase.end and hit.end > phrase.start and hit.kind != "unknown_name"
        ]
        recall.asked[key] += 1
        recall.found[key] += bool(hits)
        recall.blocked += any(hit.level == BLOCK for hit in hits)
        if not hits:
            recall.missed[key].append(phrase.text[phrase.start : phrase.end])
    return recall


@dataclass(frozen=True)
class Alarms:
    """Hits per 1,000 words of a text in which nobody is named."""

    words: int
    blocks: int
    warns: int
    what: Counter[str]

    @property
    def blocks_per_thousand(self) -> float:
        """What would have to go although it names nobody."""
        return 1000 * self.blocks / self.words

    @property
    def warns_per_thousand(self) -> float:
        """What would be pointed at although it names nobody."""
        return 1000 * self.warns / self.words


def measure_alarms(index: Index, text: str) -> Alarms:
    """Check an innocent text."""
    checked = check_texts(index, {"situation": text})
    what = Counter(f"{hit.level} {hit.kind}: {text[hit.start : hit.end]}" for hit in checked.hits)
    return Alarms(len(text.split()), checked.blocks, checked.warns, what)


def timed(index_of: story_phrases.People, text: str) -> tuple[float, float]:
    """Return the processor seconds for making an index and for checking a text beside it."""
    began = time.process_time()
    index = index_of.index()
    made = time.process_time()
    check_texts(index, {"situation": text})
    return made - began, time.process_time() - made


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.stories", description=__doc__)
    parser.add_argument("--persons", type=int, default=2_000, help="invented names beside those of the demo")
    parser.add_argument("--each", type=int, default=200, help="phrases per kind and way")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="also write the numbers as JSON")
    wanted = parser.parse_args()
    people = story_phrases.people(wanted.seed, wanted.persons)
    index = people.index()
    recall = measure_recall(index, story_phrases.phrases(people, wanted.seed + 1, wanted.each))
    print(f"recall {recall.whole:.4f} of {recall.asked.total()} phrases; {recall.blocked} of them block")
    for key, number in sorted(recall.asked.items()):
        missed = recall.missed[key]
        print(f"  {key[0]:20} {key[1]:20} {recall.found[key] / number:.3f}  {', '.join(missed[:8])}")
    numbers: dict[str, object] = {"recall": recall.whole, "phrases": recall.asked.total()}
    texts = {"stories": story_phrases.innocent(wanted.seed, 600), "guide": story_phrases.guide()}
    for name, text in texts.items():
        alarms = measure_alarms(index, text)
        print(
            f"{name}: {alarms.words} words, per 1,000: {alarms.blocks_per_thousand:.1f} block, {alarms.warns_per_thousand:.1f} warn"
        )
        print("  ", "; ".join(f"{what} ({number})" for what, number in alarms.what.most_common(40)))
        numbers[name] = {"blocks": alarms.blocks_per_thousand, "warns": alarms.warns_per_thousand}
    many = story_phrases.people(wanted.seed, 10_000)
    story = " ".join(story_phrases.innocent(wanted.seed, 140).split()[:1000])
    made, checked = timed(many, story)
    print(f"10,000 persons of whom no two share a name: index {made:.3f} s, 1,000 words {checked:.3f} s")
    numbers |= {"index_seconds": made, "check_seconds": checked}
    if wanted.out is not None:
        wanted.out.write_text(json.dumps(numbers, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
