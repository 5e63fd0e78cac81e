"""What LibreChat's client sent when it was last asked; see tests/oracle/record_client.py."""

import json
from pathlib import Path
from typing import Any

from editor.core.routing.client import Azure, Settings, request
from editor.core.routing.headers import NotSent
from editor.core.routing.parameters import Parameters

FILE = Path(__file__).with_name("recorded_requests.jsonl")


def cases() -> list[tuple[Settings, dict[str, Any]]]:
    """Return the recorded cases: settings, and the request without what the client says of itself.

    Where the client refuses, the answer is `{"error": true}`.
    """
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [(settings_from(case["settings"]), case["answer"]) for case in map(json.loads, lines)]


def as_object(settings: Settings) -> dict[str, Any]:
    """Return settings as JSON has them."""
    azure = settings.azure
    return {
        "key": settings.key,
        "fields": settings.parameters.fields,
        "extra": settings.parameters.extra,
        "tools": settings.parameters.tools,
        "azure": None
        if azure is None
        else {
            "instance": azure.instance,
            "deployment": azure.deployment,
            "version": azure.version,
            "basePath": azure.base_path,
        },
        "baseUrl": settings.base_url,
        "headers": dict(settings.headers),
        "query": dict(settings.query),
        "environment": dict(settings.environment),
    }


def settings_from(found: dict[str, Any]) -> Settings:
    """Return the settings that JSON has."""
    azure = found["azure"]
    return Settings(
        found["key"],
        Parameters(found["fields"], found["extra"], found["tools"]),
        None if azure is None else Azure(*azure.values()),
        found["baseUrl"],
        found["headers"],
        found["query"],
        found["environment"],
    )


def ours(settings: Settings) -> dict[str, Any]:
    """Return what we say the client sends, in the form of the recorded answers."""
    try:
        url, headers, body = request(settings)
    except NotSent:
        return {"error": True}
    return {"method": "POST", "url": url, "headers": headers, "body": body}
