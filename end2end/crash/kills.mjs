// Kills the server, and the command beside it, with SIGKILL at random moments while one kind of work goes on, and checks
// after each restart that everything that was confirmed is there and nothing is half there.
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder, serve } from "../support/server.mjs";
import { check, expectNothingHalf } from "./command.mjs";
import { Backups } from "./kinds/backups.mjs";
import { Documents } from "./kinds/documents.mjs";
import { Imports } from "./kinds/imports.mjs";
import { Nightly } from "./kinds/nightly.mjs";
import { Pictures } from "./kinds/pictures.mjs";
import { Restores } from "./kinds/restores.mjs";
import { Texts } from "./kinds/texts.mjs";
import { Staff } from "./staff.mjs";

/** How often everything that was ever confirmed is looked at, and not only what is new. */
const THOROUGH_EVERY = 50;
const BACK_WITHIN_MS = 1_000;
/** What a client says whose server is gone. */
const CUT_OFF = /fetch failed|terminated|other side closed|ECONN/i;

/** The site under test, and what the kinds of work share. */
class Bench {
  slowest = 0;
  #confirmed = new Map();
  #killed = [];
  #started = () => {};

  constructor(random, folder) {
    this.random = random;
    this.folder = folder;
    this.data = join(folder, "data");
  }

  /** Makes a folder for one kind of work. */
  async folderOf(name) {
    const folder = join(this.folder, name);
    await mkdir(folder);
    return folder;
  }

  /** Begins with a site that somebody works on. */
  async begin() {
    this.site = await serve({ data: this.data });
    this.staff = await Staff.begin(this.site);
  }

  /** Starts the site again, and measures how long it takes until its start page is there. */
  async restart() {
    const start = performance.now();
    this.site = this.staff.site = await serve({ data: this.data });
    const response = await fetch(`${this.site.url}/`);
    if (!response.ok) throw new Error(`after a restart the start page responded ${response.status}`);
    const took = performance.now() - start;
    this.slowest = Math.max(this.slowest, took);
    if (took > BACK_WITHIN_MS) throw new Error(`the site was back after ${Math.round(took)} ms`);
  }

  confirmed(kind) {
    if (kind.repeats) this.startDelay();
    this.#confirmed.set(kind.name, (this.#confirmed.get(kind.name) ?? 0) + 1);
  }

  count = (kind) => this.#confirmed.get(kind.name) ?? 0;

  /** Names a process that is killed in this round, beside or instead of the server. */
  alsoKill(process) {
    this.#killed.push(process);
  }

  /** Begins the time to the kill anew: what came before was preparation. */
  startDelay() {
    this.#started();
  }

  /** Returns how long a command takes that is to be killed, and somewhat more, so that it is also done sometimes. */
  async longest(work) {
    const start = performance.now();
    await work();
    return 2 * (performance.now() - start);
  }

  /** Copies the data folder of the stopped or killed site. */
  copyTo = (folder) => cp(this.data, folder, { recursive: true });

  /** Does one kind of work until a random moment, and kills the server then. Returns whether that interrupted it. */
  async interrupt(kind) {
    this.#killed = [];
    const prepared = new Promise((resolved) => {
      this.#started = resolved;
    });
    let isDone = false;
    const working = kind.work(this).then(
      () => { isDone = true; },
      (problem) => problem,
    );
    // Half of the times something has been confirmed before, so that there is something to lose.
    if (kind.prepares || (kind.repeats && this.random.chance(0.5))) await Promise.race([prepared, working]);
    await new Promise((later) => setTimeout(later, this.random.below(kind.longestDelay)));
    const wasInterrupted = !isDone;
    // A command is killed with the server beside it, or alone.
    const isAlone = this.#killed.length > 0 && this.random.chance(0.5);
    for (const process of this.#killed) await process.kill();
    if (!isAlone) await this.site.kill();
    const problem = await working;
    if (problem && !CUT_OFF.test(`${problem} ${problem.cause}`)) throw problem;
    if (isAlone) await this.site.kill();
    return wasInterrupted;
  }
}

/** Runs so many kills, evenly over the kinds of work, and returns a sentence about each kind. */
export async function kills(number, random) {
  const folder = await dataFolder();
  const bench = new Bench(random, folder);
  await bench.begin();
  const kinds = [new Texts(), new Pictures(), new Documents(), new Backups(), new Nightly(), new Imports(), new Restores()];
  for (const kind of kinds) await kind.begin(bench);
  const interrupted = new Map(kinds.map((kind) => [kind, 0]));
  const started = performance.now();
  for (let round = 1; round <= number; round += 1) {
    const kind = kinds[round % kinds.length];
    if (await bench.interrupt(kind)) interrupted.set(kind, interrupted.get(kind) + 1);
    await bench.restart();
    try {
      await check(bench.data);
      const isThorough = round % THOROUGH_EVERY === 0 || round === number;
      for (const one of isThorough ? kinds : [kind]) await one.verify(bench, isThorough);
      await expectNothingHalf(bench.data);
    } catch (problem) {
      throw new Error(`round ${round} (${kind.name}): ${problem.message}\nSee ${folder}\n${bench.site.log()}`);
    }
  }
  await bench.site.stop();
  await check(bench.data);
  await rm(folder, { recursive: true });
  for (const [kind, times] of interrupted) {
    if (times === 0) throw new Error(`no kill interrupted ${kind.name}: give more of them`);
    if (bench.count(kind) === 0) throw new Error(`${kind.name} were never confirmed, so nothing was proved: give more kills`);
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  const lines = kinds.map((kind) => `  ${kind.name}: ${interrupted.get(kind)} interrupted, ${bench.count(kind)} confirmed`);
  return [`${number} kills in ${seconds} s; back after ${Math.round(bench.slowest)} ms at most. Nothing that was confirmed is lost.`, ...lines].join("\n");
}
