"""Which problems there are: their stable codes, each with its meaning."""

from collections.abc import Mapping
from enum import StrEnum


class Code(StrEnum):
    """A problem's stable name, for scripts and for `fix --code`."""

    SYNTAX = "syntax"
    EMPTY_FILE = "empty-file"
    ENDLESS_ALIASES = "endless-aliases"
    WRAPPED_FILE = "wrapped-file"
    WRONG_TYPE = "wrong-type"
    UNQUOTED_DATE = "unquoted-date"
    UNQUOTED_TEXT = "unquoted-text"
    QUOTED_VALUE = "quoted-value"
    EMPTY_VALUE = "empty-value"
    MISSING_KEY = "missing-key"
    UNKNOWN_SECTION = "unknown-section"
    UNKNOWN_ENDPOINT = "unknown-endpoint"
    NO_ENDPOINTS = "no-endpoints"
    NO_GROUPS = "no-groups"
    INVALID_CHOICE = "invalid-choice"
    INVALID_NUMBER = "invalid-number"
    INVALID_LENGTH = "invalid-length"
    INVALID_TEXT = "invalid-text"
    REFUSED_KEY = "refused-key"
    BROKEN_RULE = "broken-rule"
    INVALID_MODEL = "invalid-model"
    INVALID_PARAMETER = "invalid-parameter"
    DUPLICATE_GROUP = "duplicate-group"
    DUPLICATE_MODEL = "duplicate-model"
    RESERVED_NAME = "reserved-name"
    MISSING_BASE_URL = "missing-base-url"
    MISSING_INSTANCE_NAME = "missing-instance-name"
    MISSING_DEPLOYMENT = "missing-deployment"
    UNKNOWN_KEY = "unknown-key"
    IGNORED_KEY = "ignored-key"
    MISSING_VARIABLE = "missing-variable"
    NO_ASSISTANT_GROUP = "no-assistant-group"
    CONFIG_VERSION = "config-version"
    LEFT_OUT_ENDPOINT = "left-out-endpoint"
    CONFLICTING_IDS = "conflicting-ids"
    INVALID_URL = "invalid-url"
    LEGACY_VARIABLE = "legacy-variable"
    PLACEHOLDER_VARIABLE = "placeholder-variable"
    UNCLOSED_QUOTE = "unclosed-quote"
    TEXT_AFTER_QUOTE = "text-after-quote"
    CUT_VALUE = "cut-value"
    SKIPPED_LINE = "skipped-line"
    REPEATED_VARIABLE = "repeated-variable"
    UNUSABLE_NAME = "unusable-name"
    INCOMPLETE_IMAGES = "incomplete-image-settings"
    UNSENT_IMAGE_KEY = "unsent-image-key"
    IMAGE_ADDRESS = "image-address"
    DEAD_VARIABLE = "dead-variable"
    UNRESOLVED_REFERENCE = "unresolved-reference"
    UNFILLED_REFERENCE = "unfilled-reference"
    MISPLACED_OPTION = "misplaced-option"
    INEFFECTIVE_ASSISTANTS = "ineffective-assistants"
    ENABLED_BY_FALSE = "enabled-by-false"
    EMPTY_NAME = "empty-name"
    EMPTY_KEY = "empty-key"
    LITERAL_KEY = "literal-key"
    FULL_DOMAIN = "full-domain"
    MISROUTED_URL = "misrouted-url"
    DOUBLED_SUFFIX = "doubled-suffix"
    PASTED_ADDRESS = "pasted-address"
    SERVERLESS_SETTING = "serverless-setting"
    INEFFECTIVE_PARAMETER = "ineffective-parameter"
    UNKNOWN_API_VERSION = "unknown-api-version"
    RETIRED_API_VERSION = "retired-api-version"
    OLD_API_VERSION = "old-api-version"
    RESPONSES_ONLY = "responses-only"
    UNKNOWN_CONTEXT_WINDOW = "unknown-context-window"
    HIDDEN_TITLE_SETTING = "hidden-title-setting"
    UNKNOWN_TITLE_MODEL = "unknown-title-model"
    NO_TITLE_MODEL = "no-title-model"
    UNKNOWN_MODEL = "unknown-model"
    RETIRED_ASSISTANTS = "retired-assistants"
    SEVERAL_ASSISTANT_GROUPS = "several-assistant-groups"
    RETRIEVAL_CAPABILITY = "retrieval-capability"
    PLUGINS_WITHOUT_INSTANCE = "plugins-without-instance"
    INTERNAL_KEY = "internal-key"
    VISION_MODEL = "vision-model"
    NOT_MOUNTED = "not-mounted"
    NOT_MOUNTED_ENV = "not-mounted-env"
    OTHER_CONFIG = "other-config"
    DEAD_CONFIG_PATH = "dead-config-path"
    UNREAD_COMPOSE_FILE = "unread-compose-file"


