"""A changed text read around its change equals the changed text read as a whole."""

import random

import pytest

from editor.core.text import Patch, apply
from editor.core.yaml.nodes import Alias, Mapping, Node, Scalar, Sequence
from editor.core.yaml.parser import YamlError, parse, reparse
from editor.core.yaml.tree import Tree
from tests.strategies import configs, nasty_yaml_texts

INTERESTING = [
    *" \n\t:#-'\"[]{}&*!|>%,?a1`",
    "\r\n", "\n\n", "  ", "- ", ": ", "a: b\n", "\n- ", " #", "&a ", "*a", "<<: ", "? ", "---\n",
    "...\n", "key: value\n", "  x: y\n", "\u2028", "😀", "|\n", "null", "~", "a:\n",
]  # fmt: skip


def shape(node: Node) -> object:
    """Return everything that two equal trees have in common."""
    properties = node.properties
    head = properties and (properties.anchor, properties.tag, properties.content_offset)
    match node:
        case Scalar():
            return ("scalar", node.length, repr(node.data), node.text, node.style, head)
        case Alias():
            return ("alias", node.length, node.target.name)
        case Mapping() | Sequence():
            entries = [
                (
                    entry.key and shape(entry.key),
                    entry.key_offset,
                    entry.value_offset,
                    entry.length,
                    entry.is_merge,
                    shape(entry.value),
                )
                for entry in node.entries
            ]
            keys = node.keys if isinstance(node, Mapping) else ()
            return (
                type(node),
                node.length,
                node.is_flow,
                node.offsets,
                keys,
                head,
                entries,
                repr(node.data),
            )


def outcome(tree: Tree) -> object:
    root = tree.root
    return tree.text, tree.end, root and (root.start, shape(root.node))


def random_patches(text: str, random_number: random.Random) -> tuple[Patch, ...]:
    start = random_number.randint(0, len(text))
    end = min(len(text), start + random_number.choice([0, 0, 0, 1, 2, 5, 30]))
    count = random_number.choice([0, 1, 1, 1, 2, 3])
    return (Patch(start, end, "".join(random_number.choices(INTERESTING, k=count))),)


def refusal(text: str) -> YamlError | None:
    try:
        parse(text)
    except YamlError as error:
        return error
    return None


def check(tree: Tree, patches: tuple[Patch, ...]) -> None:
    text = apply(tree.text, patches)
    refused = refusal(text)
    if refused is None:
        assert outcome(reparse(tree, patches)) == outcome(parse(text)), (tree.text, patches)
        return
    with pytest.raises(YamlError) as raised:
        reparse(tree, patches)
    assert (raised.value.reason, raised.value.offset) == (refused.reason, refused.offset), text


@pytest.mark.parametrize("seed", range(8))
def test_a_change_read_alone_equals_the_text_read_whole(seed: int) -> None:
    random_number = random.Random(seed)
    for text in (*nasty_yaml_texts(60, seed), *configs(40, seed)):
        try:
            tree = parse(text)
        except YamlError:
            continue
        for _ in range(25):
            check(tree, random_patches(text, random_number))
