"""The text of a file as TOML; where it is none, the place and a plain reason instead of the parser's own words."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from server.domain.setup import UnreadableFileError

WHYS: Final = (
    ("equals", "Expected '=' after a key"),
    ("bracket", "Unclosed array|Unclosed inline table|Expected ']"),
    ("quote", "Unterminated string|Illegal character '\\\\n'|Expected \"'''\"|Expected '\"\"\"'"),
    ("twice", "Cannot |Duplicate "),
    ("sign", "Illegal character|Found invalid character|Unescaped|Invalid hex|Escaped character"),
    ("more", "Expected newline"),
    ("value", "Invalid value|Invalid date"),
)
"""By how the parser's sentence begins. What it says otherwise, or in a later version: that the line is unreadable."""

FRENCH: Final = {
    "equals": "après un nom, il faut « = » et une valeur.",
    "bracket": "il manque un crochet ou une accolade qui ferme.",
    "quote": "un texte n’est pas fermé. Il manque un guillemet.",
    "twice": "ce nom est donné deux fois.",
    "sign": "il y a un signe qu’un fichier ne peut pas contenir.",
    "more": "il y a quelque chose de trop sur cette ligne.",
    "value": 'cette valeur n’est pas lisible. Les textes sont entre guillemets droits : "texte".',
    "line": "cette ligne n’est pas lisible.",
}


def read_toml(text: str) -> dict[str, Any]:
    """What a file says. Raises UnreadableFileError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(text, str(error)) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, lists within lists without end: TOML, and yet nothing that anybody wrote.
        raise UnreadableFileError("Ce fichier n’est pas lisible comme TOML.", "not-toml") from error


def _unreadable(text: str, parsers_words: str) -> UnreadableFileError:
    why = next((why for why, begins in WHYS if re.match(begins, parsers_words)), "line")
    found = re.search(r"\(at line (\d+), column (\d+)\)$", parsers_words)
    if found:
        line, column = map(int, found.groups())
    else:
        # At its end: at that of the last line on which anything stands.
        lines = text.rstrip().replace("\r\n", "\n").split("\n")
        line, column = len(lines), len(lines[-1]) + 1
    return UnreadableFileError(f"Ligne {line}, colonne {column} : {FRENCH[why]}", why, line, column)
