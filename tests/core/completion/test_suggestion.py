"""Offers fit what is being typed at the cursor."""

from __future__ import annotations

import pytest

from editor.core.completion.suggestion import Offers, Suggestion

OFFERS = Offers(
    whole=(Suggestion("gpt-4o", "128k"), Suggestion("my-gpt-4"), Suggestion("gpt-4")),
    variables=(Suggestion("EAST_KEY"), Suggestion("PORT")),
    placeholders=(Suggestion("LIBRECHAT_USER_ID"), Suggestion("LIBRECHAT_USER_NAME")),
)


def texts(typed: str, *, is_asked: bool = False) -> list[str]:
    """Return what is offered for a text in which `|` is the cursor."""
    found = OFFERS.completion(typed.replace("|", ""), typed.index("|"), is_asked=is_asked)
    return [] if found is None else [one.text for one in found.suggestions]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("|", []),
        ("$|", ["${EAST_KEY}", "${PORT}"]),
        ("a ${po|", ["${PORT}"]),
        ("${PORT}|", []),
        ("{{|", ["{{LIBRECHAT_USER_ID}}", "{{LIBRECHAT_USER_NAME}}"]),
        ("x {{user_n|", ["{{LIBRECHAT_USER_NAME}}"]),
        ("gpt-4|", ["gpt-4", "gpt-4o", "my-gpt-4"]),
        ("GPT-4O|", ["gpt-4o"]),
        ("gpt-4o|", []),
        ("nothing|", []),
    ],
)
def test_what_was_begun_is_completed(typed: str, offered: list[str]) -> None:
    assert texts(typed) == offered


@pytest.mark.parametrize("typed", ["|", "gpt-4o|", "nothing|"])
def test_everything_is_offered_when_asked(typed: str) -> None:
    assert texts(typed, is_asked=True) == ["gpt-4o", "my-gpt-4", "gpt-4"]


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("https://$p|/x", "https://${PORT}/x"),
        ("${P|}", "${PORT}"),
        ("a {{user_id|}} b", "a {{LIBRECHAT_USER_ID}} b"),
        ("a {{user_id|} b", "a {{LIBRECHAT_USER_ID}} b"),
    ],
)
def test_an_offer_replaces_what_was_typed_of_it(typed: str, after: str) -> None:
    text = typed.replace("|", "")
    found = OFFERS.completion(text, typed.index("|"))
    assert found is not None
    assert text[: found.start] + found.suggestions[0].text + text[found.end :] == after
    assert found.is_certain
