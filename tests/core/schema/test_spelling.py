"""The guess at what an unknown word was meant to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.schema.field import Level
from editor.core.schema.spelling import Vocabulary, closest
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


_WORDS = st.text(st.sampled_from("aAbBsß_-\n é"), max_size=8)


@given(st.lists(_WORDS, max_size=12), st.lists(_WORDS, min_size=1, max_size=6))
def test_a_vocabulary_makes_the_same_guesses(candidates: list[str], words: list[str]) -> None:
    vocabulary = Vocabulary(candidates)
    for word in words * 2:
        assert vocabulary.closest(word) == closest(word, candidates)


def test_of_names_that_are_as_near_the_first_of_the_alphabet_is_meant() -> None:
    assert Vocabulary(["KEY_2", "KEY_1"]).closest("KEY_3") == "KEY_1"
