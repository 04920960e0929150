// 400 % zoom of a window of 1280 px, and text of twice the size: nothing is lost and nothing scrolls sideways.
import { sitePages } from "../support/site-pages.mjs";
import { expect, test, visit } from "../support/page.mjs";

const PLAIN = { kind: "plain page", path: "/finns-inte.php", status: 404 };

for (const { what, width, height, text } of [
  { what: "400 % zoom", width: 320, height: 256, text: 1 },
  { what: "twice the text on a phone", width: 390, height: 844, text: 2 },
  { what: "twice the text on the smallest phone", width: 320, height: 640, text: 2 },
  { what: "twice the text on a desktop", width: 1280, height: 900, text: 2 },
]) {
  test(what, async ({ page, site }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    for (const { path, status } of [...(await sitePages(site)), PLAIN]) {
      await visit(page, path, status);
      await page.evaluate((text) => (document.documentElement.style.fontSize = `${text * 100}%`), text);
      const { wide, outside } = await page.evaluate(overflow);
      expect.soft(wide, `${path} scrolls sideways`).toBe(0);
      expect.soft(outside, `${path} is cut off`).toEqual([]);
    }
  });
}

/** Runs in the page: returns how far it scrolls sideways, and which texts are outside the window or their own box. */
function overflow() {
  const room = document.documentElement.clientWidth;
  const outside = [...document.querySelectorAll("body *")].filter((element) => {
    if (element.closest(".visually-hidden, .skip, .town, [hidden]") || getComputedStyle(element).clipPath !== "none") return false;
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const { left, right, width } = element.getBoundingClientRect();
    const isCut = element.scrollWidth > element.clientWidth + 1 && /hidden|clip/.test(getComputedStyle(element).overflowX);
    return hasText && width > 0 && (left < -1 || right > room + 1 || isCut);
  });
  return {
    wide: document.scrollingElement.scrollWidth - room,
    outside: outside.map((element) => element.outerHTML.slice(0, 120)),
  };
}
