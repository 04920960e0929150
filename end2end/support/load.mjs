// A plain load generator for machines without oha or wrk: node load.mjs URL SECONDS CONNECTIONS
import { Agent, get } from "node:http";

const [url, seconds, connections] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const headers = { "Accept-Encoding": "br" };
const from = performance.now();
const until = from + Number(seconds) * 1_000;
let answered = 0;

const ask = () =>
  new Promise((done, failed) => {
    get(url, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) failed(new Error(`${url} answered ${answer.statusCode}`));
      answer.resume().once("end", done);
    }).once("error", failed);
  });

async function keepAsking() {
  while (performance.now() < until) {
    await ask();
    answered += 1;
  }
}

await Promise.all(Array.from({ length: Number(connections) }, keepAsking));
agent.destroy();
console.log(`Requests/sec: ${(answered / (performance.now() - from)) * 1_000}`);
