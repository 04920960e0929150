// A simple load generator where oha and wrk are not installed: node load.mjs URL SECONDS CONNECTIONS
import { Agent, get } from "node:http";

const [url, seconds, connections] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const headers = { "Accept-Encoding": "br" };
const from = performance.now();
const until = from + Number(seconds) * 1_000;
let count = 0;

const request = () =>
  new Promise((done, failed) => {
    get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) failed(new Error(`${url} responded ${response.statusCode}`));
      response.resume().once("end", done);
    }).once("error", failed);
  });

async function requestInLoop() {
  while (performance.now() < until) {
    await request();
    count += 1;
  }
}

await Promise.all(Array.from({ length: Number(connections) }, requestInLoop));
agent.destroy();
console.log(`Requests/sec: ${(count / (performance.now() - from)) * 1_000}`);
