// `make test-crash`: kills the server with SIGKILL at random moments while a text is saved over and over, and checks after
// each restart that every save that was confirmed is still there.
import { randomInt } from "node:crypto";
import { rm } from "node:fs/promises";
import { Saver } from "./support/saver.mjs";
import { dataFolder, serve } from "./support/server.mjs";

const SAVES = 200;
const KILL_EVERY = 3;
const MAX_DELAY_MS = 12;

const data = await dataFolder();
const saver = await Saver.begin(await serve({ data }));

let [confirmed, kills, unconfirmed] = [0, 0, 0];
for (let number = 1; number <= SAVES; number += 1) {
  const isKilled = number % KILL_EVERY === 0;
  const saving = saver.save(number).then(() => true, () => false);
  if (isKilled) {
    await new Promise((later) => setTimeout(later, randomInt(MAX_DELAY_MS)));
    await saver.site.kill();
  }
  const isConfirmed = await saving;
  if (isConfirmed) confirmed = number;
  else unconfirmed += 1;
  if (!isConfirmed && !isKilled) throw new Error(`save ${number} was not confirmed, although the server was not killed`);
  if (isKilled) {
    kills += 1;
    saver.site = await serve({ data });
  }
  const found = await saver.read();
  if (found < confirmed) throw new Error(`save ${confirmed} was confirmed and is lost: the text says ${found}`);
}
await saver.site.stop();
await rm(data, { recursive: true, force: true });
console.log(`${SAVES} saves, ${kills} kills, ${unconfirmed} without a response: nothing that was confirmed is lost.`);
if (kills < Math.floor(SAVES / KILL_EVERY) || unconfirmed === 0) throw new Error("no kill interrupted a save; try again");
