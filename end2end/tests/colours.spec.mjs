// Colours of the site's own: the ugliest that somebody can choose are readable everywhere, by day and by night.
import { expectAccessible } from "../support/axe.mjs";
import { EDITION } from "../support/calendar.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { aPost } from "../support/site-pages.mjs";
import { LOG_IN, logIn, newAccount } from "../support/staff.mjs";

const ROOM = "/admin/installningar/farger";
const UGLY = [
  ["#ffff00", "#39ff14"],
  ["#ff00ff", "#00ffff"],
  ["#808080", "#7f7f00"],
  ["#ffffff", "#ffffff"],
  ["#000000", "#ff0000"],
];

// A server of its own: the other tests look at the standard colours.
test.use({ at: "2026-12-07T08:03" });
test.describe.configure({ mode: "serial" });

const done = (page) => page.locator('.notice[role="status"]');
const main = (page) => page.getByLabel("Huvudfärg", { exact: true });
const accent = (page) => page.getByLabel("Andra färg", { exact: true });
const palette = (page) => page.getByLabel("Huvudfärg: välj i paletten");
const ground = (page, selector) =>
  page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);

async function choose(page, [one, other]) {
  await visit(page, ROOM);
  await main(page).fill(one);
  await accent(page).fill(other);
  await accent(page).press("Enter");
  await expect(done(page)).toContainText("Det är sparat");
}

test.afterAll(async ({ browser, site }) => {
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await logIn(page, await newAccount(site, { role: "admin" }));
  await choose(page, ["", ""]);
  await context.close();
});

for (const pair of UGLY) {
  test(`${pair.join(" and ")} can be read by everybody`, async ({ page, site }) => {
    test.slow();
    await logIn(page, await newAccount(site, { role: "admin" }));
    await choose(page, pair);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const path of ["/", EDITION, await aPost(site), "/sok?q=mod", "/kontakt", ROOM, LOG_IN]) {
        await visit(page, path);
        await expectAccessible(page, `${path}, ${colorScheme}`);
      }
    }
  });
}

test("the brand's own colour is in the header by day, and its night is dark", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "admin" }));
  await choose(page, ["#FF0", ""]);
  await expect(main(page)).toHaveValue("#ffff00");
  await expect(page.locator(".colours")).toContainText("Din gula är kvar i sidhuvudet");
  await expect(page.locator(".colours")).toContainText("Länkar får en mörkare gul");
  await page.emulateMedia({ colorScheme: "light" });
  await visit(page, "/blogg");
  expect(await ground(page, ".head")).toBe("rgb(255, 255, 0)");
  await page.getByRole("radio", { name: "Mörkt" }).check();
  expect(await ground(page, ".head")).not.toBe("rgb(255, 255, 0)");
  await page.getByRole("radio", { name: "Ljust" }).check();
  expect(await ground(page, ".head")).toBe("rgb(255, 255, 0)");
});

test("the colours are there before anything is shown", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "admin" }));
  await choose(page, ["#00573f", ""]);
  for (const path of ["/", ROOM, LOG_IN]) {
    await visit(page, path);
    const sheets = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => new URL(name).pathname.startsWith("/farger/"))
        .map(({ renderBlockingStatus }) => renderBlockingStatus),
    );
    expect(sheets, path).toEqual(["blocking"]);
  }
});

test("forced colours are those of the visitor", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "admin" }));
  await choose(page, ["#ff00ff", "#ffff00"]);
  await page.emulateMedia({ forcedColors: "active" });
  await visit(page, "/blogg");
  expect(await ground(page, ".head")).toBe(await ground(page, "body"));
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a colour is picked, refused, taken away and taken back", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "admin" }));
      await choose(page, ["", ""]);
      if (javaScriptEnabled) await hydrated(page);
      await palette(page).fill("#cc0044");
      await page.getByRole("button", { name: "Spara", exact: true }).click();
      await expect(done(page)).toContainText("Det är sparat");
      await expect(main(page)).toHaveValue("#cc0044");

      await main(page).fill("körsbär");
      await main(page).press("Enter");
      await expect(page.getByRole("alert")).toBeVisible();
      await expect(main(page)).toHaveValue("körsbär");
      await expect(main(page)).toHaveAttribute("aria-invalid", "true");

      await visit(page, ROOM);
      await page.getByLabel("Ingen egen färg som huvudfärg").check();
      await page.getByRole("button", { name: "Spara", exact: true }).click();
      await expect(main(page)).toHaveValue("");
      await page.getByRole("button", { name: "Ångra" }).click();
      await expect(main(page)).toHaveValue("#cc0044");
    });
  });
}

for (const width of [320, 1280]) {
  test(`the settings of the colours at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await logIn(page, await newAccount(site, { role: "admin" }));
    await choose(page, ["#ffff00", "#003399"]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await expectAccessible(page, ROOM);
  });
}
