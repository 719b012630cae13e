"""Sphinx configuration, and the directives that print the table of rules and the word lists."""

from __future__ import annotations

from importlib.resources import files
from itertools import takewhile
from typing import Any

import attrs
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import newsparse
from newsparse.lang import load_language
from newsparse.rules import RULES

project = "newsparse"
author = "The newsparse authors"
copyright = "2026, The newsparse authors"
version = release = newsparse.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"newsparse {release}"
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_preserve_defaults = True
autodoc_mock_imports = ["pyspark", "spacy"]  # so that the docs can be built without them
napoleon_numpy_docstring = False
napoleon_use_ivar = True  # the fields of a record as one list
python_use_unqualified_type_names = True
default_role = "code"  # what the docstrings mean by single backticks


class RuleTable(SphinxDirective):
    """Every rule of `newsparse.rules.RULES`, grouped by what it finds."""

    def run(self) -> list[nodes.Node]:
        found: list[nodes.Node] = []
        for finds in dict.fromkeys(rule.finds for rule in RULES.values()):
            section = nodes.section(ids=[nodes.make_id(f"finds-{finds}")])
            section += nodes.title(text=finds.capitalize())
            table = nodes.definition_list()
            for rule in (rule for rule in RULES.values() if rule.finds == finds):
                item = nodes.definition_list_item()
                item += nodes.term("", "", nodes.literal(text=rule.name))
                body = nodes.definition("", nodes.paragraph(text=rule.why))
                told = "" if rule.language == "en" else f" ({rule.language})"
                for label, texts in ((f"Finds something in{told}:", rule.hits), (f"Leaves alone{told}:", rule.misses)):
                    if texts:
                        body += nodes.paragraph(text=label)
                        body += [nodes.literal_block(text, text, language="text") for text in texts]
                item += body
                table += item
            section += table
            found.append(section)
        return found


class WordLists(SphinxDirective):
    """The word lists of English, each with what it is for as its file says, and how long it is."""

    def run(self) -> list[nodes.Node]:
        language = load_language("en")
        table = nodes.definition_list()
        for name in language.lists():
            lines = (files("newsparse.lang") / "en" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
            told = " ".join(line.lstrip("# ") for line in takewhile(lambda line: line.startswith("#"), lines))
            item = nodes.definition_list_item()
            item += nodes.term("", "", nodes.literal(text=name), nodes.Text(f" ({len(language.words(name)):,})"))
            item += nodes.definition("", nodes.paragraph(text=told.replace(" Kept by hand.", "")))
            table += item
        return [table]


def fields(_app: Sphinx, what: str, _name: str, made: Any, *_: Any) -> tuple[str, None] | None:
    """The signature of a record, with its defaults as they are written."""
    if what != "class" or not attrs.has(made):
        return None
    given = attrs.fields(made)
    shown = [one.name if one.default is attrs.NOTHING else f"{one.name}={_default(one)!r}" for one in given]
    return f"({', '.join(['*', *shown] if given[0].kw_only else shown)})", None


def _default(one: attrs.Attribute[Any]) -> Any:
    return one.default.factory() if isinstance(one.default, attrs.Factory) else one.default


def setup(app: Sphinx) -> None:
    app.add_directive("newsparse-rules", RuleTable)
    app.add_directive("newsparse-word-lists", WordLists)
    app.connect("autodoc-process-signature", fields)
