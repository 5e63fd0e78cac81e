"""The front door: what a document says, and how it changes."""

from typing import Any

import pytest

from editor.core.document import Document, EditError
from editor.core.dotenv.operations import (
    CommentOutVariable,
    RemoveVariable,
    RenameVariable,
    SetVariable,
)
from editor.core.schema.field import Target
from editor.core.secret import Secret
from editor.core.text import Edit, Patch
from editor.core.validation.problem import Fix, Problem, Severity

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: eastus
        apiKey: ${KEY}
        instanceName: contoso
        deploymentName: shared
        version: "2024-10-21"
        models:
          gpt-4o: true
          7: true
          gpt-4.1: {version: "2024-12-01-preview"}
"""
ENVIRON = {"KEY": "secret"}
GROUP = ("endpoints", "azureOpenAI", "groups", 0)


def document_of(text: str, **settings: Any) -> Document:
    return Document(text, environ=ENVIRON, **settings)


def serious(document: Document) -> list[Problem]:
    return [problem for problem in document.problems if problem.severity is not Severity.INFO]


def test_a_good_config_is_valid_and_lists_its_names_in_librechats_order() -> None:
    document = document_of(CONFIG)
    assert (document.valid, serious(document)) == (True, [])
    assert document.groups == ("eastus",)
    assert document.models == ("7", "gpt-4o", "gpt-4.1")


def test_a_refused_config_lists_no_names() -> None:
    document = document_of(CONFIG.replace("instanceName: contoso", "instanceName: ''"))
    assert (document.valid, document.models, document.groups) == (False, (), ())


def test_a_problem_points_at_the_value_and_quotes_librechat() -> None:
    document = document_of(CONFIG.replace('"2024-10-21"', "2024-10-21"))
    (problem,) = serious(document)
    assert (problem.line, problem.column, problem.end_line, problem.end_column) == (9, 18, 9, 28)
    assert problem.path == (*GROUP, "version")
    assert problem.server_message == "Expected string, received date"
    assert problem.reported


def test_a_problem_of_a_missing_key_points_at_the_group() -> None:
    document = document_of(CONFIG.replace("        apiKey: ${KEY}\n", ""))
    (problem,) = serious(document)
    assert (problem.line, problem.path) == (5, (*GROUP, "apiKey"))


def test_lines_are_counted_by_any_line_end_and_columns_by_code_points() -> None:
    for line_end in ("\n", "\r\n", "\r"):
        text = "\ufeffversion: '1'\n# 😀\n'😀': 1\n".replace("\n", line_end)
        (problem,) = (p for p in document_of(text).problems if p.code == "unknown-section")
        assert (problem.line, problem.column, problem.end_column) == (3, 1, 4)


def test_every_fix_can_be_applied_and_ends_its_problem() -> None:
    document = document_of(CONFIG.replace('"2024-10-21"', "2024-10-21").replace("apiKey", "apikey"))
    for _ in range(9):
        fixes = [fix for problem in document.problems for fix in problem.fixes]
        if not fixes:
            break
        document = document.apply(fixes[0].operations)
    assert document.text == CONFIG


def test_a_fix_can_change_both_texts_in_one_edit() -> None:
    document = Document(CONFIG, "A=1\n")
    operation = {"op": "set", "path": ["version"], "value": "1.3.14"}
    env = (RenameVariable("A", "B"), SetVariable("C", Secret("s")), CommentOutVariable("B"))
    fix = Fix(id="both", title="Change both", operations=(operation,), env=env)
    edit = document.fix_edit(fix)
    edited = document.edited(edit)
    assert edit.label == "Change both"
    assert edited.text == document.apply([operation]).text
    assert edited.env_text == "# B=1\nC=s\n"
    only_env = Fix(id="env", title="x", operations=(), env=(RemoveVariable("A"),))
    assert Document("a: [", "A=1\n").fix_edit(only_env).env == (Patch(0, 4, ""),)


def test_a_fix_that_one_text_refuses_changes_neither() -> None:
    operation = {"op": "set", "path": ["version"], "value": "1.3.14"}
    env = (SetVariable("NOT A NAME", Secret("s")),)
    with pytest.raises(EditError, match="letters") as refused:
        Document(CONFIG).fix_edit(Fix(id="x", title="x", operations=(operation,), env=env))
    assert (refused.value.index, refused.value.line) == (1, None)


def test_a_fix_that_changes_the_env_text_is_never_safe() -> None:
    with pytest.raises(ValueError, match="not safe"):
        Fix(id="x", title="x", operations=(), env=(RemoveVariable("A"),), safe=True)


def test_operations_are_done_in_order_all_or_none() -> None:
    document = document_of(CONFIG)
    changed = document.apply(
        [
            {"op": "rename", "path": [*GROUP, "models", "gpt-4o"], "name": "gpt-4o"},
            {"op": "set", "path": [*GROUP, "models", "gpt-4o"], "value": False},
        ]
    )
    assert changed.text == CONFIG.replace("gpt-4o: true", "gpt-4o: false")
    with pytest.raises(EditError) as refused:
        document.apply(
            [
                {"op": "unset", "path": ["version"]},
                {"op": "unset", "path": [*GROUP, "no such key"]},
            ]
        )
    assert (refused.value.index, refused.value.line) == (1, 4)
    assert document.text == CONFIG


@pytest.mark.parametrize(
    ("operation", "word"),
    [
        ({"op": "replace", "path": []}, "op"),
        ({"op": "set", "path": "version", "value": 1}, "path"),
        ({"op": "set", "path": ["version", None], "value": 1}, "path"),
        ({"op": "set", "path": ["version"]}, "value"),
        ({"op": "set", "path": ["version"], "value": {1: 2}}, "value"),
        ({"op": "set", "path": ["version"], "value": [{1}]}, "value"),
        ({"op": "rename", "path": ["version"], "name": 1}, "name"),
        ({"op": "move", "path": ["version"], "to": -1}, "to"),
        ({"op": "unset", "path": ["version"], "value": 1}, "value"),
        ({"op": "unset", "path": ["version"], "detach": "yes"}, "detach"),
    ],
)
def test_what_is_no_operation_is_refused_by_name(operation: dict[str, object], word: str) -> None:
    with pytest.raises(EditError, match=f"“{word}”"):
        document_of(CONFIG).apply([operation])


def test_new_keys_of_a_group_go_where_the_field_table_puts_them() -> None:
    document = document_of(CONFIG).apply([{"op": "set", "path": [*GROUP, "baseURL"], "value": "u"}])
    lines = document.text.splitlines()
    assert lines.index('        baseURL: "u"') < lines.index("        models:")


def test_an_edit_of_the_text_equals_reading_the_new_text() -> None:
    document = document_of(CONFIG)
    _ = document.problems
    start = CONFIG.index("eastus")
    edited = document.edited(Edit("Type", (Patch(start, start + 6, "a: b"),)))
    fresh = document_of(edited.text)
    assert edited.problems == fresh.problems
    mended = edited.edited(Edit("Type", (Patch(start, start + 4, "west"),)))
    assert (mended.groups, serious(mended)) == (("west",), [])


def test_another_target_judges_the_same_text_by_other_rules() -> None:
    config = CONFIG.replace("    groups:", "    titleTiming: 5\n    groups:", 1)
    newer = document_of(config)
    older = newer.for_target(Target.V0_7)
    assert not newer.valid
    assert older.valid
    assert "ignored-key" in [problem.code for problem in older.problems]
    assert "ignored-key" not in [problem.code for problem in newer.problems]


def test_a_target_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"0\.6"):
        document_of(CONFIG, target="0.6")


def test_a_file_that_is_one_text_is_read_a_second_time_as_librechat_does() -> None:
    document = document_of("|\n  " + CONFIG.replace("\n", "\n  "))
    assert document.value == document_of(CONFIG).value
    assert document.valid
    (wrapped,) = (problem for problem in document.problems if problem.code == "wrapped-file")
    assert (wrapped.severity, wrapped.line) == ("warning", 1)


def test_a_document_prints_nothing_of_its_texts_and_variables() -> None:
    document = Document(CONFIG, "A_KEY=hidden-1", environ={"B_KEY": "hidden-2"})
    assert repr(document) == "Document(target=<Target.V0_8: '0.8'>)"
    assert repr(document.environment) == "Environment()"
