// The quick exit: on sensitive texts, and nowhere else.
import { EDITION, card, door, doorPath } from "../support/calendar.mjs";
import { withNeutralSite } from "../support/neutral-site.mjs";
import { expect, hydrated, press, test as base, visit } from "../support/page.mjs";

const SENSITIVE_DOOR = 9;
const SENSITIVE_POST = "/inlagg/sju-fragor-till-alla";
const SENSITIVE = [doorPath(SENSITIVE_DOOR), SENSITIVE_POST, "/saker-surf"];
const NOT_SENSITIVE = ["/", EDITION, doorPath(7), "/blogg", "/om"];

const test = base.extend({
  at: ["2026-12-24T08:00", { option: true }],
  tolerate: [/foreign request: http:\/\/localhost/, { option: true }],
  site: async ({ sites, at }, use) => {
    const site = await withNeutralSite(await sites(at));
    await use(site);
    site.close();
  },
});

const wayOut = (page) => page.locator(".leave a:visible");
const announcement = (page) => page.locator(".leave:visible [role=status]");
const shift = async (page, times) => {
  for (let n = 0; n < times; n++) await page.keyboard.press("Shift");
};

/** What the page shows once its body is gone, while the other site is still loading. */
async function whenBlank(page) {
  const seen = new Promise((tell) => page.exposeFunction("tellBlank", tell));
  await page.waitForFunction(() => globalThis.tellBlank, null, { polling: 50 });
  await page.evaluate(() => {
    const look = () => {
      const alerts = [...document.body.children];
      globalThis.tellBlank({
        read: alerts.map((alert) => (alert.getAttribute("role") === "alert" ? alert.textContent : alert.outerHTML)),
        isUnseen: alerts.every((alert) => getComputedStyle(alert).clipPath !== "none" && alert.clientWidth <= 1),
        address: location.pathname,
      });
    };
    new MutationObserver(() => setTimeout(look, 200)).observe(document.documentElement, { childList: true });
  });
  return () => seen;
}

for (const path of SENSITIVE) {
  test(`${path}: one press, and nothing of the page is left`, async ({ page, site, hasTouch }) => {
    await visit(page, "/om");
    await visit(page, path);
    await page.evaluate(() => localStorage.setItem("guldkorn-luckor", "2026:1"));
    const before = await page.evaluate(() => history.length);
    site.slow = 1_500;
    const blank = await whenBlank(page);
    await press(wayOut(page), hasTouch);
    expect(await blank()).toEqual({ read: ["Lämnar sidan …"], isUnseen: true, address: path });
    await expect(page).toHaveURL(site.neutral, { timeout: 10_000 });
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(site.visitors[0].referer).toBeUndefined();
    await page.goBack();
    await expect(page).toHaveURL("/om");
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
  });
}

test("the quick exit is the first link after the skip link", async ({ page, site }) => {
  await visit(page, SENSITIVE_POST);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(wayOut(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(site.neutral);
});

test("Shift three times leaves, also while typing, and the count is announced", async ({ page, site }) => {
  await visit(page, SENSITIVE_POST);
  await page.evaluate(() => {
    const field = document.createElement("input");
    document.querySelector("main").append(field);
    field.addEventListener("keydown", (event) => event.stopPropagation());
    field.focus();
  });
  await shift(page, 1);
  await expect(announcement(page)).toHaveText("Tryck på Skift (⇧) två gånger till för att lämna sidan.");
  await shift(page, 1);
  await expect(announcement(page)).toHaveText("Tryck på Skift (⇧) en gång till för att lämna sidan.");
  await expect(announcement(page)).toBeInViewport();
  await shift(page, 1);
  await expect(page).toHaveURL(site.neutral);
});

test("capitals, Shift+Tab and slow presses do not leave", async ({ page }) => {
  await visit(page, SENSITIVE_POST);
  for (const keys of ["Shift+A", "Shift+Tab", "Control+Shift", "Shift+B"]) await page.keyboard.press(keys);
  await expect(announcement(page)).toHaveText("");
  await shift(page, 2);
  await page.keyboard.press("a");
  await expect(announcement(page)).toHaveText("");
  await shift(page, 2);
  await page.waitForTimeout(5_200);
  await expect(announcement(page)).toHaveText("");
  await shift(page, 1);
  await page.waitForTimeout(500);
  await expect(page).toHaveURL(SENSITIVE_POST);
});

test("on other pages there is no quick exit and Shift does nothing", async ({ page }) => {
  for (const path of NOT_SENSITIVE) {
    await visit(page, path);
    await expect(wayOut(page)).toHaveCount(0);
    await shift(page, 3);
    await page.waitForTimeout(300);
    await expect(page).toHaveURL(path);
  }
});

test("a card over the scene has its own, which closes with the card", async ({ page, site, hasTouch }) => {
  await visit(page, EDITION);
  await hydrated(page);
  await press(door(page, SENSITIVE_DOOR), hasTouch);
  await expect(card(page)).toBeVisible();
  const [exit, dialog] = [await wayOut(page).last().boundingBox(), await card(page).boundingBox()];
  expect(exit.y, "below the card, not on it").toBeGreaterThanOrEqual(dialog.y + dialog.height);
  await shift(page, 1);
  await expect(card(page).locator(".leave [role=status]")).toHaveText(/två gånger till/);
  await page.keyboard.press("Escape");
  await expect(wayOut(page)).toHaveCount(0);

  await press(door(page, SENSITIVE_DOOR), hasTouch);
  await expect(card(page)).toBeVisible();
  await press(card(page).locator(".leave a"), hasTouch);
  await expect(page).toHaveURL(site.neutral);
  await page.goBack();
  await expect(page).toHaveURL(EDITION);
});

test("it works after the client has changed the page", async ({ page, site, hasTouch }) => {
  await visit(page, doorPath(SENSITIVE_DOOR));
  const slug = await page.locator("main [data-post]").getAttribute("data-post");
  await visit(page, `/inlagg/${slug}`);
  await hydrated(page);
  await page.evaluate(() => (globalThis.stayed = true));
  await press(page.locator("main article.post .meta a").first(), hasTouch);
  await expect(page).toHaveURL(doorPath(SENSITIVE_DOOR));
  await expect(page.locator("main article.guldkorn")).toBeVisible();
  expect(await page.evaluate(() => globalThis.stayed)).toBe(true);
  await shift(page, 3);
  await expect(page).toHaveURL(site.neutral);
});

for (const [width, height] of [[320, 256], [390, 844], [1280, 900]]) {
  test(`at ${width} × ${height} it covers nothing that has the focus`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await visit(page, doorPath(SENSITIVE_DOOR));
    const hidden = [];
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press("Tab");
      const covered = await page.evaluate(() => {
        const [element, exit] = [document.activeElement, document.querySelector(".head .leave a")];
        if (element === document.body) return null;
        const box = exit.getBoundingClientRect();
        const under = [...element.getClientRects()].filter(
          (one) => one.right > box.left && one.left < box.right && one.bottom > box.top && one.top < box.bottom,
        );
        return element !== exit && under.length > 0 && element.outerHTML;
      });
      if (covered === null) break;
      if (covered) hidden.push(covered);
    }
    expect(hidden).toEqual([]);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the link leaves the site", async ({ page, site, hasTouch }) => {
    for (const path of SENSITIVE) {
      await visit(page, path);
      await expect(wayOut(page)).toHaveCount(1);
      await press(wayOut(page), hasTouch);
      await expect(page).toHaveURL(site.neutral);
    }
    expect(site.visitors.every(({ referer }) => referer === undefined)).toBe(true);
  });
});
