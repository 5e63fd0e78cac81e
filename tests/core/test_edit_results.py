"""The exact lines that an edit removes and adds, for one hand-made file per peculiarity."""

from difflib import ndiff

import pytest

from editor.core.document import Document
from tests.cases import case_text
from tests.core.operations import AZURE, EAST, WEST, duplicate, insert, move, put, rename, unset
from tests.laws.reference import Operation


def changed_lines(old: str, new: str) -> list[str]:
    """Return the lines of a diff that differ, `-` or `+` in front; a carriage return shows as ␍."""
    lines = ndiff(old.replace("\r", "␍").split("\n"), new.replace("\r", "␍").split("\n"))
    return [line[0] + line[2:] for line in lines if line[0] in "-+"]


RESULTS = [
    (
        "block-style",
        put(*EAST, "version", value="2024-12-01-preview"),
        ['-        version: "2024-10-21"', '+        version: "2024-12-01-preview"'],
    ),
    (
        "strings-that-look-typed",
        put(*EAST, "version", value="2025-01-01"),
        ["-        version: '2024-10-21'", "+        version: '2025-01-01'"],
    ),
    (
        "strings-that-look-typed",
        put(*EAST, "apiKey", value="it's"),
        ["-        apiKey: 'null'", "+        apiKey: 'it''s'"],
    ),
    (
        "strings-that-look-typed",
        put(*EAST, "instanceName", value=False),
        ['-        instanceName: "true"', "+        instanceName: false"],
    ),
    (
        "comments-beside",
        put(*EAST, "models", "gpt-4o", value=False),
        ["-          gpt-4o: true # big", "+          gpt-4o: false # big"],
    ),
    (
        "comments-beside",
        unset(*EAST, "instanceName"),
        ["-        instanceName: 'contoso'   # 'quoted'"],
    ),
    (
        "comments-above",
        unset(*EAST, "models", "gpt-4o"),
        ["-          # the big one", "-          gpt-4o: true"],
    ),
    (
        "comments-above",
        duplicate(*EAST, "models", "gpt-4o", name="gpt-5"),
        ["+          # the big one", "+          gpt-5: true"],
    ),
    (
        "comments-above",
        move(*EAST, "models", "gpt-4o", to=1),
        [
            "+          # the small one",
            "+          gpt-4o-mini: true",
            "-          # the small one",
            "-          gpt-4o-mini: true",
        ],
    ),
    (
        "comments-after",
        insert(*WEST, "models", "o1", value=True),
        ["+          o1: true"],
    ),
    (
        "comment-rulers",
        unset(*WEST),
        [
            "-      #--- west ---#",
            "-      - group: westus",
            "-        apiKey: ${KEY2}",
            "-        models:",
            "-          gpt-4: true",
        ],
    ),
    (
        "block-style",
        unset(*EAST, "group"),
        [
            "-      - group: eastus",
            "-        apiKey: ${EASTUS_KEY}",
            "+      - apiKey: ${EASTUS_KEY}",
        ],
    ),
    (
        "models-without-a-value",
        insert(*EAST, "models", "gpt-4o", value=True),
        ["+          gpt-4o: true"],
    ),
    (
        "models-without-a-value",
        put(*AZURE, "groups", 2, "models", "gpt-4o", value=True),
        ["+          gpt-4o: true"],
    ),
    (
        "list-at-parent-column",
        insert(*EAST, "dropParams", "-", value="temperature"),
        ["+      - temperature"],
    ),
    (
        "mixed-list-indentation",
        insert(*EAST, "dropParams", "-", value="user"),
        ["+          - user"],
    ),
    ("crlf", insert(*EAST, "models", "o1", value=True), ["+          o1: true␍"]),
    (
        "crlf",
        rename(*EAST, "models", "gpt-4o", name="gpt-5"),
        ["-          gpt-4o: true # big␍", "+          gpt-5: true # big␍"],
    ),
    (
        "no-final-newline",
        insert(*WEST, "models", "o3", value=True),
        ["+          o3: true"],
    ),
    (
        "no-final-newline-after-a-list",
        insert(*EAST, "dropParams", "-", value="user"),
        ["+      - user"],
    ),
    (
        "wide-gap-after-dash",
        insert(*EAST, "deploymentName", value="gpt-4o"),
        ["+          deploymentName: gpt-4o"],
    ),
    (
        "flow-models",
        put(*EAST, "models", "gpt-4", "deploymentName", value="5, 6"),
        [
            "-        models: {gpt-4o: true, gpt-4: {deploymentName: four}, o1: false}   # three",
            '+        models: {gpt-4o: true, gpt-4: {deploymentName: "5, 6"}, o1: false}   # three',
        ],
    ),
    (
        "flow-models",
        insert(*EAST, "dropParams", "-", value="temperature"),
        [
            '-        dropParams: [ "stop", user ]',
            '+        dropParams: [ "stop", user, "temperature" ]',
        ],
    ),
    (
        "flow-models",
        unset(*EAST, "models", "gpt-4"),
        [
            "-        models: {gpt-4o: true, gpt-4: {deploymentName: four}, o1: false}   # three",
            "+        models: {gpt-4o: true, o1: false}   # three",
        ],
    ),
    (
        "flow-models",
        move(*EAST, "models", "o1", to=0),
        [
            "-        models: {gpt-4o: true, gpt-4: {deploymentName: four}, o1: false}   # three",
            "+        models: {o1: false, gpt-4o: true, gpt-4: {deploymentName: four}}   # three",
        ],
    ),
    (
        "flow-over-several-lines",
        unset(*AZURE, "titleModel"),
        ["-    titleModel: gpt-4o,   # beside an entry"],
    ),
    (
        "azure-without-a-value",
        put(*AZURE, "titleModel", value="gpt-5"),
        ['+    titleModel: "gpt-5"'],
    ),
    (
        "without-azure",
        put(*AZURE, "titleModel", value="gpt-5"),
        ["+  azureOpenAI:", '+    titleModel: "gpt-5"'],
    ),
    (
        "commented-out-section",
        put("interface", "endpointsMenu", value=False),
        ["-  endpointsMenu: true", "+  endpointsMenu: false"],
    ),
    (
        "anchors-and-aliases",
        put(*WEST, "apiKey", value="${OTHER}"),
        ["-        apiKey: *key", "+        apiKey: ${OTHER}"],
    ),
    (
        "merge-keys",
        put(*WEST, "version", value="2024-10-21"),
        [
            '-        version: "2024-06-01" # own',
            '+        version: "2024-10-21" # own',
        ],
    ),
    (
        "explicit-keys",
        put(*EAST, "apiKey", value="${NEW}"),
        ["-        : ${KEY} # value", "+        : ${NEW} # value"],
    ),
    (
        "block-scalars",
        put(*AZURE, "titlePrompt", value="one\ntwo\n"),
        [
            "+      one",
            "+      two",
            "-      Name this chat.",
            "-",
            "-        # not a comment",
            "-      key: not a key",
        ],
    ),
    (
        "document-end",
        insert(*EAST, "models", "o1", value=True),
        ["+          o1: true"],
    ),
    (
        "long-lines",
        put(*EAST, "group", value="westus"),
        None,
    ),
    (
        "tab-after-a-dash",
        put(*EAST, "dropParams", 0, value="user"),
        ["-          -\tstop", "+          -\tuser"],
    ),
    (
        "trailing-blanks",
        put(*EAST, "group", value="westus"),
        ["-      - group: eastus     ", "+      - group: westus     "],
    ),
    (
        "keys-that-need-quotes",
        rename(*EAST, "models", "gpt 4", name="gpt: 5"),
        None,
    ),
    (
        "astral-characters",
        put(*EAST, "dropParams", 0, value="🎈"),
        ['-        dropParams: [😀, "🎉, 🎊"]', '+        dropParams: [🎈, "🎉, 🎊"]'],
    ),
    (
        "block-scalar-at-the-end",
        insert(*AZURE, "custom", value=1),
        ["+    custom: 1"],
    ),
    (
        "byte-order-mark",
        put("version", value="1.3.17"),
        ['-\ufeffversion: "1.3.14"', '+\ufeffversion: "1.3.17"'],
    ),
]


