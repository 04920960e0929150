// A client that fails leaves the page to the browser: links, forms, doors and Back work as without it.
import { sitePages } from "../support/site-pages.mjs";
import { EDITION, card, door, doorPath } from "../support/calendar.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { LOG_IN, fillIn, newAccount } from "../support/staff.mjs";
import { headingAt, linkTo, preventedClicks } from "../support/links.mjs";

test.describe.configure({ mode: "parallel" });

test.describe("a client that fails", () => {
  test.use({ tolerate: /unreachable/ });

  /** Fails as a panic does: WebAssembly meets `unreachable`. */
  const fail = (page) =>
    page.evaluate(() => {
      const bytes = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
      setTimeout(async () => (await WebAssembly.instantiate(bytes)).instance.exports.f());
    });
  const failed = (page) => expect(page.locator("html[data-hydrated]")).toHaveCount(0);

  test("leaves links, forms, doors and Back to the browser", async ({ page }) => {
    await visit(page, "/");
    const heading = await headingAt(page, "/");
    await hydrated(page);
    await linkTo(page, EDITION).click();
    await expect(page).toHaveURL(EDITION);
    await page.locator("h1").click();
    await fail(page);
    await failed(page);
    expect(await preventedClicks(page)).toEqual([]);
    await page.evaluate(() => history.back());
    await expect(page).toHaveURL("/");
    await expect(page.locator("h1")).toHaveText(heading);
    await hydrated(page);
    await page.goForward();
    await expect(page).toHaveURL(EDITION);
    await hydrated(page);
    await page.locator("h1").click();
    await fail(page);
    await failed(page);
    await door(page, 7).click();
    await expect(page).toHaveURL(doorPath(7));
    await expect(card(page)).toHaveCount(0);
    await expect(page.locator("article.guldkorn")).toBeVisible();
    await hydrated(page);
  });

  test("follows the link at which it failed", async ({ page }) => {
    await visit(page, "/blogg");
    await hydrated(page);
    const heading = await headingAt(page, "/om");
    await page.route("**/api/**", () => {}); // never answers
    await linkTo(page, "/om").click();
    // The page may be gone before it has answered.
    await fail(page).catch(() => {});
    await expect(page).toHaveURL("/om");
    await expect(page.locator("h1")).toHaveText(heading);
  });

  test("lets staff log in and save", async ({ page, site }) => {
    await visit(page, LOG_IN);
    await hydrated(page);
    await fail(page);
    await failed(page);
    await fillIn(page, await newAccount(site));
    await expect(page).toHaveURL("/admin");
  });

  test("lets a sensitive page be left at once", async ({ page, site }) => {
    const { path } = (await sitePages(site)).find(({ kind }) => kind === "sensitive door");
    await visit(page, path);
    await hydrated(page);
    await fail(page);
    await failed(page);
    const exit = await page.locator(".leave a:visible").getAttribute("href");
    await page.route(exit, (route) => route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" }));
    const before = await page.evaluate(() => history.length);
    await page.locator(".leave a:visible").click();
    await expect(page).toHaveTitle("Elsewhere");
    expect(await page.evaluate(() => history.length)).toBe(before);
  });
});

test.describe("a client that breaks while it starts", () => {
  test.use({ tolerate: /unreachable/ });

  test("leaves the page as it was", async ({ page, site }) => {
    // Another page's content under this one's address: what the client expects is not there.
    const other = await (await fetch(site.url)).text();
    await page.route("**" + LOG_IN, (route) => route.fulfill({ contentType: "text/html", body: other.replaceAll(/nonce="[^"]*"/g, "") }));
    const broken = page.waitForEvent("pageerror");
    await visit(page, LOG_IN);
    // Not the pointer: a page that draws no frames does not see it move.
    await page.keyboard.press("Shift");
    await broken;
    expect(await preventedClicks(page)).toEqual([]);
    await linkTo(page, "/om").click();
    await expect(page).toHaveURL("/om");
    await hydrated(page);
  });
});
