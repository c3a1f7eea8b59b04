# SPDX-License-Identifier: EUPL-1.2
"""What the text fields of the inputs are: one line, a longer text, a code of a list, or of a form of their own."""

_LINES = (
    "given_name surname prefix call_name telephone email street house_number postcode city aliases place "
    "information_source name what who provider_name screening_profile regime title owner responsible "
    "requester received_by referrer ambassador_name ambassador_organisation document source recipient covenant contact_name partners business_name address organisation at_time next_time unit url"
)
_CODES = (
    "role district language approach inclusion_reasons legal_basis informed_how priority reached "
    "information_kind initiative kind purpose release_certainty sentence_transfer country relation score "
    "intervention life_domain recurrence theme reason result status area sector audience organisation_kind "
    "next_kind owner_kind outcome data_kinds way referral_way restriction_ground capacity "
    "pillar perspective medium question indicator consent_by consent_how aim"
)
FORMATTED = frozenset({"email", "telephone", "at_time", "next_time", "url", "period"})
"""Fields with a form of their own: what does not fit it is refused."""
_LINE_NAMES, _CODE_NAMES = frozenset(_LINES.split(" ")), frozenset(_CODES.split(" "))


def is_code(kind: type, name: str) -> bool:
    """Return whether a field holds a code; in a detention the title (remand, sentenced) is one too."""
    return name in _CODE_NAMES or (kind.__name__, name) == ("DetentionInput", "title")


def is_line(kind: type, name: str) -> bool:
    """Return whether a field holds one line; what was shared may be a longer text."""
    return name in _LINE_NAMES and (kind.__name__, name) != ("SharingInput", "what")
