"""What an answer asked of the environment, so that it holds as long as that stays the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from editor.core.environment import Environment
from editor.core.lazily import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core import dotenv
    from editor.core.compose.project import Container
    from editor.core.environment import Source

_Told = TypeVar("_Told")
_Question: TypeAlias = tuple[Callable[[Environment, str], object], str]
Noted: TypeAlias = dict[_Question, object]
"""What was asked of an environment and what it answered; whole things go by the name ""."""
_NOBODYS = Environment({})


@dataclass(frozen=True, eq=False)
class Watched(Environment):
    """An environment that notes what is asked of it: single variables, or all of them.

    Its texts are not noted: who asks for those needs the environment itself.
    """

    of: Environment = _NOBODYS
    noted: Noted = field(default_factory=dict[_Question, object])

    def value(self, name: str) -> str | None:
        """Return a variable's value, and note it."""
        return self._note(Environment.value, name)

    def source(self, name: str) -> Source | None:
        """Return who gives a variable, and note it."""
        return self._note(Environment.source, name)

    def near(self, name: str) -> str | None:
        """Return the variable that a name was meant to be, and note it."""
        return self._note(Environment.near, name)

    def is_in_env_text(self, name: str) -> bool:
        """Say whether the `.env` text has a variable, and note it."""
        return self._note(Environment.is_in_env_text, name)

    @lazy
    def variables(self) -> Mapping[str, str]:
        """The variables of the `.env` text, noted as a whole."""
        return self._note(_variables, "")

    @lazy
    def assignments(self) -> tuple[dotenv.Assignment, ...]:
        """The assignments of the `.env` text, noted as a whole."""
        return self._note(_assignments, "")

    @lazy
    def container(self) -> Container | None:
        """What docker compose gives the container, noted as a whole."""
        return self._note(_container, "")

    def _note(self, ask: Callable[[Environment, str], _Told], name: str) -> _Told:
        told = ask(self.of, name)
        self.noted[ask, name] = told
        return told


def is_same(noted: Noted, environment: Environment) -> bool:
    """Say whether an environment answers all that was noted alike."""
    return all(ask(environment, name) == told for (ask, name), told in noted.items())


def watched(environment: Environment) -> Watched:
    """Return an environment that answers as another one does."""
    return Watched(environment.environ, environment.env_text, environment.compose, environment)


def _variables(environment: Environment, _name: str) -> Mapping[str, str]:
    return environment.variables


def _assignments(environment: Environment, _name: str) -> tuple[dotenv.Assignment, ...]:
    return environment.assignments


def _container(environment: Environment, _name: str) -> Container | None:
    return environment.container
