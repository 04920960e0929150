// The picture field beside a post's text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DOT, FILE, LARGE, NO_PICTURE, addToText, axe, choose, focusOn, inField, post, site } from "./support/pictures.mjs";

test("the picture field: chosen, uploaded at once, shown, described", async (t) => {
  const page = await post(t);
  assert.equal(await page.field.getByLabel("Vad visar bilden?").isVisible(), false);
  assert.equal(await inField(page, "Ta bort bilden").isVisible(), false);
  await choose(page, inField(page, "Välj en bild"));
  await focusOn(page, "#picture_alt");
  assert.deepEqual(await page.evaluate(() => window.inputs), ["picture"]);
  assert.equal(await page.locator("[data-picture-shown]").getAttribute("src"), "/media/7/960.webp#1600x900");
  await page.keyboard.type("En bro");
  assert.deepEqual(await page.values(), ["7", "En bro", "own", ""]);
  await page.field.getByLabel("Inte alls").check();
  await page.field.getByLabel("Vad visar bilden?").press("End");
  await page.keyboard.type(" i snö");
  assert.deepEqual(await page.values(), ["7", "En bro i snö", "own", ""]);
  assert.deepEqual(site.endpoint.sent.map(({ decorative }) => decorative), [true]);
});

test("an id set by code is shown", async (t) => {
  const page = await post(t);
  const put = (number) =>
    page.locator("[name=picture]").evaluate((field, value) => {
      field.value = value;
      field.dispatchEvent(new CustomEvent("guldkorn-text"));
    }, number);
  await put("7");
  assert.equal(await page.locator("[data-picture-shown]").getAttribute("src"), "/media/7/960.webp");
  assert.equal(await inField(page, "Ta bort bilden").isVisible(), true);
  await put("");
  assert.equal(await page.locator("[data-picture-shown]").isVisible(), false);
  assert.equal(await inField(page, "Ta bort bilden").isVisible(), false);
});

test("removing and replacing the picture can be undone", async (t) => {
  const page = await post(t);
  await choose(page, inField(page, "Välj en bild"));
  await page.field.getByLabel("Vad visar bilden?").fill("En bro");
  await page.field.getByLabel("Bildtext").fill("Bron");
  await inField(page, "Ta bort bilden").click();
  await focusOn(page, ".picture-undo button");
  assert.deepEqual(await page.values(), ["", "", "undecided", ""]);
  assert.equal(await page.locator("[data-picture-shown]").isVisible(), false);
  await page.evaluate(() => (window.inputs = []));
  await inField(page, "Ångra").click();
  assert.deepEqual(await page.values(), ["7", "En bro", "own", "Bron"]);
  assert.equal(await page.locator("[data-picture-shown]").isVisible(), true);
  assert.deepEqual(await page.evaluate(() => window.inputs), ["picture"]);
  await choose(page, inField(page, "Byt bild"));
  await page.getByText("Bilden är bytt").waitFor();
  assert.deepEqual(await page.values(), ["7", "", "undecided", ""]);
  await inField(page, "Ångra").click();
  assert.deepEqual(await page.values(), ["7", "En bro", "own", "Bron"]);
});

test("a replacement that fails does not stand beside what an earlier one did", async (t) => {
  const page = await post(t);
  await choose(page, inField(page, "Välj en bild"));
  await choose(page, inField(page, "Byt bild"));
  await page.getByText("Bilden är bytt").waitFor();
  site.endpoint.refuse(415, NO_PICTURE);
  await choose(page, inField(page, "Byt bild"));
  await page.field.getByText(NO_PICTURE).waitFor();
  assert.equal(await page.getByText("Bilden är bytt").count(), 0);
  assert.equal(await page.getByText("Bilden skickas.").count(), 0);
  site.endpoint.reset();
});

test("the picture field: progress, stop, refusal, expired session, lost network", async (t) => {
  const page = await post(t);
  site.endpoint.hold();
  await choose(page, inField(page, "Välj en bild"), LARGE);
  await page.waitForFunction(() => document.querySelector("progress").value > 0);
  await focusOn(page, ".picture-sending button");
  await inField(page, "Stoppa").click();
  await page.getByText("Bilden skickades inte.").waitFor();
  await focusOn(page, ".picture-choose button");
  site.endpoint.reset();

  site.endpoint.refuse(415, NO_PICTURE);
  await choose(page, inField(page, "Välj en bild"));
  await page.field.getByText(NO_PICTURE).waitFor();
  assert.equal(await inField(page, "Försök igen").isVisible(), false);
  site.endpoint.refuse(401, "");
  await choose(page, inField(page, "Välj en annan bild"));
  await page.field.getByRole("link", { name: "Logga in i en ny flik" }).waitFor();
  await page.context().setOffline(true);
  await inField(page, "Försök igen").click();
  await page.field.getByText("Det gick inte att nå webbplatsen.").waitFor();
  assert.deepEqual(await page.values(), ["", "", "undecided", ""]);
  assert.deepEqual(await page.evaluate(() => window.inputs), []);
  await page.context().setOffline(false);
  await inField(page, "Försök igen").click();
  await focusOn(page, "#picture_alt");
  assert.deepEqual(await page.values(), ["7", "", "undecided", ""]);
});

