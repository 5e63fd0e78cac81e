"""Whatever is written reads back as it was meant, and every other byte stays."""

from hypothesis import given
from hypothesis import strategies as st

from editor.core.dotenv import (
    Unwritable,
    assignments,
    comment_out,
    parse,
    remove,
    rename,
    set_value,
)
from editor.core.dotenv.writing import writings
from editor.core.text import apply
from tests.generators.dotenvs import dotenv_texts

VALUES = st.text(st.sampled_from("ab #'\"`\\n\n\r\t$\u2028=:") | st.characters(codec="utf-8"))
TEXTS = tuple(dotenv_texts(400, 11))


def is_kept(old: str, new: str, start: int, end: int) -> bool:
    return new.startswith(old[:start]) and new.endswith(old[end:])


@given(VALUES)
def test_every_way_of_writing_means_the_value(value: str) -> None:
    for written in writings(value):
        assert parse(f"A={written}\nB=1\n") == {"A": value, "B": "1"}


@given(st.sampled_from(TEXTS), st.sampled_from(("A", "AZURE_KEY", "KEY_2", "new.name")), VALUES)
def test_setting_gives_the_value_and_keeps_all_other_bytes(
    text: str, name: str, value: str
) -> None:
    try:
        patches = set_value(text, name, value)
    except Unwritable:
        return
    new = apply(text, patches)
    assert parse(new) == parse(text) | {name: value}
    assert len(patches) <= 1
    for start, end, _ in patches:
        assert is_kept(text, new, start, end)


@given(st.sampled_from(TEXTS), st.sampled_from(("A", "AZURE_KEY", "KEY_2", "export")))
def test_after_taking_a_variable_out_dotenv_reads_exactly_the_others(text: str, name: str) -> None:
    others = [(one.key, one.value) for one in assignments(text) if one.key != name]
    for change in (comment_out, remove):
        try:
            new = apply(text, change(text, name))
        except Unwritable:
            continue
        assert [(one.key, one.value) for one in assignments(new)] == others


@given(st.sampled_from(TEXTS), st.sampled_from(("A", "AZURE_KEY", "KEY_2", "export")))
def test_renaming_keeps_all_values(text: str, name: str) -> None:
    new = apply(text, rename(text, name, "NEW_NAME"))
    assert [one.value for one in assignments(new)] == [one.value for one in assignments(text)]
    assert name not in [one.key for one in assignments(new)]
