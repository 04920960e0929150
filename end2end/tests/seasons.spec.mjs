// The same site at other times of the year.
import { EDITION, doorPath, expectOpenTo, guldkorn } from "../support/calendar.mjs";
import { expect, test, visit } from "../support/page.mjs";

test.describe("six days before the first door", () => {
  test.use({ at: "2026-11-25T08:00" });

  test("every door is dark and the days are counted", async ({ page }) => {
    await visit(page, EDITION);
    await expectOpenTo(page, 0);
    await expect(page.locator("main")).toContainText(/öppnas\stisdag\s1\sdecember/);
    await visit(page, doorPath(1), 403);
    await expect(page.locator("main")).toContainText(/Sex\sdagar\skvar/);
    await visit(page, "/");
    await expect(page.locator("main")).toContainText(/Sex\sdagar\skvar/);
  });

  test("/kalender redirects to the next edition", async ({ page }) => {
    await visit(page, "/kalender");
    await expect(page).toHaveURL(EDITION);
  });
});

test.describe("one minute before the first door", () => {
  test.use({ at: "2026-11-30T23:58" });

  test("no door is open yet", async ({ page }) => {
    await visit(page, EDITION);
    await expectOpenTo(page, 0);
  });
});

test.describe("on the 24th", () => {
  test.use({ at: "2026-12-24T00:00:01" });

  test("every window is lit", async ({ page }) => {
    await visit(page, EDITION);
    await expectOpenTo(page, 24);
    await visit(page, doorPath(24));
    await expect(guldkorn(page)).toHaveCount(1);
  });
});

test.describe("after the season", () => {
  test.use({ at: "2027-01-10T08:00" });

  test("all doors stay open and none is today's", async ({ page }) => {
    await visit(page, EDITION);
    await expectOpenTo(page, 24, { today: false });
  });
});

test.describe("off season", () => {
  test.use({ at: "2026-06-01T08:00" });

  test("the start page links to the last edition and announces the next", async ({ page }) => {
    await visit(page, "/");
    await expect(page.locator('main a[href^="/kalender/2025"]').first()).toBeVisible();
    await expect(page.locator("main")).toContainText(/\d+\sdagar/);
    await expect(page.locator('a[data-door][href^="/kalender/2026"]:not([data-state="locked"])')).toHaveCount(0);
  });

  test("the last edition is an archive", async ({ page }) => {
    await visit(page, "/kalender/2025");
    await expect(page.locator('a[data-door][data-state="open"]')).toHaveCount(24);
  });
});

test.describe("in season", () => {
  test("the start page shows the scene", async ({ page }) => {
    await visit(page, "/");
    await expectOpenTo(page, 7);
  });

  test("a URL with a trailing slash redirects to the one without", async ({ request, baseURL }) => {
    const answer = await request.get(`${baseURL}${EDITION}/`, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers().location).toBe(EDITION);
  });
});
