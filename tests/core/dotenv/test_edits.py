"""An edit of a `.env` text changes one variable; every other byte and variable stays."""

import pytest

from editor.core.dotenv import Unwritable, add, comment_out, parse, remove, rename, set_value
from editor.core.text import apply


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("A=1\n", "2", "A=2\n"),
        ("A=1", "2", "A=2"),
        ("\ufeffexport A = '1'  # note\r\nB=2\r\n", "x", "\ufeffexport A = 'x'  # note\r\nB=2\r\n"),
        ("A=1\nA=2\n", "3", "A=1\nA=3\n"),
        ("A: old\n", "new", "A: new\n"),
        ("A= # note\n", "x", "A=x # note\n"),
        ("A=# note\n", "x", "A=x # note\n"),
        ("A='x' # it's\n", "", "A='' # it's\n"),
        ("A=x\n", "", "A=\n"),
        ("A=x\n'quoted'\n", "", "A=''\n'quoted'\n"),
        ("A=two words\n", "three more words", "A=three more words\n"),
        ("A=x\n", " padded ", "A=' padded '\n"),
        ("A=x\n", "a#b", "A='a#b'\n"),
        ("A=x\n", "p@$$w0rd", "A='p@$$w0rd'\n"),
        ('A="x"\n', "p@$$w0rd", 'A="p@$$w0rd"\n'),
        ("A='x'\n", "it's", 'A="it\'s"\n'),
        ("A=x\n", 'it\'s "so"', 'A=`it\'s "so"`\n'),
        ('A="x"\n', "C:\\new", "A='C:\\new'\n"),
        ("A=x\r\n", "1\n2", 'A="1\\n2"\r\n'),
        ("A='1\r\n2'\r\nB=1\r\n", "3\n4", "A='3\r\n4'\r\nB=1\r\n"),
        ("A='open\nB=2\n", "x", "A=x\nB=2\n"),
        ("A='open\nB=2\n", "a'b#", 'A="a\'b#"\nB=2\n'),
    ],
)
def test_setting_a_value_keeps_all_else(text: str, value: str, expected: str) -> None:
    patches = set_value(text, "A", value)
    assert apply(text, patches) == expected
    assert parse(expected)["A"] == value


def test_setting_the_value_that_is_there_changes_nothing() -> None:
    assert set_value("A='1'\n", "A", "1") == ()


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("", "A", "A=v\n"),
        ("X=1", "A", "X=1\nA=v"),
        ("X=1\r\n", "A", "X=1\r\nA=v\r\n"),
        ("EAST_URL=1\n\n# other\nX=1\n", "EAST_KEY", "EAST_URL=1\nEAST_KEY=v\n\n# other\nX=1\n"),
        (
            "export EAST_URL=1 # x\nX=1\n",
            "EAST_KEY",
            "export EAST_URL=1 # x\nexport EAST_KEY=v\nX=1\n",
        ),
        ("X:\n", "A", "A=v\nX:\n"),
    ],
)
def test_a_new_variable_goes_to_its_relatives_or_to_the_end(
    text: str, name: str, expected: str
) -> None:
    assert apply(text, set_value(text, name, "v")) == expected


def test_a_new_variable_goes_behind_those_that_are_named_or_into_its_block() -> None:
    text = "X=1\nY=2\n"
    assert apply(text, add(text, "A", "v", near={"X"})) == "X=1\nA=v\nY=2\n"
    blocked = apply(text, add(text, "A", "v", block="Azure OpenAI"))
    assert blocked == "X=1\nY=2\n\n# Azure OpenAI\nA=v\n"
    again = apply(blocked + "\n# Z\n", add(blocked + "\n# Z\n", "B", "w", block="Azure OpenAI"))
    assert again == "X=1\nY=2\n\n# Azure OpenAI\nA=v\nB=w\n\n# Z\n"


def test_adding_what_is_there_sets_it() -> None:
    assert apply("A=1\nB=1\n", add("A=1\nB=1\n", "A", "2", block="x")) == "A=2\nB=1\n"


def test_renaming_keeps_values_and_places() -> None:
    text = "A=1 # A\nB='\nA=3\n'\nexport A = 2\n"
    expected = "C=1 # A\nB='\nA=3\n'\nexport C = 2\n"
    assert apply(text, rename(text, "A", "C")) == expected
    assert rename(text, "X", "Y") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A=1\nB=2\n", "# A=1\nB=2\n"),
        ("\ufeff  export A=1", "\ufeff#   export A=1"),
        ("A='1\r\nB=2\r\n3' # x\r\nC=4\r\n", "# A='1\r\n# B=2\r\n# 3' # x\r\nC=4\r\n"),
        ('A=1\nB=2\nA="open\n', '# A=1\nB=2\n# A="open\n'),
        ("B='open\nA=''\n", "B='open\n# A=''\n"),
    ],
)
def test_commenting_out_puts_a_hash_before_each_line(text: str, expected: str) -> None:
    assert apply(text, comment_out(text, "A")) == expected
    assert parse(expected) == {key: value for key, value in parse(text).items() if key != "A"}


def test_a_note_stands_once_above_lines_that_follow_each_other() -> None:
    text = "X=0\nA=1\nB=2\n\nC=3\n"
    for name in "ABC":
        text = apply(text, comment_out(text, name, "replaced"))
    assert text == "X=0\n# replaced\n# A=1\n# B=2\n\n# replaced\n# C=3\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A=1\nB=2\n", "B=2\n"),
        ("B=2\nA=1", "B=2"),
        ("A=1", ""),
        ("B=2\n# note\nA='1\n2' # x\nA=3", "B=2\n# note"),
        ("\ufeffA=1\r\nB=2\r\n", "\ufeffB=2\r\n"),
        ("B=\nA=1\n'quoted'\n", "B=\n#\n'quoted'\n"),
    ],
)
def test_removing_takes_the_lines_out(text: str, expected: str) -> None:
    assert apply(text, remove(text, "A")) == expected


def test_what_cannot_be_written_is_refused_with_a_reason() -> None:
    with pytest.raises(Unwritable, match="No way of quoting"):
        set_value("A=1\n", "A", "'\"`#")
    with pytest.raises(Unwritable, match="may have letters"):
        add("", "MY KEY", "1")
    with pytest.raises(Unwritable, match="may have letters"):
        rename("A=1", "A", "")
    with pytest.raises(Unwritable, match="already"):
        rename("A=1\nB=2", "A", "B")
