"""Texts are English to everybody who does not ask, and remember what they were made of."""

import json
import pickle
from collections.abc import Callable
from copy import deepcopy

import pytest

from editor.core.masking import Masker
from editor.core.wording import (
    Worded,
    all_of,
    changed,
    counted,
    joined,
    marked,
    one_of,
    sentences,
    worded,
)


def test_a_text_is_english_and_remembers_template_and_parts() -> None:
    text = worded("Model “{0}” lacks {1}.", "gpt-4o", worded("a version"))
    assert text == "Model “gpt-4o” lacks a version."
    assert text.template == "Model “{0}” lacks {1}."
    assert text.parts == ("gpt-4o", "a version")


def test_braces_in_names_and_in_texts_without_parts_stay() -> None:
    assert worded("Use {0}", "${NAME}") == "Use ${NAME}"
    assert worded("Write {} for no models") == "Write {} for no models"


def test_a_text_is_to_others_what_any_text_is() -> None:
    text = worded("Group {0}", 3)
    assert text in {"Group 3": 1}
    assert json.dumps([text]) == '["Group 3"]'
    assert f"{text}!" == "Group 3!"


@pytest.mark.parametrize("copy", [deepcopy, lambda text: pickle.loads(pickle.dumps(text))])
def test_a_copy_remembers_too(copy: Callable[[Worded], Worded]) -> None:
    text = copy(worded("Group {0}", 3))
    assert (text, text.template, text.parts) == ("Group 3", "Group {0}", (3,))


def test_an_error_gives_its_text_back_whole() -> None:
    text = str(ValueError(worded("Group {0}", 3)))
    assert isinstance(text, Worded)
    assert text.template == "Group {0}"


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 groups of “a”"), (1, "1 group of “a”"), (2, "2 groups of “a”")]
)
def test_what_is_counted_has_one_of_two_forms(count: int, expected: str) -> None:
    text = counted(count, "%n group of “{0}”", "%n groups of “{0}”", "a")
    assert text == expected
    assert (text.amount, text.template) == (count, "%n groups of “{0}”")


def test_sentences_leave_out_what_is_empty_and_are_all_translated() -> None:
    text = sentences("It is empty.", "", worded("Add {0}.", "a"))
    assert text == "It is empty. Add a."
    assert all(isinstance(part, Worded) for part in text.parts)


def test_names_in_a_list_stay_names() -> None:
    assert all_of(["a"]) == one_of(["a"]) == "a"
    assert all_of(["a", "b", "c"]) == "a, b and c"
    assert one_of(["a", "b", "c"]) == "a, b or c"
    assert not any(isinstance(part, Worded) for part in joined(", ", ["a", "b"]).parts)


def test_a_marked_text_keeps_its_parts() -> None:
    text = worded("Group {0}", 3)
    assert marked(text) is text
    assert marked("Whole file").template == "Whole file"


def test_a_changed_name_leaves_the_sentence_as_it_was_made() -> None:
    text = changed(sentences("It failed.", worded("It names “{0}”.", "key")), str.swapcase)
    assert text == "iT FAILED. iT NAMES “KEY”."
    hidden = Masker(["topsecretkey99"]).text(worded("It names “{0}”.", "topsecretkey99"))
    assert isinstance(hidden, Worded)
    assert (hidden, hidden.template) == ("It names “***ey99”.", "It names “{0}”.")
