// Uploads a picture, or another file. By `XMLHttpRequest`, since `fetch` reports no progress.

const URL_PATH = "/admin/bilder";
/** The server's limit. It closes the connection on a much larger file, so that no response would be read. */
const MAX_BYTES = 40 * 1024 * 1024;
/** Longer than the server's own limit. */
const TIMEOUT_MS = 5 * 60 * 1000;

const TOO_LARGE = "Bildfilen är för stor: den får vara högst 40 MB. Gör bilden mindre och försök igen.";
const LOST =
  "Det gick inte att nå webbplatsen. Bilden finns kvar här: kontrollera att du har nät och försök sedan igen.";
const LOGGED_OUT = "Du är inte inloggad längre. Bilden finns kvar här: logga in i en ny flik och försök sedan igen.";
const FAILED = "Bilden kunde inte sparas. Vänta en stund och försök igen, eller välj en annan bild.";

/** Statuses with which the same picture would be refused again. */
const FINAL = [413, 415, 422];

/** Why an upload failed. `message` is shown; `canRetry` says whether the same picture may be accepted later. */
export class UploadError extends Error {
  constructor(message, { canRetry = true, loggedOut = false } = {}) {
    super(message);
    this.canRetry = canRetry;
    this.loggedOut = loggedOut;
  }
}

/** Resolves to `{ id, src, width, height }`, or to null when `signal` aborts. Without `alt` the picture is decorative. */
export async function upload(file, { alt, ...options }) {
  if (file.size > MAX_BYTES) throw new UploadError(TOO_LARGE, { canRetry: false });
  const form = new FormData();
  form.append("alt", alt);
  if (!alt) form.append("decorative", "on");
  form.append("file", file, file.name || "bild");
  const request = await post(URL_PATH, form, options);
  const body = request && jsonOf(request);
  if (!request || (request.status === 201 && body?.src)) return body;
  throw errorOf(request.status, body);
}

/**
 * Sends a form. Resolves to the request when it is answered, or to null when `signal` aborts. `onProgress` gets the part that
 * was sent, from 0 to 1; `lost` is shown when nothing answers.
 */
export function post(url, form, { onProgress, signal, timeout = TIMEOUT_MS, lost = LOST }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const onLost = () => reject(new UploadError(lost));
    request.open("POST", url);
    request.setRequestHeader("accept", "application/json");
    request.timeout = timeout;
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    request.addEventListener("error", onLost);
    request.addEventListener("timeout", onLost);
    request.addEventListener("abort", () => resolve(null));
    request.addEventListener("load", () => resolve(request));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

function jsonOf({ responseText }) {
  try {
    return JSON.parse(responseText);
  } catch {
    return null;
  }
}

function errorOf(status, body) {
  if (status === 401) return new UploadError(LOGGED_OUT, { loggedOut: true });
  return new UploadError(body?.message || FAILED, { canRetry: !FINAL.includes(status) });
}
