// The site behind three Varnish nodes and an nginx at once: nothing of anybody's own is stored, junk makes no copies, a text that
// was withdrawn is gone within a second (from nginx, which is not told, within two), also from a cache that could not be
// reached, and a door opens on time.
import assert from "node:assert/strict";
import { freePort, serve } from "../support/server.mjs";
import { Editor } from "./editor.mjs";
import { Gate } from "./gate.mjs";
import { missing, startNginx, startVarnish } from "./nodes.mjs";

const why = missing();
if (why) {
  console.log(`The caches in front are left out: ${why}; .ci/setup caches installs it on Debian.`);
  process.exit(0);
}

const DOOR = "/kalender/2026/lucka/7";
const LATE_MS = 1_000;
// nginx counts whole seconds: what it keeps for one is there for almost two.
const NGINX_LATE_MS = 2_000;
// A door is kept there for up to a second, by its own clock; to look, and to fetch the open one, comes on top.
const NGINX_DOOR_LATE_MS = 1_100;
const JUNK = 100;
const WITHIN_MS = 20_000;

const ports = await Promise.all([1, 2, 3, 4].map(freePort));
const [first, second, third, gated] = ports;
const addresses = [first, second, gated].map((port) => `http://127.0.0.1:${port}/`);
// The door of the 7th opens in half a minute: until then other things are tried.
const site = await serve({ at: "2026-12-06T23:59:30", environment: { GULDKORN_PURGE: addresses.join(",") } });
const gate = await Gate.open(gated, third);
const varnishes = await Promise.all([first, second, third].map((port) => startVarnish(site.url, { port })));
const nginx = await startNginx(site.url);
const nodes = [...varnishes, nginx];
let looks = 0;

await until("all caches answer", async () => assert.equal(await unanswered(), 0));
const editor = await Editor.logIn(site, varnishes[0].url);
await nothingOfOnesOwnIsStored();
await junkMakesNoCopies();
await whatIsWithdrawnIsGone();
await theDoorOpensOnTime();
await whoCouldNotBeReachedIsToldLater();

await Promise.all(nodes.map((node) => node.stop()));
await gate.close();
await site.stop();

async function nothingOfOnesOwnIsStored() {
  for (const node of nodes) {
    editor.url = node.url;
    for (const path of ["/", "/blogg", "/admin", DOOR, "/admin/inlagg"]) {
      const own = await get(node, path, { cookie: editor.cookie, accept: "text/html" });
      assert.equal(own.headers.get("cache-control"), "private, no-store", `${node.url}${path}`);
      const other = await get(node, path);
      assert.doesNotMatch(other.text, /Eva Exempel|Redigera/, `${node.url}${path}`);
      assert.ok(!other.headers.has("set-cookie"), path);
      const again = await get(node, path, { cookie: editor.cookie, accept: "text/html" });
      assert.equal(again.headers.get("cache-control"), "private, no-store", `${node.url}${path}`);
    }
    for (const path of ["/lamna", "/healthz", "/sok?q=mod", "/api/site/start", "/admin/logga-in", "/tillganglighet/synpunkter"]) {
      const before = await asked();
      for (let round = 0; round < 3; round += 1) await get(node, path);
      assert.equal((await asked()) - before, 3, `${path} is stored by ${node.url}`);
    }
    // What visitors write into headers decides nothing for others.
    const poison = { "x-forwarded-host": "ond.example", forwarded: "host=ond.example;proto=https", cookie: "annat=1" };
    await get(node, "/om", poison);
    assert.doesNotMatch((await get(node, "/om")).text, /ond\.example/);
  }
  console.log("Caches in front: nothing of the staff, of forms or of searches was stored.");
}

async function junkMakesNoCopies() {
  for (const node of nodes) {
    await get(node, "/blogg");
    const [before, stored] = [await asked(), node.stored?.()];
    const plain = await get(node, "/blogg");
    for (let number = 0; number < JUNK; number += 1) {
      const junk = await get(node, `/blogg?utm_source=${number}&sida=0${number}&vy=${number}`, {
        "accept-encoding": number % 2 ? "gzip;q=0.1, br;q=1.0, x" : "zstd, br, gzip",
        cookie: `spar=${number}`,
        "user-agent": `${number}`,
      });
      assert.equal(junk.headers.get("etag"), plain.headers.get("etag"), "the same bytes, in brotli");
    }
    const through = (await asked()) - before;
    // nginx asks once a second.
    assert.ok(through <= 5, `${through} requests got through ${node.url}`);
    if (node.stored) assert.ok(node.stored() - stored <= 2, `${node.stored() - stored} more objects`);
    const pages = await Promise.all(["?sida=2", "?x=1&sida=2&y"].map((query) => get(node, `/blogg${query}`)));
    assert.equal(pages[0].text, pages[1].text);
    assert.notEqual(pages[0].text, plain.text, "what a page reads still counts");
    for (const query of ["", "?vy=lista", "?neutral=1", "?x=1&vy=lista&sida=2", "?sida=2"]) {
      for (const path of ["/kalender/2026", "/kalender/2026.ics", "/blogg", "/"]) {
        const [through, own] = await Promise.all([node, { url: site.url }].map((from) => get(from, path + query)));
        assert.equal(through.headers.get("etag"), own.headers.get("etag"), `${node.url}${path}${query}`);
      }
    }
  }
  console.log(`Caches in front: ${JUNK} junk queries, cookies and encodings made no copies.`);
}

