// The recording of a text (app/src/admin/editor/views/recording.rs): how far it has come. A telephone may need minutes to send
// it, and a browser shows nothing of a form that is under way.
import { UploadError, post } from "./upload/request.js";
import { UploadStatus } from "./upload/status.js";

/** The server's limit. It closes the connection on a much larger file, so that no response would be read. */
const MAX_BYTES = 60 * 1024 * 1024;
/** Longer than the server's own limit. */
const TIMEOUT_MS = 21 * 60 * 1000;

const TOO_LARGE =
  "Inspelningen är för stor: den får vara högst 60 MB. Är den en WAV-fil, spara den som MP3 eller M4A, så blir den tio gånger mindre. Annars korta den, och försök igen.";
const LOST =
  "Det gick inte att nå webbplatsen. Ljudfilen finns kvar här: kontrollera att du har nät och försök sedan igen.";
const LOGGED_OUT = "Du är inte inloggad längre. Ljudfilen finns kvar här: logga in i en ny flik och försök sedan igen.";
const FAILED = "Inspelningen kunde inte sparas. Vänta en stund och försök igen.";

export function enhanceRecording(form) {
  const { file: input } = form.elements;
  // Not everybody may change it.
  if (!input) return { destroy() {} };
  const save = [...form.elements].find(({ name, value }) => name === "act" && value === "save");
  const row = save.closest(".row");
  const status = new RecordingStatus(form, save);
  row.before(status.dom);
  const listening = new AbortController();
  const { signal } = listening;

  form.addEventListener("submit", send, { signal });
  // What is not sent yet would be lost.
  addEventListener("beforeunload", (event) => status.controller && event.preventDefault(), { signal });

  async function send(event) {
    const [file] = input.files;
    if (!file || event.submitter !== save) return;
    event.preventDefault();
    const sent = status.send(file);
    row.hidden = true;
    status.stop.focus();
    await sent;
    row.hidden = false;
    save.focus();
  }

  return {
    destroy() {
      listening.abort();
      status.abort();
      status.dom.remove();
    },
  };
}

class RecordingStatus extends UploadStatus {
  name = "Inspelningen";

  constructor(form, save) {
    super();
    this.form = form;
    this.save = save;
  }

  async begin(file, options) {
    if (file.size > MAX_BYTES) throw new UploadError(TOO_LARGE);
    const fields = new FormData(this.form);
    fields.append(this.save.name, this.save.value);
    const request = await post(this.form.action, fields, { ...options, timeout: TIMEOUT_MS, lost: LOST });
    if (!request) return null;
    if (request.status === 401) throw new UploadError(LOGGED_OUT, { loggedOut: true });
    if (request.status !== 204) throw new UploadError(FAILED);
    // The editor says what became of it.
    this.controller = null;
    location.replace(location.pathname);
    return new Promise(() => {});
  }
}
