"""What every test runs under: no display, no settings of this user, no unexpected log."""

import logging
import os
import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from editor.system import display

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("quick", deadline=None)
settings.register_profile("fuzz", deadline=None, max_examples=20_000)
settings.load_profile("quick")
_HERE = ("127.0.0.1", "::1", "localhost", None)


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Say which libraries Qt lacks, and how to get them, before anything imports it."""
    obstacle = display.obstacle(os.environ, sys.platform)
    if obstacle is not None:
        pytest.exit(obstacle, returncode=4)


@pytest.fixture(scope="session", autouse=True)
def _folders_of_no_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the settings and drafts of whoever runs the tests out of them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Find no host but this one: nothing in a test reaches Azure, or waits for a name server."""
    look_up = socket.getaddrinfo

    def look_up_here(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host in _HERE:
            return look_up(host, *args, **kwargs)
        raise socket.gaierror(socket.EAI_NONAME, f"tests do not look up {host}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", look_up_here)
        yield


@pytest.fixture(autouse=True)
def _unexpected_log_fails(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse."""
    yield
    records = [
        record
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    assert not records, [record.getMessage() for record in records]
