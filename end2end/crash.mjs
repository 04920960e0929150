// `make test-crash`: kills the server with SIGKILL at random moments while a text is saved over and over, and checks after
// each restart that every save that was confirmed is still there.
import { randomInt } from "node:crypto";
import { rm } from "node:fs/promises";
import { dataFolder, serve } from "./support/server.mjs";

const SAVES = 200;
const KILL_EVERY = 3;
const MAX_DELAY_MS = 12;
const account = { email: "krasch@exempel.se", role: "editor", password: "lång nog och lätt att minnas 7" };

const data = await dataFolder();
let site = await serve({ data });
await site.addStaff(account);
let cookie = "";

/** Sends a form: as a browser without JavaScript, which gets a redirect, or as the client. */
async function send(path, fields, accept = "text/html") {
  const response = await fetch(`${site.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { accept, cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
  await response.arrayBuffer();
  if (response.status !== (accept === "text/html" ? 302 : 200)) throw new Error(`${path} responded ${response.status}`);
  return response;
}

/** Returns what the text's editor shows. */
async function editorState(id) {
  const response = await fetch(`${site.url}/admin/inlagg/${id}`, { headers: { accept: "text/html", cookie } });
  const html = await response.text();
  const hidden = (name) => Number(html.match(new RegExp(`name="${name}" value="(\\d+)"`))?.[1] ?? NaN);
  const body = html.match(/<textarea[^>]*name="body"[^>]*>\n?([^<]*)</)?.[1];
  if (body === undefined) throw new Error(`there is no text in the editor (status ${response.status})`);
  return { base: hidden("base_revision"), version: hidden("draft_version"), number: Number(body.match(/\d+/)?.[0] ?? 0) };
}

const loggedIn = await send("/api/staff/log_in", { email: account.email, password: account.password });
cookie = loggedIn.headers.getSetCookie()[0].split(";")[0];
const begun = await send("/api/text/begin", { kind: "article" });
const id = Number(begun.headers.get("location").split("/").pop());

let [confirmed, kills, unconfirmed] = [0, 0, 0];
let now = await editorState(id);
for (let number = 1; number <= SAVES; number += 1) {
  const fields = { id, base_revision: now.base, draft_version: now.version, title: "Krasch", body: `Text nummer ${number}.` };
  const isKilled = number % KILL_EVERY === 0;
  // Saved as a version or as a draft: both responses promise the same.
  const sending = number % 2 ? send("/api/text/submit", fields) : send("/api/text/autosave", fields, "application/json");
  const saving = sending.then(() => true, () => false);
  if (isKilled) {
    await new Promise((later) => setTimeout(later, randomInt(MAX_DELAY_MS)));
    process.kill(site.pid, "SIGKILL");
  }
  const isConfirmed = await saving;
  if (isConfirmed) confirmed = number;
  else unconfirmed += 1;
  if (!isConfirmed && !isKilled) throw new Error(`save ${number} was not confirmed, although the server was not killed`);
  if (isKilled) {
    kills += 1;
    site = await serve({ data });
  }
  now = await editorState(id);
  if (now.number < confirmed) throw new Error(`save ${confirmed} was confirmed and is lost: the text says ${now.number}`);
}
await site.stop();
await rm(data, { recursive: true, force: true });
console.log(`${SAVES} saves, ${kills} kills, ${unconfirmed} without a response: nothing that was confirmed is lost.`);
if (kills < Math.floor(SAVES / KILL_EVERY) || unconfirmed === 0) throw new Error("no kill interrupted a save; try again");