MEANINGS: Mapping[Code, str] = {
    Code.SYNTAX: "LibreChat's loader cannot read the text as YAML.",
    Code.EMPTY_FILE: "The file holds no settings.",
    Code.ENDLESS_ALIASES: "Aliases repeat their content without bound.",
    Code.WRAPPED_FILE: "The whole file is one text instead of keys and values.",
    Code.WRONG_TYPE: "A value has a type that LibreChat does not take there.",
    Code.UNQUOTED_DATE: "A text was written without quotes and is read as a date.",
    Code.UNQUOTED_TEXT: "A text was written without quotes and is read as a number or a boolean.",
    Code.QUOTED_VALUE: "A number or a boolean was written as text.",
    Code.EMPTY_VALUE: "A key is there, but has no value.",
    Code.MISSING_KEY: "A required key is missing.",
    Code.UNKNOWN_SECTION: "The top of the file has a key that LibreChat refuses.",
    Code.UNKNOWN_ENDPOINT: "`endpoints` has a key that LibreChat refuses.",
    Code.NO_ENDPOINTS: "`endpoints` names no endpoint.",
    Code.NO_GROUPS: "The list of groups is empty.",
    Code.INVALID_CHOICE: "A value is none of those to choose from.",
    Code.INVALID_NUMBER: "A number is too small or too large, or is not whole.",
    Code.INVALID_LENGTH: "A text or a list is too short or too long.",
    Code.INVALID_TEXT: "A text does not have the form that LibreChat demands of it.",
    Code.REFUSED_KEY: "A mapping inside a section has a key that LibreChat refuses there.",
    Code.BROKEN_RULE: "Settings of a section do not go together, or need another beside them.",
    Code.INVALID_MODEL: "A model is neither true, false nor a mapping of valid settings.",
    Code.INVALID_PARAMETER: "A value of `addParams` cannot be sent, or has the wrong type.",
    Code.DUPLICATE_GROUP: "Two groups have one name.",
    Code.DUPLICATE_MODEL: "Two groups have a model of one name.",
    Code.RESERVED_NAME: "A name that LibreChat takes for a duplicate although it is unique.",
    Code.MISSING_BASE_URL: "A serverless group has no `baseURL`.",
    Code.MISSING_INSTANCE_NAME: "A group that is not serverless has no `instanceName`.",
    Code.MISSING_DEPLOYMENT: "A model has no deployment name or API version, nor has its group.",
    Code.UNKNOWN_KEY: "A key that no LibreChat release knows; it is ignored.",
    Code.IGNORED_KEY: "A key that other releases know, but not the target; it is ignored.",
    Code.MISSING_VARIABLE: "A setting needs a variable that is not set; LibreChat stops.",
    Code.NO_ASSISTANT_GROUP: "Assistants are on, but no group offers its models to them.",
    Code.CONFIG_VERSION: "The config version is not the one that LibreChat calls current.",
    Code.LEFT_OUT_ENDPOINT: "The variable ENDPOINTS does not list the endpoint.",
    Code.CONFLICTING_IDS: "Lists of assistants that LibreChat ignores because of another setting.",
    Code.INVALID_URL: "An address is no web address.",
    Code.LEGACY_VARIABLE: "A variable from the time before groups is still set.",
    Code.PLACEHOLDER_VARIABLE: "A variable has the name of a placeholder of `baseURL`.",
    Code.UNCLOSED_QUOTE: "A quote in the `.env` is never closed.",
    Code.TEXT_AFTER_QUOTE: "Behind the closing quote of a value in the `.env` stands more.",
    Code.CUT_VALUE: "A `#` in a value of the `.env` ends it, although no blank is before it.",
    Code.SKIPPED_LINE: "A line of the `.env` looks like an assignment and is skipped.",
    Code.REPEATED_VARIABLE: "A later line of the `.env` gives the variable another value.",
    Code.UNUSABLE_NAME: "A variable of the `.env` has a name that nothing can read.",
    Code.INCOMPLETE_IMAGES: "One variable of two that make an image tool ask Azure is missing.",
    Code.UNSENT_IMAGE_KEY: "An image tool asks Azure without the key that it would need.",
    Code.IMAGE_ADDRESS: "The base URL of an image tool does not end at a deployment.",
    Code.DEAD_VARIABLE: "Nothing in the target reads the variable.",
    Code.UNRESOLVED_REFERENCE: "A reference stays as it is written and is sent like that.",
    Code.UNFILLED_REFERENCE: "A reference stands where LibreChat fills in none.",
    Code.MISPLACED_OPTION: "An option of the group stands under `models` and becomes a model.",
    Code.INEFFECTIVE_ASSISTANTS: "`assistants` at a model, where nothing reads it.",
    Code.ENABLED_BY_FALSE: "A model that is `false` is offered all the same.",
    Code.EMPTY_NAME: "The name of a group or a model is empty.",
    Code.EMPTY_KEY: "The API key of a group is empty.",
    Code.LITERAL_KEY: "A secret is written in the config, which LibreChat prints to its log.",
    Code.FULL_DOMAIN: "`instanceName` is more than the bare name of the resource.",
    Code.MISROUTED_URL: "What LibreChat makes of `baseURL` leads somewhere else than meant.",
    Code.DOUBLED_SUFFIX: "LibreChat appends a path to `baseURL` that is there already.",
    Code.PASTED_ADDRESS: "A whole target address stands where only a part belongs.",
    Code.SERVERLESS_SETTING: "A setting that LibreChat ignores in a serverless group.",
    Code.INEFFECTIVE_PARAMETER: "A parameter under a name that has no effect.",
    Code.UNKNOWN_API_VERSION: "An API version that Azure is not known to have.",
    Code.RETIRED_API_VERSION: "An API version whose retirement Azure has announced.",
    Code.OLD_API_VERSION: "An API version older than what the request needs.",
    Code.RESPONSES_ONLY: "A model that only the Responses API serves is asked without it.",
    Code.UNKNOWN_CONTEXT_WINDOW: "LibreChat does not know how much text the models take.",
    Code.HIDDEN_TITLE_SETTING: "`endpoints.all` hides the settings for titles.",
    Code.UNKNOWN_TITLE_MODEL: "`titleModel` names no model of the config.",
    Code.NO_TITLE_MODEL: "The target needs a `titleModel` for titles.",
    Code.UNKNOWN_MODEL: "Another section names a model that no group has.",
    Code.RETIRED_ASSISTANTS: "Azure has switched the Assistants API off.",
    Code.SEVERAL_ASSISTANT_GROUPS: "More than one resource is to serve assistants.",
    Code.RETRIEVAL_CAPABILITY: "Azure Assistants offer retrieval, which Azure does not have.",
    Code.PLUGINS_WITHOUT_INSTANCE: "Plugins are on, but a serverless group cannot serve them.",
    Code.VISION_MODEL: "The target answers pictures with another model than the chosen one.",
    Code.NOT_MOUNTED: "Compose files beside the config do not mount it into the container.",
    Code.NOT_MOUNTED_ENV: "Compose files beside the config keep the `.env` from the container.",
    Code.OTHER_CONFIG: "CONFIG_PATH or a compose file lets LibreChat read another config.",
    Code.DEAD_CONFIG_PATH: "CONFIG_PATH leads to a file that does not exist.",
    Code.UNREAD_COMPOSE_FILE: "A compose file beside the config cannot be read.",
    Code.INTERNAL_KEY: "A key that overwrites what LibreChat works out itself.",
}
