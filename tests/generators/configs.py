"""Random LibreChat configs as people write them: any layout, any comments, always valid YAML.

Every comment in a text is unique, so that a test can follow each of them through an edit.
"""

import random
from dataclasses import dataclass, field

_WORDS = ("alpha", "beta", "gamma", "delta", "east", "west", "prod", "été", "东", "😀", "two words")
_MODELS = (
    "gpt-4o",
    "gpt-4o-mini",
    "o1",
    "o3-mini",
    "gpt-5",
    "mistral-large",
    "llama 3",
    "4.1",
    "7",
)
_PLAIN = ("simple", "two words", "${EAST_KEY}", "1.3.14", "2024-10-21-preview", "a:b", "x#y", "yes")
_QUOTED = (
    "2024-10-21",
    "true",
    "12",
    "",
    "null",
    "# not a comment",
    "a: b",
    " padded ",
    "it's",
    "é 😀",
)
_NUMBERS = ("1", "-1", "0.5", "0o17", "1e3", "25", "true", "false", "null", "~", "2024-10-21")
_SAFE_FLOW = ("a", "b c", "gpt-4o", "'x, y'", '"z: {"', "12", "true", "null", "0.5", "'2024-10-21'")


@dataclass
class _Habits:
    """How the author of one text writes."""

    step: int
    indents_lists: bool
    comments: float
    blanks: float
    flow: float
    odd: float
    shared: bool


