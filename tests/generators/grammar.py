"""Random YAML that is mostly well formed, with the odd places of the grammar made common."""

import random
from collections.abc import Callable

from tests.generators.soup import BROKEN, PROPERTIES, SCALARS

_HEADERS = ("|", ">", "|-", ">-", "|+", ">+", "|1", "|2", ">2-", "|+1", ">9", "| # c", "|  ", ">\t")
_LINES = ("text", "  more", "# no comment", "", "\ttab", " x", "- a", "a: b", "end ", "---", "é 😀")
_PROSE = ("text", "more words", "it's", "a:b", "x#y", "- dash", "a, b", "end", "1", "true", "${A}")


class Grammar:
    """Writes one random document; `oddness` is how often a choice is a strange one."""

    def __init__(self, rng: random.Random) -> None:
        """Choose the habits of this document."""
        self._rng = rng
        self._oddness = rng.choice((0.0, 0.02, 0.05, 0.15))
        self._step = rng.choice((2, 2, 2, 4, 1, 3))
        self._break = rng.choice(("\n", "\n", "\n", "\n", "\r\n", "\r"))
        self._anchors: list[str] = []
        self._budget = rng.randint(3, 30)

    def document(self) -> str:
        """Return the whole text."""
        text = self._opening() + self._root() + self._closing()
        if self._rng.random() < 0.15:
            text = text.rstrip("\r\n")
        return text if self._break == "\n" else self._with_breaks(text)

    def _with_breaks(self, text: str) -> str:
        if not self._is_odd():
            return text.replace("\n", self._break)
        lines = text.split("\n")
        return "".join(line + self._rng.choice(("\n", "\r\n", "\r")) for line in lines)

    def _opening(self) -> str:
        rng = self._rng
        text = "\ufeff" if rng.random() < 0.05 else ""
        if rng.random() < 0.06:
            directives = ("%YAML 1.2\n", "%YAML 1.1\n", "%TAG !e! tag:yaml.org,2002:\n", "%FOO b\n")
            text += rng.choice(directives)
            text += rng.choice(directives) if self._is_odd() else ""
            return text + ("" if self._is_odd() else "---\n")
        if rng.random() < 0.1:
            return text + rng.choice(("---\n", "--- # c\n", "---  \n", "--- ", "\n# c\n---\n"))
        return text + self._comments(0)

    def _closing(self) -> str:
        if self._rng.random() < 0.9:
            return ""
        return self._rng.choice(
            ("...\n", "... # c\n", "---\n", "...\n# c\n", "...\n\n", "...\na: 1\n")
        )

    def _root(self) -> str:
        shape = self._rng.random()
        if shape < 0.75:
            return self._mapping(0)
        if shape < 0.9:
            return self._sequence(0)
        return self._rest(-self._step).lstrip(" ")

    def _is_odd(self) -> bool:
        return self._rng.random() < self._oddness

    def _pad(self, indent: int) -> str:
        if not self._is_odd():
            return " " * indent
        width = max(0, indent + self._rng.choice((-2, -1, 0, 1, 2)))
        return self._rng.choice((" " * width, "\t", " " * width + "\t"))

    def _gap(self) -> str:
        if self._is_odd():
            return self._rng.choice(("\t", " \t", "\t ", "", "   "))
        return " " if self._rng.random() < 0.9 else "  "

    def _end(self) -> str:
        chance = self._rng.random()
        if chance < 0.85:
            return "\n"
        if chance < 0.95:
            return self._rng.choice((" # c\n", "  # c: d\n", " #\n", "\t# c\n", " #c \n"))
        return self._rng.choice((" \n", "\t\n", "#c\n", "   \n"))

    def _comments(self, indent: int) -> str:
        if self._rng.random() > 0.2:
            return ""
        shift = self._rng.choice((0, 0, 0, 2, -2, 1))
        pad = " " * max(0, indent + shift)
        return self._rng.choice((f"{pad}# c\n", "\n", f"\n{pad}# c\n\n", "  \n", "\t# c\n", "\t\n"))

    def _properties(self) -> str:
        if self._rng.random() < 0.08:
            name = self._rng.choice("abcd")
            self._anchors.append(name)
            return f"&{name} "
        if self._is_odd():
            return self._rng.choice(PROPERTIES) + self._gap()
        return ""

    def _key(self) -> str:
        chance = self._rng.random()
        if chance < 0.75:
            return self._rng.choice("abcdefgh") + self._rng.choice(("", "", "1", "-x", " y"))
        if chance < 0.8:
            return self._rng.choice(("'k'", '"k"', "'a'", '"a b"', "''", "<<", '"<<"', "~", "null"))
        if chance < 0.83:
            return self._rng.choice(
                (
                    "k" * 1030,
                    "[a, b]",
                    "{a: 1}",
                    f"{self._known_alias()} ",
                    "&a k",
                    "!!str k",
                    "? k",
                )
            )
        return self._scalar()

    def _scalar(self) -> str:
        if self._is_odd():
            return self._rng.choice(
                BROKEN if self._rng.random() < 0.5 else SCALARS
            ) + self._rng.choice(SCALARS)
        return self._rng.choice(SCALARS)

    def _mapping(self, indent: int) -> str:
        text = ""
        for _ in range(self._rng.randint(1, 4)):
            text += self._comments(indent) + self._pad(indent) + self._entry(indent)
        return text

    def _entry(self, indent: int) -> str:
        if self._rng.random() < 0.05:
            text = "?" + self._rest(indent)
            return text + (
                self._pad(indent) + ":" + self._rest(indent) if self._rng.random() < 0.8 else ""
            )
        colon = self._rng.choice((" :", "\t:", "::", "")) if self._is_odd() else ":"
        return self._properties() + self._key() + colon + self._rest(indent)

    def _sequence(self, indent: int) -> str:
        text = ""
        for _ in range(self._rng.randint(1, 4)):
            text += self._comments(indent) + self._pad(indent) + "-" + self._item(indent)
        return text

    def _item(self, indent: int) -> str:
        if self._rng.random() < 0.4:
            gap = self._rng.choice((" ", " ", " ", "   ", "\t" if self._oddness else " "))
            nested = self._mapping if self._rng.random() < 0.8 else self._sequence
            return gap + self._properties() + nested(indent + 1 + len(gap)).lstrip(" \n")
        return self._rest(indent)

    def _rest(self, indent: int) -> str:
        """Return what follows `:` or `-` at an indentation, to the end of its last line."""
        self._budget -= 1
        kinds: tuple[tuple[int, Callable[[int], str]], ...] = (
            (30, self._inline),
            (5, lambda _: self._end()),
            (18, self._nested),
            (8, self._flow_value),
            (8, self._block_scalar),
            (6, self._quoted_lines),
            (6, self._plain_lines),
            (5, self._alias),
        )
        if self._budget < 0:
            kinds = kinds[:2]
        weights, writers = zip(*kinds, strict=True)
        return self._rng.choices(writers, weights)[0](indent)

    def _inline(self, indent: int) -> str:
        del indent
        return self._gap() + self._properties() + self._scalar() + self._end()

    def _alias(self, indent: int) -> str:
        del indent
        return f"{self._gap()}{self._known_alias()}{self._end()}"

    def _known_alias(self) -> str:
        if self._is_odd():
            return "*zz"
        return f"*{self._rng.choice(self._anchors)}" if self._anchors else "none"

    def _nested(self, indent: int) -> str:
        head = self._gap() + self._properties() if self._rng.random() < 0.3 else ""
        head = head.rstrip(" ") + self._end()
        if self._rng.random() < 0.35:
            return head + self._sequence(indent + self._rng.choice((0, self._step)))
        return head + self._mapping(indent + self._step)

    def _block_scalar(self, indent: int) -> str:
        text = f"{self._gap()}{self._properties()}{self._rng.choice(_HEADERS)}\n"
        width = max(0, indent + self._rng.choice((1, 2, 2, 2, 4)))
        for _ in range(self._rng.randint(0, 4)):
            line = self._rng.choice(_LINES)
            text += (
                (self._pad(width) if line else self._rng.choice(("", " " * width))) + line + "\n"
            )
        return text

    def _quoted_lines(self, indent: int) -> str:
        quote = self._rng.choice("'\"")
        text = self._rng.choice((f"{quote}", "", f"{self._properties()}{quote}")) or quote
        for _ in range(self._rng.randint(1, 3)):
            words = self._rng.choice(_PROSE).replace("'", "''")
            text += words + self._rng.choice(
                ("\n", "\n\n", " \n", "\\\n" if quote == '"' else "\n")
            )
            text += self._pad(max(0, indent + self._rng.choice((0, 1, 2, 2, -indent))))
        return f"{self._gap()}{text}end{quote}{self._end()}"

    def _plain_lines(self, indent: int) -> str:
        text = self._gap() + self._properties() + self._rng.choice(_PROSE)
        for _ in range(self._rng.randint(1, 3)):
            text += self._rng.choice(("\n", "\n\n", " \n", "\t\n"))
            text += self._pad(max(0, indent + self._rng.choice((1, 2, 2, 4, 0))))
            text += self._rng.choice(_PROSE)
        return text + self._end()

    def _flow_value(self, indent: int) -> str:
        return self._gap() + self._properties() + self._flow(indent, 0) + self._end()

    def _flow(self, indent: int, depth: int) -> str:
        is_mapping = self._rng.random() < 0.5
        entries = [
            self._flow_entry(indent, depth, is_mapping) for _ in range(self._rng.randint(0, 3))
        ]
        separator = "," + self._flow_space(indent)
        text = separator.join(entries) + ("," if entries and self._rng.random() < 0.1 else "")
        text = self._flow_space(indent) + text + self._flow_space(indent)
        return "{" + text + "}" if is_mapping else "[" + text + "]"

    def _flow_space(self, indent: int) -> str:
        if self._rng.random() < 0.85:
            return self._rng.choice(("", " "))
        pad = self._pad(max(0, indent + self._rng.choice((1, 2, 0, 0 if self._oddness else 1))))
        return self._rng.choice(("\n", " # c\n", "\n\n", "\n# c\n", "\t\n")) + pad

    def _flow_entry(self, indent: int, depth: int, is_mapping: bool) -> str:
        value = self._flow_node(indent, depth)
        if not is_mapping and self._rng.random() < 0.85:
            return value
        chance = self._rng.random()
        if chance < 0.1:
            return self._key()
        colon = (
            self._rng.choice((":", " :", ":\n ", " :\n", "\n:", ": ")) if self._is_odd() else ": "
        )
        return self._rng.choice(("", "", "", "? ")) * (chance < 0.3) + self._key() + colon + value

    def _flow_node(self, indent: int, depth: int) -> str:
        if depth < 3 and self._rng.random() < 0.2:
            return self._flow(indent, depth + 1)
        if self._rng.random() < 0.1:
            return self._known_alias()
        return self._properties() + self._scalar()
