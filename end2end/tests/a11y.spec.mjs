// axe-core finds no violations on any kind of page, in the light and the dark theme.
import { sitePages } from "../support/site-pages.mjs";
import { expectAccessible } from "../support/axe.mjs";
import { EDITION, card, door } from "../support/calendar.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("every public page", async ({ page, site }) => {
      test.setTimeout(120_000);
      for (const { kind, path, status } of await sitePages(site)) {
        await visit(page, path, status);
        await expectAccessible(page, `${kind} (${path})`);
      }
    });

    test("a card in front of the scene", async ({ page }) => {
      await visit(page, EDITION);
      await hydrated(page);
      await door(page, 7).click();
      await expect(card(page)).toBeVisible();
      await expectAccessible(page, "card");
    });

    test("the staff's dashboard", async ({ page, site }) => {
      await logIn(page, await newAccount(site));
      await expectAccessible(page, "/admin");
    });
  });
}

test("each page says its language and has one heading of the first level and one title of its own", async ({ page, site }) => {
  const titles = new Map();
  for (const { path, status } of await sitePages(site)) {
    await visit(page, path, status);
    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    await expect(page.locator("h1"), path).toHaveCount(1);
    const title = await page.title();
    expect(title.trim(), path).not.toBe("");
    if (!path.includes("?")) {
      expect(titles.get(title), `${path} has the title of another page`).toBeUndefined();
      titles.set(title, path);
    }
  }
});
