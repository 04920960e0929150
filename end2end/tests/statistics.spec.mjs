// Statistics: staff see how often texts were read, choose a time, a calendar and a text, and save the numbers as a file. With
// and without JavaScript.
import { readFile } from "node:fs/promises";
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { enter, logIn, newAccount } from "../support/staff.mjs";

const total = async (page) => Number((await page.locator(".reads-total b").last().textContent()).replace(/\s/g, ""));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);
    // axe is a script.
    const accessible = (page, what) => (javaScriptEnabled ? expectAccessible(page, what) : undefined);

    test("staff see which texts were read", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "reviewer" }));
      await ready(page);
      await enter(page, "Statistik");
      await expect(page.getByRole("heading", { level: 1, name: "Statistik" })).toBeVisible();
      await expect(page.getByRole("img", { name: "Läsningar per dag" })).toBeVisible();
      await page.getByText("Visa siffrorna i en tabell").click();
      // The clock stands at the seventh, whose numbers are not final.
      await expect(page.locator("details tbody th").last()).toHaveText(/^6\sdecember$/);
      await accessible(page);
      const all = await total(page);

      await ready(page);
      await page.getByLabel("Texter").selectOption({ index: 1 });
      await page.getByRole("button", { name: "Visa", exact: true }).click();
      await expect(page).toHaveURL(/kalender=\d+/);
      const texts = page.getByRole("region", { name: "Läsningar per text" }).locator("tbody tr");
      await expect(texts.first()).toContainText(/Lucka \d/);
      const ofCalendar = await total(page);
      expect(ofCalendar).toBeLessThanOrEqual(all);

      await texts.first().getByRole("link").click();
      await expect(page.getByRole("link", { name: "← Alla texter" })).toBeVisible();
      expect(await total(page)).toBeLessThan(ofCalendar);
      await accessible(page);

      await ready(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Hämta som CSV" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("statistik.csv");
      const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
      expect(lines.shift()).toBe("\uFEFFDag;Kalender;Lucka;Text;Adress;Läsningar");
      const numbers = lines.map((line) => Number(line.split(";").pop()));
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(5);
      expect(numbers.reduce((sum, number) => sum + number)).toBe(await total(page));
    });

    test("nothing is there for a time without numbers", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "reviewer" }));
      await visit(page, "/admin/statistik?tid=2019-03");
      await expect(page.locator(".empty")).toContainText("Här finns inga siffror.");
      await expect(page.getByLabel("Tid")).toHaveValue("2019-03");
      await accessible(page);
    });
  });
}

test("readers see the numbers of a calendar whose editors show them", async ({ page }) => {
  await visit(page, "/kalender/2026");
  await page.getByRole("link", { name: "Så många har läst" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Så många har läst");
  await expect(page.getByRole("img", { name: "Läsningar per dag" })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const beyond = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond).toBe(0);
  await page.getByRole("region", { name: "Läsningar per lucka" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/kalender\/2026\/lucka\/\d+$/);
});

for (const colorScheme of ["light", "dark"]) {
  test(`the page fits on the smallest phone, ${colorScheme}`, async ({ page, site }) => {
    await logIn(page, await newAccount(site, { role: "reviewer" }));
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await visit(page, "/admin/statistik");
    await page.getByText("Visa siffrorna i en tabell").click();
    const beyond = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
    expect(beyond).toBe(0);
    await expectAccessible(page);
  });
}
