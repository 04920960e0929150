// How far something has come that runs on the server (app/src/admin/moving_in/views/running.rs): the page looks again by
// itself, and loads anew when it has ended.

const PERIOD = 2000;

/** Replaces the content of `region` by what the page says now, until the page says nothing of it any longer. */
export function enhanceProgress(region) {
  const link = document.querySelector("[data-progress-link]");
  if (link) link.hidden = true;
  const timer = setInterval(look, PERIOD);

  async function look() {
    if (document.hidden) return;
    let page;
    try {
      const response = await fetch(location.href);
      if (!response.ok) return;
      page = new DOMParser().parseFromString(await response.text(), "text/html");
    } catch {
      return; // The network is away. The next time it may be back.
    }
    if (!region.isConnected) return;
    const now = page.querySelector("[data-progress]");
    if (now) region.replaceChildren(...now.childNodes);
    else location.reload();
  }

  return { destroy: () => clearInterval(timer) };
}
