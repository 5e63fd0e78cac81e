"""Which generated YAML texts and values the tests are run on; every one has a number."""

import random
from collections.abc import Iterator

from tests.generators.configs import random_config
from tests.generators.grammar import Grammar
from tests.generators.mutation import mutated_config
from tests.generators.soup import soup


def nasty_yaml_text(seed: int) -> str:
    """Return the nasty text with this number: soup, odd grammar, or a slip in a config."""
    rng = random.Random(seed)
    kind = rng.random()
    if kind < 0.35:
        return soup(rng)
    if kind < 0.7:
        return Grammar(rng).document()
    if kind < 0.98:
        return mutated_config(rng)
    return _deep(rng)


def nasty_yaml_texts(count: int, seed: int = 0) -> Iterator[str]:
    """Yield `count` texts that aim at the places where YAML parsers differ."""
    return (nasty_yaml_text(seed * 1_000_003 + number) for number in range(count))


def config(seed: int) -> str:
    """Return the valid LibreChat config, of any layout, with this number."""
    return random_config(seed)


def configs(count: int, seed: int = 0) -> Iterator[str]:
    """Yield `count` valid LibreChat configs of any layout."""
    return (config(seed * 1_000_003 + number) for number in range(count))


def _deep(rng: random.Random) -> str:
    depth = rng.choice((20, 95, 98, 99, 100, 101, 130))
    match rng.randrange(5):
        case 0:
            return "[" * depth + "]" * depth
        case 1:
            return "\n".join(" " * level + "a:" for level in range(depth))
        case 2:
            return "- " * depth + "a"
        case 3:
            return "".join(f"{'{a: '}" for _ in range(depth)) + "}" * depth
        case _:
            size = rng.choice((1020, 1024, 1025, 3000))
            return f"{'k' * size}: {'v' * size}\n? {'q' * size}\n: 1\n"
