// Pictures in a post's text and in its picture field, with an endpoint that responds as the test says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { open } from "./support/page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const FILE = { name: "bro.png", mimeType: "image/png", buffer: Buffer.from(DOT, "base64") };
const LARGE = { ...FILE, buffer: Buffer.concat([FILE.buffer, Buffer.alloc(9_000_000)]) };
const NO_PICTURE = "Filen är ingen bild som går att använda här. Välj en bild i formatet JPEG, PNG, WebP, GIF eller SVG.";

let site;
before(async () => (site = await open()));
after(() => site.close());

/** Fails on errors, except those that the browser logs for failed responses, and on violations of the policy. */
async function post(t, options) {
  const page = await site.post(options);
  t.after(async () => {
    site.endpoint.release();
    const violations = await page.evaluate(() => window.violations);
    await page.context().close();
    const problems = page.problems.filter((problem) => !problem.startsWith("Failed to load resource"));
    assert.deepEqual([violations, problems], [[], []]);
  });
  // Otherwise file choosers are only intercepted once a test waits for one, which may be too late.
  page.on("filechooser", () => {});
  await page.evaluate(() => {
    window.inputs = [];
    document.querySelector("form").addEventListener("input", ({ target }) => inputs.push(target.name));
  });
  return Object.assign(page, {
    dialog: page.getByRole("dialog", { name: "Lägg till en bild" }),
    field: page.getByRole("group", { name: "Bild", exact: true }),
    values: () =>
      page.evaluate(() => {
        const form = Object.fromEntries(new FormData(document.querySelector("form")));
        return [form.picture, form.picture_alt, form.picture_alt_mode, form.picture_caption];
      }),
  });
}

async function choose(page, button, file = FILE) {
  const chooser = page.waitForEvent("filechooser");
  await button.click();
  await (await chooser).setFiles(file);
}

async function focusOn(page, selector) {
  await page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
}

const addToText = (page, file) => choose(page, page.button("Bild"), file);
const inField = (page, name) => page.field.getByRole("button", { name, exact: true });

test("the editor is mounted once, also on a field that comes later, and destroyed with its field", async (t) => {
  const page = await post(t);
  assert.equal(await page.locator(".editor").count(), 1);
  await page.evaluate(() => {
    document.querySelector("form").insertAdjacentHTML("beforeend", "<textarea data-editor aria-label=Två></textarea>");
  });
  await page.locator(".editor").nth(1).waitFor();
  await page.evaluate(() => document.querySelector("form").append(document.createElement("p")));
  assert.equal(await page.locator(".editor").count(), 2);
  await page.evaluate(() => document.querySelector("[aria-label=Två]:is(textarea)").parentElement.remove());
  assert.equal(await page.locator(".editor").count(), 0);
});

test("a value set by code is loaded, and can be undone", async (t) => {
  const page = await post(t);
  await page.text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("!");
  await page.evaluate(() => {
    const area = document.getElementById("body");
    area.value = "Från *någon annan*\n";
    window.inputs = [];
    area.dispatchEvent(new CustomEvent("guldkorn-text"));
  });
  assert.equal(await page.text.textContent(), "Från någon annan");
  assert.deepEqual(await page.evaluate(() => window.inputs), []);
  await page.text.focus();
  await page.keyboard.press("Control+z");
  assert.equal(await page.markdown(), "Före\n\nEfter!\n");
  assert.deepEqual(await page.evaluate(() => window.inputs), ["body"]);
});

test("a picture in the text is described, uploaded and inserted", async (t) => {
  const page = await post(t);
  await page.text.focus();
  await addToText(page);
  await page.dialog.locator("canvas").waitFor();
  await focusOn(page, "dialog textarea");
  await page.button("Lägg till bilden").click();
  await page.dialog.getByText("Beskriv bilden för den som inte ser den").waitFor();
  assert.deepEqual(site.endpoint.sent, []);
  await page.dialog.getByLabel("Vad visar bilden?").fill("En bro\ni snö ");
  await page.dialog.getByLabel("Bildtext under bilden, om du vill").fill("Bron vid ån");
  await page.button("Lägg till bilden").click();
  await page.dialog.waitFor({ state: "detached" });
  await page.locator("figure img").waitFor();
  assert.equal(await page.markdown(), 'Före\n\n![En bro i snö](/media/7/960.webp#1600x900 "Bron vid ån")\n\nEfter\n');
  const sent = { path: "/admin/bilder", accept: "application/json", alt: "En bro i snö", decorative: false };
  const [{ picture, ...first }, ...others] = site.endpoint.sent;
  assert.deepEqual([first, others], [{ ...sent, file: "bro.png" }, []]);
  assert.ok(picture.length > 0);
  await page.getByText("Bilden är tillagd.").waitFor();
});

