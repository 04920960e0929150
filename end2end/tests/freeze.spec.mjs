// The site as files: from a folder and from a plain web server, with scripts and without.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { expectAccessible } from "../support/axe.mjs";
import { freeze, serveFiles } from "../support/frozen.mjs";
import { watch } from "../support/problems.mjs";

const test = base.extend({
  frozen: [
    async ({}, use) => {
      const site = await freeze({ at: "2026-12-24T20:00" });
      await use(site);
      await site.remove();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  server: [
    async ({ frozen }, use) => {
      const server = await serveFiles(frozen.out);
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  page: async ({ page, server }, use) => {
    const problems = await watch(page, new URL(server.url).host);
    await use(page);
    expect(problems).toEqual([]);
  },
});

const PLACES = {
  "a folder": ({ frozen }) => pathToFileURL(join(frozen.out, "index.html")).href,
  "a web server's sub-folder": ({ server }) => server.url,
};

/** Where the page may fetch files: axe reads the style sheets so. */
const expectAccessibleOnline = (page, what) => page.url().startsWith("http") && expectAccessible(page, what);

const box = (page) => page.getByRole("searchbox", { name: "Vad letar du efter?" });

test("the report counts pages and knows no broken link", async ({ frozen }) => {
  expect(frozen.report).toContain("Alla länkar inom webbplatsen leder rätt.");
  expect(frozen.report).toMatch(/Sidor: \d+/);
});

for (const [name, place] of Object.entries(PLACES)) {
  test.describe(`in ${name}`, () => {
    test("from the start to a door, to its post, and by the search", async ({ page, frozen, server }) => {
      await page.goto(place({ frozen, server }));
      await expect(page.locator("footer")).toContainText("Arkiverad 24 december 2026");
      await page.locator('[data-door="7"]').click();
      await expect(page.locator("h1")).toContainText("Elva sekunder");
      await page.locator("header").getByRole("link", { name: "Sök" }).click();
      await expect(page.locator("#alla-texter a").first()).toBeVisible();
      await expectAccessibleOnline(page, "the search before a word");
      await box(page).fill("elva seku");
      const hits = page.locator(".hits h3 a");
      await expect(hits.first()).toHaveText("Elva sekunder");
      await expect(page.locator("main [role=status]")).toHaveText(/^\d+ träff/);
      await expectAccessibleOnline(page, "hits");
      await box(page).press("ArrowDown");
      await expect(hits.first()).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(page.locator("h1")).toContainText("Elva sekunder");
      await expectAccessibleOnline(page, "a post");
    });

    test("letters with dots are letters of their own, and nothing found is said", async ({ page, frozen, server }) => {
      await page.goto(place({ frozen, server }).replace("index.html", "sok/index.html"));
      await box(page).fill("fonster");
      await expect(page.locator("main [role=status]")).toHaveText("Inga träffar");
      await expect(page.locator("#alla-texter")).toBeVisible();
      await box(page).fill("fönster");
      await expect(page.locator("main [role=status]")).toHaveText(/^\d+ träff/);
      await box(page).press("Escape");
      await expect(box(page)).toHaveValue("");
      await expect(page.locator("#traffar")).toBeHidden();
    });

    test("old addresses lead on", async ({ page, frozen, server }) => {
      await page.goto(place({ frozen, server }).replace("index.html", "kalender/idag/index.html"));
      await expect(page).toHaveURL(/\/kalender\/2026\/index\.html$/);
      await expect(page.locator('[data-door="24"]')).toHaveAttribute("data-state", "open");
    });

    test.describe("without JavaScript", () => {
      test.use({ javaScriptEnabled: false });

      test("every text is found in the list, and the menu works", async ({ page, frozen, server }) => {
        await page.goto(place({ frozen, server }));
        await page.getByRole("link", { name: "Sök" }).first().click();
        await expect(page.locator("noscript p, main")).toContainText(["Sökningen behöver JavaScript"]);
        await page.locator("#alla-texter").getByRole("link", { name: "Elva sekunder" }).click();
        await expect(page.locator("h1")).toContainText("Elva sekunder");
        await page.goBack();
        await page.goBack();
        await page.locator('[data-door="24"]').click();
        await expect(page.locator("h1")).toContainText("När alla fönster lyser");
      });
    });
  });
}
