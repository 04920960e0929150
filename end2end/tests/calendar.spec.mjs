// A calendar with seven open doors of 24: by mouse (desktop), touch (phone), keyboard, and without JavaScript.
import {
  DAYS, EDITION, card, door, doorList, doorPath, expectCard, expectOpenTo, expectReturned, guldkorn,
} from "../support/calendar.mjs";
import { expect, hydrated, press, test, visit } from "../support/page.mjs";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("doors 1 to 7 are open, the others are not", async ({ page }) => {
      await visit(page, EDITION);
      await expectOpenTo(page, 7);
    });

    test("each open door has its guldkorn, each closed one says when and nothing else", async ({ page }) => {
      for (const day of DAYS) {
        await visit(page, doorPath(day), day <= 7 ? 200 : 403);
        await expect(guldkorn(page)).toHaveCount(day <= 7 ? 1 : 0);
      }
      await visit(page, doorPath(12), 403);
      await expect(page.locator("main")).toContainText(/Lucka\s12(?!\d)/);
      await expect(page.locator("h1")).toContainText(/öppnas\slördag\s12\sdecember/);
      await expect(page.locator("main [data-post], main img, main blockquote")).toHaveCount(0);
      await expect(wayBack(page)).toBeVisible();
    });

    test("what does not exist is 404", async ({ page }) => {
      for (const path of [doorPath(25), doorPath(0), "/kalender/1999", "/kalender/1999/lucka/1", "/finns-inte"]) {
        await visit(page, path, 404);
        await expect(page.locator("h1")).toBeVisible();
      }
    });

    test("the list has the same doors in the same order, and each view links to the other", async ({ page }) => {
      await visit(page, EDITION);
      const inScene = await doorList(page);
      await page.locator('main a[href$="?vy=lista"]').first().click();
      await expect(page).toHaveURL(`${EDITION}?vy=lista`);
      await expect.poll(() => doorList(page)).toEqual(inScene);
      await page.locator(`main a[href="${EDITION}"]`).first().click();
      await expect(page).toHaveURL(EDITION);
      await expect.poll(() => doorList(page)).toEqual(inScene);
    });
  });
}

test("the accessible name has number, state and opening day", async ({ page }) => {
  await visit(page, EDITION);
  await expect(door(page, 3)).toHaveAccessibleName("Lucka 3, öppen");
  await expect(door(page, 7)).toHaveAccessibleName("Lucka 7, dagens lucka, öppen");
  await expect(door(page, 12)).toHaveAccessibleName(/^Lucka 12, öppnas\slördag\s12\sdecember$/);
});

test("today's door swings open and its card is shown", async ({ page, hasTouch }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await page.evaluate(() => {
    globalThis.swung = [];
    const seen = (records) => records.forEach(({ target }) => globalThis.swung.push(target.dataset.door));
    new MutationObserver(seen).observe(document, { subtree: true, attributeFilter: ["data-swinging"] });
  });
  await press(door(page, 7), hasTouch);
  await expectCard(page, 7);
  expect(await page.evaluate(() => globalThis.swung)).toContain("7");
  await page.getByRole("button", { name: "Stäng" }).click();
  await expectReturned(page, 7);
});

test("Escape, Back and Forward close and open the card", async ({ page, hasTouch }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await press(door(page, 3), hasTouch);
  await expectCard(page, 3);
  await page.keyboard.press("Escape");
  await expectReturned(page, 3);

  await press(door(page, 5), hasTouch);
  await expectCard(page, 5);
  await page.goBack();
  await expectReturned(page, 5);
  await page.goForward();
  await expectCard(page, 5);
});

test("from card to card: the next and the previous open door", async ({ page, hasTouch }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await press(door(page, 5), hasTouch);
  await expectCard(page, 5);
  const five = await card(page).locator("[data-post]").getAttribute("data-post");
  await card(page).getByRole("link", { name: /Nästa öppna lucka/ }).click();
  await expectCard(page, 6);
  await expect(card(page).locator("[data-post]")).not.toHaveAttribute("data-post", five);
  await card(page).getByRole("link", { name: /Föregående öppna lucka/ }).click();
  await expectCard(page, 5);
  await expect(card(page).locator("[data-post]")).toHaveAttribute("data-post", five);
});

test("a door of the start page opens there and returns there", async ({ page, hasTouch }) => {
  await visit(page, "/");
  await hydrated(page);
  await press(door(page, 7), hasTouch);
  await expectCard(page, 7);
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  await expect(page).toHaveURL("/");
  await expect(door(page, 7)).toBeFocused();
});

test("a deep link shows the same guldkorn as the card", async ({ page, hasTouch }) => {
  await visit(page, doorPath(7));
  const alone = await guldkorn(page).first().getAttribute("data-post");
  await visit(page, EDITION);
  await hydrated(page);
  await press(door(page, 7), hasTouch);
  await expectCard(page, 7);
  await expect(card(page).locator("[data-post]")).toHaveAttribute("data-post", alone);
});

test("a closed door reveals nothing when it is tried", async ({ page, hasTouch }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await press(door(page, 8), hasTouch);
  await expect(page.getByRole("heading", { name: /^Luckan öppnas tisdag 8 december/ })).toBeVisible();
  await expect(guldkorn(page)).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the door is a link to its page, which links on and back", async ({ page, hasTouch }) => {
    await visit(page, EDITION);
    await press(door(page, 6), hasTouch);
    await expect(page).toHaveURL(doorPath(6));
    await expect(guldkorn(page)).toHaveCount(1);
    await page.getByRole("link", { name: /Nästa öppna lucka/ }).click();
    await expect(page).toHaveURL(doorPath(7));
    await expect(page.getByRole("link", { name: /Nästa öppna lucka/ })).toHaveCount(0);
    await wayBack(page).click();
    await expect(page).toHaveURL(new RegExp(`${EDITION}(#lucka-7)?$`));
  });
});

/** The link from a door's page to its edition, perhaps to that door. */
const wayBack = (page) => page.locator(`main a[href="${EDITION}"], main a[href^="${EDITION}#"]`).first();
