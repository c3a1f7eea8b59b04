# SPDX-License-Identifier: EUPL-1.2
"""The code lists: stable codes that are stored, with Dutch and English labels that may change."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType

from casus.assets import resource_path
from casus.errors import InvalidInput


@dataclass(frozen=True)
class Code:
    """One choice of a list; `extra` holds what the catalogue says beside the labels, such as `order`."""

    code: str
    nl: str
    en: str
    extra: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def label(self, language: str) -> str:
        """Return the label in `language`; Dutch unless it is "en"."""
        return self.en if language == "en" else self.nl

    def number(self, key: str) -> int | None:
        """Return an extra that is a whole number (`order`, `first`, `last`, `value`), or None."""
        value = self.extra.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @property
    def needs_text(self) -> bool:
        """Whether this choice says nothing without a few words beside it ("Anders, namelijk …")."""
        return bool(self.extra.get("needs_text", False))


@dataclass(frozen=True)
class CodeChange:
    """What a vault changed of one code: other words, another place, no longer offered; or a code of its own."""

    code: str
    nl: str | None = None
    en: str | None = None
    position: int | None = None
    hidden: bool = False


@dataclass(frozen=True)
class CodeList:
    """A named list of codes, in the order in which they are offered.

    `withdrawn` are no longer offered; what was recorded with them keeps its words.
    """

    code: str
    codes: tuple[Code, ...]
    withdrawn: tuple[Code, ...] = ()
    _by_code: Mapping[str, Code] = field(init=False, repr=False, compare=False)
    _known: Mapping[str, Code] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        offered = {item.code: item for item in self.codes}
        object.__setattr__(self, "_by_code", MappingProxyType(offered))
        old = {item.code: item for item in self.withdrawn}
        object.__setattr__(self, "_known", MappingProxyType(offered | old))

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    @property
    def values(self) -> tuple[str, ...]:
        """The bare codes, in order."""
        return tuple(item.code for item in self.codes)

    @property
    def known(self) -> tuple[str, ...]:
        """The bare codes in order, behind them those that are no longer offered."""
        return tuple(self._known)

    def get(self, code: str) -> Code | None:
        """Return the entry of `code`, offered or withdrawn, or None when the list has no such code."""
        return self._known.get(code)

    def changed(self, changes: Iterable[CodeChange]) -> "CodeList":
        """Return this list as a vault changed it; a code the list does not have is one of the vault's own."""
        by_code = {change.code: change for change in changes}
        own = [Code(code, change.nl or code, change.en or change.nl or code)
               for code, change in by_code.items() if code not in self._known]  # fmt: skip
        placed: list[tuple[int, int, Code]] = []
        hidden: list[Code] = []
        for at, item in enumerate((*self.codes, *own)):
            change = by_code.get(item.code, CodeChange(item.code))
            words = replace(item, nl=change.nl or item.nl, en=change.en or item.en)
            if change.hidden:
                hidden.append(words)
            else:
                placed.append((at if change.position is None else change.position, at, words))
        in_order = (item for _position, _at, item in sorted(placed, key=lambda one: one[:2]))
        return CodeList(self.code, tuple(in_order), (*self.withdrawn, *hidden))

    def label(self, code: str | None, language: str = "nl") -> str:
        """Return the label; an unknown code is its own label, so that a removed code never breaks a screen."""
        if not code:
            return ""
        item = self.get(code)
        return code if item is None else item.label(language)

    def choices(self, language: str = "nl") -> tuple[tuple[str, str], ...]:
        """Return (code, label) pairs in order, to fill a field with."""
        return tuple((item.code, item.label(language)) for item in self.codes)

    def require(self, field: str, code: str | None) -> str:
        """Return `code`; raise InvalidInput "required" when there is none, "unknown_code" when not listed."""
        if not code:
            raise InvalidInput(field, "required")
        if code not in self:
            raise InvalidInput(field, "unknown_code", list=self.code)
        return code

    def optional(self, field: str, code: str | None) -> str | None:
        """Return `code`, or None when it is empty; raise InvalidInput "unknown_code" when not listed."""
        return self.require(field, code) if code else None

    def check_explained(self, field: str, code: str | None, text: str | None) -> None:
        """Raise InvalidInput(field, "needs_text") when `code` asks for words and there are none."""
        item = self.get(code) if code else None
        if item is not None and item.needs_text and not (text or "").strip():
            raise InvalidInput(field, "needs_text")


@cache
def _load() -> Mapping[str, CodeList]:
    with resource_path("catalogue", "codelists.toml").open("rb") as file:
        raw = tomllib.load(file)
    return MappingProxyType({name: _read_list(name, entries) for name, entries in raw.items()})


def _read_list(name: str, entries: Mapping[str, Mapping[str, object]]) -> CodeList:
    return CodeList(name, tuple(_read_code(code, entry) for code, entry in entries.items()))


def _read_code(code: str, entry: Mapping[str, object]) -> Code:
    extra = {key: value for key, value in entry.items() if key not in ("nl", "en")}
    return Code(code, str(entry["nl"]), str(entry["en"]), MappingProxyType(extra))


_NOTHING: Mapping[str, Iterable[CodeChange]] = MappingProxyType({})
_overlaid: Mapping[str, CodeList] = MappingProxyType({})
"""The lists as the open vault has them: replaced as a whole, so that every thread sees one state or the other."""
_fixed: Mapping[str, frozenset[str]] = MappingProxyType({})
_state = 0


def overlay(
    changes: Mapping[str, Iterable[CodeChange]], policy: Mapping[str, Iterable[CodeChange]] = _NOTHING
) -> None:
    """Let `codelist` give these lists as the organisation (`policy`) and then the vault changed them, from now on;
    {} takes all changes away.

    Set when a vault opens or its lists change, cleared when it locks: one vault is open in a process at a time.
    """
    global _overlaid, _fixed, _state
    _fixed = MappingProxyType({name: frozenset(one.code for one in of) for name, of in policy.items()})
    _overlaid = MappingProxyType(
        {
            name: shipped(name).changed(policy.get(name, ())).changed(changes.get(name, ()))
            for name in {*policy, *changes}
        }
    )
    _state += 1


def fixed(name: str) -> frozenset[str]:
    """Return the codes of a list whose words and offer the organisation fixed."""
    return _fixed.get(name, frozenset())


def state() -> int:
    """Return a number that changes with every overlay; what is worked out of the lists is kept by it."""
    return _state


def codelist(name: str) -> CodeList:
    """Return a code list, as the open vault changed it; KeyError when there is none of that name."""
    return _overlaid.get(name) or _load()[name]


def shipped(name: str) -> CodeList:
    """Return a code list as resources/catalogue/codelists.toml has it; KeyError when there is none."""
    return _load()[name]


def names() -> tuple[str, ...]:
    """Return the names of all code lists, in the order of the catalogue."""
    return tuple(_load())
