// The client is loaded late, only when it is of use, and hydrates without errors.
import { aPost, sitePages } from "../support/site-pages.mjs";
import { EDITION, door, doorPath } from "../support/calendar.mjs";
import { expect, hydrated, record, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

/** Long enough for anything that would be fetched without a sign of use. */
const quiet = (page) => page.waitForTimeout(1_500);

test("an article is read without the client until it is used", async ({ page, site }) => {
  const asked = record(page);
  await visit(page, await aPost(site));
  await quiet(page);
  expect(asked.client()).toEqual([]);
  await hydrated(page);
  expect(asked.wasm().length).toBeGreaterThan(0);
});

test("a calendar gets the client by itself, after it is loaded", async ({ page }) => {
  const loaded = [];
  page.on("domcontentloaded", () => loaded.push("document"));
  page.on("request", (request) => request.url().endsWith(".wasm") && loaded.push("client"));
  await visit(page, EDITION);
  await expect(page.locator("html[data-hydrated]")).toBeAttached({ timeout: 20_000 });
  expect(loaded[0]).toBe("document");
});

test("the WASM is fetched once", async ({ page }) => {
  const asked = record(page);
  await visit(page, EDITION);
  await hydrated(page);
  await quiet(page);
  expect(asked.wasm()).toEqual([...new Set(asked.wasm())]);
});

test("a page that the client goes on to has its style from the first frame", async ({ page }) => {
  const sheet = page.locator('head link[rel="stylesheet"][href*="guldkorn-town"]');
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/guldkorn-town*", async (route) => {
    await released;
    await route.fallback();
  });
  await visit(page, "/blogg");
  await expect(sheet).toHaveCount(0);
  // Not the pointer: a page that draws no frames does not see it move.
  await page.keyboard.press("Shift");
  await expect(sheet).toBeAttached();
  await quiet(page);
  await expect(page.locator("html[data-hydrated]")).toHaveCount(0);
  release();
  await hydrated(page);

  const asked = record(page);
  const firstHeight = page.evaluate(
    () =>
      new Promise((seen) => {
        const look = () => {
          const town = document.querySelector(".quarter");
          if (town) seen(town.getBoundingClientRect().height);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.locator(".brand").click();
  expect(await firstHeight).toBeGreaterThan(400);
  expect(asked.urls, "no new document").not.toContain("/");
});

test.describe("under Save-Data", () => {
  test.use({ extraHTTPHeaders: { "Save-Data": "on" } });

  test("the client is never loaded and doors open as pages", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Object.getPrototypeOf(navigator.connection), "saveData", { get: () => true });
    });
    const asked = record(page);
    await visit(page, EDITION);
    await page.keyboard.press("Shift");
    await quiet(page);
    await door(page, 7).click();
    await expect(page).toHaveURL(doorPath(7));
    await expect(page.locator("article.guldkorn")).toBeVisible();
    expect(asked.client()).toEqual([]);
  });
});

test("every kind of page hydrates without errors", async ({ page, site }) => {
  test.setTimeout(120_000);
  for (const { path, status } of (await sitePages(site)).filter(({ plain }) => !plain)) {
    await test.step(path, async () => {
      await visit(page, path, status);
      await hydrated(page);
    });
  }
});

test("links change the page without a new document, and Back returns", async ({ page }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await page.evaluate(() => (globalThis.stayed = true));
  const before = { h1: await page.locator("h1").textContent(), title: await page.title() };

  const blog = page.locator('header a[href="/blogg"]').first();
  if (!(await blog.isVisible())) await page.locator("header").getByText("Meny").click();
  await blog.click();
  await expect(page).toHaveURL("/blogg");
  await expect(page.locator("h1")).not.toHaveText(before.h1);
  await expect(page).not.toHaveTitle(before.title);
  await page.locator('main article[data-post] a[href^="/inlagg/"]').first().click();
  await expect(page).toHaveURL(/\/inlagg\//);
  await expect(page.locator("main article[data-post]").first()).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(EDITION);
  await expect(page.locator("h1")).toHaveText(before.h1);
  expect(await page.evaluate(() => globalThis.stayed)).toBe(true);
});

test("the admin is a chunk and a style sheet that public pages never fetch", async ({ page, site }) => {
  const asked = record(page);
  for (const path of ["/", EDITION, doorPath(7), "/blogg", "/roster", "/om"]) {
    await visit(page, path);
    await hydrated(page);
  }
  await quiet(page);
  const ofThePublic = new Set(asked.wasm());
  expect(ofThePublic.size).toBeGreaterThan(0);
  const ofTheStaff = () => asked.urls.filter((path) => /guldkorn-(admin|editor)/.test(path));
  expect(ofTheStaff()).toEqual([]);

  await logIn(page, await newAccount(site));
  await hydrated(page);
  await expect.poll(() => asked.wasm().filter((path) => !ofThePublic.has(path)).length).toBeGreaterThan(0);
  expect(ofTheStaff().filter((path) => path.endsWith(".css"))).not.toEqual([]);
});
