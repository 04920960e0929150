// A neutral site of our own for the quick exit to lead to, and before the real site a proxy that leads there.
import { createServer, request as ask } from "node:http";

/** Leads every way out of `site` to a site on another origin, and notes what that one got to know. */
export async function withNeutralSite(site) {
  const visitors = [];
  const neutral = await listen((request, answer) => {
    visitors.push(request.headers);
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.end('<!DOCTYPE html><html lang="sv"><link rel="icon" href="data:,"><title>Väder</title><h1>Sol</h1>');
  });
  const behind = { ...site, visitors, neutral: `http://localhost:${neutral.port}/`, slow: 0 };
  const proxy = await listen((request, answer) => {
    const { method, headers, url } = request;
    const onward = ask(site.url + url, { method, headers }, async (got) => {
      const isWayOut = url === "/lamna";
      if (isWayOut) await new Promise((later) => setTimeout(later, behind.slow));
      answer.writeHead(got.statusCode, isWayOut ? { ...got.headers, location: behind.neutral } : got.headers);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    request.pipe(onward);
  });
  behind.url = `http://127.0.0.1:${proxy.port}`;
  behind.close = () => [neutral, proxy].forEach(({ server }) => server.closeAllConnections() ?? server.close());
  return behind;
}

function listen(answer) {
  return new Promise((ready) => {
    const server = createServer(answer).listen(0, () => ready({ server, port: server.address().port }));
  });
}
