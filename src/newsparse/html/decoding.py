"""The bytes of a page to its characters."""

from __future__ import annotations

import codecs
import re

_HEAD = 4096
"""Where in a page its charset is looked for."""
_MOST_BAD = 0.002
"""The share of characters that may be broken in a page that all but is UTF-8."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COMPRESSED = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh", b"PK\x03\x04")
_LATIN = frozenset(("iso8859-1", "ascii", "latin-1"))
"""What pages call so is Windows-1252: browsers read it that way, and it is what was meant."""


def decode(data: bytes) -> str:
    """The characters of a page that came as bytes.

    The byte-order mark counts most. Without one, bytes that are UTF-8 throughout are read so, whatever the page
    declares: text in another encoding never looks like it. Else the charset that the page's head declares counts, then
    Windows-1252. A page that says it is UTF-8, or all but is, keeps its few broken bytes as U+FFFD.

    Args:
        data: the page as it was fetched, not compressed.

    Raises:
        ValueError: `data` is compressed, or none of these encodings reads it; the message names the argument `html`.
    """
    if data.startswith(_COMPRESSED):
        raise ValueError("html must be the page itself; these bytes are compressed: decompress them first")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    if data.startswith((b"<\x00", b"\x00<")):
        return data.decode("utf-16-le" if data.startswith(b"<") else "utf-16-be", "replace")
    if not data.isascii() and (text := _strict(data, "utf-8")) is not None:
        return text
    declared = _declared(data[:_HEAD])
    if declared is not None and (text := _strict(data, declared)) is not None:
        return text
    text = data.decode("utf-8", "replace")
    most = max(8, _MOST_BAD * len(text)) if declared == "utf-8" else _MOST_BAD * len(text)
    if text.count("\ufffd") <= most:
        return text
    if b"\x00" not in data and (found := _strict(data, "cp1252")) is not None:
        return found
    raise ValueError(
        "html can't be decoded: it is neither what it declares nor UTF-8 nor Windows-1252; decode it and give the str"
    )


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeError:
        return None


def _declared(head: bytes) -> str | None:
    """The codec that the page's head names, in a meta element or its XML declaration; none if Python lacks it."""
    found = re.search(rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", head, re.IGNORECASE)
    found = found or re.search(rb"""<\?xml[^>]{0,99}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""", head)
    if found is None:
        return None
    try:
        info = codecs.lookup(found.group(1).decode("ascii"))
    except (LookupError, UnicodeError):
        return None
    if not getattr(info, "_is_text_encoding", True):
        return None
    if info.name in _LATIN:
        return "cp1252"
    # A page whose head can be read as ASCII is not in UTF-16, whatever it says.
    return "utf-8" if info.name.startswith(("utf-16", "utf-32")) else info.name
