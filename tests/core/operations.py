"""Short names for operations and for paths of the case files."""

from tests.laws.reference import Operation

AZURE = ("endpoints", "azureOpenAI")
EAST = (*AZURE, "groups", 0)
WEST = (*AZURE, "groups", 1)


def put(*path: str | int, value: object) -> Operation:
    return {"op": "set", "path": path, "value": value}


def unset(*path: str | int) -> Operation:
    return {"op": "unset", "path": path}


def rename(*path: str | int, name: str) -> Operation:
    return {"op": "rename", "path": path, "name": name}


def insert(*path: str | int, value: object) -> Operation:
    return {"op": "insert", "path": path, "value": value}


def move(*path: str | int, to: int) -> Operation:
    return {"op": "move", "path": path, "to": to}


def duplicate(*path: str | int, name: str | None = None) -> Operation:
    return {"op": "duplicate", "path": path} | ({"name": name} if name is not None else {})
