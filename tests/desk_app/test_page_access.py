"""Every page of the desk under axe, in light and dark, wide and narrow; and the way through it by keyboard."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image

from tests.axe import found_by_axe
from tests.chromium import chromium

from .served import Served, served

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 360, "height": 740}
TABLET, ZOOMED = {"width": 768, "height": 1024}, {"width": 640, "height": 430}  # the wide one at 200 %
NOWHERE = "/bestaat-niet"
NOT_PAGES = ("/gebeurtenissen",)
# Who has most to see on a page; Noor unless it is named here.
VISITORS = {"/medewerkers": "Ada", "/export": "Ilse", "/collega/{consult_id}": "Ilse", "/login": ""}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("desk")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


def open_page(desk: Served, browser: Any, path: str, who: str, **options: Any) -> Any:
    """A page as this person sees it, in a browser of its own."""
    context = browser.new_context(**{"viewport": WIDE, **options})
    context.set_default_timeout(10_000)
    if who:
        context.add_cookies([{"name": "desk_session", "value": desk.cookies[who], "url": f"{desk.url}/desk"}])
    page = context.new_page()
    answer = page.goto(f"{desk.url}/desk{path.format(**desk.holes)}")
    assert answer.status == (404 if path == NOWHERE else 200), path
    return page


def too_wide(page: Any) -> list[str]:
    """By how much the page is wider than the window, when it is."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"wider than the window by {wide}"] if wide > 0 else []


def visits(desk: Served) -> list[tuple[str, str]]:
    """(path, who) of every page; the first page and the error page as every role."""
    found = [
        (path, VISITORS.get(path, "Noor"))
        for path in desk.paths
        if path not in NOT_PAGES and not path.startswith("/login/account")
    ]
    return [*found, *(("/", who) for who in ("Ada", "Eva", "Ilse")), (NOWHERE, "Noor")]


def test_axe_finds_nothing_wide_in_light_and_narrow_in_dark(desk: Served, browser: Any) -> None:
    """WCAG 2.2 AA and axe's own advice, on every page with all of it opened; nothing is wider than the window."""
    found = {}
    for path, who in visits(desk):
        page = open_page(desk, browser, path, who, color_scheme="light")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        findings = [*found_by_axe(page), *too_wide(page)]
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(NARROW)
        findings += [*found_by_axe(page), *too_wide(page)]
        if findings:
            found[f"{who} {path}"] = findings
        page.context.close()
    assert not found, "\n".join(f"{where}: {what}" for where, what in found.items())


@pytest.mark.parametrize("way", ["preview for nobody", "preview", "link"])
def test_pages_behind_a_form_are_as_accessible(desk: Served, browser: Any, way: str) -> None:
    """Axe and the sizes, of what comes after a button: no address leads there."""
    page = open_page(desk, browser, *(("/medewerkers", "Ada") if way == "link" else ("/berichten/nieuw", "Noor")))
    if way == "link":
        page.locator("summary").filter(has_text="Eva").click()
        page.get_by_role("button", name="Maak een link (Eva)").click()
        page.get_by_role("heading", name="Link voor Eva").wait_for()
    else:
        if way == "preview":
            desk.do(consent(desk))
        page.get_by_label("Samira").check()
        page.get_by_label("Nederlands").fill("Dag {name}, stuur je brief.")
        page.get_by_role("button", name="Bekijk het voorbeeld").click()
        page.get_by_text("Dag Samira, stuur je brief." if way == "preview" else "heeft nog geen toestemming").wait_for()
    findings = []
    for colours, size in (("light", WIDE), ("dark", NARROW), ("light", ZOOMED)):
        page.emulate_media(color_scheme=colours)
        page.set_viewport_size(size)
        findings += [*found_by_axe(page), *too_wide(page), *page.evaluate(CUT_OFF), *page.evaluate(TOO_SMALL)]
    assert findings == []
    page.context.close()


async def consent(desk: Served) -> None:
    """Samira may be written to first."""
    async with desk.house.units.writing() as unit:
        await unit.clients.consent(desk.house.samira.id, desk.house.at)


def test_zoomed_and_on_a_tablet_nothing_is_cut_off_or_too_small_to_tap(desk: Served, browser: Any) -> None:
    """At 200 %, on a tablet and on a phone, with all of it opened: WCAG 1.4.10 and 2.5.8."""
    found = {}
    for path, who in visits(desk):
        page = open_page(desk, browser, path, who)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        for size in (ZOOMED, TABLET, NARROW):
            page.set_viewport_size(size)
            if findings := [*too_wide(page), *page.evaluate(CUT_OFF), *page.evaluate(TOO_SMALL)]:
                found[f"{who} {path} {size['width']}"] = findings
        page.context.close()
    assert not found, "\n".join(f"{where}: {what}" for where, what in found.items())


