"""The HTML report in a real browser: what is missing is seen without any script, and by everybody.

Needs Chromium with its driver (Debian: `apt-get install chromium chromium-driver`) and axe-core (`npm install
--no-save axe-core` in the checkout, or AXE_CORE with the path of its axe.min.js); tests that lack one are skipped.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from licheck.model.report import Report
from licheck.reports import Style, render

webdriver = pytest.importorskip(
    "selenium.webdriver", reason="selenium is not installed (dependency group dev)"
)

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
AXE = Path(
    os.environ.get("AXE_CORE") or Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
)

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER),
    reason="no Chromium with its driver here: apt-get install chromium chromium-driver",
)
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="no axe-core here: npm install --no-save axe-core")

WIDTHS = [pytest.param(1300, id="wide"), pytest.param(400, id="narrow")]
SCHEMES = ["light", "dark"]

Open = Callable[[Report], Any]


def start(folder: Path) -> Any:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    driver = start(tmp_path_factory.mktemp("profile"))
    yield driver
    driver.quit()


@pytest.fixture
def browser_without_scripts(browser: Any) -> Iterator[Any]:
    """The same browser, in which pages run no scripts for as long."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield browser
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.fixture
def address(shared: Report, tmp_path: Path) -> str:
    path = tmp_path / "a report.html"
    path.write_text(render("html", shared, Style()), "utf-8")
    return path.as_uri()


def emulate(driver: Any, width: int = 1300, media: str = "", **features: str) -> None:
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False},
    )
    named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": named})


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_missing_is_seen_without_scripts(
    browser_without_scripts: Any, address: str, width: int
) -> None:
    driver = browser_without_scripts
    driver.get("data:text/html,<title>off</title><script>document.title='on'</script>")
    assert driver.title == "off"
    emulate(driver, width)
    driver.get(address)
    missing = driver.find_element("xpath", "//*[contains(@class,'missing')][contains(.,'Missing: byline')]")
    assert missing.is_displayed()
    assert "By Marta Quill, Harbour News Service" in missing.text
    original = driver.find_element("xpath", "//p[contains(.,'By Marta Quill, Harbour News Service')]")
    headline = driver.find_elements("xpath", "//p[contains(.,'The tide gauge that nobody reads')]")[-1]
    assert original.is_displayed()
    assert headline.rect["y"] < missing.rect["y"], "it belongs below the headline"
    if width > 1000:
        assert original.rect["x"] + original.rect["width"] <= missing.rect["x"], "they stand side by side"
    else:
        assert original.rect["y"] < missing.rect["y"], "one stands below the other"
    changed = [one.text for one in driver.find_elements("tag name", "ins") if one.is_displayed()]
    assert any("41" in text for text in changed)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(browser: Any, address: str, width: int) -> None:
    emulate(browser, width)
    browser.get(address)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_equal_parts_are_folded_and_open_by_key(browser: Any, address: str) -> None:
    from selenium.webdriver.common.keys import Keys

    emulate(browser)
    browser.get(address)
    fold = browser.find_element("css selector", "details.folded")
    inside = fold.find_element("xpath", ".//p[contains(.,'On day 3')]")
    assert not inside.is_displayed()
    fold.find_element("tag name", "summary").send_keys(Keys.ENTER)
    assert inside.is_displayed()


def test_all_of_it_is_printed(browser: Any, address: str) -> None:
    emulate(browser, media="print")
    browser.get(address)
    inside = browser.find_element("xpath", "//details//p[contains(.,'On day 3')]")
    assert browser.execute_script("return arguments[0].checkVisibility()", inside)
    assert not browser.find_element("css selector", ".skip").is_displayed()


def test_the_first_key_leads_to_the_pages(browser: Any, address: str) -> None:
    from selenium.webdriver.common.keys import Keys

    emulate(browser)
    browser.get(address)
    browser.find_element("tag name", "body").send_keys(Keys.TAB)
    focused = browser.switch_to.active_element
    assert focused.text == "Skip to the pages"
    assert focused.rect["x"] >= 0
    outline = browser.execute_script("return getComputedStyle(arguments[0]).outlineStyle", focused)
    assert outline == "solid"


def test_it_loads_nothing_runs_nothing_and_breaks_no_policy_of_its_own(browser: Any, address: str) -> None:
    emulate(browser)
    browser.get(address)
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.execute_script("return document.scripts.length") == 0
    assert browser.get_log("browser") == []
    assert browser.execute_script("return getComputedStyle(document.body).maxWidth") != "none", "it is styled"


def test_the_policy_stops_what_would_come_through_all_the_same(browser: Any, tmp_path: Path) -> None:
    page = render("html", Report(()), Style())
    attack = '<script>document.title="hit"</script><img src="a.png" onerror="document.title=1"><b style="color:red">'
    path = tmp_path / "attacked.html"
    path.write_text(page.replace("<main", f"{attack}<main"), "utf-8")
    browser.get(path.as_uri())
    assert browser.title == "licheck: Nothing was checked"
    colour = browser.execute_script("return getComputedStyle(document.querySelector('body > b')).color")
    assert colour != "rgb(255, 0, 0)"
    browser.get_log("browser")


@needs_axe
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(browser: Any, address: str, scheme: str, width: int) -> None:
    emulate(browser, width, prefers_color_scheme=scheme)
    browser.get(address)
    assert browser.execute_script(f"return matchMedia('(prefers-color-scheme: {scheme})').matches")
    for fold in browser.find_elements("tag name", "details"):
        browser.execute_script("arguments[0].open = true", fold)
    browser.execute_script(AXE.read_text("utf-8"))
    result = browser.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run().then(done, error => done({error: `${error}`}))"
    )
    assert "error" not in result, result
    assert len(result["passes"]) > 15
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in result["violations"]] == []
    unsure = {one["id"] for one in result["incomplete"]}
    assert unsure <= {"color-contrast"}, unsure
