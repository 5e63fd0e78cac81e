"""Random `.env` texts: good ones, odd ones, and soup."""

from collections.abc import Iterator
from random import Random

_KEYS = (
    "A",
    "AZURE_KEY",
    "a.b-c",
    "A1",
    "1",
    "-",
    "export",
    "KEY_2",
    "__proto__",
    "toString",
    "é",
)
_BEFORE = (
    "",
    "",
    "",
    "",
    " ",
    "\t",
    "export ",
    "export\t ",
    "export  ",
    "\ufeff",
    "\u00a0",
    "\x85",
)
_SIGNS = (
    "=",
    "=",
    "=",
    " = ",
    "= ",
    " =",
    ": ",
    ":\t",
    ":",
    " : ",
    "\n=",
    "=\n",
    ":\n",
    "==",
    "",
)
_VALUES = (
    "", "plain", "two words", "  padded  ", "'single'", '"double"', "`tick`", '"a\\nb"', "'a\\nb'",
    '"a\\rb"', "'it''s'", '"say \\"x\\""', "'a\\'b'", "`a\\`b`", "a#b", "a #b", "'a#b'", '"a # b"',
    "'a' b", '"a" "b"', "'open", '"open', "`open", "it's", "a'b'", "'multi\nline'", '"multi\nline"',
    "`multi\r\nline`", "'a\\'", "'x\\\\'", '"\\\\n"', "${OTHER}", "${A}${B}", "a=b", "key: value",
    "sk-0123456789==", "https://x.example/y?z=1&w=2", "p@$$w0rd", "a\u2028b", "'a\u2028'b'",
    "ünïcode 🙂",
    "\u3000x\u3000", "\"mixed'", "'mixed\"", "''", '""', "``", "'''", '"\'a\'"', "\\", "a\\nb",
)  # fmt: skip
_AFTER = (
    "",
    "",
    "",
    "",
    " ",
    "\t",
    "# note",
    " # note",
    " # it's",
    ' # "x"',
    " x",
    "\u2028B=1",
    ";",
)
_ENDS = ("\n", "\n", "\n", "\n", "\r\n", "\r\n", "\r", "\n\n", "\n  \n", "\u2029", "")
_OTHERS = (
    "# comment",
    "#A=1",
    "",
    "   ",
    "no assignment",
    "export",
    "A B=1",
    "=x",
    "'quoted'",
    "A",
    "\\",
)
_SOUP = "AB=:#'\"`\\ \n\r\t\u2028\ufeffexport.-_$"


def dotenv_texts(count: int, seed: int) -> Iterator[str]:
    """Yield texts; the same ones for the same arguments."""
    random = Random(seed)
    for index in range(count):
        yield _soup(random) if index % 4 == 0 else _lines(random)


def _soup(random: Random) -> str:
    return "".join(random.choices(_SOUP, k=random.randint(0, 40)))


def _lines(random: Random) -> str:
    start = "\ufeff" if random.random() < 0.1 else ""
    end = random.choice(("\n", "\r\n", "\r")) if random.random() < 0.5 else None
    lines = (_line(random) + (end or random.choice(_ENDS)) for _ in range(random.randint(1, 6)))
    return start + "".join(lines)


def _line(random: Random) -> str:
    if random.random() < 0.15:
        return random.choice(_OTHERS)
    key = random.choice(_KEYS)
    parts = (random.choice(_BEFORE), key, random.choice(_SIGNS), random.choice(_VALUES))
    return "".join((*parts, random.choice(_AFTER)))
