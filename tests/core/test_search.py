"""A few letters find what a person means."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from editor.core.search import Wording, marked, ranked
from editor.core.text import Span

NAMES = [
    Wording("contoso-sweden", "group"),
    Wording("sweden", "group · contoso-sweden"),
    Wording("o3-mini", "model in sweden"),
    Wording("answered"),
    Wording("gpt-4o", "model in east"),
]


def found(query: str, limit: int = 9) -> list[str]:
    return [NAMES[index].title for index in ranked(query, NAMES, limit)]


def test_what_begins_so_comes_first_then_words_then_insides_then_what_is_beside() -> None:
    assert found("swe") == ["sweden", "contoso-sweden", "answered", "o3-mini"]


def test_every_word_must_be_there_in_any_order() -> None:
    assert found("sweden o3") == ["o3-mini"]


def test_a_misspelt_name_is_found() -> None:
    assert found("swedne")[0] in {"sweden", "contoso-sweden"}


def test_nothing_typed_finds_the_first() -> None:
    assert found("", 2) == ["contoso-sweden", "sweden"]


def test_nothing_alike_finds_nothing() -> None:
    assert found("xyzzy") == []


def test_the_letters_that_fit_are_marked() -> None:
    assert marked("mini O3", "o3-mini") == (Span(0, 2), Span(3, 7))
    assert marked("i", "İx") == ()


@given(st.text(max_size=8), st.lists(st.builds(Wording, st.text(max_size=8), st.text(max_size=8))))
def test_marks_lie_in_the_text_and_results_in_the_list(query: str, all_: list[Wording]) -> None:
    assert set(ranked(query, all_, 5)) <= set(range(len(all_)))
    for wording in all_:
        spans = marked(query, wording.title)
        assert all(0 <= span.start < span.end <= len(wording.title) for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
