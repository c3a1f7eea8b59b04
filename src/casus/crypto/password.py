# SPDX-License-Identifier: EUPL-1.2
"""Passwords: one normal form, a length cap, and an honest estimate of how hard they are to guess."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import zxcvbn_rs_py

from casus.errors import InvalidInput, WeakPassword

MAX_CHARACTERS = 10_000
MIN_SCORE = 3
_JUDGED_CHARACTERS = 100  # the estimate takes time by the square of the length; more cannot be weak
_DUTCH_WORDS = (
    "welkom", "wachtwoord", "geheim", "inloggen", "computer", "gemeente", "utrecht", "nederland", "holland",
    "casus", "kluis", "dossier", "voetbal", "feyenoord", "ajax", "liefde", "schatje", "vakantie", "kantoor",
    "lente", "zomer", "herfst", "winter", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "januari",
    "februari", "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
"""The library knows English only: to it `Welkom2023!` would be a good password."""
_CODES = {
    "StraightRowsOfKeysAreEasyToGuess": "keyboard",
    "ShortKeyboardPatternsAreEasyToGuess": "keyboard",
    "RepeatsLikeAaaAreEasyToGuess": "repeats",
    "RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess": "repeats",
    "ThisIsATop10Password": "common",
    "ThisIsATop100Password": "common",
    "ThisIsACommonPassword": "common",
    "ThisIsSimilarToACommonlyUsedPassword": "common",
    "SequencesLikeAbcAreEasyToGuess": "sequence",
    "RecentYearsAreEasyToGuess": "years",
    "AWordByItselfIsEasyToGuess": "one_word",
    "DatesAreOftenEasyToGuess": "dates",
    "NamesAndSurnamesByThemselvesAreEasyToGuess": "names",
    "CommonNamesAndSurnamesAreEasyToGuess": "names",
    "UseAFewWordsAvoidCommonPhrases": "add_words",
    "AddAnotherWordOrTwo": "add_words",
    "PredictableSubstitutionsDontHelpVeryMuch": "substitutions",
}
"""What the library says, as codes; what is not here says nothing more to a user."""


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a password is to guess: `score` 0-4 (zxcvbn), `reasons` codes, worst first.

    `guesses_log10` is the estimated number of guesses, as a power of ten.
    """

    score: int
    reasons: tuple[str, ...]
    guesses_log10: float


def as_bytes(password: str) -> bytes:
    """Return the password in NFC as UTF-8, so that é is é on every keyboard.

    Raises InvalidInput("password", rule): "required", "too_long" (over 10,000 characters), "surrogate".
    """
    if not password:
        raise InvalidInput("password", "required")
    if len(password) > MAX_CHARACTERS:
        raise InvalidInput("password", "too_long", limit=MAX_CHARACTERS)
    try:
        return unicodedata.normalize("NFC", password).encode("utf-8")
    except UnicodeEncodeError:
        raise InvalidInput("password", "surrogate") from None


def strength(password: str, known_words: Sequence[str] = ()) -> Strength:
    """Judge a password; `known_words` (names of the worker and the organisation) count as easy to guess.

    An empty password scores 0 with reason "required", so that a meter can show it while typing.
    """
    if not password:
        return Strength(0, ("required",), 0.0)
    as_bytes(password)
    judged = unicodedata.normalize("NFC", password)[:_JUDGED_CHARACTERS]
    result = zxcvbn_rs_py.zxcvbn(judged, [*_DUTCH_WORDS, *known_words])
    return Strength(int(result.score), _reasons(result), float(result.guesses_log10))


def require_strong(password: str, known_words: Sequence[str] = ()) -> None:
    """Raise WeakPassword (score, reason) below score 3: about 10^8 guesses, each at the cost of a slot."""
    judged = strength(password, known_words)
    if judged.score < MIN_SCORE:
        reason = judged.reasons[0] if judged.reasons else "guessable"
        raise WeakPassword(score=judged.score, reason=reason)


def _reasons(result: Any) -> tuple[str, ...]:
    """Turn the library's feedback into codes of our own, without repeats."""
    if result.feedback is None:
        return ()
    found = [result.feedback.warning, *result.feedback.suggestions]
    codes = (_CODES.get(repr(one).rpartition(".")[2]) for one in found if one is not None)
    return tuple(dict.fromkeys(code for code in codes if code)) or ("guessable",)