@dataclass
class ConfigWriter:
    """Writes one random config."""

    rng: random.Random
    habits: _Habits = field(init=False)
    _count: int = 0
    _anchors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Choose the habits of this author."""
        rng = self.rng
        self.habits = _Habits(
            step=rng.choice((2, 2, 2, 4, 3)),
            indents_lists=rng.random() < 0.6,
            comments=rng.choice((0.0, 0.15, 0.4)),
            blanks=rng.choice((0.0, 0.1, 0.3)),
            flow=rng.choice((0.0, 0.1, 0.3)),
            odd=rng.choice((0.0, 0.1, 0.25)),
            shared=rng.random() < 0.25,
        )

    def text(self) -> str:
        """Return the whole text."""
        rng = self.rng
        lines = self._header() + self._body()
        if rng.random() < 0.1:
            lines += [f"# {self._word()}", ""] if rng.random() < 0.5 else ["", "", self._remark()]
        if rng.random() < 0.06:
            lines.append("...")
        text = "\n".join(lines) + ("" if rng.random() < 0.15 else "\n")
        text = text.replace("\n", rng.choice(("\n",) * 6 + ("\r\n", "\r\n", "\r")))
        return ("\ufeff" if rng.random() < 0.06 else "") + text

    def _header(self) -> list[str]:
        rng = self.rng
        lines = [self._remark()] if rng.random() < 0.5 else []
        lines += [""] if rng.random() < 0.4 else []
        if rng.random() < 0.1:
            lines += rng.choice(
                (["---"], ["%YAML 1.2", "---"], ["--- # start"], [self._remark(), "---"])
            )
        return lines

    def _body(self) -> list[str]:
        rng = self.rng
        sections = [
            self._entry(0, "version", f"{rng.choice(chr(34) + chr(39))}1.3.14", quoted=True)
        ]
        if self.habits.shared:
            sections.append(self._shared_section())
        sections.append(self._other_section())
        if rng.random() < 0.85:
            endpoints = self._endpoints()
            sections.append([*self._above(0), "endpoints:", *endpoints])
        if rng.random() < 0.4:
            sections.append(self._commented_section())
        if rng.random() < 0.4:
            sections.append(self._other_section("fileConfig"))
        return [line for section in sections for line in section]

    def _shared_section(self) -> list[str]:
        self._anchors.append("base")
        step = " " * self.habits.step
        return [
            *self._above(0),
            "x-shared: &base",
            f"{step}retries: 3 # {self._word()}",
            f"{step}trace: 'on'",
        ]

    def _commented_section(self) -> list[str]:
        return [
            "",
            f"# azureOpenAI: {self._word()}",
            f"#   groups: {self._word()}",
            f"#\t- {self._word()}",
        ]

    def _other_section(self, name: str = "interface") -> list[str]:
        step = " " * self.habits.step
        lines = [*self._above(0), f"{name}:"]
        for index in range(self.rng.randint(1, 3)):
            lines += self._entry(self.habits.step, f"option{index}", self._scalar())
        if self.rng.random() < 0.3:
            lines += [
                f"{step}notes: |",
                f"{step}  # kept as text {self._word()}",
                "",
                f"{step}    more",
            ]
        return lines

    def _endpoints(self) -> list[str]:
        rng, step = self.rng, self.habits.step
        lines: list[str] = []
        if rng.random() < 0.3:
            lines += [*self._above(step), f"{' ' * step}custom:", *self._custom(step)]
        if rng.random() < 0.9:
            lines += [
                *self._above(step),
                f"{' ' * step}azureOpenAI:{self._beside()}",
                *self._azure(2 * step),
            ]
        return lines or [f"{' ' * step}agents: {{}}"]

    def _custom(self, indent: int) -> list[str]:
        dash = indent + (self.habits.step if self.habits.indents_lists else 0)
        return [
            f"{' ' * dash}- name: 'other {self._word()}'",
            f"{' ' * dash}  apiKey: user_provided",
        ]

    def _azure(self, indent: int) -> list[str]:
        rng, pad = self.rng, " " * indent
        entries = [[*self._above(indent), f"{pad}groups:{self._beside()}", *self._groups(indent)]]
        if rng.random() < 0.6:
            entries.append(self._entry(indent, "titleModel", rng.choice(_MODELS[:3])))
        if rng.random() < 0.4:
            entries.append(self._entry(indent, "titleConvo", rng.choice(("true", "false"))))
        if rng.random() < 0.3:
            entries.append(
                [
                    f"{pad}titlePrompt: {rng.choice(('|', '>-', '|+'))}",
                    f"{pad}  Make a title",
                    "",
                    f"{pad}   # of it",
                ]
            )
        rng.shuffle(entries)
        if rng.random() < 0.3 and self.habits.comments:
            entries.append([f"{pad}# tail {self._word()}"])
        return [line for entry in entries for line in entry]

    def _groups(self, indent: int) -> list[str]:
        is_indented = self.habits.indents_lists != (self.rng.random() < self.habits.odd / 2)
        dash = indent + (self.habits.step if is_indented else 0)
        return [
            line for index in range(self.rng.randint(1, 4)) for line in self._group(dash, index)
        ]

    def _group(self, dash: int, index: int) -> list[str]:
        rng = self.rng
        gap = rng.choice((1, 1, 1, 1, 3))
        indent = dash + 1 + gap
        entries = [self._entry(indent, "group", f"{rng.choice(_WORDS)}{index}")]
        entries += [self._entry(indent, "apiKey", f"${{KEY_{index}}}")]
        entries += [self._entry(indent, "instanceName", self._scalar(strings=True))]
        for key, chance in (("version", 0.7), ("deploymentName", 0.6), ("baseURL", 0.2)):
            if rng.random() < chance:
                entries.append(self._entry(indent, key, self._scalar(strings=True)))
        entries += self._group_extras(indent)
        rng.shuffle(entries)
        lines = [line for entry in entries for line in entry]
        first = next(
            i for i, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")
        )
        head, rest = self._above(dash), lines[first:]
        return [*head, " " * dash + "-" + " " * gap + rest[0][indent:], *rest[1:]]

    def _group_extras(self, indent: int) -> list[list[str]]:
        rng, pad = self.rng, " " * indent
        extras = [self._models(indent)]
        if rng.random() < 0.4:
            extras.append(self._headers(indent))
        if rng.random() < 0.3:
            extras.append(self._add_params(indent))
        if rng.random() < 0.3:
            extras.append(self._drop_params(indent))
        if self._anchors and rng.random() < 0.4:
            extras.append([f"{pad}<<: *base"])
        if rng.random() < 0.15:
            extras.append([f"{pad}? 'odd {self._word()}'", f"{pad}: {self._scalar()}"])
        return extras

    def _headers(self, indent: int) -> list[str]:
        pad = " " * (indent + self.habits.step)
        lines = [*self._above(indent), f"{' ' * indent}additionalHeaders:{self._beside()}"]
        for index in range(self.rng.randint(1, 3)):
            lines += self._entry(
                len(pad),
                self.rng.choice((f"x-h{index}", f'"x h{index}"')),
                self._scalar(strings=True),
            )
        return lines

    def _add_params(self, indent: int) -> list[str]:
        if self.rng.random() < 0.4:
            return [f"{' ' * indent}addParams: {self._flow_mapping(indent)}{self._beside()}"]
        if self._anchors and self.rng.random() < 0.5:
            return [f"{' ' * indent}addParams: *base"]
        pad = indent + self.habits.step
        lines = [
            f"{' ' * indent}addParams:{self._beside()}",
            *self._entry(pad, "maxTokens", "2048"),
        ]
        return [*lines, f"{' ' * pad}nested: {self._flow_mapping(pad)}"]

    def _drop_params(self, indent: int) -> list[str]:
        pad, rng = " " * indent, self.rng
        if rng.random() < 0.5:
            return [f"{pad}dropParams: [{', '.join(rng.sample(_SAFE_FLOW, 2))}]{self._beside()}"]
        dash = indent + (self.habits.step if self.habits.indents_lists else 0)
        items = [line for i in range(rng.randint(1, 3)) for line in self._item(dash, f"param{i}")]
        return [*self._above(indent), f"{pad}dropParams:", *items]

    def _item(self, dash: int, text: str) -> list[str]:
        return [*self._above(dash), f"{' ' * dash}- {text}{self._beside()}"]

    def _flow_mapping(self, indent: int) -> str:
        entries = [f"k{i}: {self.rng.choice(_SAFE_FLOW)}" for i in range(self.rng.randint(0, 3))]
        if len(entries) > 1 and self.rng.random() < 0.4:
            pad = "\n" + " " * (indent + 2)
            return "{" + pad + f",{pad}".join(entries) + "\n" + " " * (indent + 1) + "}"
        return (
            "{ " + ", ".join(entries) + " }"
            if self.rng.random() < 0.5
            else "{" + ", ".join(entries) + "}"
        )

    def _models(self, indent: int) -> list[str]:
        rng, pad = self.rng, " " * indent
        chance = rng.random()
        if chance < 0.06:
            return [*self._above(indent), f"{pad}models:{self._beside()}"]
        if chance < 0.12:
            return [f"{pad}models: {{}}{self._beside()}"]
        names = rng.sample(_MODELS, rng.randint(1, 4))
        if rng.random() < self.habits.flow:
            return [
                f"{pad}models: {{{', '.join(f'{name}: true' for name in names)}}}{self._beside()}"
            ]
        lines = [*self._above(indent), f"{pad}models:{self._beside()}"]
        for name in names:
            lines += self._model(indent + self.habits.step, name)
        if rng.random() < 0.2 and self.habits.comments:
            lines.append(f"{' ' * (indent + self.habits.step)}# last {self._word()}")
        return lines

    def _model(self, indent: int, name: str) -> list[str]:
        rng, pad = self.rng, " " * indent
        name = rng.choice((name, name, f'"{name}"', f"'{name}'"))
        chance = rng.random()
        if chance < 0.5:
            return self._entry(indent, name, rng.choice(("true", "false")))
        if chance < 0.7:
            return [
                *self._above(indent),
                f"{pad}{name}: {{deploymentName: {name}, version: '1'}}{self._beside()}",
            ]
        inner = indent + self.habits.step
        lines = [*self._above(indent), f"{pad}{name}:{self._beside()}"]
        lines += self._entry(inner, "deploymentName", self._scalar(strings=True))
        return lines + (self._entry(inner, "version", "'2024-10-21'") if rng.random() < 0.7 else [])

    def _entry(self, indent: int, key: str, value: str, *, quoted: bool = False) -> list[str]:
        value = value + value[0] if quoted else value
        pad = " " * indent
        if not quoted and self.rng.random() < self.habits.odd / 3:
            return [*self._above(indent), *self._long_entry(pad, key)]
        colon = self.rng.choice((" :", ":  ", ":")) if self.rng.random() < self.habits.odd else ":"
        blank = self.rng.choice(("  ", "\t")) if self.rng.random() < self.habits.odd / 3 else ""
        return [*self._above(indent), f"{pad}{key}{colon} {value}{self._beside() or blank}"]

    def _long_entry(self, pad: str, key: str) -> list[str]:
        rng = self.rng
        kind = rng.randrange(5)
        if kind == 0:
            return [
                f"{pad}{key}: first line",
                f"{pad}  second line",
                "",
                f"{pad}    third{self._beside()}",
            ]
        if kind == 1:
            return [
                f'{pad}{key}: "first \\',
                f"{pad}  second",
                "",
                f'{pad}  third \\u00e9"{self._beside()}',
            ]
        if kind == 2:
            return [f"{pad}{key}: 'it''s", "", f"{pad}  here' # {self._word()}"]
        if kind == 3:
            return [
                f"{pad}{key}: {rng.choice(('|', '|-', '>', '>+', '|2-'))}",
                f"{pad}  a # b",
                f"{pad}   c: d",
            ]
        return [f"{pad}{key}: '{'long words ' * 30}'{self._beside()}"]

    def _scalar(self, *, strings: bool = False) -> str:
        rng = self.rng
        chance = rng.random()
        if chance < 0.4:
            return rng.choice(_PLAIN)
        if chance < 0.8 or strings:
            text = rng.choice(_QUOTED)
            return rng.choice(("'" + text.replace("'", "''") + "'", f'"{text}"'))
        return rng.choice(_NUMBERS)

    def _above(self, indent: int) -> list[str]:
        rng, lines = self.rng, []
        if rng.random() < self.habits.blanks:
            lines.append(rng.choice(("", "", "", " " * indent)))
        if rng.random() < self.habits.comments:
            lines += [" " * indent + self._remark() for _ in range(rng.choice((1, 1, 2)))]
        if lines and rng.random() < self.habits.odd:
            shift = rng.choice((-indent, 2, -2))
            lines += rng.choice(([""], [" " * max(0, indent + shift) + self._remark()]))
        return lines

    def _beside(self) -> str:
        if self.rng.random() > self.habits.comments:
            return ""
        return self.rng.choice((" ", "  ", "\t", "    ")) + self._remark()

    def _remark(self) -> str:
        return self.rng.choice(("# ", "#", "#\t", "# key: ", "# - ", "#é ")) + self._word()

    def _word(self) -> str:
        self._count += 1
        return f"n{self._count:03}"


def random_config(seed: int) -> str:
    """Return the config with this number."""
    return ConfigWriter(random.Random(seed)).text()
