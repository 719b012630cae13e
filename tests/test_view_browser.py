"""The page in a real browser: nothing of an article runs, quotes are where they should be, and clicking works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import hostile
import made
import newsparse
from browser import chromium, look, missing
from newsparse.view import frame, page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    with chromium() as driver:
        yield driver


@pytest.fixture(autouse=True)
def desk(request: pytest.FixtureRequest) -> None:
    if missing() is None:
        look(request.getfixturevalue("browser"), 1280, 900)


def opened(browser: Chrome, text: str, folder: Path) -> list[str]:
    """Open a page; gives what the browser complains of."""
    path = folder / "page.html"
    path.write_text(text, encoding="utf-8")
    complaints(browser)
    browser.get(path.as_uri())
    return complaints(browser)


def complaints(browser: Chrome) -> list[str]:
    return [row["message"] for row in browser.get_log("browser")]  # type: ignore[no-untyped-call]


def ask(browser: Chrome, script: str, *values: object) -> Any:
    return browser.execute_script(script, *values)


PIECES = """
return [...document.querySelectorAll('#article mark[data-q]')]
  .filter(el => el.dataset.q.split(' ').includes(arguments[0])).map(el => el.textContent).join('')"""
BODY = "return [...document.querySelectorAll('.body > p:not(.aside)')].map(el => el.textContent)"


def test_quotes_are_where_they_should_be(browser: Chrome, tmp_path: Path) -> None:
    article = made.article()
    assert opened(browser, page(article), tmp_path) == []
    assert ask(browser, BODY) == [span.text for span in article.paragraphs]
    for number, quote in enumerate((*article.quotes, *article.attitudes)):
        if quote.parent is None:
            assert ask(browser, PIECES, str(number)) == "".join(piece.text for piece in quote.content)


def shown_in_html(text: str) -> str:
    """What a browser keeps of a text: line ends, and what no page may hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c if c in "\n\t\f" or 31 < ord(c) < 127 or (ord(c) > 159 and not hidden(c)) else "�" for c in text)


def hidden(character: str) -> bool:
    return 0xD800 <= ord(character) <= 0xDFFF or 0xFDD0 <= ord(character) <= 0xFDEF or character in "￾￿"


@pytest.mark.parametrize("text", hostile.ALL, ids=range(len(hostile.ALL)))
def test_nothing_of_an_article_runs(browser: Chrome, tmp_path: Path, text: str) -> None:
    article = newsparse.parse(text)
    assert article.quotes
    assert opened(browser, page(article), tmp_path) == []
    assert ask(browser, "return window.hit === undefined")
    assert ask(browser, BODY) == [shown_in_html(span.text) for span in article.paragraphs]
    for number, quote in enumerate((*article.quotes, *article.attitudes)):
        if quote.parent is None:
            wanted = shown_in_html("".join(piece.text for piece in quote.content))
            assert ask(browser, PIECES, str(number)).split() == wanted.split()
    assert ask(browser, "return document.querySelectorAll('script').length") == 2
    assert not ask(browser, "return document.querySelectorAll('img, iframe, style ~ style, #article script').length")
    ask(browser, "document.querySelectorAll('#who a[data-j], .switch').forEach(el => el.click())")
    for event in ("mouseover", "focus", "click"):
        ask(
            browser,
            "for (const el of document.querySelectorAll('main *, aside *')) "
            "el.dispatchEvent(new Event(arguments[0], {bubbles: true}))",
            event,
        )
    assert ask(browser, "return window.hit === undefined")
    assert complaints(browser) == []


@pytest.mark.parametrize("text", hostile.ALL[:5], ids=range(5))
def test_clicking_works_in_a_hostile_article_too(browser: Chrome, tmp_path: Path, text: str) -> None:
    from selenium.webdriver.common.by import By

    opened(browser, page(newsparse.parse(text)), tmp_path)
    for link in browser.find_elements(By.CSS_SELECTOR, "#who a[data-j]"):
        number = link.get_attribute("data-j")
        browser.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", link)
        link.click()
        assert ask(browser, "return document.activeElement.id") == f"q{number}"
        lit = ask(browser, "return [...document.querySelectorAll('mark.on')].map(el => el.dataset.q.split(' '))")
        assert lit and all(number in numbers for numbers in lit)
        browser.find_element(By.CSS_SELECTOR, "#card button[aria-label='Close']").click()


