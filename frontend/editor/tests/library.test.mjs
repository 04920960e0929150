// Choosing a picture of the library, for the text and as the text's own picture.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { open } from "./support/page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

let site;
before(async () => (site = await open()));
after(() => site.close());

async function post(t, look) {
  const page = await site.post(look);
  t.after(async () => {
    const violations = await page.evaluate(() => window.violations);
    await page.context().close();
    const problems = page.problems.filter((problem) => !problem.startsWith("Failed to load resource"));
    assert.deepEqual([violations, problems], [[], []]);
  });
  return Object.assign(page, {
    dialog: page.getByRole("dialog", { name: "Välj ur bildbiblioteket" }),
    values: () =>
      page.evaluate(() => {
        const form = Object.fromEntries(new FormData(document.querySelector("form")));
        return [form.picture, form.picture_alt, form.picture_alt_mode, form.picture_caption];
      }),
  });
}

/** Waits until the page knows what was chosen: a dialog leaves the page in the same turn. */
const closed = (page) => page.locator("dialog").waitFor({ state: "detached" });

const focusOn = (page, selector) =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);

test("the text's own picture is chosen by keyboard, and follows the library's words", async (t) => {
  const page = await post(t);
  await page.locator("[data-picture-library]").focus();
  await page.keyboard.press("Enter");
  await page.dialog.getByText("3 bilder.").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await focusOn(page, "li:nth-child(2) button");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await closed(page);
  await focusOn(page, "[data-picture-library]");
  assert.deepEqual(await page.values(), ["a", "", "library", ""]);
  await page.locator("#library-alt", { hasText: "En röd bro i snö" }).waitFor();
  await page.getByText("Efter den står: Foto: Kim Ek.").waitFor();

  await page.keyboard.press("Enter");
  await page.dialog.getByRole("button", { name: "Visa fler" }).click();
  await focusOn(page, "li:nth-child(3) button");
  await page.keyboard.press("Enter");
  await closed(page);
  assert.deepEqual(await page.values(), ["c", "", "undecided", ""]);
  await page.getByRole("button", { name: "Ångra" }).last().click();
  assert.deepEqual(await page.values(), ["a", "", "library", ""]);
});

test("words that were typed are kept, and nothing is lost by leaving the dialog", async (t) => {
  const page = await post(t);
  await page.locator("[data-picture-library]").click();
  await page.dialog.getByText("3 bilder.").waitFor();
  await page.keyboard.press("Escape");
  await closed(page);
  await focusOn(page, "[data-picture-library]");
  assert.deepEqual(await page.values(), ["", "", "undecided", ""]);
  await page.locator("[data-picture-library]").click();
  await page.dialog.getByLabel("Sök bland bilderna").fill("hus");
  await page.dialog.getByText("1 bild.").waitFor();
  await page.dialog.getByRole("button", { name: "Två hus" }).click();
  await closed(page);
  await page.getByLabel("Med egna ord").check();
  await page.locator("#picture_alt").fill("Husen vid ån");
  assert.deepEqual(await page.values(), ["b", "Husen vid ån", "own", ""]);
  await page.getByLabel("Med bildbibliotekets ord").check();
  assert.deepEqual(await page.values(), ["b", "Husen vid ån", "library", ""]);
});

test("a picture is added to the text with words that its writer has seen", async (t) => {
  const page = await post(t);
  await page.text.focus();
  await page.button("Bild ur biblioteket").click();
  await page.dialog.getByRole("button", { name: "En röd bro i snö" }).click();
  const words = page.getByRole("dialog", { name: "Bildens texter" });
  assert.equal(await words.getByLabel("Bildtext under bilden").inputValue(), "Bron. Foto: Kim Ek");
  await words.getByRole("button", { name: "Lägg till bilden" }).click();
  await page.locator(".editor figure img").waitFor();
  assert.match(
    await page.markdown(),
    /!\[En röd bro i snö\]\(\/media\/7\/960\.webp#1600x900 "Bron\. Foto: Kim Ek"\)/,
  );
  await focusOn(page, ".ProseMirror");
});

test("who is logged out is told so, and can go on", async (t) => {
  const page = await post(t);
  site.endpoint.isLoggedOut = true;
  await page.locator("[data-picture-library]").click();
  await page.dialog.getByText("Du är inte inloggad längre.").waitFor();
  site.endpoint.isLoggedOut = false;
  await page.dialog.getByLabel("Sök bland bilderna").press("Enter");
  await page.dialog.getByText("3 bilder.").waitFor();
});

test("the dialog is accessible by day and night, and fits a small phone", async (t) => {
  for (const look of [{}, { night: true }, { phone: true, width: 320 }]) {
    const page = await post(t, look);
    await page.locator("[data-picture-library]").click();
    await page.dialog.getByText("3 bilder.").waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
  }
});
