"""A `.env` text is read as npm dotenv 16.6.1 reads it, and each part is where it is said to be."""

import re

import pytest

from editor.core.dotenv import Assignment, assignments, parse
from editor.core.text import Span
from tests.generators.dotenvs import dotenv_texts

CASES = {
    "A=1": {"A": "1"},
    "A=1\nA=2": {"A": "2"},
    "A=\nB=2": {"A": "", "B": "2"},
    "  A = spaced  ": {"A": "spaced"},
    "export A=1": {"A": "1"},
    "export=1": {"export": "1"},
    "A: 1": {"A": "1"},
    "A:1": {},
    "A:\nB=2": {"A": "B=2"},
    "A\n=\n'1'": {"A": "1"},
    "no assignment\nA=1": {"A": "1"},
    "# A=1": {},
    "A=1 # note": {"A": "1"},
    "A=a#b": {"A": "a"},
    "A='a#b' # note": {"A": "a#b"},
    "A='a' b": {"A": "'a' b"},
    'A="a" "b"': {"A": 'a" "b'},
    "A='open\nB=2": {"A": "'open", "B": "2"},
    'A="1\n2"\nB=3': {"A": "1\n2", "B": "3"},
    'A="1\\n2"': {"A": "1\n2"},
    "A='1\\n2'": {"A": "1\\n2"},
    'A=`it\'s "so"`': {"A": 'it\'s "so"'},
    'A="say \\"x\\""': {"A": 'say \\"x\\"'},
    "A='a\\'\nB='b'": {"A": "a\\", "B": "b"},
    "\ufeffA=1\r\nB='2\r\n3'\r\nC=4": {"A": "1", "B": "2\n3", "C": "4"},
    "A=1\rB=2": {"A": "1", "B": "2"},
    "A=a\u2028b\nB=1 # x\u2028C=2": {"A": "a\u2028b", "B": "1", "C": "2"},
    "\x85A=1": {},
    "A=$B ${C}": {"A": "$B ${C}"},
    "__proto__=1\ntoString=2": {"toString": "2"},
    "é=1\na.b-c=2\n1=3": {"a.b-c": "2", "1": "3"},
    "": {},
}


@pytest.mark.parametrize("text", CASES)
def test_a_text_assigns_what_dotenv_finds_in_it(text: str) -> None:
    assert parse(text) == CASES[text]


def test_an_assignment_knows_its_parts() -> None:
    text = '# keys\r\nexport KEY = "a b"  # note\r\nEMPTY=\r\n'
    key, empty = assignments(text)
    assert key == Assignment("KEY", "a b", Span(15, 18), Span(21, 26), '"', is_exported=True)
    assert text[slice(*key.value_span)] == '"a b"'
    assert empty == Assignment("EMPTY", "", Span(36, 41), Span(42, 42), "", is_exported=False)


def test_the_spans_of_any_text_hold_key_and_value() -> None:
    for text in dotenv_texts(2_000, 2):
        for found in assignments(text):
            assert text[slice(*found.key_span)] == found.key
            written = re.sub("\r\n?", "\n", text[slice(*found.value_span)])
            if found.quote:
                assert written[0] == written[-1] == found.quote
            if not re.search("[\\\\\u2028\u2029]", written):
                assert found.value == (written[1:-1] if found.quote else written)


def test_long_runs_of_blanks_are_read_in_linear_time() -> None:
    assert parse("\n" * 1_000_000 + "A=1" + " " * 1_000_000) == {"A": "1"}
    assert len(assignments("A='\n" * 100_000)) > 1_000


def test_a_large_text_is_read_in_linear_time() -> None:
    awkward = ("\u2028'x\u2028\"y", "A='\\'x\n", 'A="\n', "export\n", "A='1\n2'\n", "\0\x01\xff=")
    for piece in awkward:
        text = "A=" + piece * (200_000 // len(piece))
        assert len(assignments(text)) >= 1
