// Adds a picture to the text: a dialog asks for its texts and uploads it.
import { element, idOf } from "../element.js";
import { filePicker } from "../upload/files.js";
import { UploadStatus } from "../upload/status.js";
import { draw } from "../upload/thumbnail.js";
import { field, showDialog } from "./form.js";

const NO_ALT = "Beskriv bilden för den som inte ser den, eller kryssa i ”Bilden är bara dekoration”.";
const MAX_ALT = 500;

/** Settles when the dialog before is closed. */
let before = Promise.resolve();
/** How many pictures were asked about, and how many there are, since none was left. */
let asked = 0;
let total = 0;

/** Shows the dialog, for several pictures one after another. Resolves to `{ src, alt, caption }`, or to null. */
export function addPicture(file) {
  total += 1;
  const added = before.then(() => {
    asked += 1;
    return show(file, total > 1 ? `Lägg till en bild (${asked} av ${total})` : "Lägg till en bild");
  });
  before = added
    .catch(() => {})
    .then(() => {
      if (asked === total) asked = total = 0;
    });
  return added;
}

function show(first, title) {
  let file = first;
  const canvas = element("canvas", { class: "picture-thumbnail", "aria-hidden": "true", hidden: true });
  const hint = "Skriv det du skulle säga till någon som inte ser den.";
  const alt = field(
    { label: "Vad visar bilden?", hint },
    element("textarea", { rows: 3, maxlength: MAX_ALT, autocomplete: "off" }),
  );
  const decorative = element("input", { type: "checkbox" });
  const label = element("label", { for: idOf(decorative) }, "Bilden är bara dekoration");
  const tick = element("p", { class: "picture-tick" }, decorative, label);
  const caption = field({ label: "Bildtext under bilden, om du vill" }, element("input", { autocomplete: "off" }));
  const upload = new UploadStatus();
  upload.stop.remove();

  const add = element("button", { class: "button" }, "Lägg till bilden");
  const input = filePicker(([chosen]) => {
    file = chosen;
    upload.clear();
    update();
    draw(canvas, file);
  });
  const other = element("button", { class: "button plain", type: "button", onclick: () => input.click() }, "Byt bild");
  const leave = element("button", { class: "button plain", type: "button", onclick: () => dialog.close(null) }, "Avbryt");

  /** Updates the buttons. The one that was pressed keeps the focus while it waits. */
  const update = () => {
    const isBusy = Boolean(upload.controller);
    const isRefused = upload.error?.canRetry === false;
    add.textContent = upload.error?.canRetry ? "Försök igen" : "Lägg till bilden";
    add.hidden = isRefused;
    other.classList.toggle("plain", !isRefused);
    add.setAttribute("aria-disabled", String(isBusy));
    other.disabled = isBusy;
    if (isRefused) other.focus();
  };
  decorative.addEventListener("change", () => {
    alt.input.disabled = decorative.checked;
    alt.setError();
  });

  const submit = async () => {
    if (upload.controller || add.hidden) return;
    const words = decorative.checked ? "" : alt.input.value.trim().replace(/\s+/g, " ");
    const isMissing = !words && !decorative.checked;
    alt.setError(isMissing ? NO_ALT : "");
    if (isMissing) return alt.input.focus();
    const response = upload.send(file, words);
    update();
    const picture = await response;
    if (picture) dialog.close({ src: picture.src, alt: words, caption: caption.input.value.trim() });
    else update();
  };
  const row = element("div", { class: "row" }, add, other, leave);
  const parts = [canvas, alt.dom, tick, caption.dom, upload.dom, row, input];
  const dialog = showDialog(title, parts, { submit, first: alt.input });
  draw(canvas, file);
  return dialog.closed.finally(() => upload.abort());
}
