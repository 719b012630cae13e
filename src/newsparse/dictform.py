"""An article as plain dicts, lists, strings, numbers and None, and back, without loss.

Its size is linear in that of the article: speakers stand once, in `speakers`, and are referred to by
`{"id": index, "name": name}`; who is only spoken to stands in `spoken_to`, whose ids go on from there.
A quote's parent is `{"in": "quotes" or "attitudes", "index": index}`. Dates are in ISO 8601.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Any

from newsparse.model import Article, Quote, Span, Speaker

if TYPE_CHECKING:
    import cattrs

_LISTS = ("quotes", "attitudes")


def to_dict(article: Article) -> dict[str, Any]:
    """The article in its dict form, ready for `json.dumps`.

    Args:
        article: what `parse` returned.

    Returns:
        A dict that `newsparse/schema.json` (JSON Schema 2020-12) describes.
    """
    if not isinstance(article, Article):
        raise TypeError(f"article must be an Article, not {type(article).__name__}")
    converter = _converter()
    data: dict[str, Any] = converter.unstructure(article)
    cast = list(article.speakers)
    numbers = {id(speaker): i for i, speaker in enumerate(cast)}
    places = {id(q): (name, i) for name in _LISTS for i, q in enumerate(getattr(article, name))}

    def refer(speaker: Speaker | None) -> dict[str, Any] | None:
        if speaker is None:
            return None
        if id(speaker) not in numbers:  # an equal one made by hand, or one who is only spoken to
            numbers[id(speaker)] = cast.index(speaker) if speaker in cast else len(cast)
            cast.extend([speaker] if numbers[id(speaker)] == len(cast) else [])
        return {"id": numbers[id(speaker)], "name": speaker.name}

    def point(parent: Quote | None) -> dict[str, Any] | None:
        if parent is None:
            return None
        if id(parent) not in places:
            raise ValueError("a quote's parent must be among the article's quotes or attitudes")
        name, index = places[id(parent)]
        return {"in": name, "index": index}

    for name in _LISTS:
        for row in data[name]:
            row["speaker"] = refer(row["speaker"])
            row["parent"] = point(row["parent"])
            if row["addressee"] is not None:
                row["addressee"]["speaker"] = refer(row["addressee"]["speaker"])
    data["spoken_to"] = [_speaker_row(speaker) for speaker in cast[len(article.speakers) :]]
    data["speakers"] = [_speaker_row(speaker) for speaker in article.speakers]
    return data


def from_dict(data: dict[str, Any]) -> Article:
    """The article of a dict form: `from_dict(to_dict(article)) == article`.

    Args:
        data: what `to_dict` gave, also after a trip through JSON.

    Raises:
        TypeError: `data` is no dict.
        ValueError: a key is missing, unknown, or holds something wrong; the message names it.
    """
    if not isinstance(data, dict):
        raise TypeError(f"data must be a dict, not {type(data).__name__}")
    from cattrs import BaseValidationError, transform_error

    _check_shape(data)
    _check_spans(data, data["text"], "$")
    try:
        whole = dict(data)
        cast = [_converter().structure(row, Speaker) for row in [*whole["speakers"], *whole.pop("spoken_to")]]
        quotes = _tie(data, cast)
        whole["speakers"] = cast[: len(data["speakers"])]
        whole.update({name: [quotes[name, i] for i in range(len(data[name]))] for name in _LISTS})
        return _converter().structure(whole, Article)
    except BaseValidationError as error:
        raise ValueError("not an article's dict form: " + "; ".join(transform_error(error, path="$"))) from error


def _check_shape(data: dict[str, Any]) -> None:
    """The keys that are read before the converter sees them."""
    if not isinstance(data.get("text"), str):
        raise ValueError("not an article's dict form: $.text must be there and be a string")
    for key in ("speakers", "spoken_to", *_LISTS):
        rows = data.get(key)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise ValueError(f"not an article's dict form: $.{key} must be there and be a list of objects")


def _check_spans(value: Any, text: str, path: str) -> None:
    if isinstance(value, list):
        for i, item in enumerate(value):
            _check_spans(item, text, f"{path}[{i}]")
    elif isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            start, end = value["start"], value["end"]
            fits = type(start) is int and type(end) is int and 0 <= start <= end <= len(text)
            if not fits or text[start:end] != value["text"]:
                raise ValueError(f"not an article's dict form: {path} is no span of $.text")
        for key, item in value.items():
            _check_spans(item, text, f"{path}.{key}")


def _tie(data: dict[str, Any], cast: list[Speaker]) -> dict[tuple[str, int], Quote]:
    """Every quote and attitude by list and index, with its speaker and its parent in place."""
    made: dict[tuple[str, int], Quote] = {}
    for name in _LISTS:
        for index in range(len(data[name])):
            chain: list[tuple[str, int]] = []
            at: tuple[str, int] | None = (name, index)
            while at is not None and at not in made:
                if at in chain:
                    raise ValueError(f"not an article's dict form: $.{at[0]}[{at[1]}].parent leads back to itself")
                chain.append(at)
                at = _parent(data, at)
            for key in reversed(chain):
                above = _parent(data, key)
                made[key] = _quote(data, key, cast, None if above is None else made[above])
    return made


def _parent(data: dict[str, Any], key: tuple[str, int]) -> tuple[str, int] | None:
    name, index = key
    ref = data[name][index].get("parent")
    if ref is None:
        return None
    if isinstance(ref, dict) and ref.keys() == {"in", "index"} and ref["in"] in _LISTS:
        place: tuple[str, int] = ref["in"], ref["index"]
        if type(place[1]) is int and 0 <= place[1] < len(data[place[0]]):
            return place
    raise ValueError(f"not an article's dict form: $.{name}[{index}].parent points at no quote or attitude")


def _quote(data: dict[str, Any], key: tuple[str, int], cast: list[Speaker], parent: Quote | None) -> Quote:
    from cattrs import BaseValidationError, transform_error

    path = f"$.{key[0]}[{key[1]}]"
    row = dict(data[key[0]][key[1]])
    if "parent" in row:
        row["parent"] = parent
    if "speaker" in row:
        row["speaker"] = _referred(row["speaker"], cast, f"{path}.speaker")
    if isinstance(row.get("addressee"), dict) and "speaker" in row["addressee"]:
        speaker = _referred(row["addressee"]["speaker"], cast, f"{path}.addressee.speaker")
        row["addressee"] = {**row["addressee"], "speaker": speaker}
    try:
        return _converter().structure(row, Quote)
    except BaseValidationError as error:
        raise ValueError("not an article's dict form: " + "; ".join(transform_error(error, path=path))) from error


def _referred(ref: Any, cast: list[Speaker], path: str) -> Speaker | None:
    if ref is None:
        return None
    if isinstance(ref, dict) and type(ref.get("id")) is int and 0 <= ref["id"] < len(cast):
        speaker = cast[ref["id"]]
        if ref == {"id": ref["id"], "name": speaker.name}:
            return speaker
    raise ValueError(f"not an article's dict form: {path} refers to no speaker of that id and name")


def _speaker_row(speaker: Speaker) -> dict[str, Any]:
    row: dict[str, Any] = _converter().unstructure_attrs_asdict(speaker)
    return row


@functools.cache
def _converter() -> cattrs.Converter:
    """Speakers and quotes go through whole: the functions above tie them and take them apart."""
    import cattrs
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

    converter = cattrs.Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, functools.partial(_exactly, plain))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(dt.date, _day)
    converter.register_structure_hook_func(lambda to: to == dt.date | dt.datetime, _moment)
    converter.register_unstructure_hook(dt.date, lambda value: value.isoformat())
    converter.register_unstructure_hook(dt.datetime, lambda value: value.isoformat())
    converter.register_unstructure_hook(Span, _span_row)
    converter.register_unstructure_hook(Speaker, lambda value: value)
    keep = override(unstruct_hook=lambda value: value)
    quote = make_dict_unstructure_fn(Quote, converter, speaker=keep, parent=keep)
    converter.register_unstructure_hook(Quote, quote)
    for whole in (Speaker, Quote):
        read = make_dict_structure_fn(whole, converter, _cattrs_forbid_extra_keys=True)
        converter.register_structure_hook(whole, functools.partial(_ready_or, whole, read))
    return converter


def _span_row(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _ready_or(whole: type, read: Any, value: Any, to: Any) -> Any:
    return value if isinstance(value, whole) else read(value, to)


def _exactly(plain: type, value: Any, _: Any) -> Any:
    if type(value) is not plain:
        raise ValueError(f"expected {plain.__name__}, got {type(value).__name__}")
    return value


def _number(value: Any, _: Any) -> float:
    if type(value) not in (int, float):
        raise ValueError(f"expected a number, got {type(value).__name__}")
    return float(value)


def _day(value: Any, _: Any) -> dt.date:
    return dt.date.fromisoformat(_exactly(str, value, None))


def _moment(value: Any, _: Any) -> dt.date | dt.datetime:
    day_alone = isinstance(value, str) and len(value) == len("2022-12-14")
    return _day(value, None) if day_alone else dt.datetime.fromisoformat(_exactly(str, value, None))
