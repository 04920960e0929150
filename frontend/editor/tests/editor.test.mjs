// The editor in a browser, under the site's content security policy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { open } from "./support/page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const TEXT =
  'Ett *litet* stycke.\n\n## Rubrik\n\n- ett\n- två\n\n> Citat\n>\n> – hon\n\n![Bro](/bro.svg "Bron")\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n[a]: /om\n';
const BUTTONS = [
  "Stycke",
  "Rubrik",
  "Underrubrik",
  "Fet",
  "Kursiv",
  "Lista",
  "Numrerad lista",
  "Citat",
  "Länk",
  "Bild",
  "Ångra",
  "Gör om",
  "Visa som Markdown",
];

let site;
before(async () => (site = await open()));
after(() => site.close());

/** Closes each page and fails on errors and on violations of the policy. */
async function edit(t, markdown, options) {
  const page = await site.edit(markdown, options);
  t.after(async () => {
    const violations = await page.evaluate(() => window.violations);
    await page.context().close();
    assert.deepEqual([violations, page.problems], [[], []]);
  });
  return page;
}

async function end(page) {
  await page.text.focus();
  await move(page, "Control+End");
}

/** Presses a key that moves or selects, and waits for the browser's event, which comes a moment later. */
async function move(page, keys) {
  await page.keyboard.press(keys);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))));
}

/** Returns the text once it has changed. */
async function settled(page, before) {
  await page.waitForFunction((text) => window.editor.getMarkdown() !== text, before);
  return page.markdown();
}

