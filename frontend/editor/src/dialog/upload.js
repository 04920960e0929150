// A new picture of the text: what it shows is asked at once, and it is sent with the answer.
import { element, idOf } from "../element.js";
import { chooser } from "../upload/kinds.js";
import { Sending } from "../upload/sending.js";
import { draw } from "../upload/thumbnail.js";
import { field, show } from "./form.js";

const NO_ALT = "Beskriv bilden för den som inte ser den, eller kryssa i att den bara är dekoration.";
const LONGEST_ALT = 500;

let before = Promise.resolve();

/** Asks about a picture and sends it; several one after another. Promises `{ src, alt, caption }`, or nothing. */
export function addPicture(file) {
  const answer = before.then(() => ask(file));
  before = answer.catch(() => {});
  return answer;
}

function ask(picture) {
  let file = picture;
  const canvas = element("canvas", { class: "picture-thumbnail", "aria-hidden": "true", hidden: true });
  const hint = "Skriv det du skulle säga till någon som inte ser den.";
  const alt = field(
    { label: "Vad visar bilden?", hint },
    element("textarea", { rows: 3, maxlength: LONGEST_ALT, autocomplete: "off" }),
  );
  const decorative = element("input", { type: "checkbox" });
  const label = element("label", { for: idOf(decorative) }, "Bilden är bara dekoration");
  const tick = element("p", { class: "picture-tick" }, decorative, label);
  const caption = field({ label: "Bildtext under bilden, om du vill" }, element("input", { autocomplete: "off" }));
  const sending = new Sending();
  sending.stop.remove();

  const add = element("button", { class: "button" }, "Lägg till bilden");
  const input = chooser(([chosen]) => {
    file = chosen;
    sending.clear();
    update();
    draw(canvas, file);
  });
  const other = element("button", { class: "button plain", type: "button", onclick: () => input.click() }, "Byt bild");
  const leave = element("button", { class: "button plain", type: "button", onclick: () => dialog.close(null) }, "Avbryt");

  /** What can be done now. The button that was pressed keeps the focus while it waits. */
  const update = () => {
    const isBusy = Boolean(sending.stopping);
    const isRefused = sending.refusal?.again === false;
    add.textContent = sending.refusal?.again ? "Försök igen" : "Lägg till bilden";
    add.hidden = isRefused;
    other.classList.toggle("plain", !isRefused);
    add.setAttribute("aria-disabled", String(isBusy));
    other.disabled = isBusy;
    if (isRefused) other.focus();
  };
  decorative.addEventListener("change", () => {
    alt.input.disabled = decorative.checked;
    alt.say();
  });

  const submit = async () => {
    if (sending.stopping || add.hidden) return;
    const words = decorative.checked ? "" : alt.input.value.trim().replace(/\s+/g, " ");
    const isMissing = !words && !decorative.checked;
    alt.say(isMissing ? NO_ALT : "");
    if (isMissing) return alt.input.focus();
    const sent = sending.send(file, words);
    update();
    const answer = await sent;
    if (answer) dialog.close({ src: answer.src, alt: words, caption: caption.input.value.trim() });
    else update();
  };
  const row = element("div", { class: "row" }, add, other, leave);
  const parts = [canvas, alt.dom, tick, caption.dom, sending.dom, row, input];
  const dialog = show("Lägg till en bild", parts, { submit, first: alt.input });
  draw(canvas, file);
  return dialog.closed.finally(() => sending.abort());
}
