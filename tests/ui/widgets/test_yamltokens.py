"""Lines of YAML get the colours that a reader expects."""

import pytest

from editor.ui.widgets.yamltokens import NORMAL, stretches


def coloured(line: str, state: int = NORMAL) -> list[tuple[str, str]]:
    """Return each coloured piece of text with its role's last part."""
    found, _ = stretches(line, state)
    return [(line[start : start + length], role[4:]) for start, length, role in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("endpoints:", []),
        ("  # titles are cheap", [("# titles are cheap", "comment")]),
        ('  titleModel: "gpt-4o-mini"', [('"gpt-4o-mini"', "string")]),
        ("  titleConvo: true", [("true", "number")]),
        ("  n: 12  # why", [("12", "number"), ("# why", "comment")]),
        ("  url: https://x.y/a#b", [("https://x.y/a#b", "string")]),
        ("  name: gpt-4o prod", [("gpt-4o prod", "string")]),
        ("- group: eastus", [("eastus", "string")]),
        ('  k: "${KEY}"', [('"${KEY}"', "string"), ("${KEY}", "env")]),
        ("  k: ${KEY}", [("${KEY}", "string"), ("${KEY}", "env")]),
        ("{a: 1, 'b c': x}", [("1", "number"), ("x", "string")]),
        ("a: &anchor x", [("x", "string")]),
        ("'it''s': 'isn''t'", [("'isn''t'", "string")]),
        ("version: 2024-10-21", [("2024-10-21", "string")]),
        ("a: ~", [("~", "number")]),
    ],
)
def test_a_line_is_coloured(line: str, expected: list[tuple[str, str]]) -> None:
    assert coloured(line) == expected


def test_a_block_scalar_is_a_string_until_the_indent_ends() -> None:
    state = stretches("  - prompt: |  # note")[1]

    assert coloured("      key: value # text", state) == [("      key: value # text", "string")]
    assert coloured("    other: 1", state) == [("1", "number")]
    assert stretches("", state)[1] == state


def test_a_quoted_string_goes_on_until_its_end() -> None:
    _, state = stretches('a: "first')

    assert coloured('  last" # why', state) == [('  last"', "string"), ("# why", "comment")]
    assert stretches("middle", state)[1] == state


def test_a_long_line_is_quick() -> None:
    line = "a: " + "x: y " * 20_000

    assert stretches(line)[1] == NORMAL
