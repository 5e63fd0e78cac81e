"""Whether LibreChat starts as we say, and if not, in what it differs."""

from collections.abc import Mapping, Sequence

from editor.core.environment import Environment
from editor.core.schema.field import Target
from editor.core.validation.codes import Code
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding, Origin, Severity
from editor.core.validation.verdict import findings_in
from editor.core.yaml.values import Value
from tests.oracle.startup import Start

_STOPPING = frozenset({Origin.SCHEMA, Origin.STARTUP, Origin.GROUPS})
_VERTEX = ("endpoints", "anthropic", "vertex")
_AZURE_HEAD = "Invalid Azure OpenAI configuration:\n"
_VERTEX_HEAD = "Invalid Vertex AI configuration:\n"


def start_differences(
    config: Value, target: Target, environ: Mapping[str, str], theirs: Start
) -> list[str]:
    """Return what differs, in words for people; nothing when all is equal."""
    findings = findings_in(config, target, Memory(), Environment(environ))
    errors = [
        found
        for found in findings
        if found.severity is Severity.ERROR and found.origin in _STOPPING
    ]
    thrown = [found for found in errors if found.server_message == "Invalid URL"]
    issues = [found for found in errors if found.origin is Origin.SCHEMA]
    stopping = [
        found
        for found in errors
        if found not in thrown and found not in issues and _is_answered(found, theirs)
    ]
    said: dict[str, tuple[object, object]] = {
        "reported": (
            [found.reported for found in errors],
            [found is errors[0] for found in errors],
        ),
        "thrown": (_first_text(thrown), theirs.thrown),
        "error": (_first_text(stopping), (theirs.error or "").removeprefix(_AZURE_HEAD) or None),
    }
    if theirs.thrown is None:
        said["issues"] = (bool(issues), theirs.has_issues)
    if theirs.warnings is not None:
        said["warnings"] = (_warnings(findings, stopping), theirs.warnings)
    return [f"{what}: {one} instead of {two}" for what, (one, two) in said.items() if one != two]


def _is_answered(finding: Finding, theirs: Start) -> bool:
    """Say whether the packages judge this at all; only a whole start looks for assistants."""
    return finding.code != Code.NO_ASSISTANT_GROUP or theirs.warnings is not None


def _first_text(findings: Sequence[Finding]) -> str | None:
    """Return what LibreChat says of the first; what it says of Vertex AI, it says all at once."""
    if not findings:
        return None
    if not _is_vertex(findings[0]):
        return findings[0].server_message
    return _VERTEX_HEAD + "\n".join(str(found.server_message) for found in findings)


def _warnings(findings: Sequence[Finding], stopping: Sequence[Finding]) -> tuple[str, ...]:
    """Return what is logged before the start is over, or stopped by the groups."""
    if stopping and not _is_vertex(stopping[0]):
        return ()
    return tuple(
        str(found.server_message)
        for found in findings
        if found.origin is Origin.STARTUP and found.severity is Severity.WARNING
    )


def _is_vertex(finding: Finding) -> bool:
    return finding.path[: len(_VERTEX)] == _VERTEX
