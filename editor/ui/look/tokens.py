"""What the tokens file says: the colours of both schemes, measures, type, shapes and icon names."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from editor import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The colours of one scheme by role, each `#RRGGBB`; the tokens file lists what each is for."""

    window: str
    base: str
    field: str
    sunken: str
    raised: str
    hover: str
    pressed: str
    selection: str
    selection_inactive: str
    node_range: str
    scrim: str
    scrim_alpha: float
    divider: str
    scrollbar: str
    border_control: str
    border_raised: str
    text: str
    text_2: str
    text_3: str
    text_disabled: str
    text_on_accent: str
    accent: str
    accent_hover: str
    accent_text: str
    focus: str
    error: str
    error_soft: str
    warning: str
    warning_soft: str
    ok: str
    ok_soft: str
    info: str
    info_soft: str
    limited: str
    failed: str
    stale: str
    untested: str
    running: str
    diff_add: str
    diff_add_word: str
    diff_del: str
    diff_del_word: str
    diff_mod: str
    syn_key: str
    syn_string: str
    syn_env: str
    syn_number: str
    syn_comment: str


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A size of type in pixels at the reference font of 13, its line height and its weight."""

    pixels: int
    line: int
    weight: int
    family: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A measured pair of roles: the ratio that it needs, and has in each scheme."""

    foreground: str
    background: str
    minimum: float
    light: float
    dark: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The whole tokens file; sizes are pixels at the reference font of 13."""

    light: Scheme
    dark: Scheme
    contrasts: tuple[Contrast, ...]
    type: Mapping[str, TypeStyle]
    size: Mapping[str, int]
    pane: Mapping[str, int]
    motion: Mapping[str, int]
    shapes: Mapping[str, str]
    icons: Mapping[str, str]


@cache
def load() -> Tokens:
    """Return the shipped tokens."""
    path = resources.folder() / "look" / "tokens.json"
    return read(path.read_text(encoding="utf-8"))


def read(text: str) -> Tokens:
    """Return the tokens that a JSON text holds."""
    file = json.loads(text)
    return Tokens(
        light=Scheme(**file["colour"]["light"]),
        dark=Scheme(**file["colour"]["dark"]),
        contrasts=tuple(Contrast(**pair) for pair in file["contrast"]),
        type=MappingProxyType({name: TypeStyle(**style) for name, style in file["type"].items()}),
        size=MappingProxyType(file["size"]),
        pane=MappingProxyType(file["pane"]),
        motion=MappingProxyType(file["motion"]),
        shapes=MappingProxyType(file["shape"]["svg"]),
        icons=MappingProxyType(file["icon"]["action"] | file["icon"]["node"]),
    )