test("a decorative picture needs no description", async (t) => {
  const page = await post(t);
  await page.text.focus();
  await addToText(page);
  await page.dialog.getByLabel("Bilden är bara dekoration").check();
  assert.equal(await page.dialog.getByLabel("Vad visar bilden?").isDisabled(), true);
  await page.button("Lägg till bilden").click();
  await page.locator("figure img").waitFor();
  assert.equal(await page.markdown(), "Före\n\n![](/media/7/960.webp#1600x900)\n\nEfter\n");
  assert.equal(site.endpoint.sent[0].decorative, true);
});

test("an upload shows its progress and can be stopped", async (t) => {
  const page = await post(t);
  site.endpoint.hold();
  await page.text.focus();
  await addToText(page, LARGE);
  await page.dialog.getByLabel("Vad visar bilden?").fill("En bro");
  await page.keyboard.press("Enter");
  await page.button("Lägg till bilden").click();
  const bar = page.dialog.getByRole("progressbar");
  await page.waitForFunction(() => document.querySelector("dialog progress").value > 0);
  const part = await bar.evaluate(({ value }) => value);
  assert.ok(part > 0 && part < 1, String(part));
  assert.equal(await bar.getAttribute("aria-labelledby"), await page.getByText(/^Skickar bilden: \d+ %$/).getAttribute("id"));
  assert.equal(await page.button("Lägg till bilden").getAttribute("aria-disabled"), "true");
  await page.keyboard.press("Escape");
  await page.dialog.waitFor({ state: "detached" });
  site.endpoint.release();
  await page.waitForFunction(() => !document.querySelector(".editor-waiting"));
  assert.equal(await page.markdown(), "Före\n\nEfter\n");
});

test("a final refusal shows the server's message, and another picture can be chosen", async (t) => {
  const page = await post(t);
  site.endpoint.refuse(415, NO_PICTURE);
  await page.text.focus();
  await addToText(page, { ...FILE, buffer: Buffer.from("no picture") });
  await page.dialog.getByLabel("Vad visar bilden?").fill("En bro");
  assert.equal(await page.dialog.locator("canvas").isVisible(), false);
  await page.button("Lägg till bilden").click();
  await page.dialog.getByText(NO_PICTURE).waitFor();
  assert.equal(await page.button("Lägg till bilden").isVisible(), false);
  await choose(page, page.button("Byt bild"), { ...FILE, name: "annan.png" });
  await page.button("Lägg till bilden").click();
  await page.locator("figure img").waitFor();
  assert.equal(await page.markdown(), "Före\n\n![En bro](/media/7/960.webp#1600x900)\n\nEfter\n");
  assert.equal(site.endpoint.sent[1].file, "annan.png");
});

test("a picture that is too large is not uploaded", async (t) => {
  const page = await post(t);
  await page.text.focus();
  await addToText(page, { ...FILE, buffer: Buffer.alloc(40 * 1024 * 1024 + 1) });
  await page.dialog.getByLabel("Vad visar bilden?").fill("En bro");
  await page.button("Lägg till bilden").click();
  await page.dialog.getByText("Bildfilen är för stor: den får vara högst 40 MB.").waitFor();
  assert.deepEqual(site.endpoint.sent, []);
});

/** A photo of 4800 × 3600 pixels with noise, whose camera was held upright. */
async function photo(page) {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4800, 3600);
    const context = canvas.getContext("2d");
    context.fillStyle = "#c22";
    context.fillRect(0, 0, 4800, 1800);
    const noise = context.createImageData(1200, 900);
    for (let at = 0; at < noise.data.length; at++) noise.data[at] = at % 4 === 3 ? 255 : (at * 7919) % 251;
    context.putImageData(noise, 1800, 2400);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.98 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  const jpeg = Buffer.from(base64, "base64");
  const exif = Buffer.from("45786966000049492a0008000000010012010300010000000600000000000000", "hex");
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

