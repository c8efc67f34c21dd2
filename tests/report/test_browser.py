"""The report in a browser, used as a reader uses it: filters, search, clicks, keys, colours.

With ``REPORT_PICTURES=docs/pictures`` the pictures that the docs show are written there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mixed
import pytest
from obtainable import cannot
from test_run_page import HOSTILE, row, run
from waiting import wait_until

from pytest_lean.report.data import Failure, Part, Trace
from pytest_lean.report.run_page import page

pytestmark = pytest.mark.slow

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
WIDE, PHONE = (1280, 1000), (400, 1600)


class Reader:
    """A browser with a page open.

    Args:
        driver: selenium's.
    """

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, path: Path, size: tuple[int, int] = WIDE, scheme: str = "light") -> None:
        """Show a page on a screen of a size, on a system with a scheme of colours."""
        command = self.driver.execute_cdp_cmd
        feature = {"name": "prefers-color-scheme", "value": scheme}
        command("Emulation.setEmulatedMedia", {"features": [feature]})
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
        command("Emulation.setDeviceMetricsOverride", metrics)
        self.driver.get(path.as_uri())

    def js(self, script: str, *arguments: object) -> Any:
        """Return what a script says."""
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[Any]:
        """Return the elements that a selector is for."""
        return list(self.driver.find_elements("css selector", selector))

    def one(self, selector: str) -> Any:
        """Return the only element that a selector is for."""
        [found] = self.all(selector)
        return found

    def click(self, selector: str) -> None:
        """Click on an element."""
        element = self.one(selector)
        self.js("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()

    def press(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        self.driver.switch_to.active_element.send_keys(*keys)

    def focused(self) -> str:
        """Return what has the focus, as a reader would call it."""
        return str(
            self.js(
                "const e = document.activeElement;"
                "return e === document.body ? '' : (e.id || e.name || e.textContent.trim())"
            )
        )

    def shown(self) -> list[str]:
        """Return the ids of the tests in the table."""
        return list(self.js("return [...document.querySelectorAll('#table td.id button')]"
                            ".map(one => one.textContent)"))  # fmt: skip

    def picture(self, name: str) -> None:
        """Take a picture, where pictures are wanted."""
        folder = os.environ.get("REPORT_PICTURES")
        if folder:
            self.driver.save_screenshot(str(Path(folder) / f"{name}.png"))


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    """A headless Chromium."""
    try:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
    except ImportError:
        cannot("selenium is not installed")
    browser = next(filter(None, map(shutil.which, PROGRAMS)), None)
    found = shutil.which("chromedriver")
    if browser is None or found is None:
        cannot("there is no Chromium, or no chromedriver (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for one in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(one)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(found))
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture
def reader(driver: Any) -> Iterator[Reader]:
    """A reader, who meets no error on any page."""
    driver.get_log("browser")
    yield Reader(driver)
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert driver.get_log("browser") == []


@pytest.fixture(scope="module")
def mixed_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a run of two workers in which tests end in every way."""
    folder = tmp_path_factory.mktemp("run") / "geometry"
    folder.mkdir()
    mixed.write(folder)
    command = [sys.executable, "-m", "pytest", "-n", "2", "--lean-report", "report.html"]
    subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTEST_ADDOPTS": "-p no:cacheprovider -p no:randomly"},
        capture_output=True,
        timeout=600,
        check=False,
    )
    return folder / "report.html"