test("a picture dropped or pasted on the field does not take the focus from the text", async (t) => {
  const page = await post(t);
  const give = (type) =>
    page.field.evaluate(
      (field, [kind, dot]) => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob(dot), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], `${kind}.png`, { type: "image/png" }));
        const options = { bubbles: true, cancelable: true };
        if (kind === "drop") {
          field.dispatchEvent(new DragEvent("dragover", { ...options, dataTransfer: data }));
          window.isOver = field.classList.contains("is-over");
        }
        const made =
          kind === "drop"
            ? new DragEvent("drop", { ...options, dataTransfer: data })
            : new ClipboardEvent("paste", { ...options, clipboardData: data });
        return field.dispatchEvent(made);
      },
      [type, DOT],
    );
  await page.text.focus();
  assert.equal(await give("drop"), false);
  assert.equal(await page.evaluate(() => window.isOver), true);
  await page.waitForFunction(() => document.querySelector("[name=picture]").value === "7");
  await focusOn(page, ".editor-text");
  assert.equal(await page.field.evaluate((field) => field.classList.contains("is-over")), false);
  await give("paste");
  await page.getByText("Bilden är bytt").waitFor();
  assert.deepEqual(site.endpoint.sent.map(({ file }) => file), ["drop.png", "paste.png"]);
});

test("by keyboard alone", async (t) => {
  const page = await post(t);
  await page.text.focus();
  await page.keyboard.press("Tab");
  await focusOn(page, ".picture-choose button");
  let chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(FILE);
  await focusOn(page, "#picture_alt");
  await page.keyboard.type("En bro");
  for (const stop of ["#picture_caption", "[data-picture-remove]"]) {
    await page.keyboard.press("Tab");
    await focusOn(page, stop);
  }
  await page.keyboard.press("Space");
  await page.keyboard.press("Space");
  assert.deepEqual(await page.values(), ["7", "En bro", "own", ""]);

  await page.text.focus();
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("End");
  for (let i = 0; i < 4; i += 1) await page.keyboard.press("ArrowLeft");
  chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(FILE);
  await focusOn(page, "dialog textarea");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.locator(".editor-text figure img").waitFor();
  await focusOn(page, ".editor-text");
});

for (const options of [{}, { night: true }, { phone: true }, { phone: true, night: true }]) {
  test(`axe finds no violations, and nothing overflows: ${JSON.stringify(options)}`, async (t) => {
    const page = await post(t, options);
    await page.evaluate(axe);
    const check = async (what) => {
      // A button that changes fades from one state to the other.
      await page.waitForFunction(() => !document.getAnimations().some(({ playState }) => playState === "running"));
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
        what,
      );
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), what);
      const small = await page
        .locator(".button:visible")
        .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML));
      assert.deepEqual(small, [], what);
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${what}-${Object.keys(options).join("-") || "day"}.png`, fullPage: true });
    };
    await check("empty");
    site.endpoint.hold();
    await choose(page, inField(page, "Välj en bild"), LARGE);
    await page.waitForFunction(() => document.querySelector("progress").value > 0);
    await check("sending");
    await inField(page, "Stoppa").click();
    site.endpoint.reset();
    site.endpoint.refuse(401, "");
    await choose(page, inField(page, "Välj en bild"));
    await inField(page, "Försök igen").waitFor();
    await check("waiting");
    await inField(page, "Försök igen").click();
    await focusOn(page, "#picture_alt");
    await check("there");
    await inField(page, "Ta bort bilden").click();
    await check("gone");
    await page.text.focus();
    await addToText(page);
    await page.dialog.waitFor();
    await check("dialog");
    site.endpoint.refuse(422, NO_PICTURE);
    await page.dialog.getByLabel("Vad visar bilden?").fill("En bro");
    await page.button("Lägg till bilden").click();
    await page.dialog.getByText(NO_PICTURE).waitFor();
    await check("refused");
  });
}
