"""What two printings of the same words have in common: titles, names, addresses."""

from __future__ import annotations

import re
import unicodedata

from newsparse.lang import load_language


def fold_title(text: str) -> str:
    """A title's letters and digits, lower-cased."""
    return "".join(re.findall(r"\w+", text)).casefold()


def fold_name(name: str) -> str:
    """A name without case, accents, marks, and titles before it; its words parted by single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = re.findall(r"\w+", plain)
    before = load_language("en").words("page_before_names")
    while len(words) > 2 and words[0] in before:
        words = words[1:]
    return " ".join(words)


def fold_address(url: str) -> str:
    """An address without scheme, `www.`, query and last slash."""
    return re.sub(r"^(?:https?:)?//(?:www\.)?", "", url.strip()).split("?")[0].split("#")[0].rstrip("/").casefold()
