"""What earlier documents' checks found, so that an edit costs one group and not the file."""

from collections.abc import Callable, Iterable
from operator import is_
from typing import TYPE_CHECKING, TypeAlias, TypeVar, TypeVarTuple, cast

from editor.core.watched import Noted, is_same, watched

if TYPE_CHECKING:
    from editor.core.environment import Environment
    from editor.core.schema.field import Target

_Subject = TypeVar("_Subject")
_Answer = TypeVar("_Answer")
_Details = TypeVarTuple("_Details")
_Known: TypeAlias = tuple[object, object]
_MANY = 32
"""From how many subjects on a list is remembered as a whole and compared with the last one."""


class Memory:
    """The answers of pure functions for one generation of a document.

    Documents share the values of what was not edited, and nobody changes a value in place, so a
    subject is recognised by identity. What a generation does not ask for, the next forgets.
    """

    def __init__(self, previous: "Memory | None" = None) -> None:
        """Start a generation that can use the answers of the previous one."""
        self._earlier = {} if previous is None else previous._answers
        self._answers: dict[tuple[object, ...], dict[int, _Known]] = {}
        self._earlier_latest = {} if previous is None else previous._latest
        self._latest: dict[object, _Known] = {}
        self._earlier_runs = {} if previous is None else previous._runs
        self._runs: dict[tuple[object, ...], tuple[object, object]] = {}
        self._earlier_kept = {} if previous is None else previous._kept
        self._kept: dict[object, object] = {}

    def recall(
        self,
        question: Callable[[_Subject, *_Details], _Answer],
        subject: _Subject,
        *details: *_Details,
    ) -> _Answer:
        """Return `question(subject, *details)`, computed only if it is not remembered."""
        return self.recall_each(question, (subject,), *details)[0]

    def recall_each(
        self,
        question: Callable[[_Subject, *_Details], _Answer],
        subjects: Iterable[_Subject],
        *details: *_Details,
    ) -> list[_Answer]:
        """Return the question's answer for each subject; details must be hashable and few."""
        key = (question, *details)
        subjects = list(subjects)
        if len(subjects) >= _MANY:
            return self._recall_run(key, subjects, question, *details)
        earlier = self._earlier.get(key, {})
        answers = self._answers.setdefault(key, {})
        result: list[_Answer] = []
        for subject in subjects:
            identity = id(subject)
            known = answers.get(identity) or earlier.get(identity)
            if known is None:
                known = (subject, question(subject, *details))
            # Keeping the subject with its answer keeps another from getting its identity.
            answers[identity] = known
            result.append(cast("_Answer", known[1]))
        return result

    def _recall_run(
        self,
        key: tuple[object, ...],
        subjects: list[_Subject],
        question: Callable[[_Subject, *_Details], _Answer],
        *details: *_Details,
    ) -> list[_Answer]:
        """Return the answers for a long list, of which an edit changes few."""
        before, known = cast(
            "tuple[list[_Subject], list[_Answer]]", self._earlier_runs.get(key, ([], []))
        )
        if len(before) == len(subjects):
            answers = known.copy()
            same = map(is_, before, subjects)
            new = [index for index, is_known in enumerate(same) if not is_known]
            for index in new:
                answers[index] = question(subjects[index], *details)
        else:
            by_identity = dict(zip(map(id, before), known, strict=True))
            answers = [
                by_identity[id(subject)]
                if id(subject) in by_identity
                else question(subject, *details)
                for subject in subjects
            ]
        self._runs[key] = (subjects, answers)
        return answers

    def recall_each_in(
        self,
        environment: "Environment",
        question: "Callable[[_Subject, Target, Environment], _Answer]",
        subjects: Iterable[_Subject],
        target: "Target",
    ) -> list[_Answer]:
        """Return each answer to `question(subject, target, environment)`.

        An answer holds as long as all that the question asked of the environment is the same.
        """

        def ask(subject: _Subject) -> tuple[Noted, _Answer]:
            seen = watched(environment)
            return seen.noted, question(subject, target, seen)

        # What is kept under the key keeps both objects, so that no other gets their identity.
        around = (id(environment.environ), id(environment.compose))
        key, subjects = (question, target, *around), list(subjects)
        found = self._recall_run(key, subjects, ask)
        if self.last(key) is not environment:
            for index, (noted, _) in enumerate(found):
                if not is_same(noted, environment):
                    found[index] = ask(subjects[index])
        self.keep(key, environment)
        return [answer for _, answer in found]

    def recall_equal(self, question: Callable[[_Subject], _Answer], subject: _Subject) -> _Answer:
        """Return `question(subject)`, remembered if the last subject was equal to this one.

        Lists that share their items compare fast, so this suits a list of the parts' answers.
        """
        known = self._earlier_latest.get(question)
        if known is None or known[0] != subject:
            known = (subject, question(subject))
        self._latest[question] = known
        return cast("_Answer", known[1])

    def keep(self, key: object, found: object) -> None:
        """Leave something to the next generation, which knows what to do with it."""
        self._kept[key] = found

    def last(self, key: object) -> object:
        """Return what the previous generation kept under a key, an empty dict for nothing."""
        return self._earlier_kept.get(key, {})
