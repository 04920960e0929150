// A text in plain words and in other languages: readers go from one to the others, staff write one beside its original; with and
// without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { begin, body, open, press } from "../support/editor.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const TEXT = "/inlagg/stegen-som-ingen-raknar";
const links = (page) => page.locator(".renditions");
const always = (page) => page.getByRole("checkbox", { name: /Visa alltid lättläst/ });
const stored = (page) => page.evaluate(() => ({ ...localStorage }));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("readers go from one to the others", async ({ page }) => {
      await visit(page, TEXT);
      await ready(page);
      await expect(links(page).locator("[aria-current]")).toHaveText("Svenska");
      await links(page).getByRole("link", { name: "Lättläst" }).click();
      await expect(page).toHaveURL(`${TEXT}/lattlast`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Små steg räknas också");
      await links(page).getByRole("link", { name: "العربية" }).click();
      await expect(page).toHaveURL(`${TEXT}/ar`);
      const heading = page.getByRole("heading", { level: 1 });
      await expect(heading).toHaveAttribute("lang", "ar");
      await expect(heading).toHaveCSS("direction", "rtl");
      await expect(page.locator(".prose")).toHaveCSS("direction", "rtl");
      await expect(page.locator(".prose ul").first()).toHaveCSS("direction", "rtl");
      await links(page).getByRole("link", { name: "English" }).click();
      await expect(page).toHaveURL(`${TEXT}/en`);
      await links(page).getByRole("link", { name: "Svenska" }).click();
      await expect(page).toHaveURL(TEXT);
    });

    test("they fit a narrow window", async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      for (const path of ["/om/lattlast", `${TEXT}/ar`, `${TEXT}/lattlast`, `${TEXT}/en`]) {
        await visit(page, path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, path).toBeLessThanOrEqual(0);
      }
    });

    test("staff write one beside the original", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      const original = await begin(page, { kind: "article" }, { javaScriptEnabled });
      const title = `Ett original ${javaScriptEnabled ? "med" : "utan"} skript`;
      await page.getByLabel("Rubrik").fill(title);
      await body(page).fill("Vi träffades på en bänk vid ån.");
      await press(page, "Publicera");
      await press(page, "Skriv en lättläst text");
      await expect(page).not.toHaveURL(`/admin/inlagg/${original}`);
      const beside = page.getByRole("region", { name: "Originalet" }).last();
      await expect(beside).toContainText("Vi träffades på en bänk vid ån.");
      await page.getByLabel("Rubrik").fill("Vi möttes på en bänk");
      await body(page).fill("Vi satt på en bänk.");
      await press(page, "Publicera");
      await expect(page.locator('.notice[role="status"]')).toContainText("Texten är publicerad.");
      if (javaScriptEnabled) await expectAccessible(page, "the editor of a lättläst text");
      const easy = new URL(page.url()).pathname;

      await open(page, `/admin/inlagg/${original}`, { javaScriptEnabled });
      await expect(page.locator("section[aria-labelledby=lattlast]")).toContainText("Lättläst: finns");
      await body(page).fill("Vi träffades på en bänk vid älven.");
      await press(page, "Publicera ändringarna");
      await open(page, easy, { javaScriptEnabled });
      await expect(page.locator("#notices")).toContainText("Originalet har ändrats");
      await press(page, "Jag har sett det, texten stämmer");
      await expect(page.locator("#notices")).not.toContainText("Originalet har ändrats");
    });
  });
}

test("whoever asks for it gets lättläst wherever it is, and the original when they want", async ({ page }) => {
  await visit(page, `${TEXT}/lattlast`);
  await always(page).check();
  await visit(page, "/om");
  await expect(page).toHaveURL("/om/lattlast");
  expect(await stored(page)).toEqual({ "guldkorn-lattlast": "ja" });
  await links(page).getByRole("link", { name: "Svenska" }).click();
  await expect(page).toHaveURL("/om#original");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Om MIA Vidare");
  // With the client, which shows other pages in the same document.
  await visit(page, "/kontakt");
  await hydrated(page);
  await page.locator("a[href='/om']").first().click();
  await expect(page).toHaveURL("/om/lattlast");
  await always(page).uncheck();
  expect(await stored(page)).toEqual({});
  await visit(page, "/om");
  await expect(page).toHaveURL("/om");
});

test("nobody is asked or led anywhere unasked", async ({ page }) => {
  await visit(page, TEXT);
  await hydrated(page);
  await expect(page).toHaveURL(TEXT);
  await expect(always(page)).toHaveCount(0);
  expect(await stored(page)).toEqual({});
});

test("they are accessible by day and night", async ({ page }) => {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const path of ["/om", "/om/lattlast", TEXT, `${TEXT}/ar`, `${TEXT}/en`]) {
      await visit(page, path);
      await expectAccessible(page, `${path} ${colorScheme}`);
    }
  }
});
