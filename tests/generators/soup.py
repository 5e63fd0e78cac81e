"""Which small pieces YAML parsers disagree about, and random texts made of nothing else."""

import random

_WORDS = r"""
    a b key value yes no on off y n true True TRUE tRue false False FALSE null Null NULL nULL ~ 0 1
    -1 +1 -0 +0 -00 00 017 08 0o17 0o8 -0o7 +0x1F 0x1F 0xg 0X1F 0b11 0b2 0b 0x 0o 1_000 0_1 _1 1.2
    1.10 1. .5 -.5 +.5 1.e3 1e3 1E+3 1e 1e400 -1e400 .e3 ._1 1__0.5 1.5_0 .inf -.Inf +.INF .iNF .nan
    .NaN .NAN -.nan 9007199254740993 123456789012345678901234567890 12:30 190:20:30 1:2.5 2024-10-21
    2024-1-1 2024-02-30 2024-13-45 0000-00-00 0001-01-01 9999-99-99 2024-10-21T1:02:03Z
    2024-10-21t01:02:03.5+5:30 2024-10-21T10:00:00-12 2024-10-21-preview 2024-10-21T25:61:61Z
    2024-10-21T10:00:00.123456789Z 1.3.14 ${FOO} ${A}${B} x#c x:y :x -x --x -- ?x = << 'it''s' '' ""
    "\n" "\x41" "\u00e9" "\U0001F600" "\UFFFFFFFF" "\/" "\_\N\L\P\e" "a\\b" "\"" "2024-10-21" 'true'
    "12" {FOO} {{X}} [] {} [a] {a} {a:} {a:1} [a,] {"a":1} {'a':b} [a:1] ["a":1] [&a] {a:,} é ü
    日本 😀
    __proto__ constructor toString hasOwnProperty dead\\beef a@b a`b c%d a&b a*b a!b a|b a>b a'b a"b
    a,b a[b a]b a{b a}b ---- -- .... ..
"""
SCALARS = (
    *_WORDS.split(),
    *(
        "{a: 1}",
        "[a: 1]",
        "[? a]",
        "{? a}",
        "{? a : b}",
        "[ a , b ]",
        "{ a: {b: 1}, c: [d] }",
        "[a,b]",
    ),
    *("{: a}", "[: a]", "{a: }", "a b", "a  b", "a - b", "a ? b", "2024-10-21 10:00:00", "a\tb"),
    *(
        "2024-10-21 1:2:3.25 +2",
        "[a, [b, {c: d}]]",
        "'a b'",
        '"a\\tb"',
        '"a\tb"',
        "a #b",
        "'\udc00'",
        "'#'",
        "!!int 3",
    ),
    *(
        "\u2028",
        "\u2029",
        "\x85",
        "\u00a0",
        "\ufeff",
        "\u200b",
        "a\u2028b",
        "a\x85b",
        "'a\x85b'",
        '"\u2028"',
    ),
    *("!!str 12", "!!float 1", "!!bool true", "!!null ~", "!!binary aGk=", "!!set {a, b}", "! 12"),
    *("!!omap [a: 1]", "!!pairs [a: 1, a: 2]", "!!timestamp 2024-10-21", "!!map {}", "!!seq []"),
)
BROKEN = (
    *(
        ":",
        "::",
        "!x",
        "@x",
        "`x",
        "%x",
        "*x",
        "*a",
        "|x",
        ">x",
        '"\\d"',
        "{a",
        "[a",
        "[,]",
        "{,}",
        "[?",
    ),
    *(
        "[-]",
        "[-,-]",
        "{-}",
        "}",
        "]",
        "'a",
        '"a',
        "'a' b",
        '"a"b',
        "[a] b",
        "{a: 1}b",
        "a: b",
        "- - a",
    ),
    *("\ufffe", "\x07", "\x7f", "\x1b", '"\x07"', "'\x01'", '"\\u12"', "\ud800", "a: b: c"),
    *(
        "!!int x",
        "!!bool 1",
        "!!null a",
        "!!float x",
        "!!set {a: 1}",
        "!!omap [a]",
        "!!binary é",
        "!!str []",
    ),
)
PROPERTIES = (
    *("&a", "&b", "&x:y", "&é", "&a&b", "&a!b", "&-", "&*", "&a,", "&__proto__", "&toString"),
    *("!", "!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!!binary", "!!merge"),
    *("!!map", "!!seq", "!!set", "!!omap", "!!pairs", "!!js/function", "!local", "!a!b", "!e!str"),
    *("!<tag:yaml.org,2002:str>", "!<!local>", "!<?>", "!<>", "!<tag:yaml.org,2002:int>", "!<!>"),
    *("!%21", "!!s%74r", "!!%", "!a!", "!!str!", "!!str,", "!<tag:yaml.org,2002:str", "!é", "!a{"),
)
_PIECES = (
    *("\n",) * 12,
    *(" ", "  ", "   ", "    ") * 2,
    *("\n  ", "\n ", "\n- ", "\n  - ", "\n\n", "\n    "),
    *("\t", " \t", "\t ", "\n\t", "-\t", ":\t", "\t\n", "\t#c\n"),
    *(":", ": ", ":\n", " : ", "a:", "a: ", "b: ", "a:\n", "- a: ", "- ", "-", "- - ", "? ", "?\n"),
    *(
        "? a\n: b\n",
        "?",
        "\n: ",
        "\n? ",
        "<<: ",
        "<<: *a",
        "<<: [*a, *b]",
        "<<: {c: 1}",
        "*a",
        "*b",
    ),
    *("#", " #", " # c\n", "# c\n", "#c"),
    *("[", "]", "{", "}", ",", ", ", "[a, b]", "{a: 1}", "[\n", "\n]", "{\n", "\n}", ",\n"),
    *("'", '"', "''", "'a'", '"a"', "'a\n b'", '"a\n\n b"', '"a\\\n b"', "\\", "\\\n"),
    *("|", ">", "|\n", ">\n", "|-\n", ">+\n", "|2\n", ">1-\n", "|+2\n", "|0\n", "|-+\n", "| #c\n"),
    *("---", "--- ", "---\n", "\n---\n", "...", "\n...\n", "...x", "---x", "\n--- a", "\n... #\n"),
    *("%YAML 1.2\n", "%YAML 1.1\n---\n", "%YAML 2.0\n---\n", "%TAG !e! tag:yaml.org,2002:\n---\n"),
    *(
        "%TAG ! tag:x,\n---\n",
        "%FOO\n---\n",
        "%\n",
        "%TAG\n---\n",
        "%YAML\n---\n",
        "%YAML 1.2 # c\n",
    ),
    *(
        "\r",
        "\r\n",
        "\r\r\n",
        "\n\r",
        "\x85",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\u00a0",
        "\x00",
        "\x0c",
    ),
)


def soup(rng: random.Random) -> str:
    """Return a short text of random pieces; most are refused, the rest are accidents."""
    pieces = []
    for _ in range(rng.randint(1, 12)):
        kind = rng.random()
        if kind < 0.62:
            pieces.append(rng.choice(_PIECES))
        elif kind < 0.9:
            pieces.append(rng.choice(SCALARS if kind < 0.87 else BROKEN))
        else:
            pieces.append(rng.choice(PROPERTIES) + rng.choice((" ", " ", "\n", "\n ", "", "\t")))
    return "".join(pieces)
