"""Which headers Azure and the gateways before it know, and what LibreChat fills into them.

The placeholders are those of LibreChat 0.8.8; release 0.7.7 fills in variables only.
"""

from __future__ import annotations

from editor.core.completion.suggestion import Suggestion
from editor.core.schema.field import Target

NAMES = (
    Suggestion("api-key", "The key; LibreChat sends it to Azure itself, so for gateways only"),
    Suggestion("Ocp-Apim-Subscription-Key", "Subscription key of Azure API Management"),
    Suggestion("cf-aig-authorization", "Cloudflare AI Gateway: Bearer and the gateway’s token"),
    Suggestion("cf-aig-metadata", "Cloudflare AI Gateway: what its log notes, as JSON"),
    Suggestion("Authorization", "A token in place of the key, in serverless groups"),
    Suggestion("x-ms-client-request-id", "An id of yours that Azure notes in its log"),
    Suggestion("x-ms-model-mesh-model-name", "Foundry: the deployment that is to answer"),
    Suggestion("extra-parameters", "Foundry: pass-through, drop or error for unknown ones"),
)

_USER_FIELDS = (
    ("ID", "The user’s id in LibreChat"),
    ("NAME", "The user’s full name"),
    ("USERNAME", "The user’s login name"),
    ("EMAIL", "The user’s e-mail address"),
    ("ROLE", "The user’s role, such as ADMIN"),
    ("PROVIDER", "How the user logged in"),
    ("OPENIDID", "The user’s id at the OpenID provider"),
    ("SAMLID", "The user’s id at the SAML provider"),
    ("LDAPID", "The user’s id in the directory"),
    ("GOOGLEID", "The user’s id at Google"),
    ("FACEBOOKID", "The user’s id at Facebook"),
    ("GITHUBID", "The user’s id at GitHub"),
    ("DISCORDID", "The user’s id at Discord"),
    ("APPLEID", "The user’s id at Apple"),
    ("EMAILVERIFIED", "Whether the e-mail address is verified"),
    ("TWOFACTORENABLED", "Whether the user has a second factor"),
    ("TERMSACCEPTED", "Whether the user accepted the terms"),
)
_BODY_FIELDS = (
    ("CONVERSATIONID", "The conversation’s id"),
    ("PARENTMESSAGEID", "The id of the message that is answered"),
    ("MESSAGEID", "The answer’s id"),
)
_OPENID_FIELDS = (
    ("ACCESS_TOKEN", "The user’s access token, while the OpenID login is valid"),
    ("ID_TOKEN", "The user’s id token, while the OpenID login is valid"),
)
_PLACEHOLDERS = tuple(
    Suggestion(f"LIBRECHAT_{kind}_{name}", meaning)
    for kind, fields in (("USER", _USER_FIELDS), ("BODY", _BODY_FIELDS), ("OPENID", _OPENID_FIELDS))
    for name, meaning in fields
)


def placeholders(target: Target) -> tuple[Suggestion, ...]:
    """Return the names that a target fills in where they stand in double braces."""
    return _PLACEHOLDERS if target is Target.V0_8 else ()
