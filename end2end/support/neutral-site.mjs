// A neutral site for the quick exit to lead to, and a proxy in front of the real site that redirects there.
import { createServer, request as send } from "node:http";

/** Redirects every quick exit of `site` to a site on another origin, which records the headers that it gets. */
export async function withNeutralSite(site) {
  const visitors = [];
  const neutral = await listen((request, response) => {
    visitors.push(request.headers);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end('<!DOCTYPE html><html lang="sv"><link rel="icon" href="data:,"><title>Väder</title><h1>Sol</h1>');
  });
  const behind = { ...site, visitors, neutral: `http://localhost:${neutral.port}/`, slow: 0 };
  const proxy = await listen((request, response) => {
    const { method, headers, url } = request;
    const onward = send(site.url + url, { method, headers }, async (got) => {
      const isQuickExit = url === "/lamna";
      if (isQuickExit) await new Promise((later) => setTimeout(later, behind.slow));
      response.writeHead(got.statusCode, isQuickExit ? { ...got.headers, location: behind.neutral } : got.headers);
      got.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  behind.url = `http://127.0.0.1:${proxy.port}`;
  behind.close = () => [neutral, proxy].forEach(({ server }) => server.closeAllConnections() ?? server.close());
  return behind;
}

function listen(handler) {
  return new Promise((ready) => {
    const server = createServer(handler).listen(0, () => ready({ server, port: server.address().port }));
  });
}
