// Asks the server for a page of the board, or sends one of its forms; the answer is a page either way.

/** How long an answer may take. */
const PATIENCE = 20_000;

/** Opens a page. Returns its address, and its document unless the answer is another page than a board. */
export async function open(address) {
  return ask(address, {});
}

/** Sends a form as the browser would, and returns the page to which that leads. */
export async function send(action, fields) {
  return ask(action, { method: "POST", body: new URLSearchParams(fields) });
}

async function ask(address, request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    // Without this header the server answers a script, and leads nowhere.
    const response = await fetch(address, { ...request, headers: { Accept: "text/html" }, signal: patience.signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return { address: response.url, board: response.ok ? page.querySelector("[data-board]") : null };
  } finally {
    clearTimeout(timer);
  }
}

/** The field by which the server recognizes what is sent twice. */
export function newKey() {
  return ["idempotency_key", Math.random().toString(36).slice(2)];
}
