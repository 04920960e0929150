// Somebody says what does not work, anonymously; staff answer; the sender reads the answer by the receipt number.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const FORM = "/tillganglighet/synpunkter";
const ANSWER = "/tillganglighet/svar";
/** Longer than the time that tells a person from a machine. */
const WRITING = 3500;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);
    // axe is a script.
    const accessible = (page, what) => (javaScriptEnabled ? expectAccessible(page, what) : undefined);

    test("a message is sent, answered and read by its number", async ({ page, site, browser }) => {
      await visit(page, "/tillganglighet");
      await ready(page);
      await page.getByRole("link", { name: "Berätta för oss" }).click();
      await expect(page).toHaveURL(FORM);
      await accessible(page, "the form");
      const words = `Knappen saknar namn ${Date.now()}`;
      await page.getByLabel("Vilken sida gäller det?").fill("/kalender/2026");
      await page.getByLabel("Din e-postadress").fill("ada");
      await page.getByRole("button", { name: "Skicka" }).click();
      await expect(page.getByRole("alert")).toContainText("Meddelandet är inte skickat än");
      await accessible(page, "the form with what is wrong");
      await page.getByLabel("Din e-postadress").fill("");
      await page.getByLabel("Beskriv vad som inte fungerar").fill(words);
      await page.waitForTimeout(WRITING);
      await page.getByRole("button", { name: "Skicka" }).click();
      const receipt = page.locator(".receipt [aria-hidden]");
      await expect(receipt).toHaveText(/^(?:[A-Z0-9]{4}-){3}[A-Z0-9]{4}$/);
      await accessible(page, "the receipt");
      const number = await receipt.textContent();
      expect(await page.context().cookies()).toEqual([]);

      const staff = await (await browser.newContext({ baseURL: site.url, javaScriptEnabled })).newPage();
      await logIn(staff, await newAccount(site, { role: "editor" }));
      await ready(staff);
      await staff.goto("/admin/meddelanden");
      await ready(staff);
      await accessible(staff, "the list of messages");
      await staff.getByRole("link", { name: words }).click();
      await accessible(staff, "a message");
      await staff.getByLabel("Svar", { exact: true }).fill("Tack! Nu har den ett namn.");
      await staff.getByRole("button", { name: "Skicka svaret" }).click();
      await expect(staff.locator('.notice[role="status"]')).toContainText("Svaret är sparat");
      await staff.context().close();

      await visit(page, ANSWER);
      await ready(page);
      await page.getByLabel("Kvittonummer").fill("AAAA AAAA AAAA AAAA");
      await page.getByRole("button", { name: "Visa svaret" }).click();
      await expect(page.getByRole("alert")).toContainText("hittar inget meddelande");
      await page.getByLabel("Kvittonummer").fill(number.toLowerCase().replaceAll("-", " "));
      await page.keyboard.press("Enter");
      await expect(page.locator("main")).toContainText("Tack! Nu har den ett namn.");
      await accessible(page, "the answer");
      expect(page.url()).not.toContain(number.slice(0, 4));
      expect(await page.context().cookies()).toEqual([]);
    });
  });
}

test("the form is filled in and sent by keyboard", async ({ page }) => {
  await visit(page, `${FORM}?sida=/blogg`);
  await expect(page.getByLabel("Vilken sida gäller det?")).toHaveValue("/blogg");
  await page.getByLabel("Något fungerar inte för mig").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Jag behöver innehåll")).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Vilken sida gäller det?")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Jag behöver texten uppläst.");
  for (const label of ["Vilket hjälpmedel använder du?", "Ditt namn", "Din e-postadress"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByLabel(label)).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Skicka" })).toBeFocused();
  await page.waitForTimeout(WRITING);
  await page.keyboard.press("Enter");
  await expect(page.locator(".receipt")).toBeVisible();
});

test("long words and other scripts stay within the page", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit(page, FORM);
  await page.getByLabel("Beskriv vad som inte fungerar").fill(`${"x".repeat(400)} ${"مرحبا بكم ".repeat(50)}`);
  await page.waitForTimeout(WRITING);
  await page.getByRole("button", { name: "Skicka" }).click();
  const number = await page.locator(".receipt [aria-hidden]").textContent();
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(await fits()).toBe(true);
  await visit(page, ANSWER);
  await page.getByLabel("Kvittonummer").fill(number);
  await page.getByRole("button", { name: "Visa svaret" }).click();
  await expect(page.locator(".letter").last()).toBeVisible();
  expect(await fits()).toBe(true);
});
