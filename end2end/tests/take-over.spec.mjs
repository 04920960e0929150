// The client takes over a page only when it can, and whatever happens to the page, its links and forms work.
import { sitePages } from "../support/site-pages.mjs";
import { EDITION, card, door, doorPath } from "../support/calendar.mjs";
import { begin, flash, whileActing } from "../support/editor.mjs";
import { FOREIGN, IN_THE_BROWSER, ON_THE_WAY, holdClient, rewriteOnTheWay } from "../support/foreign-nodes.mjs";
import { expect, hydrated, record, test, visit } from "../support/page.mjs";
import { LOG_IN, fillIn, logIn, newAccount } from "../support/staff.mjs";
import { headingAt, linkTo, expectPageAt, preventedClicks } from "../support/links.mjs";

/** Kinds of pages that differ to the client: by what it does on them, by when it comes, by their status, by their forms. */
const KINDS = ["start", "edition", "list view", "open door", "closed door", "sensitive door", "blog", "post", "hits", "/tillganglighet/synpunkter", "not found", "log in"];

const everyKind = async (site) => (await sitePages(site)).filter(({ kind }) => KINDS.includes(kind));

const STAFF = ["/admin", "/admin/inlagg", "/admin/sidor", "/admin/kalendrar", "/admin/etiketter", "/admin/installningar", "/admin/konto", "/admin/hjalp"];

/** A link in the app's part of the page and one outside it, to other pages. */
async function linksToTry(page) {
  const hrefs = await page.evaluate(() => {
    const isOther = (link) =>
      link.checkVisibility() && link.host === location.host && link.pathname !== location.pathname &&
      !link.hash && !link.target && !/^\/(media|feed|api)|\.\w+$/.test(link.pathname);
    const first = (selector) => [...document.querySelectorAll(selector)].find(isOther)?.getAttribute("href");
    return [first("[data-app] main a[href^='/'], main[data-app] a[href^='/']"), first(".menu a[href^='/'], .rail a[href^='/']")];
  });
  return hrefs.filter(Boolean);
}

test.describe.configure({ mode: "parallel" });

/** Follows a link by mouse and one by Enter. */
async function expectLinksWork(page) {
  const here = await page.evaluate(() => location.pathname + location.search);
  const headingHere = await headingAt(page, here);
  for (const [at, href] of (await linksToTry(page)).entries()) {
    await test.step(`to ${href}`, async () => {
      const heading = await headingAt(page, href);
      const link = linkTo(page, href);
      if (at === 0) await link.click();
      else {
        await link.focus();
        await page.keyboard.press("Enter");
      }
      await expectPageAt(page, href, heading);
      if (at === 0) {
        await page.goBack();
        // The focus moves to a page that has come: the next link is not focused before.
        await expectPageAt(page, here, headingHere);
      }
    });
  }
}

for (const [what, change] of Object.entries(IN_THE_BROWSER)) {
  const { before = change, after = change } = change;
  test.describe(`a page that was ${what}`, () => {
    // On the way back to a page that is missing, gone or closed.
    test.use({ tolerate: /responded with a status of (403|404|410)/ });

    test("is taken over, and its links work, also when it happens again", async ({ page, site }) => {
      test.setTimeout(240_000);
      for (const { path, status } of await everyKind(site)) {
        await test.step(path, async () => {
          await page.unrouteAll();
          const release = await holdClient(page);
          await visit(page, path, status);
          const heading = await page.locator("h1").first().textContent();
          await page.evaluate(before);
          release();
          await hydrated(page);
          await expect(page.locator("[data-app]").locator(FOREIGN)).toHaveCount(0);
          await expect(page.locator("h1").first()).toHaveText(heading);
          await page.evaluate(after);
          await expectLinksWork(page);
        });
      }
    });

    test("works for staff", async ({ page, site }) => {
      test.setTimeout(240_000);
      await logIn(page, await newAccount(site, { role: "admin" }));
      for (const path of STAFF) {
        await test.step(path, async () => {
          const release = await holdClient(page);
          await visit(page, path);
          await page.evaluate(before);
          release();
          await hydrated(page);
          await page.evaluate(after);
          await expectLinksWork(page);
          await page.unrouteAll();
        });
      }
    });
  });
}

for (const [what, rewrite] of Object.entries(ON_THE_WAY)) {
  test(`pages that were ${what} on the way work as without JavaScript`, async ({ page, site }) => {
    test.setTimeout(240_000);
    const isRewritten = await rewriteOnTheWay(page, rewrite);
    const asked = record(page);
    for (const { path, status } of await everyKind(site)) {
      await test.step(path, async () => {
        // The page before may be one that was not rewritten, and still ask for its client.
        await page.goto("about:blank");
        const before = asked.wasm().length;
        await visit(page, path, status);
        // Not the pointer: a page that draws no frames does not see it move.
        await page.keyboard.press("Shift");
        // Playwright does not rewrite the page that a redirect leads to, here or behind a link.
        if (isRewritten(path)) {
          expect(await preventedClicks(page)).toEqual([]);
          if (rewrite === ON_THE_WAY["rid of comments"]) expect(asked.wasm().slice(before)).toEqual([]);
        }
        await expectLinksWork(page);
      });
    }
    // The staff's pages alone have comments in the app's part.
    if (rewrite === ON_THE_WAY["rid of comments"]) expect(isRewritten(LOG_IN)).toBe(true);
  });
}

