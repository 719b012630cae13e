"""What is a name, a job title or an outlet in a header, by its own words."""

from __future__ import annotations

import functools
from itertools import islice

import regex

from newsparse.document import Range
from newsparse.stages.header.parts import HeaderWords, compiled

_MOST_IN_JOB = 4
_LONGEST_DETERMINER = 24
_PARTS_READ = 8
"""How many words of a stretch are looked at: no name is longer."""
_NO_SURNAMES = frozenset(("news", "today", "online", "tv", "radio", "bbc", "media", "agency", "magazine", "newspaper"))
"""Outlet words that nobody is called by: one of them alone after two words of a name is an outlet."""


_NO_NAMES = frozenset(("the", "and", "a", "no"))
"""Words that no name has in it."""


def is_role(low: str, words: HeaderWords) -> bool:
    """Whether words are a job title: by the last one, and where `role_endings` are given by their endings too."""
    parts = low.split()
    if not parts:
        return False
    if parts[-1] in words.roles or parts[-1].rstrip("s") in words.roles:
        return True
    return bool(words.role_endings) and (
        parts[0].endswith(words.role_endings) or parts[-1].endswith(words.role_endings)
    )


def is_body(low: str, words: HeaderWords) -> bool:
    """Whether words (in small letters) are an agency's name, or open as a desk's does: `la rédaction`."""
    if low in words.agencies:
        return True
    first, _, rest = low.partition(" ")
    head = rest.split(" ")[0] if first in words.joints["article"] else first
    return head in words.desks


def is_job(low: str, words: HeaderWords) -> bool:
    """Whether a line says what an author does: `Redakteurin für Meer und Küste`, `Corresponsal en Levante`."""
    first, _, rest = low.partition(" ")
    led = rest.split(" ")[0]
    if first.endswith(words.role_endings) and (led in words.joints["body"] or led in words.joints["place"]):
        return True
    return len(low.split()) <= _MOST_IN_JOB and low.split()[-1] in words.roles


def own_words(text: str, span: Range, words: HeaderWords) -> Range:
    """`Tarn Post Staff Writers`: the role's own words, without what stands before them."""
    parts = list(compiled(r"\S++").finditer(text, pos=span[0], endpos=span[1]))
    first = len(parts) - 1
    while first > 0:
        low = parts[first - 1].group().lower()
        if low not in words.role_words and low not in words.roles:
            break
        first -= 1
    return parts[first].start(), span[1]


def in_capitals(said: str) -> bool:
    """Whether every word begins with a capital or a figure."""
    return all(part[0].isupper() or part[0].isdigit() for part in said.split())


def is_outlet(low: str, words: HeaderWords) -> bool:
    """Whether words (in small letters) are an agency or the name of an outlet."""
    if low in words.agencies or (
        low[-1:].isalpha() and "." in low and compiled(r"[\w-]++(?:\.[\w-]++)++").fullmatch(low)
    ):
        return True
    return any(part.strip(".") in words.outlet_words for part in low.split())


def body_name(text: str, start: int, end: int, words: HeaderWords) -> Range | None:
    """A body as author, with `and`, `on` and `of` in its name: "Committee on Fish and Ice"."""
    said = text[start:end].strip()
    parts = said.split()
    if not 3 <= len(parts) <= 14 or "," in said or not in_capitals(parts[0]):
        return None
    if not parts[-1][0].isupper():
        return None
    linked = [i for i, part in enumerate(parts) if part in ("of", "on", "for")]
    heads = [i for i, part in enumerate(parts) if part.lower() in words.organization_words]
    if not linked or not heads or heads[0] > linked[0]:
        return None
    if not all(part[0].isupper() or part in ("of", "on", "for", "and", "the", "in", "&") for part in parts):
        return None
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    return first, first + len(said)


