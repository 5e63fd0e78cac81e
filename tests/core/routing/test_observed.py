"""Routes equal the requests that LibreChat 0.8.8 was observed to send."""

import json
from pathlib import Path
from typing import Any

import pytest

from editor.core.environment import Environment
from editor.core.routing.groups import model_route
from editor.core.routing.resolution import Resolution
from editor.core.routing.route import USER_ID, Route
from editor.core.schema.field import Target
from editor.core.validation.group_view import GroupView

_CASES = json.loads(
    (Path(__file__).parents[2] / "cases" / "routes-observed.json").read_text(encoding="utf-8")
)["cases"]
_OBSERVED_USER = "u1"
_UNRECORDED = ("messages", "input", "stream_options", "tools")


def _route(case: dict[str, Any]) -> Route:
    (group,) = case["groups"]
    view = GroupView(group, Target.V0_8, Environment(case["env"]))
    (model,) = (model for model in view.routed_models if model.name == case["model"])
    return model_route(view, model, Resolution(view).of(model), case["userParams"])


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["name"])
def test_a_route_is_the_request_that_was_observed(case: dict[str, Any]) -> None:
    route, expected = _route(case), case["expect"]
    if "error" in expected:
        assert (route.url, route.error) == (None, expected["error"])
        return
    assert route.error is None
    assert (route.method, route.url) == (expected["method"], expected["url"])
    headers = dict(route.headers)
    assert headers.pop("content-type") == "application/json"
    assert headers == _with_placeholder(expected["headers"])
    body = {key: value for key, value in route.body.items() if key not in _UNRECORDED}
    assert body == {**expected["bodyWithoutMessages"], **_user(expected)}
    assert route.body.get("tools") == expected.get("tools")


def _with_placeholder(headers: dict[str, str]) -> dict[str, str]:
    """Return the headers with the observed person's id as the config writes it."""
    placeholder = "{{LIBRECHAT_USER_ID}}"
    return {
        name: placeholder if value == _OBSERVED_USER else value for name, value in headers.items()
    }


def _user(expected: dict[str, Any]) -> dict[str, str]:
    return {"user": USER_ID} if "user" in expected["bodyWithoutMessages"] else {}
