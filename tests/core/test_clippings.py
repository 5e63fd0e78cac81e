"""Groups and models leave a config and enter another one with their comments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.clippings import Clipping, NotClippings, clipping, moving, pasting, read
from editor.core.document import Document
from editor.core.outline import groups_in, models_in
from editor.core.schema.field import Level

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      # the main resource
      - group: "east"
        apiKey: "${EAST_KEY}"
        instanceName: contoso-east   # bare name
        version: "2024-10-21"
        models:
          # fast and cheap
          gpt-4o-mini: {deploymentName: mini}   # for titles
          gpt-4o:
            deploymentName: 'big'
            # to be raised soon
            version: "2024-10-21"
      - group: west
        apiKey: "${WEST_KEY}"
        instanceName: contoso-west
        version: "2024-10-21"
        models: {}
"""
EAST = ("endpoints", "azureOpenAI", "groups", 0)
WEST = ("endpoints", "azureOpenAI", "groups", 1)
MINI = (*EAST, "models", "gpt-4o-mini")


def clipped(document: Document, path: tuple[str | int, ...]) -> Clipping:
    """Return the clipping at a path that exists."""
    tree = document.tree
    assert tree is not None
    found = clipping(tree, path)
    assert found is not None
    return found


def test_a_clipping_stands_at_the_left_margin_with_its_comments() -> None:
    found = clipped(Document(CONFIG), MINI)
    assert found.source == ("# fast and cheap\ngpt-4o-mini: {deploymentName: mini}   # for titles")
    assert clipped(Document(CONFIG), WEST).source.startswith("- group: west\n  apiKey:")


def test_what_was_copied_is_read_back_as_the_same() -> None:
    for path in (MINI, (*EAST, "models", "gpt-4o"), EAST, WEST):
        found = clipped(Document(CONFIG), path)
        assert read(found.source) == (found,)


def test_a_model_that_moves_to_an_empty_group_keeps_its_comments() -> None:
    document = Document(CONFIG)
    assert document.tree is not None
    steps, paths = moving(document.tree, [MINI], WEST, 0)
    moved = document.apply(steps)
    assert paths == ((*WEST, "models", "gpt-4o-mini"),)
    entry = "          # fast and cheap\n"
    entry += "          gpt-4o-mini: {deploymentName: mini}   # for titles\n"
    rest = CONFIG.replace(entry, "")
    assert moved.text == rest.replace("        models: {}\n", f"        models:\n{entry}")


def test_models_move_to_the_wanted_place_among_others() -> None:
    text = CONFIG.replace("models: {}", "models:\n          o1: true\n          o3: true")
    document = Document(text)
    assert document.tree is not None
    steps, _ = moving(document.tree, [MINI, (*EAST, "models", "gpt-4o")], WEST, 1)
    moved = document.apply(steps)
    assert list(models_in(groups_in(moved.value)[1])) == ["o1", "gpt-4o-mini", "gpt-4o", "o3"]
    assert "            # to be raised soon\n" in moved.text


def test_a_model_does_not_move_over_another_of_its_name() -> None:
    text = CONFIG.replace("models: {}", "models: {gpt-4o-mini: true}")
    tree = Document(text).tree
    assert tree is not None
    with pytest.raises(NotClippings, match="gpt-4o-mini"):
        moving(tree, [MINI], WEST, 0)


def test_pasting_gives_names_that_nothing_else_has() -> None:
    document = Document(CONFIG)
    steps, paths = pasting(document.value, [clipped(document, EAST)], EAST)
    pasted = document.apply(steps)
    assert paths == (WEST,)
    assert '      # the main resource\n      - group: "east-2"\n' in pasted.text
    steps, paths = pasting(document.value, [clipped(document, MINI)], WEST)
    assert paths == ((*WEST, "models", "gpt-4o-mini-2"),)
    assert document.apply(steps).valid is document.valid


def test_a_group_can_be_pasted_into_an_empty_file() -> None:
    east = clipped(Document(CONFIG), EAST)
    steps, _ = pasting(None, [east], ())
    assert Document("").apply(steps).text.count("# the main resource") == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (CONFIG, ["east", "west"]),
        ("groups:\n- group: a\n- group: b\n", ["a", "b"]),
        ("  group: a\n  models:\n    m: true\n", ["a"]),
        ("    gpt-4o: true\n    o1:\n      version: v\n", ["gpt-4o", "o1"]),
        ("models: {gpt-4o: {}}\n", ["gpt-4o"]),
    ],
)
def test_groups_and_models_are_found_in_what_was_copied(text: str, names: list[str]) -> None:
    assert [one.name for one in read(text)] == names


@pytest.mark.parametrize("text", ["", "hello", "a: 1", "- 1", "[", "- group: [", "{}", "models:"])
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises(NotClippings):
        read(text)


def test_what_needs_an_anchor_from_elsewhere_is_written_out() -> None:
    text = CONFIG.replace("{deploymentName: mini}", "&m {deploymentName: mini}").replace(
        "models: {}", "models:\n          o1: *m"
    )
    found = clipped(Document(text), (*WEST, "models", "o1"))
    assert found.source == "o1:\n  deploymentName: mini"


def test_a_copy_has_references_in_the_place_of_literal_secrets() -> None:
    text = CONFIG.replace('"${EAST_KEY}"', "0123456789abcdef # from the portal").replace(
        "        models:\n",
        "        additionalHeaders: {x-team: chat, api-key: hunter2hunter2}\n        models:\n",
    )
    found = clipped(Document(text), EAST).without_secrets()
    assert "  apiKey: ${EAST_API_KEY} # from the portal\n" in found.source
    assert '{x-team: chat, api-key: "${EAST_HEADER_API_KEY}"}' in found.source
    assert "0123456789abcdef" not in found.source
    assert "hunter2" not in str(found)
    assert read(found.source) == (found,)


@given(st.text(max_size=60))
def test_reading_what_was_copied_never_fails_otherwise(text: str) -> None:
    try:
        found = read(text)
    except NotClippings:
        return
    assert all(one.level in (Level.GROUP, Level.MODEL) for one in found)
