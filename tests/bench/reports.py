# SPDX-License-Identifier: EUPL-1.2
"""Reports as long as people write them, in a vocabulary as large as theirs, so that searching is measured honestly.

A report of the demo is one sentence; one of a visit that took an hour is half a page. Dutch joins words, so a few
hundred roots make the tens of thousands of words of which most are in a handful of reports only.
"""

from typing import Any

from casus.demo.words import Dice, words

DIFFERENT = 2_500
"""Reports of a kind; dossiers share them, as they share sentences."""
SENTENCES = {
    "home_visit": (6, 18),
    "telephone": (1, 5),
    "case_meeting": (5, 14),
    "office": (4, 12),
    "mdo": (5, 14),
}
_ROOTS = (
    "schuld woon werk school buurt jeugd zorg gezin moeder vader bank huur post budget belasting bijstand leer "
    "stage sport vecht rap muziek straat politie wijk huis arts tand medicijn slaap eet kook boodschap fiets "
    "scooter auto rijbewijs paspoort identiteit bijbaan winkel bakkerij garage magazijn bouw techniek haven trein "
    "bus vriend vriendin broer zus oma oom nicht kind baby opvang speel bijles taal reken mentor docent leraar"
)
_ENDS = (
    "hulp overleg plan gesprek afspraak dienst brief rekening loket coach begeleider traject adres kosten toeslag "
    "meester formulier nummer dossier moment plek groep kamer avond week dag bezoek vraag probleem oplossing doel "
    "stap lijst kaart pas tas map kast tafel regeling verzoek besluit bezwaar melding aanvraag verklaring"
)
_FRAMES = (
    "We hebben het lang gehad over {0} en over de {1} van volgende maand.",
    "Hij vertelt dat de {0} niet doorging, omdat de {1} te laat was.",
    "Moeder maakt zich zorgen over {0}; zij wil dat er iemand meegaat naar de {1}.",
    "Afgesproken dat hij zelf belt met {0} en dat ik de {1} regel.",
    "De post lag ongeopend op tafel: {0}, {1} en een brief van de gemeente.",
    "Zijn broertje was er ook en wilde weten wat een {0} is.",
    "Hij is trots op {0}; dat heb ik hem ook gezegd.",
    "De {0} heeft hem gebeld over {1}, maar hij nam niet op.",
    "Over de {0} wil hij nu niet praten. Volgende keer weer vragen.",
    "Samen gekeken naar {0}: er mist nog een handtekening voor de {1}.",
    "Volgens de {0} gaat het beter dan voor de zomer.",
    "Hij slaapt slecht, en dat ziet de {0} ook.",
    "Geld blijft krap tot de {0} is uitbetaald; de {1} loopt op.",
    "Hij komt nu op tijd, en de {0} is tevreden over de {1}.",
)


def lend_reports(seed: int) -> None:
    """Give the demo's generator long reports, in this process only."""
    dice = Dice(seed)
    report: dict[str, Any] = words()["report"]
    for kind, (fewest, most) in SENTENCES.items():
        if kind in report:
            own = report[kind]
            report[kind] = [long_report(dice, own, dice.randint(fewest, most)) for _ in range(DIFFERENT)]


def long_report(dice: Dice, own: list[str], sentences: int) -> str:
    """Return a report that begins with a sentence of the demo and goes on for so many more."""
    rest = (dice.choice(_FRAMES).format(_word(dice), _word(dice)) for _ in range(sentences))
    return " ".join((dice.choice(own), *rest))


def _word(dice: Dice) -> str:
    """Return a joined word; a few are said all the time, most hardly ever."""
    roots, ends = _ROOTS.split(), _ENDS.split()
    root = roots[min(int(dice.expovariate(0.05)), len(roots) - 1)]
    return root + ends[min(int(dice.expovariate(0.06)), len(ends) - 1)]