def test_nothing_is_asked_of_the_network(tmp_path: Path) -> None:
    """By the browser's own log of requests, also while all is clicked, of an article full of addresses."""
    import json

    article = hostile.article("<img src=https://lamp.example/a.png> <link rel=stylesheet href=//lamp.example/b.css>")
    with chromium(log="performance") as browser:
        opened(browser, page(newsparse.parse(article)), tmp_path)
        ask(browser, "document.querySelectorAll('#who a[data-j], .switch, mark, .note').forEach(el => el.click())")
        rows = [json.loads(row["message"])["message"] for row in browser.get_log("performance")]  # type: ignore[no-untyped-call]
        sent = [row["params"] for row in rows if row["method"] == "Network.requestWillBeSent"]
        ours = [one["request"]["url"] for one in sent if one["documentURL"].startswith("file:")]  # no page of its own
        assert ours == [(tmp_path / "page.html").as_uri()]
        assert ask(browser, "return performance.getEntriesByType('resource').length") == 0


def test_a_script_that_got_in_would_not_run(browser: Chrome, tmp_path: Path) -> None:
    """The policy holds even where escaping had failed."""
    broken = page(made.article()).replace(
        "<h1>", "<h1><script>window.hit=1</script><img src=x onerror='window.hit=1'>", 1
    )
    said = opened(browser, broken, tmp_path)
    assert ask(browser, "return window.hit === undefined")
    assert any("Content Security Policy" in line for line in said)


def test_clicking_a_saying_leads_to_it(browser: Chrome, tmp_path: Path) -> None:
    opened(browser, page(made.article()), tmp_path)
    look(browser, 1280, 300)
    for number in (4, 1):
        ask(browser, "document.querySelector(`#who a[data-j='${arguments[0]}']`).click()", number)
        where = ask(browser, "return document.getElementById('q' + arguments[0]).getBoundingClientRect().top", number)
        assert 0 <= where < 300
        assert ask(browser, "return document.activeElement.id") == f"q{number}"
        lit = ask(
            browser, "return [...document.querySelectorAll('#article .on')].map(el => el.dataset.q.split(' ')[0])"
        )
        assert set(lit) == {str(number)}


