"""The front door: a config and its environment as texts, what they mean, and how they change.

A document is a value. Everything about it is computed from its texts when it is first asked for;
changing it gives another document, which takes over all that the change did not touch.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from editor.core.dotenv import Unwritable
from editor.core.dotenv.operations import patches_of
from editor.core.environment import NO_PROJECT, Environment
from editor.core.lazily import lazy
from editor.core.legacy import LegacyVariable, legacy_variables, with_lines
from editor.core.reading import Reading, read
from editor.core.routing.routes import routes_of
from editor.core.schema.field import Target
from editor.core.schema.table import insertion_index, level_of
from editor.core.text import Edit, Patch, apply, difference
from editor.core.validation.env_text import env_text_findings
from editor.core.validation.groups import accepted_groups, accepted_models
from editor.core.validation.image_advice import image_findings
from editor.core.validation.memory import Memory
from editor.core.validation.placing import Lines, placed, placed_in_env, problem_at
from editor.core.validation.problem import Fix, Origin, Problem, Severity
from editor.core.validation.surroundings import surroundings_findings
from editor.core.validation.syntax import plain_words, syntax_findings, wrapping_findings
from editor.core.validation.verdict import findings_in
from editor.core.wording import sentences
from editor.core.yaml.edits import Refusal, Step, applied
from editor.core.yaml.operations import BadOperation, operation_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from editor.core.compose.project import Project
    from editor.core.migration import Migration
    from editor.core.routing.route import Route
    from editor.core.validation.problem import Finding
    from editor.core.yaml.tree import Tree
    from editor.core.yaml.values import Path, Value

_STARTING = frozenset({Origin.YAML, Origin.SCHEMA, Origin.GROUPS, Origin.STARTUP})


class EditError(Exception):
    """An operation was refused and nothing changed.

    `index` counts the operations from 0; `line` is 1-based, or None where there is no place.
    """

    def __init__(self, index: int, reason: str, line: int | None) -> None:
        """Say which operation, why, and where."""
        super().__init__(reason)
        self.index = index
        self.reason = reason
        self.line = line


class _Past(NamedTuple):
    """What an earlier document found out: its newest readable tree, and its checks' answers.

    `patches` lead from that tree's text to the new one; None when they must be found.
    """

    tree: Tree | None
    patches: tuple[Patch, ...] | None
    memory: Memory | None


@dataclass(frozen=True)
class Document:
    """A config text, a `.env` text, and the LibreChat release that they are judged by.

    Variables of `environ`, the server process's environment, win over those of the `.env` text,
    and those that docker compose gives the server's container, over both.
    """

    text: str = field(repr=False)
    env_text: str = field(default="", repr=False)
    target: Target | str = Target.V0_8
    environ: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    compose: Project = field(default=NO_PROJECT, repr=False)
    _past: _Past = field(default=_Past(None, None, None), repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take the target's name for the target; raises ValueError for one that does not exist."""
        object.__setattr__(self, "target", Target(self.target))

    @lazy
    def reading(self) -> Reading:
        """What LibreChat's loader makes of the text."""
        return read(self.text, self._past.tree, self._past.patches)

    @property
    def tree(self) -> Tree | None:
        """The nodes of the config, or None while the text cannot be read."""
        return self.reading.tree

    @property
    def value(self) -> Value:
        """The config as plain values, None while it cannot be read; not to be changed."""
        return self.reading.config

    @property
    def is_readable(self) -> bool:
        """Say whether the text is YAML that LibreChat's loader takes."""
        return self.reading.error is None

    @lazy
    def _memory(self) -> Memory:
        return Memory(self._past.memory)

    @lazy
    def environment(self) -> Environment:
        """The variables that the server would have; one object as long as they stay the same."""
        parts = (self.environ, self.env_text, self.compose)
        return self._memory.recall_equal(_environment, parts)

    @lazy
    def problems(self) -> tuple[Problem, ...]:
        """Everything that LibreChat or this editor has to say, by position in the text."""
        error = self.reading.error
        offset = error.offset if error is not None else None
        place = "" if offset is None else "({}:{})".format(*Lines(self.text).position(offset))
        syntax = syntax_findings(self.reading, place, self.text)
        environment = self.environment
        of_text = self._memory.recall(env_text_findings, environment)
        beside = tuple(surroundings_findings(environment, self.text))
        if syntax:
            found = tuple(problem_at(finding, self.text, offset) for finding in syntax)
            return found + self._placed(beside, of_text)
        findings = findings_in(self.value, Target(self.target), self._memory, environment)
        of_images = self._memory.recall(image_findings, environment, Target(self.target))
        findings = (*wrapping_findings(self.reading), *findings, *beside, *of_images)
        return self._placed(findings, of_text)

    def _placed(
        self, findings: tuple[Finding, ...], of_text: tuple[Finding, ...]
    ) -> tuple[Problem, ...]:
        """Return findings with their places; those about variables of the `.env` text lie there."""
        variables = self.environment.variables
        of_env = [found for found in findings if found.variable and found.variable in variables]
        of_config = findings
        if of_env:
            of_config = tuple(found for found in findings if found.variable not in variables)
        config = placed(of_config, self.text, self.tree, self._memory)
        return config + placed_in_env((*of_env, *of_text), self.environment)

    @lazy
    def legacy(self) -> tuple[LegacyVariable, ...]:
        """The variables that are set although groups replace them, or that reach into groups."""
        target = Target(self.target)
        found = legacy_variables(self.value, self.environment, target, self._memory)
        return with_lines(found, self.environment)

    @lazy
    def valid(self) -> bool:
        """Say whether the server starts with this config and uses it."""
        return not any(map(stops_the_server, self.problems))

    @property
    def models(self) -> tuple[str, ...]:
        """The models in the order in which LibreChat lists them; empty when it refuses the file."""
        return accepted_models(self.value, self._memory) if self.valid else ()

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups in the order of the file; empty when LibreChat refuses it."""
        return accepted_groups(self.value) if self.valid else ()

    @lazy
    def routes(self) -> tuple[Route, ...]:
        """What LibreChat sends for each model of the config, valid or not; secrets in the clear."""
        return routes_of(self.value, Target(self.target), self._memory, self.environment)

    def apply(self, operations: Iterable[Mapping[str, object]]) -> Document:
        """Return the document after all operations; raises EditError when one is refused."""
        step = self._step(operations)
        return self._with(step.tree.text, self.env_text, _Past(step.tree, (), self._memory))

    def edit(self, operations: Iterable[Mapping[str, object]], label: str) -> Edit:
        """Return operations as one named edit of the texts; raises EditError."""
        return Edit(label, self._step(operations).patches)

    def fix_edit(self, fix: Fix) -> Edit:
        """Return what a fix proposes as one named edit of both texts; raises EditError."""
        config = self._step(fix.operations).patches if fix.operations else ()
        try:
            return Edit(fix.title, config, patches_of(self.env_text, fix.env))
        except Unwritable as error:
            raise EditError(len(fix.operations), str(error), None) from error

    def edited(self, edit: Edit) -> Document:
        """Return the document after an edit of its texts."""
        text = apply(self.text, edit.config)
        is_readable = self.tree is not None
        past = _Past(self.reading.last_tree, edit.config if is_readable else None, self._memory)
        return self._with(text, apply(self.env_text, edit.env), past)

    def migrate(
        self, choices: Mapping[str, object] | None = None, today: date | None = None
    ) -> Migration:
        """Return what turns the legacy settings into groups; see `migration.migrate`."""
        from editor.core.migration import migrate  # it edits documents, so it imports this module

        return migrate(self, choices or {}, today)

    def for_target(self, target: Target) -> Document:
        """Return the same texts, judged by another release's rules."""
        return self.under(target, self.compose)

    def under(self, target: Target, compose: Project, known: Document | None = None) -> Document:
        """Return the same texts, judged by a release's rules and with compose files beside them.

        `known` is an earlier document that was judged so: what is in both is not judged again.
        """
        past = _Past(self.tree, (), (known or self)._memory)
        return replace(self, target=target, compose=compose, _past=past)

    def _with(self, text: str, env_text: str, past: _Past) -> Document:
        return replace(self, text=text, env_text=env_text, _past=past)

    def _step(self, operations: Iterable[Mapping[str, object]]) -> Step:
        """Do all operations in order on the tree."""
        start = self._editable_tree()
        step, count = Step(start, ()), 0
        for index, fields in enumerate(operations):
            try:
                step = applied(step.tree, operation_from(fields), _index_of_new_key)
            except BadOperation as error:
                raise EditError(index, str(error), None) from error
            except Refusal as error:
                line = None if error.offset is None else _line(step.tree, error.offset)
                raise EditError(index, error.reason, line) from error
            count = index + 1
        return step if count < 2 else Step(step.tree, difference(start.text, step.tree.text))

    def _editable_tree(self) -> Tree:
        error = self.reading.error
        if self.tree is not None and error is None:
            return self.tree
        assert error is not None
        line = None if error.offset is None else Lines(self.text).position(error.offset)[0]
        raise EditError(
            0,
            sentences("The text cannot be read, so it cannot be edited.", plain_words(error)),
            line,
        )


def stops_the_server(problem: Problem) -> bool:
    """Say whether the server would not start for a problem, or not use the config."""
    return problem.severity is Severity.ERROR and problem.origin in _STARTING


def _environment(parts: tuple[Mapping[str, str], str, Project]) -> Environment:
    return Environment(*parts)


def _line(tree: Tree, offset: int) -> int:
    return Lines(tree.text).position(offset)[0]


def _index_of_new_key(path: Path, keys: tuple[str, ...], key: str) -> int:
    """Return where a new key goes: as the field table orders it, else to the end."""
    level = level_of(path)
    return len(keys) if level is None else insertion_index(level, keys, key)
