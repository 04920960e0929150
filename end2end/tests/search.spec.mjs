// Search: a form without JavaScript, live results with it.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, press, test, visit } from "../support/page.mjs";

const box = (page) => page.getByRole("searchbox", { name: "Vad letar du efter?" });
const hits = (page) => page.locator(".hits h3 a");
const status = (page) => page.locator("main [role=status]");
const words = (page) => new URL(page.url()).searchParams.get("q");

/** Records the page's search requests. */
function questions(page) {
  const asked = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/api/site/read") asked.push(url.searchParams.get("address"));
  });
  return asked;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("from the header of any page to a hit", async ({ page, hasTouch }) => {
    await visit(page, "/blogg");
    await press(page.locator("header").getByRole("link", { name: "Sök" }), hasTouch);
    await expect(page).toHaveURL("/sok");
    await box(page).fill("mod");
    await box(page).press("Enter");
    await expect(page).toHaveURL("/sok?q=mod");
    await expect(box(page)).toHaveValue("mod");
    await expect(page.locator("main h2").first()).toHaveText(/^\d+ träff(ar)? för mod$/);
    await expect(page.locator(".hits mark").first()).toHaveText(/mod/i);
    const title = await hits(page).first().textContent();
    await press(hits(page).first(), hasTouch);
    await expect(page.locator("h1")).toHaveText(title);
  });

  test("a search without hits offers other links", async ({ page }) => {
    await visit(page, "/sok?q=xyzzyxyzzy");
    await expect(page.locator("main")).toContainText("Kontrollera stavningen.");
    await expect(page.locator("main .tags a").first()).toHaveAttribute("href", /^\/etikett\//);
    await expect(page.locator('main a[href="/blogg"]')).toBeVisible();
  });

  test("a misspelt word of a title is corrected, and the correction can be overruled", async ({ page }) => {
    await visit(page, "/sok?q=arbetstranig");
    await expect(page.locator(".notice")).toContainText("Visar träffar för arbetsträning.");
    await expect(hits(page)).not.toHaveCount(0);
    await page.getByRole("link", { name: "Sök på exakt det du skrev" }).click();
    await expect(box(page)).toHaveValue('"arbetstranig"');
    await expect(hits(page)).toHaveCount(0);
  });
});

test("results follow the typing, once per pause, without a history entry", async ({ page }) => {
  await page.clock.install();
  await visit(page, "/sok");
  await hydrated(page);
  const asked = questions(page);
  const steps = await page.evaluate(() => history.length);
  // The page's clock stands while somebody types: on a slow machine the time between two keys would be a pause.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 60_000);
  await box(page).pressSequentially("guldkorn");
  await page.clock.resume();
  await expect(hits(page)).not.toHaveCount(0);
  await expect(status(page)).toHaveText(/^\d+ träff(ar)?/);
  expect(words(page)).toBe("guldkorn");
  expect(asked).toEqual(["/sok?q=guldkorn"]);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue("guldkorn");
  await box(page).pressSequentially("xyz");
  await expect(status(page)).toHaveText("Inga träffar");
  await expect(page).toHaveTitle(/^Sök – /);
});

test("an older response never overwrites a newer one", async ({ page }) => {
  await visit(page, "/sok");
  await hydrated(page);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const isSlow = (url) => new URL(url).searchParams.get("address") === "/sok?q=xyzzy";
  await page.route(isSlow, async (route) => {
    await held;
    await route.continue();
  });
  const slow = page.waitForRequest((request) => isSlow(request.url()));
  const late = page.waitForResponse((response) => isSlow(response.url()));
  await box(page).fill("xyzzy");
  await slow;
  await box(page).fill("mod");
  await expect.poll(() => words(page)).toBe("mod");
  await expect(hits(page)).not.toHaveCount(0);
  release();
  await (await late).finished();
  // Long enough for the page to show it.
  await page.waitForTimeout(600);
  await expect(page.locator("main h2").first()).toHaveText(/ för mod$/);
  await expect(status(page)).toHaveText(/träffar/);
  expect(words(page)).toBe("mod");
});

test("by keyboard: down to the hits, up again, Escape clears the field", async ({ page }) => {
  await visit(page, "/sok?q=mod");
  await hydrated(page);
  await box(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(hits(page).nth(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(hits(page).nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(box(page)).toHaveValue("");
  await expect(page).toHaveURL("/sok");
  await expect(hits(page)).toHaveCount(0);
  await expect(box(page)).toBeFocused();
  await box(page).fill("mod");
  await expect(hits(page)).not.toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(hits(page).nth(0)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/\/sok/);
  await expect(page.locator("main h1")).toBeVisible();
});

test("Enter does not wait for the pause", async ({ page }) => {
  await visit(page, "/sok");
  await hydrated(page);
  await box(page).fill("mod");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/sok?q=mod");
  await expect(hits(page)).not.toHaveCount(0);
  await expect(box(page)).toHaveValue("mod");
});

test("links and Back restore the words in the form", async ({ page, hasTouch }) => {
  await visit(page, "/sok?q=arbetstranig");
  await hydrated(page);
  await press(page.getByRole("link", { name: "Sök på exakt det du skrev" }), hasTouch);
  await expect(box(page)).toHaveValue('"arbetstranig"');
  await page.goBack();
  await expect(box(page)).toHaveValue("arbetstranig");
  await expect(page.locator(".notice")).toContainText("Visar träffar för arbetsträning.");
});

test("what is typed is not read as markup", async ({ page }) => {
  await visit(page, "/sok");
  await hydrated(page);
  const asked = questions(page);
  for (const typed of ['100% "<b>', "a&sida=2#x", "%41+%", "å ä ö", "NEAR(* OR", "🙂"]) {
    await box(page).fill(typed);
    await expect.poll(() => words(page)).toBe(typed);
    await expect.poll(() => new URLSearchParams(asked.at(-1)?.split("?")[1]).get("q")).toBe(typed);
    await expect(box(page)).toHaveValue(typed);
  }
  await expect(page.locator("main b b")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds no violations", async ({ page }) => {
      for (const path of ["/sok", "/sok?q=mod", "/sok?q=arbetstranig", "/sok?q=xyzzyxyzzy"]) {
        await visit(page, path);
        await expectAccessible(page, path);
      }
    });
  });
}

for (const width of [320, 390, 768, 900, 1280]) {
  test(`at ${width} px the head and the results fit`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ["/sok?q=mod", `/sok?q=${"w".repeat(180)}`, "/"]) {
      await visit(page, path);
      const scroll = await page.evaluate(() => document.scrollingElement.scrollWidth);
      expect(scroll, path).toBeLessThanOrEqual(width);
      const link = await page.locator("header .find").boundingBox();
      expect(Math.min(link.width, link.height), path).toBeGreaterThanOrEqual(43.9);
    }
  });
}
