"""Findings that LibreChat does not raise: what fails later, what is ignored, what is unwise."""

from editor.core.validation.codes import Code
from editor.core.validation.problem import Finding, Fix, Origin, Severity, Spot
from editor.core.yaml.values import Path


def warning(
    code: Code, path: Path, message: str, fixes: tuple[Fix, ...] = (), spot: Spot = Spot.VALUE
) -> Finding:
    """Return our own warning."""
    return Finding(
        code=code,
        origin=Origin.ADVICE,
        severity=Severity.WARNING,
        message=message,
        path=path,
        spot=spot,
        fixes=fixes,
    )


def note(code: Code, path: Path, message: str, fixes: tuple[Fix, ...] = ()) -> Finding:
    """Return something worth knowing; it points at the key."""
    return Finding(
        code=code,
        origin=Origin.ADVICE,
        severity=Severity.INFO,
        message=message,
        path=path,
        spot=Spot.KEY,
        fixes=fixes,
    )


def failure(
    code: Code,
    path: Path,
    message: str,
    fixes: tuple[Fix, ...] = (),
    server_message: str | None = None,
) -> Finding:
    """Return what LibreChat accepts, but every request of a model will run into."""
    return Finding(
        code=code,
        origin=Origin.REQUEST,
        severity=Severity.ERROR,
        message=message,
        path=path,
        fixes=fixes,
        server_message=server_message,
    )


def risk(code: Code, path: Path, message: str, fixes: tuple[Fix, ...] = ()) -> Finding:
    """Return what LibreChat accepts, but some requests will run into."""
    return Finding(
        code=code,
        origin=Origin.REQUEST,
        severity=Severity.WARNING,
        message=message,
        path=path,
        fixes=fixes,
    )
