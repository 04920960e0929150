// Measures how long the server takes for the board of a year in which every day has its text.
import { logInByForm } from "../support/log-in-by-form.mjs";
import { serve } from "../support/server.mjs";

export const DAYS = 366;
const TIMES = 20;

/** Returns the milliseconds of each request. */
export async function boardTimes({ at, data }) {
  const site = await serve({ at, data });
  try {
    const headers = await logInByForm(site);
    const send = async (action, fields) => {
      const request = { method: "POST", body: new URLSearchParams(fields), headers, redirect: "manual" };
      const response = await fetch(`${site.url}/api/${action}`, request);
      if (response.status !== 302) throw new Error(`${action} responded ${response.status}`);
      return response.headers.get("location").split("/").at(-1);
    };
    const settings = { title: "Ett helt år", first_day: "2028-01-01", days: `${DAYS}`, opens_at: "06:00", time_zone: "Europe/Stockholm" };
    const edition = await send("calendar/create_edition", Object.entries(settings).map(([name, value]) => [`edition[${name}]`, value]));
    for (let day = 1; day <= DAYS; day++) {
      const id = await send("text/begin", { kind: "guldkorn", form: "story", edition, day });
      const text = { id, base_revision: "1", draft_version: "0", title: `Dag ${day}`, body: "En text med några ord.\n\n".repeat(20) };
      await send("text/submit", text);
    }
    const times = [];
    for (let count = 0; count < TIMES; count++) times.push(await once(`${site.url}/admin/tavla?kalender=${edition}`, headers));
    return times;
  } finally {
    await site.stop();
  }
}

async function once(url, headers) {
  const from = performance.now();
  const page = await (await fetch(url, { headers: { ...headers, "Accept-Encoding": "identity" } })).text();
  const time = performance.now() - from;
  const days = page.match(/data-day=/g)?.length;
  if (days !== DAYS) throw new Error(`${days} days on the board`);
  return time;
}
