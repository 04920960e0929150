// The calendar by keyboard, and the size of its doors at every width.
import { DAYS, EDITION, door, doors, expectCard, expectReturned } from "../support/calendar.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";

const WIDTHS = [320, 390, 480, 768, 1024, 1280, 1920];
const focused = (page) => page.evaluate(() => document.activeElement?.dataset?.door ?? null);

test("Tab moves from day to day", async ({ page }) => {
  await visit(page, EDITION);
  await hydrated(page);
  let steps = 0;
  while ((await focused(page)) === null && steps++ < 60) await page.keyboard.press("Tab");
  const order = [];
  for (const _ of DAYS) {
    order.push(Number(await focused(page)));
    await page.keyboard.press("Tab");
  }
  expect(order).toEqual(DAYS);
});

test("the focus is visible on open and on closed doors", async ({ page }) => {
  await visit(page, EDITION);
  // Hydration adds the switch before the doors, and so a tab stop.
  await hydrated(page);
  await door(page, 1).focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  for (const day of DAYS) {
    await expect(door(page, day)).toBeFocused();
    const focused = await rings(door(page, day));
    await page.keyboard.press("Tab");
    expect(focused, `door ${day}`).not.toEqual(await rings(door(page, day)));
  }
});

test("Enter opens, Escape returns to the door", async ({ page }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await door(page, 4).focus();
  await page.keyboard.press("Enter");
  await expectCard(page, 4);
  expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  await expectReturned(page, 4);
});

test("the first Tab reaches the link past the menu", async ({ page }) => {
  await visit(page, EDITION);
  await page.keyboard.press("Tab");
  const href = await page.evaluate(() => document.activeElement?.getAttribute("href"));
  expect(href).toMatch(/^#./);
  await page.keyboard.press("Enter");
  await expect(page.locator(href)).toBeInViewport();
});

for (const width of WIDTHS) {
  test(`at ${width} px nothing is too small, overlapping or off the screen`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const path of [EDITION, `${EDITION}?vy=lista`, "/", "/kalender/2026/lucka/7", "/blogg"]) {
      await visit(page, path);
      const { scrollWidth, room } = await page.evaluate(() => ({
        scrollWidth: document.scrollingElement.scrollWidth,
        room: document.documentElement.clientWidth,
      }));
      expect(scrollWidth, `${path} at ${width} px`).toBeLessThanOrEqual(room);
      expect(room, `${path} at ${width} px`).toBeLessThanOrEqual(width);
    }
    await visit(page, EDITION);
    const boxes = await boxesOf(page);
    expect(boxes).toHaveLength(DAYS.length);
    if (width <= 480) {
      expect(boxes.filter(({ w, h }) => w < 43.9 || h < 43.9)).toEqual([]);
      expect(doorsInARow(boxes), "doors in the fullest row").toBeGreaterThanOrEqual(2);
    }
    expect(overlaps(boxes)).toEqual([]);
  });
}

const boxesOf = (page) =>
  doors(page).evaluateAll((links) =>
    links.map((link) => {
      const { x, y, width, height } = link.getBoundingClientRect();
      return { day: Number(link.dataset.door), x, y, w: width, h: height };
    }),
  );

function overlaps(boxes) {
  const apart = (a, b) => a.x + a.w <= b.x + 0.5 || b.x + b.w <= a.x + 0.5 || a.y + a.h <= b.y + 0.5 || b.y + b.h <= a.y + 0.5;
  return boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => !apart(a, b)).map((b) => [a.day, b.day]));
}

const doorsInARow = (boxes) =>
  Math.max(...boxes.map((one) => boxes.filter(({ y, h }) => Math.abs(y + h / 2 - one.y - one.h / 2) < one.h / 2).length));

/** Returns the outlines (of two pixels at least) and shadow rings of the link and its parts. */
const rings = (link) =>
  link.evaluate((element) =>
    [element, ...element.querySelectorAll("*")].map((part) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
      return [outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, boxShadow];
    }),
  );
