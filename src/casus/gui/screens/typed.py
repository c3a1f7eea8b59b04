# SPDX-License-Identifier: EUPL-1.2
"""What is typed for a picture: invented, as everyone in the demo is; dates as people type them."""

from types import MappingProxyType

from casus.gui.drafts import Payload
from casus.gui.widgets.form import BEGAN

WORD = "trainer"
"""A word that stands in reports of the demo."""

CASELOAD = """Voornaam;Achternaam;Geb. datum;Wijk;Aanpak;Fase;Startdatum;Reden van plaatsing
Sem;van Dalen;4-5-2003;Overvegt;Top X;Uitvoering;1-3-2023;Problemen op meer dan één leefgebied
Noor;Yıldız;17-8-2001;West;Lokale PGA;Intake;12 sep 2023;Zorgen in het gezin
Ilias;Benali;30-02-2002;Zuidwest;Top X;Monitoring;2-1-2023;Hoog risico op recidive
Daan;Smit;9-11-2004;Overvegt;RIO;Aangemeld;20-10-2023;
Lina;de Groot;21-6-2000;Oost;Nazorg;Afschaling (nazorg);5-6-2023;Meerdere ketens betrokken
"""

_REPORT = (
    "Rustig gesprek aan de keukentafel. Hij werkt drie ochtenden per week en wil meer uren. "
    "Zijn moeder maakt zich zorgen over de post van de belastingdienst; die is nog ongeopend."
)
VISIT: Payload = {
    "attendees": {"codes": [], "free": ["Moeder"]},
    "report": _REPORT,
    "agreements": [
        ["De post samen openen", "", "22 nov"],
        ["Werkgever vragen om meer uren", "Jongere", "1 dec"],
    ],
    "next_on": "22 nov",
    "next_time": "10:00",
}
NOT_AT_HOME: Payload = {"reached": "not_at_home", "report": "Buurvrouw zag hem vanochtend weggaan."}
SCREENING: Payload = {
    "criteria": dict.fromkeys(("several_domains", "several_chains", "family_system"), "met"),
    "note": "Politie, jeugdhulp en school zien dezelfde zorgen.",
    "decision": "intake",
}
INTAKE: Payload = {
    "wants": "Een eigen kamer, en werk waarbij hij niet stil hoeft te zitten.",
    "involved": {"codes": [], "free": ["Moeder", "Buurtteam"]},
    "informed_how": "conversation",
    "informed_on": "gisteren",
    "proportionality": "Lichtere hulp is geprobeerd en stopte steeds. Een half jaar proberen is genoeg.",
}
PLAN: Payload = {
    "summary": "Eerst werk en inkomen, dan een eigen plek.",
    "goals": [
        {
            "domain": "work_income",
            "what": "Drie dagen per week aan het werk",
            "when": "1 feb 2024",
            "actions": [
                {"what": "Kennismaken bij de leerwerkplek", "when": "24 nov"},
                {"what": "Cv schrijven", "when": "1 dec"},
            ],
        },
        {
            "domain": "finances",
            "what": "Geen nieuwe boetes",
            "when": "1 mrt 2024",
            "actions": [{"what": "Betalingsregeling aanvragen", "when": "15 dec"}],
        },
    ],
    "discussed": "yes",
}
ASSESSMENT: Payload = {
    "scores.housing": {
        "score": "s2",
        "note": "Slaapt om de beurt bij zijn moeder en zijn oom.",
        "source": "moeder",
    },
    "scores.finances": {"score": "s2"},
    "scores.work_income": {"score": "s4"},
}
TWO_VERSIONS: Payload = {
    "telephone": "06 1234 5678",
    "street": "Kanaalstraat",
    "house_number": "12",
    BEGAN: MappingProxyType({"version": 0, "fields": {}}),
}
"""Begun from a version before the one that is stored."""

CONVERSATIONS = (
    ("Onderdak na vrijlating", "29 nov"),
    ("Brief van de zorgverzekeraar", ""),
    ("Werk bij zijn oom", "6 dec"),
)
CONSULTING: Payload = {
    "anonymous": 4,
    "note": "Veel vragen over de post van het CJIB.",
}
