// The editor with JavaScript: its buttons act without leaving the page.
import { expect, test } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";
import { begin, body, flash, press, saveStatus, whileActing } from "../support/editor.mjs";

test.describe("without leaving the page", () => {
  const LONG = "En rad till.\n\n".repeat(60);

  test("saving and publishing leave the page, its place and the text as they are", async ({ page, site }) => {
    await logIn(page, await newAccount(site));
    await begin(page, { kind: "article" });
    await page.evaluate(() => (window.isSamePage = true));
    await page.getByLabel("Rubrik").fill("Kvar på sidan");
    await body(page).fill(LONG);
    await expect(saveStatus(page)).toHaveText(/Sparad/);
    // While somebody writes on a phone, the bar is at the top of the page.
    await page.getByLabel("Rubrik").focus();
    await page.evaluate(() => scrollTo(0, 900));
    const place = () => page.locator("#body").evaluate((field) => field.parentElement.getBoundingClientRect().top);
    const before = await place();
    for (const [name, words] of [["Spara", "Texten är sparad."], ["Publicera", "Texten är publicerad."]]) {
      // As a finger does it: Playwright's own click first scrolls to where the sticky bar would be without sticking.
      const { x, y } = await page.getByRole("button", { name, exact: true }).first().boundingBox();
      await whileActing(page, () => page.mouse.click(x + 9, y + 9));
      await expect(flash(page)).toContainText(words);
      await expect(flash(page)).toBeFocused();
      await expect(flash(page)).toBeInViewport();
      expect(Math.abs((await place()) - before)).toBeLessThan(2);
    }
    await expect(page.locator(".status")).toHaveText("Publicerad");
    // What is typed on is a draft of the revision that was just saved.
    await page.getByLabel("Rubrik").fill("Kvar på sidan, ändrad");
    const author = page.locator("#author");
    await page.locator("details", { has: author }).locator("> summary").click();
    await author.press("Enter");
    await expect(page.locator("#done")).toContainText("Texten är sparad.");
    await expect(author).toBeFocused();
    expect(await page.evaluate(() => window.isSamePage)).toBe(true);
    await page.getByRole("link", { name: "Tidigare versioner" }).click();
    await expect(page.locator(".entries > li")).toHaveCount(2);
    await expect(page.locator("ins").first()).toContainText("ändrad");
  });

  test("Enter in the title leads on to what is told, the quotation or the text", async ({ page, site }) => {
    await logIn(page, await newAccount(site));
    await begin(page, { kind: "guldkorn", form: "quote" });
    await page.getByLabel("Rubrik").press("Enter");
    await expect(page.getByLabel("Citat", { exact: true }).and(page.locator("textarea"))).toBeFocused();
    await page.getByLabel("Berättelse").check();
    await page.getByLabel("Rubrik").press("Enter");
    await expect(body(page)).toBeFocused();
    await page.keyboard.type("Vi gick ut.");
    await expect(saveStatus(page)).toHaveText(/Sparad/);
  });

  test("what is missing is said where the writer is", async ({ page, site }) => {
    await logIn(page, await newAccount(site));
    await begin(page, { kind: "article" });
    await page.getByLabel("Rubrik").fill("Utan text");
    await press(page, "Publicera");
    await expect(page.locator(".notice[role=alert]").first()).toBeFocused();
    await expect(page.locator(".notice[role=alert]").first()).toContainText("kan inte publiceras än");
    await expect(page.getByLabel("Rubrik")).toHaveValue("Utan text");
  });

  test.describe("without a network", () => {
    test.use({ tolerate: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ });

    test("a button says in our words that nothing was done, and loses nothing", async ({ page, site, context }) => {
      await logIn(page, await newAccount(site));
      await begin(page, { kind: "article" });
      await page.getByLabel("Rubrik").fill("Utan nät");
      await body(page).fill("En text om mod.");
      await context.setOffline(true);
      await page.getByRole("button", { name: "Publicera" }).first().click();
      await expect(page.locator("#news")).toContainText("Servern svarar inte, så ”Publicera” är inte gjort.");
      await expect(page.getByLabel("Rubrik")).toHaveValue("Utan nät");
      await context.setOffline(false);
      await press(page, "Publicera");
      await expect(flash(page)).toContainText("Texten är publicerad.");
    });
  });
});
