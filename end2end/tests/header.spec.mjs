// The header: the same boxes on every page, so that nothing jumps on the way from one to another.
import { EDITION, doorPath } from "../support/calendar.mjs";
import { expect, test, visit } from "../support/page.mjs";

const PARTS = [".head", ".brand", ".head .eu", ".find", ".menu"];
const PAGES = ["/", EDITION, doorPath(7), "/blogg", "/roster", "/sok", "/finns-inte"];

/** Returns the boxes once the fonts have come: a name in the fallback font has another width. */
const boxes = (page) =>
  page.evaluate(async (parts) => {
    await document.fonts.ready;
    return parts.map((part) => {
      const { x, y, width, height } = document.querySelector(part).getBoundingClientRect();
      return [part, ...[x, y, width, height].map(Math.round)];
    });
  }, PARTS);

test.use({ javaScriptEnabled: false });

for (const width of [320, 390, 768, 1024, 1280]) {
  test(`stays where it is on every page, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await visit(page, "/");
    const first = await boxes(page);
    const post = await page.locator("main [data-post] a").first().getAttribute("href");
    for (const path of [...PAGES, post]) {
      await visit(page, path, path === "/finns-inte" ? 404 : 200);
      expect(await boxes(page), path).toEqual(first);
    }
  });
}

for (const width of [640, 1024, 1280, 1920]) {
  test(`is one row, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await visit(page, "/");
    const middles = (await boxes(page)).map(([, , y, , height]) => y + height / 2);
    for (const middle of middles) expect(Math.abs(middle - middles[0])).toBeLessThan(4);
    const rows = await page
      .locator(".menu li")
      .evaluateAll((items) => new Set(items.map((item) => item.getBoundingClientRect().y)).size);
    if (width >= 1024) expect(rows).toBe(1);
    const { width: page_ } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth }));
    expect(page_).toBe(width);
  });
}
