"""The guess at what an unknown word was meant to be."""

import pytest

from editor.core.schema.field import Level
from editor.core.schema.spelling import closest
from editor.core.schema.table import key_order


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("base_url", "baseURL"),
        ("APIKEY", "apiKey"),
        ("api-key", "apiKey"),
        ("deployment", "deploymentName"),
        ("modles", "models"),
        ("instance_name", "instanceName"),
        ("maxTokens", None),
        ("name", None),
        ("", None),
    ],
)
def test_a_near_key_is_found_and_a_far_one_is_not(word: str, meant: str | None) -> None:
    assert closest(word, key_order(Level.GROUP)) == meant


def test_without_candidates_there_is_no_guess() -> None:
    assert closest("group", ()) is None
