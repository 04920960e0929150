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
      await expect(page.locator("main [data-post], main img:not(.dark-house img), main blockquote")).toHaveCount(0);
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

test.describe("today's door", () => {
  const today = (page) => page.getByRole("link", { name: /^Öppna lucka/ });

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
      test.use({ javaScriptEnabled, at: "2026-12-24T09:00" });

      for (const [width, height] of [[320, 568], [390, 844], [1280, 900]]) {
        test(`is on the first screen of ${width} × ${height}`, async ({ page }) => {
          await page.setViewportSize({ width, height });
          for (const path of ["/", EDITION]) {
            await visit(page, path);
            await expect(today(page)).toHaveAccessibleName("Öppna lucka 24");
            await expect(today(page), path).toBeInViewport({ ratio: 1 });
          }
        });
      }
    });
  }

  test("opens where it is, and Escape returns to the link", async ({ page, hasTouch }) => {
    for (const path of ["/", EDITION]) {
      await visit(page, path);
      await hydrated(page);
      await press(today(page), hasTouch);
      await expectCard(page, 7);
      await page.keyboard.press("Escape");
      await expect(card(page)).toHaveCount(0);
      await expect(page).toHaveURL(path);
      await expect(today(page)).toBeFocused();
    }
  });

  test("the keyboard reaches it before the first door", async ({ page }) => {
    await visit(page, EDITION);
    await hydrated(page);
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press("Tab");
      const href = await page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");
      if (href.includes("/lucka/")) return expect(href).toBe(doorPath(7));
    }
    throw new Error("no door has the focus");
  });
});

test("a door of the list opens where it is, and Back keeps the place and the focus", async ({ page, hasTouch }) => {
  const list = `${EDITION}?vy=lista`;
  await visit(page, list);
  await hydrated(page);
  await page.evaluate(() => (globalThis.stayed = true));
  await door(page, 6).scrollIntoViewIfNeeded();
  await press(door(page, 6), hasTouch);
  await expectCard(page, 6);
  await page.goBack();
  await expect(card(page)).toHaveCount(0);
  await expect(page).toHaveURL(list);
  await expect(door(page, 6)).toBeFocused();
  await expect(door(page, 6)).toBeInViewport();
  await page.goForward();
  await expectCard(page, 6);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(list);
  await expect(door(page, 6)).toBeFocused();
  expect(await page.evaluate(() => globalThis.stayed)).toBe(true);
});

test("after a reload of an open card, Back returns to its door", async ({ page, hasTouch }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await press(door(page, 5), hasTouch);
  await expectCard(page, 5);
  await page.reload();
  await hydrated(page);
  await page.goBack();
  await expectReturned(page, 5);
});

test.describe("while a card is on its way", () => {
  const hold = async (page, day) => {
    let release;
    const held = new Promise((go) => (release = go));
    await page.route(`**/api/calendar/door?*day=${day}*`, async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    return release;
  };
  const waiting = (page) => page.locator("[aria-busy=true]");

  test("Escape right after the click takes it back", async ({ page, hasTouch }) => {
    const release = await hold(page, 5);
    await visit(page, EDITION);
    await hydrated(page);
    await press(door(page, 5), hasTouch);
    await expect(waiting(page)).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(waiting(page)).toHaveCount(0);
    release();
    await page.waitForTimeout(500);
    await expectReturned(page, 5);
    await press(door(page, 6), hasTouch);
    await expectCard(page, 6);
  });

  test("the open card shows that the next one is coming", async ({ page, hasTouch }) => {
    const release = await hold(page, 6);
    await visit(page, EDITION);
    await hydrated(page);
    await press(door(page, 5), hasTouch);
    await expectCard(page, 5);
    await expect(waiting(page)).toHaveCount(0);
    await card(page).getByRole("link", { name: /Nästa öppna lucka/ }).click();
    await expect(waiting(page)).toHaveCount(1);
    const sign = await card(page).locator(".card-head").evaluate((row) => getComputedStyle(row, "::after").content);
    expect(sign).not.toBe("none");
    release();
    await expectCard(page, 6);
    await expect(waiting(page)).toHaveCount(0);
  });
});

/** The link from a door's page to its edition, perhaps to that door. */
const wayBack = (page) => page.locator(`main a[href="${EDITION}"], main a[href^="${EDITION}#"]`).first();
