"""Where the shipped resources are: beside the package in a checkout, inside it in a wheel."""

import importlib.resources
from pathlib import Path


def folder() -> Path:
    """Return the folder of the shipped resources."""
    package = Path(str(importlib.resources.files("editor")))
    shipped = package / "_resources"
    return shipped if shipped.is_dir() else package.parent / "resources"


def text(name: str) -> str:
    """Return a shipped text file's content, by its path in the folder."""
    return (folder() / name).read_text(encoding="utf-8")
