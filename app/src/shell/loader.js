// Loads the client: see page_script.rs. A part of the script of every page, which runs when the page has been parsed.
const { js, wasm, takeover, sheets, shape, eager } = document.querySelector("script[data-wasm]").dataset;
const app = document.querySelector("[data-app]");
const parsed = document.implementation.createHTMLDocument("").importNode(app, true);
const signs = ["pointermove", "touchstart", "focusin", "keydown"];
let started = false;

const isAsSent = () => {
  const nodes = document.createTreeWalker(parsed);
  let found = 0;
  for (let node; (node = nodes.nextNode()); ) {
    const { nodeType, previousSibling, parentNode } = node;
    // A long text is parsed into several nodes, and the first line break of a text area into none.
    const isUncounted = nodeType === 3 && (previousSibling?.nodeType === 3 || parentNode.nodeName === "TEXTAREA");
    if (!isUncounted) found = (Math.imul(found, 31) + nodeType) >>> 0;
  }
  return found === Number(shape);
};
const start = ({ type, movementX, movementY } = {}) => {
  // A pointer that rests is told of what is painted below it, too.
  const isResting = type === "pointermove" && !movementX && !movementY;
  if (started || isResting) return;
  started = true;
  signs.forEach((sign) => removeEventListener(sign, start, true));
  if (!isAsSent()) return;
  const add = (href) =>
    new Promise((done) => {
      const sheet = { rel: "stylesheet", href, onload: done, onerror: done };
      document.head.append(Object.assign(document.createElement("link"), sheet));
    });
  const ready = import(js).then((client) => client.default({ module_or_path: wasm }).then(() => client));
  Promise.all([ready, import(takeover), ...sheets.split(" ").filter(Boolean).map(add)]).then(([client, { begin }]) => client.hydrate(() => begin(parsed)));
};
// A browser that draws nothing for a while, or is never idle, is not waited for.
const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(() => start(), { timeout: 3000 });
if (window.WebAssembly && !navigator.connection?.saveData) {
  addEventListener("load", () => (eager === "true" ? whenIdle() : setTimeout(whenIdle, 10000)));
  if (eager !== "true") signs.forEach((sign) => addEventListener(sign, start, { capture: true, passive: true }));
}
