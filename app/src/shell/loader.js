(js, wasm, eager) => {
  if (navigator.connection?.saveData) return;
  const signs = ["pointerover", "touchstart", "focusin", "keydown"];
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    signs.forEach((sign) => removeEventListener(sign, start, true));
    import(js).then((client) => client.default({ module_or_path: wasm }).then(() => client.hydrate()));
  };
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(start);
  addEventListener("load", () => (eager ? whenIdle() : setTimeout(whenIdle, 10000)));
  if (!eager) signs.forEach((sign) => addEventListener(sign, start, { capture: true, passive: true }));
}
