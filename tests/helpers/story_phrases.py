# SPDX-License-Identifier: EUPL-1.2
"""Invented people and what gives them away, written in every way one might think of; and texts that say nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from casus.demo.words import words
from casus.services.stories.check.index import Index

DOCS = Path(__file__).resolve().parents[2] / "docs" / "gebruik"
TOWNS = ("Vlijmerdam", "Oosterwolde", "Haarnen")
_HEADS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "h",
    "j",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sj",
    "st",
    "t",
    "th",
    "v",
    "w",
    "y",
    "z",
]
_CORES = ["a", "aa", "e", "ee", "i", "ie", "o", "oo", "oe", "ou", "u", "ei", "ai"]
_TAILS = ["b", "d", "f", "k", "l", "m", "n", "nd", "ng", "r", "rs", "s", "t", "x", "z"]
_BEFORE = (
    "We spraken met {} over school.",
    "Volgens de buren was {} er niet bij.",
    "Met hulp van {} kwam er rust.",
)
_FIRST = ("{} wilde graag werken.", "Het ging beter. {} kwam elke week.")
_SOUNDS = (("ou", "oe"), ("oe", "ou"), ("y", "ij"), ("ij", "y"), ("ch", "g"), ("k", "c"), ("f", "v"), ("v", "f"), ("z", "s"), ("s", "z"), ("ie", "i"), ("dt", "t"), ("th", "t"), ("kh", "g"), ("ei", "ij"), ("j", "y"))  # fmt: skip
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_LOOK = str.maketrans("aeopcxiy", "аеорсхіу")
_ACCENTS = str.maketrans("aeiouc", "áèïöúç")
_LEET = str.maketrans("oeiast", "031457")


@dataclass(frozen=True)
class Phrase:
    """A sentence with something in it that has to be found: what kind of thing, changed in which way, and where."""

    kind: str
    way: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class People:
    """What is stored, by kind."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    prefixed: tuple[str, ...]
    streets: tuple[str, ...]
    schools: tuple[str, ...]
    providers: tuple[str, ...]
    facilities: tuple[str, ...]
    telephones: tuple[str, ...]
    emails: tuple[str, ...]
    numbers: tuple[str, ...]
    postcodes: tuple[str, ...]

    def index(self) -> Index:
        """Return the index a vault with these people would have."""
        index = Index()
        index.allowed.update(["utrecht", "overvecht"])
        index.places.update(town.lower() for town in TOWNS)
        index.allowed.update(index.places)
        for names in (self.given, self.surnames, self.prefixed):
            index.add_names(names, "name")
        index.add_phrases(self.streets, "street")
        index.add_phrases(self.schools, "school", parts=True)
        index.add_phrases(self.providers, "provider", parts=True)
        index.add_phrases(self.facilities, "facility", parts=True)
        index.add_telephones(self.telephones)
        index.add_numbers(self.numbers)
        index.emails.update(self.emails)
        index.postcodes.update(one.replace(" ", "").lower() for one in self.postcodes)
        return index.finish()


