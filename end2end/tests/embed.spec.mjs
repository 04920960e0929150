// The calendar in a frame on another site, and on a screen on a wall.
import { createServer } from "node:http";
import { expectAccessible } from "../support/axe.mjs";
import { opensOnServer } from "../support/calendar.mjs";
import { expect, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const FRAME = "/kalender/2026/ram";
const WALL = "/kalender/2026/vagg";

/** The partner's page is another host, and a frame that it may not show is an error there. */
const ELSEWHERE = /foreign request: http:\/\/127\.0\.0\.1|frame-ancestors|ERR_BLOCKED_BY_RESPONSE/;

/** Serves a page of a partner on an origin of its own. */
async function partner(html) {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!DOCTYPE html><html lang="sv"><title>Kommunen</title><link rel="icon" href="data:,"><h1>Kommunen</h1>${html}`);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Names the sites that may show the calendar, as an admin does. */
async function allow(page, site, origins) {
  await logIn(page, await newAccount(site, { role: "admin" }));
  await visit(page, "/admin/installningar/delning");
  await page.getByLabel("De här får visa kalendern").fill(origins);
  await page.getByRole("button", { name: "Spara" }).first().click();
  await expect(page.locator(".notice").first()).toContainText("sparat");
  await page.context().clearCookies();
}

const frame = (page) => page.frameLocator("iframe");

test.describe("on another site", () => {
  test.use({ at: "2026-12-12T08:00", javaScriptEnabled: false, tolerate: ELSEWHERE });

  test("a site that is not named gets nothing", async ({ page, site }) => {
    const other = await partner(`<iframe src="${site.url}${FRAME}" title="Kalendern"></iframe>`);
    await page.goto(other.url);
    expect(page.frames()[1].url()).toMatch(/^chrome-error:/);
    other.close();
  });

  test("a site that is named shows it, without scripts, and no other page", async ({ page, site }) => {
    const other = await partner(`<iframe src="${site.url}${FRAME}" title="Kalendern" width="320" height="600"></iframe>`);
    await allow(page, site, other.url);
    await page.goto(other.url);
    await expect(frame(page).locator("a[data-door]")).toHaveCount(24);
    await expect(frame(page).locator(".eu")).toContainText("Medfinansieras av Europeiska unionen");
    expect(await page.context().cookies()).toEqual([]);
    other.close();
    const whole = await partner(`<iframe src="${site.url}/kalender/2026" title="Kalendern"></iframe>`);
    await page.goto(whole.url);
    expect(page.frames()[1].url()).toMatch(/^chrome-error:/);
    whole.close();
  });
});

test.describe("with scripts", () => {
  test.use({ at: "2026-12-12T08:00", tolerate: ELSEWHERE });

  test("it is styled in a sandbox, and speaks to WordPress", async ({ page, site }) => {
    const other = await partner(`<script>addEventListener("message", ({ data }) => (window.told ??= []).push(data))</script>
      <iframe src="${site.url}${FRAME}#?secret=abc" title="Kalendern" width="320" height="600" sandbox="allow-scripts"></iframe>`);
    await allow(page, site, other.url);
    await page.goto(other.url);
    await expect(frame(page).locator(".door").first()).toHaveCSS("position", "relative");
    const told = (message) => page.evaluate((name) => window.told?.find((one) => one.message === name), message);
    await expect.poll(() => told("height")).toMatchObject({ secret: "abc" });
    await frame(page).locator('a[data-door="12"]').click();
    await expect.poll(() => told("link")).toMatchObject({ secret: "abc", value: `${site.url}/kalender/2026/lucka/12` });
    other.close();
  });

  test("a door opens the site in a tab of its own, which knows nothing of the page it came from", async ({ page, site }) => {
    const other = await partner(`<iframe src="${site.url}${FRAME}" title="Kalendern" width="640" height="800"></iframe>`);
    await allow(page, site, other.url);
    await page.goto(other.url);
    const opened = page.context().waitForEvent("page");
    await frame(page).locator('a[data-door="12"]').click();
    const tab = await opened;
    await expect(tab).toHaveURL(`${site.url}/kalender/2026/lucka/12`);
    // The referrer is the frame itself, which is the site's own.
    expect(await tab.evaluate(() => [window.opener, document.referrer])).toEqual([null, site.url + FRAME]);
    other.close();
  });

  test("the copied code has a ratio that works by itself, and the frame scrolls", async ({ page, site }) => {
    const other = await partner("<main></main>");
    await allow(page, site, other.url);
    await logIn(page, await newAccount(site, { role: "editor" }));
    await visit(page, "/admin/kalendrar");
    await page.locator('main a[href^="/admin/kalendrar/"]', { hasText: "2026" }).first().click();
    const code = await page.locator("#kod").inputValue();
    await page.context().clearCookies();
    await page.setViewportSize({ width: 700, height: 900 });
    await page.goto(other.url);
    await page.locator("main").evaluate((main, html) => (main.innerHTML = html), code);
    await expect(frame(page).locator("a[data-door]")).toHaveCount(24);
    const { width, height } = await page.locator("iframe").boundingBox();
    expect(height).toBeGreaterThanOrEqual(width * 1.2);
    await expect(page.locator("main > p > a")).toHaveAttribute("href", `${site.url}/kalender/2026`);
    other.close();
  });

  for (const path of [FRAME, WALL])
    for (const colorScheme of ["light", "dark"])
      test(`${path} is accessible, ${colorScheme}, and fits a narrow screen`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 320, height: 640 });
        await visit(page, path);
        await expectAccessible(page, `${path} ${colorScheme}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        expect(await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length)).toBe(0);
      });
});