def name_end(text: str, start: int, end: int, words: HeaderWords) -> int:
    """Where a name that begins at `start` ends: before a lower-case word that is no particle, or before a role."""
    # One more than is read, to know whether another one follows.
    parts = list(islice(compiled(r"\S++").finditer(text, pos=start, endpos=end), _PARTS_READ + 1))
    bodies, places, particles, name_word = words.joints["body"], words.joints["place"], words.particles, _name_word()
    count = 0
    for part in parts[:_PARTS_READ]:
        word = part.group()
        low = word.lower()
        leads = low in bodies or low in places
        if count and leads and (word.islower() or not words.abroad):  # abroad names have such words: "Da Costa"
            break
        particle = low.rstrip(".") in particles and count < len(parts) - 1
        plain = word[0].isupper() and word.isalpha()  # most words of names: no search is needed for them
        if not particle and not plain and not name_word.fullmatch(word):
            break
        count += 1
    while count > 2:
        low = parts[count - 1].group().lower()
        if low not in words.buttons and low not in ("follow", "profile"):
            break
        count -= 1  # "Ann Lee Twitter Email", as pages print below a picture
    following = parts[count].group().lower() if 0 < count < len(parts) else ""
    if count > 2 and following == "of" and text[start:end].rpartition(" ")[2].lower() in words.roles:
        count = 2  # "Ann Lee North of Norland correspondent"
    if count > 2 and (following in words.roles or parts[count - 1].group().lower().rstrip(",.") in words.roles):
        count -= following not in words.roles
        while count > 2 and parts[count - 1].group().lower() in words.role_words:
            count -= 1
    for own in range(2, count):
        rest = text[parts[own].start() : parts[count - 1].end()]
        if outlet_after(rest, words) or rest.lower() in words.places:
            count = own
            break
    while count > 2 and parts[count - 1].group().lower().rstrip(".,") in words.suffixes:
        count -= 1
    if count > 2 and parts[count - 1].group().lower() == "special" and following in ("to", "for"):
        count -= 1
    if not count:
        return start
    last = parts[count - 1]
    # A full stop after a word is the sentence's; after an initial or "Jr" it is the name's.
    stop = last.group().endswith(".") and len(last.group()) > 3 and last.group() not in ("Jr.", "Sr.")
    return last.end() - stop


def outlet_after(said: str, words: HeaderWords) -> bool:
    """Whether the words after the first ones of a name are an agency or outlet: `JANE ROE Associated Press`."""
    low = said.lower()
    parts = low.split()
    if not parts:
        return False
    if low in words.agencies or (said.isupper() and low in words.outlet_words) or parts[-1] in _NO_SURNAMES:
        return True
    return len(parts) > 1 and parts[-1] in words.outlet_words


@functools.cache
def _name_word() -> regex.Pattern[str]:
    part = r"\p{L}[\p{L}\p{M}]*+\.?"
    first = r"[\p{Lu}\p{Lo}][\p{L}\p{M}]*+\.?"
    # "al-Rashid", "hÉigeartaigh", "d'Arcy"
    small = r"(?:\p{Ll}{2,3}-|h|[dO]['’])\p{Lu}[\p{L}\p{M}]++"
    return regex.compile(rf"(?:{first}(?:['’.-]{part})*+|{small}(?:-{part})*+)")


def is_name(text: str, start: int, end: int, words: HeaderWords) -> bool:
    """Whether a line could be a person's name and nothing else: two to five capitalised words, none of a section."""
    said = text[start:end]
    if end - start > 48 or not said[0].isupper() or (said[-1] in ".?!:" and not said.endswith(("Jr.", "Sr."))):
        return False
    parts = said.split()
    if not 2 <= len(parts) <= 5:
        return False
    particles = words.particles
    for part in parts:
        if part.islower() and part.isalpha() and part not in particles:
            return False
    whole = said.lower()
    if whole in words.sections or whole in words.phrases or whole in words.places:
        return False
    low = [part.lower() for part in parts]
    if words.abroad and any(part in words.particles for part in parts) and not is_given(parts[0], words):
        return False  # "Krieg der Kutter"
    if any(part in words.organization_words or part in words.outlet_words for part in low):
        return False
    return _NO_NAMES.isdisjoint(low) and name_end(text, start, end, words) == end


def is_given(word: str, words: HeaderWords) -> bool:
    """Whether a word is a given name, or two that a hyphen joins (`Anne-Marie`)."""
    return word.lower() in words.given or word.lower().split("-")[0] in words.given


def is_noun(text: str, start: int, end: int, words: HeaderWords) -> bool:
    """Whether capitalised words that begin with no given name are used as nouns in the text: `der Kieler Förde`.

    Only in languages with a list of determiners; agencies and desks are none.
    """
    said = text[start:end].split()
    low = text[start:end].lower()
    if not words.determiners or is_given(said[0], words) or is_body(low, words):
        return False
    if said[0].lower() in words.determiners:
        return True
    return any(_after_determiner(text, word, words) for word in said)


def _after_determiner(text: str, word: str, words: HeaderWords) -> bool:
    at = text.find(f" {word}")
    while at >= 0:
        before = compiled(r"\w+").findall(text[max(0, at - _LONGEST_DETERMINER) : at])
        ends = not text[at + len(word) + 1 : at + len(word) + 2].isalpha()
        if len(before) > 1 and before[-1].islower() and before[-1] not in words.small:
            before.pop()  # "die östliche Linie"
        if ends and before and before[-1].lower() in words.determiners and text[at - 1].isalpha():
            return True
        at = text.find(f" {word}", at + 1)
    return False


def is_small_name(said: str, words: HeaderWords) -> bool:
    """Whether a name is printed all in small letters (`june abbot`): its first word is a given name."""
    parts = said.split()
    return 2 <= len(parts) <= 3 and said.islower() and parts[0] in words.given and said.replace(" ", "").isalpha()
