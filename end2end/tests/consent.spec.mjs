// An editor writes down the consent of whom a text tells, sees it in the ledger, and takes it back; with and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { enter, logIn, newAccount } from "../support/staff.mjs";

const done = (page) => page.locator('.notice[role="status"]');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("a story is public only while its consent stands", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      await page.getByRole("button", { name: "Guldkorn: Berättelse" }).click();
      await expect(page).toHaveURL(/\/admin\/inlagg\/\d+$/);
      await ready(page);
      const editor = new URL(page.url()).pathname;
      await visit(page, `${editor}/samtycke`);
      await ready(page);
      await page.getByLabel("Hur står samtycket?").selectOption("given");
      await page.getByRole("button", { name: "Spara samtycket" }).click();
      await expect(page.getByRole("alert")).toBeFocused();
      await page.getByLabel("Vem texten handlar om").fill("Ett påhittat namn");
      await page.getByLabel("På webbplatsen").check();
      await page.getByLabel("Hur sade personen ja?").selectOption("paper");
      await page.getByLabel("Vilken dag?").fill("2026-11-01");
      await page.getByRole("button", { name: "Spara samtycket" }).click();
      await expect(done(page)).toContainText("Samtycket är sparat.");
      if (javaScriptEnabled) await expectAccessible(page, "the form of a consent");

      await page.getByLabel("Fil", { exact: true }).setInputFiles({
        name: "blankett.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.7 en underskrift"),
      });
      await page.getByRole("button", { name: "Spara blanketten" }).click();
      await expect(done(page)).toContainText("Blanketten är sparad.");
      await ready(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Hämta blanketten" }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^samtycke-\d+\.pdf$/);
      if (javaScriptEnabled) await expectAccessible(page, "an entry with a signed form");
      await page.getByRole("button", { name: "Ta bort blanketten" }).click();
      await expect(done(page)).toContainText("Blanketten är borttagen.");
      await ready(page);

      await enter(page, "Samtycken");
      const entry = page.locator(".entries > li", { has: page.locator(`a[href="${editor}/samtycke"]`) });
      await expect(entry).toContainText("Gäller tills vidare.");
      if (javaScriptEnabled) await expectAccessible(page, "the consent ledger");
      await visit(page, `${editor}/samtycke`);
      await ready(page);
      await page.getByRole("button", { name: "Samtycket är återtaget" }).click();
      await expect(done(page)).toContainText("Samtycket är återtaget.");
      await visit(page, editor);
      await expect(page.locator("#samtycke")).toBeVisible();
      await expect(page.getByText("Texten är någons berättelse. Återtaget")).toBeVisible();
    });

    test("the ledger fits a narrow window", async ({ page, site }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await logIn(page, await newAccount(site, { role: "editor" }));
      await visit(page, "/admin/samtycken");
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}
