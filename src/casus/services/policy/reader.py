# SPDX-License-Identifier: EUPL-1.2
"""Reads the policy of an organisation from its text; every mistake is told with its line, key and reason.

What the keys mean is in docs/policy.md. Strict: what is not known is refused, because a rule that was mistyped
and then silently not kept is worse than a file that does not load.
"""

import re
import tomllib
from datetime import date
from types import MappingProxyType
from typing import Any

from casus.domain.codelists import shipped
from casus.domain.inclusion import DEFAULT_POLICY, InclusionPolicy
from casus.domain.policy import AFTER_TERM, AT_ONCE, LICENCES, NO_POLICY, Bounds, Policy
from casus.domain.retention import DEFAULT_TERM, RetentionTerm, StartEvent
from casus.errors import PolicyInvalid
from casus.services.policy.codes import read_codes
from casus.services.policy.figures import read_presets, read_thresholds
from casus.services.policy.part import Part, wrong_at
from casus.services.toml_lines import lines_of

LONGEST_LINE = 2_000
MOST_LINES = 5_000
_DEEPEST = 8
_YEARS = (1, 50)
_TOML_LINE = re.compile(r"\(at line (\d+)")
_TWICE = ("Cannot overwrite", "Cannot declare", "Duplicate inline")
_CONFIRMED = re.compile(r"(\S.*\S),\s*(\d{4}-\d{2}-\d{2})")
_KEY_PART = re.compile(r"""^\s*\[{0,2}[^="'#]*""")


def read_policy(text: str, name: str = "beleid.toml") -> Policy:
    """Return the policy in the text of a file; raises PolicyInvalid with `place` ("beleid.toml:12") and `key`."""
    _check_shape(text, name)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(text, name, str(error)) from None
    except (RecursionError, ValueError):  # nested too deep; a number of too many digits
        raise wrong_at(name, None, "too_deep") from None
    return _policy(Part(name, lines_of(text), (), data, set()))


def _check_shape(text: str, name: str) -> None:
    """Refuse what would take long to read before it is read."""
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise wrong_at(name, MOST_LINES + 1, "too_many_lines", most=MOST_LINES)
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise wrong_at(name, number, "line_too_long", most=LONGEST_LINE)
        begin = _KEY_PART.match(line)
        if begin and begin[0].count(".") > _DEEPEST:
            raise wrong_at(name, number, "too_deep")
        if line.count("[") > 4 * _DEEPEST or line.count("{") > 4 * _DEEPEST:
            raise wrong_at(name, number, "too_deep")


def _not_toml(text: str, name: str, why: str) -> PolicyInvalid:
    found = _TOML_LINE.search(why)
    line = int(found[1]) if found else max(len(text.splitlines()), 1)
    if any(words in why for words in _TWICE):
        return wrong_at(name, line, "twice")
    return wrong_at(name, line, "syntax", why=why.partition(" (at ")[0])


def _policy(top: Part) -> Policy:
    number = top.whole("policy_version", 1, 1_000_000, required=True)
    first, last = top.day("valid_from", required=True), top.day("valid_until")
    if first and last and last < first:
        raise top.wrong("ends_before_start", "valid_until")
    head: dict[str, Any] = {
        "organisation": top.text("organisation", required=True),
        "issued_by": top.text("issued_by", required=True),
        "officer": top.text("officer"),
        "confirmed_by": _confirmed(top),
    }
    inclusion = _inclusion(top)
    retention = top.part("retention")
    months = retention.whole("extension_months_most", 0, 120)
    relatives = retention.choice("relatives", (AT_ONCE, AFTER_TERM))
    term, terms = _terms(retention, inclusion.review_months, confirmed=bool(head["confirmed_by"]))
    lock, attachments, figures = top.part("lock"), top.part("attachments"), top.part("figures")
    policy = Policy(
        number=number or 0,
        valid_from=first,
        valid_until=last,
        **head,
        term=term,
        terms=MappingProxyType(terms),
        retention_extension_max_months=_or(months, NO_POLICY.retention_extension_max_months),
        relatives=relatives or NO_POLICY.relatives,
        break_glass_hours=_glass_hours(top.part("restricted")),
        lock_minutes=_bounds(lock, "minutes", NO_POLICY.lock_minutes),
        attachment_megabytes=_bounds(attachments, "megabytes", NO_POLICY.attachment_megabytes),
        inclusion=inclusion,
        thresholds=read_thresholds(figures),
        presets=read_presets(figures),
        licence=figures.choice("licence", LICENCES) or "",
        code_changes=read_codes(top.part("codes")),
        fixed=frozenset(top.given),
    )
    figures.close()
    top.close()
    return policy


