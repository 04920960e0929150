// A door's card in its dialog and on its page, and all cards on one page.
import { expectAccessible } from "../support/axe.mjs";
import { EDITION, card, door, doorPath } from "../support/calendar.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";

test.use({ at: "2026-12-12T08:00" });

const close = (page) => card(page).getByRole("button", { name: "Stäng luckan" });

for (const [width, height] of [[320, 256], [320, 568], [390, 844], [1280, 420], [1280, 900]]) {
  test(`at ${width} × ${height} the × stays in its row, whatever the title and wherever one reads`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await visit(page, EDITION);
    await hydrated(page);
    await door(page, 3).click();
    await expect(close(page)).toBeInViewport({ ratio: 1 });
    await card(page).locator("h1 [dir]").evaluate((title) => (title.textContent = "Arbetsmarknadsinsatssamordningen ".repeat(6)));
    const steps = await card(page).evaluate((dialog) => Math.ceil(dialog.scrollHeight / dialog.clientHeight));
    for (let step = 0; step <= steps; step++) {
      await card(page).evaluate((dialog, step) => dialog.scrollTo(0, step * dialog.clientHeight), step);
      await expect(close(page)).toBeInViewport({ ratio: 1 });
      const { inRow, wide } = await card(page).evaluate((dialog) => {
        const [head, button] = [".card-head", ".close"].map((part) => dialog.querySelector(part).getBoundingClientRect());
        const inRow = button.top >= head.top && button.bottom <= head.bottom && head.top <= dialog.getBoundingClientRect().top + 1;
        return { inRow, wide: dialog.scrollWidth - dialog.clientWidth };
      });
      expect(inRow, `step ${step}`).toBe(true);
      expect(wide).toBeLessThanOrEqual(0);
    }
    await close(page).click();
    await expect(card(page)).toHaveCount(0);
    await expect(door(page, 3)).toBeFocused();
  });
}

test("a phone gives the card its whole width, in the dialog and on the page", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, doorPath(4));
  const onPage = await page.locator(".card").evaluate((one) => one.getBoundingClientRect().width);
  await visit(page, EDITION);
  await hydrated(page);
  await door(page, 4).click();
  const inDialog = await card(page).evaluate((one) => one.getBoundingClientRect().width);
  expect([onPage, inDialog]).toEqual([390, 390]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("dialog and page look alike: the page has the way back where the dialog has the ×", async ({ page }) => {
    await visit(page, doorPath(3));
    await expect(page.locator(".card-head .close")).toBeHidden();
    await expect(page.locator(".card-head a")).toBeVisible();
  });

  test("the kinds differ at a glance", async ({ page }) => {
    const looks = new Set();
    for (const day of [1, 2, 3, 4]) {
      await visit(page, doorPath(day));
      const look = await page.locator(".guldkorn").evaluate((one) => {
        const header = one.querySelector("header");
        const picture = one.querySelector("header + .photo img");
        return [
          getComputedStyle(header).flexDirection,
          one.querySelector(".quote") !== null,
          picture !== null && picture.getBoundingClientRect().width === one.getBoundingClientRect().width,
          getComputedStyle(one.querySelector(".prose > p"), "::first-letter").float,
        ].join();
      });
      looks.add(look);
    }
    expect(looks.size).toBe(4);
  });

  test("from the edition to all open doors, to one of them and back to the contents", async ({ page }) => {
    await visit(page, EDITION);
    await page.locator("main").getByRole("link", { name: "Läs i kapp" }).click();
    await expect(page).toHaveURL(`${EDITION}/las`);
    await expect(page.locator("h1")).toHaveCount(1);
    await page.locator(".days a").nth(11).click();
    await expect(page.locator("#lucka-12 h2")).toBeInViewport();
    await page.locator("#lucka-12").getByRole("link", { name: "Till innehållet" }).click();
    await expect(page.locator("#luckorna h2")).toBeInViewport();
  });
});

test("all open doors on one page are accessible, and a client goes there and on", async ({ page }) => {
  await visit(page, `${EDITION}/las`);
  await expectAccessible(page, "las");
  await hydrated(page);
  await page.evaluate(() => (globalThis.stayed = true));
  await page.locator(".kicker a").click();
  await expect(page).toHaveURL(EDITION);
  await page.locator("main").getByRole("link", { name: "Läs i kapp" }).click();
  await expect(page).toHaveURL(`${EDITION}/las`);
  await expect(page.locator("article#lucka-1")).toBeVisible();
  expect(await page.evaluate(() => globalThis.stayed)).toBe(true);
});

test("a closed door leads to today's", async ({ page }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await door(page, 14).click();
  await expect(close(page)).toBeVisible();
  await card(page).getByRole("link", { name: "Öppna lucka 12" }).click();
  await expect(card(page).locator("article.guldkorn")).toBeVisible();
  await expect(page).toHaveURL(doorPath(12));
});
