// Keeps a screen that nobody touches up to date, until somebody wants to read on in peace.
(() => {
  const [note, button, told] = ["stale", "pause", "told"].map((name) => document.querySelector(`[data-${name}]`));
  const sheet = (page) => page.querySelector("link[rel=stylesheet]").getAttribute("href");
  const day = (main) => main.querySelector(".plate")?.textContent;
  const time = (at) => {
    const { zone: timeZone } = document.body.dataset;
    return new Intl.DateTimeFormat("sv-SE", { timeStyle: "short", timeZone }).format(at).replace(":", ".");
  };
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");
  let [waiting, looks, step] = [0, 0, 0];
  // Until when no other day is shown; 0: it is. An hour at most, since whoever paused may be gone.
  let paused = 0;
  // Two pixels to each side in turn, as much as the body is padded, so that nothing burns into the screen.
  const shift = () => {
    for (const axis of "xy") document.body.style.setProperty(`--${axis}`, `${((axis === "x" ? step : step >> 1) & 1) * 4 - 2}px`);
    step++;
  };
  const update = async () => {
    // Until when the page is true, by the server's clock: never past the next opening, and at most a minute.
    let seconds = 60;
    if (paused && paused < Date.now()) pause();
    try {
      const response = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout(20000) });
      if (!response.ok) throw response.status;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      // A new version of the program has new style sheets.
      if (sheet(page) !== sheet(document)) return location.reload();
      const [shown, fresh] = [document, page].map((one) => one.querySelector("main"));
      const isNew = shown.innerHTML !== fresh.innerHTML;
      // What was corrected or withdrawn is never held back.
      if (isNew && (!paused || day(shown) === day(fresh))) shown.replaceWith(fresh);
      looks++;
      if (!paused && (isNew || (looks % 10 === 0 && !reduced.matches))) shift();
      seconds = /max-age=(\d+)/.exec(response.headers.get("cache-control"))?.[1] ?? 0;
      note.textContent = `Uppdaterades ${time(new Date(response.headers.get("date") ?? Date.now()))}`;
      note.hidden = true;
    } catch {
      note.hidden = false;
    }
    clearTimeout(waiting);
    waiting = setTimeout(update, seconds * 1000 + 1000);
  };
  const pause = () => {
    paused = paused ? 0 : Date.now() + 3600000;
    button.textContent = paused ? "Fortsätt" : "Pausa";
    told.textContent = paused ? `Pausad till ${time(paused)}. Mellanslag fortsätter.` : "Nya luckor visas igen.";
  };
  const toggle = () => {
    pause();
    if (paused) return;
    update();
    setTimeout(() => paused || (told.textContent = ""), 9000);
  };
  button.hidden = false;
  button.onclick = toggle;
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || event.repeat || event.target === button) return;
    event.preventDefault();
    toggle();
  });
  const stayAwake = () => document.hidden || navigator.wakeLock?.request("screen").catch(() => {});
  document.addEventListener("visibilitychange", stayAwake);
  stayAwake();
  update();
})();