/** Width and height of a JPEG file, by its frame. */
function sizeOf(jpeg) {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if (jpeg[at + 1] === 0xc0 || jpeg[at + 1] === 0xc2) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
  }
  return null;
}

test("a large photo is sent smaller, upright and without the camera's notes", async (t) => {
  const page = await post(t);
  const buffer = await photo(page);
  assert.ok(buffer.length > 1024 * 1024, `${buffer.length}`);
  await page.text.focus();
  await addToText(page, { name: "bro.jpg", mimeType: "image/jpeg", buffer });
  await page.dialog.getByLabel("Vad visar bilden?").fill("En bro");
  await page.button("Lägg till bilden").click();
  await page.locator("figure img").waitFor();
  const [{ file, picture }] = site.endpoint.sent;
  assert.equal(file, "bro.jpg");
  assert.deepEqual(sizeOf(picture), [3200, 4267]);
  assert.ok(picture.length < buffer.length && !picture.includes("Exif"));
});

test("a small photo is sent as it is", async (t) => {
  const page = await post(t);
  await page.text.focus();
  await addToText(page, FILE);
  await page.dialog.getByLabel("Vad visar bilden?").fill("En bro");
  await page.button("Lägg till bilden").click();
  await page.locator("figure img").waitFor();
  assert.ok(site.endpoint.sent[0].picture.equals(FILE.buffer));
});

test("a telephone's format becomes a JPEG where the browser decodes it, and is sent as it is where not", async (t) => {
  const page = await post(t);
  for (const [name, buffer, sent] of [
    ["bro.HEIC", FILE.buffer, "bro.jpg"],
    ["bro.heic", Buffer.from("\0\0\0\x18ftypheic"), "bro.heic"],
  ]) {
    await page.text.focus();
    await addToText(page, { name, mimeType: "image/heic", buffer });
    await page.dialog.getByLabel("Vad visar bilden?").fill("En bro");
    await page.button("Lägg till bilden").click();
    await page.dialog.waitFor({ state: "detached" });
    const { file, picture } = site.endpoint.sent.at(-1);
    assert.equal(file, sent);
    assert.equal(picture.equals(buffer), sent === name);
    assert.equal(picture[0] === 0xff && picture[1] === 0xd8, sent.endsWith(".jpg"));
  }
});

test("an expired session and a lost network show a message, and the upload can be retried", async (t) => {
  const page = await post(t);
  site.endpoint.refuse(401, "Du är inte inloggad längre. Logga in och skicka bilden igen.");
  await page.text.focus();
  await addToText(page);
  await page.dialog.getByLabel("Vad visar bilden?").fill("En bro");
  await page.button("Lägg till bilden").click();
  await page.dialog.getByText("Du är inte inloggad längre. Bilden finns kvar här").waitFor();
  const logIn = page.dialog.getByRole("link", { name: "Logga in i en ny flik" });
  assert.deepEqual(
    [await logIn.getAttribute("href"), await logIn.getAttribute("target")],
    ["/admin/logga-in", "_blank"],
  );
  await page.context().setOffline(true);
  await page.button("Försök igen").click();
  await page.dialog.getByText("Det gick inte att nå webbplatsen. Bilden finns kvar här").waitFor();
  assert.equal(await logIn.isVisible(), false);
  await page.context().setOffline(false);
  await page.button("Försök igen").click();
  await page.locator("figure img").waitFor();
  assert.equal(await page.markdown(), "Före\n\n![En bro](/media/7/960.webp#1600x900)\n\nEfter\n");
});

test("several pictures get one dialog after another, and cancelling one keeps the others", async (t) => {
  const page = await post(t);
  await page.text.focus();
  await addToText(page, [FILE, { ...FILE, name: "två.png" }]);
  assert.equal(await page.dialog.count(), 1);
  await page.getByRole("heading", { name: "Lägg till en bild (1 av 2)" }).waitFor();
  await page.button("Avbryt").click();
  await page.getByRole("heading", { name: "Lägg till en bild (2 av 2)" }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".editor-waiting").length === 1);
  await page.dialog.getByLabel("Vad visar bilden?").fill("Nummer två");
  await page.button("Lägg till bilden").click();
  await page.locator("figure img").waitFor();
  assert.deepEqual(site.endpoint.sent.map(({ file }) => file), ["två.png"]);
});

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
