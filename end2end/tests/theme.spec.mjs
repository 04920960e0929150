// Light or dark theme: as the device or the visitor chooses, remembered only on request.
import { expectAccessible } from "../support/axe.mjs";
import { EDITION, doorPath } from "../support/calendar.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";

const LIGHT = "rgb(251, 247, 239)";
const NIGHT = "rgb(18, 32, 42)";

const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const choose = (page, words) => page.getByRole("radio", { name: words }).check();
const remember = (page) => page.getByRole("checkbox", { name: "Kom ihåg på den här enheten" });
const stored = (page) => page.evaluate(() => ({ ...localStorage }));
const bands = (page) => page.locator("meta[name=theme-color]").evaluateAll((all) => all.map(({ content }) => content));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    for (const [colorScheme, own, choice, other] of [
      ["light", LIGHT, "Mörkt", NIGHT],
      ["dark", NIGHT, "Ljust", LIGHT],
    ]) {
      test(`on a ${colorScheme} device`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await visit(page, "/om");
        expect(await ground(page)).toBe(own);
        await choose(page, choice);
        expect(await ground(page)).toBe(other);
        await choose(page, "Som enheten");
        expect(await ground(page)).toBe(own);
      });
    }
  });
}

test("a choice lasts as long as the page, and stores nothing", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await visit(page, "/om");
  await hydrated(page);
  await expect(remember(page)).toBeHidden();
  await choose(page, "Mörkt");
  await expect(remember(page)).toBeVisible();
  expect(await bands(page)).toEqual(["#0b1b27", "#0b1b27"]);
  await page.locator(".foot a[href='/integritet']").click();
  await expect(page).toHaveURL("/integritet");
  expect(await ground(page)).toBe(NIGHT);
  expect(await stored(page)).toEqual({});
  await page.reload();
  expect(await ground(page)).toBe(LIGHT);
  expect(await bands(page)).toEqual(["#0e2433", "#0b1b27"]);
});

test("a choice that is not remembered is said to be forgotten", async ({ page }) => {
  await visit(page, "/om");
  await hydrated(page);
  const forgotten = page.getByText("Valet glöms när sidan laddas om.");
  await expect(forgotten).toBeHidden();
  await choose(page, "Mörkt");
  await expect(forgotten).toBeVisible();
  await remember(page).check();
  await expect(forgotten).toBeHidden();
});

test("remembered on request, before the first paint, and forgotten on request", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.addInitScript(() => {
    const atBody = new MutationObserver(() => {
      if (!document.body) return;
      globalThis.themeAtFirstSight = document.documentElement.dataset.theme;
      atBody.disconnect();
    });
    atBody.observe(document, { childList: true, subtree: true });
  });
  await visit(page, "/om");
  await choose(page, "Mörkt");
  await remember(page).check();
  expect(await stored(page)).toEqual({ "guldkorn-tema": "dark" });
  for (const path of [EDITION, "/admin/logga-in", "/om"]) {
    await visit(page, path);
    expect(await page.evaluate(() => globalThis.themeAtFirstSight), path).toBe("dark");
    expect(await ground(page), path).toBe(NIGHT);
  }
  await expect(page.getByRole("radio", { name: "Mörkt" })).toBeChecked();
  await expect(remember(page)).toBeChecked();
  await remember(page).uncheck();
  expect(await stored(page)).toEqual({});
  expect(await ground(page)).toBe(NIGHT);
  await remember(page).check();
  await choose(page, "Som enheten");
  expect(await stored(page)).toEqual({});
  expect(await ground(page)).toBe(LIGHT);
});

for (const [colorScheme, theme] of [["light", "dark"], ["dark", "light"]]) {
  test(`${theme} by choice on a ${colorScheme} device is accessible`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.addInitScript((theme) => localStorage.setItem("guldkorn-tema", theme), theme);
    for (const [path, status] of [["/", 200], [doorPath(7), 200], ["/saker-surf", 200], ["/finns-inte", 404], ["/finns.php", 404]]) {
      await visit(page, path, status);
      await expectAccessible(page, path);
    }
  });
}
