"""How many there are of what, in words; nothing for none."""

from editor.ui.language import counted


def errors(number: int) -> str:
    """Return a number of errors."""
    return counted(number, "%n error", "%n errors") if number else ""


def warnings(number: int) -> str:
    """Return a number of warnings."""
    return counted(number, "%n warning", "%n warnings") if number else ""


def groups(number: int) -> str:
    """Return a number of groups."""
    return counted(number, "%n group", "%n groups") if number else ""


def models(number: int) -> str:
    """Return a number of models."""
    return counted(number, "%n model", "%n models") if number else ""
