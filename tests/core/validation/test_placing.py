"""Problems taken over from the last text are those that a fresh look would find."""

from random import Random

import pytest

from editor.core.document import Document
from editor.core.text import Edit, Patch

GROUP = """\
      - group: g{0}
        apiKey: "${{UNSET}}" # note
        instanceName: east.openai.azure.com
        version: "2024-10-21"
        odd{0}: 1
        models:
          gpt-4o-{0}: {{deploymentName: d, wrong: 1}}
          mini-{0}:
            deploymentName: four
            wrong: 1
"""
HEAD = 'version: "1.0"\nendpoints:\n  azureOpenAI:\n    titleModel: gone\n    groups:\n'
TEXT = HEAD + "".join(GROUP.format(number) for number in range(40))
TYPED = ("x", "\n", " ", "# c\n", "1", ":", "- ", '"', "odd: 1\n        ", "é", "\r\n", "{", "}")


@pytest.mark.parametrize("seed", range(4))
def test_after_each_edit_the_problems_are_those_of_the_text_alone(seed: int) -> None:
    random = Random(seed)
    document = Document(TEXT, "K=x\n")
    for _ in range(60):
        assert document.problems == Document(document.text, document.env_text).problems
        start = random.randrange(len(document.text))
        end = start + random.choice((0, 0, 0, 1, 12))
        patch = Patch(start, min(end, len(document.text)), random.choice(TYPED))
        changed = document.edited(Edit("Type", (patch,)))
        # A text that cannot be read is mended again, as a person would.
        document = changed if changed.is_readable else document


def test_moving_a_group_moves_its_problems() -> None:
    document = Document(TEXT)
    assert document.problems
    path = ["endpoints", "azureOpenAI", "groups", 3]
    moved = document.apply([{"op": "move", "path": path, "to": 20}])
    assert moved.problems == Document(moved.text).problems


def test_what_stays_as_it_was_is_the_same_object() -> None:
    document = Document(TEXT)
    before = {id(problem) for problem in document.problems}
    path = ["endpoints", "azureOpenAI", "groups", 3, "instanceName"]
    edited = document.apply([{"op": "set", "path": path, "value": "west.openai.azure.com"}])
    new = [problem for problem in edited.problems if id(problem) not in before]
    assert 0 < len(new) < len(edited.problems) // 10
