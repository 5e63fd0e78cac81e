"""What the last tests found wrong with the fields of a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.core.standing import State
from editor.ui.language import is_translated
from editor.ui.look.shapes import Shape
from editor.ui.testwords import headline
from editor.ui.widgets.problemline import ProblemText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.core.standing import Standing
    from editor.core.yaml.values import Path


def last_tests(standings: Iterable[Standing], path: Path) -> Mapping[str, ProblemText]:
    """Return a line for each field of the node at a path that a failed test is about, by its key.

    Where several models failed for one field, the first of them speaks.
    """
    lines: dict[str, ProblemText] = {}
    for standing in standings:
        if standing.state is not State.FAILED or standing.result is None:
            continue
        at = standing.result.diagnosis.path
        if at[: len(path)] == path and len(at) > len(path):
            is_own = standing.route.path == path
            found = headline(standing.result, standing.tested or standing.route)
            words = _words(found, "" if is_own else standing.route.model)
            lines.setdefault(str(at[len(path)]), ProblemText(Shape.FAILED, words))
    return lines


def _words(found: str, model: str) -> str:
    if model:
        text = QCoreApplication.translate("Form", "Last test of {0}: {1}.")
        return text.format(model, _within(found))
    return QCoreApplication.translate("Form", "Last test: {0}.").format(_within(found))


def _within(sentence: str) -> str:
    """Return a sentence as it stands after a colon; a name keeps its capitals.

    Of other languages it is not known which words are written with a capital.
    """
    is_name = sentence[:2].isupper() or not sentence[:1].isupper()
    return sentence if is_name or is_translated() else sentence[:1].lower() + sentence[1:]
