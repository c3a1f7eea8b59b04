# SPDX-License-Identifier: EUPL-1.2
"""The texts of security.md 5.8: what people, programs and attackers put into a field."""

from dataclasses import dataclass

MEGABYTES_50 = "x" * 50_000_000


@dataclass(frozen=True)
class Odd:
    """A text as typed, and what a line and a longer text keep of it; a rule between `<>` refuses it."""

    typed: str
    line: str
    text: str


def same(text: str) -> Odd:
    """A text that is kept as it was typed."""
    return Odd(text, text, text)


def refused(text: str, rule: str) -> Odd:
    """A text that no field takes."""
    return Odd(text, f"<{rule}>", f"<{rule}>")


ODD = {
    "NUL": refused("a\x00b", "nul"),
    "high surrogate": refused("a\ud83db", "surrogate"),
    "low surrogate": refused("\udc80", "surrogate"),
    "right-to-left override": refused("a\u202egpj.exe", "invisible"),
    "isolate": refused("\u2067abc\u2069", "invisible"),
    "bell": refused("a\x07b", "control"),
    "terminal escape": refused("\x1b[31mrood\x1b[0m", "control"),
    "C1 control": refused("a\x9bb", "control"),
    "noncharacter": refused("a\ufffeb", "control"),
    "stacked accents": refused("Ze" + "\u0301" * 40, "marks"),
    "50 MB": refused(MEGABYTES_50, "too_long"),
    "50 MB of spaces and a letter": Odd(" " * 50_000_000 + "X", "X", "X"),
    "zero-width space": Odd("A\u200bb", "<invisible>", "Ab"),
    "byte order mark": Odd("\ufeffAb", "<invisible>", "Ab"),
    "right-to-left mark": Odd("Ab\u200fc", "<invisible>", "Ab\u200fc"),
    "200 characters": same("X" * 200),
    "201 characters": Odd("X" * 201, "<too_long>", "X" * 201),
    "20,000 characters": Odd("X" * 20_000, "<too_long>", "X" * 20_000),
    "20,001 characters": refused("X" * 20_001, "too_long"),
    "white space": Odd(" A\tb \u00a0 c ", "A b c", "A\tb \u00a0 c"),
    "line ends": Odd("A\r\nb\rc\u2028d  \ne", "A b c d e", "A\nb\nc\nd\ne"),
    "decomposed accents": Odd("Rene\u0301e Nun\u0303ez", "Renée Nuñez", "Renée Nuñez"),
    "family emoji": same("👨\u200d👩\u200d👧\u200d👦 Thuis 👍🏽 🇳🇱 ❤\ufe0f"),
    "Arabic": same("يونس العمراني"),
    "Hebrew": same("משפחה"),
    "Turkish i": same("İpek Işık ıİ"),
    "CJK beyond the basic plane": same("𠮷野家"),
    "apostrophe and SQL": same("'T Hart'); DROP TABLE persons; --"),
    "LIKE wildcards": same("100% _zeker_ [a-z]*"),
    "FTS operators": same('"Jan" NEAR(A B) AND NOT -C ^D* {E}: OR'),
    "HTML": same("<b>Vet</b><img src=file:///etc/passwd>&amp;&lt;"),
    "formula": same('=HYPERLINK("http://x";"y")'),
    "formula with plus": same("+31|cmd'!A1"),
    "formula with at": same("@SUM(A1)"),
    "format signs": same("{0} {name!r} %s %(a)s %n ${x}"),
    "paths": same("C:\\CON\\..\\..\\x /etc/../../"),
    "replacement character": same("A\ufffdb"),
}  # fmt: skip
