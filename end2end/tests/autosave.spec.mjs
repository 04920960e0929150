// Autosave, and several windows and people with the same text.
import { fileURLToPath } from "node:url";
import { expect, test } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";
import { begin, body, flash, open, press, saveStatus } from "../support/editor.mjs";

const PICTURE = fileURLToPath(new URL("../../server/demo/pictures/bro-960.webp", import.meta.url));

test.describe("autosave", () => {
  test("the text is saved within two seconds of a pause, and survives a closed tab", async ({ page, site, context }) => {
    await logIn(page, await newAccount(site));
    const id = await begin(page, { kind: "article" });
    await page.getByLabel("Rubrik").fill("En text som överlever");
    await body(page).fill("Allt finns kvar.");
    await expect(saveStatus(page)).toHaveText(/Sparad \d\d\.\d\d/, { timeout: 4000 });
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await open(again, `/admin/inlagg/${id}`);
    await expect(again.getByLabel("Rubrik")).toHaveValue("En text som överlever");
    await expect(again.locator("#body")).toHaveValue("Allt finns kvar.");
    await expect(again.locator(".notice").first()).toContainText("inte sparad som version");
  });

  test.describe("without a network", () => {
    test.use({ tolerate: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ });

    test("this browser stores the text, and sends it when the network is back", async ({ page, site, context }) => {
      await logIn(page, await newAccount(site));
      const id = await begin(page, { kind: "article" });
      await context.setOffline(true);
      await page.getByLabel("Rubrik").fill("Skriven på tåget");
      await expect(page.locator("#news")).toContainText("Servern svarar inte");
      await expect(saveStatus(page)).toHaveText("Sparad i den här webbläsaren");
      // The text must survive a tab that is closed now.
      await page.close({ runBeforeUnload: false });
      await context.setOffline(false);
      const again = await context.newPage();
      await open(again, `/admin/inlagg/${id}`);
      await expect(again.getByLabel("Rubrik")).toHaveValue("Skriven på tåget");
      await expect(saveStatus(again)).toHaveText(/Sparad \d\d\.\d\d/);
      await context.setOffline(true);
      await again.getByLabel("Rubrik").fill("Skriven på tåget, igen");
      await expect(again.locator("#news")).toContainText("Servern svarar inte");
      await context.setOffline(false);
      await expect(saveStatus(again)).toHaveText(/Sparad \d\d\.\d\d/, { timeout: 20_000 });
      await expect(again.locator("#news")).toBeEmpty();
    });
  });

  test("a picture is public as soon as its text is, and not before", async ({ page, site }) => {
    await logIn(page, await newAccount(site));
    const id = await begin(page, { kind: "guldkorn", form: "photo" });
    await page.getByLabel("Rubrik").fill(`Bron ${id}`);
    await body(page).fill("Så här såg bron ut den morgonen.");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Välj en bild" }).click(),
    ]);
    await chooser.setFiles(PICTURE);
    await expect(page.locator("[data-picture-shown]")).toBeVisible();
    const address = await page.locator("[data-picture-shown]").getAttribute("src");
    expect((await fetch(site.url + address)).status, "readers do not see it yet").toBe(404);
    await page.getByLabel("Vad visar bilden?").fill("En smal bro över en bäck, i snö.");
    await press(page, "Publicera");
    await expect(flash(page)).toContainText("Texten är publicerad.");
    expect((await fetch(site.url + address)).status).toBe(200);
    const path = await page.getByRole("link", { name: "Visa på webbplatsen" }).getAttribute("href");
    expect(await (await fetch(site.url + path)).text()).toContain('alt="En smal bro över en bäck, i snö."');
  });

  test("the toolbar stays visible below the buttons of the page, however long the text is", async ({ page, site }) => {
    await logIn(page, await newAccount(site));
    await begin(page, { kind: "article" });
    await body(page).fill("En rad till.\n".repeat(80));
    await page.locator(".editor-text").evaluate((text) => scrollTo(0, scrollY + text.getBoundingClientRect().top + 300));
    const bar = await page.locator(".writing .bar").boundingBox();
    const buttons = await page.locator(".editor-bars").boundingBox();
    expect(bar.y).toBe(0);
    expect(buttons.y).toBeCloseTo(bar.height, 0);
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

    // Both would leave too little room for the text.
    test("the toolbar alone stays while somebody writes, in one row, and covers no text", async ({ page, site }) => {
      await logIn(page, await newAccount(site));
      await begin(page, { kind: "article" });
      await body(page).fill("En rad till.\n".repeat(80));
      await body(page).focus();
      await page.locator(".editor-text").evaluate((text) => scrollTo(0, scrollY + text.getBoundingClientRect().top + 300));
      const buttons = await page.locator(".editor-bars").boundingBox();
      expect(buttons.y).toBeCloseTo(0, 0);
      expect(buttons.height).toBeLessThan(70);
      expect((await page.locator(".writing .bar").boundingBox()).y).toBeLessThan(0);
    });
  });

  test("two windows of one person do not overwrite each other", async ({ page, site, context }) => {
    await logIn(page, await newAccount(site));
    const id = await begin(page, { kind: "article" });
    const second = await context.newPage();
    await open(second, `/admin/inlagg/${id}`);
    await page.getByLabel("Rubrik").fill("Från det första fönstret");
    await expect(saveStatus(page)).toHaveText(/Sparad \d\d\.\d\d/);
    await second.getByLabel("Rubrik").fill("Från det andra fönstret");
    await expect(second.locator("#news")).toContainText("ändrades i ett annat fönster");
    await second.getByRole("button", { name: "Skriv vidare här" }).click();
    await expect(saveStatus(second)).toHaveText(/Sparad \d\d\.\d\d/);
    await open(page, `/admin/inlagg/${id}`);
    await expect(page.getByLabel("Rubrik")).toHaveValue("Från det andra fönstret");
  });

  test("others with the same text open are shown", async ({ page, site, browser }) => {
    await logIn(page, await newAccount(site));
    const id = await begin(page, { kind: "article" });
    const context = await browser.newContext({ baseURL: site.url });
    const other = await context.newPage();
    await logIn(other, await newAccount(site, { role: "writer" }));
    await open(other, `/admin/inlagg/${id}`);
    await expect(other.locator("#company")).toContainText("är också här");
    await expect(page.locator("#company")).toContainText("är också här", { timeout: 15_000 });
    await context.close();
    await expect(page.locator("#company")).toBeEmpty();
  });

  test("somebody else's unsaved draft can be taken over", async ({ page, site, browser }) => {
    const writer = await newAccount(site, { role: "writer" });
    await logIn(page, writer);
    const id = await begin(page, { kind: "article" });
    await page.getByLabel("Rubrik").fill("Halvfärdig");
    await expect(saveStatus(page)).toHaveText(/Sparad \d\d\.\d\d/);
    const context = await browser.newContext({ baseURL: site.url });
    const other = await context.newPage();
    await logIn(other, await newAccount(site));
    await open(other, `/admin/inlagg/${id}`);
    await press(other, "Fortsätt på Eva Exempels text");
    await expect(other.getByLabel("Rubrik")).toHaveValue("Halvfärdig");
    await context.close();
  });
});
