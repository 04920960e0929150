// Nothing is stored on a visitor's device unless the visitor asks.
import { EDITION, door, expectCard, expectReturned } from "../support/calendar.mjs";
import { expect, hydrated, press, test, visit } from "../support/page.mjs";

const remember = (page) => page.getByRole("switch", { name: "Kom ihåg mina luckor på den här enheten" });

async function openAndClose(page, day, hasTouch) {
  await press(door(page, day), hasTouch);
  await expectCard(page, day);
  await page.keyboard.press("Escape");
  await expectReturned(page, day);
}

const stored = async (page) => ({
  cookies: await page.context().cookies(),
  ...(await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).length,
    caches: await caches.keys(),
  }))),
});

const NOTHING = { cookies: [], local: {}, session: {}, databases: 0, caches: [] };

test("off by default: opening doors leaves no trace", async ({ page, hasTouch }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await expect(remember(page)).not.toBeChecked();
  await openAndClose(page, 2, hasTouch);
  await openAndClose(page, 5, hasTouch);
  expect(await stored(page)).toEqual(NOTHING);
  await page.reload();
  await hydrated(page);
  await expect(page.locator("a[data-opened]")).toHaveCount(0);
  expect(await stored(page)).toEqual(NOTHING);
});

test("on: opened doors stand ajar on the next visit, off again clears it", async ({ page, hasTouch }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await remember(page).check();
  await openAndClose(page, 2, hasTouch);
  await expect(page.locator("a[data-opened]")).toHaveCount(1);

  await page.reload();
  await hydrated(page);
  await expect(remember(page)).toBeChecked();
  await expect(page.locator("a[data-opened]")).toHaveCount(1);
  await expect(page.locator('a[data-door="2"][data-opened]')).toBeVisible();
  expect((await stored(page)).cookies).toEqual([]);

  await remember(page).uncheck();
  await expect(page.locator("a[data-opened]")).toHaveCount(0);
  expect(await stored(page)).toEqual(NOTHING);
  await page.reload();
  await hydrated(page);
  await expect(remember(page)).not.toBeChecked();
  await expect(page.locator("a[data-opened]")).toHaveCount(0);
});

test("on: both views say which doors are opened, to eyes and to screen readers", async ({ page, hasTouch }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await remember(page).check();
  await openAndClose(page, 2, hasTouch);
  await expect(door(page, 2)).toHaveAccessibleName("Lucka 2, öppen, du har öppnat den");
  await expect(door(page, 3)).toHaveAccessibleName("Lucka 3, öppen");
  const mark = await door(page, 2).locator(".number").evaluate((one) => getComputedStyle(one, "::after").content);
  expect(mark).toContain("✓");
  await page.getByRole("link", { name: "Visa som lista" }).click();
  await expect(door(page, 2)).toContainText("du har öppnat den");
  await expect(door(page, 3)).not.toContainText("du har öppnat den");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("no switch promises what it cannot do, and no cookie is set", async ({ page, context }) => {
    await visit(page, EDITION);
    await expect(remember(page)).toBeHidden();
    await visit(page, `${EDITION}/lucka/7`);
    expect(await context.cookies()).toEqual([]);
  });
});
