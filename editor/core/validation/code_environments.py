"""Whether the code environments of LibreChat's agents fit together (LibreChat 0.8.8)."""

from collections.abc import Iterator, Mapping

from editor.core.validation.javascript import BLANKS, members
from editor.core.validation.urls import parsed
from editor.core.wording import worded
from editor.core.yaml.values import Path, Value

_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})


def broken_environments(value: Value) -> Iterator[tuple[Path, str]]:
    """Yield what is wrong in `statefulCodeSessions` that the schema alone takes."""
    listed = (members(value) or {}).get("environments")
    if not isinstance(listed, list):
        return
    environments = [members(item) or {} for item in listed]
    for index, environment in enumerate(environments):
        for key, message in _broken(environment):
            yield ("environments", index, key), message
    names = [environment.get("id") for environment in environments]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield ("environments", index, "id"), worded("`id` “{0}” is used twice.", name)
    executable = [one for one in environments if not _is_for_pairing_only(one)]
    if executable and sum(one.get("default") is True for one in executable) != 1:
        message = "Exactly one environment must have `default: true`."
        yield ("environments",), message


def _broken(environment: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    pairing = members(environment.get("pairing"))
    if pairing is None:
        return
    if environment.get("type") != "attached":
        yield "pairing", "`pairing` is only for environments of the type attached."
    if environment.get("owner", "deployment") != "deployment":
        yield "pairing", "`pairing` is only for environments that the deployment owns."
    if not _is_secure(str(environment.get("baseURL"))):
        yield "baseURL", "With `pairing`, `baseURL` must begin with https://."
    worker = environment.get("workerId")
    if worker is not None and pairing.get("workerId", worker) != worker:
        yield "workerId", "`workerId` must be the one of `pairing`."
    if _is_for_pairing_only(environment) and environment.get("default") is True:
        yield "default", "An environment that is only for pairing cannot be the default."


def _is_for_pairing_only(environment: Mapping[str, Value]) -> bool:
    pairing = members(environment.get("pairing")) or {}
    has_worker = "workerId" in pairing or "workerId" in environment
    return pairing.get("allowPrincipalWorkers") is True and not has_worker


def _is_secure(text: str) -> bool:
    url = parsed(text.strip(BLANKS))
    if url is None or url.scheme == "https":
        return url is not None
    return url.scheme == "http" and url.host in _THIS_MACHINE
