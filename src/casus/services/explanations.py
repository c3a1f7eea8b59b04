# SPDX-License-Identifier: EUPL-1.2
"""Why a figure may not leave, in words a coordinator understands: which figure, what gives it away, what helps.

The sentences stand in resources/catalogue/refusals.toml. An `Explainer` knows the labels of the tables and the
dates of earlier releases; without them it says the same in general words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casus.services.table_words import Earlier, TableLike, TableWords, Words, category_label, sentences

if TYPE_CHECKING:
    from casus.disclosure import Cell, Change, Ledger, Refusal

__all__ = [
    "Earlier", "Explainer", "Explanation", "TableLike", "TableWords", "earlier_of", "known", "proposal_of",
    "reason_of",
]  # fmt: skip


@dataclass(frozen=True)
class Explanation:
    """A refusal in words: the table ("" for the whole release), why, and what would help ("" for nothing)."""

    table: str
    reason: str
    proposal: str

    @property
    def words(self) -> str:
        """Reason and proposal in one run of text."""
        return f"{self.reason} {self.proposal}." if self.proposal else self.reason


@dataclass(frozen=True)
class Explainer(Words):
    """Makes sentences of refusals and of changes that help."""

    @classmethod
    def of(
        cls, language: str, tables: Iterable[TableLike] = (), releases: Iterable[Earlier] = ()
    ) -> "Explainer":
        """Return one for these tables and earlier releases."""
        return cls(language, {t.code: t for t in tables}, {one.number: one for one in releases})

    def explain(self, refusal: "Refusal") -> Explanation:
        """Return a refusal in words."""
        table = self.tables.get(refusal.table)
        name = "" if table is None else self.table_words(table)
        return Explanation(name, self.reason(refusal), self.proposal(refusal))

    def reason(self, refusal: "Refusal") -> str:
        """Return why, as one or two sentences."""
        code = refusal.code
        if code == "no_rounding" and refusal.data.get("release") is not None:
            code = "no_rounding_after"
        part = sentences("refusal")
        template = part.get(code) or sentences("words")["other_refusal"]
        return self.filled(template, _Values(self, refusal.table, refusal.cell, refusal.data))

    def proposal(self, refusal: "Refusal") -> str:
        """Return what would help, as the words of a button; "" when nothing is proposed."""
        template = sentences("proposal").get(str(refusal.data.get("proposal")))
        return (
            self.filled(template, _Values(self, refusal.table, refusal.cell, refusal.data))
            if template
            else ""
        )

    def changes_words(self, changes: Iterable["Change"]) -> str:
        """Return steps to coarser tables as the words of a button; of another table than one, with its name."""
        made = list(changes)
        names = {change.table for change in made}
        return "; ".join(self._change(change, named=len(names) > 1) for change in made)

    def _change(self, change: "Change", *, named: bool) -> str:
        table = self.tables.get(change.table)
        values = _Values(self, change.table, None, change.data())
        words = self.filled(sentences("proposal")[change.step.value], values)
        return f"{self.table_words(table)}: {words}" if named and table is not None else words


def earlier_of(ledger: "Ledger", titles: Mapping[int, str] = {}) -> tuple[Earlier, ...]:
    """Return the releases in a ledger; `titles` names those that were made elsewhere, by number."""
    return tuple(
        Earlier(entry.number, entry.at.astimezone().date(), titles.get(entry.number, ""))
        for entry in ledger.entries
    )


def reason_of(refusal: object, language: str = "nl") -> str:
    """Return why a table may not leave, without its words at hand."""
    return Explainer(language).reason(refusal)  # type: ignore[arg-type]  # errors.py holds refusals as objects


def proposal_of(refusal: object, language: str = "nl") -> str:
    """Return what would help, as the words of a button, or "" when nothing is proposed."""
    return Explainer(language).proposal(refusal)  # type: ignore[arg-type]  # errors.py holds refusals as objects


def known(part: str) -> frozenset[str]:
    """Return the codes that have words of their own: of `refusal`, `proposal`, `target`, `knows`, `gain`."""
    return frozenset(sentences(part))


class _Values(dict[str, object]):
    """What a template may ask for, made of a refusal or a change only when it does."""

    def __init__(self, words: Explainer, table: str, cell: "Cell | None", data: Mapping[str, object]) -> None:
        super().__init__(data)
        self._words, self._at = words, cell
        self._table = words.tables.get(table)

    def __missing__(self, key: str) -> object:
        return "…"

    def __getitem__(self, key: str) -> object:
        if key[:1].isupper():
            words = str(self[key.lower()])
            return words if words[:1] != "‘" and words[:1].isupper() else words[:1].upper() + words[1:]
        made = {
            "cell": self._cell, "minus": self._minus, "dimension": self._dimension, "table": self._other,
            "release": self._release, "derived": self._derived, "knows": self._knows, "groups": self._groups,
        }.get(key)  # fmt: skip
        return super().__getitem__(key) if made is None else made()

    def _cell(self) -> str:
        return self._words.cell_words(self._table, self._at)

    def _release(self) -> str:
        return self._words.release_words(self.get("release"))

    def _minus(self) -> str:
        """Return the figure that is subtracted, with the name of its table when that is another one."""
        code, cell = _figure(self.get("minus"))
        table = self._words.tables.get(code, self._table)
        words = self._words.cell_words(table, cell)
        if table is None or table is self._table:
            return words
        name = self._words.say("quoted", name=self._words.table_words(table))
        return self._words.say("elsewhere_figure", cell=words, table=name)

    def _dimension(self) -> str:
        code = self.get("dimension")
        dimensions = self._table.dimensions if self._table is not None else ()
        found = next((d for d in dimensions if code in (d.code, d.axis)), None)
        if found is not None:
            return self._words.within(found.label[self._words.spoken])
        return self._words.say("quoted", name=code) if code else self._words.say("a_dimension")

    def _other(self) -> str:
        table = self._words.tables.get(str(self.get("other")))
        name = str(self.get("other", "…")) if table is None else self._words.table_words(table)
        return self._words.say("quoted", name=name)

    def _groups(self) -> str:
        found = self.get("groups")
        names = [str(one) for one in found] if isinstance(found, (list, tuple)) else []
        code = self.get("dimension")
        dimensions = self._table.dimensions if self._table is not None else ()
        dimension = next((d for d in dimensions if d.code == code), None)
        if dimension is not None:
            names = [category_label(dimension, name, self._words.spoken) for name in names]
        return self._words.listing(names) if names else "…"

    def _derived(self) -> str:
        """Return what is small, and what someone knows who works it out, and what is left then."""
        target = str(self.get("target", "cell"))
        target = target if target in sentences("target") else "cell"
        if target != "cell" and self.get("minus") is None:
            target = "cell"
        left = self.get("left")
        gain = "small" if not isinstance(left, int) or self.get("need") is None else "few"
        gain = "exact" if left == 1 else gain
        whoever = self._words.say("whoever", knows=self["knows"])
        ending = self._words.part("gain", gain, self)
        return f"{self._words.part('target', target, self)} {whoever} {ending}"

    def _knows(self) -> str:
        insider, relation = str(self.get("insider")), str(self.get("relation"))
        names = ["earlier"] if self.get("release") is not None else []
        names += ["minus"] if self.get("minus") is not None and self.get("target") != "group" else []
        relation = "changed_one" if relation == "changed" and self.get("changed") == 1 else relation
        names += [relation] if relation in sentences("knows") else []
        names += [insider] if insider in {"own_record", "caseload"} else []
        parts = [self._words.part("knows", name, self) for name in names or ["this"]]
        return self._words.listing(parts)


def _figure(found: object) -> tuple[str, "Cell | None"]:
    if isinstance(found, tuple) and len(found) == 2 and isinstance(found[1], tuple):
        return str(found[0]), found[1]
    return "", None