def test_everything_can_be_reached_and_seen_by_keyboard(desk: Served, browser: Any) -> None:
    """Tab walks over all that can be used, in the order of the page, and shows where it is; nothing holds it."""
    for path, who in visits(desk):
        page = open_page(desk, browser, path, who)
        wanted = page.evaluate(USABLE)
        page.evaluate(TO_THE_TOP)
        walked: list[dict[str, Any]] = []
        for _ in range(3 * len(wanted) + 3):
            page.keyboard.press("Tab")
            at = page.evaluate(WHERE)
            if at and walked and at["number"] == walked[-1]["number"] and 'type="' in at["what"]:
                continue  # the parts of a date or a time are stops of their own
            if at is None or at["number"] in [one["number"] for one in walked]:
                break
            assert at["seen"], f"{who} {path}: the focus does not show on {at}"
            walked.append(at)
        missing = sorted(set(wanted) - {one["number"] for one in walked})
        names = page.evaluate("(numbers) => numbers.map((n) => window.usable[n].outerHTML.slice(0, 120))", missing)
        assert names == [], f"{who} {path}"
        order = [one["number"] for one in walked]
        assert order == sorted(order), f"{who} {path}"
        page.context.close()


@pytest.mark.parametrize("where", ["#gesprek", "#papieren"])
def test_a_picture_has_its_place_before_it_is_there(desk: Served, browser: Any, where: str) -> None:
    """On a slow line the focus on it shows, and what stands below does not jump when it comes."""
    page = open_page(desk, browser, "/", "Noor")
    waiting: list[Any] = []

    def hold_back(route: Any) -> None:
        waiting.append(route)

    page.route("**/bestand/**", hold_back)
    page.goto(f"{desk.url}/desk/klant/{desk.holes['client_id']}")
    picture = page.locator(f"{where} a.picture").first
    picture.focus()
    empty = picture.bounding_box()
    assert empty["width"] > 100 and empty["height"] > 100
    for one in waiting:
        one.fulfill(content_type="image/png", body=drawn(300, 400 if where == "#gesprek" else 424))
    page.wait_for_function("(place) => document.querySelector(place).naturalWidth > 0", arg=f"{where} a.picture img")
    there = picture.bounding_box()
    assert abs(there["height"] - empty["height"]) <= 2 and there["width"] == empty["width"]
    page.context.close()


def drawn(width: int, height: int) -> bytes:
    """A grey picture of this size."""
    kept = io.BytesIO()
    Image.new("L", (width, height), 128).save(kept, "PNG")
    return kept.getvalue()


# What sticks out of the window, or out of something that hides the rest; tables may be scrolled in their own box.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((one) => {
  if (!one.checkVisibility() || one.closest(".scroll, .skip, .sr, .stack thead, svg, option")) return false;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const hides = style.overflowX !== "visible" && !["INPUT", "SELECT", "TEXTAREA"].includes(one.tagName);
  return box.right > innerWidth + 1 || box.left < -1 || (hides && one.scrollWidth > one.clientWidth + 1);
}).map((one) => "cut off: " + one.outerHTML.slice(0, 100))"""
# Links in a sentence may be as small as the sentence.
TOO_SMALL = """() => [...document.querySelectorAll(
  "button, input, select, textarea, summary, nav a, .row-name a, .button")]
  .filter((one) => one.checkVisibility() && one.type !== "hidden")
  .map((one) => [one, (one.closest("label") || one).getBoundingClientRect()])
  .filter(([, box]) => box.height < 24 || box.width < 24)
  .map(([one, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ` + one.outerHTML.slice(0, 100))"""
# A field that has the focus from the beginning is left: the walk begins where the page begins.
TO_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}"""
# All that Tab should reach: of a group of radio buttons one.
USABLE = """() => {
  const reachable = (one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true });
  window.usable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter(reachable);
  const first = (one) => one.type !== "radio" || one.checked
    || !document.querySelector(`input[name="${one.name}"]:checked`);
  return window.usable.map((one, number) => [one, number]).filter(([one]) => first(one)).map(([, number]) => number);
}"""
WHERE = """() => {
  const at = document.activeElement;
  const number = window.usable.indexOf(at);
  if (number < 0) return null;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const shown = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return { number, what: at.outerHTML.slice(0, 80), seen: style.outlineStyle !== "none" && shown };
}"""


def test_a_caseworker_answers_without_a_mouse(desk: Served, browser: Any) -> None:
    """From the list into the case, over the skip link to the content, and out by the keyboard."""
    page = open_page(desk, browser, "/", "Noor")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    link = page.get_by_role("link", name="Samira").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/klant/**")
    assert page.get_by_role("heading", level=1).inner_text() == "Samira"
    page.context.close()


def test_an_administrator_changes_a_role_without_a_mouse(desk: Served, browser: Any) -> None:
    """Open, choose and press, and the list says so."""
    page = open_page(desk, browser, "/medewerkers", "Ada")
    page.locator("summary").filter(has_text="Eva").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("klant")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Ada gaf Eva de rol klantmanager").wait_for()
    page.context.close()
