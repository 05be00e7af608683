"""Values as plain data, and back: nothing that is read can run, nor be of another kind than the one asked for.

The data are CBOR: texts, numbers, bytes, days, lists and dictionaries. The classes that they fill are those that the
reader names, never those that the bytes would name.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import cbor2
from pydantic import TypeAdapter

T = TypeVar("T")

# The tag of a number whose digits count; CBOR's own loses the sign of -0.0.
_DIGITS = 40_001
# What CBOR could make besides what is written here: other dates, fractions, shared values, patterns, addresses…
_NEVER_WRITTEN = (0, 1, 4, 5, 28, 29, 30, 35, 36, 37, 52, 54, 100, 258, 260, 261, 43_000)

_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def pack(value: T, kind: type[T]) -> bytes:
    """The data of a value of this kind; raises ValueError when some text of it cannot be written."""
    plain = _adapter(kind).dump_python(value, exclude_unset=True, warnings="none")
    return cbor2.dumps(plain, encoders={Decimal: _write_digits}, string_referencing=True)


def unpack(data: bytes | memoryview, kind: type[T]) -> T:
    """The value of this kind that the data make; raises ValueError when they make none."""
    try:
        plain = cbor2.loads(data, tag_hook=_read_tag, semantic_decoders=_REFUSED)
        made: T = _adapter(kind).validate_python(plain)
    except cbor2.CBORError as failure:
        raise ValueError(*failure.args) from None
    return made


def compress(value: T, kind: type[T]) -> bytes:
    """A value packed in a third of the room or less: for what is large, and seldom looked at again."""
    return zlib.compress(pack(value, kind), 1)


def decompress(data: bytes, kind: type[T]) -> T:
    """The value that was made compact."""
    return unpack(zlib.decompress(data), kind)


def _write_digits(encoder: cbor2.CBOREncoder, value: Decimal) -> None:
    encoder.encode(cbor2.CBORTag(_DIGITS, str(value)))


def _read_tag(tag: cbor2.CBORTag, _: bool) -> Decimal:
    if tag.tag != _DIGITS or not isinstance(tag.value, str):
        raise ValueError(f"étiquette {tag.tag}")
    return Decimal(tag.value)


def _refuse(*_: object) -> Any:
    raise ValueError("étiquette jamais écrite")


_REFUSED = dict.fromkeys(_NEVER_WRITTEN, _refuse)
