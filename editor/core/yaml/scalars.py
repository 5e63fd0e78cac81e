"""Which value a scalar's text stands for, by js-yaml 4.3.2's default schema."""

import re

from editor.core.yaml.values import Scalar, Timestamp, Value

_NULLS = frozenset({"~", "null", "Null", "NULL"})
_TRUES = frozenset({"true", "True", "TRUE"})
_FALSES = frozenset({"false", "False", "FALSE"})
_WORDS = _NULLS | _TRUES | _FALSES | {"<<", ""}

_INTEGER = re.compile(r"([-+]?)(?:0b([01]+)|0o([0-7]+)|0x([0-9a-fA-F]+)|([0-9]+))\Z")
_FLOAT = re.compile(
    r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?\Z|\.[0-9]+(?:[eE][-+]?[0-9]+)?\Z"
)
_SPECIAL_FLOAT = re.compile(r"([-+]?)\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_TIMESTAMP = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
    r"(?:\.([0-9]*))?(?:[ \t]*(Z|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?\Z"
)
_MAYBE_TYPED = frozenset("0123456789-+.")
_LARGEST_EXACT = 2**53


def resolve_plain(text: str) -> Scalar:
    """Return the value of an unquoted scalar: null, boolean, number, date, or the text itself."""
    if text in _WORDS:
        return _word(text)
    if text[0] not in _MAYBE_TYPED:
        return text
    number = number_of(text)
    if number is not None:
        return number
    date = timestamp_of(text)
    return text if date is None else date


def is_string_when_plain(text: str) -> bool:
    """Say whether an unquoted scalar of this text would be read as a string."""
    return isinstance(resolve_plain(text), str) and text != "<<"


def _word(text: str) -> Scalar:
    if text in _NULLS:
        return None
    if text in _TRUES:
        return True
    return False if text in _FALSES else text


def number_of(text: str) -> int | float | None:
    """Return the number that js-yaml reads, or None when the text is no number to it."""
    integer = _integer(text)
    return integer if integer is not None else float_of(text)


def integer_of(text: str) -> int | float | None:
    """Return the value under the `!!int` rules, or None."""
    return _integer(text)


def _integer(text: str) -> int | float | None:
    match = _INTEGER.match(text)
    if match is None:
        return None
    sign, binary, octal, hexadecimal, decimal = match.groups()
    for digits, base in ((binary, 2), (octal, 8), (hexadecimal, 16), (decimal, 10)):
        if digits is not None:
            return _finite(_big_integer(digits, base) * (-1 if sign == "-" else 1))
    return None


def _big_integer(digits: str, base: int) -> int:
    """Return the integer; more decimal digits than Python converts are cut to an infinite one."""
    digits = digits.lstrip("0") or "0"
    return int(digits, base) if len(digits) <= 1100 else 10**400


def _finite(number: int) -> int | float | None:
    if -_LARGEST_EXACT <= number <= _LARGEST_EXACT:
        return number
    try:
        return float(number)
    except OverflowError:
        return None


def float_of(text: str) -> int | float | None:
    """Return the value under the `!!float` rules, or None."""
    if _FLOAT.match(text):
        number = float(text)
        return None if number in (float("inf"), float("-inf")) else plain_number(number)
    match = _SPECIAL_FLOAT.match(text)
    if match is None:
        return None
    if "n" in text.lower()[1:2]:
        return float("nan")
    return float("-inf") if match.group(1) == "-" else float("inf")


def plain_number(number: float) -> int | float:
    """Return a float as JavaScript sees it: integral values within ±2**53 are integers."""
    if number.is_integer() and abs(number) <= _LARGEST_EXACT:
        return int(number)
    return number


def boolean_of(text: str) -> bool | None:
    """Return the value under the `!!bool` rules, or None."""
    return True if text in _TRUES else False if text in _FALSES else None


def is_null(text: str) -> bool:
    """Say whether `!!null` accepts the text."""
    return text in _NULLS