test.describe("on a wall, just before a door", () => {
  // The clock goes on while the server starts.
  test.use({ at: "2026-12-12T23:59:46", tolerate: /ERR_INTERNET_DISCONNECTED/ });

  test("it changes by itself, and keeps what it has when the server is gone", async ({ page }) => {
    await page.clock.install();
    await visit(page, WALL);
    await expect(page.locator("h1")).toContainText("Lördag 12 december");
    await expect(page.locator("h1")).toContainText("Söndag 13 december", { timeout: 30_000 });
    await expect(page.locator("[data-stale]")).toBeHidden();
    await page.context().setOffline(true);
    // It looks once a minute.
    await page.clock.fastForward("01:01");
    await expect(page.locator("[data-stale]")).toBeVisible();
    await expect(page.locator("[data-stale]")).toHaveText(/^Uppdaterades \d\d\.\d\d$/);
    await expect(page.locator("h1")).toContainText("Söndag 13 december");
  });
});

test.describe("on a wall that somebody pauses", () => {
  test.use({ at: "2026-12-12T23:59:42" });

  test("it keeps the text until it is told to go on, by key and by button, and moves by two pixels", async ({ page, site }) => {
    test.setTimeout(90_000);
    await visit(page, WALL);
    const button = page.getByRole("button");
    await expect(button).toHaveText("Pausa");
    await page.keyboard.press("Space");
    const told = page.locator("[data-told]");
    await expect(told).toHaveText(/^Pausad till \d\d\.\d\d\. Mellanslag fortsätter\.$/);
    await expect(told).toHaveRole("status");
    await expectAccessible(page, "paused");
    await opensOnServer(site, 13);
    await page.waitForResponse((response) => response.url().endsWith(WALL));
    await expect(page.locator("h1")).toContainText("Lördag 12 december");
    await button.press("Space");
    await expect(page.locator("h1")).toContainText("Söndag 13 december");
    await expect(told).toHaveText("Nya luckor visas igen.");
    await expect(button).toHaveText("Pausa");
    const { x, y } = await page.locator("main").boundingBox();
    for (const far of [x, y]) expect(Math.abs(far - 2)).toBe(2);
    for (const [width, height] of [[1280, 720], [320, 640]]) {
      await page.setViewportSize({ width, height });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    expect(await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length)).toBe(0);
  });
});

test.describe("on a wall without scripts", () => {
  // Another moment than above: tests of the same moment share a site, whose clock goes on.
  test.use({ at: "2026-12-12T23:59:44", javaScriptEnabled: false });

  test("the page is today's when it is loaded", async ({ page, site }) => {
    await visit(page, WALL);
    await expect(page.locator("h1")).toContainText("Lördag 12 december");
    await opensOnServer(site, 13);
    await page.reload();
    await expect(page.locator("h1")).toContainText("Söndag 13 december");
  });
});
