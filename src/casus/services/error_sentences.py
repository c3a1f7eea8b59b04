# SPDX-License-Identifier: EUPL-1.2
"""Every expected error as a sentence: what happened · that nothing is lost · what to do; no Qt, no database.

The one source of these sentences, for the window (`gui/error_text.py`) and the command line.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from casus import errors
from casus.assets import resource_path
from casus.domain.codelists import codelist
from casus.domain.text import in_sentence
from casus.services import explanations
from casus.services.explanations import Explainer

_Sentences = Mapping[str, Mapping[str, str]]


def sentence(error: errors.CasusError, language: str = "nl") -> str:
    """Return the sentence for an error; several lines for a form with several fields to correct."""
    if isinstance(error, errors.InvalidInput):
        return field_sentence(error, language)
    if isinstance(error, errors.InvalidForm):
        return "\n".join(dict.fromkeys(field_sentence(one, language) for one in error.errors))
    if isinstance(error, errors.ReleaseRefused) and len(error.reasons) == 1:
        words = " ".join(error.sentences) or explanations.reason_of(error.reasons[0], language)
        return f"{words} {Explainer(language).say('nothing_released')}"
    data = _undo_words(error, language) if isinstance(error, errors.UndoRefused) else error.data
    return _filled(_template(error), data, language)


def _undo_words(error: errors.UndoRefused, language: str) -> Mapping[str, object]:
    """Return the kind of record and the later act in the way, in words."""
    kind, act = str(error.data.get("kind", "")), str(error.data.get("act", ""))
    words = {
        "kind": codelist("record_kind").label(kind, language),
        "act": codelist("use_case").label(act, language),
    }
    return {key: in_sentence(text) for key, text in words.items()}


def field_sentence(error: errors.InvalidInput, language: str = "nl") -> str:
    """Return what to show at a field; what was typed always stays."""
    return _filled(_part("rule").get(error.rule) or _part("words")["other_rule"], error.data, language)


def reasons(error: errors.ReleaseRefused, language: str = "nl") -> tuple[str, ...]:
    """Return why nothing may leave, each reason once, with tables and releases by name where they are known."""
    words = error.sentences or tuple(explanations.reason_of(one, language) for one in error.reasons)
    return tuple(dict.fromkeys(words))


def unexpected(language: str = "nl") -> str:
    """Return the sentence for a bug."""
    return _part("words")["unexpected"][_known(language)]


def known(part: str) -> frozenset[str]:
    """Return the codes that have a sentence of their own: of `error`, `rule`, `not_allowed`, ..."""
    return frozenset(_part(part))


def _template(error: errors.CasusError) -> Mapping[str, str]:
    if isinstance(error, errors.NotAllowed) and error.rule in _part("not_allowed"):
        return _part("not_allowed")[error.rule]
    for kind in type(error).__mro__:
        for detail in (error.data.get("part"), error.data.get("reason")):
            name = f"{kind.__name__}.{detail}"
            if found := _part("particular").get(name) or _about_tables().get(name):
                return found
        if found := _part("error").get(kind.__name__):
            return found
    return _part("error")["CasusError"]


def _filled(template: Mapping[str, str], data: Mapping[str, object], language: str) -> str:
    return template[_known(language)].format_map(_Data(data))


def _known(language: str) -> str:
    return "en" if language == "en" else "nl"


@cache
def _catalogue() -> Mapping[str, _Sentences]:
    with resource_path("catalogue", "errors.toml").open("rb") as file:
        raw = tomllib.load(file)
    return MappingProxyType({name: part for name, part in raw.items() if isinstance(part, dict)})


@cache
def _about_tables() -> _Sentences:
    """Return the sentences about files of tables, which name the file and the line (casus disclose)."""
    with resource_path("catalogue", "disclose.toml").open("rb") as file:
        found: _Sentences = tomllib.load(file)["particular"]
    return MappingProxyType(dict(found))


def _part(name: str) -> _Sentences:
    return _catalogue()[name]


class _Data(dict[str, object]):
    """The data of an error; what it lacks is left open in the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"
