"""Whether our verdict on a config is LibreChat's, and if not, in what it differs."""

from collections.abc import Sequence

from editor.core.schema.field import Target
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.validation.groups import accepted_models
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding, Origin, Severity
from editor.core.validation.verdict import findings_in
from editor.core.yaml.values import Path, Value
from tests.oracle.zod import Issue, Judgement

_AT_START = frozenset({Origin.SCHEMA, Origin.GROUPS, Origin.STARTUP})


def differences(config: Value, target: Target, theirs: Judgement) -> list[str]:
    """Return what differs, in words for people; nothing when all is equal."""
    memory = Memory()
    findings = findings_in(config, target, memory)
    by_schema = [found for found in findings if found.origin is Origin.SCHEMA]
    issues = [(str(found.server_message), found.path) for found in by_schema]
    issues = [issue for issue in issues if is_promised(issue[1])]
    expected = [issue for issue in theirs.issues if is_promised(issue[1])]
    found = [] if issues == expected else [f"issues: {issues} instead of {expected}"]
    found += _elsewhere(by_schema, theirs.issues)
    if theirs.group_errors is not None:
        errors = _first_group_error(findings, issues)
        if errors != list(theirs.group_errors):
            found.append(f"group errors: {errors} instead of {theirs.group_errors}")
        elif not errors and accepted_models(config, memory) != theirs.models:
            found.append(f"models: {accepted_models(config, memory)} for {theirs.models}")
    return found + _misreported(findings)


def is_promised(path: Path) -> bool:
    """Say whether an issue lies in the part of the file where message and path are LibreChat's."""
    if path in {(), ("version",), ("endpoints",)}:
        return True
    return path[: len(AZURE_PATH)] == AZURE_PATH


def _elsewhere(ours: Sequence[Finding], theirs: Sequence[Issue]) -> list[str]:
    """Return what differs in the rest of the file: the verdict, and messages that we claim."""
    invented = [
        (found.server_message, found.path)
        for found in ours
        if found.server_message is not None and (found.server_message, found.path) not in theirs
    ]
    if bool(ours) != bool(theirs):
        return [f"verdict: {[found.message for found in ours]} instead of {theirs}"]
    return [f"messages: {invented} are not among {theirs}"] if invented else []


def _first_group_error(findings: Sequence[Finding], issues: Sequence[Issue]) -> list[str]:
    """Return what LibreChat says about the list of groups alone: one text, or nothing."""
    depth = len(GROUPS_PATH)
    in_groups = [
        f"{'.'.join(map(str, path[depth:]))}: {message}"
        for message, path in issues
        if path[:depth] == GROUPS_PATH
    ]
    if in_groups:
        return [" ".join(in_groups)]
    broken = [found for found in findings if found.origin is Origin.GROUPS]
    return [str(found.server_message) for found in broken[:1]]


def _misreported(findings: Sequence[Finding]) -> list[str]:
    errors = [found.severity is Severity.ERROR and found.origin in _AT_START for found in findings]
    reported = [found.reported for found in findings]
    expected = [is_error and not any(errors[:index]) for index, is_error in enumerate(errors)]
    return [] if reported == expected else [f"reported: {reported} instead of {expected}"]
