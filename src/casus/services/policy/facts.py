# SPDX-License-Identifier: EUPL-1.2
"""What a policy says, in words: rule by rule, and what becomes different with another one."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from casus.assets import resource_path
from casus.domain.codelists import CodeChange, shipped
from casus.domain.day_names import format_date
from casus.domain.policy import HOUSE, PRESETS, Bounds, Policy
from casus.domain.retention import RetentionTerm


@dataclass(frozen=True)
class Fact:
    """One rule: what it is called, what it says, and whether the organisation fixed it."""

    key: str
    name: str
    value: str
    fixed: bool


@dataclass(frozen=True)
class Difference:
    """A rule that another policy changes, from and to, in words."""

    name: str
    before: str
    after: str


def facts(policy: Policy, language: str = "nl") -> tuple[Fact, ...]:
    """Return every rule in the order of the file, those that nobody fixed with what Casus does of itself."""
    return tuple(_facts(policy, language))


def differences(old: Policy, new: Policy, language: str = "nl") -> tuple[Difference, ...]:
    """Return what becomes different, in the order of the file."""
    before = {fact.key: fact for fact in facts(old, language)}
    after = {fact.key: fact for fact in facts(new, language)}
    found = []
    for key in dict.fromkeys((*after, *before)):
        one, other = before.get(key), after.get(key)
        name = (other or one or _NOTHING).name
        values = [fact.value if fact else _absent(key, language) for fact in (one, other)]
        if values[0] != values[1]:
            found.append(Difference(name, *values))
    return tuple(found)


_NOTHING = Fact("", "", "", False)


def term_words(term: RetentionTerm, language: str = "nl") -> str:
    """Return a term in words ("5 jaar na afsluiten"), with who still has to confirm it."""
    words = _say("years", language, n=term.years, event=_event(term, language))
    return words if term.confirmed else _say("to_confirm", language, term=words)


def _facts(policy: Policy, language: str) -> Iterator[Fact]:
    yield from _head(policy, language)
    for one in shipped("approach"):
        fixed = policy.fixes(f"retention.approach.{one.code}") or policy.fixes("retention.years")
        name = _name("term", language, approach=one.label(language))
        yield Fact(f"term.{one.code}", name, term_words(policy.term_of(one.code), language), fixed)
    yield _fact(policy, language, "extension", "retention.extension_months_most",
                n=policy.retention_extension_max_months)  # fmt: skip
    relatives = _say(f"relatives_{policy.relatives}", language, n=policy.relative_years)
    yield Fact("relatives", _name("relatives", language), relatives, policy.fixes("retention.relatives"))
    yield _fact(policy, language, "review", "review.months", n=policy.review_months)
    age = _say("age", language, n=policy.inclusion.youngest)
    yield Fact("youngest", _name("youngest", language), age, policy.fixes("minors.youngest"))
    for code, years in policy.lowest_age.items():
        name = _name("lowest", language, approach=shipped("approach").label(code, language))
        value = _say("age", language, n=years)
        yield Fact(f"lowest.{code}", name, value, policy.fixes(f"minors.lowest_age.{code}"))
    yield _fact(policy, language, "glass", "restricted", n=policy.break_glass_hours)
    yield _bounds(policy, language, "lock", policy.lock_minutes)
    yield _bounds(policy, language, "attachments", policy.attachment_megabytes)
    yield from _figures(policy, language)
    for name, changes in policy.code_changes.items():
        for change in changes:
            yield _code(name, change, language)


def _head(policy: Policy, language: str) -> Iterator[Fact]:
    for key in ("organisation", "issued_by", "officer", "confirmed_by"):
        value = getattr(policy, key) or _say("none", language)
        yield Fact(key, _name(key, language), value, policy.number > 0)
    days = {
        key: format_date(day, language)
        for key, day in (("first", policy.valid_from), ("last", policy.valid_until))
        if day is not None
    }
    value = _say("between" if len(days) == 2 else "from" if days else "none", language, **days)
    yield Fact("valid", _name("valid", language), value, policy.number > 0)


def _figures(policy: Policy, language: str) -> Iterator[Fact]:
    words = _catalogue()["preset"]
    names = ", ".join(words[code][language] for code in policy.presets)
    yield Fact("presets", _name("presets", language), names, policy.fixes("figures.presets"))
    for code in PRESETS:
        numbers = policy.thresholds.get(code, HOUSE[code])
        value = _say(
            "suppression" if code == "exact" else "rounding",
            language,
            base=numbers.base,
            threshold=numbers.threshold,
            population=numbers.min_population,
        )
        name = _name("preset", language, preset=words[code][language])
        yield Fact(f"preset.{code}", name, value, policy.fixes(f"figures.{code}"))
    licence = _catalogue()["licence"][policy.licence or "unsaid"][language]
    yield Fact("licence", _name("licence", language), licence, policy.fixes("figures.licence"))


def _code(name: str, change: CodeChange, language: str) -> Fact:
    item = shipped(name).get(change.code)
    words = shipped(name).changed((change,)).label(change.code, language)
    old = item.label(language) if item is not None else words
    if change.hidden:
        value = _say("hidden", language)
    elif change.position is not None:
        value = _say("placed", language, label=words, n=change.position + 1)
    else:
        value = _say("named", language, label=words)
    return Fact(f"code.{name}.{change.code}", _name("code", language, code=old), value, fixed=True)


def _absent(key: str, language: str) -> str:
    """Return the words for a rule that one of two policies does not have: only codes come and go, and ages."""
    kind, _, rest = key.partition(".")
    name, _, code = rest.partition(".")
    if kind == "code" and code in shipped(name):
        return _say("shipped", language)
    return _say("absent" if kind == "code" else "none", language)


def _fact(policy: Policy, language: str, key: str, setting: str, **data: object) -> Fact:
    return Fact(key, _name(key, language), _say(key, language, **data), policy.fixes(setting))


def _bounds(policy: Policy, language: str, key: str, bounds: Bounds) -> Fact:
    return _fact(policy, language, key, key, least=bounds.least, most=bounds.most)


def _event(term: RetentionTerm, language: str) -> str:
    return shipped("retention_event").label(term.start.value, language)


def _name(key: str, language: str, **data: object) -> str:
    text: str = _catalogue()["name"][key][language]
    return text.format(**data)


def _say(key: str, language: str, **data: object) -> str:
    text: str = _catalogue()["value"][key][language]
    return text.format(**data)


@cache
def _catalogue() -> Mapping[str, Any]:
    with resource_path("catalogue", "policy.toml").open("rb") as file:
        return tomllib.load(file)
