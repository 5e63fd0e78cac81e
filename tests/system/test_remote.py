"""A config is fetched from its address within bounds, and refusals are plain."""

import socket

import pytest

from editor.system.remote import Unreachable, fetch
from tests.webserver import CONFIG, serving


@pytest.mark.parametrize("path", ["/librechat.yaml", "/librechat.yaml?sig=secret", "/moved"])
def test_the_text_is_what_the_server_sends(path: str) -> None:
    with serving() as address:
        assert fetch(address + path) == CONFIG


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/missing", "404"), ("/binary", "UTF-8"), ("/latin", "UTF-8"), ("/endless", "too large")],
)
def test_what_is_no_config_is_refused_in_plain_words(path: str, reason: str) -> None:
    with serving() as address, pytest.raises(Unreachable, match=reason):
        fetch(address + path)


def test_waiting_ends() -> None:
    with serving() as address, pytest.raises(Unreachable, match="it takes longer than"):
        fetch(f"{address}/slow", seconds=0.2)


def test_a_refusal_shows_nothing_that_may_be_secret() -> None:
    with serving() as address, pytest.raises(Unreachable) as refused:
        fetch(f"{address.replace('//', '//me:hunter2@')}/missing?sig=s3cret")
    assert refused.value.message.startswith(f"The config at {address}/missing?… could not")
    assert "hunter2" not in str(refused.value)
    assert "s3cret" not in str(refused.value)


def test_no_server_is_a_refusal() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(Unreachable, match="could not be fetched"):
        fetch(f"http://127.0.0.1:{port}/librechat.yaml")


@pytest.mark.parametrize("address", ["https://[::1/x", "http://", "http://host:port/"])
def test_a_broken_address_is_a_refusal(address: str) -> None:
    with pytest.raises(Unreachable):
        fetch(address)