def test_the_card_tells_what_is_known(browser: Chrome, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By

    opened(browser, page(made.article()), tmp_path)
    card = browser.find_element(By.ID, "card")
    assert not card.is_displayed()
    browser.find_element(By.CSS_SELECTOR, "mark[data-q='0']").click()
    assert card.is_displayed()
    for words in (
        "Dana Ortiz",
        "treasurer",
        "told",
        "reporters",
        "on Monday: 4 March 2024",
        "99%",
        "attribution.quoted",
    ):
        assert words in card.text
    browser.find_element(By.CSS_SELECTOR, "#card button[aria-label='Close']").click()
    assert not card.is_displayed()


def test_a_pronoun_is_joined_to_its_name(browser: Chrome, tmp_path: Path) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By

    opened(browser, page(made.article()), tmp_path)
    thread = browser.find_element(By.ID, "join")
    she = browser.find_element(By.CSS_SELECTOR, ".source[data-q='1']")
    assert she.text == "She" and not thread.is_displayed()
    ActionChains(browser).move_to_element(she).pause(0.3).perform()
    assert thread.is_displayed()
    assert (
        ask(browser, "return [...document.querySelectorAll('.named')].map(el => el.textContent).join('')")
        == "Dana Ortiz"
    )
    assert "She → Dana Ortiz" in browser.find_element(By.ID, "card").text


PERSON = (
    "Harbour Opens\n\nDana Ortiz said that she would stay. She paid for the pier. "
    "Ilse Kern told Ortiz that it is oak.\n"
)


def named(browser: Chrome) -> str:
    return str(ask(browser, "return [...document.querySelectorAll('.named')].map(el => el.textContent).join('')"))


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(("words", "who"), [("she", "Dana Ortiz"), ("She", "Dana Ortiz")])
def test_a_pronoun_that_says_nothing_is_joined_too(
    browser: Chrome, tmp_path: Path, words: str, who: str, width: int
) -> None:
    """One in what is said, and one outside of all that is said: by pointing at it and by tapping it."""
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By

    look(browser, width, 900)
    opened(browser, page(newsparse.parse(PERSON)), tmp_path)
    pronoun = next(el for el in browser.find_elements(By.CSS_SELECTOR, "[data-p]") if el.text == words)
    card, thread = browser.find_element(By.ID, "card"), browser.find_element(By.ID, "join")
    if width > 800:
        ActionChains(browser).move_to_element(pronoun).pause(0.3).perform()
        assert thread.is_displayed() and named(browser) == who
        ActionChains(browser).move_to_element(browser.find_element(By.TAG_NAME, "h1")).pause(0.4).perform()
        assert not thread.is_displayed() and not card.is_displayed()
    pronoun.click()
    assert thread.is_displayed() and named(browser) == who
    assert f"{words} →" in card.text and who in card.text
    browser.find_element(By.CSS_SELECTOR, "#card button[aria-label='Close']").click()
    assert not card.is_displayed() and not thread.is_displayed()


def test_the_keyboard_joins_pronouns_too(browser: Chrome, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    opened(browser, page(made.article()), tmp_path)
    browser.find_element(By.CSS_SELECTOR, ".switch[data-t='attitude']").send_keys(Keys.TAB)  # the first note
    browser.switch_to.active_element.send_keys(Keys.TAB)
    assert ask(browser, "return document.activeElement.id") == "q1"
    assert browser.find_element(By.ID, "join").is_displayed() and named(browser) == "Dana Ortiz"
    opened(browser, page(newsparse.parse(PERSON)), tmp_path)
    browser.find_element(By.TAG_NAME, "body").send_keys("j")
    assert "she → Dana Ortiz" in browser.find_element(By.ID, "card").text


def test_keys_can_be_turned_off(browser: Chrome, tmp_path: Path) -> None:
    """WCAG 2.1.4: who speaks to the machine must be able to turn keys of one letter off."""
    from selenium.webdriver.common.by import By

    opened(browser, page(made.article()), tmp_path)
    keys, body = browser.find_element(By.ID, "keys"), browser.find_element(By.TAG_NAME, "body")
    for shown in (False, True):
        keys.click()
        assert keys.get_attribute("aria-pressed") == str(shown).lower()
        body.send_keys("j")
        assert browser.find_element(By.ID, "card").is_displayed() == shown


@pytest.mark.parametrize("width", [800, 960, 1280])
def test_who_said_what_is_beside_it_in_a_notebook_too(browser: Chrome, tmp_path: Path, width: int) -> None:
    look(browser, width, 640)
    opened(browser, page(made.article()), tmp_path)
    boxes = ask(browser, "return ['main', 'aside'].map(name => document.querySelector(name).getBoundingClientRect())")
    assert boxes[0]["right"] < boxes[1]["left"] and boxes[1]["right"] < width
    assert boxes[1]["top"] < 100


def test_kinds_are_switched_off_and_on(browser: Chrome, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By

    opened(browser, page(made.article()), tmp_path)
    colour = "return getComputedStyle(document.querySelector('mark.k-attitude')).backgroundColor"
    before = ask(browser, colour)
    switch = browser.find_element(By.CSS_SELECTOR, ".switch[data-t='attitude']")
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    assert switch.get_attribute("aria-pressed") == "false"
    assert not browser.find_element(By.CSS_SELECTOR, ".note.k-attitude").is_displayed()
    assert not browser.find_element(By.CSS_SELECTOR, "li.k-attitude").is_displayed()
    switch.click()
    ask(browser, "document.getAnimations().forEach(one => one.finish())")
    assert ask(browser, colour) == before


def test_keys_alone_do(browser: Chrome, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    opened(browser, page(made.article()), tmp_path)
    body = browser.find_element(By.TAG_NAME, "body")
    card = browser.find_element(By.ID, "card")
    body.send_keys("j")
    assert card.is_displayed() and "Quote 1 " in card.text
    body.send_keys("j")
    assert "Quote 2 " in card.text
    body.send_keys("k")
    assert "Quote 1 " in card.text
    body.send_keys(Keys.ESCAPE)
    assert not card.is_displayed()
    seen = set()
    body.send_keys(Keys.HOME)
    for _ in range(30):
        seen.add(
            ask(browser, "return document.activeElement.className.split(' ')[0] || document.activeElement.tagName")
        )
        browser.switch_to.active_element.send_keys(Keys.TAB)
    assert {"switch", "note", "SUMMARY", "A"} <= seen


def test_it_fits_a_phone(browser: Chrome, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By

    look(browser, 360, 740)
    opened(browser, page(made.article()), tmp_path)
    assert ask(browser, "return document.documentElement.scrollWidth") <= 360
    browser.find_element(By.CSS_SELECTOR, "mark[data-q='1']").click()
    box = ask(
        browser, "const r = document.getElementById('card').getBoundingClientRect(); return [r.left, r.right, r.bottom]"
    )
    assert box == [0, 360, 740]


def test_everything_has_a_name_for_a_screen_reader(browser: Chrome, tmp_path: Path) -> None:
    opened(browser, page(made.article()), tmp_path)
    tree = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles: dict[str, list[str]] = {}
    for node in tree:
        if not node.get("ignored"):
            roles.setdefault(node["role"]["value"], []).append(node.get("name", {}).get("value", ""))
    assert {"main", "complementary", "heading", "link", "button", "list", "mark"} <= roles.keys()
    for role in ("link", "button", "heading", "complementary", "image"):
        assert all(roles[role]), role
    assert "Quote 1, direct, Dana Ortiz" in roles["link"]


def test_a_screen_reader_is_told_what_the_card_tells(browser: Chrome, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    def told() -> list[str]:
        tree = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        names = {node["nodeId"]: node.get("name", {}).get("value", "") for node in tree}
        (status,) = [node for node in tree if node["role"]["value"] == "status"]
        return [names[child] for child in status["childIds"]]

    opened(browser, page(made.article()), tmp_path)
    assert told() == []
    browser.find_element(By.CSS_SELECTOR, ".switch[data-t='attitude']").send_keys(Keys.TAB)
    (first,) = told()
    assert first.startswith("Dana Ortiz, treasurer, Source, Dana Ortiz, Cue, told, To, reporters, When, ")
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert told() == []


def test_a_notebook_gets_it_in_a_frame_of_its_own(browser: Chrome, tmp_path: Path) -> None:
    outer = "<!DOCTYPE html><meta charset=utf-8><h1>notebook</h1>"
    frames = [frame(newsparse.parse(hostile.ALL[0])), made.article()._repr_html_()]
    assert opened(browser, outer + "".join(frames), tmp_path) == []
    assert ask(browser, "return window.hit === undefined")
    browser.switch_to.frame(1)
    ask(browser, "document.querySelector('#who a[data-j=\"1\"]').click()")
    assert ask(browser, "return document.querySelectorAll('#article .on').length") > 0
    assert ask(browser, "try { return parent.document.title } catch (error) { return 'kept out' }") == "kept out"
    browser.switch_to.default_content()


def test_paper_shows_all_that_matters(browser: Chrome, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By

    opened(browser, page(made.article()), tmp_path)
    ask(
        browser,
        "document.querySelectorAll('details').forEach(el => el.open = false);"
        "window.dispatchEvent(new Event('beforeprint'))",
    )
    look(browser, 800, 1000, dark=True, media="print")
    assert ask(browser, "return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert ask(browser, "return getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert not browser.find_element(By.CSS_SELECTOR, ".keys").is_displayed()
    ask(browser, "document.querySelectorAll('details').forEach(el => el.open = false)")  # as where no script runs
    assert ask(browser, "return [...document.querySelectorAll('#who li')].every(el => el.checkVisibility())")


def test_a_long_article_stays_usable(browser: Chrome, tmp_path: Path) -> None:
    story = made.TEXT.partition("\n\n“")[0] + "\n\n" + ("“" + made.TEXT.partition("\n\n“")[2] + "\n") * 1000
    article = newsparse.parse(story)
    assert len(article.quotes) > 2000
    assert opened(browser, page(article), tmp_path) == []
    last = len(article.quotes) - 1
    ask(browser, "document.querySelector(`#who a[data-j='${arguments[0]}']`).click()", last)
    where = ask(browser, "return document.getElementById('q' + arguments[0]).getBoundingClientRect().top", last)
    assert 0 <= where < 900
    # To step must not lay out all of a long article: of its notes, only the one in sight is asked where it is.
    asked = ask(
        browser,
        "let n = 0; const old = Element.prototype.getClientRects;"
        "Element.prototype.getClientRects = function () { n += 1; return old.call(this); };"
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'k', bubbles: true})); return n",
    )
    assert 0 < asked < 100
    assert f"Quote {last}" in ask(browser, "return document.getElementById('card').textContent")
