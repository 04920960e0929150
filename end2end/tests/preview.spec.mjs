// The preview in its frame, and review links for outsiders. With and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, press, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

test.use({ at: "2026-11-20T08:00" });

/** The ids of an article of the demo site, of one with the quick exit, and of the calendar of 2026. */
const TEXT = { room: "/admin/forhandsvisning/text/12", title: "Mod låter inte så mycket" };
const SENSITIVE = "/admin/forhandsvisning/text/10";
const CALENDAR = "/admin/forhandsvisning/kalender/2";

const framed = (page) => page.frameLocator(".stage iframe");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("a calendar is previewed as of a day", async ({ page, site, hasTouch }) => {
      await logIn(page, await newAccount(site, { role: "reviewer" }));
      await visit(page, CALENDAR);
      await ready(page);
      await page.getByRole("link", { name: "Dag 7", exact: true }).click();
      await expect(page.locator(".as-of")).toContainText("Så ser det ut måndag 7 december 2026 kl. 00.00.");
      await expect(framed(page).locator(".preview")).toContainText("Förhandsgranskning: så ser det ut måndag 7 december");
      await expect(framed(page).locator("[data-door='7']")).toHaveAttribute("data-state", "today");
      await expect(framed(page).locator("[data-door='8']")).toHaveAttribute("data-state", "locked");
      const here = page.url();
      await press(framed(page).getByRole("link", { name: "Visa som lista" }), hasTouch);
      await press(framed(page).locator(".days [data-door='7']"), hasTouch);
      await expect(framed(page).locator(".door-page .guldkorn, .door-page article").first()).toBeVisible();
      await press(framed(page).getByRole("link", { name: /← Till/ }), hasTouch);
      await press(framed(page).getByRole("link", { name: "Visa som lista" }), hasTouch);
      await press(framed(page).locator(".days [data-door='8']"), hasTouch);
      await expect(framed(page).getByText("Luckan öppnas").first()).toBeVisible();
      expect(page.url()).toBe(here);
      await visit(page, "/kalender/2026/lucka/7", 403);
    });

    test("the moment and the width are chosen", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "writer" }));
      await visit(page, TEXT.room);
      await ready(page);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(TEXT.title);
      await page.getByLabel("Tid", { exact: true }).fill("2026-12-24T15:00");
      await page.getByLabel("Telefon").check();
      await page.getByRole("button", { name: "Visa", exact: true }).click();
      await expect(page.locator(".as-of")).toContainText("torsdag 24 december 2026 kl. 15.00");
      await expect(framed(page).getByRole("heading", { level: 1 })).toHaveText(TEXT.title);
      const { width } = await page.locator(".stage iframe").boundingBox();
      expect(width).toBeLessThanOrEqual(390);
      await expect(page.getByRole("link", { name: "Tillbaka till texten" })).toHaveAttribute("href", "/admin/inlagg/12");
    });

    test("a review link shows the text to an outsider until it is revoked", async ({ page, site, browser }) => {
      await logIn(page, await newAccount(site, { role: "writer" }));
      await visit(page, TEXT.room);
      await ready(page);
      await page.getByRole("button", { name: "Skapa en länk" }).click();
      const link = await page.locator(".fresh-link code").innerText();
      const elsewhere = await browser.newContext();
      const other = await elsewhere.newPage();
      const answer = await other.goto(link);
      expect(answer.status()).toBe(200);
      await expect(other.getByRole("heading", { level: 1 })).toHaveText(TEXT.title);
      await expect(other.locator(".preview")).toContainText("Länken gäller till och med 4 december 2026.");
      await expect(other.locator("script")).toHaveCount(0);
      await ready(page);
      await page.getByRole("button", { name: /Avsluta länken/ }).first().click();
      await expect(page.locator('.notice[role="status"]')).toContainText("Länken är avslutad.");
      expect((await other.goto(link)).status()).toBe(404);
      await expect(other.getByRole("heading", { level: 1 })).toHaveText("Länken gäller inte");
      await elsewhere.close();
    });
  });
}

test("the quick exit is visible in a preview, and does not leave", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "reviewer" }));
  await visit(page, SENSITIVE);
  const exit = framed(page).getByRole("link", { name: "Lämna sidan" });
  await expect(exit).toBeVisible();
  // It is at the lower edge of the frame.
  await page.locator(".stage").evaluate((stage) => stage.scrollIntoView({ block: "end" }));
  await exit.click();
  await expect(framed(page).locator(".preview")).toBeVisible();
  await expect(exit).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(SENSITIVE);
});

test("opened outside of its frame, a preview runs no scripts and cannot be framed", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "reviewer" }));
  await visit(page, `${TEXT.room}/2026-12-24T08:00/sida`);
  await expect(page.locator(".preview")).toBeVisible();
  await expect(page.locator("html")).not.toHaveAttribute("data-hydrated", /.*/);
  await expect(page.locator("script, [target]")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds no violations, and nothing is wider than the screen", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      await visit(page, `${TEXT.room}?bredd=telefon`);
      await hydrated(page);
      await page.getByRole("button", { name: "Skapa en länk" }).click();
      const link = new URL(await page.locator(".fresh-link code").innerText()).pathname;
      await expectAccessible(page, `the room, ${colorScheme}`);
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await wide()).toBeLessThanOrEqual(0);
      // Axe cannot run under that policy either; without it the page is the same.
      await page.route(/forhandsvisning\/.*\/2026-/, async (route) => {
        const response = await route.fetch();
        const { "content-security-policy": _, ...headers } = response.headers();
        await route.fulfill({ response, headers });
      });
      for (const path of [CALENDAR, `${CALENDAR}/2026-12-07T08:00`, `${TEXT.room}/2026-12-24T08:00`, link]) {
        await visit(page, path);
        await expectAccessible(page, `${path}, ${colorScheme}`);
        expect(await wide(), path).toBeLessThanOrEqual(0);
      }
    });
  });
}
