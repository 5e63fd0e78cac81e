"""The request is the one that LibreChat's client sends, byte for byte in all that counts."""

import pytest

from editor.core.routing.client import Azure, Settings, request
from editor.core.routing.headers import NotSent
from editor.core.routing.parameters import Parameters
from tests.core.routing.recorded import as_object, cases, ours

_PLAIN = Settings("KEY", Parameters({"model": "dep"}, {}), Azure("acme", "dep", "2024-10-21"), "")


def test_recorded_settings_give_the_recorded_requests() -> None:
    for settings, theirs in cases():
        assert ours(settings) == theirs, as_object(settings)


def test_a_base_url_that_is_none_is_refused_in_javascripts_words() -> None:
    with pytest.raises(NotSent, match="Invalid URL"):
        request(Settings("KEY", Parameters({"model": "m"}, {}), base_url="acme.example.com/v1"))


def test_an_instance_is_demanded_in_the_clients_words() -> None:
    settings = Settings("KEY", Parameters({"model": "dep"}, {}), Azure("", "dep", "2024-10-21"))
    with pytest.raises(NotSent, match="azureOpenAIApiInstanceName is required"):
        request(settings)


def test_settings_do_not_show_the_key() -> None:
    assert "KEY" not in repr(_PLAIN)