async function whatIsWithdrawnIsGone() {
  const text = await editor.publish("Kanariefågel");
  for (const node of nodes) {
    await until("it is public", async () => assert.equal((await get(node, text.path)).status, 200));
    await get(node, "/blogg");
  }
  const gone = Promise.all(nodes.map((node) => timeOf(node, text.path, 410)));
  const listed = Promise.all(nodes.map((node) => timeOf(node, "/blogg", 200, (page) => !page.includes(text.path))));
  await editor.withdraw(text);
  const late = [await gone, await listed].map((times) => times.map((at) => Math.max(0, Math.round(at - editor.actedAt))));
  for (const times of late) {
    assert.ok(times.slice(0, 3).every((millis) => millis <= LATE_MS), `gone after ${times} ms`);
    assert.ok(times[3] <= NGINX_LATE_MS, `gone after ${times} ms`);
  }
  console.log(`Caches in front: a withdrawn text was gone after ${late[0].slice(0, 3)} ms (Varnish) and ${late[0][3]} ms (nginx).`);
}

async function whoCouldNotBeReachedIsToldLater() {
  const text = await editor.publish("Sidensvans");
  const [, , far] = varnishes;
  await until("it is public", async () => assert.equal((await get(far, text.path)).status, 200));
  await gate.close();
  await editor.withdraw(text);
  await until("it is gone where the cache answers", async () => assert.equal((await get(varnishes[0], text.path)).status, 410));
  assert.equal((await get(far, text.path)).status, 200, "nobody could tell this one");
  const desk = await editor.see("/admin");
  for (const words of ["har inte svarat än", "kan fortfarande visas", "Sidensvans", `127.0.0.1:${gated}`]) {
    assert.ok(desk.includes(words), `the dashboard does not say ${words}`);
  }
  await until("the others have answered", async () => assert.equal(await unanswered(), 1));
  await gate.open();
  await until("it is told later", async () => assert.equal((await get(far, text.path)).status, 410));
  await until("it has answered", async () => assert.equal(await unanswered(), 0));
  assert.ok(!(await editor.see("/admin")).includes("har inte svarat än"));
  const lines = site.log().split("\n").filter((line) => line.includes(`127.0.0.1:${gated}`));
  assert.ok(lines.length >= 2 && lines.length <= 6, `the log says:\n${lines.join("\n")}`);
  console.log("Caches in front: one that could not be reached was told when it could, and the dashboard said so meanwhile.");
}

async function theDoorOpensOnTime() {
  const origin = { url: site.url };
  // Everybody reads the closed door all the while.
  const [opened, ...times] = await Promise.all([origin, ...nodes].map((node) => opening(node)));
  const late = times.map(({ at }) => Math.round(at - opened.at));
  for (const [number, { at, closedAt }] of times.entries()) {
    assert.ok(closedAt > 0, "the machine is too slow: the door was open before anybody looked");
    assert.ok(at >= opened.closedAt, `${nodes[number].url} opened ${Math.round(opened.closedAt - at)} ms early`);
  }
  assert.ok(Math.max(...late.slice(0, 3)) <= LATE_MS && late[3] <= NGINX_DOOR_LATE_MS, `${late} ms late`);
  console.log(`Caches in front: the door opened ${late.slice(0, 3)} ms (Varnish) and ${late[3]} ms (nginx) after the site's own answer.`);
}

/** Reads a door until it is open: when it was, and when it was last known to be closed. */
async function opening(node) {
  let closedAt = 0;
  for (;;) {
    const asked = performance.now();
    const { status } = await get(node, DOOR);
    if (status === 200) return { closedAt, at: performance.now() };
    assert.equal(status, 403);
    closedAt = asked;
    await pause(5);
  }
}

/** Returns when a node first answers with a status and a text that is accepted. */
async function timeOf(node, path, status, isAccepted = () => true) {
  const deadline = performance.now() + WITHIN_MS;
  for (;;) {
    const page = await get(node, path);
    if (page.status === status && isAccepted(page.text)) return performance.now();
    if (performance.now() > deadline) throw new Error(`${node.url}${path} still answers ${page.status}`);
    await pause(10);
  }
}

async function get(node, path, headers = {}) {
  const response = await fetch(node.url + path, { headers: { "accept-encoding": "br", ...headers }, redirect: "manual" });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** How many requests have reached the site, without those for its numbers. */
async function asked() {
  const text = await metrics();
  const counts = [...text.matchAll(/^guldkorn_http_requests_total\{[^}]*\} (\d+)$/gm)].map(([, count]) => Number(count));
  return counts.reduce((sum, count) => sum + count, 0) - (looks - 1);
}

async function unanswered() {
  return Number((await metrics()).match(/^guldkorn_unanswered_caches (\d+)$/m)[1]);
}

async function metrics() {
  looks += 1;
  return (await fetch(`${site.url}/metrics`)).text();
}

async function until(what, holds) {
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    const problem = await holds().then(() => null, (error) => error);
    if (!problem) return;
    if (Date.now() > deadline) throw new Error(`${what}: ${problem.message}`, { cause: problem });
    await pause(50);
  }
}

function pause(millis) {
  return new Promise((later) => setTimeout(later, millis));
}
