"""The report of an audit in a real browser: seen, filtered and searched by everybody, with scripts and without.

Needs what tests/reports/test_report_browser.py needs: Chromium with its driver, and axe-core for one test.
"""

import os
import shutil
from pathlib import Path

import pytest
from made_results import found, page, passage, write

from bench.audit_report import make_results
from licheck.audit_reports.page import report

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed (dependency group dev)")  # fmt: skip

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
AXE = Path(os.environ.get("AXE_CORE") or Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js")

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="no Chromium with its driver here: apt-get install chromium chromium-driver"
)  # fmt: skip
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="no axe-core here: npm install --no-save axe-core")


def start(folder):
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    driver = start(tmp_path_factory.mktemp("profile"))
    yield driver
    driver.quit()


@pytest.fixture
def without_scripts(browser):
    """The same browser, in which pages run no scripts for as long."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get("data:text/html,<title>off</title><script>document.title='on'</script>")
    assert browser.title == "off"
    yield browser
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """A report of a dozen pages."""
    folder = tmp_path_factory.mktemp("few")
    pages = [
        page(
            f"https://{'ab'[number % 2]}.example/{number}",
            found("byline", reason="Nobody is named.", evidence=[passage("By Staff")]) if number % 3 else found("byline", "passed"),
            found("credit_line", "cant-tell" if number == 6 else "failed" if number == 3 else "passed"),
            republisher=f"{'ab'[number % 2]}.example",
            title=f"Tide {number}",
            date=f"2026-{number % 4 + 6:02}-03",
        )
        for number in range(12)
    ]  # fmt: skip
    write(folder / "a.sqlite", *pages, page("https://c.example/1", found("link_back", rule_set="tarn")), errors=[("https://c.example/2", "too slow")])  # fmt: skip
    report(str(folder / "a.sqlite"), str(folder / "a.html"))
    return (folder / "a.html").as_uri()


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A report of more cases than have their evidence on the page as it stands."""
    folder = tmp_path_factory.mktemp("many")
    make_results(folder / "a.sqlite", 900, 0.2)
    report(str(folder / "a.sqlite"), str(folder / "a.html"))
    return (folder / "a.html").as_uri()


def emulate(driver, width=1300, media="", **features):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})  # fmt: skip
    named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": named})


def until(driver, what):
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(driver, 10).until(what)


def visible(driver, selector):
    return [one for one in driver.find_elements("css selector", selector) if one.is_displayed()]


def open_groups(driver):
    for one in visible(driver, ".group:not([open]) > summary"):
        one.click()


def test_without_scripts_every_case_is_listed_filtered_and_opens(without_scripts, few):
    driver = without_scripts
    emulate(driver)
    driver.get(few)
    assert not visible(driver, ".search"), "what needs a script is not shown"
    open_groups(driver)
    assert len(visible(driver, ".cases > li")) == 11
    driver.find_element("id", "pick-s-unsure").click()
    assert [one.text.split(" needs")[0] for one in visible(driver, ".cases > li")] == ["Tide 6"]
    driver.find_element("id", "pick-all-state").click()
    name = driver.find_element("xpath", "//label[contains(., 'Tarn Valley')]/input")
    name.click()
    assert len(visible(driver, ".cases > li")) == 1
    assert len(visible(driver, ".group")) == 1, "republishers without such a case are gone"
    row = visible(driver, ".cases > li summary")[0]
    row.click()
    assert "What would satisfy it" in visible(driver, ".cases > li")[0].text


def test_asked_and_found_stand_side_by_side(browser, few):
    emulate(browser)
    browser.get(few)
    open_groups(browser)
    browser.find_element("xpath", "//summary[contains(., 'Tide 7')]").click()
    left, right = visible(browser, ".beside > div")[:2]
    assert "The author is named." in left.text
    assert "By Staff" in right.text
    assert left.rect["y"] == right.rect["y"]
    assert left.rect["x"] + left.rect["width"] <= right.rect["x"]


