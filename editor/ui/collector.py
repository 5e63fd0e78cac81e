"""When Python looks for objects that only refer to each other: seldom, not in what is loaded."""

import gc

_THRESHOLDS = (20_000, 20, 20)
"""How many objects more than before begin a round, and how many rounds the next larger one."""


def settle() -> None:
    """Leave all that is loaded out of later rounds, which are rarer from now on.

    A round over a large file takes longer than a frame, and finds next to nothing: documents are
    values, which go when nobody refers to them any longer. The program calls this once, when its
    window is there; whoever makes a window of ours in a process of their own keeps their settings.
    """
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
