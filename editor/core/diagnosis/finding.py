"""What a connection test found out, as a value for people and programs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.core.yaml.values import Path


class Answerer(StrEnum):
    """Who gave the answer that a finding rests on."""

    FRONT_DOOR = "front-door"
    SERVICE = "service"
    MODEL = "model"
    GATEWAY = "gateway"
    PROXY = "proxy"
    NOBODY = "nobody"


class Part(StrEnum):
    """A part of the settings that an answer can prove right."""

    KEY = "key"
    DEPLOYMENT = "deployment"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A finding in plain words: what happened, why, what to do, and where.

    `id` is an entry's of resources/errors/azure-errors.json or one of ours; `path` leads to the
    field of the config, `variable` names one of `.env` where the remedy lies there instead.
    `proven` is what the answer proves right. A local finding holds for the network of the machine
    that tested, and perhaps not for LibreChat's server.
    """

    id: str
    answered_by: Answerer
    summary: str
    cause: str = ""
    fix: str = ""
    path: Path = ()
    variable: str | None = None
    proven: frozenset[Part] = frozenset()
    is_local: bool = False
