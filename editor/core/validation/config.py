"""What LibreChat's schema says about the config: its top, `endpoints`, Azure's part, the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.core.environment import Environment
from editor.core.schema.field import Field, Level, Target
from editor.core.schema.root import CONFIG_VERSIONS, ENDPOINTS_KEYS, ROOT_KEYS
from editor.core.schema.spelling import closest
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH, fields_of
from editor.core.validation import issues, mending
from editor.core.validation.codes import Code
from editor.core.validation.group import GroupVerdict
from editor.core.validation.javascript import members
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding, Fix, Operation
from editor.core.validation.sections import section_issues, server_issues
from editor.core.validation.shapes import field_issues
from editor.core.wording import all_of, counted, sentences, worded
from editor.core.yaml.values import Path, Value, keys_in_javascript_order

_CHECKED_FIRST = (
    "groups",
    "plugins",
    "assistants",
    "streamRate",
    "titleConvo",
    "titleMethod",
    "titleModel",
    "titlePrompt",
    "titleTiming",
    "titlePromptTemplate",
    "summarize",
    "summaryModel",
    "customOrder",
)
"""LibreChat's order of checks where it is not the field table's; the rest follows."""

_HELM_KEY = "configYamlContent"
_MOST_EXPLAINED = 8
"""How many unknown keys of one issue are explained one by one."""


def _checked_rank(row: Field) -> int:
    return _CHECKED_FIRST.index(row.key) if row.key in _CHECKED_FIRST else len(_CHECKED_FIRST)


_CHECKED_FIELDS = {
    target: tuple(sorted(fields_of(Level.ENDPOINT, target), key=_checked_rank)) for target in Target
}


def schema_issues(
    config: Value,
    target: Target,
    verdicts: Sequence[GroupVerdict],
    memory: Memory,
    environment: Environment,
) -> Iterator[Finding]:
    """Yield the schema's issues in LibreChat's order, with those of the groups' verdicts."""
    root = members(config)
    if root is None:
        yield _wrong_root(config)
        return
    for key in ROOT_KEYS[target]:
        if key == "version":
            yield from _version_issues(root, target)
        elif key == "endpoints" and key in root:
            yield from _endpoints_issues(root[key], target, verdicts, memory)
        elif key == "mcpServers" and key in root:
            yield from memory.recall(server_issues, root[key], target, environment)
        elif key in root:
            yield from section_issues(root[key], (key,), target, memory)
    unknown = _unknown_keys(root, ROOT_KEYS[target])
    if unknown:
        yield _unknown_sections(unknown, root, target)


def _wrong_root(config: Value) -> Finding:
    found = issues.wrong_type((), "object", config)
    if isinstance(config, str):
        message = (
            "The whole file is one text instead of keys and values. Remove the quotes or the "
            "leading | around it; a Helm chart that wraps the file twice leaves one behind."
        )
        return replace(found, code=Code.WRAPPED_FILE, message=message, fixes=())
    message = "The file must begin with keys and values, such as version and endpoints."
    return replace(found, message=message, fixes=())


def _version_issues(root: dict[str, Value], target: Target) -> Iterator[Finding]:
    version = root.get("version")
    if "version" not in root:
        current = CONFIG_VERSIONS[target]
        found = issues.missing(("version",), current)
        operation: Operation = {"op": "insert", "path": ["version"], "value": current}
        fix = Fix(
            id="add-version", title=worded("Add version {0}", current), operations=(operation,)
        )
        yield replace(found, fixes=(fix,))
    elif not isinstance(version, str):
        yield issues.wrong_type(("version",), "string", version)


def _endpoints_issues(
    value: Value, target: Target, verdicts: Sequence[GroupVerdict], memory: Memory
) -> Iterator[Finding]:
    path: Path = ("endpoints",)
    endpoints = members(value)
    if endpoints is None:
        yield issues.wrong_type(path, "object", value, optional=True)
        return
    for key in ENDPOINTS_KEYS[target]:
        if key == "azureOpenAI" and key in endpoints:
            yield from _azure_issues(endpoints[key], target, verdicts)
        elif key in endpoints:
            yield from section_issues(endpoints[key], (*path, key), target, memory)
    unknown = _unknown_keys(endpoints, ENDPOINTS_KEYS[target])
    if unknown:
        yield _unknown_endpoints(unknown, endpoints, target)
    if len(unknown) == len(endpoints):
        yield issues.issue(
            Code.NO_ENDPOINTS,
            path,
            "At least one `endpoints` field must be provided.",
            "`endpoints` names no endpoint that LibreChat knows. Add one, or remove the key.",
        )


