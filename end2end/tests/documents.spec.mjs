// Documents: put below a text, downloaded by a reader, replaced, and gone with the text. With and without JavaScript.
import { readFile } from "node:fs/promises";
import { expectAccessible } from "../support/axe.mjs";
import { begin, body, flash, press } from "../support/editor.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const pdf = (words) => ({
  name: "Årsrapport 2025.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Page >>\n(${words})\nendobj\nstartxref\n9\n%%EOF\n`),
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);
    // axe is a script.
    const accessible = (page, what) => (javaScriptEnabled ? expectAccessible(page, what) : undefined);

    test("a report is put below a text, downloaded, and gone with the text", async ({ page, site, browser }) => {
      const words = `Rapport ${javaScriptEnabled} ${Date.now()}`;
      await logIn(page, await newAccount(site, { role: "editor" }));
      await begin(page, { kind: "article" }, { javaScriptEnabled });
      await page.getByLabel("Rubrik").fill(words);
      await body(page).fill("Vi berättar om året.");
      await press(page, "Lägg till dokument");
      await expect(page).toHaveURL(/\/admin\/dokument\?text=\d+$/);
      await ready(page);
      await accessible(page);
      await page.getByLabel("Titel", { exact: true }).fill("Annual report");
      await page.getByLabel("Språk i dokumentet").selectOption("en");

      await page.getByLabel("Fil", { exact: true }).setInputFiles({ ...pdf(words), buffer: Buffer.from("<html>") });
      await page.getByRole("button", { name: "Skicka" }).click();
      await expect(page.locator('.notice[role="alert"]')).toContainText("webbsida");
      await expect(page.getByLabel("Titel", { exact: true })).toHaveValue("Annual report");
      await expect(page.getByLabel("Språk i dokumentet")).toHaveValue("en");
      await accessible(page);

      await ready(page);
      await page.getByLabel("Fil", { exact: true }).setInputFiles(pdf(words));
      await page.getByRole("button", { name: "Skicka" }).click();
      await expect(page).toHaveURL(/\/admin\/inlagg\/\d+$/);
      await expect(flash(page)).toContainText("står nu under texten");
      await expect(page.getByLabel("Rubrik")).toHaveValue(words);
      await expect(page.getByRole("checkbox", { name: /Annual report \(PDF, .* på engelska\)/ })).toBeChecked();
      await expect(page.locator("#remarks")).toContainText("är inte taggad");
      await ready(page);
      await press(page, "Publicera");
      await expect(flash(page)).toContainText("Texten är publicerad");
      const editor = page.url();

      const reader = await browser.newContext({ javaScriptEnabled });
      const post = await reader.newPage();
      await visit(post, `${site.url}/blogg`);
      await post.getByRole("link", { name: words }).first().click();
      await expect(post.getByRole("heading", { level: 2, name: "Dokument" })).toBeVisible();
      await accessible(post);
      const link = post.getByRole("link", { name: /Annual report \(PDF, .*byte, på engelska\)/ });
      await expect(link).toHaveAttribute("hreflang", "en");
      const [download] = await Promise.all([post.waitForEvent("download"), link.click()]);
      expect(download.suggestedFilename()).toBe("Årsrapport-2025.pdf");
      expect((await readFile(await download.path())).equals(pdf(words).buffer)).toBe(true);
      const address = await link.evaluate((element) => element.href);

      await visit(page, editor);
      await ready(page);
      await press(page, "Dra tillbaka");
      await expect(flash(page)).toContainText("Texten är tillbakadragen");
      expect((await reader.request.get(address)).status()).toBe(404);
      expect((await reader.request.head(address)).status()).toBe(404);
      await reader.close();
    });

    test("a document is found, renamed, replaced, deleted and taken back", async ({ page, site }) => {
      const words = `Mål ${javaScriptEnabled} ${Date.now()}`;
      await logIn(page, await newAccount(site, { role: "editor" }));
      await visit(page, "/admin/dokument");
      await ready(page);
      await page.getByLabel("Fil", { exact: true }).setInputFiles(pdf(words));
      await page.getByRole("button", { name: "Skicka" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Årsrapport 2025" })).toBeVisible();
      await expect(flash(page)).toContainText("Dokumentet är sparat.");
      await accessible(page);
      await ready(page);
      await page.getByLabel("Titel", { exact: true }).fill(words);
      await page.getByRole("button", { name: "Spara" }).click();
      await expect(page.getByRole("heading", { level: 1, name: words })).toBeVisible();
      await ready(page);
      await page.getByLabel("Fil", { exact: true }).setInputFiles({ ...pdf(`${words} 2`), name: "Ny.pdf" });
      await page.getByRole("button", { name: "Byt fil" }).click();
      await expect(flash(page)).toContainText("Filen är utbytt");
      await ready(page);
      await page.getByRole("button", { name: "Ta tillbaka Årsrapport-2025.pdf" }).click();
      await expect(flash(page)).toContainText("tidigare filen igen");
      await ready(page);
      await page.getByRole("button", { name: "Lägg i papperskorgen" }).click();
      await expect(flash(page)).toContainText("ligger i papperskorgen");
      await ready(page);
      await page.getByRole("button", { name: "Ångra" }).click();
      await expect(flash(page)).toContainText("är tillbaka");
      await page.getByRole("link", { name: "Alla dokument" }).click();
      await ready(page);
      await page.getByLabel("Sök").fill(words);
      await page.getByLabel("Visa", { exact: true }).selectOption("oanvanda");
      await page.getByRole("button", { name: "Visa" }).click();
      await expect(page.locator(".entries h3")).toHaveText([words]);
    });
  });
}
