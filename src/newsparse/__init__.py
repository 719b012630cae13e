"""newsparse reads a news article's text: its header, and who says what, as spans of that text."""

from newsparse.batch import Failure, parse_many
from newsparse.dictform import from_dict, to_dict
from newsparse.html import parse_html
from newsparse.model import Article, Byline, Dateline, Doubt, Mention, Provenance, Quote, Span, Speaker, Timestamp
from newsparse.reading import parse, parse_header

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Byline",
    "Dateline",
    "Doubt",
    "Failure",
    "Mention",
    "Provenance",
    "Quote",
    "Span",
    "Speaker",
    "Timestamp",
    "from_dict",
    "parse",
    "parse_header",
    "parse_html",
    "parse_many",
    "to_dict",
]