@pytest.fixture(scope="module")
def large_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a run of 4,000 tests, which did not happen."""
    rows = [
        row(
            f"tests/test_numbers.py::test_add[{number}]",
            "failed" if number % 97 == 13 else "passed",
            worker=f"gw{number % 4}",
            began=number / 40,
            call=0.09,
            lean_seconds=0.06,
            message="2:2 Tactic rfl failed" if number % 97 == 13 else "",
        )
        for number in range(4000)
    ]
    data = run(*rows, seconds=101.0)
    for trace in data.workers:
        trace.memory = [(one / 4, 30.0 + one / 10) for one in range(400)]
    failure = Failure("Lean reports an error", (Part("Tactic `rfl` failed", "line 2:2", "error"),))
    data.failures = {one.id: failure for one in rows if one.outcome == "failed"}
    path = tmp_path_factory.mktemp("large") / "report.html"
    path.write_text(page(data), encoding="utf-8")
    return path


def test_a_filter_leaves_the_tests_of_an_outcome_and_says_how_many(reader, mixed_run):
    reader.open(mixed_run)
    everything = reader.shown()
    reader.js("document.querySelector('#tests').scrollIntoView({behavior: 'instant'})")
    reader.one('input[value="no verdict"] + span').click()
    left = reader.shown()
    assert 0 < len(left) < len(everything)
    assert all("test_trouble" in one for one in left)
    assert reader.one("#found").text.startswith(f"{len(left)} tests in ")
    reader.one('#filters button[type="reset"]').click()
    assert reader.shown() == everything


def test_a_search_looks_at_node_ids_and_messages(reader, mixed_run):
    reader.open(mixed_run)
    reader.one("#search").send_keys("trust_me axiom")
    assert reader.shown() == ["test_arithmetic.py::test_resting"]
    reader.one("#search").send_keys(" nowhere")
    assert reader.shown() == []
    assert reader.one("#found").text == "No test is like that."


def test_a_number_at_the_top_leads_to_its_tests(reader, mixed_run):
    reader.open(mixed_run)
    reader.click('.trust a[data-trust="certified"]')
    assert reader.shown() == ["test_shapes.py::test_certified"]


def test_a_column_can_be_sorted_both_ways(reader, mixed_run):
    reader.open(mixed_run)
    reader.click('th[data-sort="lean"] button')
    slowest_first = reader.shown()
    assert reader.one('th[data-sort="lean"]').get_attribute("aria-sort") == "descending"
    assert slowest_first[0] == reader.all("#slowest td.id")[0].text
    reader.click('th[data-sort="lean"] button')
    assert reader.shown()[-1] == slowest_first[0]


def test_a_test_opens_and_leads_to_what_is_wrong_with_it(reader, mixed_run):
    reader.open(mixed_run)
    reader.one("#search").send_keys("test_successor")
    reader.click("#table td.id button")
    assert reader.one("#table td.id button").get_attribute("aria-expanded") == "true"
    reader.click("#table .detail a")
    target = reader.one("article:target")
    assert "test_successor" in target.text
    assert "^^^" in target.text
    assert "is not definitionally equal" in target.text


def test_carets_stand_below_what_they_point_at(reader, mixed_run):
    reader.open(mixed_run)
    places = reader.js(
        """
        const article = [...document.querySelectorAll("article")]
          .find(one => one.textContent.includes("test_symbols"));
        article.style.contentVisibility = "visible";
        const source = article.querySelector(".source");
        const text = source.querySelector(".row:not(.carets) .t").firstChild;
        const at = text.data.lastIndexOf("h 0⟩");
        const range = document.createRange();
        range.setStart(text, at); range.setEnd(text, at + 1);
        const ghost = source.querySelector(".ghost").getBoundingClientRect();
        return [range.getBoundingClientRect().left, ghost.right];
        """
    )
    assert places[0] == pytest.approx(places[1], abs=1)


def test_every_control_is_reached_by_tab_is_seen_and_lets_go(reader, mixed_run):
    from selenium.webdriver.common.keys import Keys

    reader.open(mixed_run)
    reader.js(
        "search.value = 'test_successor'; search.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    reached: list[str] = []
    for _ in range(200):
        reader.press(Keys.TAB)
        now = reader.focused()
        if not now or (now == reached[0] if reached else False):
            break
        reached.append(now)
        seen = reader.js(
            "const e = document.activeElement, s = getComputedStyle(e.matches('.chip input, "
            ".theme input') ? e.nextElementSibling : e); return s.outlineStyle !== 'none'"
        )
        assert seen, now
    else:
        pytest.fail(f"the focus does not leave the page: {reached[-10:]}")
    order = ["Skip to the page", "Timeline", "theme", "lanes", "search", "outcome", "trust"]
    assert [reached.index(one) for one in order] == sorted(reached.index(one) for one in order)


def test_keys_go_to_the_search_and_through_the_timeline(reader, mixed_run):
    from selenium.webdriver.common.keys import Keys

    reader.open(mixed_run)
    reader.press("/")
    assert reader.focused() == "search"
    reader.js("document.getElementById('lanes').focus()")
    reader.press(Keys.ARROW_RIGHT)
    first = reader.one("#readout").text
    reader.press(Keys.ARROW_RIGHT)
    assert reader.one("#readout").text != first
    reader.press(Keys.ARROW_DOWN)
    assert "gw1" in reader.one("#readout").text
    name = reader.one("#readout b").text
    reader.press(Keys.ENTER)
    assert reader.focused() == name
    assert reader.one('#table button[aria-expanded="true"]').text == name


def test_the_colours_follow_the_system_or_the_switch(reader, mixed_run):
    def ground() -> str:
        return str(reader.js("return getComputedStyle(document.body).backgroundColor"))

    reader.open(mixed_run, scheme="light")
    light = ground()
    reader.picture("report-light")
    reader.open(mixed_run, scheme="dark")
    dark = ground()
    reader.js(
        "[...document.querySelectorAll('article')]"
        ".find(one => one.textContent.includes('add_succ')).scrollIntoView({behavior: 'instant'})"
    )
    reader.picture("report-dark")
    assert light != dark
    reader.js("document.querySelector('input[value=light] + span').click()")
    assert ground() == light
    reader.js("document.querySelector('input[value=auto] + span').click()")
    assert ground() == dark


def test_nothing_is_wider_than_a_phone(reader, mixed_run):
    reader.open(mixed_run, PHONE)
    assert reader.js("return document.documentElement.scrollWidth") <= PHONE[0]
    reader.picture("report-phone")


def test_without_scripts_the_summary_and_the_failures_are_there(reader, mixed_run):
    reader.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    reader.open(mixed_run)
    shown = reader.one("body").text
    for told in ("of 39 tests passed", "test_successor", "is not definitionally equal", "gw1"):
        assert told in shown
    assert "need JavaScript" in shown
    assert not reader.one("#filters").is_displayed()


def test_4000_tests_are_drawn_in_parts_and_all_of_them_can_be_had(reader, large_run):
    reader.open(large_run)
    assert len(reader.shown()) == 200
    reader.one("#search").send_keys("add[399")
    assert len(reader.shown()) == 11
    reader.click('#filters button[type="reset"]')
    reader.click("#next")
    assert len(reader.shown()) == 400
    assert reader.focused() == "tests/test_numbers.py::test_add[200]"
    reader.click("#rest")
    assert reader.focused() == "tests/test_numbers.py::test_add[400]"  # it is there at once
    wait_until(lambda: not reader.one("#more").is_displayed())
    assert len(reader.shown()) == 4000


def test_a_search_ends_the_drawing_of_all_tests(reader, large_run):
    reader.open(large_run)
    # Both in one turn of the page, so that nothing but the first part can be drawn in between.
    reader.js(
        "document.querySelector('#rest').click();"
        "const search = document.querySelector('#search');"
        "search.value = 'add[399'; search.dispatchEvent(new Event('input', {bubbles: true}));"
    )
    # Whatever was to be drawn had its turn before this one.
    reader.js("return new Promise((done) => setTimeout(setTimeout, 0, done, 0))")
    assert len(reader.shown()) == 11


def test_what_a_run_says_runs_nowhere(reader, tmp_path):
    part = Part(HOSTILE, HOSTILE, HOSTILE, ((1, HOSTILE, "^"),))
    rows = [row(f"{HOSTILE}[{one}]", "failed", message=HOSTILE) for one in range(3)]
    data = run(*rows, root=HOSTILE, command=HOSTILE)
    data.workers = [Trace("main", [(1.0, 30.0)], [(2.0, HOSTILE)])]
    data.failures = {one.id: Failure(HOSTILE, (part,), HOSTILE) for one in rows}
    path = tmp_path / "hostile.html"
    path.write_text(page(data), encoding="utf-8")
    reader.open(path)
    reader.click("#table tr:first-child td.id button")
    reader.one("#search").send_keys("onerror")
    assert len(reader.shown()) == 3
    assert reader.js("return [window.owned === undefined, document.images.length]") == [True, 0]


def test_should_a_script_slip_in_the_policy_of_the_page_keeps_it_from_running(reader, tmp_path):
    path = tmp_path / "report.html"
    script = "<script>window.owned = 1</script></main>"
    path.write_text(page(run(row("a"))).replace("</main>", script), encoding="utf-8")
    reader.open(path)
    assert reader.js("return window.owned === undefined")
    [told] = reader.driver.get_log("browser")
    assert "Content Security Policy" in told["message"]
