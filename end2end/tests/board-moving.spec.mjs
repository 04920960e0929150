// The board by keys, by dragging and by clicks: every way sends the same forms as the page does without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { bar, day, dragByTouch, emptyEdition, finger, loose, spoken } from "../support/board.mjs";
import { expect, hydrated, testOnOwnSite as test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

test.use({ at: "2026-11-15T08:00" });
const DAYS = 24;

/** Opens a board whose script runs. */
async function enter(page, site, days) {
  await logIn(page, await newAccount(site, { role: "editor" }));
  await emptyEdition(page, days);
  await ready(page);
}

async function ready(page) {
  await hydrated(page);
  await expect(page.locator(".lift").first()).toBeVisible();
}

const titleOf = async (card) => (await card.locator("div > a").textContent()).trim();

test("an edition is filled from empty by keyboard only", async ({ page, site }) => {
  await enter(page, site, DAYS);
  const titles = await loose(page).locator("div > a").allTextContents();
  const isOnHandle = () => page.evaluate(() => document.activeElement.matches("[data-text] > .lift"));
  for (let steps = 0; !(await isOnHandle()) && steps < 100; steps++) await page.keyboard.press("Tab");
  for (let number = 1; number <= DAYS; number++) {
    await page.keyboard.press("Enter");
    await expect(bar(page).getByLabel("Till dag")).toHaveValue(`${number}`);
    await page.keyboard.press("Enter");
    await expect(day(page, number).locator(".what")).toHaveText(titles[number - 1]);
  }
  await expect(loose(page)).toHaveCount(0);
  await expect(page.locator(".count")).not.toContainText("saknar text");
  await expect(day(page, DAYS).getByRole("link")).toBeFocused();
});

test("arrows, digits and Tab choose the day, Enter places, Escape lets it lie", async ({ page, site }) => {
  await enter(page, site, 4);
  const title = await titleOf(loose(page).first());
  await loose(page).first().locator(".lift").press("Enter");
  await expect(spoken(page)).toHaveText(/ vald, utan dag\. Pilar eller siffror/);
  await page.keyboard.press("Tab");
  await expect(spoken(page)).toHaveText("Dag 2, tisdag 2 mars. Tom.");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("3");
  await expect(spoken(page)).toHaveText("Dag 3, onsdag 3 mars. Tom.");
  await page.keyboard.press("Enter");
  await expect(spoken(page)).toHaveText(`”${title}” ligger nu på dag 3.`);

  const link = (number) => day(page, number).getByRole("link");
  await link(1).focus();
  await page.keyboard.press("ArrowRight");
  await expect(link(2)).toBeFocused();
  await page.keyboard.press("3");
  await expect(link(3)).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(spoken(page)).toHaveText(`Avbrutet. ”${title}” ligger kvar på dag 3.`);
  await expect(link(3)).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(spoken(page)).toHaveText(`”${title}” ligger nu på dag 1. Dag 3 är tom.`);
  await expect(link(1)).toBeFocused();
});

test("a full day asks, and the answer is given by keyboard", async ({ page, site }) => {
  await enter(page, site, 3);
  const [first, second] = [await titleOf(loose(page).first()), await titleOf(loose(page).nth(1))];
  for (const number of ["1", "2"]) {
    await loose(page).first().locator(".lift").press("Enter");
    await page.keyboard.type(number);
    await page.keyboard.press("Enter");
    await expect(day(page, number).locator(".what")).toBeVisible();
  }
  await day(page, 1).getByRole("link").press("Space");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(spoken(page)).toContainText(`”${first}” ska till dag 2, där ”${second}” ligger.`);
  await expect(page.getByRole("button", { name: /^Byt plats med/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(day(page, 1).locator(".what")).toHaveText(second);
  await expect(day(page, 2).locator(".what")).toHaveText(first);
});

test("a text is dragged to a day by mouse, and back beside the days", async ({ page, site }) => {
  await enter(page, site, 5);
  const title = await titleOf(loose(page).first());
  await loose(page).first().dragTo(day(page, 4));
  await expect(day(page, 4).locator(".what")).toHaveText(title);
  await expect(page).toHaveURL(/dag=4/);
  await day(page, 4).dragTo(page.locator(".loose"));
  await expect(loose(page)).toHaveCount(5);
  await page.getByRole("button", { name: "Ångra" }).click();
  await expect(day(page, 4).locator(".what")).toHaveText(title);
  await expect(page.locator(".notice")).toContainText("Det är ångrat.");
});

test("a text is dragged to the reserves from a day and from beside, out of them to a day and back", async ({ page, site }) => {
  await enter(page, site, 3);
  const reserves = page.locator(".reserves");
  const listed = reserves.locator("[data-reserve]");
  const [first, second] = [await titleOf(loose(page).first()), await titleOf(loose(page).nth(1))];
  await loose(page).first().dragTo(reserves.getByRole("heading"));
  await expect(listed).toHaveCount(1);
  await expect(page.locator(".notice")).toContainText(`”${first}” ligger nu sist bland reserverna.`);
  await page.locator(".loose [data-text]").first().dragTo(day(page, 2));
  await expect(day(page, 2).locator(".what")).toHaveText(second);
  await day(page, 2).dragTo(reserves.getByRole("heading"));
  await expect(listed.locator("div > a")).toHaveText([first, second]);
  await expect(day(page, 2).locator(".what")).toHaveCount(0);

  await listed.nth(1).locator("div > a").dragTo(listed.nth(0).locator("div > a"));
  await expect(listed.locator("div > a")).toHaveText([second, first]);
  await listed.nth(0).locator("div > a").dragTo(day(page, 3));
  await expect(day(page, 3).locator(".what")).toHaveText(second);
  await listed.nth(0).locator("div > a").dragTo(page.locator(".loose").getByRole("heading"));
  await expect(listed).toHaveCount(0);
  await expect(page.locator(".loose-texts")).toContainText(first);
});

test("a lifted text is laid among the reserves by keyboard, and a reserve on a day", async ({ page, site }) => {
  await enter(page, site, 3);
  const title = await titleOf(loose(page).first());
  await loose(page).first().locator(".lift").press("Enter");
  await bar(page).getByRole("button", { name: "Lägg bland reserverna" }).press("Enter");
  await expect(spoken(page)).toHaveText(`”${title}” ligger nu sist bland reserverna.`);
  const lift = page.locator(".reserves .lift");
  await expect(lift).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(spoken(page)).toHaveText(/ vald, reserv nummer 1\. Pilar eller siffror/);
  await expect(bar(page).getByRole("button", { name: "Lägg bland reserverna" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(spoken(page)).toHaveText(`Avbrutet. ”${title}” ligger kvar bland reserverna.`);
  await lift.press("Enter");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(spoken(page)).toHaveText(`”${title}” ligger nu på dag 2.`);
});

test("a day is chosen for a text beside the days, without leaving the board", async ({ page, site }) => {
  await enter(page, site, 3);
  const title = await titleOf(loose(page).first());
  await loose(page).first().getByRole("link", { name: `Lägg på dag … ”${title}”` }).click();
  await expect(page.locator("#vald")).toBeFocused();
  await expect(page.getByLabel("Dag", { exact: true })).toHaveValue("1:0");
  await expectAccessible(page, "a day is chosen");
  await page.getByLabel("Dag", { exact: true }).selectOption("3:0");
  await page.getByRole("button", { name: "Lägg den där" }).click();
  await expect(day(page, 3).locator(".what")).toHaveText(title);
});

test("a text is chosen by a click and put on the day that is clicked", async ({ page, site }) => {
  await enter(page, site, 5);
  const title = await titleOf(loose(page).nth(2));
  await loose(page).nth(2).locator(".lift").click();
  await expectAccessible(page, "with a text lifted");
  await day(page, 5).click();
  await expect(day(page, 5).locator(".what")).toHaveText(title);
  await expect(bar(page)).toHaveCount(0);
});

test("the chosen texts say where they come before they are sent", async ({ page, site }) => {
  await enter(page, site, 3);
  await loose(page).nth(2).getByRole("checkbox").check();
  await loose(page).nth(0).getByRole("checkbox").check();
  await expect(loose(page).nth(0)).toContainText("Kommer på dag 1");
  await expect(loose(page).nth(2)).toContainText("Kommer på dag 2");
  await expect(day(page, 2)).toHaveAttribute("data-planned");
  const titles = [await titleOf(loose(page).nth(0)), await titleOf(loose(page).nth(2))];
  await page.getByRole("button", { name: "Lägg de valda på tomma dagar" }).click();
  for (const [at, title] of titles.entries()) await expect(day(page, at + 1).locator(".what")).toHaveText(title);
});

test("a day that is chosen on the board is in the address, also back", async ({ page, site }) => {
  await enter(page, site, 3);
  await day(page, 2).getByRole("link").click();
  await expect(page.locator("#vald")).toBeFocused();
  await day(page, 3).getByRole("link").click();
  await expect(page.locator("#vald")).toContainText("Dag 3,");
  await page.goBack();
  await expect(page.locator("#vald")).toContainText("Dag 2,");
});

test("two people see each other and what the other moves, but never under a lifted text", async ({ page, site, browser }) => {
  await enter(page, site, 4);
  const address = page.url();
  const other = await browser.newPage({ baseURL: site.url });
  await logIn(other, await site.addStaff({ email: "bo@exempel.se", name: "Bo", role: "editor", password: "lång nog och lätt att minnas 7" }));
  await other.goto(address);
  await ready(other);
  await expect(page.locator(".company")).toContainText("Bo är också här.");
  await expect(other.locator(".company")).toContainText("Eva Exempel är också här.");

  const title = await titleOf(loose(page).first());
  await day(page, 2).getByRole("link").focus();
  await loose(other).first().dragTo(day(other, 4));
  await expect(day(page, 4).locator(".what")).toHaveText(title);
  await expect(spoken(page)).toHaveText("Bo ändrade dag 4 nyss.");
  await expect(day(page, 2).getByRole("link")).toBeFocused();

  const second = await titleOf(loose(page).first());
  await loose(page).first().locator(".lift").press("Enter");
  await expect(bar(page)).toBeVisible();
  await loose(other).first().dragTo(day(other, 1));
  await expect(day(other, 1).locator(".what")).toHaveText(second);
  await page.keyboard.press("Enter");
  await expect(page.locator(".notice")).toContainText("Inget flyttades.");
  await expect(day(page, 1).locator(".what")).toHaveText(second);
  await other.close();
});

test("what is placed while news are fetched is placed, and the news are shown afterwards", async ({ page, site, browser }) => {
  await enter(page, site, 4);
  const address = page.url();
  const other = await browser.newPage({ baseURL: site.url });
  await logIn(other, await site.addStaff({ email: "bo@exempel.se", name: "Bo", role: "editor", password: "lång nog och lätt att minnas 7" }));
  await other.goto(address);
  await ready(other);

  let release;
  const held = new Promise((asked) => {
    page.route(address, async (route) => {
      const old = await route.fetch();
      asked();
      await new Promise((go) => (release = go));
      await route.fulfill({ response: old });
    }, { times: 1 });
  });
  const [first, second] = [await titleOf(loose(page).first()), await titleOf(loose(page).nth(1))];
  await loose(other).first().dragTo(day(other, 4));
  await expect(day(other, 4).locator(".what")).toHaveText(first);
  await held;
  await loose(page).nth(1).locator(".lift").press("Enter");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(day(page, 2).locator(".what")).toHaveText(second);
  release();
  await expect(day(page, 4).locator(".what")).toHaveText(first);
  await expect(day(page, 2).locator(".what")).toHaveText(second);
  await other.close();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test("an edition is filled from empty by dragging", async ({ page, site }) => {
    await enter(page, site, 6);
    for (let number = 6; number >= 1; number--) {
      const title = await titleOf(loose(page).first());
      await dragByTouch(page, loose(page).first(), day(page, number));
      await expect(day(page, number).locator(".what")).toHaveText(title);
    }
    await expect(loose(page)).toHaveCount(0);
  });

  test("a text is dragged among the reserves and onto a day again by a finger", async ({ page, site }) => {
    await enter(page, site, 3);
    const title = await titleOf(loose(page).first());
    await dragByTouch(page, loose(page).first(), page.locator(".reserves"));
    const reserve = page.locator("[data-reserve]");
    await expect(reserve).toContainText(title);
    await dragByTouch(page, reserve.locator("div").first(), day(page, 2));
    await expect(day(page, 2).locator(".what")).toHaveText(title);
    await expect(reserve).toHaveCount(0);
  });

  test("nothing is laid out anew while a text is dragged over the days", async ({ page, site }) => {
    await enter(page, site, DAYS);
    const { touch, layouts } = await finger(page);
    const from = await loose(page).first().boundingBox();
    await page.evaluate((y) => scrollTo(0, y), from.y - 600);
    const { x, y } = await loose(page).first().boundingBox();
    await touch("touchStart", { x: x + 60, y: y + 20 });
    await page.locator(".ghost").waitFor();
    await touch("touchMove", { x: 60, y: 400 });
    await expect(page.locator("[data-target]")).toHaveCount(1);
    const before = await layouts();
    for (let step = 0; step < 30; step++) {
      await touch("touchMove", { x: 40 + step * 10, y: 400 - step * 8 });
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    expect((await layouts()) - before).toBe(0);
    await touch("touchCancel");
  });

  test("a finger that does not rest scrolls the page", async ({ page, site }) => {
    await enter(page, site, DAYS);
    const { touch } = await finger(page);
    await touch("touchStart", { x: 195, y: 600 });
    for (const y of [580, 540, 450, 350, 300]) await touch("touchMove", { x: 195, y });
    await touch("touchEnd");
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(150);
    await expect(page.locator(".ghost")).toHaveCount(0);
  });
});

for (const [width, height] of [
  [320, 640],
  [320, 256],
]) {
  test(`at ${width} × ${height} nothing scrolls sideways, also with a text lifted`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await enter(page, site, 5);
    await loose(page).first().locator(".lift").press("Enter");
    await expect(bar(page).getByLabel("Till dag")).toBeInViewport({ ratio: 1 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}

test("in forced colours a handle, a lifted text and the day to which it goes are seen", async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await enter(page, site, 3);
  await loose(page).first().locator(".lift").press("Enter");
  const outline = await day(page, 1).locator("a").evaluate((link) => getComputedStyle(link).outlineStyle);
  expect(outline).toBe("solid");
  const border = await loose(page).nth(1).locator(".lift").evaluate((lift) => getComputedStyle(lift, "::before").borderLeftStyle);
  expect(border).toBe("dotted");
});

test("only what is missing is shown when that is asked for", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "editor" }));
  await visit(page, "/admin/tavla?dag=20");
  await page.getByRole("button", { name: "Ta bort från dagen" }).click();
  await page.getByLabel("Bara det som saknas").check();
  await expect(page.locator('[data-progress="done"]').first()).toBeHidden();
  await expect(day(page, 20)).toBeVisible();
});