def timestamp_of(text: str) -> Timestamp | None:
    """Return the date that js-yaml reads, rolled over as JavaScript does, or None."""
    match = _DATE.match(text)
    if match is not None:
        return Timestamp(_days(*map(int, match.groups())) * 86_400_000)
    match = _TIMESTAMP.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = map(int, match.groups()[:6])
    fraction, _, sign, zone_hour, zone_minute = match.groups()[6:]
    seconds = (_days(year, month, day) * 24 + hour) * 3600 + minute * 60 + second
    shift = 0
    if sign is not None:
        shift = int(zone_hour) * 60 + int(zone_minute or 0)
        shift = -shift if sign == "-" else shift
    milliseconds = int((fraction or "").ljust(3, "0")[:3])
    return Timestamp(seconds * 1000 + milliseconds - shift * 60_000)


def _days(year: int, month: int, day: int) -> int:
    """Return days since 1970-01-01; months and days roll over, years below 100 mean 19xx."""
    if year < 100:
        year += 1900
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    shifted = year - (month <= 2)
    era_year = shifted % 400
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = era_year * 365 + era_year // 4 - era_year // 100 + day_of_year
    return shifted // 400 * 146_097 + day_of_era - 719_468


def javascript_text(value: Value) -> str:
    """Return what JavaScript's `String(value)` gives, as js-yaml does with mapping keys.

    A date becomes JavaScript's date text in the server's time zone; UTC is assumed.
    """
    match value:
        case str():
            return value
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return number_text(value)
        case Timestamp():
            return _date_text(value)
        case bytes():
            return ",".join(str(byte) for byte in value)
        case list():
            return ",".join(_joined_text(item) for item in value)
        case _:
            return "[object Object]"


def _joined_text(item: Value) -> str:
    return "" if item is None else javascript_text(item)


def number_text(number: int | float) -> str:
    """Return a number as JavaScript prints it: `1e+21`, `0.1`, `Infinity`."""
    number = float(number)
    if number != number:
        return "NaN"
    if number in (float("inf"), float("-inf")):
        return "Infinity" if number > 0 else "-Infinity"
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    digits, exponent = _shortest_digits(abs(number))
    return sign + _placed(digits, exponent)


def _shortest_digits(number: float) -> tuple[str, int]:
    """Return the shortest digits and the position of the decimal point among them."""
    mantissa, _, power = f"{number!r}".partition("e")
    whole, _, fraction = mantissa.partition(".")
    point = len(whole) + int(power or 0)
    digits = whole + ("" if fraction == "0" else fraction)
    stripped = digits.lstrip("0")
    point -= len(digits) - len(stripped)
    return stripped.rstrip("0") or "0", point


def _placed(digits: str, point: int) -> str:
    """Place the decimal point by the rules of ECMAScript's Number::toString."""
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return "0." + "0" * -point + digits
    power = f"e{'-' if point < 1 else '+'}{abs(point - 1)}"
    return digits + power if count == 1 else f"{digits[0]}.{digits[1:]}{power}"


_WEEKDAYS = ("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _date_text(date: Timestamp) -> str:
    """Return a date as JavaScript's `String(date)` writes it on a server that runs in UTC."""
    days, rest = divmod(date.milliseconds, 86_400_000)
    year, month, day = _civil(days)
    clock = f"{rest // 3_600_000:02}:{rest // 60_000 % 60:02}:{rest // 1000 % 60:02}"
    name = f"{_WEEKDAYS[days % 7]} {_MONTHS[month - 1]} {day:02} {year:04}"
    return f"{name} {clock} GMT+0000 (Coordinated Universal Time)"


def _civil(days: int) -> tuple[int, int, int]:
    """Return year, month and day of a day counted from 1970-01-01."""
    shifted = days + 719_468
    era, day_of_era = divmod(shifted, 146_097)
    year = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
    month_index = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_index + 2) // 5 + 1
    month = month_index + 3 if month_index < 10 else month_index - 9
    return era * 400 + year + (month <= 2), month, day