@pytest.mark.parametrize(("name", "operation", "expected"), RESULTS)
def test_an_edit_changes_exactly_these_lines(
    name: str, operation: Operation, expected: list[str] | None
) -> None:
    text = case_text(f"{name}.yaml")
    found = changed_lines(text, Document(text).apply([operation]).text)
    if expected is None:
        assert len(found) == 2
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("text", "operation", "value"),
    [
        ("!!seq []\n", insert("-", value="a"), ["a"]),
        ("!!map {} # c\n", insert("a", value=[1]), {"a": [1]}),
        ("[] # c\n", insert(0, value={"a": 1}), [{"a": 1}]),
        ("- [] # c\n- 1\n", insert(0, "-", value="a"), [["a"], 1]),
        ("- {} # c\n- 1\n", insert(0, "a", value=1), [{"a": 1}, 1]),
        ("- # c\n  a: 1\n- 1\n", put(0, value=["x"]), [["x"], 1]),
        ("- x # c\n- 1\n", put(0, value=[["x"], {}]), [[["x"], {}], 1]),
        ("a: { # c\n }\n", insert("a", "b", value=1), {"a": {"b": 1}}),
        ("- - a\n  -\n- b\n", put(0, 0, value="x"), [["x", None, "b"]]),
        ("a: |+\n  x\n\nb: 1\nc: 2\n", unset("b"), {"a": "x\n\n", "c": 2}),
        ("a: 1\nb: |+\n  x\n\nc: 2\n", unset("c"), {"a": 1, "b": "x\n\n"}),
        ("b: |+\n  x\n\n", insert("c", value=2), {"b": "x\n\n", "c": 2}),
    ],
)
def test_an_edit_at_the_edge_keeps_values_and_comments(
    text: str, operation: Operation, value: object
) -> None:
    edited = Document(text).apply([operation])
    assert edited.value == value
    assert Document(edited.text).value == value
    assert text.count("# c") == edited.text.count("# c")


def test_a_missing_section_is_made_in_the_style_of_the_file() -> None:
    text = case_text("without-endpoints.yaml")
    new = Document(text).apply([insert("endpoints", value={"azureOpenAI": {"groups": []}})]).text
    assert "endpoints:\n  azureOpenAI:\n    groups: []\n" in new
    assert new.replace("endpoints:\n  azureOpenAI:\n    groups: []\n", "").split() == text.split()
