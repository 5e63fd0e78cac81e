"""What models resolve to is what LibreChat's own package makes of them, for configs of this run."""

import os
from typing import Any

import pytest

from editor.core.environment import Environment
from editor.core.outline import groups_in
from editor.core.routing.resolution import Resolution
from editor.core.schema.field import Target
from editor.core.validation.group_view import GroupView
from editor.core.validation.javascript import members
from editor.core.yaml.values import Value
from tests.generators.environments import startups
from tests.oracle.nodeprocess import NodeProcess
from tests.oracle.zod import encoded, is_installed

pytestmark = pytest.mark.skipif(
    not is_installed(), reason="node and its packages are needed: npm ci in tests/oracle"
)
_COUNT = max(500, int(os.environ.get("ORACLE_CASES", "0")) // 10)
_KEYLESS = "azureOpenAI API Key not provided."


@pytest.mark.parametrize("target", Target)
def test_models_resolve_to_what_librechats_package_makes_of_them(target: Target) -> None:
    compared = 0
    with NodeProcess("mapping.mjs") as process:
        for config, environ in startups(_COUNT, 11):
            groups = groups_in(config)
            question = {"target": target.value, "environ": environ, "groups": encoded(groups)}
            theirs = process.answer(question)
            if theirs is not None:
                assert _ours(groups, target, environ) == theirs, (config, environ)
                compared += len(theirs)
    assert compared > _COUNT // 2


def _ours(groups: list[Value], target: Target, environ: dict[str, str]) -> list[list[Any]]:
    found: list[list[Any]] = []
    for value in groups:
        view = GroupView(members(value) or {}, target, Environment(environ))
        resolution = Resolution(view)
        found += [[model.name, _facts(view, resolution, model)] for model in view.routed_models]
    return found


def _facts(view: GroupView, resolution: Resolution, model: Any) -> dict[str, Any]:
    resolved = resolution.of(model)
    # The package leaves it to the request to miss the key.
    if resolved.error is not None and resolved.error != _KEYLESS:
        return {"error": resolved.error}
    return {
        "key": resolved.key or None,
        "instance": resolved.instance or None,
        "deployment": resolved.deployment or None,
        "version": resolved.version or None,
        "baseURL": resolved.base_url or None,
        "headers": members(view.group.get("additionalHeaders")) or {},
    }