def people(seed: int, amount: int) -> People:
    """Return the names of the demo, and so many invented ones as rare as real surnames are."""
    dice, known = Random(seed), words()
    names = [invented(dice) for _ in range(amount * 2)]
    streets = [
        invented(dice) + dice.choice(("straat", "laan", "weg", "hof", "dreef"))
        for _ in range(amount // 4 + 1)
    ]
    prefix = known["names"]["prefix"]
    return People(
        given=(*known["names"]["given"], *names[:amount]),
        surnames=(*known["names"]["surname"], *names[amount:]),
        prefixed=(*(f"{first} {name}" for name, first in prefix.items()), *(f"van {one}" for one in names[amount : amount + 20])),
        streets=(*known["address"]["street"], *streets),
        schools=(*known["school"]["secondary"], *(f"{invented(dice)} College" for _ in range(12))),
        providers=("Werkplaats De Schakel", "Techniekhuis", "Boksschool De Ring", *(f"Garage {invented(dice)}" for _ in range(12))),
        facilities=tuple(f"PI {town}" for town in TOWNS),
        telephones=tuple(f"06{dice.randrange(10**7, 10**8):08d}" for _ in range(amount)),
        emails=tuple(f"{invented(dice).lower()}.{invented(dice).lower()}@voorbeeld.nl" for _ in range(12)),
        numbers=tuple("PC"[at % 2] + "-" + "".join(dice.choices(_SIGNS, k=5)) for at in range(amount)),
        postcodes=tuple(f"35{dice.randint(11, 85)} {dice.choice('ABCEGHJK')}{dice.choice('ABCEGHJK')}" for _ in range(20)),
    )  # fmt: skip


def invented(dice: Random) -> str:
    """Return a name of two or three syllables that nobody thought of."""
    made = "".join(dice.choice(_HEADS) + dice.choice(_CORES) for _ in range(dice.choice((1, 2, 2))))
    return (made + dice.choice(_HEADS)[0] + dice.choice("aeiou") + dice.choice(_TAILS)).capitalize()


def phrases(people: People, seed: int, of_each: int) -> Iterator[Phrase]:
    """Yield identifying phrases: `of_each` per kind and way."""
    dice = Random(seed)
    for kind, values, ways in (
        ("given name", people.given, _NAME_WAYS), ("surname", people.surnames, _NAME_WAYS),
        ("surname with prefix", people.prefixed, _PREFIX_WAYS), ("street", people.streets, _PLACE_WAYS),
        ("school", people.schools, _PLACE_WAYS), ("provider", people.providers, _PLACE_WAYS),
        ("facility", people.facilities, _PLACE_WAYS), ("telephone", people.telephones, _PHONE_WAYS),
        ("e-mail", people.emails, _MAIL_WAYS), ("number", people.numbers, _NUMBER_WAYS),
        ("postcode", people.postcodes, {"exact": _same, "joined": lambda text, _dice: text.replace(" ", "")}),
    ):  # fmt: skip
        for way, change in ways.items():
            for _ in range(of_each):
                changed = ""
                while not changed:
                    changed = change(dice.choice(values), dice)
                frame = dice.choice(_BEFORE if way in ("lower", "exact") else (*_BEFORE, *_FIRST))
                start = frame.index("{}")
                yield Phrase(kind, way, frame.format(changed), start, start + len(changed))


def innocent(seed: int, sentences: int) -> str:
    """Return a story in which nobody can be known."""
    dice = Random(seed)
    return " ".join(dice.choice(_INNOCENT) for _ in range(sentences))


def guide() -> str:
    """Return the words of the user guide: much Dutch that is about nobody, with many capitals."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md")))


# --- ways ---------------------------------------------------------------------------------------------

Change = Callable[[str, Random], str]


def _same(text: str, _dice: Random) -> str:
    return text


def _long(text: str) -> bool:
    return len(text) >= 5 and text.isalpha()


def _double(text: str, dice: Random) -> str:
    at = dice.randrange(1, len(text))
    return text[:at] + text[at - 1].lower() + text[at:] if _long(text) else ""


def _drop(text: str, dice: Random) -> str:
    at = dice.randrange(1, len(text))
    return text[:at] + text[at + 1 :] if _long(text) else ""


def _change(text: str, dice: Random) -> str:
    at = dice.randrange(1, len(text))
    return text[:at] + dice.choice("aeiourstn") + text[at + 1 :] if _long(text) else ""


def _swap(text: str, dice: Random) -> str:
    at = dice.randrange(1, len(text) - 1) if _long(text) else 0
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :] if at else ""


def _sounds(text: str, dice: Random) -> str:
    fitting = [pair for pair in _SOUNDS if pair[0] in text[1:]]
    if not fitting or not _long(text):
        return ""
    one, other = dice.choice(fitting)
    return text[0] + text[1:].replace(one, other, 1)


def _spaced(sign: str) -> Change:
    return lambda text, _dice: sign.join(text) if text.isalpha() and len(text) > 2 else ""


def _split(sign: str) -> Change:
    return lambda text, _dice: (
        text[: len(text) // 2] + sign + text[len(text) // 2 :] if _long(text) and len(text) > 5 else ""
    )


def _signs(table: dict[int, int]) -> Change:
    def change(text: str, _dice: Random) -> str:
        changed = text[0] + text[1:].translate(table)
        return changed if changed != text and len(text) > 2 else ""

    return change


def _hidden(text: str, dice: Random) -> str:
    at = dice.randrange(1, len(text))
    return text[:at] + dice.choice("\u200b\u200d\u00ad\u2060") + text[at:]


def _after(ending: str, least: int = 3) -> Change:
    return lambda text, _dice: text + ending if len(text) >= least and text.isalpha() else ""


_NAME_WAYS: dict[str, Change] = {
    "exact": _same,
    "lower": lambda text, _dice: text.lower() if len(text) > 2 else "",
    "upper": lambda text, _dice: text.upper(),
    "possessive": _after("'s"),
    "possessive joined": _after("s"),
    "plural": _after("en"),
    "diminutive": _after("tje"),
    "compound": _after("zaak", 5),
    "letter doubled": _double,
    "letter left out": _drop,
    "letter changed": _change,
    "letters swapped": _swap,
    "sounds alike": _sounds,
    "spaced": _spaced(" "),
    "dotted": _spaced("."),
    "hyphen inside": _split("-"),
    "digits for letters": _signs(_LEET),
    "accents": _signs(_ACCENTS),
    "look-alikes": _signs(_LOOK),
    "zero width": _hidden,
    "initial before": lambda text, dice: f"{dice.choice('ABCDEFGHIJ')}. {text}",
}
_PREFIX_WAYS: dict[str, Change] = {
    "exact": _same,
    "joined": lambda text, _dice: text.replace(" ", ""),
    "hyphens": lambda text, _dice: text.replace(" ", "-"),
    "capitals": lambda text, _dice: text.title(),
    "initial before": lambda text, _dice: "M. " + text,
}
_PLACE_WAYS: dict[str, Change] = {
    "exact": _same,
    "lower": lambda text, _dice: text.lower(),
    "with number": lambda text, dice: f"{text} {dice.randint(1, 200)}",
    "letter left out": lambda text, dice: (
        text[: (at := dice.randrange(2, len(text)))] + text[at + 1 :] if len(text) > 7 else ""
    ),
    "letter doubled": lambda text, dice: (
        text[: (at := dice.randrange(2, len(text)))] + text[at - 1] + text[at:]
    ),
    "joined": lambda text, _dice: text.replace(" ", ""),
    "hyphens": lambda text, _dice: text.replace(" ", "-"),
    "zero width": _hidden,
}
_PHONE_WAYS: dict[str, Change] = {
    "exact": _same,
    "international": lambda text, _dice: "+31" + text[1:],
    "double zero": lambda text, _dice: "0031 " + text[1:],
    "pairs": lambda text, _dice: " ".join(text[at : at + 2] for at in range(0, len(text), 2)),
    "hyphen": lambda text, _dice: text[:2] + "-" + text[2:],
    "dots": lambda text, _dice: ".".join((text[:2], text[2:6], text[6:])),
    "brackets": lambda text, _dice: f"(06) {text[2:]}",
    "zero in brackets": lambda text, _dice: f"+31 (0)6 {text[2:]}",
    "wide figures": lambda text, _dice: text.translate({48 + at: 0xFF10 + at for at in range(10)}),
}
_MAIL_WAYS: dict[str, Change] = {
    "exact": _same,
    "upper": lambda text, _dice: text.upper(),
    "at in words": lambda text, _dice: text.replace("@", " (at) "),
    "dot in words": lambda text, _dice: text.replace("@", " at ").replace(".nl", " punt nl"),
}
_NUMBER_WAYS: dict[str, Change] = {
    "exact": _same,
    "spaces": lambda text, _dice: text.replace("-", " "),
    "joined": lambda text, _dice: text.replace("-", ""),
    "lower": lambda text, _dice: text.lower(),
    "without letter": lambda text, _dice: text[2:],
}

_INNOCENT = (
    "De jongere wilde zelf een andere kant op.", "Thuis was het vaak druk en er waren schulden.",
    "We begonnen met een gesprek aan de keukentafel.", "Er kwam een vaste begeleider, en die bleef.",
    "Samen met de school maakten we een plan voor de ochtenden.", "Na een paar maanden ging het beter.",
    "Hij wil graag werken met zijn handen.", "Zij zag dat het gezin meer rust kreeg.",
    "De eerste stage stopte al snel: het paste niet.", "Dat leerde ons om eerder te vragen wat iemand kan.",
    "De gemeente hielp met een briefadres.", "In de gevangenis spraken we elkaar elke maand.",
    "Bij vrijlating lag er een bed klaar en was de zorgverzekering geregeld.",
    "Toch viel hij terug in zijn oude groep.", "We bleven bellen, ook toen er niemand opnam.",
    "Een buurman die bakker is, gaf hem een kans.", "Zijn moeder durfde weer om hulp te vragen.",
    "De wachtlijst was te lang en dat kostte vertrouwen.", "Wat niet werkte: te veel mensen aan tafel.",
    "Volgend jaar beginnen we met minder doelen tegelijk.", "Op straat spraken jongeren over snel geld.",
    "De politie en de jeugdreclassering sloten aan bij het overleg.", "Het geld voor de sportclub kwam op tijd.",
    "Een vriend haalde hem over om mee te gaan naar de open dag.", "Hij vond het moeilijk om afspraken te onthouden.",
    "Daarom schreven we alles op een vel papier aan de koelkast.", "De koning van de straat wilde hij niet meer zijn.",
    "Zijn zusje zei dat hij weer lachte.", "Jong zijn in deze wijk is niet altijd makkelijk.",
    "We leerden dat een klein succes telt.", "Daarna volgde een korte opleiding tot heftruckchauffeur.",
    "De werkgever was eerlijk over wat hij verwachtte.", "In het voorjaar kreeg hij een contract.",
    "Ouders uit de buurt organiseerden een avond over online oplichting.", "De docent merkte dat leerlingen vaker iets vertelden.",
    "Wil je iets veranderen, dan heb je geduld nodig.", "Groot was de opluchting toen de brief kwam.",
    "Het team besprak elke week wat er goed ging.", "Er bleef ook iets over om aan te werken.",
    "Niet elk verhaal heeft een goed einde, en dat mag gezegd worden.",
)  # fmt: skip
