"""Configs with a few slips of the finger: characters, words and lines lost, doubled, moved."""

import random
from collections.abc import Callable

from tests.generators.configs import random_config
from tests.generators.soup import BROKEN, PROPERTIES, SCALARS

_KEYS = (
    *" :-#'\"[]{},&*!|>?%@`~<=\\\t\r\n",
    *(
        ": ",
        " #",
        "- ",
        "\n\n",
        "\n  ",
        "---\n",
        "...\n",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u00a0",
        "\x07",
    ),
    *(
        "<<: *base",
        "&base ",
        "*base",
        "!!str ",
        "|\n",
        ">-\n",
        "''",
        '"\n',
        "{}",
        "[]",
        "? ",
        "\r\n",
    ),
)


def _insert(rng: random.Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(_KEYS) + text[at:]


def _delete(rng: random.Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.choice((1, 1, 1, 2, 5)) :]


def _double(rng: random.Random, text: str) -> str:
    at = rng.randint(0, len(text))
    size = rng.choice((1, 2, 3, 8))
    return text[: at + size] + text[at : at + size] + text[at + size :]


def _piece(rng: random.Random) -> str:
    if rng.random() < 0.3:
        return rng.choice(PROPERTIES) + " "
    return rng.choice(SCALARS if rng.random() < 0.8 else BROKEN)


def _word(rng: random.Random, text: str) -> str:
    at = rng.randint(0, len(text))
    piece = _piece(rng)
    return text[:at] + piece + text[at + len(piece) :]


def _value(rng: random.Random, text: str) -> str:
    places = [index + 2 for index in range(len(text)) if text.startswith(": ", index)]
    if not places:
        return text
    at = rng.choice(places)
    piece = _piece(rng)
    end = text.find("\n", at) if rng.random() < 0.5 else at
    return text[:at] + piece + text[max(end, at) :]


def _lines(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    at = rng.randrange(len(lines))
    line = lines[at]
    match rng.randrange(6):
        case 0:
            lines.insert(rng.randrange(len(lines)), lines.pop(at))
        case 1:
            lines[at] = " " * rng.choice((1, 2, 4)) + line
        case 2:
            lines[at] = line[rng.choice((1, 2)) :] if line.startswith("  ") else line
        case 3:
            lines[at] = line.replace("  ", "\t", 1) if rng.random() < 0.5 else "\t" + line
        case 4:
            lines.insert(at, line)
        case _:
            del lines[at]
    return "".join(lines)


_SLIPS: tuple[Callable[[random.Random, str], str], ...] = (
    *(_insert, _insert, _delete, _double, _word, _value, _lines, _lines),
)


def mutated_config(rng: random.Random) -> str:
    """Return a random config, often cut to a part, with one to five slips."""
    text = random_config(rng.randrange(10**9))
    lines = text.splitlines(keepends=True)
    if rng.random() < 0.6:
        start = rng.randrange(len(lines))
        text = "".join(lines[start : start + rng.randint(1, 12)])
    for _ in range(rng.choice((1, 1, 2, 3, 5))):
        text = rng.choice(_SLIPS)(rng, text)
    return text
