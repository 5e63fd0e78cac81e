"""What dotenv does not read as it looks can be mended by one edit of its line."""

import pytest

from editor.core.document import Document, EditError
from editor.core.dotenv import parse
from editor.core.validation.problem import Fix, Problem
from tests.generators.dotenvs import dotenv_texts

CONFIG = 'version: "1.3.17"\nendpoints: {}\n'


def fixes(env: str) -> list[tuple[Problem, Fix]]:
    """Return what is offered for a `.env` text."""
    found = Document(CONFIG, env_text=env).problems
    return [(problem, fix) for problem in found if problem.file == "env" for fix in problem.fixes]


def mended(env: str, identity: str) -> str:
    """Return a `.env` text after the fix of that name."""
    document = Document(CONFIG, env_text=env)
    (fix,) = (fix for _, fix in fixes(env) if fix.id == identity)
    return document.edited(document.fix_edit(fix)).env_text


@pytest.mark.parametrize(
    ("env", "identity", "wanted"),
    [
        ("A='sk-1\nB=1\n", "close-quote", "A='sk-1'\nB=1\n"),
        ('export A="x y  \r\nB=1\r\n', "close-quote", 'export A="x y"  \r\nB=1\r\n'),
        ('A="x" y\nB=2\n', "comment-rest", 'A="x" # y\nB=2\n'),
        ("A=1 # old\nB=1\nA=2\n", "remove-overridden", "B=1\nA=2\n"),
        ("A:1\nB=2\n", "write-sign", "A=1\nB=2\n"),
        ("export A:'1' # one\n", "write-sign", "export A='1' # one\n"),
        ("A=ab#cd # note\r\nB=1\n", "quote-value", "A='ab#cd' # note\r\nB=1\n"),
        ("A=ab#cd\n", "part-comment", "A=ab #cd\n"),
        ("A=ab#cd ef \n", "quote-value", "A='ab#cd ef' \n"),
        ('A="x\\ny" z\n', "comment-rest", 'A="x\\ny" # z\n'),
        ("A=it's#1\n", "quote-value", "A=`it's#1`\n"),
    ],
)
def test_a_line_is_mended(env: str, identity: str, wanted: str) -> None:
    assert mended(env, identity) == wanted


def test_what_no_quote_can_hold_is_not_offered_in_quotes() -> None:
    assert [fix.id for _, fix in fixes("A=a'b`#c\n")] == ["part-comment"]


def test_a_value_that_ends_at_a_hash_is_told_only_where_it_is_in_a_word() -> None:
    env = "A=sk-1#2 # note\nB=1 # one\nC=#\nD='1#2'\n"
    (problem,) = (one for one in Document(CONFIG, env_text=env).problems if one.file == "env")
    assert (problem.code, problem.line) == ("cut-value", 1)
    assert "sk-1" not in problem.message


def test_a_fix_changes_one_variable_at_most() -> None:
    refused = done = 0
    for env in dotenv_texts(3_000, 11):
        before = parse(env)
        for _, fix in fixes(env):
            document = Document(CONFIG, env_text=env)
            try:
                after = document.edited(document.fix_edit(fix)).env_text
            except EditError:
                refused += 1
                continue
            done += 1
            assert after != env
            changed = {
                key for key in before | parse(after) if before.get(key) != parse(after).get(key)
            }
            assert len(changed) <= (fix.id != "remove-overridden"), (env, fix.id)
    assert done > 20 * refused
