// Pictures in a post's text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FILE, LARGE, NO_PICTURE, addToText, choose, focusOn, post, site } from "./support/pictures.mjs";

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
