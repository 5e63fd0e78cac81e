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
    Code.INVALID_NUMBER: "A number is too small, or is not whole.",
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
}
