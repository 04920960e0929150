// Logs in without a browser.
import { newAccount } from "./staff.mjs";

/** Returns the headers of an editor's requests. */
export async function logInByForm(site) {
  const { email, password } = await newAccount(site, { role: "editor" });
  const request = {
    method: "POST",
    body: new URLSearchParams({ email, password }),
    headers: { Accept: "text/html" },
    redirect: "manual",
  };
  const { headers } = await fetch(`${site.url}/api/staff/log_in`, request);
  const cookie = headers.getSetCookie().map((line) => line.split(";")[0]).find((line) => line.includes("guldkorn="));
  return { Accept: "text/html", Cookie: cookie };
}