def _azure_issues(
    value: Value, target: Target, verdicts: Sequence[GroupVerdict]
) -> Iterator[Finding]:
    endpoint = members(value)
    if endpoint is None:
        found = issues.wrong_type(AZURE_PATH, "object", value, optional=True)
        # The schema checks the endpoint against two halves, and each half complains.
        yield from (found, found)
        return
    for row in _CHECKED_FIELDS[target]:
        path = (*AZURE_PATH, row.key)
        if row.key not in endpoint:
            if row.is_required:
                yield issues.missing(path)
        elif path == GROUPS_PATH:
            yield from _groups_issues(endpoint[row.key], verdicts)
        else:
            yield from field_issues(row, endpoint[row.key], path, target)


def _groups_issues(value: Value, verdicts: Sequence[GroupVerdict]) -> Iterator[Finding]:
    if not isinstance(value, list):
        yield issues.wrong_type(GROUPS_PATH, "array", value)
    elif not value:
        yield issues.issue(
            Code.NO_GROUPS,
            GROUPS_PATH,
            "Array must contain at least 1 element(s)",
            "`groups` is empty. Add a group, or remove `azureOpenAI`.",
        )
    for verdict in verdicts:
        yield from verdict.issues


def _unknown_keys(mapping: dict[str, Value], known: tuple[str, ...]) -> list[str]:
    return keys_in_javascript_order(key for key in mapping if key not in known)


def _unknown_sections(unknown: list[str], root: dict[str, Value], target: Target) -> Finding:
    misplaced = [key for key in unknown if key in ENDPOINTS_KEYS[target]]
    message = worded("LibreChat {0} refuses {1} at the top of the file.", target, _listed(unknown))
    if misplaced:
        remedy = worded("Move {0} under `endpoints`.", _listed(misplaced))
        message = sentences(message, remedy)
    if any(_holds_config(key, root[key]) for key in unknown):
        remedy = worded(
            "This is a Helm chart's file: the config is the text under `{0}`. Put that "
            "text into a file of its own to edit it here.",
            _HELM_KEY,
        )
        message = sentences(message, remedy)
    found = issues.unrecognized((), unknown, Code.UNKNOWN_SECTION, message)
    return _with_spelling(found, unknown, root, ROOT_KEYS[target])


def _holds_config(key: str, value: Value) -> bool:
    """Say whether a key of a Helm chart's values is the config as a text, or has it inside."""
    inside = members(value) or {}
    return isinstance(value if key == _HELM_KEY else inside.get(_HELM_KEY), str)


def _unknown_endpoints(unknown: list[str], endpoints: dict[str, Value], target: Target) -> Finding:
    message = worded("LibreChat {0} refuses {1} under `endpoints`.", target, _listed(unknown))
    found = issues.unrecognized(("endpoints",), unknown, Code.UNKNOWN_ENDPOINT, message)
    return _with_spelling(found, unknown, endpoints, ENDPOINTS_KEYS[target])


def _with_spelling(
    found: Finding, unknown: list[str], mapping: dict[str, Value], known: tuple[str, ...]
) -> Finding:
    """Add what the unknown keys were probably meant to be, and the fixes."""
    message = found.message
    fixes: list[Fix] = []
    for key in unknown[:_MOST_EXPLAINED]:
        near = closest(key, (name for name in known if name not in mapping))
        if near is not None:
            hint = worded("Did you mean `{0}` instead of `{1}`?", near, key)
            message = sentences(message, hint)
            fixes.extend(mending.rename_key((*found.path, key), near))
        fixes.extend(mending.remove_key((*found.path, key)))
    if message == found.message:
        message = sentences(message, counted(len(unknown), "Remove it.", "Remove them."))
    return replace(found, message=message, fixes=tuple(fixes))


def _listed(keys: Sequence[str]) -> str:
    names = [f"`{key}`" for key in keys[:_MOST_EXPLAINED]]
    if len(keys) > len(names):
        names.append(counted(len(keys) - len(names), "%n more", "%n more"))
    return all_of(names)
