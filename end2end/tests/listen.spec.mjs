// A text that can be heard: recorded, sent, heard by a reader, and gone with the text. With and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { begin, body, flash, press } from "../support/editor.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

/** Two seconds of a tone as WAV, with a word in it that nobody may find again. */
function tone() {
  const sound = Buffer.from(Array.from({ length: 16000 }, (_, at) => 128 + Math.round(60 * Math.sin(at / 6))));
  const chunk = (name, content) => {
    const head = Buffer.alloc(8);
    head.write(name);
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content]);
  };
  const format = Buffer.alloc(16);
  [1, 1].forEach((value, at) => format.writeUInt16LE(value, at * 2));
  [8000, 8000].forEach((value, at) => format.writeUInt32LE(value, 4 + at * 4));
  [1, 8].forEach((value, at) => format.writeUInt16LE(value, 12 + at * 2));
  const parts = [
    chunk("LIST", Buffer.from("INFOIART KANARIEFAGEL   ")),
    chunk("fmt ", format),
    chunk("data", sound),
  ];
  const buffer = Buffer.concat([Buffer.from("RIFF\0\0\0\0WAVE"), ...parts]);
  return { name: "Anna Andersson.wav", mimeType: "audio/wav", buffer };
}

const file = (page) => page.locator("#recording-file");
const save = (page) => page.getByRole("button", { name: "Spara inspelningen" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);
    // axe is a script.
    const accessible = (page, what) => (javaScriptEnabled ? expectAccessible(page, what) : undefined);

    test("a text is recorded, heard, and silent when it is withdrawn", async ({ page, site, browser }) => {
      const words = `Lyssna ${javaScriptEnabled} ${Date.now()}`;
      await logIn(page, await newAccount(site, { role: "editor" }));
      await begin(page, { kind: "article" }, { javaScriptEnabled });
      await page.getByLabel("Rubrik").fill(words);
      await body(page).fill("Vi berättar om året.");
      await press(page, "Publicera");
      await expect(flash(page)).toContainText("Texten är publicerad");
      const editor = page.url();

      await ready(page);
      await file(page).setInputFiles({ ...tone(), buffer: Buffer.from("<html> är inget ljud") });
      await page.getByLabel("Utskrift av det som sägs").fill("En ton.");
      await save(page).click();
      await expect(page.locator('.notice[role="alert"]')).toContainText("ingen ljudfil");
      await expect(page.getByLabel("Utskrift av det som sägs")).toHaveValue("En ton.");
      await ready(page);
      await page.getByLabel("Utskrift av det som sägs").fill("");
      await file(page).setInputFiles(tone());
      await save(page).click();
      await expect(flash(page)).toContainText("Inspelningen är sparad (2\u00a0s)");
      await expect(page.locator("#remarks")).toContainText("stämmer texten ord för ord?");
      await accessible(page);
      await ready(page);
      await page.getByLabel("Utskrift av det som sägs").fill("En ton ljuder.\n\nDen slutar.");
      await save(page).click();
      await expect(flash(page)).toContainText("Det som står om inspelningen är sparat");
      await expect(page.locator("#remarks")).not.toContainText("ord för ord?");

      const reader = await browser.newContext({ javaScriptEnabled });
      const post = await reader.newPage();
      await visit(post, `${site.url}/blogg`);
      await post.getByRole("link", { name: words }).first().click();
      const player = post.locator(".listen");
      await expect(player).toContainText("Lyssna, 2\u00a0s");
      await expect(post.locator("[data-aloud]")).toHaveCount(0);
      await expect(player.getByRole("link", { name: /^Ladda ner ljudet \(WAV, 16\skB\)$/ })).toBeVisible();
      await player.getByText("Läs det som sägs").click();
      await expect(player.getByText("En ton ljuder.")).toBeVisible();
      await accessible(post);
      const sound = player.locator("audio");
      await expect(sound).toHaveAttribute("preload", "none");
      const address = new URL(await sound.getAttribute("src"), site.url).href;
      expect(address).not.toContain("Anna");
      const part = await reader.request.get(address, { headers: { range: "bytes=0-1" } });
      expect(part.status()).toBe(206);
      expect(part.headers()["content-range"]).toBe("bytes 0-1/16044");
      expect((await (await reader.request.get(address)).body()).includes("KANARIE")).toBe(false);
      if (javaScriptEnabled) {
        await sound.evaluate(async (audio) => {
          window.sound = audio;
          audio.muted = true;
          audio.loop = true;
          await audio.play();
        });
        expect(await sound.evaluate((audio) => Math.round(audio.duration))).toBe(2);
        // Following a link within the site ends the sound, which the page that follows does not show.
        await hydrated(post);
        await post.getByRole("link", { name: "Blogg" }).first().click();
        await expect(post).toHaveURL(/\/blogg$/);
        await expect.poll(() => post.evaluate(() => window.sound?.paused ?? true)).toBe(true);
      }

      await visit(page, editor);
      await ready(page);
      await page.getByRole("button", { name: "Ta bort inspelningen" }).click();
      await expect(flash(page)).toContainText("Inspelningen är borttagen");
      expect((await reader.request.get(address)).status()).toBe(404);
      await ready(page);
      await page.getByRole("button", { name: /^Ta tillbaka inspelningen/ }).click();
      await expect(flash(page)).toContainText("Inspelningen är tillbaka");
      expect((await reader.request.get(address)).status()).toBe(200);
      await ready(page);
      await press(page, "Dra tillbaka");
      await expect(flash(page)).toContainText("Texten är tillbakadragen");
      expect((await reader.request.get(address)).status()).toBe(404);
      await reader.close();
    });
  });
}

test("leaving a sensitive text ends the sound at once", async ({ page, site, browser }) => {
  const words = `Tyst ${Date.now()}`;
  await logIn(page, await newAccount(site, { role: "editor" }));
  await begin(page, { kind: "article" });
  await page.getByLabel("Rubrik").fill(words);
  await body(page).fill("Vi berättar.");
  await page.getByLabel("Känsligt innehåll").check();
  await press(page, "Publicera");
  await file(page).setInputFiles(tone());
  await save(page).click();
  await expect(flash(page)).toContainText("Inspelningen är sparad");
  const path = await page.getByRole("link", { name: "Visa på webbplatsen" }).getAttribute("href");
  const reader = await browser.newContext();
  const post = await reader.newPage();
  // Where it leads to would be another site.
  await reader.route("**/lamna", () => {});
  await visit(post, `${site.url}${path}`);
  await expect(post).not.toHaveTitle(new RegExp(words));
  // While the page leaves, nothing can be asked of it.
  let tell;
  const paused = new Promise((resolve) => (tell = resolve));
  await post.exposeFunction("tellPaused", () => tell());
  await post.locator("audio").evaluate(async (audio) => {
    audio.onpause = () => globalThis.tellPaused();
    audio.muted = true;
    audio.loop = true;
    await audio.play();
  });
  for (let time = 0; time < 3; time += 1) await post.keyboard.press("Shift");
  await paused;
  await reader.close();
});
