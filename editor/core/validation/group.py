"""What is to be said about one group by itself, wherever it stands in the list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from editor.core import api_versions, target_uri
from editor.core.schema import table
from editor.core.schema.field import Level, Target
from editor.core.validation import issues, mending
from editor.core.validation.codes import Code
from editor.core.validation.javascript import PROTOTYPE, members
from editor.core.validation.keys import ignored_keys
from editor.core.validation.problem import Finding, Fix, Origin, Severity, Spot
from editor.core.validation.shapes import field_issues, is_model
from editor.core.wording import all_of, marked, worded
from editor.core.yaml.values import Value, keys_in_javascript_order

_CHECKED_ORDER = (
    "group",
    "models",
    "apiKey",
    "serverless",
    "instanceName",
    "deploymentName",
    "assistants",
    "addParams",
    "dropParams",
    "forcePrompt",
    "version",
    "baseURL",
    "additionalHeaders",
)
_CHECKED_FIELDS = {
    target: tuple(
        row
        for key in _CHECKED_ORDER
        if (row := table.field(Level.GROUP, key)) is not None and row.is_known_in(target)
    )
    for target in Target
}


_LACKING = {"deploymentName": "a deployment name", "version": "an API version"}


@dataclass(frozen=True, slots=True)
class GroupVerdict:
    """What one group's own checks found; paths start at the group.

    `issues` are the schema's, in its order; `rules` the group rules about the group itself, and
    `model_rules` those about each model; `ignored` what LibreChat drops of the group
    itself. `models` has the names that LibreChat registers, in its order; `name` is None where the
    group has no usable one.
    A group is clean when there are no findings.
    """

    is_clean: bool
    name: str | None = None
    models: tuple[str, ...] = ()
    issues: tuple[Finding, ...] = ()
    rules: tuple[Finding, ...] = ()
    model_rules: Mapping[str, Finding] = field(default_factory=dict[str, Finding])
    ignored: tuple[Finding, ...] = ()


def judged(value: Value, target: Target) -> GroupVerdict:
    """Judge one entry of `groups`."""
    group = members(value)
    if group is None:
        # The schema checks a group against two halves, and each half complains.
        message = "This entry is no group. Give it keys such as group, apiKey and models."
        found = replace(issues.wrong_type((), "object", value), message=message)
        return GroupVerdict(is_clean=False, issues=(found, found))
    name = group.get("group")
    models = members(group.get("models")) or {}
    by_schema = tuple(_schema_issues(group, target))
    rules = tuple(_broken_rules(group))
    model_rules = _broken_model_rules(group, models, target)
    ignored = tuple(ignored_keys(group, Level.GROUP, target))
    return GroupVerdict(
        is_clean=not (by_schema or rules or model_rules or ignored),
        name=name if isinstance(name, str) else None,
        models=model_names(models),
        issues=by_schema,
        rules=rules,
        model_rules=model_rules,
        ignored=ignored,
    )


def model_names(models: Value) -> tuple[str, ...]:
    """Return the names of a group's models as LibreChat lists them.

    A model called `__proto__` is lost on LibreChat's way.
    """
    names = members(models)
    if names is None:
        return ()
    return tuple(name for name in keys_in_javascript_order(names) if name != PROTOTYPE)


def _schema_issues(group: dict[str, Value], target: Target) -> Iterator[Finding]:
    for row in _CHECKED_FIELDS[target]:
        if row.key in group:
            yield from field_issues(row, group[row.key], (row.key,), target)
        elif row.is_required:
            yield issues.missing((row.key,), row.example)


def _broken_rules(group: dict[str, Value]) -> Iterator[Finding]:
    serverless = group.get("serverless", False)
    name = group.get("group", "")
    if serverless is True and _is_blank(group, "baseURL"):
        found = _rule(
            Code.MISSING_BASE_URL,
            "baseURL",
            group,
            message=worded(
                "Group “{0}” is serverless, so it needs a base URL. Enter `baseURL`, or "
                "switch `serverless` off.",
                name,
            ),
            server_message=f'Group "{name}" is serverless but missing mandatory "baseURL."',
        )
        can_be_plain = not _is_blank(group, "instanceName")
        yield replace(found, fixes=mending.switch_serverless(on=False) if can_be_plain else ())
    if serverless is False and _is_blank(group, "instanceName"):
        found = _rule(
            Code.MISSING_INSTANCE_NAME,
            "instanceName",
            group,
            message=worded(
                "Group “{0}” has no instance name. Enter `instanceName`, or switch "
                "`serverless` on if it is a serverless deployment.",
                name,
            ),
            server_message=f'Group "{name}" is missing an "instanceName" for non-serverless '
            "configuration.",
        )
        yield replace(found, fixes=_by_address(group.get("baseURL")))


def _by_address(base: Value) -> tuple[Fix, ...]:
    """Offer what the base URL tells of the resource behind it."""
    found = target_uri.read(base) if isinstance(base, str) and "${" not in base else None
    if found is not None and found.settings.get("serverless"):
        return mending.switch_serverless(on=True)
    if found is None or not found.instance:
        return ()
    title = worded("Write “{0}”", found.instance)
    return mending.replace_value(("instanceName",), found.instance, title)


def _rule(
    code: Code, key: str, group: dict[str, Value], *, message: str, server_message: str
) -> Finding:
    return Finding(
        code=code,
        origin=Origin.GROUPS,
        severity=Severity.ERROR,
        message=message,
        path=(key,),
        place=(key,) if key in group else (),
        server_message=server_message,
    )


def _broken_model_rules(
    group: dict[str, Value], models: dict[str, Value], target: Target
) -> dict[str, Finding]:
    lacks_deployment = _is_blank(group, "deploymentName")
    lacks_version = _is_blank(group, "version")
    if group.get("serverless", False) is not False or not (lacks_deployment or lacks_version):
        return {}
    found: dict[str, Finding] = {}
    for name in model_names(models):
        model = models[name]
        if not is_model(model, target):
            continue
        own = members(model) or {}
        lacking = {"deploymentName": lacks_deployment, "version": lacks_version}
        missing = [key for key, lacks in lacking.items() if lacks and _is_blank(own, key)]
        if missing:
            found[name] = _lacking(name, model, group, missing)
    return found


def _lacking(name: str, model: Value, group: dict[str, Value], keys: Sequence[str]) -> Finding:
    group_name = group.get("group", "")
    what = all_of([marked(_LACKING[key]) for key in keys])
    required = "" if isinstance(model, bool) else "required "
    return Finding(
        code=Code.MISSING_DEPLOYMENT,
        origin=Origin.GROUPS,
        severity=Severity.ERROR,
        message=worded(
            "Model “{0}” lacks {1}. Enter it for the model, or for group “{2}” as a whole.",
            name,
            what,
            group_name,
        ),
        path=("models", name),
        spot=Spot.KEY,
        server_message=f'Model "{name}" in group "{group_name}" is missing a {required}'
        "deploymentName or version.",
        fixes=_completed(name, model, keys),
    )


def _completed(name: str, model: Value, keys: Sequence[str]) -> tuple[Fix, ...]:
    """Offer a deployment called like the model, as most are, and the version that fits it."""
    if not name or "${" in name:
        return ()
    usual = {"deploymentName": name, "version": api_versions.fitting(name)}
    own: dict[str, Value] = {key: usual[key] for key in keys}
    title = worded("Call the deployment “{0}”, version {1}", name, usual["version"])
    if "version" not in own:
        title = worded("Call the deployment “{0}”", name)
    elif "deploymentName" not in own:
        title = worded("Use API version {0}", usual["version"])
    if isinstance(model, bool):
        operations = [mending.setting(("models", name), own)]
    else:
        operations = [mending.setting(("models", name, key), value) for key, value in own.items()]
    return (Fix(id="complete-model", title=title, operations=tuple(operations)),)


def _is_blank(mapping: dict[str, Value], key: str) -> bool:
    """Say whether a text is absent or empty; a value of another type is the schema's business."""
    return mapping.get(key, "") == ""


def ignored_in_models(value: Value, target: Target) -> tuple[Finding, ...]:
    """Return what LibreChat drops of a group's models; paths start at the group."""
    return tuple(
        finding
        for name, model in (members(value) or {}).items()
        if isinstance(model, dict)
        for finding in ignored_keys(model, Level.MODEL, target, ("models", name))
    )