def _glass_hours(glass: Part) -> int:
    """Return for how many hours a restricted dossier stays open after a reason."""
    hours = glass.whole("break_glass_hours", 1, 24)
    glass.close()
    return _or(hours, NO_POLICY.break_glass_hours)


def _confirmed(top: Part) -> str:
    """Return who confirmed the terms and when, as "name, 2026-01-31"; "" while nobody did."""
    text = top.text("confirmed_by_officer")
    if not text:
        return ""
    found = _CONFIRMED.fullmatch(text)
    try:
        date.fromisoformat(found[2] if found else "")
    except ValueError:
        raise top.wrong("not_confirmed", "confirmed_by_officer") from None
    if "retention" not in top.data:
        raise top.wrong("nothing_to_confirm", "confirmed_by_officer")
    return text


def _terms(
    retention: Part, review_months: int, *, confirmed: bool
) -> tuple[RetentionTerm, dict[str, RetentionTerm]]:
    """Return the term of every approach, and those of single ones."""
    house = _term(retention, DEFAULT_TERM, confirmed)
    _check_term(retention, house, review_months)
    found: dict[str, RetentionTerm] = {}
    approaches = shipped("approach")
    own = retention.part("approach")
    for code, one in own.parts().items():
        if code not in approaches:
            raise own.wrong("unknown_code", code, among=", ".join(approaches.values))
        found[code] = _term(one, house, confirmed)
        _check_term(one, found[code], review_months)
        one.close()
    retention.close()
    return house, found


def _term(part: Part, otherwise: RetentionTerm, confirmed: bool) -> RetentionTerm:
    years = part.whole("years", *_YEARS)
    start = part.choice("start", tuple(StartEvent))
    return RetentionTerm(
        _or(years, otherwise.years), StartEvent(start) if start else otherwise.start, confirmed
    )


def _check_term(part: Part, term: RetentionTerm, review_months: int) -> None:
    """A dossier is reviewed at least once before its term can be over."""
    if 12 * term.years < review_months:
        raise part.wrong("term_before_review", "years", months=review_months)


def _inclusion(top: Part) -> InclusionPolicy:
    review, minors = top.part("review"), top.part("minors")
    months = review.whole("months", 1, 24)
    youngest = _or(minors.whole("youngest", 8, 18), DEFAULT_POLICY.youngest)
    lowest = dict(DEFAULT_POLICY.lowest_age)
    ages = minors.part("lowest_age")
    for code in list(ages.data):
        if code not in shipped("approach"):
            raise ages.wrong("unknown_code", code, among=", ".join(shipped("approach").values))
        lowest[code] = _or(ages.whole(code, 8, 26), youngest)
        if lowest[code] < youngest:
            raise ages.wrong("below_youngest", code, youngest=youngest)
    if ages.data.get("top_x") is None and lowest["top_x"] < youngest:
        lowest["top_x"] = youngest
    review.close()
    minors.close()
    return InclusionPolicy(
        youngest,
        MappingProxyType(lowest),
        DEFAULT_POLICY.representative_below,  # by law, and no policy
        _or(months, DEFAULT_POLICY.review_months),
    )


def _bounds(part: Part, what: str, house: Bounds) -> Bounds:
    """Return what may be chosen: within what Casus itself allows."""
    least = _or(part.whole(f"{what}_least", house.least, house.most), house.least)
    most = _or(part.whole(f"{what}_most", house.least, house.most), house.most)
    if least > most:
        raise part.wrong("least_above_most", f"{what}_least", most=most)
    part.close()
    return Bounds(least, most)


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
