// How far the recording of a text has come while it is sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, site } from "./support/pictures.mjs";

const SOUND = { name: "tal.mp3", mimeType: "audio/mpeg", buffer: Buffer.alloc(9_000_000) };
const save = (page) => page.button("Spara inspelningen");

async function editor(t) {
  const page = await site.recording();
  t.after(async () => {
    site.endpoint.release();
    const violations = await page.evaluate(() => window.violations);
    await page.context().close();
    const problems = page.problems.filter((problem) => !problem.startsWith("Failed to load resource"));
    assert.deepEqual([violations, problems], [[], []]);
  });
  await page.getByLabel("Ljudfil").setInputFiles(SOUND);
  return page;
}

test("a recording tells how far it has come, and the page comes anew", async (t) => {
  const page = await editor(t);
  await page.getByLabel("Utskrift").fill("Hej!");
  site.endpoint.hold();
  site.endpoint.responses.push([204]);
  await save(page).click();
  await page.getByText(/^Skickar inspelningen: \d+ %$/).waitFor();
  assert.equal(await save(page).isVisible(), false);
  assert.equal(await page.button("Stoppa").evaluate((button) => button === document.activeElement), true);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run("main"));
  assert.deepEqual(violations.map(({ id }) => id), []);
  const load = page.waitForEvent("load");
  site.endpoint.release();
  await load;
  const [{ path, accept, file }] = site.endpoint.sent;
  const { fields } = site.endpoint;
  assert.deepEqual([path, accept, file], ["/admin/inlagg/8/inspelning", "application/json", "tal.mp3"]);
  assert.deepEqual([fields.transcript, fields.act], ["Hej!", "save"]);
});

test("it can be stopped, and sent again", async (t) => {
  const page = await editor(t);
  site.endpoint.hold();
  await save(page).click();
  await page.button("Stoppa").click();
  await page.getByText("Inspelningen skickades inte.").waitFor({ state: "attached" });
  assert.equal(await save(page).evaluate((button) => button === document.activeElement), true);
  site.endpoint.release();
  site.endpoint.responses.push([401], [500], [204]);
  await save(page).click();
  await page.getByText("Du är inte inloggad längre. Ljudfilen finns kvar här").waitFor();
  await save(page).click();
  await page.getByText("Inspelningen kunde inte sparas.").waitFor();
  const load = page.waitForEvent("load");
  await save(page).click();
  await load;
});

test("what is too large is not sent, and without a file the form is a form", async (t) => {
  const page = await editor(t);
  await page.locator("#recording-file").evaluate((input) => {
    const large = new DataTransfer();
    large.items.add(new File([new Uint8Array(60 * 1024 * 1024 + 1)], "tal.wav"));
    input.files = large.files;
  });
  await save(page).click();
  await page.getByText("den får vara högst 60 MB").waitFor();
  assert.deepEqual(site.endpoint.sent, []);
  await page.getByLabel("Ljudfil").setInputFiles([]);
  const sent = page.waitForRequest((request) => request.isNavigationRequest());
  const load = page.waitForEvent("load");
  await save(page).click();
  assert.equal((await sent).method(), "POST");
  await load;
  await page.goBack();
});
