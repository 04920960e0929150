// Requests that come when they come, whether or not the earlier ones were answered: as many readers do.
import { Agent, get } from "node:http";

const TIMEOUT_MS = 5_000;

/**
 * Sends `rate` requests a second for some seconds, each to the URL that `next(n)` names. Returns for each when it was due and when it
 * was answered (by `performance.now()`), and its status; 0 for none.
 */
export async function openLoop({ rate, seconds, connections = 256, next }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const from = performance.now();
  const pending = [];
  for (let sent = 0; sent < rate * seconds; ) {
    const due = Math.min(Math.floor(((performance.now() - from) * rate) / 1_000), rate * seconds);
    for (; sent < due; sent++) pending.push(request(agent, next(sent), from + (sent * 1_000) / rate));
    await new Promise((later) => setTimeout(later, 1));
  }
  const answers = await Promise.all(pending);
  agent.destroy();
  return answers;
}

function request(agent, url, due) {
  return new Promise((done) => {
    const answered = (status) => done({ due, at: performance.now(), status });
    get(url, { agent, headers: { "Accept-Encoding": "br" }, timeout: TIMEOUT_MS }, (response) => {
      response.resume().once("end", () => answered(response.statusCode)).once("error", () => answered(0));
    })
      .once("timeout", function () {
        this.destroy();
      })
      .once("error", () => answered(0));
  });
}

/** The milliseconds within which so many of a hundred were answered. */
export function percentile(answers, hundredth) {
  const times = answers.map(({ due, at }) => at - due).toSorted((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor((times.length * hundredth) / 100))];
}
