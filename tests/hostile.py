"""Articles that try to be more than text, for the tests of what shows them."""

from __future__ import annotations

_RUN = "window.hit=1"

SNIPPETS = (
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"</style><script>{_RUN}</script>",
    f"</title></textarea><svg onload={_RUN}>",
    f'<img src=x onerror="{_RUN}">',
    f'" onmouseover="{_RUN}" autofocus onfocus="{_RUN}" x="',
    f"' onclick='{_RUN}",
    f"--><script>{_RUN}</script><!--",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'></iframe>",
    f"<a href=javascript:{_RUN}>x</a>",
    "<style>* { display: none }</style>",
    "&lt;script&gt; &#60;b&#62; &amp;amp; &nbsp;",
    "<!DOCTYPE html><body hidden>",
    "\x00\x07\x1b[31m\x85\ud800\udfff￿",
    "\u202e\u2066\u200b\u0301",
    "{{7*7}} ${7*7} `\\",
)


def article(snippet: str) -> str:
    """An article with the snippet in its headline, byline, sources, contents and names."""
    return (
        f"Harbour {snippet} Opens\n\n"
        f"By Lena {snippet} Hartwell\nMarch 4, 2024\n\n"
        f'"It holds {snippet} for now," Dana Ortiz told reporters {snippet} on Monday. "It is oak."\n\n'
        f"She said that the pier {snippet} would open in May.\n\n"
        f'"{snippet}," said Ilse {snippet} Kern, the head of the Wend {snippet} Institute.\n\n'
        f'According to {snippet} Kern, the mayor had said that "nobody {snippet} pays".\n\n'
        f'Renn{snippet}: "No."\n\n{snippet}\n'
    )


ALL = [article(snippet) for snippet in SNIPPETS]
