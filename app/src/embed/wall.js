// Keeps a screen that nobody touches up to date.
(() => {
  const note = document.querySelector("[data-stale]");
  const sheet = (page) => page.querySelector("link[rel=stylesheet]").getAttribute("href");
  const time = (at) => {
    const { zone: timeZone } = document.body.dataset;
    return new Intl.DateTimeFormat("sv-SE", { timeStyle: "short", timeZone }).format(at).replace(":", ".");
  };
  const update = async () => {
    // Until when the page is true, by the server's clock: never past the next opening, and at most a minute.
    let seconds = 60;
    try {
      const response = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout(20000) });
      if (!response.ok) throw response.status;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      // A new version of the program has new style sheets.
      if (sheet(page) !== sheet(document)) return location.reload();
      const [shown, fresh] = [document, page].map((one) => one.querySelector("main"));
      if (shown.innerHTML !== fresh.innerHTML) shown.replaceWith(fresh);
      seconds = /max-age=(\d+)/.exec(response.headers.get("cache-control"))?.[1] ?? 0;
      note.textContent = `Uppdaterades ${time(new Date(response.headers.get("date") ?? Date.now()))}`;
      note.hidden = true;
    } catch {
      note.hidden = false;
    }
    setTimeout(update, seconds * 1000 + 1000);
  };
  const stayAwake = () => document.hidden || navigator.wakeLock?.request("screen").catch(() => {});
  document.addEventListener("visibilitychange", stayAwake);
  stayAwake();
  update();
})();
