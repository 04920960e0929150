// The dashboard, the list of texts and the list of pages, with and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const LIST = "/admin/inlagg";
const flash = (page) => page.locator('.notice [role="status"]');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("a text is found by words and filters, which are in the URL", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "writer" }));
      await ready(page);
      await page.getByRole("link", { name: "Inlägg", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Inlägg" })).toBeVisible();
      await page.getByRole("link", { name: "Schemalagda" }).click();
      await expect(page).toHaveURL(`${LIST}?status=schemalagd`);
      await expect(page.locator(".texts > li").first()).toContainText("Schemalagd till");
      await ready(page);
      await page.locator("summary", { hasText: "Filter och ordning" }).click();
      await page.getByLabel("Typ").selectOption("citat");
      await page.getByRole("button", { name: "Visa" }).click();
      await expect(page).toHaveURL(/status=schemalagd.*typ=citat/);
      await expect(page.locator(".texts > li").first()).toContainText("Guldkorn: citat");
      await page.getByLabel("Sök bland texterna").fill("finns inte någonstans");
      await page.getByLabel("Sök bland texterna").press("Enter");
      await expect(page.locator(".empty")).toContainText("Ingen text passar");
      await page.getByRole("link", { name: "Visa alla" }).click();
      await expect(page).toHaveURL(LIST);
      await expect(page.locator(".texts > li")).toHaveCount(25);
    });

    test("several texts are tagged and trashed at once, and both are undone", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      const tag = `Prov ${javaScriptEnabled} ${Date.now()}`;
      await visit(page, `${LIST}?typ=artikel&status=publicerad&sida=1`);
      await ready(page);
      const ticks = page.locator(".tick input");
      await ticks.nth(0).check();
      await ticks.nth(1).check();
      await page.getByLabel("Etikett").last().fill(tag);
      await page.getByRole("button", { name: "Sätt etikett" }).click();
      await expect(flash(page)).toContainText(`2 texter har fått etiketten ${tag}.`);
      await ready(page);
      await page.getByRole("button", { name: "Ångra" }).click();
      await expect(flash(page)).toContainText(`2 texter har inte längre etiketten ${tag}.`);

      await ready(page);
      // By its address: other texts may have the same words in their titles.
      const link = page.locator(`.texts h3 a[href="${await page.locator(".texts h3 a").first().getAttribute("href")}"]`);
      await ticks.nth(0).check();
      await page.getByRole("button", { name: "Lägg i papperskorgen" }).click();
      await expect(flash(page)).toContainText("En text ligger i papperskorgen.");
      await expect(link).toHaveCount(0);
      await ready(page);
      await page.getByRole("button", { name: "Ångra" }).click();
      await expect(flash(page)).toContainText("En text är tillbaka ur papperskorgen.");
      await expect(link).toHaveCount(1);
    });

    test("a text is created on the dashboard and listed there", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "writer" }));
      await ready(page);
      await page.getByRole("button", { name: "Guldkorn: Citat" }).click();
      await expect(page).toHaveURL(/\/admin\/inlagg\/\d+$/);
      const path = new URL(page.url()).pathname;
      await page.getByLabel("Rubrik").fill("En text med ett ord");
      await page.getByRole("button", { name: "Spara", exact: true }).first().click();
      await expect(page.locator('.notice[role="status"]')).toContainText("Texten är sparad.");
      await visit(page, "/admin");
      await expect(page.locator(`[aria-labelledby="own"] a[href="${path}"]`)).toBeVisible();
    });
  });
}

test("by keyboard: to a text, its checkbox, and the buttons", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "editor" }));
  await visit(page, LIST);
  await page.locator(".tick input").first().focus();
  await page.keyboard.press("Space");
  await expect(page.locator(".tick input").first()).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(page.locator(".texts h3 a").first()).toBeFocused();
  await page.getByLabel("Etikett").last().focus();
  for (const name of ["Sätt etikett", "Ta bort etikett", "Lägg i papperskorgen"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name })).toBeFocused();
  }
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds no violations, and nothing is wider than the screen", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      for (const path of ["/admin", LIST, `${LIST}?status=papperskorg`, "/admin/sidor"]) {
        await visit(page, path);
        await page.locator("summary").evaluateAll((all) => all.forEach((one) => (one.parentElement.open = true)));
        const tick = page.locator(".tick input").first();
        if (await tick.count()) await tick.check();
        await expectAccessible(page, `${path}, ${colorScheme}`);
        const { width, height } = page.viewportSize();
        for (const narrow of [width, 320]) {
          await page.setViewportSize({ width: narrow, height });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(over, `${path} at ${narrow}`).toBeLessThanOrEqual(0);
        }
        await page.setViewportSize({ width, height });
      }
    });
  });
}
