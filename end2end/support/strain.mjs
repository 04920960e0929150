// What readers of a cached page notice of thousands of slow connections, of clients that read nothing, and of a flood of log-ins.
import { connect } from "node:net";
import { openLoop, percentile } from "./open-loop.mjs";
import { serve } from "./server.mjs";

const SECONDS = 4;
const RATE = 300;
const HEAD = "Host: x\r\nAccept-Encoding: identity\r\n";

/** Returns for each strain the milliseconds of the slowest hundredth of readers. */
export async function strain({ at, data, connections = 3_000 }) {
  const site = await serve({ at, data, launcher: ["taskset", "-c", "0"], environment: { RUST_LOG: "error" } });
  const { port } = new URL(site.url);
  const read = async () => {
    const answers = await openLoop({ rate: RATE, seconds: SECONDS, connections: 64, next: () => `${site.url}/kalender/2026` });
    const lost = answers.filter(({ status }) => status !== 200).length;
    return { ms: percentile(answers, 99), lost };
  };
  const holding = async (sent, reads) => {
    const held = Array.from({ length: connections }, () => hold(port, sent, reads));
    await new Promise((later) => setTimeout(later, 1_000));
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
      for (let k = 0; isFlooded; k++) await logIn(site.url, `198.51.${n}.${k % 256}`);
    });
    const logIns = await read();
    isFlooded = false;
    await Promise.all(flood);
    return { quiet, slowHeads, deafReaders, logIns };
  } finally {
    await site.stop();
  }
}

function hold(port, sent, reads) {
  const socket = connect(port, "127.0.0.1", () => socket.write(sent));
  socket.on("error", () => {});
  if (reads) socket.resume();
  else socket.pause();
  return socket;
}

async function logIn(url, network) {
  const body = new URLSearchParams({ email: "eva@exempel.se", password: "fel lösenord" });
  const headers = { Accept: "text/html", "X-Forwarded-For": network };
  await fetch(`${url}/api/staff/log_in`, { method: "POST", body, headers, redirect: "manual" }).then((answer) => answer.arrayBuffer()).catch(() => {});
}
