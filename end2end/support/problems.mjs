// What goes wrong in a page without anybody seeing it.

/** Collects problems: errors, CSP violations, requests to other hosts, failed requests. */
export async function watch(page, host) {
  const problems = [];
  const documents = new Set(); // the status of a page is up to its test

  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      console.error(`CSP: ${effectiveDirective} forbids ${blockedURI} ${sample}`),
    );
  });
  page.on("pageerror", (error) => isInterruptedTransition(error) || problems.push(`uncaught: ${error.stack || error}`));
  page.on("console", (message) => {
    const unused = message.type() === "warning" && message.text().includes("preload");
    if (message.type() !== "error" && !unused) return;
    const { url } = message.location();
    if (message.text().startsWith("Failed to load resource") && documents.has(url)) return;
    problems.push(`console: ${message.text()} (${url})`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (request.isNavigationRequest()) documents.add(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host) problems.push(`foreign request: ${url}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") problems.push(`failed request: ${request.url()} ${why}`);
  });
  return problems;
}

/**
 * Chromium's error when the transition between pages (`@view-transition`) is interrupted: the page was left, shown already,
 * or slow. The site starts no transition by script, so it cannot catch the error.
 */
const isInterruptedTransition = ({ message }) => /^Transition was (skipped|aborted because of)/.test(message);
