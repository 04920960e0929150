// Sends a picture to the server. `XMLHttpRequest`, since `fetch` does not tell how much of it has gone.

const PLACE = "/admin/bilder";
/** The server's own limit. Of a much larger file it would not even hear the end, and no answer would come. */
const MOST_BYTES = 12 * 1024 * 1024;
/** Longer than the server waits. */
const LONGEST_MS = 5 * 60 * 1000;

const TOO_LARGE = "Bildfilen är för stor: den får vara högst 12 MB. Gör bilden mindre och försök igen.";
const LOST =
  "Det gick inte att nå webbplatsen. Bilden finns kvar här: kontrollera din uppkoppling och försök sedan igen.";
const LOGGED_OUT = "Du är inte inloggad längre. Bilden finns kvar här: logga in i en ny flik och försök sedan igen.";
const FAILED = "Bilden kunde inte sparas. Vänta en stund och försök igen, eller välj en annan bild.";

/** The same picture would be refused again. */
const FOR_GOOD = [413, 415, 422];

/** Why a picture was not taken in. `message` is for the writer; `again` says whether the same picture may do later. */
export class Refusal extends Error {
  constructor(message, { again = true, loggedOut = false } = {}) {
    super(message);
    this.again = again;
    this.loggedOut = loggedOut;
  }
}

/**
 * Promises `{ id, src, width, height }`, or nothing when `signal` said to stop. `alt` are its words; without any it is
 * decorative. `onProgress` hears how much has gone, from 0 to 1.
 */
export function send(file, { alt = "", onProgress = () => {}, signal }) {
  if (file.size > MOST_BYTES) return Promise.reject(new Refusal(TOO_LARGE, { again: false }));
  const form = new FormData();
  form.append("alt", alt);
  if (!alt) form.append("decorative", "on");
  form.append("file", file, file.name || "bild");
  return new Promise((taken, refused) => {
    const request = new XMLHttpRequest();
    const lost = () => refused(new Refusal(LOST));
    request.open("POST", PLACE);
    request.setRequestHeader("accept", "application/json");
    request.timeout = LONGEST_MS;
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    request.addEventListener("error", lost);
    request.addEventListener("timeout", lost);
    request.addEventListener("abort", () => taken(null));
    request.addEventListener("load", () => {
      const answer = answerOf(request);
      if (request.status === 201 && answer?.src) taken(answer);
      else refused(refusalOf(request.status, answer));
    });
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

function answerOf({ responseText }) {
  try {
    return JSON.parse(responseText);
  } catch {
    return null;
  }
}

function refusalOf(status, answer) {
  if (status === 401) return new Refusal(LOGGED_OUT, { loggedOut: true });
  return new Refusal(answer?.message || FAILED, { again: !FOR_GOOD.includes(status) });
}
