"""The exact lines that an edit removes and adds, for one hand-made file per peculiarity."""

from difflib import ndiff

import pytest

from editor.core.document import Document, EditError
from tests.cases import case_text
from tests.laws.reference import Operation, applied

AZURE = ("endpoints", "azureOpenAI")
EAST = (*AZURE, "groups", 0)
WEST = (*AZURE, "groups", 1)


def put(*path: str | int, value: object) -> Operation:
    return {"op": "set", "path": path, "value": value}


def unset(*path: str | int) -> Operation:
    return {"op": "unset", "path": path}


def rename(*path: str | int, name: str) -> Operation:
    return {"op": "rename", "path": path, "name": name}


def insert(*path: str | int, value: object) -> Operation:
    return {"op": "insert", "path": path, "value": value}


def move(*path: str | int, to: int) -> Operation:
    return {"op": "move", "path": path, "to": to}


def duplicate(*path: str | int, name: str | None = None) -> Operation:
    return {"op": "duplicate", "path": path} | ({"name": name} if name is not None else {})


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


def test_a_missing_section_is_made_in_the_style_of_the_file() -> None:
    text = case_text("without-endpoints.yaml")
    new = Document(text).apply([insert("endpoints", value={"azureOpenAI": {"groups": []}})]).text
    assert "endpoints:\n  azureOpenAI:\n    groups: []\n" in new
    assert new.replace("endpoints:\n  azureOpenAI:\n    groups: []\n", "").split() == text.split()


REFUSALS = [
    ("anchors-and-aliases", put("x-models", "gpt-4o", value=False), 2),
    ("anchors-and-aliases", put(*EAST, "models", "gpt-4o", value=False), 12),
    ("merge-keys", put(*EAST, "apiKey", value="x"), None),
    ("merge-keys", unset(*EAST, "apiKey"), None),
    ("merge-keys", rename(*EAST, "apiKey", name="x"), None),
    ("block-style", unset(*EAST, "nothing"), None),
    ("block-style", put(*AZURE, "groups", 7, "group", value="x"), None),
    ("block-style", insert(*AZURE, "groups", 3, value={}), None),
    ("block-style", insert(*EAST, "group", value="x"), None),
    ("block-style", insert(*EAST, "group", "x", value="x"), None),
    ("block-style", rename(*EAST, "group", name="apiKey"), None),
    ("block-style", rename(*EAST, name="x"), None),
    ("block-style", rename(*EAST, "nothing", name="x"), None),
    ("block-style", move(*EAST, to=2), None),
    ("block-style", move(*EAST, to=-1), None),
    ("block-style", duplicate(*EAST, "group"), None),
    ("block-style", duplicate(*EAST, "group", name="apiKey"), None),
    ("block-style", duplicate(*EAST, name="x"), None),
    ("block-style", duplicate(*EAST, "nothing", name="x"), None),
    ("bad/tab-indentation", put("version", value="1"), 3),
    ("bad/two-documents", put("version", value="1"), None),
    ("bad/unclosed-quote", put("version", value="1"), 3),
    ("bad/root-list", put("version", value="1"), None),
]


@pytest.mark.parametrize(("name", "operation", "line"), REFUSALS)
def test_what_cannot_be_edited_is_refused_with_reason_and_line(
    name: str, operation: Operation, line: int | None
) -> None:
    document = Document(case_text(f"{name}.yaml"))
    with pytest.raises(EditError) as refused:
        document.apply([operation])
    assert refused.value.index == 0
    assert refused.value.reason
    assert isinstance(refused.value.line, int | None)
    if line is not None:
        assert refused.value.line == line


DETACHED = [
    ("anchors-and-aliases", put(*EAST, "models", "gpt-4o", value=False)),
    ("merge-keys", put(*EAST, "apiKey", value="x")),
    ("merge-keys", unset(*EAST, "apiKey")),
    ("merge-keys", rename(*EAST, "apiKey", name="x")),
    ("merge-key-last-or-alone", unset(*EAST, "apiKey")),
    ("merge-key-last-or-alone", put(*EAST, "version", value="2025-01-01")),
    ("merge-key-last-or-alone", unset(*WEST, "apiKey")),
    ("merge-key-last-or-alone", put(*WEST, "apiKey", value="x")),
    ("shared-key-in-two-groups", insert(*WEST, "models", "o1", value=True)),
    ("shared-key-in-two-groups", put(*EAST, "models", "gpt-4", "version", value="1")),
]


@pytest.mark.parametrize(("name", "operation"), DETACHED)
def test_a_detached_edit_changes_one_place_only(name: str, operation: Operation) -> None:
    document = Document(case_text(f"{name}.yaml"))
    with pytest.raises(EditError):
        document.apply([operation])
    detached = document.apply([operation | {"detach": True}])
    assert detached.value == applied(document.value, operation)
