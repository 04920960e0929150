// What readers of a cached page notice of thousands of slow connections, of clients that read nothing, and of a flood of log-ins.
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { percentile } from "./open-loop.mjs";
import { serve } from "../support/server.mjs";
import { steadyLoad } from "./steady-load.mjs";

const SECONDS = 4;
const RATE = 320;
const STRANGER = Object.values(networkInterfaces()).flat().find(({ family, internal }) => family === "IPv4" && !internal)?.address;
/** What each of those who flood waits between two log-ins: the readers' program needs its core, too. */
const FLOOD_PAUSE_MS = 20;
const HEAD = "Host: x\r\nAccept-Encoding: identity\r\n";

/** Returns for each strain what it is, the milliseconds of the slowest hundredth of readers, and how many of them got nothing. */
export async function strain({ at, data, connections = 10_000 }) {
  const site = await serve({ at, data, launcher: ["taskset", "-c", "0"], environment: { RUST_LOG: "error" } });
  const { port } = new URL(site.url);
  const read = async () => {
    const answers = await steadyLoad({ url: `${site.url}/kalender/2026`, rate: RATE, seconds: SECONDS });
    const lost = answers.filter(({ status }) => status !== 200).length;
    return { ms: percentile(answers, 99), lost };
  };
  const holding = async (sent, reads) => {
    const held = Array.from({ length: connections }, () => hold(port, sent, reads));
    await pause(3_000);
    const found = await read();
    held.forEach((socket) => socket.destroy());
    return found;
  };
  try {
    await read(); // warms up
    const quiet = await read();
    const slowHeads = await holding(`GET / HTTP/1.1\r\n${HEAD}`, true);
    const deafReaders = await holding(`GET /kalender/2026 HTTP/1.1\r\n${HEAD}\r\n`, false);
    let isFlooded = true;
    const flood = Array.from({ length: 32 }, async (_, n) => {
      for (let k = 0; isFlooded; k++) {
        await logIn(site.url, `198.51.${n}.${k % 256}`);
        await pause(FLOOD_PAUSE_MS);
      }
    });
    const logIns = await read();
    isFlooded = false;
    await Promise.all(flood);
    return {
      quiet,
      slowHeads: { what: `${connections} slow connections`, ...slowHeads },
      deafReaders: { what: `${connections} that read nothing`, ...deafReaders },
      logIns: { what: "a flood of log-ins", ...logIns },
    };
  } finally {
    await site.stop();
  }
}

/** From the machine's own address, so as a stranger: whoever comes from 127.0.0.1 is a proxy, which gets all connections. */
function hold(port, sent, reads) {
  const socket = connect({ host: "127.0.0.1", port, localAddress: STRANGER }, () => socket.write(sent));
  socket.on("error", () => {});
  if (reads) socket.resume();
  else socket.pause();
  return socket;
}

const pause = (millis) => new Promise((later) => setTimeout(later, millis));

async function logIn(url, network) {
  const body = new URLSearchParams({ email: "eva@exempel.se", password: "fel lösenord" });
  const headers = { Accept: "text/html", "X-Forwarded-For": network };
  await fetch(`${url}/api/staff/log_in`, { method: "POST", body, headers, redirect: "manual" }).then((answer) => answer.arrayBuffer()).catch(() => {});
}
