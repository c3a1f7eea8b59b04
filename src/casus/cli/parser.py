# SPDX-License-Identifier: EUPL-1.2
"""What can be asked on the command line."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from casus import __version__
from casus.cli.texts import say
from casus.domain.periods import Period
from casus.errors import InvalidInput
from casus.services.error_sentences import field_sentence

PRESETS = ("standard", "strict", "exact")
LANGUAGES = ("nl", "en")


def parse(arguments: list[str], language: str) -> argparse.Namespace:
    """Return what was asked; a mistake in the call ends the program with exit code 2, as argparse does."""
    return _parser(language).parse_args(arguments)


def _parser(language: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("casus", description=say("help.program", language), add_help=False)
    _add_help(parser, language)
    parser.add_argument(
        "--version", action="version", version=f"casus {__version__}", help=say("help.version", language)
    )
    commands = parser.add_subparsers(dest="command", title=say("help.commands", language), metavar="")
    for name, add in (
        ("demo", _demo),
        ("info", _info),
        ("verify", _verify),
        ("card", _card),
        ("report", _report),
        ("disclose", _disclose),
        ("policy", _policy),
        ("bundle", _bundle),
    ):
        words = say(f"help.{name}", language)
        command = commands.add_parser(name, help=words, description=words, add_help=False)
        _add_help(command, language)
        add(command, language)
    return parser


def _add_help(parser: argparse.ArgumentParser, language: str) -> None:
    parser.add_argument("-h", "--help", action="help", help=say("help.help", language))


def _demo(parser: argparse.ArgumentParser, language: str) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help=say("help.demo_folder", language))
    after = parser.add_mutually_exclusive_group()
    after.add_argument("--open", action="store_true", help=say("help.open", language))
    after.add_argument("--screens", type=Path, metavar="DIR", help=say("help.screens", language))
    after.add_argument("--no-window", action="store_true", help=say("help.no_window", language))


def _info(parser: argparse.ArgumentParser, language: str) -> None:
    parser.add_argument("vault", type=Path, metavar="VAULT", help=say("help.vault", language))


def _verify(parser: argparse.ArgumentParser, language: str) -> None:
    _info(parser, language)
    _add_password(parser, language)


def _card(parser: argparse.ArgumentParser, language: str) -> None:
    _info(parser, language)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=say("help.card_out", language)
    )
    parser.add_argument("--overwrite", action="store_true", help=say("help.overwrite", language))
    _add_password(parser, language)


def _report(parser: argparse.ArgumentParser, language: str) -> None:
    _info(parser, language)
    add = parser.add_argument
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--period",
        type=_reader(Period.parse, "period", language),
        metavar="PERIOD",
        help=say("help.period", language),
    )
    what.add_argument("--composed", metavar="NAME", help=say("help.composed", language))
    add("--out", type=Path, required=True, metavar="DIR", help=say("help.out", language))
    add(
        "--reference-date",
        type=_reader(date.fromisoformat, "date", language),
        metavar="DATE",
        help=say("help.reference_date", language),
    )
    add("--preset", choices=PRESETS, help=say("help.preset", language))
    add("--language", choices=LANGUAGES, help=say("help.language", language))
    add("--overwrite", action="store_true", help=say("help.overwrite", language))
    _add_password(parser, language)


def _disclose(parser: argparse.ArgumentParser, language: str) -> None:
    add = parser.add_argument
    add("tables", type=Path, nargs="+", metavar="TABLE", help=say("help.disclose_tables", language))
    add("--spec", type=Path, required=True, metavar="SPEC", help=say("help.disclose_spec", language))
    add("--out", type=Path, required=True, metavar="DIR", help=say("help.out", language))
    add("--preset", choices=PRESETS, help=say("help.disclose_preset", language))
    add("--ledger", type=Path, metavar="FILE", help=say("help.disclose_ledger", language))
    add("--audit", type=Path, metavar="FILE", help=say("help.disclose_audit", language))
    add("--policy", type=Path, metavar="FILE", help=say("help.disclose_policy", language))
    add(
        "--elsewhere",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar="TABLE",
        help=say("help.disclose_elsewhere", language),
    )
    add(
        "--time-limit",
        type=_seconds,
        default=60.0,
        metavar="SECONDS",
        help=say("help.disclose_time_limit", language),
    )
    add("--language", choices=LANGUAGES, help=say("help.disclose_language", language))
    add("--overwrite", action="store_true", help=say("help.overwrite", language))


def _policy(parser: argparse.ArgumentParser, language: str) -> None:
    acts = parser.add_subparsers(
        dest="act", required=True, title=say("help.commands", language), metavar="ACT"
    )
    check = acts.add_parser("check", help=say("help.policy_check", language), add_help=False)
    _add_help(check, language)
    check.add_argument("file", type=Path, metavar="FILE", help=say("help.policy_file", language))
    show = acts.add_parser("show", help=say("help.policy_show", language), add_help=False)
    _add_help(show, language)
    _verify(show, language)


def _bundle(parser: argparse.ArgumentParser, language: str) -> None:
    acts = parser.add_subparsers(
        dest="act", required=True, title=say("help.commands", language), metavar="ACT"
    )
    words = say("help.bundle_look", language)
    look = acts.add_parser("look", help=words, description=words, add_help=False)
    _add_help(look, language)
    look.add_argument("file", type=Path, metavar="FILE", help=say("help.bundle_file", language))


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number <= 86_400:
        raise ValueError(text)
    return number


def _add_password(parser: argparse.ArgumentParser, language: str) -> None:
    parser.add_argument("--password-fd", type=int, metavar="N", help=say("help.password_fd", language))


def _reader(read: Callable[[str], Any], field: str, language: str) -> Callable[[str], Any]:
    """Return a reader of an option whose complaint is the same sentence as beside the field in the window."""

    def reader(text: str) -> Any:
        try:
            return read(text)
        except InvalidInput as error:
            raise argparse.ArgumentTypeError(field_sentence(error, language)) from error
        except ValueError as error:
            wrong = InvalidInput(field, "date")
            raise argparse.ArgumentTypeError(field_sentence(wrong, language)) from error

    return reader