test("a proxied log-in page lets staff in, and the search finds", async ({ page, site }) => {
  await rewriteOnTheWay(page, ON_THE_WAY["rid of comments"]);
  await visit(page, "/sok");
  await page.getByRole("searchbox").fill("mod");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sok\?q=mod/);
  await expect(page.locator("main article").first()).toBeVisible();
  await logIn(page, await newAccount(site));
  await expect(page.locator("html")).not.toHaveAttribute("data-hydrated", /.*/);
});

test("nothing keeps a link from being followed before the page is taken over", async ({ page }) => {
  for (const path of ["/", EDITION, LOG_IN]) {
    const release = await holdClient(page);
    await visit(page, path);
    expect(await preventedClicks(page)).toEqual([]);
    release();
    await hydrated(page);
    // The client follows these links: a request that is held while the page closes would keep it from closing.
    await page.unrouteAll();
    expect(await preventedClicks(page, ".brand, .skip")).not.toEqual([]);
  }
});

test.describe("what somebody does before the client has come", () => {
  for (const [what, change] of Object.entries(IN_THE_BROWSER)) {
    const { before = change } = change;
    test(`is kept when the page was ${what}: typed words, focus, opened details, place`, async ({ page, site }) => {
      const release = await holdClient(page);
      await visit(page, LOG_IN);
      await page.getByLabel("E-post").fill("eva@exempel.se");
      await page.getByLabel("Lösenord").fill("hemligt");
      await page.evaluate(before);
      if (what === "wrapped by an extension") await page.getByLabel("Lösenord").focus();
      await expect(page.locator("#password")).toBeFocused();
      release();
      await hydrated(page);
      await expect(page.locator("#password")).toHaveValue("hemligt");
      await expect(page.locator("#email")).toHaveValue("eva@exempel.se");
      await expect(page.locator("#password")).toBeFocused();
      await fillIn(page, await newAccount(site));
      await expect(page).toHaveURL("/admin");

      await page.unrouteAll();
      const again = await holdClient(page);
      await visit(page, "/blogg");
      await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => details.toggleAttribute("open")));
      const opened = () => page.evaluate(() => [...document.querySelectorAll("main details")].map(({ open }) => open));
      const shown = await opened();
      expect(shown.length).toBeGreaterThan(0);
      await page.evaluate(before);
      await page.evaluate(() => scrollTo(0, 400));
      again();
      await hydrated(page);
      expect(await opened()).toEqual(shown);
      expect(await page.evaluate(() => Math.abs(scrollY - 400) < 120)).toBe(true);
    });
  }
});

test.describe("on the calendar, translated before and after the client came", () => {
  const translate = IN_THE_BROWSER["translated node by node"];

  test.beforeEach(async ({ page }) => {
    const release = await holdClient(page);
    await visit(page, EDITION);
    await page.evaluate(translate);
    release();
    await hydrated(page);
    await page.evaluate(translate);
  });

  test("doors open over the scene, one after the other, and close", async ({ page }) => {
    for (const day of [7, 3]) {
      await door(page, day).click();
      await expect(card(page)).toBeVisible();
      await expect(page).toHaveURL(doorPath(day));
      await page.evaluate(translate);
      await card(page).locator("a[rel=prev]").click();
      await expect(page).toHaveURL(doorPath(day - 1));
      await page.evaluate(translate);
      await card(page).getByRole("button", { name: "Stäng luckan" }).click();
      await expect(card(page)).toHaveCount(0);
      await expect(page).toHaveURL(EDITION);
      await expect(door(page, day - 1)).toBeFocused();
    }
  });

  test("the doors are remembered, and the list is shown", async ({ page }) => {
    await page.getByRole("switch").click();
    await expect(page.getByRole("switch")).toHaveAttribute("aria-checked", "true");
    await page.locator('a[href$="?vy=lista"]').click();
    await expect(page).toHaveURL(/vy=lista/);
    await page.evaluate(translate);
    await page.goBack();
    await expect(page).toHaveURL(EDITION);
    await door(page, 7).click();
    await expect(page).toHaveURL(doorPath(7));
  });
});

test("a translated search goes on finding while somebody types", async ({ page }) => {
  const translate = IN_THE_BROWSER["translated node by node"];
  await visit(page, "/sok?q=mod");
  await hydrated(page);
  for (const words of ["mod", "steg", "finnsintealls", "mod"]) {
    await page.evaluate(translate);
    await page.getByRole("searchbox").fill(words);
    await expect(page).toHaveURL(new RegExp(`q=${words}`));
    await expect(page.locator("main")).toContainText(words === "finnsintealls" ? /hittade inget|inga|inget/i : /./);
    if (words !== "finnsintealls") await expect(page.locator("main article").first()).toBeVisible();
    else await expect(page.locator("main article")).toHaveCount(0);
  }
});

test("a translated text can be written, saved and left", async ({ page, site }) => {
  const translate = IN_THE_BROWSER["translated node by node"];
  await logIn(page, await newAccount(site));
  await begin(page, { kind: "article" });
  await page.evaluate(translate);
  await page.locator("[name=title]").fill("Översatt");
  await page.locator(".editor-text").click();
  await page.keyboard.type("Ett ord till.");
  await whileActing(page, () => page.locator(".bar button[name=action][value=save]").click());
  await expect(flash(page)).toBeVisible();
  await expect(page.locator("[name=title]")).toHaveValue("Översatt");
  // Its label is in another language now.
  await expect(page.locator(".editor-text")).toContainText("Ett ord till.");
});

test("phones make no links of numbers", async ({ page }) => {
  for (const path of ["/", LOG_IN]) {
    await visit(page, path);
    await expect(page.locator("meta[name=format-detection]")).toHaveAttribute("content", /telephone=no/);
  }
});
