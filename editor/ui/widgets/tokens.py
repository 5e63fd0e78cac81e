"""What the languages of the sources have in common: coloured stretches, and the normal state."""

from typing import NamedTuple

NORMAL = 0


class Stretch(NamedTuple):
    """Some characters of a line and the colour role that they get, in code points."""

    start: int
    length: int
    role: str
