"""Where in a YAML text a node is read, and what reading it gives."""

from enum import Enum
from typing import NamedTuple

from editor.core.yaml.nodes import Node


class Context(Enum):
    """Where a node stands, which decides what it may be."""

    FLOW_IN = 1
    FLOW_OUT = 2
    BLOCK_IN = 3
    BLOCK_OUT = 4

    @property
    def is_block(self) -> bool:
        """Say whether block collections and block scalars may stand here."""
        return self in (Context.BLOCK_IN, Context.BLOCK_OUT)


class Placed(NamedTuple):
    """A node, the offset at which it starts, and whether it makes a key a merge key."""

    node: Node
    start: int
    is_merge_key: bool = False

    @property
    def end(self) -> int:
        """Return the offset behind the node."""
        return self.start + self.node.length
