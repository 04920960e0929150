// The blog as a reader uses it: by list, month, tag and from post to post, with and without JavaScript.
import { aPost } from "../support/site-pages.mjs";
import { expect, hydrated, press, test, visit } from "../support/page.mjs";

const OLD = "/inlagg/fem-steg";
const NEW = "/inlagg/fem-steg-till-ett-jobb-som-haller";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const arrive = async (page, path) => {
      await visit(page, path);
      if (javaScriptEnabled) await hydrated(page);
    };

    test("the archive unfolds, and a month lists its posts newest first", async ({ page, hasTouch }) => {
      await arrive(page, "/blogg");
      const year = page.locator(".aside details", { hasText: "2025" });
      await expect(year).not.toHaveAttribute("open");
      await press(year.locator("summary"), hasTouch);
      await press(year.getByRole("link", { name: /^december/ }), hasTouch);
      await expect(page).toHaveURL("/blogg/2025/12");
      await expect(page.locator("h1")).toHaveText("December 2025");
      const doors = page.locator(".teaser .meta a");
      await expect(doors.first()).toHaveText("Lucka 24, Guldkornen i MIA 2025");
      await expect(doors).toHaveCount(10);
      await press(page.getByRole("link", { name: "Äldre inlägg" }), hasTouch);
      await expect(page).toHaveURL("/blogg/2025/12?sida=2");
      await expect(doors.first()).toHaveText("Lucka 14, Guldkornen i MIA 2025");
      await expect(page.locator("[aria-current=page]").last()).toHaveText(/2$/);
      await press(doors.first(), hasTouch);
      await expect(page).toHaveURL("/kalender/2025/lucka/14");
    });

    test("a tag lists as many posts as it says", async ({ page, hasTouch }) => {
      await arrive(page, "/blogg");
      const tag = page.locator(".aside").getByRole("link", { name: /^Klarspråk/ });
      const count = Number((await tag.textContent()).match(/\d+/)[0]);
      await press(tag, hasTouch);
      await expect(page.locator("h1")).toHaveText("Klarspråk");
      await expect(page.locator(".teaser")).toHaveCount(count);
      await expect(page).toHaveTitle(/^Etikett: Klarspråk/);
    });

    test("a post links to its tags, to related posts and to its neighbours", async ({ page, hasTouch }) => {
      await arrive(page, NEW);
      await expect(page.locator(".post .meta")).toContainText(/5.mars.2024/);
      await expect(page.locator(".post .meta")).toContainText(/Tar (en|\d+).minut(er)? att läsa/);
      await expect(page.locator(".post figcaption").first()).toBeVisible();
      const heading = await page.locator("h1").textContent();
      for (const way of [".related a", ".beside [rel=prev]", ".beside [rel=next]"]) {
        await press(page.locator(way).first(), hasTouch);
        await expect(page.locator("h1")).not.toHaveText(heading);
        await expect(page.locator("article.post")).toBeVisible();
        await page.goBack();
        await expect(page.locator("h1")).toHaveText(heading);
      }
      await press(page.locator(".post .tags a").first(), hasTouch);
      await expect(page).toHaveURL(/\/etikett\//);
    });

    test("an old URL redirects to the new one", async ({ page }) => {
      await page.goto(OLD);
      await expect(page).toHaveURL(NEW);
    });

    test("every link to a post has a name of its own", async ({ page }) => {
      await arrive(page, "/blogg");
      const names = await page.locator(".teaser .more a").allTextContents();
      expect(new Set(names).size).toBe(names.length);
      expect(names.every((name) => /^Läs hela inlägget: \S/.test(name.replace(/\s+/g, " ")))).toBe(true);
    });

    test("two voices are at the foot, and never those of the page itself", async ({ page }) => {
      await arrive(page, "/blogg");
      const foot = page.locator("aside.voices");
      await expect(foot.getByRole("link", { name: /^Läs mer: / })).toHaveCount(2);
      await arrive(page, "/roster");
      await expect(foot).toBeHidden();
    });
  });
}

test("the next page of a list starts at the top", async ({ page }) => {
  await visit(page, "/blogg");
  await hydrated(page);
  await page.getByRole("link", { name: "Äldre inlägg" }).click();
  await expect(page).toHaveURL("/blogg?sida=2");
  await expect(page.locator("main")).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("the client follows a redirect of an old URL, too", async ({ page, site }) => {
  await visit(page, await aPost(site));
  await hydrated(page);
  await page.evaluate((old) => {
    globalThis.stayed = true;
    const link = Object.assign(document.createElement("a"), { href: old, textContent: "Gammal länk" });
    document.querySelector("main h1").after(link);
  }, OLD);
  await page.getByText("Gammal länk").click();
  await expect(page).toHaveURL(NEW);
  await expect(page.locator("h1")).toHaveText("Fem steg till ett jobb som håller");
  expect(await page.evaluate(() => globalThis.stayed)).toBe(true);
});
