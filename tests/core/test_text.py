"""Patches change a text in their place, and their inverse takes them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.text import Patch, apply, difference, inverse

TEXTS = st.text(alphabet="ab\n\r😀 ", max_size=30)


@st.composite
def texts_with_patches(draw: st.DrawFn) -> tuple[str, tuple[Patch, ...]]:
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, tuple(Patch(start, end, draw(TEXTS)) for start, end in spans)


@given(texts_with_patches())
def test_the_inverse_takes_patches_back(case: tuple[str, tuple[Patch, ...]]) -> None:
    text, patches = case
    assert apply(apply(text, patches), inverse(text, patches)) == text


@given(TEXTS, TEXTS)
def test_the_difference_leads_from_one_text_to_the_other(old: str, new: str) -> None:
    patches = difference(old, new)
    assert apply(old, patches) == new
    assert bool(patches) == (old != new)


def test_the_difference_is_only_what_is_between_the_common_ends() -> None:
    assert difference("one two three", "one 2 three") == (Patch(4, 7, "2"),)


@pytest.mark.parametrize(
    "patches",
    [(Patch(2, 3, ""), Patch(0, 1, "")), (Patch(0, 2, ""), Patch(1, 3, "")), (Patch(0, 9, ""),)],
)
def test_patches_that_overlap_or_reach_outside_are_refused(patches: tuple[Patch, ...]) -> None:
    with pytest.raises(ValueError, match="patch"):
        apply("abcd", patches)
