"""What the tests of the simulator share: a running one, and a client that asks it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from editor.system.simulator import Simulator
from editor.system.simulator.azure import Azure
from editor.system.simulator.scenarios import cast_of

Ask = Callable[..., httpx.Response]
Simulators = Callable[..., Simulator]

KEY = "0123456789abcdef0123456789abcdef"
BODY = {"messages": [{"role": "user", "content": "Hi"}]}
CHAT = "/openai/deployments/{0}/chat/completions?api-version=2024-10-21"


@pytest.fixture
def simulators() -> Iterator[Simulators]:
    """Provide a function that starts a simulator without delays; all are stopped afterwards."""
    with ExitStack() as stack:

        def start(*rules: str, azure: Azure | None = None, **options: Any) -> Simulator:
            cast = cast_of(rules)
            settings: dict[str, Any] = {"pace": 0} | options
            return stack.enter_context(Simulator(azure, cast, **settings))

        yield start


@pytest.fixture(scope="session")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, timeout=10) as client:
        yield client


@pytest.fixture
def ask(client: httpx.Client) -> Ask:
    """Provide a function that posts a chat to a simulator; a header that is None is left out."""

    def post(simulator: Simulator, target: str, body: Any = None, **headers: str | None) -> Any:
        sent = {"api_key": KEY} | headers
        named = {name.replace("_", "-"): text for name, text in sent.items() if text is not None}
        content = BODY if body is None else body
        return client.post(simulator.url + target, json=content, headers=named)

    return post
