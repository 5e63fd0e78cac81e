"""How the results of connection tests are printed: progress, a table for people, and JSON."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

import typer

from editor.cli.reports import as_json
from editor.core.outline import plain_text
from editor.core.result import Outcome, Result
from editor.core.yaml.values import Path

_WORDS = {
    Outcome.OK: "connected",
    Outcome.LIMITED: "connected, limited",
    Outcome.FAILED: "failed",
    Outcome.SKIPPED: "not tested",
}
_COLORS = {
    Outcome.OK: typer.colors.GREEN,
    Outcome.LIMITED: typer.colors.YELLOW,
    Outcome.FAILED: typer.colors.RED,
    Outcome.SKIPPED: typer.colors.BLUE,
}


def as_object(results: Sequence[Result]) -> dict[str, object]:
    """Return the JSON object that the contract describes."""
    counts = Counter(result.outcome for result in results)
    return {
        "results": [_result_object(result) for result in results],
        "summary": {outcome.value: counts[outcome] for outcome in Outcome},
    }


def as_json_text(results: Sequence[Result]) -> str:
    """Return the results as JSON."""
    return as_json(as_object(results))


def _result_object(result: Result) -> dict[str, object]:
    found = result.diagnosis
    return {
        "kind": result.kind,
        "model": result.model,
        "group": result.group,
        "outcome": result.outcome.value,
        "status": result.status,
        "latency_ms": result.latency_ms,
        "first_token_ms": result.first_token_ms,
        "reply": result.reply,
        "request": None if result.request is None else asdict(result.request),
        "response": None if result.response is None else asdict(result.response),
        "diagnosis": {
            "id": found.id,
            "answered_by": found.answered_by.value,
            "summary": found.summary,
            "cause": found.cause,
            "fix": found.fix,
            "path": list(found.path),
            "variable": found.variable,
            "proven": sorted(part.value for part in found.proven),
            "is_local": found.is_local,
        },
    }


def progress_line(result: Result, done: int, total: int) -> str:
    """Return a line that says which test ended, and how."""
    return f"[{done}/{total}] {_name(result)}: {_WORDS[result.outcome]}{_time(result)}"


def as_text(results: Sequence[Result], *, has_colors: bool) -> str:
    """Return a paragraph for each result that is no plain success, and one line for the others."""
    lines: list[str] = []
    for result in results:
        lines += _lines(result, has_colors=has_colors)
    counts = Counter(result.outcome for result in results)
    found = [f"{counts[outcome]} {_WORDS[outcome]}" for outcome in Outcome if counts[outcome]]
    return "\n".join([*lines, "; ".join(found)])


def _lines(result: Result, *, has_colors: bool) -> list[str]:
    word = _WORDS[result.outcome]
    if has_colors:
        word = typer.style(word, fg=_COLORS[result.outcome], bold=True)
    found = result.diagnosis
    status = "" if result.status is None else f", HTTP {result.status}"
    lines = [f"{_name(result)}: {word}{_time(result)}{status}"]
    if result.outcome is Outcome.OK and found.id == "ok" and not found.summary.count(". "):
        return lines
    place = found.variable or _place(found.path)
    parts = (("", found.summary), ("Cause: ", found.cause), ("Remedy: ", found.fix))
    lines += [f"    {label}{text}" for label, text in parts if text]
    return [*lines, f"    Where: {place} [{found.id}]"] if place else lines


def _name(result: Result) -> str:
    name = result.model or result.kind
    name += f" ({result.group})" if result.group else ""
    return name if result.kind in ("chat", name) else f"{name}, {result.kind}"


def _time(result: Result) -> str:
    return "" if result.latency_ms is None else f", {result.latency_ms:.0f} ms"


def _place(path: Path) -> str:
    return " › ".join(plain_text(step) for step in path)
