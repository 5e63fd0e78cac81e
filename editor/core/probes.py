"""Which probes a config asks for: each model, the title model, image settings, assistants."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core.diagnosis.diagnose import verdict
from editor.core.diagnosis.places import Subject
from editor.core.outline import value_at
from editor.core.probe import Probe
from editor.core.result import Outcome, Result
from editor.core.routing.images import image_routes
from editor.core.routing.route import Route
from editor.core.routing.titles import title_routes
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.core.document import Document
    from editor.core.yaml.values import Path, Value

ASSISTANTS = "assistants"
"""The kind of the notice that replaces a test of assistants."""

_ENDPOINT: Path = ("endpoints", "azureAssistants")


def routes_to_test(document: Document) -> tuple[Route, ...]:
    """Return the routes of all models, then that of titles, then those of image tools."""
    return (*document.routes, *title_routes(document), *image_routes(document))


def probes_of(
    routes: Iterable[Route], config: Value, *, shows_secrets: bool = False
) -> tuple[Probe, ...]:
    """Return a probe for each route of a config."""
    return tuple(Probe(route, config, shows_secrets) for route in routes)


def assistants_notice(config: Value) -> Result | None:
    """Return the notice that Azure's assistants are gone, None for a config without them."""
    path = next(_flags(config), None)
    if path is None:
        return None
    judged = verdict("assistants_retired", Subject(Route(model="", group=""), config))
    return Result(
        kind=ASSISTANTS,
        model="",
        group="",
        outcome=Outcome.SKIPPED,
        diagnosis=replace(judged.diagnosis, path=path),
    )


def _flags(config: Value) -> Iterator[Path]:
    """Yield where the config switches Azure's assistants on."""
    places: list[Path] = [(*AZURE_PATH, "assistants")]
    groups = value_at(config, GROUPS_PATH)
    count = len(groups) if isinstance(groups, list) else 0
    places += [(*GROUPS_PATH, index, "assistants") for index in range(count)]
    yield from (path for path in places if value_at(config, path) is True)
    if value_at(config, _ENDPOINT) is not None:
        yield _ENDPOINT
