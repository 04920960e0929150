// How long visitors wait: requests at a steady pace, whether or not earlier ones have been answered.
import { Agent, get } from "node:http";

const PER_SECOND = 100;

/** Requests `paths` in turn at a steady pace until `until()` is true, and returns the milliseconds of each. */
export async function latencies(url, paths, until) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const waiting = [];
  const from = performance.now();
  for (let number = 0; !until(); number += 1) {
    const due = from + (number * 1_000) / PER_SECOND;
    await new Promise((later) => setTimeout(later, Math.max(0, due - performance.now())));
    waiting.push(once(agent, url + paths[number % paths.length], due));
  }
  const measured = await Promise.all(waiting);
  agent.destroy();
  return measured;
}

/** Milliseconds from when the request was due, so that what queues behind a slow one counts. */
function once(agent, url, due) {
  return new Promise((done, failed) => {
    get(url, { agent, headers: { "Accept-Encoding": "br" } }, (response) => {
      if (response.statusCode !== 200) failed(new Error(`${url} responded ${response.statusCode}`));
      response.resume().once("end", () => done(performance.now() - due));
    }).once("error", failed);
  });
}

export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
}