/** Pastes what another program would put on the clipboard. */
function pasteInto(page, data) {
  return page.text.evaluate((text, kinds) => {
    const clipboardData = new DataTransfer();
    for (const [kind, value] of Object.entries(kinds)) clipboardData.setData(kind, value);
    text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

test("replaces the text area and changes nothing by itself", async (t) => {
  const page = await edit(t, TEXT);
  assert.equal(await page.locator("textarea").isVisible(), false);
  assert.equal(await page.locator("textarea").inputValue(), TEXT);
  assert.equal(await page.evaluate(() => window.inputs), 0);
  assert.equal(await page.text.getAttribute("aria-multiline"), "true");
});

test("the form submits what was written", async (t) => {
  const page = await edit(t, "Före\n");
  await end(page);
  await page.keyboard.type(" efter & *stjärnor*");
  assert.ok((await page.evaluate(() => window.inputs)) > 0);
  assert.equal(await page.markdown(), "Före efter & \\*stjärnor\\*\n");
  await page.button("Spara").click();
  await page.waitForURL(/text=/);
  assert.equal(new URL(page.url()).searchParams.get("text").replaceAll("\r\n", "\n"), "Före efter & \\*stjärnor\\*\n");
});

test("shortcuts for bold, italic, headings, lists and quotations, and undo", async (t) => {
  const page = await edit(t, "ord");
  const after = async (keys, markdown) => {
    await page.keyboard.press(keys);
    assert.equal(await page.markdown(), markdown, keys);
  };
  await page.text.focus();
  await page.keyboard.press("Control+A");
  await after("Control+b", "**ord**");
  await after("Control+i", "***ord***");
  await after("Control+i", "**ord**");
  await after("Control+b", "ord");
  await after("Alt+1", "## ord");
  await after("Alt+2", "### ord");
  await after("Alt+0", "ord");
  await after("Control+Shift+8", "- ord");
  await after("Control+Shift+7", "1. ord");
  await after("Control+Shift+7", "ord");
  await after("Control+Shift+9", "> ord");
  for (let i = 0; i < 12; i += 1) await page.keyboard.press("Control+z");
  assert.equal(await page.markdown(), "ord");
  await after("Control+y", "**ord**");
});

test("the toolbar is one tab stop, with arrow keys between its buttons", async (t) => {
  const page = await edit(t, "ord", { pictures: true });
  await page.text.focus();
  await page.keyboard.press("Alt+F10");
  const names = [];
  for (let i = 0; i < BUTTONS.length; i += 1) {
    names.push(
      await page.evaluate(
        () => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent,
      ),
    );
    await page.keyboard.press("ArrowRight");
  }
  assert.deepEqual(names, BUTTONS);
  assert.equal(await page.locator(".editor-bar").first().locator("[tabindex='0']").count(), 1);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  assert.equal(await page.markdown(), "## ord");
  assert.equal(await page.button("Rubrik").getAttribute("aria-pressed"), "true");
  assert.equal(await page.button("Rubrik").getAttribute("title"), "Rubrik (Alt+1)");
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("Escape");
  assert.ok(await page.text.evaluate((text) => text === document.activeElement));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Spara");
});

test("a button that does not apply is disabled for assistive technology", async (t) => {
  const page = await edit(t, "ord");
  assert.equal(await page.button("Bild").count(), 0);
  assert.equal(await page.button("Ångra").getAttribute("aria-disabled"), "true");
});

test("a link is added in a dialog, and an invalid URL gets an error message", async (t) => {
  const page = await edit(t, "Se oss");
  await end(page);
  await move(page, "Control+Shift+ArrowLeft");
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Lägg till en länk" });
  await dialog.getByLabel("Adress").fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await dialog.getByText("Hit går det inte att länka.").waitFor();
  assert.equal(await dialog.getByLabel("Adress").getAttribute("aria-invalid"), "true");
  await dialog.getByLabel("Adress").fill("www.example.org");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await settled(page, "Se oss"), "Se [oss](https://www.example.org)");
  await end(page);
  await move(page, "ArrowLeft");
  await page.keyboard.press("Control+k");
  await page.button("Ta bort länken").click();
  assert.equal(await settled(page, "Se [oss](https://www.example.org)"), "Se oss");
  await end(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.matches(".editor-text"));
});

test("the Markdown view is the text area, and changes in it are kept", async (t) => {
  const page = await edit(t, TEXT);
  await page.button("Visa som Markdown").click();
  assert.equal(await page.button("Visa som Markdown").getAttribute("aria-pressed"), "true");
  assert.equal(await page.button("Fet").getAttribute("aria-disabled"), "true");
  const area = page.locator("textarea");
  assert.equal(await area.inputValue(), TEXT);
  await area.fill("_Nytt_\n");
  await page.button("Visa som Markdown").click();
  assert.equal(await page.locator(".editor-text em").textContent(), "Nytt");
  assert.equal(await page.markdown(), "_Nytt_\n");
});

test("pasted HTML is cleaned, and plain text stays plain", async (t) => {
  const page = await edit(t, "");
  await page.text.focus();
  const html =
    "<style>p { color: red }</style><h1 style='color:red'>R</h1><p class=MsoNormal><b>fet</b></p><img src='https://x.example/a.png'>";
  await pasteInto(page, { "text/html": html, "text/plain": "R fet" });
  assert.equal(await page.markdown(), "## R\n\n**fet**");
  await page.getByText("En bild följde inte med.").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Alt+0");
  await pasteInto(page, { "text/plain": "# inte rubrik\n\n*inte* fet\n- inte lista" });
  assert.equal(await page.markdown(), "\\# inte rubrik\n\n\\*inte\\* fet\n\n\\- inte lista");
});

test("copying and pasting within the editor changes nothing", async (t) => {
  const page = await edit(t, TEXT);
  await page.text.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+C");
  await page.keyboard.press("Control+V");
  assert.equal(await page.markdown(), TEXT);
});

test("a URL pasted over selected text makes a link of it", async (t) => {
  const page = await edit(t, "ord");
  await page.text.focus();
  await page.keyboard.press("Control+A");
  await pasteInto(page, { "text/plain": "https://example.org/" });
  assert.equal(await page.markdown(), "[ord](https://example.org/)");
});

test("a picture is chosen, pasted, described, and refused with a message", async (t) => {
  const page = await edit(t, "Före", { pictures: true });
  await end(page);
  const file = { name: "bro.png", mimeType: "image/png", buffer: Buffer.from("png") };
  const chooser = page.waitForEvent("filechooser");
  await page.button("Bild").click();
  await (await chooser).setFiles(file);
  await page.locator("figure").waitFor();
  assert.equal(await page.markdown(), 'Före\n\n![En bro i snö](/bro.svg "Bron")');
  await page.locator("figure img").click();
  await page.button("Ändra bildens texter").click();
  await page.getByLabel("Bildtext under bilden").fill("Bron vid ån");
  await page.button("Spara texterna").click();
  assert.equal(
    await settled(page, 'Före\n\n![En bro i snö](/bro.svg "Bron")'),
    'Före\n\n![En bro i snö](/bro.svg "Bron vid ån")',
  );
  await page.locator("input[type=file]").setInputFiles({ ...file, buffer: Buffer.alloc(0) });
  await page.getByText("Bilden går inte att läsa.").waitFor();
  assert.equal(await page.locator(".editor-waiting").count(), 0);
});

test("a table gets rows and columns, and Tab moves through its cells", async (t) => {
  const page = await edit(t, "| A | B |\n|---|--:|\n| 1 | 2 |\n");
  await page.getByText("1", { exact: true }).click();
  await page.button("Rad under").click();
  await page.button("Kolumn efter").click();
  assert.equal(await page.markdown(), "| A |  | B |\n|---|---|---:|\n| 1 |  | 2 |\n|  |  |  |\n");
  await page.keyboard.press("Tab");
  await page.keyboard.type("ny | rad");
  assert.equal(await page.markdown(), "| A |  | B |\n|---|---|---:|\n| 1 | ny \\| rad | 2 |\n|  |  |  |\n");
  await page.button("Ta bort tabell").click();
  assert.equal((await page.markdown()).trim(), "");
});

test("lists, quotations and dashes are made while typing", async (t) => {
  const page = await edit(t, "");
  await page.text.focus();
  await page.keyboard.type("- ett\ntvå\n\n> Citat\n-- hon");
  assert.equal(await page.markdown(), "- ett\n- två\n\n> Citat\n>\n> – hon");
  assert.equal(await page.locator(".source").textContent(), "– hon");
});

test("the text can be replaced, and destroying the editor restores the text area", async (t) => {
  const page = await edit(t, "ett");
  await page.evaluate(() => window.editor.setMarkdown("# två"));
  assert.equal(await page.locator(".editor-text h2").textContent(), "två");
  assert.equal(await page.markdown(), "# två");
  await page.evaluate(() => window.editor.destroy());
  assert.equal(await page.locator("textarea").inputValue(), "# två");
  assert.equal(await page.locator("textarea").isVisible(), true);
  assert.equal(await page.locator("textarea").evaluate((area) => area.required), true);
  assert.equal(await page.locator(".editor").count(), 0);
});

test("named character references are decoded by the browser", async (t) => {
  const page = await edit(t, "&aring;&NewLine;&copy; &okänd; [a](/x?a=1&amp;b)\n");
  assert.match(await page.text.textContent(), /^å\s©/);
  assert.equal(await page.markdown(), "&aring;&NewLine;&copy; &okänd; [a](/x?a=1&amp;b)\n");
});

for (const options of [{}, { night: true }, { phone: true }, { phone: true, night: true }]) {
  test(`axe finds nothing, and nothing sticks out: ${JSON.stringify(options)}`, async (t) => {
    const page = await edit(t, TEXT, { ...options, pictures: true });
    await page.getByText("1", { exact: true }).click();
    // The policy forbids scripts of other origins, but not what the test itself evaluates.
    await page.evaluate(axe);
    const check = async (what) => {
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
        what,
      );
    };
    await check("text");
    await page.button("Visa som Markdown").click();
    await check("Markdown");
    await page.button("Visa som Markdown").click();
    await page.button("Länk").click();
    await check("dialog");
    await page.keyboard.press("Escape");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    if (!options.phone) return;
    const sizes = await page
      .locator(".editor-bar:not([hidden]) button")
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      );
    assert.ok(
      sizes.every((size) => size >= 44),
      sizes.join(),
    );
  });
}
