(js, wasm, sheets, shape, eager, takeOver) => {
  if (!window.WebAssembly || navigator.connection?.saveData) return;
  const { isAsSent, begin } = takeOver(shape);
  const signs = ["pointerover", "touchstart", "focusin", "keydown"];
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    signs.forEach((sign) => removeEventListener(sign, start, true));
    if (!isAsSent()) return;
    const add = (href) =>
      new Promise((done) => {
        const sheet = { rel: "stylesheet", href, onload: done, onerror: done };
        document.head.append(Object.assign(document.createElement("link"), sheet));
      });
    const ready = import(js).then((client) => client.default({ module_or_path: wasm }).then(() => client));
    Promise.all([ready, ...sheets.map(add)]).then(([client]) => client.hydrate(begin));
  };
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(start);
  addEventListener("load", () => (eager ? whenIdle() : setTimeout(whenIdle, 10000)));
  // Not before the page is whole: a pointer may rest where its first part is painted.
  const listen = () => signs.forEach((sign) => addEventListener(sign, start, { capture: true, passive: true }));
  if (!eager) addEventListener("DOMContentLoaded", listen);
}