def test_search_finds_by_title_address_and_republisher_and_goes_with_filters(browser, few):
    emulate(browser)
    browser.get(few)
    box = browser.find_element("id", "words")
    for words, count in (("tide 10", 1), ("b.example", 5), ("https://b.example/7", 1), ("nowhere", 0)):
        box.clear()
        box.send_keys(words)
        until(
            browser,
            lambda _, count=count: browser.find_element("id", "found-told").text == f"{count} of 11 pages",
        )
        assert len(visible(browser, "#found-list > li")) == count
        assert not visible(browser, "#groups")
    box.clear()
    box.send_keys("example")
    browser.find_element("xpath", "//label[contains(., 'credit line')]/input").click()
    until(browser, lambda _: browser.find_element("id", "found-told").text == "2 of 11 pages")
    box.clear()
    box.send_keys(" ")
    browser.find_element("id", "pick-all-requirement").click()
    until(browser, lambda _: visible(browser, "#groups"))


def test_packed_evidence_opens_in_the_groups_and_among_what_was_found(browser, many):
    emulate(browser)
    browser.get(many)
    row = browser.find_element("css selector", ".cases > li[data-e]")
    browser.execute_script("arguments[0].closest('.group').open = true; arguments[0].scrollIntoView()", row)
    until(browser, lambda _: row.find_elements("css selector", "summary"))
    title = row.find_element("tag name", "b").text
    row.find_element("tag name", "summary").click()
    until(browser, lambda _: "What is asked" in row.text)
    box = browser.find_element("id", "words")
    box.send_keys(title)
    again = until(browser, lambda _: visible(browser, "#found-list > li"))[0]
    assert title in again.text
    again.find_element("tag name", "summary").click()
    until(browser, lambda _: "What is asked" in again.text)
    assert browser.get_log("browser") == []


def test_what_was_found_is_shown_fifty_at_a_time(browser, many):
    emulate(browser)
    browser.get(many)
    browser.find_element("id", "words").send_keys("paper")
    until(browser, lambda _: len(visible(browser, "#found-list > li")) == 50)
    browser.find_element("id", "found-more").click()
    assert len(visible(browser, "#found-list > li")) == 100


@pytest.mark.parametrize("width", [pytest.param(1300, id="wide"), pytest.param(400, id="narrow")])
def test_nothing_is_wider_than_the_screen(browser, few, width):
    emulate(browser, width)
    browser.get(few)
    open_groups(browser)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_it_loads_nothing_and_breaks_no_policy_of_its_own(browser, few):
    emulate(browser)
    browser.get(few)
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.get_log("browser") == []


def test_the_policy_stops_what_would_come_through_all_the_same(browser, few, tmp_path):
    from urllib.request import url2pathname

    text = Path(url2pathname(few.removeprefix("file://"))).read_text("utf-8")
    attack = '<script>document.title="hit"</script><img src="a.png" onerror="document.title=1">'
    (tmp_path / "attacked.html").write_text(text.replace("<main", f"{attack}<main"), "utf-8")
    browser.get((tmp_path / "attacked.html").as_uri())
    assert browser.title.startswith("licheck audit")
    browser.get_log("browser")


def test_on_paper_stand_the_figures_and_what_was_opened(browser, few):
    emulate(browser)
    browser.get(few)
    visible(browser, ".group > summary")[0].click()
    emulate(browser, media="print")
    assert visible(browser, "svg.chart")
    assert len(visible(browser, ".group")) == 1
    assert not visible(browser, ".filters, .search, nav")
    assert visible(browser, ".only-print")


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [pytest.param(1300, id="wide"), pytest.param(400, id="narrow")])
def test_axe_finds_no_violation(browser, few, scheme, width):
    emulate(browser, width, prefers_color_scheme=scheme)
    browser.get(few)
    browser.execute_script("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    browser.execute_script(AXE.read_text("utf-8"))
    result = browser.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run().then(done, error => done({error: `${error}`}))"
    )
    assert "error" not in result, result
    assert len(result["passes"]) > 15
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in result["violations"]] == []
    assert {one["id"] for one in result["incomplete"]} <= {"color-contrast"}
