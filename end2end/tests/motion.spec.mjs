// What moves: a door opens at once, and only by what the compositor animates without the page; from page to page goes what a
// post is recognised by. Nothing moves where the visitor wants no motion.
import { EDITION, card, door } from "../support/calendar.mjs";
import { expect, hydrated, press, test, visit } from "../support/page.mjs";
import { sitePages } from "../support/site-pages.mjs";

const WITHIN_MS = 100;
const DAYS = [7, 6, 5, 4, 3, 2, 1];

/** Notes when a tap on a door was made, and when its leaf began to swing; and what is animated until the card is there. */
function observe() {
  globalThis.opened = [];
  globalThis.animated = new Set();
  addEventListener("click", ({ timeStamp, target }) => opened.push({ tap: timeStamp, door: target.closest("[data-door]") }), true);
  addEventListener("transitionrun", ({ timeStamp, target }) => {
    const last = opened.at(-1);
    if (last?.door?.contains(target) && target.matches(".leaf")) last.swing ??= timeStamp;
  });
  const look = () => {
    const effects = document.getAnimations().map(({ effect }) => effect);
    for (const effect of effects.filter(({ target }) => target.closest(".doors") || target.matches("dialog"))) {
      for (const property of effect.getKeyframes().flatMap(Object.keys)) animated.add(property);
    }
    requestAnimationFrame(look);
  };
  look();
}

test("the leaf begins to swing within a tenth of a second, and nothing but transforms and opacity moves", async ({ page, hasTouch }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await page.evaluate(observe);
  for (const day of DAYS) {
    await press(door(page, day), hasTouch);
    await expect(card(page).locator("article.guldkorn")).toBeVisible();
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
    await page.keyboard.press("Escape");
    await expect(card(page)).toHaveCount(0);
  }
  const { waits, animated } = await page.evaluate(() => ({
    waits: opened.map(({ tap, swing }) => swing - tap),
    animated: [...globalThis.animated],
  }));
  expect(waits).toHaveLength(DAYS.length);
  // A machine that does other things, too, is late now and then, but not always.
  expect(Math.min(...waits), `${waits}`).toBeLessThanOrEqual(WITHIN_MS);
  const timing = ["offset", "computedOffset", "easing", "composite"];
  expect(animated.filter((name) => !timing.includes(name)).sort()).toEqual(["opacity", "transform"]);
});

test.describe("where the visitor wants no motion", () => {
  test("the leaf is open and the card is there at once", async ({ page, hasTouch }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await visit(page, EDITION);
    await hydrated(page);
    await page.evaluate(observe);
    await press(door(page, 7), hasTouch);
    await expect(card(page).locator("article.guldkorn")).toBeVisible();
    expect(await page.evaluate(() => [...animated])).toEqual([]);
    expect(await page.evaluate(() => opened[0].swing)).toBeUndefined();
  });
});

test.describe("from page to page", () => {
  // Without the client a link loads a document, as it does wherever the client has not come yet.
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      Object.defineProperty(Object.getPrototypeOf(navigator.connection), "saveData", { get: () => true });
      addEventListener("pagereveal", ({ viewTransition }) => {
        const note = () => (globalThis.moving = document.getAnimations().map(({ effect }) => effect.pseudoElement));
        viewTransition?.ready.then(note, () => {});
      });
    }),
  );

  test("no two elements of a page are recognised by one name", async ({ page, site }) => {
    test.setTimeout(120_000);
    for (const { path, status } of await sitePages(site)) {
      await visit(page, path, status);
      const names = await page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .map((element) => getComputedStyle(element).viewTransitionName)
          .filter((name) => name !== "none"),
      );
      expect(names, path).toEqual([...new Set(names)]);
    }
  });

  test("a post's picture goes along from the list to the post", async ({ page }) => {
    await visit(page, "/blogg");
    const teaser = page.locator('.teaser:has(.face img[src^="/media/"])').first();
    const slug = await teaser.getAttribute("data-post");
    await teaser.getByRole("heading").getByRole("link").click();
    await expect(page.locator(`article.post[data-post="${slug}"] .lead`)).toBeVisible();
    await expect.poll(() => page.evaluate(() => globalThis.moving)).toContain(`::view-transition-group(${slug})`);
  });
});
