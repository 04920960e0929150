// `make test-crash`: kills the server with -9 at random moments while a text is saved over and over, and looks after each
// restart whether everything that was answered is still there.
import { randomInt } from "node:crypto";
import { rm } from "node:fs/promises";
import { dataFolder, serve } from "./support/server.mjs";

const SAVES = 200;
const KILLED_EVERY = 3;
const LONGEST_WAIT_MS = 12;
const account = { email: "krasch@exempel.se", role: "editor", password: "lång nog och lätt att minnas 7" };

const data = await dataFolder();
let site = await serve({ data });
await site.addStaff(account);
let cookie = "";

/** Sends a form: plainly, which is answered by a redirect, or as the client does. */
async function send(path, fields, accept = "text/html") {
  const answer = await fetch(`${site.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { accept, cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
  await answer.arrayBuffer();
  if (answer.status !== (accept === "text/html" ? 302 : 200)) throw new Error(`${path} answered ${answer.status}`);
  return answer;
}

/** What stands on the text's desk. */
async function desk(id) {
  const answer = await fetch(`${site.url}/admin/inlagg/${id}`, { headers: { accept: "text/html", cookie } });
  const html = await answer.text();
  const hidden = (name) => Number(html.match(new RegExp(`name="${name}" value="(\\d+)"`))?.[1] ?? NaN);
  const body = html.match(/<textarea[^>]*name="body"[^>]*>\n?([^<]*)</)?.[1];
  if (body === undefined) throw new Error(`there is no text on the desk (status ${answer.status})`);
  return { base: hidden("base"), known: hidden("known"), number: Number(body.match(/\d+/)?.[0] ?? 0) };
}

const loggedIn = await send("/api/staff/log_in", { email: account.email, password: account.password });
cookie = loggedIn.headers.getSetCookie()[0].split(";")[0];
const begun = await send("/api/text/begin", { kind: "article" });
const id = Number(begun.headers.get("location").split("/").pop());

let [answered, kills, unanswered] = [0, 0, 0];
let now = await desk(id);
for (let number = 1; number <= SAVES; number += 1) {
  const fields = { id, base: now.base, known: now.known, title: "Krasch", body: `Text nummer ${number}.` };
  const isKilled = number % KILLED_EVERY === 0;
  // Saved as a version, or kept as a draft: both answers promise the same.
  const sending = number % 2 ? send("/api/text/save", fields) : send("/api/text/keep", fields, "application/json");
  const saving = sending.then(() => true, () => false);
  if (isKilled) {
    await new Promise((later) => setTimeout(later, randomInt(LONGEST_WAIT_MS)));
    process.kill(site.pid, "SIGKILL");
  }
  const isAnswered = await saving;
  if (isAnswered) answered = number;
  else unanswered += 1;
  if (!isAnswered && !isKilled) throw new Error(`save ${number} was not answered, and nobody had killed the server`);
  if (isKilled) {
    kills += 1;
    site = await serve({ data });
  }
  now = await desk(id);
  if (now.number < answered) throw new Error(`save ${answered} was answered and is lost: the text says ${now.number}`);
}
await site.stop();
await rm(data, { recursive: true, force: true });
console.log(`${SAVES} saves, ${kills} kills, ${unanswered} without an answer: nothing that was answered is lost.`);
if (kills < Math.floor(SAVES / KILLED_EVERY) || unanswered === 0) throw new Error("the kills came at no interesting moment; try again");
