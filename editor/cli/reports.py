"""How the problems of checked files are printed: for people, programs, GitHub and code scanning."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

import typer

from editor import __version__
from editor.core.document import Document
from editor.core.validation.problem import Problem, Severity

_COLORS = {
    Severity.ERROR: typer.colors.RED,
    Severity.WARNING: typer.colors.YELLOW,
    Severity.INFO: typer.colors.BLUE,
}
_GITHUB_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True, slots=True)
class Report:
    """A judged config: the names of its files, whose rules applied, and the verdict."""

    name: str
    env_name: str
    target: str
    document: Document

    def file_of(self, problem: Problem) -> str:
        """Return the name of the file that the problem lies in."""
        return self.env_name if problem.file == "env" else self.name


def as_json(value: object) -> str:
    """Return JSON text as every sub-command prints it."""
    return json.dumps(value, indent=2, ensure_ascii=False)


def as_object(report: Report) -> dict[str, object]:
    """Return the JSON object of one file that the `check` contract describes."""
    document = report.document
    return {
        "file": report.name,
        "target": report.target,
        "valid": document.valid,
        "models": list(document.models),
        "groups": list(document.groups),
        "problems": [_problem_object(problem) for problem in document.problems],
    }


def _problem_object(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "origin": problem.origin,
        "message": problem.message,
        "server_message": problem.server_message,
        "reported": problem.reported,
        "file": problem.file,
        "path": list(problem.path),
        "line": problem.line,
        "column": problem.column,
        "end_line": problem.end_line,
        "end_column": problem.end_column,
        "fixes": [{"id": fix.id, "title": fix.title, "safe": fix.safe} for fix in problem.fixes],
    }


def as_text(reports: Sequence[Report], *, has_colors: bool) -> str:
    """Return one line for each problem and LibreChat's words below it, and each file's verdict."""
    lines: list[str] = []
    for report in reports:
        for problem in report.document.problems:
            lines += _problem_lines(report, problem, has_colors=has_colors)
        lines.append(f"{report.name}: {_verdict(report)}")
    return "\n".join(lines)


def _problem_lines(report: Report, problem: Problem, *, has_colors: bool) -> list[str]:
    place = report.file_of(problem)
    if problem.line is not None:
        place += f":{problem.line}:{problem.column}"
    severity = problem.severity.value
    if has_colors:
        severity = typer.style(severity, fg=_COLORS[problem.severity], bold=True)
    lines = [f"{place}: {severity}: {problem.message} [{problem.code}]"]
    if problem.server_message:
        lines += [f"    LibreChat: {line}" for line in problem.server_message.splitlines()]
    return lines


def _verdict(report: Report) -> str:
    document = report.document
    if document.valid:
        amounts = [_amount(len(document.groups), "group"), _amount(len(document.models), "model")]
        verdict = f"LibreChat {report.target} accepts this file: {', '.join(amounts)}"
    else:
        verdict = f"LibreChat {report.target} would refuse this file"
    counts = Counter(problem.severity for problem in document.problems)
    found = [_amount(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return "; ".join([verdict, ", ".join(found)] if found else [verdict])


def _amount(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 or noun == 'info' else 's'}"


def as_github(reports: Sequence[Report]) -> str:
    """Return the workflow commands that GitHub shows as annotations, one line each."""
    return "".join(
        _github_line(report, problem) for report in reports for problem in report.document.problems
    )


def _github_line(report: Report, problem: Problem) -> str:
    fields: dict[str, object] = {"file": report.file_of(problem), "title": problem.code}
    if problem.line is not None:
        fields |= {"line": problem.line, "col": problem.column, "endLine": problem.end_line}
    properties = ",".join(f"{name}={_github_property(value)}" for name, value in fields.items())
    command = _GITHUB_COMMANDS[problem.severity]
    return f"::{command} {properties}::{_github_text(problem.message)}\n"


def _github_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(value: object) -> str:
    return _github_text(str(value)).replace(":", "%3A").replace(",", "%2C")


def as_sarif(reports: Sequence[Report]) -> dict[str, object]:
    """Return a SARIF 2.1.0 log; its regions count code points and end exclusively, as ours do."""
    results = [
        _sarif_result(report, problem) for report in reports for problem in report.document.problems
    ]
    driver = {"name": "librechat-azure-editor", "version": __version__}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _sarif_result(report: Report, problem: Problem) -> dict[str, object]:
    uri = quote(PurePath(report.file_of(problem)).as_posix())
    place: dict[str, object] = {"artifactLocation": {"uri": uri}}
    if problem.line is not None:
        place["region"] = {
            "startLine": problem.line,
            "startColumn": problem.column,
            "endLine": problem.end_line,
            "endColumn": problem.end_column,
        }
    return {
        "ruleId": problem.code,
        "level": _SARIF_LEVELS[problem.severity],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }
