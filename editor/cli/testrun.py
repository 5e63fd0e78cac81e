"""Carries out the tests that the sub-command `test` was asked for, and prints what came of them."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import typer

from editor.cli import testreports
from editor.cli.check import wants_colors
from editor.cli.options import Format
from editor.core.document import Document
from editor.core.probe import Probe
from editor.core.probes import assistants_notice, probes_of, routes_to_test
from editor.core.result import Result
from editor.core.routing.route import Kind, Route
from editor.system import proxies
from editor.system.http import Settings
from editor.system.testing import TestRun

_CONNECTED, _FAILED, _UNTESTED = 0, 1, 2
_POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Choice:
    """Which groups and models to test, all of them when none is named.

    A model that is named is tested as a chat model alone; titles and images belong to the whole.
    """

    groups: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    shows_secrets: bool = False

    @property
    def is_narrow(self) -> bool:
        """Say whether some groups or models are named."""
        return bool(self.groups or self.models)

    def covers(self, route: Route) -> bool:
        """Say whether a route is to be tested."""
        if self.is_narrow and route.kind is not Kind.CHAT:
            return False
        is_in_group = not self.groups or route.group in self.groups
        return is_in_group and (not self.models or route.model in self.models)

    def obstacle(self, document: Document) -> str | None:
        """Return why there is nothing to test, None when there is something."""
        if not document.is_readable:
            problem = document.problems[0]
            return (
                problem.message
                if problem.line is None
                else f"Line {problem.line}: {problem.message}"
            )
        routes = routes_to_test(document)
        missing = self._unknown(routes)
        if missing:
            return f"The config has no {' and no '.join(missing)}."
        if not any(map(self.covers, routes)):
            return "The config has no such model of Azure OpenAI to test."
        return None

    def _unknown(self, routes: Iterable[Route]) -> list[str]:
        known = [(route.group, route.model) for route in routes]
        groups, models = {group for group, _ in known}, {model for _, model in known}
        missing = [f"group “{name}”" for name in self.groups if name not in groups]
        return missing + [f"model “{name}”" for name in self.models if name not in models]


def carry_out(document: Document, chosen: Choice, style: Format, settings: Settings) -> int:
    """Test what is chosen, print the results and return the exit code; raises FileError."""
    obstacle = chosen.obstacle(document)
    if obstacle is not None:
        typer.echo(obstacle, err=True)
        return _UNTESTED
    routes = filter(chosen.covers, routes_to_test(document))
    probes = probes_of(routes, document.value, shows_secrets=chosen.shows_secrets)
    results = _results(probes, settings)
    notice = None if chosen.is_narrow else assistants_notice(document.value)
    if notice is not None:
        diagnosis = notice.diagnosis
        typer.echo(f"Not tested: {diagnosis.summary} {diagnosis.fix}", err=True)
    _print(results, style)
    return _code(results, len(probes))


def proxy_variables(document: Document) -> dict[str, str]:
    """Return the variables that name proxies, as LibreChat would see them."""
    return proxies.variables_in(document.environment.value)


def _results(probes: Sequence[Probe], settings: Settings) -> list[Result]:
    """Send the probes until all is done or Ctrl-C; return the results in the config's order."""
    done: dict[int, Result] = {}

    def note(probe: Probe, result: Result) -> None:
        done[id(probe)] = result
        typer.echo(testreports.progress_line(result, len(done), len(probes)), err=True)

    run = TestRun(probes, settings, lambda _: None, note, lambda: None)
    run.start()
    try:
        while not run.wait(_POLL_SECONDS):
            pass
    except KeyboardInterrupt:
        run.cancel()
        typer.echo(f"Stopped: {len(done)} of {len(probes)} are done.", err=True)
    return [done[id(probe)] for probe in probes if id(probe) in done]


def _print(results: Sequence[Result], style: Format) -> None:
    if style is Format.JSON:
        typer.echo(testreports.as_json_text(results))
        return
    has_colors = wants_colors(os.environ, is_terminal=sys.stdout.isatty())
    typer.echo(testreports.as_text(results, has_colors=has_colors))


def _code(results: Sequence[Result], wanted: int) -> int:
    if not any(result.request for result in results):
        return _UNTESTED
    is_good = len(results) == wanted and all(result.is_connected for result in results)
    return _CONNECTED if is_good else _FAILED
