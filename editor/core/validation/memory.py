"""What earlier documents' checks found, so that an edit costs one group and not the file."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple, cast

_Subject = TypeVar("_Subject")
_Answer = TypeVar("_Answer")
_Details = TypeVarTuple("_Details")


class Memory:
    """The answers of pure functions for one generation of a document.

    A subject is recognised by identity: documents share the values of what was not edited, and
    nobody changes a value in place. What this generation does not ask for, the next forgets.
    """

    def __init__(self, previous: "Memory | None" = None) -> None:
        """Start a generation that can use the answers of the previous one."""
        self._earlier = {} if previous is None else previous._answers
        self._answers: dict[tuple[object, ...], tuple[object, object]] = {}

    def recall(
        self,
        question: Callable[[_Subject, *_Details], _Answer],
        subject: _Subject,
        *details: *_Details,
    ) -> _Answer:
        """Return `question(subject, *details)`, computed only if it is not remembered.

        Details must be hashable and few; the subject is kept alive with its answer.
        """
        key = (question, id(subject), *details)
        known = self._answers.get(key)
        if known is None:
            known = self._earlier.get(key)
            if known is None:
                known = (subject, question(subject, *details))
            self._answers[key] = known
        return cast("_Answer", known[1])
