// What the oldest supported browsers lack, and that the site works without it.
import { EDITION, door, doorPath } from "../support/calendar.mjs";
import { expect, test, visit } from "../support/page.mjs";
import { LOG_IN, logIn, newAccount } from "../support/staff.mjs";
import { begin, body, flash } from "../support/editor.mjs";

test("Safari can read every rule that decides the layout and the look of links", async ({ page }) => {
  for (const path of ["/", LOG_IN]) {
    await visit(page, path);
    const sheets = await page.locator("link[rel=stylesheet]").evaluateAll((all) => all.map(({ href }) => href));
    expect(sheets.length, path).toBeGreaterThan(0);
    const styles = await Promise.all(sheets.map(async (sheet) => [sheet, await (await fetch(sheet)).text()]));
    for (const [sheet, style] of styles) {
      // Before 16.4 the whole query is unknown, and every width would get the phone's layout.
      expect(style.match(/\((width|height)\s*[<>]/), sheet).toBeNull();
      // Before 26.2 a thickness in the shorthand makes the whole declaration invalid.
      expect(style.match(/text-decoration:[^;}]*\d(px|r?em)[^;}]*/), sheet).toBeNull();
    }
    expect(styles.join().match(/\((min|max)-width/), path).not.toBeNull();
  }
});

test("the text editor has no pattern that Safari before 16.4 cannot read", async ({ page, site }) => {
  await logIn(page, await newAccount(site));
  const [script] = await Promise.all([
    page.waitForResponse((answer) => /guldkorn-editor[^/]*\.js$/.test(new URL(answer.url()).pathname)),
    begin(page, { kind: "article" }),
  ]);
  expect((await script.text()).match(/\(\?<[=!].{0,40}/)).toBeNull();
});

test("the client is loaded without requestIdleCallback", async ({ page }) => {
  await page.addInitScript(() => delete window.requestIdleCallback);
  await visit(page, EDITION);
  await expect(page.locator("html[data-hydrated]")).toBeAttached({ timeout: 20_000 });
});

// As in Safari 15, which does not know the policy's 'wasm-unsafe-eval'.
test.describe("where WebAssembly is forbidden", () => {
  test.use({ tolerate: /forbidden here/ });

  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      const refuse = async () => {
        throw new WebAssembly.CompileError("forbidden here");
      };
      Object.assign(WebAssembly, { compile: refuse, compileStreaming: refuse, instantiate: refuse, instantiateStreaming: refuse });
    }),
  );

  test("doors open as pages", async ({ page }) => {
    const refused = page.waitForEvent("pageerror");
    await visit(page, EDITION);
    await refused;
    await door(page, 7).click();
    await expect(page).toHaveURL(doorPath(7));
    await expect(page.locator("article.guldkorn")).toBeVisible();
    await expect(page.locator("html[data-hydrated]")).toHaveCount(0);
  });

  test("staff write in a text area and save", async ({ page, site }) => {
    await logIn(page, await newAccount(site));
    await begin(page, { kind: "article" }, { javaScriptEnabled: false });
    await page.getByLabel("Rubrik").fill("Från en gammal telefon");
    await body(page).fill("Allt går att skriva.");
    await page.getByRole("button", { name: "Spara", exact: true }).first().click();
    await expect(flash(page)).toContainText("Texten är sparad.");
    await expect(page.locator("#body")).toHaveValue("Allt går att skriva.");
  });
});
