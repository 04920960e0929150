// A page that is open while a door opens. The server's clock decides; the page asks it.
import { EDITION, card, door, expectCard, expectOpenTo, opensOnServer } from "../support/calendar.mjs";
import { expect, hydrated, testOnOwnSite as test, visit } from "../support/page.mjs";

const WITHIN_MS = 2_000;
const TODAY = ['a[data-door="8"]', "data-state", "today"];
const LAST_LIGHT = [".town", "data-light", "finale"];

async function standOpen(page) {
  await visit(page, EDITION);
  await hydrated(page);
  await expectOpenTo(page, 7);
  await note(page, TODAY);
  await page.evaluate(() => (globalThis.stayed = true));
}

/** Lets the page itself note when an attribute gets a value: on a busy machine nobody else looks often enough. */
const note = (page, change) =>
  page.evaluate(([selector, name, value]) => {
    const look = () => {
      const isThere = document.querySelector(selector)?.getAttribute(name) === value;
      // By a clock that no test moves.
      if (isThere) globalThis.changedAt ??= performance.timeOrigin + performance.now();
    };
    new MutationObserver(look).observe(document, { subtree: true, attributeFilter: [name] });
  }, change);

/** Expects a change that is noted, within two seconds from now. */
async function expectSoon(page, [selector, name, value]) {
  const from = Date.now();
  await expect(page.locator(selector)).toHaveAttribute(name, value, { timeout: 10_000 });
  expect((await page.evaluate(() => globalThis.changedAt)) - from).toBeLessThanOrEqual(WITHIN_MS);
}

const lit = (page) => expectSoon(page, TODAY);
const dark = (page) => expect(door(page, 8)).toHaveAttribute("data-state", "locked");

test.describe("over midnight before the last day", () => {
  test.use({ at: "2026-12-23T23:59:45" });

  test("the town gets its last light, and the page the words of the day", async ({ page, site }) => {
    await visit(page, "/");
    await hydrated(page);
    const town = page.locator(".town");
    await expect(town).toHaveAttribute("data-light", "during");
    await expect(page.locator(".quarter-picture")).toHaveAttribute("src", /#d23$/);
    await note(page, LAST_LIGHT);
    await opensOnServer(site, 24);
    await expectSoon(page, LAST_LIGHT);
    await expect(page.locator(".quarter-picture")).toHaveAttribute("src", /#final$/);
    await expect(page.locator(".now .display")).toContainText(/Torsdag\s24\sdecember/);
    await expect(page.getByRole("link", { name: "Öppna lucka 24" })).toBeVisible();
  });
});

test.describe("over midnight", () => {
  test.use({ at: "2026-12-07T23:59:45" });

  test("the new door lights up within two seconds, without reload, and opens", async ({ page, site }) => {
    await standOpen(page);
    await opensOnServer(site, 8);
    await lit(page);
    await expect(door(page, 7)).toHaveAttribute("data-state", "open");
    await expect(door(page, 9)).toHaveAttribute("data-state", "locked");
    await expect(door(page, 8)).toHaveAccessibleName("Lucka 8, dagens lucka, öppen");
    await door(page, 8).click();
    await expectCard(page, 8);
    expect(await page.evaluate(() => globalThis.stayed)).toBe(true);
  });

  test.describe("when the network is lost", () => {
    test.use({ tolerate: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ });

    test("the door lights up after it is back", async ({ page, site, context }) => {
      await standOpen(page);
      await context.setOffline(true);
      await opensOnServer(site, 8);
      await page.waitForTimeout(3_000);
      await dark(page);
      await context.setOffline(false);
      await expect(door(page, 8)).toHaveAttribute("data-state", "today", { timeout: 10_000 });
      expect(await page.evaluate(() => globalThis.stayed)).toBe(true);
    });
  });

  test("a laptop that slept through it lights the door up when it wakes", async ({ page, site, context }) => {
    await standOpen(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
    await opensOnServer(site, 8);
    await new Promise((later) => setTimeout(later, 3_000));
    await devtools.send("Page.setWebLifecycleState", { state: "active" });
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await lit(page);
    expect(await page.evaluate(() => globalThis.stayed)).toBe(true);
  });

  test("a client whose clock is an hour slow still shows it in time", async ({ page, site }) => {
    await page.addInitScript(shiftClock, -3_600_000);
    await standOpen(page);
    await opensOnServer(site, 8);
    await lit(page);
  });
});

test("a client whose clock is a year ahead opens nothing early", async ({ page }) => {
  await page.addInitScript(shiftClock, 365 * 86_400_000);
  await standOpen(page);
  await page.waitForTimeout(3_000);
  await expectOpenTo(page, 7);
});

test("with reduced motion a door opens at once", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await standOpen(page);
  await door(page, 7).click();
  await expect(card(page)).toBeVisible();
  const moving = await page.evaluate(() =>
    document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 20).length,
  );
  expect(moving).toBe(0);
});

/** Runs in the page: moves its clock by a number of milliseconds. */
function shiftClock(by) {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      if (parts.length) super(...parts);
      else super(RealDate.now() + by);
    }
    static now() {
      return RealDate.now() + by;
    }
  };
}
