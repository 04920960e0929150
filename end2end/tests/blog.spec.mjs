// The blog as a reader uses it: by list, month, tag and from post to post, with and without JavaScript.
import { aPost } from "../support/site-pages.mjs";
import { expect, hydrated, press, test, visit } from "../support/page.mjs";

const OLD = "/inlagg/fem-steg";
const NEW = "/inlagg/fem-steg-till-ett-jobb-som-haller";
const LONG = "/inlagg/arbetstraning-ar-ingen-vantsal";

/** Unfolds a part of a page where a narrow window folds it. */
async function unfold(page, name, hasTouch) {
  const button = page.locator("summary", { hasText: name });
  if (await button.isVisible()) await press(button, hasTouch);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const arrive = async (page, path) => {
      await visit(page, path);
      if (javaScriptEnabled) await hydrated(page);
    };

    test("the archive unfolds, and a month lists its posts newest first", async ({ page, hasTouch }) => {
      await arrive(page, "/blogg");
      await unfold(page, "Arkiv", hasTouch);
      const year = page.locator(".aside .year", { hasText: "2025" });
      await expect(year).not.toHaveAttribute("open");
      await press(year.locator("summary"), hasTouch);
      await press(year.getByRole("link", { name: /^December/ }), hasTouch);
      await expect(page).toHaveURL("/blogg/2025/12");
      await expect(page.locator("h1")).toHaveText("December 2025");
      const doors = page.locator(".teaser .meta");
      await expect(doors.first()).toHaveText(/^24.december 2025 · Lucka 24$/);
      await expect(doors).toHaveCount(10);
      await press(page.getByRole("link", { name: "Äldre inlägg" }), hasTouch);
      await expect(page).toHaveURL("/blogg/2025/12?sida=2");
      await expect(doors.first()).toHaveText(/Lucka 14$/);
      await expect(page.locator("[aria-current=page]").last()).toHaveText(/2$/);
      await press(page.locator(".teaser h2 a").first(), hasTouch);
      await press(page.locator(".about-text .meta a"), hasTouch);
      await expect(page).toHaveURL("/kalender/2025/lucka/14");
    });

    test("a tag lists as many posts as it says", async ({ page, hasTouch }) => {
      await arrive(page, "/blogg");
      await unfold(page, "Etiketter", hasTouch);
      const tag = page.locator(".aside").getByRole("link", { name: /^Klarspråk/ });
      const count = Number((await tag.textContent()).match(/\d+/)[0]);
      await press(tag, hasTouch);
      await expect(page.locator("h1")).toHaveText("Klarspråk");
      await expect(page.locator(".teaser")).toHaveCount(count);
      await expect(page).toHaveTitle(/^Etikett: Klarspråk/);
    });

    test("a post links to its tags, to related posts and to its neighbours", async ({ page, hasTouch }) => {
      await arrive(page, NEW);
      await expect(page.locator(".about-text .meta")).toContainText(/5.mars.2024/);
      await expect(page.locator(".about-text .meta")).toContainText(/Tar (en|\d+).minut(er)? att läsa/);
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

    test("a post in a list is one link, wherever it is pressed, beside its tags", async ({ page, hasTouch }) => {
      await arrive(page, "/blogg");
      const teaser = page.locator(".teaser").first();
      const title = teaser.getByRole("link", { name: await teaser.locator("h2").textContent(), exact: true });
      await expect(teaser.locator("a:not(.tags a)")).toHaveCount(1);
      const tag = teaser.locator(".tags a").first();
      const [post, subject] = [await title.getAttribute("href"), await tag.getAttribute("href")];
      const { x, y, width, height } = await teaser.locator(".face").boundingBox();
      await page.mouse.click(x + width / 2, y + height / 2);
      await expect(page).toHaveURL(post);
      await page.goBack();
      await press(tag, hasTouch);
      await expect(page).toHaveURL(subject);
    });

    test("a narrow window folds archive, tags and contents, a wide one shows them", async ({ page, hasTouch }) => {
      await arrive(page, LONG);
      const parts = [[".contents", "På den här sidan"], [".aside", "Arkiv"], [".aside", "Etiketter"]];
      for (const [within, name] of parts) {
        const content = page.locator(`${within} .fold:has(> summary:text-is("${name}")) > :not(summary)`).first();
        const heading = page.locator(within).getByRole("heading", { name, exact: true });
        if (hasTouch) {
          await expect(heading).toBeHidden();
          await expect(content).toBeHidden();
          await unfold(page, name, hasTouch);
        } else {
          await expect(heading).toBeVisible();
          await expect(page.locator("summary", { hasText: name })).toBeHidden();
        }
        await expect(content).toBeVisible();
      }
      await press(page.locator(".contents a").last(), hasTouch);
      await expect(page.locator(".prose h2").last()).toBeInViewport();
    });

    test("the article is most of the page", async ({ page, hasTouch }) => {
      await arrive(page, LONG);
      const [article, aside] = await page
        .locator(".post, .aside")
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().height));
      expect(aside).toBeLessThan(hasTouch ? article / 5 : article);
    });

    test("two voices are at the foot, and never those of the page itself", async ({ page }) => {
      await arrive(page, "/blogg");
      const foot = page.locator("aside.voices");
      await expect(foot.getByRole("link", { name: /^Läs mer: / })).toHaveCount(2);
      await expect(foot.locator(".window")).toHaveCount(2);
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

test.describe("at 1280 px", () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test("every teaser has a face, and all of a list are as wide", async ({ page }) => {
    for (const path of ["/", "/blogg", "/blogg/2025/12", "/etikett/mod"]) {
      await visit(page, path);
      const faces = await page.locator(".teaser").evaluateAll((teasers) =>
        teasers.map((teaser) => {
          const { width, height } = teaser.querySelector(".face").getBoundingClientRect();
          return { width, height };
        }),
      );
      expect(faces.every(({ width, height }) => width > 100 && height > 60), path).toBe(true);
      if (path !== "/") expect(new Set(faces.map(({ width }) => Math.round(width))).size, path).toBe(1);
    }
  });

  test("the first voice is the largest, and no two have the same window", async ({ page }) => {
    for (const [path, list] of [["/blogg", "aside.voices"], ["/roster", ".voices-list"]]) {
      await visit(page, path);
      const windows = await page
        .locator(`${list} .window`)
        .evaluateAll((all) => all.map((one) => ({ src: one.src, width: one.getBoundingClientRect().width })));
      expect(new Set(windows.map(({ src }) => src)).size, path).toBe(windows.length);
      expect(windows[0].width, path).toBeGreaterThan(windows[1].width * 1.5);
    }
  });

  test("between a text and what stands beside it there is no gap", async ({ page }) => {
    await visit(page, LONG);
    const gap = await page.evaluate(() => {
      const [text, aside] = [".post .prose", ".aside"].map((what) => document.querySelector(what).getBoundingClientRect());
      return aside.left - text.right;
    });
    expect(gap).toBeLessThan(80);
    const picture = await page.locator(".lead img").boundingBox();
    expect(picture.width, "the lead picture uses the width").toBeGreaterThan(760);
  });
});
