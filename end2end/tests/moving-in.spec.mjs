// Moving in from another website: a file is tried, its report is read, and it comes in. With and without JavaScript.
import { readFile } from "node:fs/promises";
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const CASES = new URL("../../server/tests/cases/import/", import.meta.url);
const PAGE = "/admin/installningar/flytta-in";

// One import at a time, and the site is shared: the journeys of a browser run one after another.
test.describe.configure({ mode: "serial" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);
    // axe is a script.
    const accessible = (page, what) => (javaScriptEnabled ? expectAccessible(page, what) : undefined);

    /** Waits for the heading of the next state: the page comes to it by itself, or is asked by its link. */
    async function reach(page, name) {
      await expect(async () => {
        const link = page.getByRole("link", { name: "Se hur långt det har kommit" });
        if (!javaScriptEnabled && (await link.isVisible())) await link.click();
        await expect(page.getByRole("heading", { level: 1, name })).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 60_000 });
      await ready(page);
    }

    test("a file of old addresses is refused, tried and comes in", async ({ page, site }, { project }) => {
      await logIn(page, await newAccount(site, { role: "admin" }));
      await visit(page, `${site.url}/admin/installningar`);
      await page.getByRole("link", { name: "Flytta in" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Flytta in från en annan webbplats" })).toBeVisible();
      await ready(page);
      await page.getByText("Vilken fil är det?").click();
      await accessible(page, "the form");

      await page.getByRole("button", { name: "Provkör" }).click();
      await expect(page.locator('.notice[role="alert"]')).toContainText("Välj filen från den gamla webbplatsen.");
      await ready(page);
      await accessible(page, "the refused form");

      const file = page.getByLabel("Filen från den gamla webbplatsen");
      await file.setInputFiles({ name: "bok.json", mimeType: "application/json", buffer: Buffer.from('{"a":1}') });
      await page.getByRole("button", { name: "Provkör" }).click();
      await reach(page, "Det gick inte hela vägen");
      await expect(page.locator('.notice[data-kind="error"]')).toContainText("bok.json är JSON");
      await accessible(page, "a file that cannot be read");

      await page.getByText("Byt fil eller lägg till bilder").click();
      const old = `/gammal/${project.name}/${javaScriptEnabled}/${Date.now()}`;
      const table = Buffer.from(`gammal adress,ny adress\n${old},/blogg\n/,/blogg\n`);
      await file.setInputFiles({ name: "adresser.csv", mimeType: "text/csv", buffer: table });
      await page.getByRole("button", { name: "Provkör", exact: true }).click();
      await reach(page, "Provkörningen är klar");
      await page.getByText("Startsidan kan inte leda någon annanstans (1)").click();
      await expect(page.getByText("Rad 3: / till /blogg")).toBeVisible();
      await accessible(page, "the report of a dry run");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Ladda ner hela rapporten som text" }).click(),
      ]);
      expect(await readFile(await download.path(), "utf8")).toContain("Provkörning: inget har sparats.");

      await page.getByRole("button", { name: "Flytta in en adress" }).click();
      await reach(page, /^Inflyttat från/);
      await accessible(page, "the report of an import");
      expect((await page.request.get(`${site.url}${old}`, { maxRedirects: 0 })).headers().location).toBe("/blogg");
      await page.getByRole("link", { name: "Flytta in", exact: true }).click();
      await expect(page.getByRole("link", { name: "adresser.csv" }).first()).toBeVisible();
    });

    test("an export of WordPress leaves something to choose, and can be left", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "admin" }));
      await visit(page, `${site.url}${PAGE}`);
      await ready(page);
      const buffer = await readFile(new URL("wxr-16-typer-taxonomi.xml", CASES));
      const file = page.getByLabel("Filen från den gamla webbplatsen");
      await file.setInputFiles({ name: "export.xml", mimeType: "text/xml", buffer });
      await page.getByRole("button", { name: "Provkör" }).click();
      await reach(page, "Provkörningen är klar");
      await page.getByLabel("Det som heter ”recept”").selectOption("Blir inlägg");
      await page.getByRole("button", { name: "Provkör igen med det här" }).click();
      await reach(page, "Provkörningen är klar");
      await expect(page.getByLabel("Det som heter ”recept”")).toHaveValue("recept=article");
      await expect(page.getByRole("button", { name: "Flytta in en text" })).toBeVisible();
      await accessible(page, "the choices");
      await page.getByRole("button", { name: "Avsluta och ta bort filerna" }).click();
      await expect(page.getByLabel("Filen från den gamla webbplatsen")).toBeVisible();
    });
  });
}
