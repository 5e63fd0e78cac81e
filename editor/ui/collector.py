"""When Python looks for objects that only refer to each other: not while somebody types."""

import gc

_THRESHOLDS = (20_000, 20, 20)
"""How many objects more than before begin a round, and how many rounds the next larger one."""


def settle() -> None:
    """Leave all that is loaded out of later rounds.

    A round over a large file takes longer than a frame, and finds next to nothing: documents are
    values, which go when nobody refers to them any longer.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
