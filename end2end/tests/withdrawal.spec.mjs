// Somebody takes a story back: an editor has it erased, at once or after an hour to think; with and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const done = (page) => page.locator('.notice[role="status"]');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    /** Begins a text with an entry in the ledger, and returns its address for staff. */
    async function story(page, site, who) {
      await logIn(page, await newAccount(site, { role: "editor" }));
      await page.getByRole("button", { name: "Guldkorn: Berättelse" }).click();
      await expect(page).toHaveURL(/\/admin\/inlagg\/\d+$/);
      await ready(page);
      const editor = new URL(page.url()).pathname;
      await visit(page, `${editor}/samtycke`);
      await ready(page);
      await page.getByLabel("Hur står samtycket?").selectOption("asked");
      await page.getByLabel("Vem texten handlar om").fill(who);
      await page.getByRole("button", { name: "Spara samtycket" }).click();
      await expect(done(page)).toContainText("Samtycket är sparat.");
      return editor;
    }

    test("a story is erased, and the person gets a receipt", async ({ page, site }) => {
      const editor = await story(page, site, `Påhittad Person ${javaScriptEnabled ? "Ett" : "Två"}`);
      await page.getByRole("link", { name: "Ta bort allt om personen" }).click();
      await expect(page.locator("h1")).toHaveText("Ta bort allt om personen");
      await ready(page);
      await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
      await expect(page.getByLabel("Personen vill kunna ångra sig i en timme")).not.toBeChecked();
      if (javaScriptEnabled) await expectAccessible(page, "what will be erased");
      await page.getByRole("button", { name: "Ta bort för alltid" }).click();
      await expect(page).toHaveURL(/\/admin\/samtycken\/borttaget\/\d+$/);
      await expect(done(page)).toContainText("Borttaget för alltid.");
      await expect(page.getByText("Orden är överskrivna").or(page.getByText("Orden skrivs över just nu"))).toBeVisible();
      await expect(page.locator("main")).not.toContainText("Påhittad Person");
      if (javaScriptEnabled) await expectAccessible(page, "the receipt");
      const gone = await page.goto(`${editor}/samtycke`);
      expect(gone.status()).toBe(404);
    });

    test("within the hour the person can think again", async ({ page, site }) => {
      const editor = await story(page, site, `Ångerfull Person ${javaScriptEnabled ? "Ett" : "Två"}`);
      await page.getByRole("link", { name: "Ta bort berättelsen överallt" }).click();
      await expect(page.locator("h1")).toHaveText("Ta bort berättelsen överallt");
      await ready(page);
      await page.getByLabel("Personen vill kunna ångra sig i en timme").check();
      await page.getByRole("button", { name: "Ta bort för alltid" }).click();
      await expect(page).toHaveURL(`${editor}/samtycke`);
      await expect(done(page)).toContainText("Fram till dess kan du ångra.");
      await ready(page);
      if (javaScriptEnabled) await expectAccessible(page, "a story that is to be erased");
      await page.getByRole("button", { name: "Ångra: ta tillbaka berättelsen" }).click();
      await expect(done(page)).toContainText("Berättelsen är tillbaka.");
      await expect(page.getByRole("button", { name: "Ångra: ta tillbaka berättelsen" })).toHaveCount(0);
    });

    test("the pages fit a narrow window", async ({ page, site }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const editor = await story(page, site, "En Smal Person");
      await visit(page, `${editor}/samtycke/ta-bort`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}
