// Nothing on a page jumps while its pictures load, however slow they are.
import { expect, test, visit } from "../support/page.mjs";

/** A post and a door with a picture. */
const POST = "/inlagg/mellan-stolarna-finns-ett-golv";
const PAGES = ["/", "/kalender/2026", "/kalender/2026/lucka/1", "/blogg", POST];
/** Longer than the page itself takes. */
const DELAY_MS = 700;

test.use({ at: "2026-12-12T08:00", tolerate: /preload|fonts|Failed to load resource/ });

/** Returns what moved, by the browser's own measure: the score, and what it was. */
const shifts = (page) =>
  page.evaluate(() =>
    window.shifts.map(({ value, sources }) => [value, ...sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 120))]),
  );

for (const [width, height] of [
  [390, 844],
  [1280, 900],
]) {
  test(`nothing jumps at ${width} px when pictures are slow`, async ({ site, page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    });
    await page.route("**/media/**", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
      await route.continue();
    });
    // A title may wrap otherwise in its own font than in the one before, whatever the pictures do.
    await page.route("**/fonts/**", (route) => route.abort());
    for (const path of PAGES) {
      await visit(page, path);
      // Lazy pictures come while somebody scrolls.
      for (let step = 0; step < 12; step++) {
        await page.mouse.wheel(0, height * 0.8);
        await page.waitForTimeout(100);
      }
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(DELAY_MS);
      expect(await shifts(page), path).toEqual([]);
    }
  });
}

test("the first picture of a text is fetched before the page is laid out", async ({ page }) => {
  const [lead] = await Promise.all([page.waitForRequest(/\/media\//), visit(page, POST)]);
  expect(lead.url()).toContain(".webp");
  const [preloaded, shown] = await page.evaluate(() => [
    document.querySelector("link[rel=preload][as=image]").getAttribute("imagesrcset"),
    document.querySelector("img[fetchpriority=high]").srcset,
  ]);
  expect(preloaded).toBe(shown);
});

test("a picture's box has the picture's colour while it loads", async ({ page }) => {
  await page.route("**/media/**", () => {});
  await page.goto("/blogg", { waitUntil: "domcontentloaded" });
  const [tone, ground] = await page.evaluate(() => {
    const img = document.querySelector("[data-tone]");
    const probe = document.createElement("i");
    probe.style.color = img.dataset.tone;
    document.body.append(probe);
    return [getComputedStyle(probe).color, getComputedStyle(img).backgroundColor];
  });
  expect(ground).toBe(tone);
});
