"""How a simulated deployment behaves: the scenarios by name, and which deployment plays which."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from editor.system.simulator.catalogue import entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Act(Enum):
    """What a scenario does; ERROR: it sends an error of the table."""

    HEALTHY = "answers"
    ERROR = "sends an error"
    REASONING = "is a reasoning model: refuses max_tokens and temperature"
    FILTERED_REPLY = "ends its reply because of the content filter"
    SLOW = "answers after 10 seconds, then slowly"
    SILENT = "takes the request and never answers"
    CUT = "breaks the line in the middle of the reply"
    PAGE = "sends a login page"
    REDIRECT = "redirects to another origin"
    TLS = "answers over https only, with a certificate of a private CA"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A way to behave; `error` is the id of the table's entry that is sent, if one is."""

    act: Act
    error: str = ""


HEALTHY = Scenario(Act.HEALTHY)
TLS = Scenario(Act.TLS)
SCENARIOS: Mapping[str, Scenario] = {
    "healthy": HEALTHY,
    "wrong-key": Scenario(Act.ERROR, "aoai_401_bad_key"),
    "missing-deployment": Scenario(Act.ERROR, "aoai_404_deployment"),
    "bad-version": Scenario(Act.ERROR, "aoai_404_resource"),
    "throttled": Scenario(Act.ERROR, "aoai_429_rate"),
    "no-quota": Scenario(Act.ERROR, "aoai_429_86400"),
    "busy": Scenario(Act.ERROR, "aoai_429_capacity"),
    "filtered": Scenario(Act.ERROR, "aoai_400_content_filter"),
    "filtered-reply": Scenario(Act.FILTERED_REPLY),
    "firewall": Scenario(Act.ERROR, "aoai_403_firewall"),
    "reasoning": Scenario(Act.REASONING),
    "slow": Scenario(Act.SLOW),
    "silent": Scenario(Act.SILENT),
    "cut-stream": Scenario(Act.CUT),
    "html-login": Scenario(Act.PAGE),
    "redirect": Scenario(Act.REDIRECT),
    "tls": TLS,
}
"""The scenarios that have a name of their own; every sendable error's id is one, too."""

_ACTS_OF_ENTRIES = {
    "aoai_200_finish_content_filter": Scenario(Act.FILTERED_REPLY),
    "html_login": Scenario(Act.PAGE),
    "redirect": Scenario(Act.REDIRECT),
}


class UnknownScenario(ValueError):
    """There is no scenario, or no deployment, of that name; the text says what there is."""


def named(name: str) -> Scenario:
    """Return a scenario by its name or its error's id; raises UnknownScenario."""
    if name in SCENARIOS:
        return SCENARIOS[name]
    if name in entries():
        return _ACTS_OF_ENTRIES.get(name, Scenario(Act.ERROR, name))
    known = ", ".join(SCENARIOS)
    raise UnknownScenario(
        f"There is no scenario “{name}”. There are {known}, and the id of every error that a test"
        " can find, such as aoai_403_public_disabled."
    )


@dataclass(frozen=True, slots=True)
class Cast:
    """Which scenario each deployment plays: `everybody`, but for those that have one of their own.

    None for everybody: what the deployment itself is made for.
    """

    everybody: Scenario | None = None
    own: Mapping[str, Scenario] = field(default_factory=dict[str, Scenario])

    @property
    def needs_tls(self) -> bool:
        """Say whether somebody has to be spoken to over https."""
        return TLS in (self.everybody, *self.own.values())

    def scenario(self, deployment: str) -> Scenario | None:
        """Return what a deployment plays by these rules, whatever the case of its name."""
        return self.own.get(deployment.casefold(), self.everybody)


def cast_of(rules: Iterable[str], deployments: Iterable[str] = ()) -> Cast:
    """Return the cast that rules `NAME` or `DEPLOYMENT=NAME` make; the last one counts.

    Where deployments are given, a rule may name no other. Raises UnknownScenario.
    """
    everybody: Scenario | None = None
    own: dict[str, Scenario] = {}
    known = {name.casefold(): name for name in deployments}
    for rule in rules:
        deployment, equals, name = rule.rpartition("=")
        if not equals:
            everybody = named(name)
            continue
        if known and deployment.casefold() not in known:
            there_are = ", ".join(known.values())
            raise UnknownScenario(
                f"There is no deployment “{deployment}”. The config has {there_are}."
            )
        own[deployment.casefold()] = named(name)
    return Cast(everybody, own)
