// What every fault is held against.
import assert from "node:assert/strict";

const WITHIN_MS = 15_000;

/** Waits until something holds: the server looks at itself every few seconds. */
export async function eventually(what, holds) {
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    const problem = await holds().then(() => null, (error) => error);
    if (!problem) return;
    if (Date.now() > deadline) throw new Error(`${what}: ${problem.message}`, { cause: problem });
    await new Promise((later) => setTimeout(later, 200));
  }
}

export async function status(site, path) {
  const response = await fetch(`${site.url}${path}`);
  return { status: response.status, text: await response.text() };
}

/** Readers notice nothing, and the process is alive. */
export async function expectReading(site) {
  for (const path of ["/", "/blogg", "/healthz", "/om"]) assert.equal((await status(site, path)).status, 200, path);
}

/** `/readyz` says that the site cannot work, in these words. */
export const expectNotReady = (site, words) =>
  eventually("/readyz does not tell", async () => {
    const ready = await status(site, "/readyz");
    assert.equal(ready.status, 503);
    assert.match(ready.text, words);
  });

export const expectReady = (site) =>
  eventually("the site does not heal", async () => assert.equal((await status(site, "/readyz")).status, 200));

/** A form whose save fails comes back with a sentence and all that was typed. */
export async function expectKept(saver) {
  const { status, text } = await saver.trySubmit("Kolibrin & <hennes> resa, som ingen får tappa bort.");
  assert.equal(status, 500);
  assert.match(text, /Det gick inte att spara just nu/);
  assert.match(text, /Inget du skrev är borta/);
  assert.match(text, /Kolibrin &amp; &lt;hennes&gt; resa/);
}

/** The log says something, and not once for each request. */
export function expectFewLines(site, words) {
  const lines = site.log().split("\n").filter((line) => / (WARN|ERROR) /.test(line));
  assert.match(lines.join("\n"), words);
  assert.ok(lines.length <= 12, `${lines.length} lines:\n${lines.slice(0, 20).join("\n")}`);
}
