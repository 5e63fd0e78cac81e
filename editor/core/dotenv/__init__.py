"""`.env` texts by the rules of npm dotenv 16.6.1: what they assign, and how they are changed."""

from editor.core.dotenv.edits import Unwritable, add, comment_out, remove, rename, set_value
from editor.core.dotenv.reading import Assignment, assignments, parse, variables_of

__all__ = [
    "Assignment",
    "Unwritable",
    "add",
    "assignments",
    "comment_out",
    "parse",
    "remove",
    "rename",
    "set_value",
    "variables_of",
]
