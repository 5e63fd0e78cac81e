"""The demo: a copy of the sample folder to play with, and the simulated Azure that it talks to.

What is wrong in the sample can be put right: once the deployment has its right name, or the group
its right key, the simulator answers, as Azure would.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from editor import resources
from editor.system import files
from editor.system.sample import scratch_copy
from editor.system.simulator import Simulator
from editor.system.simulator.azure import Azure, Deployment, Resource
from editor.system.simulator.scenarios import SCENARIOS

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

PORT_LINE = "SIMULATOR_PORT=8100"
"""The line of the sample's `.env` that names the simulator's port."""

_EASTUS = frozenset({"not-a-real-key-eastus-0001"})
_SWEDEN = frozenset({"not-a-real-key-sweden-0002"})
_FOUNDRY = frozenset({"not-a-real-key-foundry-0003"})
_GATEWAY = frozenset({"not-a-real-key-gateway-0004"})
_UKSOUTH = frozenset({"not-a-real-key-uksouth-0006"})

AZURE = Azure(
    (
        Resource(
            "contoso-eastus",
            (
                Deployment("gpt-5-global", "gpt-5", _EASTUS, latency=0.6),
                Deployment("gpt-5-mini-global", "gpt-5-mini", _EASTUS, SCENARIOS["throttled"]),
                Deployment("gpt-5-nano-global", "gpt-5-nano", _EASTUS, latency=0.3),
            ),
        ),
        Resource("contoso-sweden", (Deployment("gpt-5-chat-eu", "gpt-5-chat", _SWEDEN),)),
        Resource(
            "contoso-foundry",
            (
                Deployment("DeepSeek-V3.1", keys=_FOUNDRY, latency=1.6),
                Deployment("Mistral-Large-3", keys=_FOUNDRY, latency=0.9),
            ),
        ),
        Resource(
            "contoso-partners",
            (
                Deployment("gpt-5-partners", "gpt-5", _GATEWAY, SCENARIOS["cut-stream"]),
                Deployment("assistant-prod", "gpt-5-mini", _GATEWAY),
            ),
        ),
        Resource("contoso-uksouth", (Deployment("gpt-5.1-uk", "gpt-5.1", _UKSOUTH),)),
    ),
    is_strict=True,
)
"""The resources that the sample's groups mean, with what they really have."""


@contextmanager
def demo(pace: float = 1.0) -> Generator[Path, None, None]:
    """Provide a copy of the sample, wired to a running simulator.

    `pace` is the simulator's. Raises OSError without a port, FileError without a place to copy to.
    """
    with (
        Simulator(AZURE, pace=pace) as simulator,
        scratch_copy(resources.folder() / "examples" / "sample") as folder,
    ):
        env = files.read(folder / ".env")
        wired = env.text.replace(PORT_LINE, f"SIMULATOR_PORT={simulator.port}")
        files.save(env.path, wired, env.stamp)
        yield folder
