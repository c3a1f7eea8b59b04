# SPDX-License-Identifier: EUPL-1.2
"""What a report says beside the release itself: how its figures and stories were made, what others may do with them."""

from collections.abc import Iterator
from dataclasses import dataclass

from casus.reports.texts import NO_BREAK, Texts


@dataclass(frozen=True)
class Colophon:
    """What is known of how a report was made; None where it is not known: then the report says nothing about it.

    Coverage: how many workers handed in, of how many. Linkage, measured (0 to 1): `precision`, `recall`, and
    `answered`, the recall once every question about doubtful pairs is answered. `story_recall`: the share of what
    leads to a person that the check of stories found. `licence`: what the organisation allows others to do with the
    figures (a code of `domain.policy.LICENCES`), "" when it said nothing: only whoever has the rights can give them.
    """

    received: int | None = None
    expected: int | None = None
    precision: float | None = None
    recall: float | None = None
    answered: float | None = None
    story_recall: float | None = None
    licence: str = ""

    def on_figures(self, texts: Texts) -> Iterator[str]:
        """Yield what there is to say of the figures, a paragraph each."""
        if self.received is not None and self.expected is not None:
            counts = {"received": texts.number(self.received), "expected": texts.number(self.expected)}
            yield texts.say("method.coverage", **counts)
        if self.precision is not None and self.recall is not None:
            shares = {"precision": _share(self.precision, texts), "recall": _share(self.recall, texts)}
            words = texts.say("method.linkage", **shares)
            if self.answered is not None:
                words = f"{words} {texts.say('method.answered', answered=_share(self.answered, texts))}"
            yield words

    def on_stories(self, texts: Texts) -> Iterator[str]:
        """Yield what there is to say of the stories."""
        yield texts.say("method.stories")
        if self.story_recall is not None:
            yield texts.say("method.story_check", recall=_share(self.story_recall, texts))


NO_COLOPHON = Colophon()


def _share(part: float, texts: Texts) -> str:
    """Return a measured share without a decimal that was not measured: 98 %, but 99,6 %."""
    whole = round(100 * part)
    return f"{whole}{NO_BREAK}%" if abs(100 * part - whole) < 1e-9 else texts.percentage(part)
