"""The requests are those of LibreChat's client, for settings of this run (ORACLE_CASES: more)."""

import os

import pytest

from tests.core.routing.recorded import as_object, ours
from tests.generators.client_settings import client_settings
from tests.oracle.client import Client, comparable, is_installed

pytestmark = pytest.mark.skipif(
    not is_installed(), reason="LibreChat's client is needed: make peers"
)
_COUNT = max(1_000, int(os.environ.get("ORACLE_CASES", "0")) // 10)


def test_generated_settings_give_the_requests_of_librechats_client() -> None:
    with Client() as client:
        for settings in client_settings(_COUNT, 5):
            theirs = comparable(client.answer_to(settings), settings)
            assert ours(settings) == theirs, as_object(settings)
