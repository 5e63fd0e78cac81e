"""What LibreChat did with the legacy variables, stated apart from the editor's own code.

As observed with release 0.8.8 and read in the sources of 0.7. A request is an address without its
query, and an API version.
"""

from dataclasses import dataclass

from editor.core.schema.field import Target

KEY = "AZURE_API_KEY"
INSTANCE = "AZURE_OPENAI_API_INSTANCE_NAME"
DEPLOYMENT = "AZURE_OPENAI_API_DEPLOYMENT_NAME"
VERSION = "AZURE_OPENAI_API_VERSION"
MODELS = "AZURE_OPENAI_MODELS"
DEFAULT = "AZURE_OPENAI_DEFAULT_MODEL"
USE_MODEL = "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME"
BASE = "AZURE_OPENAI_BASEURL"

Variables = dict[str, str]


@dataclass(frozen=True)
class Request:
    url: str
    version: str
    key: str


def listed_models(variables: Variables) -> list[str]:
    """Return the models that people saw; none where LibreChat had a list of its own."""
    names = [name.strip() for name in variables.get(MODELS, "").split(",")]
    return list(dict.fromkeys(name for name in names if name))


def request(variables: Variables, model: str, target: Target) -> Request | None:
    """Return what was sent for a chosen model, None where every request failed."""
    instance, base = variables.get(INSTANCE, ""), variables.get(BASE, "")
    version, key = variables.get(VERSION, ""), variables.get(KEY, "")
    deployment = variables.get(DEPLOYMENT, "")
    if variables.get(USE_MODEL, "") == "true":
        deployment = model.replace(".", "")
    if not key or "user_provided" in (key, base):
        return None
    if target is Target.V0_8:
        if not (instance and deployment and version):
            return None
        return Request(modern_url(base, instance, deployment), version, key)
    if not base and not (instance and deployment):
        return None
    return Request(classic_url(base, instance, deployment), version, key)


def own_url(instance: str, deployment: str) -> str:
    return f"https://{instance}.openai.azure.com/openai/deployments/{deployment}/chat/completions"


def filled(base: str, instance: str, deployment: str) -> str:
    with_instance = base.replace("${INSTANCE_NAME}", instance, 1)
    return with_instance.replace("${DEPLOYMENT_NAME}", deployment, 1)


def modern_url(base: str, instance: str, deployment: str) -> str:
    if not base:
        return own_url(instance, deployment)
    text = filled(base, instance, deployment)
    cut = text.find("/" + deployment)
    text = (text if cut < 0 else text[:cut]) + "/" + deployment
    if "/deployments" not in text:
        text += "/deployments/" + deployment
    return text + "/chat/completions"


def classic_url(base: str, instance: str, deployment: str) -> str:
    """Return the address of release 0.7 for base URLs without /v1, which it shortens."""
    if not base:
        return own_url(instance, deployment)
    return filled(base, instance, deployment) + "/chat/completions"
